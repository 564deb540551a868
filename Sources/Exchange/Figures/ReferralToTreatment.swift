internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// The full extract of consultant-led referral-to-treatment waiting times, NHS England.
///
/// One row for each provider, commissioner, part and treatment function; a row `C_999` is the total of the other
/// functions and is never added to them. The whole table is read and added up as it streams; it is refused when the
/// totals are not those of their parts. A commissioner without a parent board (a region, a national hub, `NONC`)
/// stays a unit of its own with an empty `parent`.
///
/// Block by commissioner: text `name`, `parent`; numbers `incomplete`, `within-18-weeks`, `over-52-weeks`,
/// `over-65-weeks`, `over-78-weeks`, `completed-admitted`, `completed-non-admitted`, `started`; `row` (the first
/// line of the file used) and `rows` (how many). The block by provider is the same with the provider's parent.
/// Pathways still waiting are counted on the last day of the month, the others during it.
public struct ReferralToTreatmentReader: Reader {
  /// The reader.
  public init() {}

  /// `referral-to-treatment`.
  public let format = "referral-to-treatment"
  /// What it reads.
  public let summary =
    "Referral-to-treatment waiting times, full extract, NHS England (CSV, or the CSV in a ZIP archive)"
  /// Waits and pathways by commissioner, and waits by provider.
  public var measures: [MeasureDefinition] { WaitingTimes.definitions }
  /// NHS England publishes them.
  public let isOfficialPublication = true

  private static let needed = [
    ["Period"], ["Provider Org Code"], ["Commissioner Org Code"], ["Commissioner Parent Org Code"],
    ["RTT Part Type"],
    ["Treatment Function Code"], ["Gt 00 To 01 Weeks SUM 1"], ["Total All"],
  ]

  /// The columns of the full extract.
  public func recognise(_ file: InputFile) throws -> Recognition {
    try FileTable.headings(of: file)?.recognise(Self.needed) ?? .no
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    let columns = try WaitingTimesColumns(headings)
    var sums = WaitingTimesSums(columns: columns)
    var rows = 0
    while let row = try table.next() {
      rows += 1
      do throws(RowFault) {
        try row.needColumns(of: headings)
        try sums.add(row)
      } catch {
        throw ImportError(
          "line \(row.line) of \(file.name): \(error.reason). Nothing was taken from the file, because its sums would be"
            + " short; get it again")
      }
    }
    guard rows > 0, let month = sums.month else {
      throw ImportError("\(file.name) has headings and no rows; get it again")
    }
    let notes = try sums.check(file)

    var reading = Reading(
      title: "Consultant-led referral to treatment waiting times, \(month.written)", publisher: "NHS England",
      published: file.statedPublication)
    reading.rowsRead = rows
    reading.definitions = WaitingTimes.definitions
    reading.notes = notes
    let byCommissioner = sums.commissioners.block()
    let byProvider = sums.providers.block()
    reading.figures = [
      Reading.Figures(
        period: month.end, label: month.label, basis: .commissioned, grain: "commissioner",
        block: byCommissioner,
        columns: WaitingTimes.waiting.map { ($0.definition.subject, $0.column) }),
      Reading.Figures(
        period: month.period, label: month.label, basis: .commissioned, grain: "commissioner",
        block: byCommissioner,
        columns: WaitingTimes.pathways.map { ($0.definition.subject, $0.column) }),
      Reading.Figures(
        period: month.end, label: month.label, basis: .provided, grain: "trust", block: byProvider,
        columns: WaitingTimes.waitingByProvider.map { ($0.definition.subject, $0.column) }),
    ]
    return reading
  }
}
