internal import ArgumentParser
internal import Statistics
internal import Vocabulary

struct RateStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate", abstract: "Crude rates with exact limits below ten events and Byar's from ten on.",
    discussion: "Columns: x (events), n (population). Other columns are kept.")

  @OptionGroup var input: StatsInput
  @OptionGroup var confidence: ConfidenceOptions
  @OptionGroup var units: MultiplierOption
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    try confidence.refuseCertainty()
    let sheet = try input.sheet()
    let multiplier = units.multiplier ?? 100_000
    let text = "rate per \(Decimals.shortest(multiplier))"
    var result = StatsResult(
      sheet.columns + confidence.settingColumns + ["multiplier", "value"] + confidence.limitColumns
        + confidence.noteColumns)
    for (row, carried) in zip(sheet.rows, sheet.carried()) {
      let people = try sheet.population(row, "n")
      let rate = try sheet.count(row, "x").flatMap { CrudeRate(count: $0, population: people) }
      result.add(
        carried + confidence.settings + [.number(multiplier), .number(rate?.value(per: multiplier))]
          + confidence.limits { rate?.limits(at: $0, per: multiplier) }
          + confidence.notes(text, rate.map { $0.count < 10 ? "Exact" : "Byars" } ?? ""))
    }
    try result.print(output, on: console)
    return .done
  }
}

struct ProportionStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "proportion", abstract: "Proportions with Wilson's limits.",
    discussion: "Columns: x (how many have it), n (how many there are). Other columns are kept.")

  @OptionGroup var input: StatsInput
  @OptionGroup var confidence: ConfidenceOptions
  @OptionGroup var units: MultiplierOption
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let sheet = try input.sheet()
    let multiplier = units.multiplier ?? 1
    let text = multiplier == 100 ? "percentage" : "proportion of \(Decimals.shortest(multiplier))"
    var result = StatsResult(
      sheet.columns + confidence.settingColumns + ["multiplier", "value"] + confidence.limitColumns
        + confidence.noteColumns)
    for (row, carried) in zip(sheet.rows, sheet.carried()) {
      let total = try sheet.population(row, "n")
      let count = try sheet.count(row, "x")
      if let count, count > total { throw sheet.fault(row, "x", "is more than there are") }
      let part = count.flatMap { Proportion(count: $0, total: total) }
      result.add(
        carried + confidence.settings + [.number(multiplier), .number(part?.value(per: multiplier))]
          + confidence.limits { part?.limits(at: $0, per: multiplier) } + confidence.notes(text, "Wilson"))
    }
    try result.print(output, on: console)
    return .done
  }
}

struct MeanStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "mean", abstract: "Means with Student's limits.",
    discussion: "Columns: value, and the groups. A missing value leaves its group without a mean.")

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @OptionGroup var confidence: ConfidenceOptions
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    try confidence.refuseCertainty()
    let sheet = try input.sheet()
    let (names, groups) = try group.groups(of: sheet)
    var result = StatsResult(
      names + confidence.settingColumns + ["value_sum", "value_count", "stdev", "value"] + confidence.limitColumns
        + confidence.noteColumns)
    for group in groups {
      let values = try group.rows.compactMap { try sheet.number($0, "value") }
      let mean = values.count == group.rows.count ? Mean(values) : nil
      result.add(
        group.key.map { .text($0) } + confidence.settings
          + [.number(mean?.sum), .number(group.rows.count), .number(mean?.deviation), .number(mean?.value)]
          + confidence.limits { mean?.limits(at: $0) } + confidence.notes("mean", "Student's t-distribution"))
    }
    try result.print(output, on: console)
    return .done
  }
}

struct QuantileStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantile", abstract: "Sort values into quantiles.",
    discussion: "Columns: value, and 'group' where there are several. Other columns are kept.")

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @Option(help: "How many quantiles.") var quantiles = 10
  @Flag(inversion: .prefixedNo, help: "Quantile 1 has the highest values, and not the lowest.") var invert = true
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if quantiles < 2 { throw ValidationError("--quantiles must be 2 or more") }
  }

  func run(on console: Console) throws -> ExitStatus {
    let sheet = try input.sheet()
    let order: Quantiles.Order = invert ? .highestFirst : .lowestFirst
    let carried = sheet.carried()
    let lines = Dictionary(uniqueKeysWithValues: zip(sheet.rows.map(\.line), carried))
    var quantile: [Int: Int] = [:]
    for group in try group.groups(of: sheet, usually: "group").groups {
      let values = try group.rows.map { try sheet.number($0, "value") }
      for (row, number) in zip(group.rows, Quantiles.assign(values, into: quantiles, order: order)) {
        quantile[row.line] = number
      }
    }
    var result = StatsResult(sheet.columns + ["nquantiles", "invert", "quantile", "qinverted"])
    for row in sheet.rows {
      result.add(
        (lines[row.line] ?? []) + [
          .number(quantiles), .text(invert ? "TRUE" : "FALSE"), .number(quantile[row.line]),
          .text("lowest quantile represents \(invert ? "highest" : "lowest") values"),
        ])
    }
    try result.print(output, on: console)
    return .done
  }
}
