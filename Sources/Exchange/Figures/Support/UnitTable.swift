internal import Chronicle
internal import Vocabulary

/// Rows of one unit each, on their way to a block.
///
/// The same row twice is taken once and counted. Two rows that disagree about a unit are both refused, because
/// nothing says which is right. The block is in order of the units' codes, so a shuffled file gives the same one,
/// and its column `row` says on which line of the file each unit stands (the headings are on line 1).
struct UnitTable {
  private let textNames: [String]
  private let numberNames: [String]
  private var units: [String] = []
  private var texts: [[String]]
  private var numbers: [[Double]]
  private var lines: [Double] = []
  private var index: [String: Int] = [:]
  private var dropped: Set<Int> = []
  /// How many rows repeated another.
  private(set) var repeats = 0

  init(texts: [String], numbers: [String]) {
    textNames = texts
    numberNames = numbers
    self.texts = texts.map { _ in [] }
    self.numbers = numbers.map { _ in [] }
  }

  /// The number of units.
  var count: Int { units.count - dropped.count }

  /// Takes a row, or refuses it and the one it contradicts.
  mutating func take(
    _ unit: String, texts newTexts: [String], numbers newNumbers: [Double], line: Int, faults: inout Faults
  ) {
    guard let at = index[unit] else {
      index[unit] = units.count
      units.append(unit)
      for (column, text) in newTexts.enumerated() { texts[column].append(text) }
      for (column, number) in newNumbers.enumerated() { numbers[column].append(number) }
      lines.append(Double(line))
      return
    }
    let same =
      newTexts.enumerated().allSatisfy { texts[$0.offset][at] == $0.element }
      && newNumbers.enumerated().allSatisfy { numbers[$0.offset][at].isSame(as: $0.element) }
    if same {
      repeats += 1
      return
    }
    if dropped.insert(at).inserted {
      faults.refuse(line: Int(lines[at]), "\(unit) stands on line \(line) too, with other figures")
    }
    faults.refuse(line: line, "\(unit) stands on line \(Int(lines[at])) too, with other figures")
  }

  /// Whether a unit kept has no figure in a column.
  func lacksFigures(of column: String) -> Bool {
    guard let at = numberNames.firstIndex(of: column) else { return false }
    return units.indices.contains { !dropped.contains($0) && numbers[at][$0].isNaN }
  }

  /// The sum of a column over the units kept; missing figures are passed over.
  func sum(_ column: String) -> Double {
    guard let at = numberNames.firstIndex(of: column) else { return 0 }
    var sum = 0.0
    for row in units.indices where !dropped.contains(row) && !numbers[at][row].isNaN {
      sum += numbers[at][row]
    }
    return sum
  }

  /// How many kept units have no figure in a column.
  func missing(_ column: String) -> Int {
    guard let at = numberNames.firstIndex(of: column) else { return 0 }
    return units.indices.count { !dropped.contains($0) && numbers[at][$0].isNaN }
  }

  /// The figure of a unit in a column.
  func number(_ unit: String, _ column: String) -> Double? {
    guard let at = numberNames.firstIndex(of: column), let row = index[unit], !dropped.contains(row) else {
      return nil
    }
    return numbers[at][row]
  }

  /// The figures of two columns, for the units that have both.
  func pair(_ column: String, _ other: String) -> ([Double], [Double])? {
    guard let first = numberNames.firstIndex(of: column), let second = numberNames.firstIndex(of: other)
    else {
      return nil
    }
    let rows = units.indices.filter {
      !dropped.contains($0) && !numbers[first][$0].isNaN && !numbers[second][$0].isNaN
    }
    return (rows.map { numbers[first][$0] }, rows.map { numbers[second][$0] })
  }

  /// The kept values of a text column, each once.
  func distinct(_ column: String) -> Set<String> {
    guard let at = textNames.firstIndex(of: column) else { return [] }
    return Set(units.indices.lazy.filter { !dropped.contains($0) }.map { texts[at][$0] })
  }

  /// The block: text columns, number columns, and `row`.
  func block() -> Block {
    let order = units.indices.filter { !dropped.contains($0) }.sorted { units[$0].utf8Less(units[$1]) }
    var columns: [(name: String, values: Block.Values)] = []
    for (at, name) in textNames.enumerated() { columns.append((name, .text(order.map { texts[at][$0] }))) }
    for (at, name) in numberNames.enumerated() {
      columns.append((name, .number(order.map { numbers[at][$0] })))
    }
    columns.append(("row", .number(order.map { lines[$0] })))
    return Block(units: order.map { units[$0] }, columns: columns)
  }

  /// A sentence about rows that were there twice, when there were any.
  var repeatsNote: [String] {
    repeats == 0 ? [] : ["\(repeats) rows repeat another exactly and were taken once"]
  }
}

extension Double {
  /// Equality for which a missing figure equals a missing figure.
  func isSame(as other: Double) -> Bool { self == other || (isNaN && other.isNaN) }
}

extension String {
  /// Order by bytes, the same on every machine.
  func utf8Less(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
