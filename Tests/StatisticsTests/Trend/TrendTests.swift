import Statistics
import Testing

@Suite("Recent trends")
struct TrendTests {
  /// PHEindicatormethods, branch add_trend_markers. It stops with an error on three years; we say what is missing.
  @Test("Markers, reasons and statistics are those of the trend branch of PHEindicatormethods", .needsOracles)
  func oracle() throws {
    let groups = Dictionary(
      uniqueKeysWithValues: try Oracle.rows("phe/trend_input.csv").grouped(by: "group").map { ($0.key, $0.rows) })
    for row in try Oracle.rows("phe/trend_output.csv") {
      let years = try #require(groups[row["group"]])
      let proportions = years.map { year -> (year: Double, count: Double, total: Double)? in
        guard let at = year.number("year"), let n = year.number("numerator"), let d = year.number("denominator") else {
          return nil
        }
        return (at, n, d)
      }
      let values = years.map { year -> (year: Double, value: Double, limits: Interval)? in
        guard let at = year.number("year"), let value = year.number("value"), let low = year.number("lower_cl"),
          let high = year.number("upper_cl")
        else { return nil }
        return (at, value, Interval(lower: low, upper: high))
      }
      for (ours, name, slope) in [
        (RecentTrend(proportions: proportions), "prop", "slope_logit"), (RecentTrend(values: values), "other", "slope"),
      ] {
        if row["\(name)_trend"].hasPrefix("ERROR") {
          #expect(ours.marker == .unknown && ours.reason == .tooFewYears)
          continue
        }
        #expect(ours.marker.rawValue == row["\(name)_trend"], "\(row.cells)")
        #expect(ours.reason.rawValue == row["\(name)_reason"], "\(row.cells)")
        // The branch regresses on the year itself, 2024 and not 4, and loses three digits by it.
        #expect(agree(ours.chiSquare, row.number("\(name)_chisq"), to: 1e-8), "\(row.cells)")
        #expect(agree(ours.slope, row.number("\(name)_\(slope)"), to: 1e-8), "\(row.cells)")
      }
    }
  }

  @Test("One year that decides the direction is an outlier, and the trend is none")
  func outlier() {
    let counts = [500.0, 480, 460, 440, 900]
    let trend = RecentTrend(
      proportions: counts.enumerated().map { (year: Double(2020 + $0.offset), count: $0.element, total: 5000) })
    #expect(trend.marker == .none)
    #expect(trend.reason == .outlier)
    #expect((trend.chiSquare ?? 0) > RecentTrend.threshold)
  }

  /// OHID gives 9.5495 as the 99.8 per cent point of chi-square with one degree of freedom.
  @Test("The threshold is the published one")
  func threshold() { #expect(abs(RecentTrend.threshold - 9.5495) < 5e-5) }

  @Test("Four years, all or none, and limits that coincide give no trend")
  func unknown() {
    let four = (0..<4).map { (year: Double($0), count: 5.0, total: 10.0) }
    #expect(RecentTrend(proportions: four).reason == .tooFewYears)
    let all = (0..<5).map { (year: Double($0), count: 10.0, total: 10.0) }
    #expect(RecentTrend(proportions: all).reason == .noSpread)
    let flat = (0..<5).map { (year: Double($0), value: 1.0, limits: Interval(lower: 1, upper: 1)) }
    #expect(RecentTrend(values: flat).reason == .noSpread)
  }
}
