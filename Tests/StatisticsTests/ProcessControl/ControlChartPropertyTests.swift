import Statistics
import Testing

/// A generator that gives the same numbers from the same seed.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Nearly normal, of mean 0 and variance 1: twelve even numbers less six.
  mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &self) }
  }
}

@Suite("What holds of every control chart")
struct ControlChartPropertyTests {
  /// Series in eighths, so that adding a whole number and doubling are exact.
  static let series: [[Double]] = {
    var random = SplitMix64(seed: 2026)
    return (0..<120).map { round in
      var drift = 0.0
      return (0..<(2 + round % 50)).map { _ in
        if round.isMultiple(of: 3) { drift += random.normal() }
        return ((random.normal() * 4 + drift) * 8).rounded() / 8
      }
    }
  }()

  @Test("Adding the same to every value moves the limits by it and changes no pattern", arguments: ControlRules.presets)
  func shifted(_ rules: ControlRules) {
    for values in Self.series {
      let chart = ControlChart(of: ProcessSeries(values), by: rules)
      let moved = ControlChart(of: ProcessSeries(values.map { $0 + 1024 }), by: rules)
      for (here, there) in zip(chart.points, moved.points) {
        #expect(here.patterns == there.patterns)
        #expect(here.cause == there.cause)
        #expect(agree(here.upper + 1024, there.upper, to: 1e-12))
        #expect(agree(here.lower + 1024, there.lower, to: 1e-12))
      }
    }
  }

  @Test(
    "Doubling every value doubles the limits to the last digit and changes no pattern", arguments: ControlRules.presets)
  func scaled(_ rules: ControlRules) {
    for values in Self.series {
      let chart = ControlChart(of: ProcessSeries(values), by: rules)
      let scaled = ControlChart(of: ProcessSeries(values.map { $0 * 2 }), by: rules)
      for (here, there) in zip(chart.points, scaled.points) {
        #expect(here.patterns == there.patterns)
        #expect(agree(here.upper * 2, there.upper, to: 0))
      }
    }
  }

  @Test(
    "Turning the direction round turns improvement into concern and nothing else", arguments: ["nhsr-0.2", "abspc-1"])
  func mirroredDirection(_ name: String) throws {
    let rules = try #require(ControlRules.named(name))
    for values in Self.series {
      let up = ControlChart(of: ProcessSeries(values, direction: .increase), by: rules)
      let down = ControlChart(of: ProcessSeries(values, direction: .decrease), by: rules)
      for (here, there) in zip(up.points, down.points) {
        #expect(here.cause == there.cause)
        #expect((here.meaning == .improvement) == (there.meaning == .concern))
        #expect((here.meaning == .concern) == (there.meaning == .improvement))
        #expect((here.meaning == .commonCause) == (there.meaning == .commonCause))
      }
    }
  }

  @Test("Turning values and direction round together changes no meaning", arguments: ["nhsr-0.2", "mdc-2024"])
  func mirroredValues(_ name: String) throws {
    let rules = try #require(ControlRules.named(name))
    for values in Self.series {
      let up = ControlChart(of: ProcessSeries(values, direction: .increase), by: rules)
      let down = ControlChart(of: ProcessSeries(values.map(-), direction: .decrease), by: rules)
      #expect(up.points.map(\.meaning) == down.points.map(\.meaning))
    }
  }

  @Test("Patterns are those that a slow and obvious search finds", arguments: ControlRules.presets)
  func model(_ rules: ControlRules) {
    var rules = rules
    rules.withholdsTrialLimits = false
    for values in Self.series {
      let chart = ControlChart(of: ProcessSeries(values), by: rules)
      let count = values.count
      func isMarked(_ position: Int, _ length: Int, _ holds: (Range<Int>) -> Bool) -> Bool {
        (0..<count).contains { start in
          start + length <= count && (start..<start + length).contains(position) && holds(start..<start + length)
        }
      }
      for position in values.indices {
        let patterns = chart.points[position].patterns
        let shift = isMarked(position, rules.shiftLength) { run in
          run.allSatisfy { chart.points[$0].side == 1 } || run.allSatisfy { chart.points[$0].side == -1 }
        }
        let trend = isMarked(position, rules.trendLength) { run in
          run.dropFirst().allSatisfy { values[$0] > values[$0 - 1] }
            || run.dropFirst().allSatisfy { values[$0] < values[$0 - 1] }
        }
        #expect(patterns.contains(.shift) == shift)
        #expect(patterns.contains(.trend) == trend)
      }
    }
  }
}

@Suite("Suggested step changes")
struct SuggestedStepTests {
  @Test("A step of three sigma is suggested where it is, with its evidence, and nothing is recalculated")
  func known() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let values = (0..<40).map { (position: Int) in 50 + random.normal() + (position >= 22 ? 3 : 0) }
      let chart = ControlChart(of: ProcessSeries(values, direction: .increase), by: .nhsr02)
      let step = try #require(chart.suggestedStep(by: .nhsr02))
      #expect((20...24).contains(step.position), "seed \(seed): \(step)")
      #expect((step.meanBefore - 50).magnitude < 1)
      #expect((step.meanAfter - 53).magnitude < 1)
      #expect(step.countBefore + step.countAfter == 40)
      #expect(step.countBefore == step.position)
      #expect(step.runLength >= 7)
      #expect(step.standardErrors >= SuggestedStep.fewestStandardErrors)
      #expect(chart.stretches.count == 1)
    }
  }

  @Test("Of a thousand stable series, fewer than one in a hundred suggests a step")
  func stable() {
    var random = SplitMix64(seed: 7)
    var suggested = 0
    for _ in 0..<1000 {
      let values = (0..<36).map { _ in 50 + random.normal() }
      if ControlChart(of: ProcessSeries(values), by: .mdc2024).suggestedStep(by: .mdc2024) != nil { suggested += 1 }
    }
    #expect(suggested < 10)
  }

  @Test("Nothing is suggested of a step that is already there, a short series or one that never varies")
  func none() {
    var random = SplitMix64(seed: 3)
    let values = (0..<40).map { (position: Int) in 50 + random.normal() + (position >= 20 ? 3 : 0) }
    let stepped = ControlChart(of: ProcessSeries(values, steps: [.init(at: 20)]), by: .nhsr02)
    #expect(stepped.suggestedStep(by: .nhsr02) == nil)
    let short = ControlChart(of: ProcessSeries(Array(values[10..<33])), by: .nhsr02)
    #expect(short.suggestedStep(by: .nhsr02) == nil)
    let constant = ControlChart(of: ProcessSeries(Array(repeating: 4, count: 40)), by: .nhsr02)
    #expect(constant.suggestedStep(by: .nhsr02) == nil)
  }
}
