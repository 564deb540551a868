import Statistics
import Testing

@Suite("Control charts")
struct ControlChartTests {
  /// The worked check of NHS England's method: 1,2,1,2,10,1,2,… with its published mean and limits.
  static let worked: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

  @Test("The worked check: one astronomical point, limits as published with and without screening")
  func workedCheck() {
    let plain = ControlChart(of: ProcessSeries(Self.worked), by: .mdc2024)
    #expect(rounded(plain.points[0].centre) == 1.94)
    #expect(rounded(plain.stretches[0].meanRange * 10) == 18.82)
    #expect(rounded(plain.points[0].upper) == 6.95)
    #expect(rounded(plain.points[0].lower) == -3.06)
    let screened = ControlChart(of: ProcessSeries(Self.worked), by: .nhsr02)
    #expect(screened.points.count { $0.usesMovingRange } == 15)
    #expect(rounded(screened.stretches[0].meanRange) == 1)
    #expect(rounded(screened.points[0].upper) == 4.60)
    #expect(rounded(screened.points[0].lower) == -0.72)
    for chart in [plain, screened] {
      #expect(chart.points.indices.filter { chart.points[$0].isOutside } == [4])
      #expect(chart.points[4].cause == .aboveLimit)
    }
  }

  private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  @Test(
    "A measure always at its value meets a target it reaches and misses one it does not",
    arguments: [
      (100.0, ProcessSeries.Direction.increase, 100.0, Assurance.pass), (100, .increase, 95, .pass),
      (95, .increase, 100, .fail), (0, .decrease, 0, .pass), (0.1, .decrease, 0.05, .fail),
      (0.1, .decrease, 0.1, .pass),
    ])
  func constant(_ value: Double, _ direction: ProcessSeries.Direction, _ target: Double, _ expected: Assurance) {
    let chart = ControlChart(
      of: ProcessSeries(Array(repeating: value, count: 24), direction: direction, target: .fixed(target)), by: .mdc2024)
    #expect(chart.points[23].upper == value)
    #expect(chart.points[23].lower == value)
    #expect(chart.variation == .commonCause)
    #expect(chart.assurance == expected)
    #expect(chart.remarks == .constant)
  }

  @Test("One step in a constant series is not screened into limits that every point is beyond")
  func oneStep() {
    let values = Array(repeating: 100.0, count: 23) + [90]
    let peer = ControlChart(of: ProcessSeries(values, direction: .increase), by: .nhsr02)
    #expect(peer.points.count { $0.isOutside } == 24)
    #expect(peer.remarks.contains(.collapsed))
    var rules = ControlRules.mdc2024
    rules.screening = .unlessNothingVaries
    for ours in [rules, .mdc2024] {
      let chart = ControlChart(of: ProcessSeries(values, direction: .increase), by: ours)
      #expect(chart.points.indices.filter { chart.points[$0].isOutside } == [23])
      #expect(chart.variation == .concernLow)
    }
  }

