import Statistics
import Testing

@Suite("Funnels", .needsOracles)
struct FunnelTests {
  /// PHEindicatormethods 2.1.1, calculate_funnel_limits. Curves to 1e-4: its bisection stops at 1e-7 in v, ours is exact.
  func compare(_ ours: [Funnel.Point], _ rows: [Oracle.Row], place: String, size: String?) throws {
    #expect(ours.count == rows.count)
    for (point, row) in zip(ours, rows) {
      #expect(point.place == row.number(place), "\(row.cells)")
      for (limit, name) in [
        (point.lower2, "lower_2s"), (point.upper2, "upper_2s"), (point.lower3, "lower_3s"), (point.upper3, "upper_3s"),
      ] {
        #expect(agree(limit.value, row.number("\(name)_limit"), to: 1e-4), "\(name) \(limit) \(row.cells)")
        if let size { #expect(agree(limit.size, row.number("\(name)_\(size)"), to: 1e-4)) }
      }
    }
  }

  func sets(_ path: String) throws -> [String: [Oracle.Row]] {
    Dictionary(uniqueKeysWithValues: try Oracle.rows(path).grouped(by: "set").map { ($0.key, $0.rows) })
  }

  @Test("Limits of proportions are those of calculate_funnel_limits")
  func proportions() throws {
    let limits = try sets("phe/funnel_proportion_limits.csv")
    for (set, rows) in try sets("phe/funnel_proportion_input.csv") {
      let totals = try rows.map { try $0.figure("denominator") }
      let baseline = try rows.map { try $0.figure("numerator") }.reduce(0, +) / totals.reduce(0, +)
      let theirs = try #require(limits[set])
      #expect(agree(baseline * 100, theirs[0].number("baseline")))
      try compare(
        Funnel.proportion(baseline: baseline, populations: totals), theirs, place: "Population", size: nil)
    }
  }

  @Test("Limits of ratios are those of calculate_funnel_limits", arguments: Funnel.RatioKind.allCases)
  func ratios(_ kind: Funnel.RatioKind) throws {
    let limits = try sets("phe/funnel_ratio_limits_\(kind.rawValue).csv")
    for (set, rows) in try sets("phe/funnel_ratio_input.csv") {
      try compare(
        Funnel.ratio(kind, expected: try rows.map { try $0.figure("expected") }), try #require(limits[set]),
        place: "Observed_events", size: "exp_events")
    }
  }

  @Test("Limits of rates are those of calculate_funnel_limits", arguments: ["crude", "dsr"])
  func rates(_ kind: String) throws {
    let limits = try sets("phe/funnel_rate_limits_\(kind).csv")
    for (set, rows) in try sets("phe/funnel_rate_input.csv") {
      let populations = try rows.map { try $0.figure("pop") }
      let baseline = try rows.map { try $0.figure("count") }.reduce(0, +) / populations.reduce(0, +) * 100_000
      let theirs = try #require(limits[set])
      #expect(agree(baseline, theirs[0].number("baseline")))
      try compare(
        Funnel.rate(baseline: baseline, populations: populations, years: try rows[0].figure("years")), theirs,
        place: "Events", size: "population_1_year")
    }
  }

  /// SciPy's chi-square quantiles stand beside the package's bisection in this file.
  @Test("Poisson limits are exact")
  func poisson() throws {
    for row in try Oracle.rows("phe/poisson_funnel_points.csv") {
      let events = try row.figure("obs")
      let tail = try row.figure("p")
      let ours =
        row["side"] == "low" ? PoissonInterval.lower(events, tail: tail) : PoissonInterval.upper(events, tail: tail)
      #expect(agree(ours, row.number("exact_chisq")), "\(row.cells)")
      #expect(agree(ours, row.number("value"), to: 1e-4))
    }
  }

  @Test("Significance is that of assign_funnel_significance")
  func significance() throws {
    for rows in try sets("phe/funnel_proportion_significance.csv").values {
      let parts = try rows.map { row in
        try #require(Proportion(count: try row.figure("numerator"), total: try row.figure("denominator")))
      }
      let baseline = parts.reduce(0) { $0 + $1.count } / parts.reduce(0) { $0 + $1.total }
      for (part, row) in zip(parts, rows) {
        #expect(FunnelSignificance(part, baseline: baseline).rawValue == row["significance"])
      }
    }
    for row in try Oracle.rows("phe/funnel_ratio_significance.csv") {
      let ours = FunnelSignificance(observed: try row.figure("observed"), expected: try row.figure("expected"))
      #expect(ours.rawValue == row["significance"])
    }
    for rows in try sets("phe/funnel_rate_significance_crude.csv").values {
      let all = try rows.map { (count: try $0.figure("count"), people: try $0.figure("pop")) }
      let baseline = all.reduce(0) { $0 + $1.count } / all.reduce(0) { $0 + $1.people }
      for (one, row) in zip(all, rows) {
        let ours = FunnelSignificance(observed: one.count, expected: one.people * baseline)
        #expect(ours.rawValue == row["significance"])
      }
    }
  }
}

@Suite("Over-dispersion", .needsOracles)
struct OverdispersionTests {
  /// FunnelPlotR 0.6.0. Its widened CQC limits are not squared back from the square-root scale, so ours are compared by
  /// their roots, and its outliers by them are not compared.
  @Test("Scores, variance, limits and outliers are those of FunnelPlotR")
  func oracle() throws {
    let inputs = Dictionary(
      uniqueKeysWithValues: try Oracle.rows("funnelplotr/funnelplotr_input.csv").grouped(by: "set").map {
        ($0.key, $0.rows)
      })
    let points = Dictionary(
      uniqueKeysWithValues: try Oracle.rows("funnelplotr/funnelplotr_points.csv").grouped(by: "case").map {
        ($0.key, $0.rows)
      })
    for test in try Oracle.rows("funnelplotr/funnelplotr_cases.csv") where test["draw_adjusted_arg"] == "TRUE" {
      let pairs = try #require(inputs[test["set"]]).map {
        (numerator: try $0.figure("numerator"), denominator: try $0.figure("denominator"))
      }
      let kind: Overdispersion.Kind =
        switch test["data_type"] {
        case "SR": test["sr_method"] == "SHMI" ? .ratioOnLog : .ratioOnRoot
        case "PR": .proportion
        default: .ratioOfCounts
        }
      let ours = try Overdispersion(kind, pairs, trim: try test.figure("trim_by"))
      #expect(agree(ours.phi, test.number("phi")), "\(test.cells)")
      #expect(agree(ours.tau2, test.number("tau2"), to: 1e-11), "\(test.cells)")
      #expect((ours.tau2 > 0) == (test["draw_adjusted_used"] == "TRUE"))
      let level: Confidence = test["limit"] == "95" ? .usual : .strict
      for (unit, row) in zip(ours.units, try #require(points[test["case"]])) {
        try compare(unit, row, of: ours, times: try test.figure("multiplier"))
        if kind != .ratioOfCounts, kind != .ratioOnRoot || ours.tau2 == 0 {
          #expect(ours.isOutlier(unit, at: level) == (row["outlier"] == "1"), "\(row.cells)")
        }
      }
    }
  }

