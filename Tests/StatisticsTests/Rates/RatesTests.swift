import Statistics
import Testing

@Suite("Rates and their intervals", .needsOracles)
struct RatesTests {
  /// PHEindicatormethods 2.1.1, phe_rate.
  @Test("Crude rates and their limits are those of phe_rate", arguments: ["rate_output", "rate_output_two_ci"])
  func crude(_ file: String) throws {
    let inputs = Dictionary(uniqueKeysWithValues: try Oracle.rows("phe/rate_input.csv").map { ($0["id"], $0) })
    for row in try Oracle.rows("phe/\(file).csv") {
      let input = try #require(inputs[row["id"]])
      let rate = try #require(CrudeRate(count: try input.figure("x"), population: try input.figure("n")))
      let multiplier = row.number("multiplier") ?? 100_000
      try expect(row, rate.value(per: multiplier)) { rate.limits(at: $0, per: multiplier) }
    }
  }

  /// PHEindicatormethods 2.1.1, phe_proportion.
  @Test(
    "Proportions and their limits are those of phe_proportion",
    arguments: [("proportion_output", 1.0), ("proportion_output_two_ci", 100), ("proportion_output_no_ci", 100)])
  func proportions(_ file: String, _ usual: Double) throws {
    let inputs = Dictionary(uniqueKeysWithValues: try Oracle.rows("phe/proportion_input.csv").map { ($0["id"], $0) })
    for row in try Oracle.rows("phe/\(file).csv") {
      let input = try #require(inputs[row["id"]])
      let proportion = try #require(Proportion(count: try input.figure("x"), total: try input.figure("n")))
      let multiplier = row.number("multiplier") ?? usual
      try expect(row, proportion.value(per: multiplier)) { proportion.limits(at: $0, per: multiplier) }
    }
  }

  /// PHEindicatormethods 2.1.1, phe_mean.
  @Test("Means and their limits are those of phe_mean, and one missing value leaves none")
  func means() throws {
    let groups = Dictionary(
      uniqueKeysWithValues: try Oracle.rows("phe/mean_input.csv").grouped(by: "area").map { ($0.key, $0.rows) })
    for row in try Oracle.rows("phe/mean_output.csv") {
      let rows = try #require(groups[row["area"]])
      let values = rows.compactMap { $0.number("value") }
      let mean = values.count == rows.count ? Mean(values) : nil
      #expect(agree(mean?.sum, row.number("value_sum")))
      #expect(agree(Double(rows.count), row.number("value_count")))
      #expect(agree(mean?.deviation, row.number("stdev")), "\(row.cells)")
      try expect(row, mean?.value) { mean?.limits(at: $0) }
    }
  }

  @Test("A count that is negative or a population of nought gives no rate")
  func impossible() {
    #expect(CrudeRate(count: -1, population: 10) == nil)
    #expect(CrudeRate(count: 1, population: 0) == nil)
    #expect(CrudeRate(count: .nan, population: 10) == nil)
    #expect(Proportion(count: 11, total: 10) == nil)
    #expect(Proportion(count: 0, total: 0) == nil)
    #expect(Mean([]) == nil)
    #expect(Confidence(0.5) == nil)
    #expect(Confidence(100.1) == nil)
  }

  @Test("Limits hold the value", arguments: [0.9, 0.95, 0.998])
  func holding(_ share: Double) throws {
    let confidence = try #require(Confidence(share))
    for count in 0...200 {
      let x = Double(count)
      for interval in [PoissonInterval.exact(x, at: confidence), PoissonInterval.usual(x, at: confidence)] {
        #expect(interval.lower <= x && x < interval.upper)
      }
      let proportion = try #require(Proportion(count: x, total: 200))
      let limits = proportion.limits(at: confidence)
      #expect(limits.lower <= proportion.value() && proportion.value() <= limits.upper)
    }
  }
}
