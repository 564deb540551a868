internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// Monthly accident and emergency attendances and emergency admissions by board, many months in one file.
///
/// The figures are NHS England's, added up from the providers of each system, so their basis is where care is given.
/// Shares that stand beside the counts are checked and not kept. Block columns: numbers as the measures; `row`.
public struct EmergencyCareByBoardReader: Reader {
  /// The reader.
  public init() {}

  /// `accident-and-emergency-by-board`.
  public let format = "accident-and-emergency-by-board"
  /// What it reads.
  public let summary =
    "Monthly accident and emergency attendances and admissions by board, NHS England, many months in one CSV"
  /// Attendances, waits and emergency admissions, as the file by provider counts them.
  public var measures: [MeasureDefinition] {
    AccidentAndEmergencyReader().measures.filter { $0.subject.text != "ae.attendances-type-1" }
      .filter { $0.subject.text != "ae.waits-over-12-hours-from-decision-to-admit" }
  }
  /// NHS England publishes them.
  public let isOfficialPublication = true

  private struct Column {
    let heading: String
    let column: String
  }

  private static let columns = [
    Column(heading: "total_attendances", column: "attendances"),
    Column(heading: "attendances_over_4hours", column: "over-four-hours"),
    Column(heading: "total_emergency_admissions", column: "emergency-admissions"),
    Column(
      heading: "emergency_admissions_over_4hours", column: "waits-over-4-hours-from-decision-to-admit"),
  ]

  /// The shares a file may state, each with the counts it is made of.
  private static let shares = [
    (heading: "pct_attendance_over_4hours", above: 1, below: 0),
    (heading: "pct_emergency_admissions_over_4hours", above: 3, below: 2),
  ]

  /// A board's code, a date, and the four counts.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file), headings.has(Self.columns[0].heading) else { return .no }
    guard headings.has("date"), BoardColumn.find(in: headings).count == 1 else {
      return .almost("it lacks a column of boards' codes such as 'icb22_code', or the column 'date'")
    }
    return headings.recognise(Self.columns.map { [$0.heading] })
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    let code = try BoardColumn.one(in: headings)
    let date = try headings.need("date")
    var counts: [Int] = []
    for column in Self.columns { counts.append(try headings.need(column.heading)) }
    var shares: [(at: Int, above: Int, below: Int)] = []
    for share in Self.shares {
      if let at = try headings.find(share.heading) { shares.append((at, share.above, share.below)) }
    }

    var faults = Faults()
    var units = UnitTables<Month>(numbers: Self.columns.map(\.column))
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        let month = try Month(of: row.trimmed(date))
        let board = try BoardColumn.code(row.trimmed(code))
        var numbers: [Double] = []
        for column in counts { numbers.append(try row.count(column, in: headings)) }
        for (above, below) in [(1, 0), (3, 2)] where numbers[above] > numbers[below] {
          throw RowFault("'\(headings.names[counts[above]])' is more than '\(headings.names[counts[below]])'")
        }
        for share in shares {
          let stated = try row.amount(share.at, in: headings)
          let share = numbers[share.above] / numbers[share.below]
          guard stated.isNaN || share.isNaN || abs(stated - share) < 0.0051 else {
            throw RowFault("a share of \(Decimals.shortest(stated)) is stated, and the counts make another")
          }
        }
        units.take(month, board, numbers: numbers, line: row.line, faults: &faults)
      }
    }
    try faults.settle(file)

    let months = units.keys.sorted { $0.first < $1.first }
    var reading = Reading(
      title: "A&E attendances and emergency admissions by board, \(months.map(\.written).span)",
      publisher: "NHS England",
      published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.notes = units.repeatsNote + units.gapsNote("boards")
    reading.definitions = measures
    reading.figures = months.map { month in
      Reading.Figures(
        period: month.period, label: month.label, basis: .provided, grain: "icb", block: units.block(month),
        columns: Self.columns.map { (ID(slug: "ae.\($0.column)"), $0.column) })
    }
    return reading
  }
}
