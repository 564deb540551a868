import Statistics
import Testing

@Suite("Slope and relative index of inequality")
struct SlopeIndexTests {
  /// One case of the oracle: its name without the number of quantiles.
  static func gradient(_ name: String, _ rows: [Oracle.Row]) throws -> (gradient: Gradient, multiplier: Double) {
    let scale: Gradient.Scale =
      name.hasPrefix("normal") ? .natural : name.hasPrefix("rate") ? .logarithmic : .logit
    let quantiles = try rows.map { row in
      let people = try row.figure("population")
      func withLimits(_ value: String, _ lower: String, _ upper: String) throws -> Gradient.Quantile {
        Gradient.Quantile(
          population: people, value: try row.figure(value),
          limits: Interval(lower: try row.figure(lower), upper: try row.figure(upper)), on: scale)
      }
      switch name {
      case "normal_se":
        return Gradient.Quantile(population: people, value: try row.figure("mean"), error: try row.figure("mean_se"))
      case "normal_cl": return try withLimits("mean", "mean_lower", "mean_upper")
      case "rate", "rate_transform": return try withLimits("rate", "rate_lower", "rate_upper")
      case "prop_from_count":
        let proportion = try #require(Proportion(count: try row.figure("count"), total: people))
        return Gradient.Quantile(
          population: people, value: proportion.value(), limits: proportion.limits(), on: scale)
      default: return try withLimits("proportion", "prop_lower", "prop_upper")
      }
    }
    let multiplier: Double =
      switch name {
      case "prop", "prop_transform": 100
      case "prop_neg_multiplier": -100
      default: 1
      }
    return (try Gradient(quantiles, on: scale, transformed: name.hasSuffix("transform")), multiplier)
  }

  static func areas() throws -> [String: [Oracle.Row]] {
    Dictionary(
      uniqueKeysWithValues: try Oracle.rows("phe/sii_input.csv").grouped(by: "area").map { group in
        (group.key, group.rows.sorted { (Int($0["quantile"]) ?? 0) < (Int($1["quantile"]) ?? 0) })
      })
  }

