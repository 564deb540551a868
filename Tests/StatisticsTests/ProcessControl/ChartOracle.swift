import Formats
import Statistics
import Testing

/// Tables that other programs computed, kept beside the repository when they are there at all.
enum ChartOracle {
  static let isPresent = Oracle.isPresent

  typealias Row = [String: String]

  static func rows(_ path: String) throws -> [Row] {
    var reader = try CSVReader(try ByteSource.file("\(Oracle.folder)/\(path)").stream())
    var rows: [Row] = []
    while let row = try reader.next() {
      rows.append(Dictionary(zip(reader.columns, row.texts), uniquingKeysWith: { first, _ in first }))
    }
    return rows
  }

  /// The rows of each series, in the order of the file.
  static func groups(_ path: String, by columns: String...) throws -> [(key: String, rows: [Row])] {
    var groups: [(key: String, rows: [Row])] = []
    for row in try rows(path) {
      let key = columns.map { row[$0] ?? "" }.joined(separator: " ")
      if groups.last?.key == key { groups[groups.count - 1].rows.append(row) } else { groups.append((key, [row])) }
    }
    return groups
  }
}

extension [String: String] {
  subscript(text column: String) -> String { self[column] ?? "" }
  /// The number in a column; NaN where there is none.
  subscript(number column: String) -> Double { Double(self[column] ?? "") ?? .nan }
  /// The truth in a column; nil where there is none.
  subscript(truth column: String) -> Bool? { self[column] == "TRUE" ? true : self[column] == "FALSE" ? false : nil }
}

/// Whether two numbers are the same to a share of their size; NaN is the same as NaN.
func agree(_ ours: Double, _ theirs: Double, to tolerance: Double, scale: Double = 0) -> Bool {
  if ours.isNaN || theirs.isNaN { return ours.isNaN && theirs.isNaN }
  return (ours - theirs).magnitude <= tolerance * max(ours.magnitude, theirs.magnitude, scale)
}

/// Where numbers or words differ, gathered so that a failing test says how many and which first.
struct Differences {
  private(set) var count = 0
  private(set) var compared = 0
  private var first: [String] = []

  mutating func compare(_ same: Bool, _ what: @autoclosure () -> String) {
    compared += 1
    guard !same else { return }
    count += 1
    if first.count < 12 { first.append(what()) }
  }

  var comment: Comment { "\(count) of \(compared) differ: \(first.joined(separator: "; "))" }
}
