internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// Pathways that began, ended and were open each month, by the partnership or board of the provider.
///
/// A compilation of the referral-to-treatment extracts of many months. Two things it does not say in its headings,
/// and both are found by adding up an extract: the code is that of the *provider's* parent, so the basis is where care
/// is given; and its incomplete pathways are parts 2 and 2A of the return together, so that a patient with a decision
/// to admit is counted twice. They are a measure of their own and never the waiting list.
///
/// Block columns: numbers `completed`, `incomplete`, `new`; `row`.
public struct WaitingFlowReader: Reader {
  /// The reader.
  public init() {}

  /// `waiting-flow`.
  public let format = "waiting-flow"
  /// What it reads.
  public let summary =
    "Pathways begun, ended and open each month by the board of the provider, compiled from NHS England's extracts (CSV)"
  /// Pathways by what became of them.
  public var measures: [MeasureDefinition] { [Self.completed, Self.incomplete, Self.started] }
  /// The figures are NHS England's.
  public let isOfficialPublication = true

  private static let completed = MeasureDefinition.count(
    "pathways.completed.by-provider", "Completed pathways, by provider", unit: "pathways",
    meaning: "Pathways that ended in the month, with admission or without, counted where the care is provided.")
  private static let incomplete = MeasureDefinition.count(
    "pathways.incomplete-all-parts.by-provider", "Incomplete pathways of all parts, by provider", unit: "pathways",
    meaning:
      "Pathways still open at the month's end and, a second time, those of them with a decision to admit: parts 2 and"
      + " 2A of the return added up. It is about a sixth more than the waiting list, and not the waiting list.")
  private static let started = MeasureDefinition.count(
    "pathways.started.by-provider", "New pathways, by provider", unit: "pathways",
    meaning: "Pathways that began in the month, counted where the care is provided.")

  private static let codes = ["stp20_nhs_code", "stp21_nhs_code", "icb22_nhs_code", "icb23_nhs_code"]
  private static let counts = ["completed", "incomplete", "new"]

  /// A code of the Organisation Data Service, a date, and the three counts.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file), headings.has(Self.codes) else { return .no }
    return headings.recognise([["date"]] + Self.counts.map { [$0] })
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    let code = try headings.need(Self.codes)
    let date = try headings.need("date")
    var counts: [Int] = []
    for count in Self.counts { counts.append(try headings.need(count)) }

    var faults = Faults()
    var units = UnitTables<Month>(numbers: Self.counts)
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        let month = try Month(of: row.trimmed(date))
        let unit = row.trimmed(code)
        guard AreaCodes.isODS(unit), !AreaCodes.isONS(unit) else {
          throw RowFault("'\(unit.prefix(40))' is not the code of a partnership or board")
        }
        var numbers: [Double] = []
        for column in counts { numbers.append(try row.count(column, in: headings)) }
        units.take(month, unit, numbers: numbers, line: row.line, faults: &faults)
      }
    }
    try faults.settle(file)

    let months = units.keys.sorted { $0.first < $1.first }
    var reading = Reading(
      title: "Referral-to-treatment pathways by board of the provider, \(months.map(\.written).span)",
      publisher: "NHS England", published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.notes =
      ["incomplete pathways with a decision to admit are counted twice in this file: it is not the waiting list"]
      + units.repeatsNote + units.gapsNote("boards")
    reading.definitions = measures
    reading.figures = months.flatMap { month in
      let block = units.block(month)
      let grain = month.last < Self.boardsBegin ? "stp" : "icb"
      return [
        Reading.Figures(
          period: month.period, label: month.label, basis: .provided, grain: grain, block: block,
          columns: [(Self.completed.subject, "completed"), (Self.started.subject, "new")]),
        Reading.Figures(
          period: month.end, label: month.label, basis: .provided, grain: grain, block: block,
          columns: [(Self.incomplete.subject, "incomplete")]),
      ]
    }
    return reading
  }

  /// Boards took the place of partnerships, under the same codes, on 1 July 2022.
  private static let boardsBegin = Day(year: 2022, month: 7, day: 1) ?? .distantPast
}