  @Test("Too few points have no limits and no icons where the rules withhold them, and trial limits where they do not")
  func short() {
    let series = ProcessSeries((1...12).map { Double($0 % 3) }, direction: .increase, target: .fixed(100))
    let withheld = ControlChart(of: series, by: .mdc2024)
    #expect(withheld.variation == nil)
    #expect(withheld.assurance == nil)
    #expect(withheld.points.allSatisfy { !$0.hasLimits && !$0.isSpecialCause })
    #expect(withheld.points[0].centre == 1)
    let trial = ControlChart(of: series, by: .nhsr02)
    #expect(trial.variation == .commonCause)
    #expect(trial.assurance == .fail)
    for chart in [withheld, trial] { #expect(chart.remarks.contains(.short)) }
  }

  @Test("A missing last value leaves the icon of the last that is known, unless the rules speak of the last row")
  func lastMissing() {
    let values = Self.worked.map { $0 == 10 ? 1 : $0 } + [30, .nan]
    let series = ProcessSeries(values, direction: .decrease)
    #expect(ControlChart(of: series, by: .mdc2024).variation == .concernHigh)
    #expect(ControlChart(of: series, by: .nhsr02).variation == .commonCause)
    #expect(ControlChart(of: series, by: .nhsr02).remarks.contains(.lastMissing))
  }

  @Test("A point beyond three sigma counts towards two of three only where the rules say so")
  func twoInThree() {
    // Mean moving range 2, so that sigma is 1.773; the last three are at 2.3, 3.4 and 0.6 sigma of a frozen baseline.
    let calm = (0..<20).map { $0.isMultiple(of: 2) ? 9.0 : 11 }
    let series = ProcessSeries(calm + [14.1, 16, 11], baseline: 20)
    let counted = ControlChart(of: series, by: .mdc2024)
    let passedOver = ControlChart(of: series, by: .nhsr02)
    #expect(counted.points[20].cause == .nearUpperLimit)
    #expect(passedOver.points[20].cause == .none)
    for chart in [counted, passedOver] { #expect(chart.points[21].cause == .aboveLimit) }
  }

  @Test("Improvement names a point in two patterns that disagree, where the rules say so")
  func improvementWins() {
    // High and falling: a shift upwards and a trend downwards, of a frozen baseline.
    let calm = (0..<20).map { $0.isMultiple(of: 2) ? 9.0 : 11 }
    let series = ProcessSeries(calm + [12.9, 12.7, 12.5, 12.3, 12.1, 11.9, 11.7], direction: .increase, baseline: 20)
    #expect(ControlChart(of: series, by: .mdc2024).points[26].cause == .shiftAbove)
    #expect(ControlChart(of: series, by: .nhsr02).points[26].cause == .falling)
    #expect(ControlChart(of: series, by: .mdc2024).variation == .improvementHigh)
    #expect(ControlChart(of: series, by: .nhsr02).variation == .concernLow)
  }

  @Test("Limits start afresh at a step change and no pattern crosses it")
  func steps() {
    let before = (0..<14).map { $0.isMultiple(of: 2) ? 9.0 : 11 }
    let after = before.map { $0 + 20 }
    let series = ProcessSeries(before + after, steps: [.init(at: 14, because: "a second ward opened")])
    let chart = ControlChart(of: series, by: .mdc2024)
    #expect(chart.stretches.map(\.positions) == [0..<14, 14..<28])
    #expect(chart.points[13].centre == 10)
    #expect(chart.points[14].centre == 30)
    #expect(chart.points[14].movingRange.isNaN)
    #expect(chart.points.allSatisfy { !$0.isSpecialCause })
  }

  @Test("An excluded point is in no limit and no run, and is still compared with the limits")
  func excluded() {
    var series = ProcessSeries(Self.worked)
    series.excluded = [4]
    let chart = ControlChart(of: series, by: .mdc2024)
    let without = ControlChart(of: ProcessSeries(Self.worked.filter { $0 != 10 }), by: .mdc2024)
    #expect(chart.points[0].upper == without.points[0].upper)
    #expect(chart.points[4].isOutside)
  }

  @Test("A moving target is judged at the last point, and a trajectory at the last value")
  func movingTarget() {
    let values = (0..<20).map { $0.isMultiple(of: 2) ? 49.0 : 51 }
    var series = ProcessSeries(values, direction: .increase, target: .moving(Array(repeating: 90, count: 19) + [30]))
    series.trajectory = Array(repeating: 50, count: 20)
    #expect(ControlChart(of: series, by: .mdc2024).assurance == .pass)
    #expect(ControlChart(of: series, by: .mdc2024).isOnTrajectory == true)
    series.direction = .decrease
    #expect(ControlChart(of: series, by: .mdc2024).assurance == .fail)
    #expect(ControlChart(of: series, by: .mdc2024).isOnTrajectory == false)
  }

  @Test("A chart that is drawn again is as one that is drawn afresh, and one of nothing says nothing")
  func reuse() {
    var random = SplitMix64(seed: 11)
    var chart = ControlChart()
    for length in [40, 3, 0, 17, 60] {
      let series = ProcessSeries((0..<length).map { _ in random.normal() }, direction: .increase, target: .fixed(1))
      chart.draw(series, by: .nhsr02)
      let fresh = ControlChart(of: series, by: .nhsr02)
      #expect(chart.points.map(\.cause) == fresh.points.map(\.cause))
      #expect(chart.points.map(\.upper) == fresh.points.map(\.upper) || length == 0)
      #expect(chart.variation == fresh.variation)
      #expect(chart.assurance == fresh.assurance)
      #expect((chart.variation == nil) == (length == 0))
    }
  }

  @Test("What cannot be charted is refused with its place")
  func faults() {
    #expect(ProcessSeries([1, 2], baseline: 11).fault(under: .nhsr02)?.reason.contains("12 or more") == true)
    #expect(ProcessSeries([1, -2], kind: .c).fault(under: .nhsr02)?.position == 1)
    #expect(ProcessSeries([1, 2], outOf: [3], kind: .p).fault(under: .nhsr02) != nil)
    #expect(ProcessSeries([1, 4], outOf: [3, 3], kind: .p).fault(under: .nhsr02)?.position == 1)
    #expect(ProcessSeries([1, 4], outOf: [3, 3], kind: .u).fault(under: .nhsr02) == nil)
    #expect(ProcessSeries([0, 1], outOf: [0, 3], kind: .u).fault(under: .nhsr02)?.position == 0)
    #expect(ProcessSeries([.nan, -1]).fault(under: .nhsr02) == nil)
  }

  @Test("Rules are found by the names of their presets and by no other")
  func names() {
    #expect(ControlRules.presets.map(\.name) == ["nhsr-0.2", "mdc-2024", "abspc-1"])
    for rules in ControlRules.presets { #expect(ControlRules.named(rules.name) == rules) }
    #expect(ControlRules.named("nhsr") == nil)
  }
}
