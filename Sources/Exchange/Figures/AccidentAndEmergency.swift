internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// Monthly accident and emergency attendances and emergency admissions by provider, NHS England.
///
/// An attendance is one at a department of type 1 (major), type 2 (single specialty) or another (minor injuries,
/// urgent treatment), booked ones included: that sum gives the totals NHS England publishes. The row `TOTAL` is
/// checked against the providers and not kept. Block columns: text `name`, `region`; numbers as the measures; `row`.
public struct AccidentAndEmergencyReader: Reader {
  /// The reader.
  public init() {}

  /// `accident-and-emergency`.
  public let format = "accident-and-emergency"
  /// What it reads.
  public let summary =
    "Monthly accident and emergency attendances and admissions by provider, NHS England (CSV)"
  /// Attendances, waits and emergency admissions.
  public var measures: [MeasureDefinition] { Self.items.map(\.definition) + Self.shares }
  /// NHS England publishes them.
  public let isOfficialPublication = true

  private struct Item: Sendable {
    let column: String
    let definition: MeasureDefinition
    /// The columns of the file that are added up.
    let parts: [String]
  }

  private static func types(_ prefix: String) -> [String] {
    ["\(prefix) Type 1", "\(prefix) Type 2"]
  }

  private static let attendances =
    types("A&E attendances") + ["A&E attendances Other A&E Department"]
    + types("A&E attendances Booked Appointments") + [
      "A&E attendances Booked Appointments Other Department"
    ]

  private static let overFourHours =
    types("Attendances over 4hrs") + ["Attendances over 4hrs Other Department"]
    + types("Attendances over 4hrs Booked Appointments") + [
      "Attendances over 4hrs Booked Appointments Other Department"
    ]

  private static let fourToTwelve = "Patients who have waited 4-12 hs from DTA to admission"
  private static let overTwelve = "Patients who have waited 12+ hrs from DTA to admission"

  private static let items: [Item] = [
    Item(
      column: "attendances",
      definition: .count(
        "ae.attendances", "A&E attendances", unit: "attendances",
        meaning: "Attendances at accident and emergency departments of every type, booked ones included."),
      parts: attendances),
    Item(
      column: "attendances-type-1",
      definition: .count(
        "ae.attendances-type-1", "A&E attendances, major departments", unit: "attendances",
        meaning: "Attendances at major accident and emergency departments (type 1), booked ones included."),
      parts: ["A&E attendances Type 1", "A&E attendances Booked Appointments Type 1"]),
    Item(
      column: "over-four-hours",
      definition: .count(
        "ae.over-four-hours", "A&E attendances over four hours", unit: "attendances",
        meaning:
          "Attendances of every type that lasted more than four hours from arrival to admission, transfer or"
          + " discharge, booked ones included."),
      parts: overFourHours),
    Item(
      column: "emergency-admissions",
      definition: .count(
        "ae.emergency-admissions", "Emergency admissions", unit: "admissions",
        meaning: "Emergency admissions, through accident and emergency departments and otherwise."),
      parts: [
        "Emergency admissions via A&E - Type 1", "Emergency admissions via A&E - Type 2",
        "Emergency admissions via A&E - Other A&E department", "Other emergency admissions",
      ]),
    Item(
      column: "waits-over-4-hours-from-decision-to-admit",
      definition: .count(
        "ae.waits-over-4-hours-from-decision-to-admit", "Waits of over four hours from decision to admit",
        unit: "patients",
        meaning: "Patients who waited more than four hours from the decision to admit to admission."),
      parts: [fourToTwelve, overTwelve]),
    Item(
      column: "waits-over-12-hours-from-decision-to-admit",
      definition: .count(
        "ae.waits-over-12-hours-from-decision-to-admit",
        "Waits of twelve hours or more from decision to admit",
        unit: "patients",
        meaning: "Patients who waited twelve hours or more from the decision to admit to admission."),
      parts: [overTwelve]),
  ]

