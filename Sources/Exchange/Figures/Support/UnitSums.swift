internal import Chronicle
internal import Formats

/// Figures added up by unit from many rows of a file.
///
/// Column `row` gives the first line that was used for a unit and `rows` how many were.
struct UnitSums {
  private let textNames: [String]
  private let numberNames: [String]
  private var units: [String] = []
  private var texts: [[String]] = []
  private var numbers: [[Double]] = []
  private var firstLine: [Double] = []
  private var rows: [Double] = []
  private var index: [String: Int] = [:]
  private var current = 0

  init(texts: [String], numbers: [String]) {
    textNames = texts
    numberNames = numbers
  }

  /// Turns to the unit of a row. Its texts must be the same in every row.
  mutating func row(_ row: CSVRow, unit column: Int, texts columns: [Int]) throws(RowFault) {
    if current < units.count, row.matches(column, units[current]) {
      rows[current] += 1
    } else {
      let code = row[column].trimmed
      if let at = index[code] {
        current = at
        rows[current] += 1
      } else {
        guard AreaCodes.isODS(code) else {
          throw RowFault("'\(code.prefix(40))' is not an organisation's code")
        }
        current = units.count
        index[code] = current
        units.append(code)
        texts.append(columns.map { row.trimmed($0) })
        numbers.append([Double](repeating: 0, count: numberNames.count))
        firstLine.append(Double(row.line))
        rows.append(1)
      }
    }
    for (position, column) in columns.enumerated() where !row.matches(column, texts[current][position]) {
      let text = row.trimmed(column)
      guard text == texts[current][position] else {
        throw RowFault(
          "\(units[current]) has the \(textNames[position]) '\(text.prefix(60))', and"
            + " '\(texts[current][position].prefix(60))' on line \(Int(firstLine[current]))")
      }
    }
  }

  /// Adds to a number of the unit turned to.
  mutating func add(_ value: Double, at position: Int) { numbers[current][position] += value }

  /// The sum of a number over the units whose texts pass a test.
  func sum(at position: Int, where passes: ([String]) -> Bool) -> Double {
    units.indices.reduce(0) { passes(texts[$1]) ? $0 + numbers[$1][position] : $0 }
  }

  /// The block, in order of the units' codes.
  func block() -> Block {
    let order = units.indices.sorted { units[$0].utf8Less(units[$1]) }
    var columns: [(name: String, values: Block.Values)] = []
    for (at, name) in textNames.enumerated() { columns.append((name, .text(order.map { texts[$0][at] }))) }
    for (at, name) in numberNames.enumerated() {
      columns.append((name, .number(order.map { numbers[$0][at] })))
    }
    columns.append(("row", .number(order.map { firstLine[$0] })))
    columns.append(("rows", .number(order.map { rows[$0] })))
    return Block(units: order.map { units[$0] }, columns: columns)
  }
}