  /// PHEindicatormethods 2.1.1, phe_sii, 100,000 draws. Its limits scatter between seeds by 0.8 to 1.1 per cent of the
  /// standard error (sii_mc_replicates.csv) at 95 per cent, and in theory by 2.4 per cent at 99.8 per cent: the
  /// tolerance is four times that.
  @Test("Indices are those of phe_sii, and limits without a simulation lie within its scatter", .needsOracles)
  func closedForm() throws {
    let areas = try Self.areas()
    for row in try Oracle.rows("phe/sii_output.csv") {
      let name = row["case"].replacing("_q10", with: "").replacing("_q5", with: "")
      let (gradient, multiplier) = try Self.gradient(name, try #require(areas[row["area"]]))
      let index = gradient.index(times: multiplier)
      #expect(index.definition == .populationWeighted)
      #expect(agree(index.absolute, row.number("sii"), near: abs(index.intercept * multiplier)))
      #expect(agree(index.relative, row.number("rii")))
      if let intercept = row.number("intercept") { #expect(agree(index.intercept, intercept)) }
      for (confidence, word, scatter) in [(Confidence.usual, "95_0", 0.011), (.strict, "99_8", 0.024)] {
        for ending in ["cl", ""] {
          guard let lower = row.number("sii_lower\(word)\(ending)") else { continue }
          let limits = gradient.limits(at: confidence, times: multiplier)
          let error = (limits.absolute.upper - limits.absolute.lower) / 2 / confidence.z
          #expect(abs(limits.absolute.lower - lower) < 4 * scatter * error, "\(row.cells)")
          #expect(
            abs(limits.absolute.upper - (try row.figure("sii_upper\(word)\(ending)"))) < 4 * scatter * error,
            "\(row.cells) \(limits)")
          let relative = try #require(limits.relative)
          let ratioError = (relative.upper - relative.lower) / 2 / confidence.z
          #expect(abs(relative.lower - (try row.figure("rii_lower\(word)\(ending)"))) < 4 * scatter * ratioError)
          #expect(abs(relative.upper - (try row.figure("rii_upper\(word)\(ending)"))) < 4 * scatter * ratioError)
        }
      }
    }
  }

  /// The mean of 30 simulations of phe_sii with other seeds is closer to the truth than any of them.
  @Test("The mean of many simulations comes to the limits without one", .needsOracles)
  func replicates() throws {
    let areas = try Self.areas()
    for group in try Oracle.rows("phe/sii_mc_replicates.csv").grouped(by: "case", "area") {
      let (gradient, multiplier) = try Self.gradient(
        group.rows[0]["case"], try #require(areas[group.rows[0]["area"]]))
      // The replicates of proportions were made without a multiplier or with one of 100: their index says which.
      let factor = try group.rows[0].figure("sii") / gradient.index(times: multiplier).absolute
      let limits = gradient.limits(times: multiplier * factor.rounded(.toNearestOrAwayFromZero))
      let error = (limits.absolute.upper - limits.absolute.lower) / 2 / Confidence.usual.z
      for (ours, column) in [
        (limits.absolute.lower, "sii_lower95_0cl"), (limits.absolute.upper, "sii_upper95_0cl"),
      ] {
        let theirs = try group.rows.map { try $0.figure(column) }.reduce(0, +) / Double(group.rows.count)
        #expect(abs(ours - theirs) < 4 * 0.011 / Double(group.rows.count).squareRoot() * error, "\(group.key)")
      }
    }
  }

  @Test(
    "The seeded simulation comes to the same limits", .needsOracles,
    arguments: ["normal_se", "rate", "prop", "prop_neg_multiplier", "rate_transform", "prop_transform"])
  func simulation(_ name: String) throws {
    let area = try #require(try Self.areas().sorted { $0.key < $1.key }.first)
    let (gradient, multiplier) = try Self.gradient(name, area.value)
    let draws = GradientDraws(gradient, repetitions: 10_000, seed: 7, times: multiplier)
    let ours = gradient.limits(times: multiplier)
    let drawn = draws.limits()
    let scatter = 4 * 0.011 * 10.0.squareRoot()
    let pairs = [(ours.absolute, drawn.absolute), (try #require(ours.relative), try #require(drawn.relative))]
    for (closed, simulated) in pairs {
      let error = (closed.upper - closed.lower) / 2 / Confidence.usual.z
      #expect(abs(closed.lower - simulated.lower) < scatter * error)
      #expect(abs(closed.upper - simulated.upper) < scatter * error)
    }
    #expect(
      GradientDraws(gradient, repetitions: 1000, seed: 7).limits()
        == GradientDraws(gradient, repetitions: 1000, seed: 7).limits())
    #expect(
      GradientDraws(gradient, repetitions: 1000, seed: 7).limits()
        != GradientDraws(gradient, repetitions: 1000, seed: 8).limits())
  }

  /// OHID's worked figures: populations 1200, 1000, 900, 1000, 900 and rates 30, 26, 24, 21, 18 give a slope of −14.85,
  /// 31.58 at the most deprived end, and a relative index of 0.53.
  @Test("The worked example of the population-weighted definition comes out")
  func worked() throws {
    let quantiles = zip([1200.0, 1000, 900, 1000, 900], [30.0, 26, 24, 21, 18]).map {
      Gradient.Quantile(population: $0, value: $1, error: 1)
    }
    let index = try Gradient(quantiles, on: .natural).index()
    #expect(abs(index.absolute - -14.85) < 0.005)
    #expect(abs(index.intercept - 31.58) < 0.005)
    #expect(abs((index.relative ?? 0) - 0.53) < 0.005)
  }

  @Test("Quantiles that cannot be are refused")
  func refused() {
    typealias Quantile = Gradient.Quantile
    let good = Quantile(population: 10, value: 0.5, error: 0.1)
    #expect(throws: Gradient.Refusal.tooFew) { try Gradient([good], on: .logit) }
    #expect(throws: Gradient.Refusal.emptyQuantile(2)) {
      try Gradient([good, Quantile(population: 0, value: 0.5, error: 0.1)], on: .logit)
    }
    #expect(throws: Gradient.Refusal.impossible(2)) {
      try Gradient([good, Quantile(population: 5, value: 1, error: 0.1)], on: .logit)
    }
    #expect(throws: Gradient.Refusal.impossible(1)) {
      try Gradient([Quantile(population: 5, value: 0, error: 0.1), good], on: .logarithmic)
    }
  }
}

