import Statistics
import Testing

@Suite("Standardised rates", .needsOracles)
struct StandardisationTests {
  /// PHEindicatormethods 2.1.1, calculate_dsr and phe_dsr; OHID gives none below ten events.
  @Test(
    "Directly standardised rates and Dobson's limits are those of calculate_dsr",
    arguments: ["dsr_output", "dsr_output_two_ci", "dsr_output_phe_dsr_legacy"])
  func direct(_ file: String) throws {
    let groups = Dictionary(
      uniqueKeysWithValues: try Oracle.rows("phe/dsr_input.csv").grouped(by: "area").map { ($0.key, $0.rows) })
    for row in try Oracle.rows("phe/\(file).csv") {
      let bands = try #require(groups[row["area"]])
      // Some areas have the bands below 75 only, and then bring their weights with them.
      let weights =
        bands.count == 19 ? try StandardPopulation.european2013.weights(for: bands.map { $0["ageband"] }) : nil
      var rate = DirectRate()
      for (index, band) in bands.enumerated() {
        let standard = try band.figure("stdpop")
        if let weights { #expect(weights[index] == standard) }
        rate.add(count: band.number("count") ?? 0, population: try band.figure("pop"), standard: standard)
      }
      let multiplier = row.number("multiplier") ?? 100_000
      #expect(agree(rate.count, row.number("total_count")))
      #expect(agree(rate.population, row.number("total_pop")))
      #expect(row["statistic"].contains("NA") == !rate.isReliable)
      try expect(row, rate.value(per: multiplier)) { rate.limits(at: $0, per: multiplier) }
    }
  }

  /// PHEindicatormethods 2.1.1, calculate_dsr with independent_events = FALSE.
  @Test("Events that recur in one person widen the limits as in calculate_dsr")
  func recurring() throws {
    let groups = Dictionary(
      uniqueKeysWithValues: try Oracle.rows("phe/dsr_nonindependent_input.csv").grouped(by: "area").map {
        ($0.key, $0.rows)
      })
    for row in try Oracle.rows("phe/dsr_nonindependent_output.csv") {
      var rate = DirectRate()
      for band in try #require(groups[row["area"]]).grouped(by: "ageband") {
        let people = try band.rows[0].figure("pop")
        let standard = try band.rows[0].figure("stdpop")
        rate.addPeople(people, standard: standard)
        for line in band.rows {
          rate.addEvents(
            line.number("uniqueindividuals") ?? 0, times: try line.figure("eventfrequency"), population: people,
            standard: standard)
        }
      }
      #expect(agree(rate.count, row.number("total_count")))
      #expect(agree(rate.population, row.number("total_pop")))
      try expect(row, rate.value()) { rate.limits(at: $0) }
    }
  }

  /// PHEindicatormethods 2.1.1, calculate_ISRatio and calculate_ISRate.
  @Test(
    "Indirectly standardised ratios and rates are those of calculate_ISRatio and calculate_ISRate",
    arguments: [
      ("isratio_output", 1.0), ("isratio_output_refvalue100", 100), ("isratio_output_two_ci", 1),
      ("isratio_output_observed_totals", 1), ("israte_output", 0), ("israte_output_two_ci", 0),
    ])
  func indirect(_ file: String, _ reference: Double) throws {
    let groups = Dictionary(
      uniqueKeysWithValues: try Oracle.rows("phe/isr_input.csv").grouped(by: "area").map { ($0.key, $0.rows) })
    let totals = Dictionary(
      uniqueKeysWithValues: try Oracle.rows("phe/isr_observed_totals_input.csv").map { ($0["area"], $0) })
    for row in try Oracle.rows("phe/\(file).csv") {
      var rate = IndirectRate()
      for band in try #require(groups[row["area"]]) {
        rate.add(
          population: try band.figure("pop"), referenceCount: try band.figure("refcount"),
          referencePopulation: try band.figure("refpop"))
        if !file.contains("totals") { rate.add(observed: band.number("count") ?? 0) }
      }
      if file.contains("totals") { rate.add(observed: try #require(totals[row["area"]]).figure("count")) }
      #expect(agree(rate.observed, row.number("observed")))
      #expect(agree(rate.expected, row.number("expected")))
      if reference > 0 {
        try expect(row, rate.ratio(reference: reference)) { rate.ratioLimits(at: $0, reference: reference) }
      } else {
        #expect(agree(rate.referenceRate(), row.number("ref_rate")))
        try expect(row, rate.rate()) { rate.rateLimits(at: $0) }
      }
    }
  }
}

@Suite("Standard populations")
struct StandardPopulationTests {
  static let inBands =
    [
      (0, 4), (5, 9), (10, 14), (15, 19), (20, 24), (25, 29), (30, 34), (35, 39), (40, 44), (45, 49), (50, 54),
      (55, 59),
      (60, 64), (65, 69), (70, 74), (75, 79), (80, 84), (85, 89),
    ].map { "\($0)-\($1)" } + ["90+"]

