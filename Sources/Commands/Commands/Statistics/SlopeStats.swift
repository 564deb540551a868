internal import ArgumentParser
internal import Statistics

struct SlopeStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "sii", abstract: "The slope and the relative index of inequality.",
    discussion: """
      Columns: quantile (1 is the most deprived), population, a value with its standard error or its 95% limits, and \
      area where there are several. Values are called value, or mean, rate and proportion by --value-type 0, 1 and 2; \
      see --value, --se, --lower and --upper for other names. Proportions may come as count instead.

      Limits are those a simulation of endless draws would give; --repetitions or --seed simulate instead. \
      --definition quintile-weighted computes the other index in use, from quantile, numerator and denominator. \
      Every row says by which definition it is.
      """)

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @Option(help: "0: errors are normal; 1: on the log scale (rates); 2: on the logit scale (proportions).")
  var valueType = 0
  @Flag(help: "Fit the line on the log or the logit scale.") var transform = false
  @Option(parsing: .unconditional, help: "What the slope is multiplied by; a negative number turns it round.")
  var multiplier = 1.0
  @Option(help: "One or several with commas: 0.95,0.998.") var confidence = "0.95"
  @Option(help: "How many quantiles each area has; as many as the largest, unless given.") var quantiles: Int?
  @Option(help: "The column of values.") var value: String?
  @Option(help: "The column of standard errors, on the scale of the value type.") var se: String?
  @Option(help: "The column of lower 95% limits.") var lower: String?
  @Option(help: "The column of upper 95% limits.") var upper: String?
  @Option(help: "The column of counts, for proportions with Wilson's limits.") var count: String?
  @Flag(inversion: .prefixedNo, help: "Also the relative index.") var rii = true
  @Flag(inversion: .prefixedNo, help: "Also the fitted value at the most deprived end.") var intercept = true
  @Option(help: "Simulate with so many draws, 1000 or more; 100000 are usual.") var repetitions: Int?
  @Option(help: "The seed of the simulation.") var seed: UInt64?
  @Flag(help: "No simulation, as is usual.") var closedForm = false
  @Option(help: "population-weighted or quintile-weighted.", transform: SlopeIndex.Definition.told)
  var definition = SlopeIndex.Definition.populationWeighted
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if Gradient.Scale(rawValue: valueType) == nil { throw ValidationError("--value-type must be 0, 1 or 2") }
    if transform, valueType == 0 { throw ValidationError("--transform needs --value-type 1 or 2") }
    if multiplier == 0 || !multiplier.isFinite { throw ValidationError("--multiplier must not be nought") }
    if let repetitions, repetitions < 1000 { throw ValidationError("--repetitions must be 1000 or more") }
    if let quantiles, quantiles < 2 { throw ValidationError("--quantiles must be 2 or more") }
    if closedForm, simulates { throw ValidationError("--closed-form excludes --repetitions and --seed") }
    if levels == nil {
      throw ValidationError("--confidence must be numbers from 0.9 to below 1 or from 90 to below 100")
    }
  }

  private var simulates: Bool { repetitions != nil || seed != nil }
  private var scale: Gradient.Scale { Gradient.Scale(rawValue: valueType) ?? .natural }
  private var levels: [Confidence]? {
    let words = confidence.split(separator: ",", omittingEmptySubsequences: false)
    let levels = words.compactMap { Double($0).flatMap { Confidence($0) } }.filter { $0.share < 1 }
    return levels.count == words.count ? levels : nil
  }

  func run(on console: Console) throws -> ExitStatus {
    let sheet = try input.sheet()
    if definition == .quintileWeighted { return try quintiles(sheet, console) }
    let levels = levels ?? []
    let (names, groups) = try group.groups(of: sheet)
    // Analysts know the limits of a transformed line without the ending.
    let ending = transform ? "" : "cl"
    let limitColumns = levels.flatMap { level in
      ["sii", "rii"].filter { $0 == "sii" || rii }.flatMap { index in
        ["\(index)_lower\(level.word)\(ending)", "\(index)_upper\(level.word)\(ending)"]
      }
    }
    var result = StatsResult(
      names + ["sii"] + (rii ? ["rii"] : []) + limitColumns + (intercept ? ["intercept"] : [])
        + ["definition", "method"])
    let columns = try Columns(self, sheet)
    let most = try quantiles ?? sheet.rows.map { try number($0, sheet) }.max() ?? 0
    var left: [String] = []
    for group in groups {
      let wanted = sheet.has("nq") ? Int(try sheet.figure(group.rows[0], "nq")) : most
      guard let gradient = try gradient(group, sheet, columns, wanted) else {
        left.append(group.key.joined(separator: ", "))
        continue
      }
      result.add(group.key.map { .text($0) } + cells(gradient, levels))
    }
    if !left.isEmpty {
      console.note(
        "left out, because not every quantile is there with its population and value: "
          + left.joined(separator: "; "))
    }
    try result.print(output, on: console)
    return .done
  }

  private func cells(_ gradient: Gradient, _ levels: [Confidence]) -> [StatsResult.Cell] {
    let index = gradient.index(times: multiplier)
    let draws =
      simulates
      ? GradientDraws(gradient, repetitions: repetitions ?? 100_000, seed: seed ?? 1, times: multiplier) : nil
    var cells: [StatsResult.Cell] = [.number(index.absolute)]
    if rii { cells.append(.number(index.relative)) }
    for level in levels {
      let limits = draws?.limits(at: level) ?? gradient.limits(at: level, times: multiplier)
      cells += [.number(limits.absolute.lower), .number(limits.absolute.upper)]
      if rii { cells += [.number(limits.relative?.lower), .number(limits.relative?.upper)] }
    }
    if intercept { cells.append(.number(index.intercept)) }
    let method = simulates ? "simulation of \(repetitions ?? 100_000) draws, seed \(seed ?? 1)" : "closed form"
    return cells + [.text(index.definition.rawValue), .text(method)]
  }

  private func number(_ row: StatsSheet.Row, _ sheet: StatsSheet) throws -> Int {
    let number = try sheet.figure(row, "quantile")
    guard let whole = Int(exactly: number), whole > 0 else { throw sheet.fault(row, "quantile", "is no quantile") }
    return whole
  }

  /// The gradient of a group; nil when a quantile is not there or has no value.
  private func gradient(
    _ group: StatsGroup, _ sheet: StatsSheet, _ columns: Columns, _ count: Int
  ) throws -> Gradient? {
    try sheet.refuseTwins(in: group, by: ["quantile"])
    let rows = try group.rows.map { (number: try number($0, sheet), row: $0) }.sorted { $0.number < $1.number }
    guard rows.map(\.number) == Array(1...max(count, 1)) else { return nil }
    let quantiles = try rows.compactMap { try columns.quantile($0.row, sheet, scale) }
    guard quantiles.count == rows.count else { return nil }
    do {
      return try Gradient(quantiles, on: scale, transformed: transform)
    } catch {
      throw sheet.fault(group, error.description)
    }
  }

  private func quintiles(_ sheet: StatsSheet, _ console: Console) throws -> ExitStatus {
    let (names, groups) = try group.groups(of: sheet)
    let numerator = try sheet.first(of: ["numerator", "count"])
    let denominator = try sheet.first(of: ["denominator", "population"])
    var result = StatsResult(names + ["sii", "intercept", "definition", "note"])
    for group in groups {
      let quintiles = try group.rows.map { row in
        QuintileSlope.Quintile(
          try number(row, sheet), numerator: try sheet.figure(row, numerator),
          denominator: try sheet.figure(row, denominator))
      }
      let key: [StatsResult.Cell] = group.key.map { .text($0) }
      do {
        let index = try QuintileSlope.index(of: quintiles)
        result.add(
          key + [.number(index.absolute), .number(index.intercept), .text(index.definition.rawValue), .text("")])
      } catch {
        result.add(
          key + [
            .number(nil as Double?), .number(nil as Double?), .text(definition.rawValue), .text("refused: \(error)"),
          ])
      }
    }
    try result.print(output, on: console)
    return .done
  }

  /// Where the values and their errors are.
  private struct Columns {
    enum Error {
      case se(String)
      case limits(lower: String, upper: String)
      case count(String)
    }

    let value: String
    let error: Error

    init(_ options: SlopeStats, _ sheet: StatsSheet) throws {
      let (word, short) = [("mean", "mean"), ("rate", "rate"), ("proportion", "prop")][options.valueType]
      if options.count != nil
        || (options.value == nil && options.valueType == 2 && !sheet.has("value") && !sheet.has(word))
      {
        guard options.valueType == 2 else { throw Failure(.usage, "--count is for proportions: give --value-type 2") }
        value = ""
        error = .count(try sheet.first(of: [options.count ?? "count"]))
        return
      }
      value = try sheet.first(of: options.value.map { [$0] } ?? ["value", word])
      let names = value == "value" ? "value" : short
      if options.lower == nil, options.upper == nil,
        let se = options.se ?? ["se", "\(names)_se"].first(where: sheet.has)
      {
        error = .se(try sheet.first(of: [se]))
      } else {
        error = .limits(
          lower: try sheet.first(
            of: options.lower.map { [$0] } ?? ["\(short)_lower", "lower_cl", "lowercl", "lower"]),
          upper: try sheet.first(
            of: options.upper.map { [$0] } ?? ["\(short)_upper", "upper_cl", "uppercl", "upper"]))
      }
    }

    func quantile(
      _ row: StatsSheet.Row, _ sheet: StatsSheet, _ scale: Gradient.Scale
    ) throws -> Gradient.Quantile? {
      guard try sheet.number(row, "population") != nil else { return nil }
      let people = try sheet.population(row, "population")
      switch error {
      case .count(let column):
        guard let count = try sheet.count(row, column) else { return nil }
        guard let part = Proportion(count: count, total: people) else {
          throw sheet.fault(row, column, "is more than the population")
        }
        return Gradient.Quantile(population: people, value: part.value(), limits: part.limits(), on: scale)
      case .se(let column):
        guard let value = try sheet.number(row, value), let error = try sheet.count(row, column) else { return nil }
        return Gradient.Quantile(population: people, value: value, error: error)
      case .limits(let lower, let upper):
        guard let value = try sheet.number(row, value), let low = try sheet.number(row, lower),
          let high = try sheet.number(row, upper)
        else { return nil }
        return Gradient.Quantile(
          population: people, value: value, limits: Interval(lower: low, upper: high), on: scale)
      }
    }
  }
}
