internal import ArgumentParser
internal import Statistics
internal import Vocabulary

struct FunnelStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel", abstract: "Funnel limits, points and significance at 95 and 99.8 per cent.",
    discussion: """
      Proportions need the columns numerator and denominator; ratios observed and expected; rates count and pop, or \
      count and rate. A column 'set' divides the rows into funnels.

        concordat stats funnel screening.csv --kind proportion --output limits --csv
        concordat stats funnel deaths.csv --kind rate --rate-type dsr --years-of-data 3 --output significance

      Institutions that differ by more than chance have limits widened by the variance between them, a row for each: \
      --overdispersion shmi for a standardised ratio on the log scale, cqc on the square-root scale, proportion on the \
      arcsine scale, counts for a ratio of two counts.

        concordat stats funnel mortality.csv --overdispersion shmi --csv
      """)

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @Option(help: "proportion, ratio or rate; told by the columns unless given.") var kind: Kind?
  @Option(name: .customLong("output"), help: "limits, points or significance.") var part = Part.limits
  @Option(help: "Ratios as isr (times 100) or count (less one).", transform: Funnel.RatioKind.told)
  var ratioType = Funnel.RatioKind.isr
  @Option(help: "Rates as crude or dsr.") var rateType = RateType.crude
  @Option(help: "How many years a rate's events and population are of; the column years, else 1, unless given.")
  var yearsOfData: Double?
  @OptionGroup var units: MultiplierOption
  @Option(help: "Widen limits for over-dispersion: shmi, cqc, proportion or counts.")
  var overdispersion: WidenedFunnel.Method?
  @Option(help: "The share of scores trimmed at each end before the variance is taken.") var trim = 0.1
  @Option(help: "The limits an outlier lies outside of, with --overdispersion: 95 or 99.8.")
  var limit = "99.8"
  @OptionGroup var output: OutputOptions

  enum Kind: String, ExpressibleByArgument, CaseIterable { case proportion, ratio, rate }
  enum Part: String, ExpressibleByArgument, CaseIterable { case limits, points, significance }
  enum RateType: String, ExpressibleByArgument, CaseIterable { case crude, dsr }

  func validate() throws {
    if let yearsOfData, !(yearsOfData > 0) { throw ValidationError("--years-of-data must be above nought") }
    if !(trim >= 0 && trim < 0.5) { throw ValidationError("--trim is a share from 0 to less than 0.5") }
    if !["95", "99.8"].contains(limit) { throw ValidationError("--limit is 95 or 99.8") }
  }

  func run(on console: Console) throws -> ExitStatus {
    let sheet = try input.sheet()
    let (names, groups) = try group.groups(of: sheet, usually: "set")
    if let overdispersion {
      let funnel = WidenedFunnel(method: overdispersion, trim: trim, confidence: limit == "95" ? .usual : .strict)
      try funnel.result(sheet, groups).print(output, on: console)
      return .done
    }
    let kind = try kind ?? told(by: sheet)
    let result =
      part == .limits
      ? try limits(kind, sheet, names, groups) : try rows(kind, sheet, groups)
    try result.print(output, on: console)
    return .done
  }

  private func told(by sheet: StatsSheet) throws -> Kind {
    if sheet.has("observed"), sheet.has("expected") { return .ratio }
    if sheet.has("count"), sheet.has("pop") || sheet.has("rate") { return .rate }
    _ = try sheet.first(of: ["numerator"])
    return .proportion
  }

  private func multiplier(_ kind: Kind) -> Double { units.multiplier ?? (kind == .rate ? 100_000 : 100) }

  // MARK: Reading

  /// One place of a funnel.
  private struct Place {
    let line: Int
    let count: Double
    let size: Double
    let rate: Double
  }

  private func places(_ kind: Kind, _ sheet: StatsSheet, _ group: StatsGroup) throws -> [Place] {
    let (above, below) =
      switch kind {
      case .proportion: ("numerator", "denominator")
      case .ratio: ("observed", "expected")
      case .rate: ("count", "pop")
      }
    return try group.rows.map { row in
      guard let count = try sheet.count(row, above) else { throw sheet.fault(row, above, "is missing") }
      if kind == .rate, sheet.has("rate"), count > 0 {
        let rate = try sheet.population(row, "rate")
        return Place(line: row.line, count: count, size: multiplier(kind) * count / rate, rate: rate)
      }
      let size = try sheet.population(row, below)
      if kind == .proportion, count > size { throw sheet.fault(row, above, "is more than there are") }
      return Place(line: row.line, count: count, size: size, rate: count / size * multiplier(kind))
    }
  }

  private func baseline(_ places: [Place]) -> Double {
    places.reduce(0) { $0 + $1.count } / places.reduce(0) { $0 + $1.size }
  }

  private func years(_ sheet: StatsSheet, _ group: StatsGroup) throws -> Double {
    if let yearsOfData { return yearsOfData }
    guard sheet.has("years") else { return 1 }
    let years = try sheet.population(group.rows[0], "years")
    for row in group.rows where try sheet.population(row, "years") != years {
      throw sheet.fault(row, "years", "differs within one funnel")
    }
    return years
  }

  // MARK: Limits

  private func limits(
    _ kind: Kind, _ sheet: StatsSheet, _ names: [String], _ groups: [StatsGroup]
  ) throws -> StatsResult {
    let (axis, size) =
      switch kind {
      case .proportion: ("Population", nil as String?)
      case .ratio: ("Observed_events", "exp_events")
      case .rate: ("Events", "population_1_year")
      }
    let limits = ["lower_2s", "upper_2s", "lower_3s", "upper_3s"].flatMap { limit in
      (size.map { ["\(limit)_\($0)"] } ?? []) + ["\(limit)_limit"]
    }
    var result = StatsResult(
      names + [axis] + limits + (kind == .ratio ? [] : ["baseline"]) + ["statistic", "method"])
    for group in groups {
      let places = try places(kind, sheet, group)
      let baseline = baseline(places)
      guard baseline > 0 || kind == .ratio else {
        throw sheet.fault(group, "nothing was counted, so there is no funnel")
      }
      let per = multiplier(kind)
      let points: [Funnel.Point]
      let notes: [StatsResult.Cell]
      switch kind {
      case .proportion:
        points = Funnel.proportion(baseline: baseline, populations: places.map(\.size), per: per)
        notes = [.number(baseline * per), .text("proportion"), .text("Wilson")]
      case .ratio:
        points = Funnel.ratio(ratioType, expected: places.map(\.size))
        notes = [.text("ratio (\(ratioType.rawValue))"), .text("Poisson")]
      case .rate:
        points = Funnel.rate(
          baseline: baseline * per, populations: places.map(\.size), years: try years(sheet, group), per: per)
        notes = [
          .number(baseline * per), .text("rate (\(rateType.rawValue) per \(Decimals.grouped(per)))"), .text("Poisson"),
        ]
      }
      let key: [StatsResult.Cell] = group.key.map { .text($0) }
      for point in points {
        let cells = [point.lower2, point.upper2, point.lower3, point.upper3].flatMap { limit in
          (limit.size.map { [StatsResult.Cell.number($0)] } ?? []) + [.number(limit.value)]
        }
        result.add(key + [.number(point.place)] + cells + notes)
      }
    }
    return result
  }

  // MARK: Points and significance

  private func rows(_ kind: Kind, _ sheet: StatsSheet, _ groups: [StatsGroup]) throws -> StatsResult {
    var found: [Int: [StatsResult.Cell]] = [:]
    for group in groups {
      let places = try places(kind, sheet, group)
      let baseline = baseline(places)
      let years = kind == .rate ? try years(sheet, group) : 1
      for place in places {
        found[place.line] =
          part == .points
          ? point(kind, place, years: years) : [.text(significance(kind, place, baseline).rawValue)]
      }
    }
    let columns =
      part == .significance
      ? ["significance"] : kind == .rate ? ["rate_chart", "denominator_derived"] : ["\(kind.rawValue)_chart"]
    var result = StatsResult(sheet.columns + columns)
    for (row, carried) in zip(sheet.rows, sheet.carried()) { result.add(carried + (found[row.line] ?? [])) }
    return result
  }

  private func isTooFew(_ place: Place) -> Bool { rateType == .dsr && place.count < DirectRate.fewestEvents }

  private func point(_ kind: Kind, _ place: Place, years: Double) -> [StatsResult.Cell] {
    switch kind {
    case .proportion: [.number(place.rate)]
    case .ratio: [.number(ratioType.shown(place.count / place.size))]
    case .rate:
      isTooFew(place)
        ? [.number(nil as Double?), .number(nil as Double?)] : [.number(place.rate), .number(place.size / years)]
    }
  }

  private func significance(_ kind: Kind, _ place: Place, _ baseline: Double) -> FunnelSignificance {
    switch kind {
    case .proportion:
      Proportion(count: place.count, total: place.size).map { FunnelSignificance($0, baseline: baseline) } ?? .none
    case .ratio: FunnelSignificance(observed: place.count, expected: place.size)
    case .rate:
      isTooFew(place)
        ? .notApplicable : FunnelSignificance(observed: place.count, expected: place.size * baseline)
    }
  }
}

extension RawRepresentable where RawValue == String, Self: CaseIterable {
  /// The value of a word on the command line.
  static func told(_ word: String) throws -> Self {
    if let value = Self(rawValue: word) { return value }
    throw ValidationError("'\(word)' is none of \(allCases.map(\.rawValue).joined(separator: ", "))")
  }
}