  private func compare(
    _ unit: Overdispersion.Unit, _ row: Oracle.Row, of ours: Overdispersion, times multiplier: Double
  ) throws {
    #expect(agree(unit.ratio, row.number("rr")))
    #expect(agree(unit.score, row.number("Y"), near: 1))
    // For ratios of counts the package tests with the error of the ratio, as we do, but draws limits with that of an
    // arcsine: half the root of the denominator.
    let drawn = ours.kind == .ratioOfCounts ? 1 / (2 * unit.denominator.squareRoot()) : unit.error
    #expect(agree(drawn, row.number("s")))
    #expect(agree(unit.z, row.number("Uzscore"), near: 1))
    if let trimmed = unit.trimmed { #expect(agree(trimmed, row.number("Wuzscore"), near: 1)) }
    if ours.kind == .ratioOnLog { #expect((unit.trimmed == nil) == (row["truncated"] == "1")) }
    for (confidence, level) in [(Confidence.usual, "95"), (.strict, "99")] {
      guard ours.kind != .ratioOfCounts else {
        #expect(unit.error > drawn)
        continue
      }
      let plain = ours.limits(of: unit, at: confidence).scaled(by: multiplier)
      #expect(agree(plain.lower, row.number("LCL\(level)"), to: 1e-6), "\(row.cells)")
      #expect(agree(plain.upper, row.number("UCL\(level)"), to: 1e-6), "\(row.cells)")
      var wide = ours.widenedLimits(of: unit, at: confidence)
      if ours.kind == .ratioOnRoot { wide = Interval(lower: wide.lower.squareRoot(), upper: wide.upper.squareRoot()) }
      wide = wide.scaled(by: multiplier)
      #expect(agree(wide.lower, row.number("OD\(level)LCL"), to: 1e-6), "\(row.cells)")
      #expect(agree(wide.upper, row.number("OD\(level)UCL"), to: 1e-6), "\(row.cells)")
    }
  }
}
