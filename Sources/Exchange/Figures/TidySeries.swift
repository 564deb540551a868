internal import Chronicle
internal import Formats
internal import Measures
internal import Register
internal import Vocabulary

/// What the figures of one block have in common.
struct TidySeries: Hashable {
  let measure: ID<Measure>
  let label: String
  let period: Period
  let basis: Basis
  let grain: String
  let state: Observation.State
  let isRate: Bool

  /// The measures of the block and their columns; a rate is made of two measures of its own.
  func definitions(
    named name: String, additivity: String
  ) -> (defined: [MeasureDefinition], columns: [(measure: ID<Measure>, column: String)]) {
    let known = FigureReaders.definitions.first { $0.subject == measure }
    let called = name.isEmpty ? measure.text : name
    guard isRate else {
      let additive = additivity.lowercased() == "additive"
      let new = MeasureDefinition(
        measure, called, unit: "", additivity: additive ? .additive : .notAdditive,
        meaning: "Imported as a table of figures; whoever imported it knows what it counts.")
      return ([known ?? new], [(measure, "value")])
    }
    let above = MeasureDefinition.count(
      "\(measure).numerator", "\(called), above the line", unit: "", meaning: "What is counted in \(called).")
    let below = MeasureDefinition.count(
      "\(measure).denominator", "\(called), below the line", unit: "",
      meaning: "What \(called) is counted out of.")
    let rate = MeasureDefinition.ratio(
      measure.text, called, of: above, per: below, meaning: "Imported as a table of figures.")
    return ([above, below, rate], [(above.subject, "numerator"), (below.subject, "denominator")])
  }
}

/// The columns of a tidy table, and how a row is read by them.
struct TidyColumns {
  let headings: Headings
  let name: Int?
  let additivity: Int?
  private let measure, period, unit: Int
  private let value, numerator, denominator, basis, grain, state: Int?

  init(_ headings: Headings) throws(ImportError) {
    self.headings = headings
    measure = try headings.need("measure")
    period = try headings.need("period")
    unit = try headings.need("unit")
    value = try headings.find("value")
    numerator = try headings.find("numerator")
    denominator = try headings.find("denominator")
    basis = try headings.find("basis")
    grain = try headings.find("grain")
    state = try headings.find("state")
    name = try headings.find("name")
    additivity = try headings.find("additivity")
    guard value != nil || (numerator != nil && denominator != nil) else {
      throw ImportError("there is neither a column 'value' nor 'numerator' and 'denominator'")
    }
  }

  func figure(_ row: CSVRow, _ register: Register) throws(RowFault) -> (TidySeries, String, [Double]) {
    let word = row.trimmed(measure)
    guard let measure = ID<Measure>(word) else {
      throw RowFault(
        "'\(word.prefix(60))' is not a measure's identifier: lower-case letters, digits, points and hyphens")
    }
    let label = row.trimmed(period)
    guard let period = TidyPeriod.period(label) else {
      throw RowFault(
        "'\(label.prefix(40))' is no period: write 2026-01, 2025/26, 2026-Q1 or 2026-01-31")
    }
    let unit = row.trimmed(unit)
    guard !unit.isEmpty, unit.utf8.count <= 40, unit.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      throw RowFault("'\(unit.prefix(40))' is not a unit's code")
    }
    let grain = try grain(row, unit, period, register)
    let basis = try basis(row, grain)
    let stated = row.trimmed(state).lowercased()
    guard let state = stated.isEmpty ? .final : Observation.State(rawValue: stated) else {
      throw RowFault("'\(stated.prefix(40))' is no state: final, provisional, revised or estimate")
    }
    let (isRate, numbers) = try numbers(row)
    let isCount = FigureReaders.definitions.contains { $0.subject == measure && $0.additivity == .additive }
    if isCount, numbers.contains(where: { $0 < 0 }) {
      throw RowFault("a count of \(measure) is below nought")
    }
    let series = TidySeries(
      measure: measure, label: label, period: period, basis: basis, grain: grain, state: state, isRate: isRate
    )
    return (series, unit, numbers)
  }

  private func numbers(_ row: CSVRow) throws(RowFault) -> (isRate: Bool, [Double]) {
    let value = try value.map { (at) throws(RowFault) in try row.number(at, in: headings) } ?? .nan
    guard let numerator, let denominator, !row.isEmpty(numerator) || !row.isEmpty(denominator) else {
      return (false, [value])
    }
    let above = try row.amount(numerator, in: headings)
    let below = try row.amount(denominator, in: headings)
    if !value.isNaN, !above.isNaN, !below.isNaN, below > 0 {
      // A share or a percentage, rounded as people round.
      let share = above / below
      guard abs(share - value) <= 0.01 || abs(share * 100 - value) <= 0.5 else {
        throw RowFault("\(above) of \(below) is not the stated \(value)")
      }
    }
    return (true, [above, below])
  }

  private static let grains: Set<String> = [
    "practice", "lsoa11", "lsoa21", "commissioner", "trust", "sub-icb-location", "icb", "ccg", "stp",
    "council",
  ]

  private func grain(
    _ row: CSVRow, _ unit: String, _ period: Period, _ register: Register
  ) throws(RowFault) -> String {
    let stated = row.trimmed(grain).lowercased()
    if !stated.isEmpty {
      guard Self.grains.contains(stated) else {
        throw RowFault(
          "'\(stated.prefix(40))' is no grain: one of \(Self.grains.sorted().joined(separator: ", "))")
      }
      return stated
    }
    if AreaCodes.isPractice(unit) { return "practice" }
    if let day = period.from.day {
      let lens = register.snapshot.on(day).register
      let kinds = Set(lens.bodies(withCode: unit).compactMap { lens.kind($0) })
      if kinds.count == 1, let kind = kinds.first {
        if kind == .nhsTrust { return "trust" }
        if Self.grains.contains(kind.rawValue) { return kind.rawValue }
      }
    }
    throw RowFault(
      "it cannot be told what \(unit) is; add a column 'grain' with one of \(Self.grains.sorted().joined(separator: ", "))"
    )
  }

  private func basis(_ row: CSVRow, _ grain: String) throws(RowFault) -> Basis {
    let stated = row.trimmed(basis).lowercased()
    if !stated.isEmpty {
      guard let basis = Basis(rawValue: stated) else {
        throw RowFault(
          "'\(stated.prefix(40))' is no basis: one of \(Basis.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      return basis
    }
    switch grain {
    case "practice": return .registered
    case "lsoa11", "lsoa21": return .resident
    case "trust": return .provided
    case "commissioner": return .commissioned
    default:
      throw RowFault(
        "what ties figures to this \(grain) is not said; add a column 'basis' with one of"
          + " \(Basis.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }
}

/// Periods as a tidy table writes them.
enum TidyPeriod {
  static func period(_ text: String) -> Period? {
    if let day = Day(text) { return Period(from: day, until: day.advanced(by: 1)) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].count == 4, let year = Int(parts[0]) {
      if parts[1].count == 2, let number = Int(parts[1]), let month = Month(year: year, month: number) {
        return month.period
      }
      if parts[1].uppercased().hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()),
        (1...4).contains(quarter),
        let first = Month(year: year, month: quarter * 3 - 2),
        let last = Month(year: year, month: quarter * 3)
      {
        return Period(from: first.first, until: last.first.startOfNextMonth)
      }
    }
    guard text.count == 7, text.contains("/") else { return nil }
    return FinancialYear(in: text)?.period
  }
}
