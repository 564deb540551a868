import Statistics

/// What a month needs of the engines, and what the programs of the field take for the same.
func measureStatistics() throws {
  measureProcessControl()
  measureRates()
  try measureInequality()
  try measureLifeExpectancy()
  measureFunnels()
}

private let stopwatch = Stopwatch(runs: 20)

/// 10,000 series of 36 months about a level of their own, each with a target.
private func measureProcessControl() {
  var numbers = RandomNumbers(seed: 1)
  let series = (0..<10_000).map { number in
    let level = 50 + Double(number % 40)
    return ProcessSeries(
      (0..<36).map { _ in level + 4 * numbers.nextNormal() },
      direction: number.isMultiple(of: 2) ? .increase : .decrease,
      target: .fixed(level + Double(number % 20) - 10))
  }
  var chart = ControlChart()
  func judge(by rules: ControlRules) {
    var special = 0
    for one in series {
      chart.draw(one, by: rules)
      if chart.variation != .commonCause { special += 1 }
    }
    precondition(special > 0, "chance alone gives some special causes among 10,000 series")
  }
  let work = "process control, 10,000 series of 36"
  stopwatch.measure(
    "\(work), nhsr-0.2", budget: .milliseconds(20), rival: Rival("NHSRplotthedots 0.2.2", .seconds(39.3))
  ) { judge(by: .nhsr02) }
  stopwatch.measure("\(work), abspc-1", budget: .milliseconds(20), rival: Rival("abspc 1.1.0", .seconds(21.8))) {
    judge(by: .abspc1)
  }
}

private func measureRates() {
  let bands = 19
  var numbers = RandomNumbers(seed: 2)
  let populations = (0..<10_000 * bands).map { _ in Double(Int.random(in: 200...9_000, using: &numbers)) }
  let counts = populations.map { (Double.random(in: 0...0.04, using: &numbers) * $0).rounded() }
  let standard = StandardPopulation.european2013.bands.map(\.weight)
  stopwatch.measure(
    "directly standardised rates, 10,000 of 19 bands", budget: .milliseconds(20),
    rival: Rival("calculate_dsr", .seconds(5.48))
  ) {
    var width = 0.0
    for area in 0..<10_000 {
      var rate = DirectRate()
      for band in 0..<bands {
        let place = area * bands + band
        rate.add(count: counts[place], population: populations[place], standard: standard[band])
      }
      if let value = rate.value(), let limits = rate.limits(), limits.lower < value { width += limits.upper - value }
    }
    precondition(width > 0)
  }
  stopwatch.measure("indirectly standardised, 10,000 of 19 bands", rival: Rival("calculate_ISRatio", .seconds(8.35))) {
    var width = 0.0
    for area in 0..<10_000 {
      var rate = IndirectRate()
      for band in 0..<bands {
        let place = area * bands + band
        rate.add(observed: counts[place])
        rate.add(population: populations[place], referenceCount: counts[band], referencePopulation: populations[band])
      }
      if let limits = rate.ratioLimits() { width += limits.upper - limits.lower }
    }
    precondition(width > 0)
  }
  let rows = (0..<1_000_000).map { _ in Double(Int.random(in: 0...2_000, using: &numbers)) }
  Stopwatch(runs: 5).measure("crude rates with limits, 1,000,000", rival: Rival("phe_rate", .seconds(2.83))) {
    var width = 0.0
    for count in rows {
      if let limits = CrudeRate(count: count, population: 50_000)?.limits() { width += limits.upper - limits.lower }
    }
    precondition(width > 0)
  }
  Stopwatch(runs: 5).measure("Wilson's limits, 1,000,000", rival: Rival("phe_proportion", .milliseconds(180))) {
    var width = 0.0
    for count in rows {
      if let limits = Proportion(count: count, total: 2_000)?.limits() { width += limits.upper - limits.lower }
    }
    precondition(width > 0)
  }
  let groups = (0..<1_000).map { group in rows[group * 100..<group * 100 + 100].map(Double?.some) }
  stopwatch.measure("quantiles, 1,000 groups of 100", rival: Rival("phe_quantile", .seconds(1.5))) {
    precondition(groups.allSatisfy { Quantiles.assign($0, into: 10).count == 100 })
  }
}

private func measureInequality() throws {
  let gradients = try (0..<50).map { area in
    try Gradient(
      (0..<10).map {
        Gradient.Quantile(population: 9_000 + 300 * Double($0), value: 72 + 0.9 * Double($0), error: 0.3)
      },
      on: .natural)
  }
  stopwatch.measure("slope and relative index, 50 areas of 10, closed form") {
    precondition(gradients.allSatisfy { $0.limits().relative != nil })
  }
  Stopwatch(runs: 3).measure(
    "the same simulated, 100,000 draws each", rival: Rival("phe_sii", .seconds(28.7))
  ) {
    precondition(gradients.allSatisfy { GradientDraws($0, seed: 3).limits().relative != nil })
  }
  Stopwatch(runs: 5).measure("the same simulated, 1,000 draws each", rival: Rival("phe_sii", .seconds(1.03))) {
    precondition(gradients.allSatisfy { GradientDraws($0, repetitions: 1_000, seed: 3).limits().relative != nil })
  }
}

private func measureLifeExpectancy() throws {
  let starts = [0, 1] + stride(from: 5.0, through: 90, by: 5)
  let bands = starts.map { age in
    LifeTable.Band(from: age, deaths: 2 + age * age * age / 6_000, population: 6_000 - 40 * age)
  }
  try stopwatch.measure("life expectancy, 1,000 areas of 20 bands", rival: Rival("phe_life_expectancy", .seconds(6.18)))
  {
    for _ in 0..<1_000 {
      let expectancy = try LifeTable(bands).rows[0].expectancy
      precondition(expectancy > 60)
    }
  }
}

private func measureFunnels() {
  let expected = (1...150).map { 12 * Double($0) }
  stopwatch.measure("funnel limits, one set of ratios", rival: Rival("calculate_funnel_limits", .seconds(1.83))) {
    precondition(Funnel.ratio(.isr, expected: expected).count == 100)
  }
}
