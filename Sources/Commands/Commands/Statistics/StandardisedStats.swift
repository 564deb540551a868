internal import ArgumentParser
internal import Formats
internal import Statistics
internal import Vocabulary

struct DirectStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "dsr", abstract: "Directly standardised rates with Dobson's limits.",
    discussion: """
      Columns: count, pop, stdpop, and area where there are several. Without stdpop the European Standard Population \
      2013 is joined to the column ageband by the name of each band. A missing count is nought. Where \
      events recur in one person the columns uniqueindividuals and eventfrequency say how often, in place of count. \
      Fewer than ten events give no rate.
      """)

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @OptionGroup var confidence: ConfidenceOptions
  @OptionGroup var units: MultiplierOption
  @OptionGroup var standard: StandardOption
  @Flag(help: "Events may recur in one person; so where the columns that say so are there.")
  var nonindependent = false
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    try confidence.refuseCertainty()
    let sheet = try input.sheet()
    let multiplier = units.multiplier ?? 100_000
    let (names, groups) = try group.groups(of: sheet)
    var result = StatsResult(
      names + confidence.settingColumns + ["multiplier", "total_count", "total_pop", "value"]
        + confidence.limitColumns + confidence.noteColumns)
    for group in groups {
      let rate = try recurs(in: sheet) ? recurringRate(group, sheet) : rate(group, sheet)
      let text = rate.isReliable ? "dsr per \(Decimals.shortest(multiplier))" : "dsr NA for total count < 10"
      result.add(
        group.key.map { .text($0) } + confidence.settings
          + [.number(multiplier), .number(rate.count), .number(rate.population), .number(rate.value(per: multiplier))]
          + confidence.limits { rate.limits(at: $0, per: multiplier) }
          + confidence.notes(
            text, recurs(in: sheet) ? "Dobson, with confidence adjusted for non-independent events" : "Dobson"))
    }
    try result.print(output, on: console)
    return .done
  }

  private func recurs(in sheet: StatsSheet) -> Bool {
    nonindependent || (sheet.has("eventfrequency") && sheet.has("uniqueindividuals"))
  }

  private func rate(_ group: StatsGroup, _ sheet: StatsSheet) throws -> DirectRate {
    if sheet.has("ageband") { try sheet.refuseTwins(in: group, by: ["ageband"]) }
    var rate = DirectRate()
    for (row, weight) in zip(group.rows, try standard.weights(group, sheet)) {
      rate.add(
        count: try sheet.count(row, "count") ?? 0, population: try sheet.population(row, "pop"), standard: weight)
    }
    return rate
  }

  private func recurringRate(_ group: StatsGroup, _ sheet: StatsSheet) throws -> DirectRate {
    try sheet.refuseTwins(in: group, by: ["ageband", "eventfrequency"])
    let band = try sheet.index("ageband")
    var first: [String: StatsSheet.Row] = [:]
    var bands: [StatsSheet.Row] = []
    for row in group.rows where first[row.cells[band]] == nil {
      first[row.cells[band]] = row
      bands.append(row)
    }
    var rate = DirectRate()
    var standards: [String: Double] = [:]
    for (row, weight) in zip(bands, try standard.weights(StatsGroup(key: group.key, rows: bands), sheet)) {
      rate.addPeople(try sheet.population(row, "pop"), standard: weight)
      standards[row.cells[band]] = weight
    }
    for row in group.rows {
      let name = row.cells[band]
      let people = try sheet.population(row, "pop")
      guard let head = first[name], try sheet.population(head, "pop") == people else {
        throw sheet.fault(row, "pop", "differs from that of another row of the age band \(name)")
      }
      rate.addEvents(
        try sheet.count(row, "uniqueindividuals") ?? 0, times: try sheet.count(row, "eventfrequency") ?? 0,
        population: people, standard: standards[name] ?? 0)
    }
    return rate
  }
}

struct IndirectStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "isr", abstract: "Indirectly standardised ratios or rates.",
    discussion: """
      Columns: pop, refcount and refpop of each band, count unless --observed-totals gives the events of each group, \
      and area where there are several. Exact limits below ten events, Byar's from ten on.
      """)

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @OptionGroup var confidence: ConfidenceOptions
  @Flag(help: "Ratios (unless told otherwise), or rates.") var kind = Kind.ratio
  @Option(help: "What a ratio of one is shown as: 1 or 100.") var referenceValue = 1.0
  @OptionGroup var units: MultiplierOption
  @Option(help: "A table with the events of each group in its column count.", completion: .file())
  var observedTotals: String?
  @OptionGroup var output: OutputOptions

  enum Kind: String, EnumerableFlag { case ratio, rate }

  func validate() throws {
    if !(referenceValue > 0) { throw ValidationError("--reference-value must be above nought") }
  }

  func run(on console: Console) throws -> ExitStatus {
    try confidence.refuseCertainty()
    let sheet = try input.sheet()
    let (names, groups) = try group.groups(of: sheet)
    let totals = try totals(names)
    let multiplier = units.multiplier ?? 100_000
    var result = StatsResult(
      names + confidence.settingColumns + ["observed", "expected"] + (kind == .rate ? ["ref_rate"] : []) + ["value"]
        + confidence.limitColumns + confidence.noteColumns)
    for group in groups {
      let rate = try rate(group, sheet, totals)
      let reference = kind == .rate ? rate.referenceRate(per: multiplier) : referenceValue
      let text =
        kind == .rate
        ? "indirectly standardised rate per \(Decimals.shortest(multiplier))"
        : "indirectly standardised ratio x \(Decimals.shortest(referenceValue))"
      result.add(
        group.key.map { .text($0) } + confidence.settings + [.number(rate.observed), .number(rate.expected)]
          + (kind == .rate ? [.number(reference)] : []) + [.number(rate.ratio(reference: reference))]
          + confidence.limits { rate.ratioLimits(at: $0, reference: reference) }
          + confidence.notes(text, rate.observed < 10 ? "Exact" : "Byars"))
    }
    try result.print(output, on: console)
    return .done
  }

  private func rate(
    _ group: StatsGroup, _ sheet: StatsSheet, _ totals: [[String]: Double]?
  ) throws -> IndirectRate {
    if sheet.has("ageband") { try sheet.refuseTwins(in: group, by: ["ageband"]) }
    var rate = IndirectRate()
    for row in group.rows {
      guard let reference = try sheet.count(row, "refcount") else { throw sheet.fault(row, "refcount", "is missing") }
      rate.add(
        population: try sheet.population(row, "pop"), referenceCount: reference,
        referencePopulation: try sheet.population(row, "refpop"))
      if totals == nil { rate.add(observed: try sheet.count(row, "count") ?? 0) }
    }
    if let totals {
      guard let total = totals[group.key] else {
        throw sheet.fault(group, "the table of observed totals has no row for it")
      }
      rate.add(observed: total)
    }
    return rate
  }

  private func totals(_ names: [String]) throws -> [[String]: Double]? {
    guard let observedTotals else { return nil }
    let sheet = try StatsSheet(path: observedTotals)
    var totals: [[String]: Double] = [:]
    for group in try sheet.groups(by: names) {
      guard group.rows.count == 1, let count = try sheet.count(group.rows[0], "count") else {
        throw sheet.fault(group, "it must have exactly one row with a count")
      }
      totals[group.key] = count
    }
    return totals
  }
}
