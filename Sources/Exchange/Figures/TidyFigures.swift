internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// Our own table for figures of any measure: one row a figure.
///
/// | column | what stands in it |
/// |---|---|
/// | `measure` | the measure's identifier: lower-case letters, digits, points and hyphens |
/// | `period` | `2026-01` a month, `2025/26` a financial year, `2026-Q1` a quarter of the calendar year, `2026-01-31` a day |
/// | `unit` | the unit's code |
/// | `value` | the number; empty or `*` where it is not given |
/// | `numerator`, `denominator` | instead of `value`, for a rate |
/// | `basis` | resident, registered, commissioned, provided or employed; may be left out for practices, small areas and trusts |
/// | `grain` | what the units are: `practice`, `lsoa11`, `lsoa21`, `commissioner`, `trust`, `sub-icb-location`, `icb`; may be left out where the codes tell |
/// | `state` | final (unless said otherwise), provisional, revised or estimate |
/// | `name`, `additivity` | of a measure nobody knows: its name, and `additive` where figures may be added up |
///
/// A measure nobody knows is taken not to add up unless the table says so. The figures are the importer's own and not
/// an official publication. Block columns: `value`, or `numerator` and `denominator`; `row`.
public struct TidyFiguresReader: Reader {
  /// The reader.
  public init() {}

  /// `tidy-figures`.
  public let format = "tidy-figures"
  /// What it reads.
  public let summary = "Figures of any measure, one a row: measure, period, unit, value (CSV)"
  /// Any: none is its own.
  public let measures: [MeasureDefinition] = []
  /// Whoever imports them answers for them.
  public let isOfficialPublication = false

  /// The columns `measure`, `period` and `unit`, and `value` or a numerator and denominator.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file) else { return .no }
    let columns = ["measure", "period", "unit"].filter { headings.has($0) }
    let hasFigures = headings.has("value") || (headings.has("numerator") && headings.has("denominator"))
    if columns.count == 3, hasFigures { return .yes }
    let wanted = "columns measure, period, unit and value; `concordat formats` shows how"
    if columns.count == 3 { return .almost("it lacks 'value'; a table of figures has the \(wanted)") }
    let hasCodes = headings.keys.contains { $0.hasSuffix("code") || $0.hasSuffix("cd") }
    let hasTime = headings.has("date", "month", "period", "quarter", "year", "Reporting_date")
    return hasCodes && hasTime
      ? .almost(
        "if it holds figures in a layout of somebody's own, turn it into a tidy table first, with the \(wanted)"
      )
      : .no
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let columns = try TidyColumns(Headings(table.columns))
    var faults = Faults()
    var series: [TidySeries: UnitTable] = [:]
    var order: [TidySeries] = []
    var named: [ID<Measure>: (name: String, additivity: String)] = [:]
    while let row = try table.next() {
      faults.row(row, of: columns.headings) { (faults: inout Faults) throws(RowFault) in
        let (key, unit, numbers) = try columns.figure(row, register)
        if series[key] == nil {
          order.append(key)
          series[key] = UnitTable(texts: [], numbers: key.isRate ? ["numerator", "denominator"] : ["value"])
          named[key.measure] = (row.trimmed(columns.name), row.trimmed(columns.additivity))
        }
        series[key]?.take(unit, texts: [], numbers: numbers, line: row.line, faults: &faults)
      }
    }
    try faults.settle(file)

    var reading = Reading(title: file.name, publisher: "", published: file.statedPublication, licence: "")
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    var definitions: [MeasureDefinition] = []
    for key in order {
      guard let units = series[key] else { continue }
      let made = key.definitions(
        named: named[key.measure]?.name ?? "", additivity: named[key.measure]?.additivity ?? "")
      definitions += made.defined
      reading.notes += units.repeatsNote
      reading.figures.append(
        Reading.Figures(
          period: key.period, label: key.label, basis: key.basis, grain: key.grain, state: key.state,
          block: units.block(), columns: made.columns))
    }
    reading.definitions = definitions.unique
    return reading
  }
}