  private static let shares: [MeasureDefinition] = [
    .ratio(
      "ae.share-over-four-hours", "Share of A&E attendances over four hours", of: items[2].definition,
      per: items[0].definition, meaning: "Of all attendances, those that lasted more than four hours.")
  ]

  private static let needed: [[String]] =
    [["Period"], ["Org Code"], ["Org name"]] + Set(items.flatMap(\.parts)).sorted().map { [$0] }

  /// The columns of the monthly file.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file), headings.has(Self.attendances[0]) else { return .no }
    return headings.recognise(Self.needed)
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    let period = try headings.need("Period")
    let code = try headings.need("Org Code")
    let name = try headings.need("Org name", "Org Name")
    let region = try headings.find("Parent Org")
    var sums: [(Item, [Int])] = []
    for item in Self.items {
      var columns: [Int] = []
      for part in item.parts { columns.append(try headings.need(part)) }
      sums.append((item, columns))
    }

    var faults = Faults()
    var units = UnitTable(texts: ["name", "region"], numbers: Self.items.map(\.column))
    var month: Month?
    var stated: [Double]?
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        var numbers: [Double] = []
        for (_, columns) in sums {
          var sum = 0.0
          for column in columns {
            let count = try row.count(column, in: headings)
            // A part that is not given leaves the sum not given: it is not nought.
            sum += count
          }
          numbers.append(sum)
        }
        if row.trimmed(code).lowercased() == "total" {
          guard stated == nil else { throw RowFault("there is a second row of totals") }
          stated = numbers
          return
        }
        let text = row.trimmed(period)
        guard let found = Month(in: text) else {
          throw RowFault("'\(text.prefix(40))' in column 'Period' names no month")
        }
        guard month == nil || month == found else {
          throw RowFault("the period is '\(text)': the file mixes months")
        }
        month = found
        let unit = row.trimmed(code)
        guard AreaCodes.isODS(unit) else {
          throw RowFault("'\(unit.prefix(40))' is not an organisation's code")
        }
        units.take(
          unit, texts: [row.trimmed(name), row.trimmed(region)], numbers: numbers, line: row.line,
          faults: &faults)
      }
    }
    try faults.settle(file)
    guard let month else { throw ImportError("\(file.name) names no month in column 'Period'") }

    var reading = Reading(
      title: "A&E attendances and emergency admissions by provider, \(month.written)",
      publisher: "NHS England",
      published: file.statedPublication)
    reading.notes = try check(units, against: stated, faults: faults, file) + units.repeatsNote
    if file.name.lowercased().contains("revised") {
      reading.notes.append("the file's name says that it is revised; nothing in the file says so")
    }
    let strays = headings.names.count { $0.trimmed.isEmpty }
    if strays > 0 { reading.notes.append("\(strays) columns without a heading were passed over") }
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.definitions = measures
    reading.figures = [
      Reading.Figures(
        period: month.period, label: month.label, basis: .provided, grain: "trust", block: units.block(),
        columns: Self.items.map { ($0.definition.subject, $0.column) })
    ]
    return reading
  }

  private func check(
    _ units: UnitTable, against stated: [Double]?, faults: Faults, _ file: InputFile
  ) throws(ImportError) -> [String] {
    guard let stated else { return ["the file has no row of totals, so its sums could not be checked"] }
    guard faults.refused.isEmpty else {
      return ["rows were refused, so the providers do not add up to the row of totals"]
    }
    for (item, total) in zip(Self.items, stated)
    where !total.isNaN && !units.lacksFigures(of: item.column) && units.sum(item.column) != total {
      throw ImportError(
        "\(file.name) contradicts itself: the providers add up to \(Decimals.grouped(units.sum(item.column))) for"
          + " '\(item.definition.name)', its row of totals says \(Decimals.grouped(total)); it may have been cut or edited,"
          + " get it again")
    }
    return ["the row of totals equals the sum of the \(units.count) providers"]
  }
}
