internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// The Health Index for England by board and year, Office for National Statistics.
///
/// England in 2015 is 100; a standard deviation of its upper-tier councils is 10. An index is no count: it is shown as
/// published and never recast. Block columns: text `name`; numbers as the measures; `row`.
public struct HealthIndexReader: Reader {
  /// The reader.
  public init() {}

  /// `health-index`.
  public let format = "health-index"
  /// What it reads.
  public let summary = "Health Index by board and year, Office for National Statistics (CSV)"
  /// The index and its three domains.
  public var measures: [MeasureDefinition] { Self.items.map(\.definition) }
  /// The Office for National Statistics publishes it.
  public let isOfficialPublication = true

  private struct Item: Sendable {
    let heading: String
    let column: String
    let definition: MeasureDefinition

    init(_ heading: String, _ column: String, _ name: String, _ meaning: String) {
      self.heading = heading
      self.column = column
      definition = MeasureDefinition(
        ID(slug: "health-index.\(column)"), name, unit: "index, England 2015 = 100", additivity: .notAdditive,
        meaning: meaning)
    }
  }

  private static let items = [
    Item("overall_score", "overall", "Health Index", "How healthy people, their lives and their places are."),
    Item(
      "healthy_people_domain", "healthy-people", "Health Index: healthy people",
      "Mortality, physical and mental conditions, difficulties in daily life and personal well-being."),
    Item(
      "healthy_lives_domain", "healthy-lives", "Health Index: healthy lives",
      "Behaviours and circumstances of a person that bear on health."),
    Item(
      "healthy_places_domain", "healthy-places", "Health Index: healthy places",
      "Surroundings that bear on health: green space, services, crime, work and air."),
  ]

  /// A board's code, a year, and the index with its domains.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file), headings.has("healthy_people_domain") else { return .no }
    guard headings.has("year"), BoardColumn.find(in: headings).count == 1 else {
      return .almost(
        "it is read by board and year only: it lacks a column of boards' codes such as 'icb22_code', or the column"
          + " 'year'")
    }
    return headings.recognise(Self.items.map { [$0.heading] })
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    let code = try BoardColumn.one(in: headings)
    let year = try headings.need("year")
    let name = headings.keys.firstIndex { $0.hasPrefix("icb") && ($0.hasSuffix("name") || $0.hasSuffix("nm")) }
    var scores: [Int] = []
    for item in Self.items { scores.append(try headings.need(item.heading)) }

    var faults = Faults()
    var units = UnitTables<Int>(texts: ["name"], numbers: Self.items.map(\.column))
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        guard let year = Int(row.trimmed(year)), (1990...2199).contains(year) else {
          throw RowFault("'\(row.trimmed(year).prefix(40))' in column 'year' is no year")
        }
        let board = try BoardColumn.code(row.trimmed(code))
        var numbers: [Double] = []
        for column in scores { numbers.append(try row.amount(column, in: headings)) }
        units.take(year, board, texts: [row.trimmed(name)], numbers: numbers, line: row.line, faults: &faults)
      }
    }
    try faults.settle(file)

    let years = units.keys.sorted()
    var reading = Reading(
      title: "Health Index by board, \(years.map(String.init).span)",
      publisher: "Office for National Statistics", published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.notes = units.repeatsNote + units.gapsNote("boards")
    reading.definitions = measures
    reading.figures = years.map { year in
      Reading.Figures(
        period: Period(
          from: Day(year: year, month: 1, day: 1) ?? .distantPast,
          until: Day(year: year + 1, month: 1, day: 1) ?? .distantFuture),
        label: String(year), basis: .resident, grain: "icb", block: units.block(year),
        columns: Self.items.map { ($0.definition.subject, $0.column) })
    }
    return reading
  }
}
