import Formats
import Foundation
import Statistics
import Testing

/// Tables of expected numbers that other programs computed, kept beside the repository when they are there at all.
enum Oracle {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/oracles").path

  static let isPresent = FileManager.default.fileExists(atPath: folder)

  /// A row by the names of its columns.
  struct Row {
    let cells: [String: String]

    subscript(name: String) -> String { cells[name] ?? "" }

    /// A number; nil where the cell is empty or the other program had none.
    func number(_ name: String) -> Double? {
      guard let text = cells[name], text != "NaN", text != "NA" else { return nil }
      return Double(text)
    }

    /// A number that must be there.
    func figure(_ name: String) throws -> Double { try #require(number(name), "no number in \(name)") }
  }

  static func rows(_ path: String) throws -> [Row] {
    var reader = try CSVReader(try ByteSource.file("\(folder)/\(path)").stream())
    var rows: [Row] = []
    let names = reader.columns
    while let row = try reader.next() {
      rows.append(Row(cells: Dictionary(uniqueKeysWithValues: names.indices.map { (names[$0], row[$0]) })))
    }
    #expect(!rows.isEmpty)
    return rows
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a comparison with other programs on a machine that does not have their results.
  static var needsOracles: Self {
    .enabled(if: Oracle.isPresent, "the folder ../shared/oracles with the results of other programs is not here")
  }
}

extension Sequence where Element == Oracle.Row {
  /// The rows of each group, the groups in the order in which they first come.
  func grouped(by key: String...) -> [(key: String, rows: [Oracle.Row])] {
    var order: [String] = []
    var groups: [String: [Oracle.Row]] = [:]
    for row in self {
      let name = key.map { row[$0] }.joined(separator: "|")
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(row)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}

/// Whether two numbers agree, both missing included.
func agree(_ ours: Double?, _ theirs: Double?, to tolerance: Double = 1e-12, near floor: Double = 0) -> Bool {
  let ours = ours.flatMap { $0.isNaN ? nil : $0 }
  guard let ours, let theirs else { return ours == nil && theirs == nil }
  if ours == theirs { return true }
  return abs(ours - theirs) <= tolerance * Swift.max(abs(theirs), floor)
}

/// Limits and value against the columns of a row, one level of confidence or the pair 95 and 99.8 per cent.
func expect(
  _ row: Oracle.Row, _ value: Double?, _ limits: (Confidence) -> Interval?, to tolerance: Double = 1e-12,
  _ place: SourceLocation = #_sourceLocation
) throws {
  #expect(agree(value, row.number("value"), to: tolerance), "\(row.cells)", sourceLocation: place)
  var levels: [(Confidence, String, String)] = []
  if row.cells["lowercl"] != nil, row.cells["lower95_0cl"] == nil {
    let share = row.number("confidence_arg") ?? 0.95
    levels = [(try #require(Confidence(share)), "lowercl", "uppercl")]
  } else if row.cells["lower95_0cl"] != nil {
    levels = [(.usual, "lower95_0cl", "upper95_0cl"), (.strict, "lower99_8cl", "upper99_8cl")]
  }
  for (confidence, lower, upper) in levels {
    let interval = limits(confidence)
    #expect(agree(interval?.lower, row.number(lower), to: tolerance), "\(lower) \(row.cells)", sourceLocation: place)
    #expect(agree(interval?.upper, row.number(upper), to: tolerance), "\(upper) \(row.cells)", sourceLocation: place)
  }
}
