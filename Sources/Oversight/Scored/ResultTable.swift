internal import Formats

/// The columns of a file of published results, wherever they stand.
struct ResultTable {
  /// Hands over each row of a file, in order.
  static func read(_ file: ByteSource, _ body: (PublishedResults.Entry) throws -> Void) throws {
    var reader = try CSVReader(file.stream())
    let table = try ResultTable(reader.columns, in: file.name)
    while let row = try reader.next() {
      if (0..<row.count).allSatisfy({ row[$0].trimmed.isEmpty }) { continue }
      try row.requireColumns(reader.columns.count)
      try body(try table.entry(row))
    }
  }

  private static let needed = [
    "Quarter", "Trust_type", "Trust_code", "Trust_name", "Domain", "Metric_ID", "Units", "Value",
  ]
  private let file: String
  private let positions: [String: Int]

  private init(_ headings: [String], in file: String) throws {
    self.file = file
    var positions: [String: Int] = [:]
    for (index, heading) in headings.enumerated() {
      let key = ResultTable.folded(heading)
      if positions.updateValue(index, forKey: key) != nil, !key.isEmpty {
        throw OversightError("\(file), line 1: two columns are called '\(heading)': rename one of them")
      }
    }
    let missing = ResultTable.needed.filter { positions[ResultTable.folded($0)] == nil }
    guard missing.isEmpty else {
      throw OversightError(
        "\(file), line 1: there is no column \(missing.joined(separator: ", ")): this is not the published file of "
          + "oversight results, which has Quarter, Trust_code, Metric_ID and Value. Download the data file, not the "
          + "league table")
    }
    self.positions = positions
  }

  private func entry(_ row: CSVRow) throws -> PublishedResults.Entry {
    let place = "\(file), line \(row.line)"
    func cell(_ column: String) -> String {
      positions[ResultTable.folded(column)].map { row[$0].trimmed } ?? ""
    }
    func required(_ column: String) throws -> String {
      let text = cell(column)
      if text.isEmpty { throw OversightError("\(place), column \(column): nothing is written, and something must be") }
      return text
    }
    guard let quarter = Quarter(cell("Quarter")) else {
      throw OversightError("\(place), column Quarter: '\(cell("Quarter"))' is no quarter: write Q1 2025/26")
    }
    let rankText = cell("Rank")
    let rank = ResultValue(rankText)
    let rankNumber = rank.magnitude.flatMap { Int(exactly: $0) }
    guard rank == .missing || (rankNumber ?? 0) > 0 else {
      throw OversightError("\(place), column Rank: '\(rankText)' is no rank: it must be a whole number from 1")
    }
    let published = PublishedResults.Row(
      place: place, line: row.line, domain: cell("Domain"), id: try required("Metric_ID").uppercased(),
      description: cell("Metric_description"), unit: cell("Units").lowercased(),
      value: value(cell("Value"), cell("Units")),
      rank: rankNumber)
    try check(published, cell("Value"))
    return PublishedResults.Entry(
      quarter: quarter, code: try required("Trust_code"), name: try required("Trust_name"),
      type: try required("Trust_type"), row: published)
  }

  /// A cell in its unit: flags may be written as words.
  private func value(_ cell: String, _ unit: String) -> ResultValue {
    switch (unit.lowercased(), cell.lowercased()) {
    case ("flag", "yes"), ("flag", "true"): .number(1)
    case ("flag", "no"), ("flag", "false"): .number(0)
    default: ResultValue(cell)
    }
  }

  /// Scores lie from 1 to 4, segments from 1 to 5, and a flag is yes or no. What a metric itself counts may lie anywhere.
  private func check(_ row: PublishedResults.Row, _ cell: String) throws {
    if row.value == .missing || row.id.hasPrefix("OF0") { return }
    let isRight: Bool
    let must: String
    switch row.unit {
    case "score":
      isRight = row.number.map { (1...4).contains($0) } ?? false
      must = "a score is a number from 1 to 4"
    case "segment":
      isRight = row.number.map { (1...5).contains($0) && $0 == $0.rounded() } ?? false
      must = "a segment is a whole number from 1 to 5"
    case "flag":
      isRight = row.number == 0 || row.number == 1
      must = "a flag is 0 or 1"
    default: return
    }
    if !isRight { throw OversightError("\(row.place), column Value: '\(cell)' of \(row.id) cannot be: \(must)") }
  }

  /// A heading without regard to case, spaces, hyphens and underscores.
  private static func folded(_ heading: String) -> String {
    String(heading.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension String {
  /// The text without the white space around it.
  var trimmed: String {
    let kept = drop(while: \.isWhitespace)
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
  }
}