@Suite("Slope index over weighted quintiles")
struct QuintileSlopeTests {
  static let worked = [40.0, 45, 50, 55, 60].enumerated().map {
    QuintileSlope.Quintile($0.offset + 1, numerator: $0.element, denominator: 100)
  }

  /// 40, 45, 50, 55, 60 of 100 from the most to the least deprived: a slope of −0.25, so 25 percentage points.
  @Test("The worked example comes to 25 percentage points, in any order")
  func example() throws {
    let index = try QuintileSlope.index(of: Self.worked)
    #expect(agree(index.absolute, 25))
    #expect(index.definition == .quintileWeighted)
    #expect(agree(try QuintileSlope.index(of: Self.worked.reversed()).absolute, 25))
  }

  @Test("A missing, double, empty, impossible or weightless quintile is refused")
  func refused() {
    typealias Quintile = QuintileSlope.Quintile
    func with(_ quintile: Quintile) -> [Quintile] { [quintile] + Self.worked.dropFirst() }
    #expect(throws: QuintileSlope.Refusal.notFiveQuintiles) { try QuintileSlope.index(of: Self.worked.dropLast()) }
    #expect(throws: QuintileSlope.Refusal.notFiveQuintiles) {
      try QuintileSlope.index(of: with(Quintile(2, numerator: 1, denominator: 2)))
    }
    #expect(throws: QuintileSlope.Refusal.emptyQuintile(1)) {
      try QuintileSlope.index(of: with(Quintile(1, numerator: 0, denominator: 0)))
    }
    #expect(throws: QuintileSlope.Refusal.impossible(1)) {
      try QuintileSlope.index(of: with(Quintile(1, numerator: 3, denominator: 2)))
    }
    #expect(throws: QuintileSlope.Refusal.noVariance(1)) {
      try QuintileSlope.index(of: with(Quintile(1, numerator: 2, denominator: 2)))
    }
  }
}

@Suite("Gaps and quantiles")
struct GapTests {
  @Test("Gaps turn round with their sides")
  func antisymmetric() throws {
    let gap = Gap(most: 30, least: 20)
    let turned = Gap(most: 20, least: 30)
    #expect(gap.absolute == -turned.absolute)
    #expect(agree(gap.relative, 1 / (try #require(turned.relative))))
    #expect(Gap(most: 1, least: 0).relative == nil)
    let a = Interval(lower: 27, upper: 34)
    let b = Interval(lower: 18, upper: 23)
    let limits = gap.limits(most: a, least: b)
    #expect(limits.lower < gap.absolute && gap.absolute < limits.upper)
    #expect(turned.limits(most: b, least: a) == Interval(lower: -limits.upper, upper: -limits.lower))
  }

  /// PHEindicatormethods 2.1.1, phe_quantile.
  @Test("Quantiles are those of phe_quantile", .needsOracles)
  func quantiles() throws {
    for group in try Oracle.rows("phe/quantile_output.csv").grouped(by: "group", "nquantiles", "invert") {
      let ours = Quantiles.assign(
        group.rows.map { $0.number("value") }, into: try #require(Int(group.rows[0]["nquantiles"])),
        order: group.rows[0]["invert"] == "TRUE" ? .highestFirst : .lowestFirst)
      #expect(ours == group.rows.map { Int($0["quantile"]) }, "\(group.key)")
    }
  }
}
