import Testing

@testable import Oversight

@Suite("Triggers by quartile, 2021/22 to 2024/25")
struct QuartileTriggerTests {
  private static let bodies = (1...8).map { "B\($0)" }

  private func framework(_ id: String = "2022-23") throws -> Framework {
    try #require(try FrameworkCatalogue.shipped().framework(id))
  }

  /// Every ranked metric of boards with the figures 1 to 8 of eight bodies; `places` says the rank of B1, 1 the best.
  private func figures(
    _ framework: Framework, rank: (Framework.Placement) -> Int
  ) -> [String: [String: Double?]] {
    var figures: [String: [String: Double?]] = [:]
    for placement in framework.metrics where placement.applies.contains("icb") {
      var others = Array(1...8)
      let mine = others.remove(at: rank(placement) - 1)
      let isHigher = placement.metric.polarity == .higher
      for (body, place) in zip(Self.bodies, [mine] + others) {
        figures[placement.metric.code, default: [:]][body] = .some(Double(isHigher ? 9 - place : place))
      }
    }
    return figures
  }

  private func triggers(
    _ framework: Framework, _ figures: [String: [String: Double?]], comparators: Int = 8
  ) throws -> QuartileTriggers {
    try QuartileTriggers(of: "B1", "icb", in: framework, figures, comparators: comparators)
  }

  @Test("Of eight bodies two are in each quartile, whichever way is better, and equal figures share the better one")
  func quartiles() {
    let all = (1...8).map(Double.init)
    #expect(all.map { MetricQuartile.quartile(of: $0, among: all, isHigherBetter: false) } == [1, 1, 2, 2, 3, 3, 4, 4])
    #expect(all.map { MetricQuartile.quartile(of: $0, among: all, isHigherBetter: true) } == [4, 4, 3, 3, 2, 2, 1, 1])
    #expect(MetricQuartile.quartile(of: 5, among: [5, 5, 5, 5], isHigherBetter: true) == 1)
    #expect(MetricQuartile.quartile(of: 2, among: [1, 2, 2, 3], isHigherBetter: false) == 2)
  }

  @Test("All at the bottom meets the one trigger, all at the top the other, the middle neither", arguments: [8, 1, 4])
  func extremes(_ rank: Int) throws {
    let framework = try framework()
    let told = try triggers(framework, figures(framework) { _ in rank })
    #expect(told.bottom == (rank == 8 ? .met : .notMet) && told.top == (rank == 1 ? .met : .notMet))
    #expect(told.metrics.allSatisfy { $0.standing == .notRanked || $0.quartile == (rank + 1) / 2 })
    #expect(told.themes.count > 2 && told.themes.allSatisfy { $0.unknown == 0 })
  }

  @Test("One theme mainly at the bottom is not two; with finance at the bottom it is, and speaks for segment 3")
  func twoThemes() throws {
    let framework = try framework()
    let one = try triggers(framework, figures(framework) { $0.domain == "quality" ? 8 : 4 })
    #expect(one.bottom == .notMet)
    let two = try triggers(framework, figures(framework) { ["quality", "finance"].contains($0.domain) ? 8 : 4 })
    #expect(two.bottom == .met)
    #expect(Proposal(Evidence(quartiles: two.evidence)).segment == 3)
  }

  @Test("With a comparator missing everywhere nothing is told, and how many are missing is")
  func absent() throws {
    let framework = try framework()
    let told = try triggers(framework, figures(framework) { _ in 8 }, comparators: 9)
    #expect(told.bottom == .unknown && told.top == .unknown && told.absent == 1)
    let ranked = told.metrics.filter { $0.standing != .notRanked }
    #expect(ranked.allSatisfy { $0.standing == .unknown(missing: ["1 in no row"]) })
  }

  @Test("A comparator missing from one metric leaves that one unknown, and the trigger told where it cannot matter")
  func oneMissing() throws {
    let framework = try framework()
    var all = figures(framework) { _ in 8 }
    let placement = try #require(
      framework.metrics.first { $0.domain == "quality" && $0.applies.contains("icb") && $0.metric.polarity == .lower })
    all[placement.metric.code]?["B5"] = nil
    let told = try triggers(framework, all)
    let metric = try #require(told.metrics.first { $0.metric == placement.metric.code })
    #expect(metric.standing == .unknown(missing: ["B5"]) && metric.value == 8)
    #expect(told.bottom == .met && told.themes.first { $0.id == "quality" }?.unknown == 1)
    all[placement.metric.code] = nil
    let bare = try triggers(framework, all).metrics.first { $0.metric == placement.metric.code }
    #expect(bare?.standing == .unknown(missing: nil))
  }

  @Test("A body without data is there: it is left out of the ranking, and its own metric counts in no share")
  func noData() throws {
    let framework = try framework()
    var all = figures(framework) { _ in 8 }
    let code = try #require(
      framework.metrics.first { $0.domain == "quality" && $0.applies.contains("icb") && $0.metric.polarity == .lower }
    ).metric.code
    all[code]?["B1"] = .some(nil)
    let told = try triggers(framework, all)
    #expect(told.metrics.first { $0.metric == code }?.standing == .noData)
    #expect(told.themes.allSatisfy { $0.unknown == 0 } && told.bottom == .met)
  }

  @Test("More unknown than known themes leave the trigger unknown")
  func undecided() throws {
    let theme = QuartileTriggers.Theme(id: "x", name: "X", counts: [0, 1, 0, 3], unknown: 2)
    #expect(theme.isMainly(in: 4) == .unknown && theme.isMainly(in: 1) == .notMet)
    #expect(QuartileTriggers.Theme(id: "x", name: "X", counts: [0, 0, 0, 4], unknown: 3).isMainly(in: 4) == .met)
    #expect(QuartileTriggers.Theme(id: "x", name: "X", counts: [0, 2, 0, 2], unknown: 0).isMainly(in: 4) == .notMet)
  }

  @Test("What cannot be told is refused with the reason")
  func refusals() throws {
    let framework = try framework()
    let all = figures(framework) { _ in 8 }
    #expect(throws: OversightError.self) { try triggers(framework, all, comparators: 7) }
    #expect(throws: OversightError.self) {
      try QuartileTriggers(of: "B9", "icb", in: framework, all, comparators: 8)
    }
    #expect(throws: OversightError.self) {
      try QuartileTriggers(of: "B1", "castle", in: framework, all, comparators: 8)
    }
    let scored = try self.framework("2025-26")
    #expect(throws: OversightError.self) { try triggers(scored, all) }
  }
}