  /// The 21 bands as Eurostat published them.
  @Test("The European Standard Population is the published one", .needsOracles)
  func published() throws {
    let rows = try Oracle.rows("../data/std/esp_2013_21bands.csv")
    let weights = try StandardPopulation.european2013Detailed.weights(for: rows.map { $0["age_band_esp"] })
    #expect(weights == rows.compactMap { $0.number("esp_weight") })
    #expect(StandardPopulation.european2013.bands.reduce(0) { $0 + $1.weight } == 100_000)
    #expect(StandardPopulation.european2013Detailed.bands.reduce(0) { $0 + $1.weight } == 100_000)
  }

  @Test("Bands are joined by name, in any order and however they are written")
  func byName() throws {
    let standard = StandardPopulation.european2013
    let forwards = try standard.weights(for: Self.inBands)
    #expect(try standard.weights(for: Self.inBands.reversed()) == forwards.reversed())
    let starts = Self.inBands.map { String($0.split { $0 == "-" || $0 == "+" }[0]) }
    #expect(try standard.weights(for: starts) == forwards)
    #expect(try standard.weights(for: Self.inBands.map { $0.replacing("-", with: " to ") }) == forwards)
  }

  @Test("A band that is unknown, there twice or missing is refused")
  func refused() {
    let standard = StandardPopulation.european2013
    #expect(throws: StandardPopulation.Mismatch.unknown("0-9", standard: standard.name)) {
      try standard.weights(for: ["0-9"])
    }
    #expect(throws: StandardPopulation.Mismatch.unknown("3", standard: standard.name)) {
      try standard.weights(for: ["3"])
    }
    #expect(throws: StandardPopulation.Mismatch.twice("5")) { try standard.weights(for: ["5-9", "5"]) }
    #expect(throws: StandardPopulation.Mismatch.missing(["90+"], standard: standard.name)) {
      try standard.weights(for: Array(Self.inBands.dropLast()))
    }
  }

  @Test("Standardising to its own structure gives the crude rate")
  func ownStructure() throws {
    var rate = DirectRate()
    var events = 0.0
    var people = 0.0
    for band in 1...19 {
      let count = Double(band * band % 17)
      let population = Double(1000 + 37 * band)
      rate.add(count: count, population: population, standard: population)
      events += count
      people += population
    }
    #expect(agree(rate.value(), events / people * 100_000))
  }
}

@Suite("Years of life lost")
struct YearsOfLifeLostTests {
  /// By hand: 10 deaths from 60 to 65 lose 12.5 years each, 4 from 70 to 80 half of 70 to 75, those beyond 75 none.
  @Test("Each death counts the years from the middle of its band to the limit")
  func byHand() throws {
    var lost = YearsOfLifeLost()
    lost.add(deaths: 10, population: 1000, from: 60, until: 65, standard: 3)
    lost.add(deaths: 4, population: 500, from: 70, until: 80, standard: 1)
    lost.add(deaths: 50, population: 200, from: 80, until: 130, standard: 2)
    #expect(lost.years == 10 * 12.5 + 4 * 2.5)
    #expect(lost.deaths == 14)
    #expect(agree(lost.value(), (0.125 * 3 + 0.02) / 4 * 10_000))
    let limits = try #require(lost.limits())
    let value = try #require(lost.value())
    #expect(limits.lower < value && value < limits.upper)
  }

  @Test("Too few deaths give no rate")
  func few() {
    var lost = YearsOfLifeLost()
    lost.add(deaths: 9, population: 1000, from: 60, until: 65, standard: 3)
    #expect(lost.value() == nil)
    #expect(lost.limits() == nil)
  }
}
