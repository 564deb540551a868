internal import Statistics
internal import Vocabulary

/// What would move a body to the next better segment, metric by metric, all else staying as it is.
public struct Simulation: Hashable, Sendable {
  /// The body as it stands.
  public let card: Scorecard
  /// The segment it would move to; nil where none is in reach of the average.
  public let target: Int?
  /// The average at or under which it would be there.
  public let edge: Double?
  /// Where that edge comes from.
  public let origin: SegmentCuts.Origin?
  /// Whether the edge lies within the likely range of the average, so that chance alone might have moved it.
  public let isWithinLikelyRange: Bool
  /// The metrics, those in reach first.
  public let steps: [Step]
  /// The answer in a sentence.
  public let sentence: String

  /// The rules by which a change is told from noise: those of *Making Data Count*, from twelve points on.
  fileprivate static let rules: ControlRules = {
    var rules = ControlRules.mdc2024
    rules.minimumPoints = 12
    return rules
  }()

  /// What one metric alone would have to do.
  public struct Step: Hashable, Sendable {
    /// The metric.
    public let score: MetricScore
    /// The value now; nil where none is published.
    public let value: Double?
    /// The score at which this metric alone would move the body; nil where even 1.00 would not.
    public let needed: Double?
    /// A value that had such a score in the same quarter, the least demanding in the files, and whose it is.
    public let example: Example?
    /// Whether reaching it would be a change of the process.
    public let credit: Credit
  }

  /// The value of another body in the same quarter.
  public struct Example: Hashable, Sendable {
    /// Its code.
    public let code: String
    /// Its value.
    public let value: Double
    /// Its score.
    public let score: Double
  }

  /// Whether a movement is credited.
  public enum Credit: Hashable, Sendable {
    /// The value lies outside these limits of ordinary variation: a change.
    case credited(ClosedRange<Double>)
    /// It lies within them, or on one: noise, and no credit.
    case noise(ClosedRange<Double>)
    /// It cannot be told, and no credit is given.
    case notAssessable(String)
  }
}

extension Scorer {
  /// What would move a body to the next better segment in a quarter.
  ///
  /// - Throws: `OversightError` when the results have no such body in that quarter, or no segment or average of it.
  public func simulate(_ results: PublishedResults, code: String, quarter: Quarter) throws(OversightError) -> Simulation
  {
    let bodies = results.bodies.filter { $0.quarter == quarter }
    guard bodies.contains(where: { $0.code == code }) else {
      let quarters = results.bodies.filter { $0.code == code }.map(\.quarter.description)
      throw OversightError(
        quarters.isEmpty
          ? "'\(code)' is not in the file: give the code in its column Trust_code"
          : "the file has nothing of \(code) in \(quarter): it has \(quarters.joined(separator: ", "))")
    }
    let (cards, cuts) = scoreWithCuts(quarter: bodies)
    guard let card = cards.first(where: { $0.code == code }), let average = card.average,
      let unadjusted = card.unadjusted, let adjusted = card.adjusted, let cuts
    else {
      throw OversightError(
        "\(code) has no average or no segment in \(quarter), so nothing can be said of what would move it")
    }
    let best = card.override == true ? rule.overrideFloor : 1
    guard adjusted > best else { return settled(card, average: average, cuts: cuts) }
    let target = unadjusted - 1
    let edge = cuts.edges[target - 1]
    let gap = Double(card.scores.count { $0.counts }) * (average - edge)
    let steps = card.scores.filter(\.counts).map { score in
      step(score, gap: gap, card: card, cards: cards, results: results)
    }
    let inOrder = steps.filter { $0.needed != nil } + steps.filter { $0.needed == nil }
    let range = card.placing?.averageRange
    return Simulation(
      card: card, target: target, edge: edge, origin: cuts.origin,
      isWithinLikelyRange: range.map { $0.contains(edge) } ?? false, steps: inOrder,
      sentence: sentence(card, target: target, edge: edge, gap: gap, steps: steps))
  }

  /// A body that no average moves to a better segment.
  private func settled(_ card: Scorecard, average: Double, cuts: SegmentCuts) -> Simulation {
    let sentence =
      card.override == true
      ? "\(card.name) is in segment \(card.adjusted ?? 0) by the financial override, and no average moves it. By its "
        + "average of \(Decimals.rounded(average, places: 2)) it would be in segment \(card.unadjusted ?? 0)."
      : "\(card.name) is in segment 1, and there is none better."
    return Simulation(
      card: card, target: nil, edge: nil, origin: cuts.origin, isWithinLikelyRange: false, steps: [],
      sentence: sentence)
  }

  private func step(
    _ score: MetricScore, gap: Double, card: Scorecard, cards: [Scorecard], results: PublishedResults
  ) -> Simulation.Step {
    let metric = framework.metrics.first { $0.metric.scoreID == score.id }?.metric.code ?? score.id
    let history = results.bodies.filter { $0.code == card.code && $0.quarter <= card.quarter }
      .compactMap { body in metric == score.id ? nil : body.number(metric) }
    let now = results.bodies.first { $0.code == card.code && $0.quarter == card.quarter }
    let needed = score.score - gap
    let isInReach = needed >= 1 - 1e-9
    let example = isInReach ? example(score.id, metric, needed, card, cards, results) : nil
    return Simulation.Step(
      score: score, value: metric == score.id ? nil : now?.number(metric), needed: isInReach ? needed : nil,
      example: example, credit: credit(example?.value, history: history))
  }

  /// The least demanding value in the files that has the score: that of the body with the highest score not above it.
  private func example(
    _ id: String, _ metric: String, _ needed: Double, _ card: Scorecard, _ cards: [Scorecard],
    _ results: PublishedResults
  ) -> Simulation.Example? {
    var found: Simulation.Example?
    for body in results.bodies where body.quarter == card.quarter && body.code != card.code && metric != id {
      guard let value = body.number(metric),
        let score = cards.first(where: { $0.code == body.code })?.scores.first(where: { $0.id == id })?.score,
        score <= needed, score > (found?.score ?? 0)
      else { continue }
      found = Simulation.Example(code: body.code, value: value, score: score)
    }
    return found
  }

  private func credit(_ value: Double?, history: [Double]) -> Simulation.Credit {
    guard let value else { return .notAssessable("no value in the files would do it alone") }
    let rules = Simulation.rules
    guard history.count >= rules.minimumPoints else {
      return .notAssessable(
        "\(history.count) quarter\(history.count == 1 ? "" : "s") in the files, and process control needs "
          + "\(rules.minimumPoints)")
    }
    let chart = ControlChart(of: ProcessSeries(history), by: rules)
    guard let last = chart.points.last, last.lower <= last.upper else {
      return .notAssessable("the quarters in the files give no limits")
    }
    let limits = last.lower...last.upper
    return limits.contains(value) ? .noise(limits) : .credited(limits)
  }

  private func sentence(
    _ card: Scorecard, target: Int, edge: Double, gap: Double, steps: [Simulation.Step]
  ) -> String {
    let reach = steps.count { $0.needed != nil }
    let credited = steps.count { if case .credited = $0.credit { true } else { false } }
    guard edge.isFinite else {
      return "\(card.name) is in segment \(card.adjusted ?? 0), and no body in the files shows where segment \(target) "
        + "ends: give the file of every type of trust."
    }
    return "\(card.name) is in segment \(card.adjusted ?? 0). An average of \(Decimals.rounded(edge, places: 2)) or "
      + "less would put it in segment \(target); its own is \(Decimals.rounded(card.average ?? 0, places: 2)), so its "
      + "metric scores would have to fall by \(Decimals.rounded(gap, places: 2)) in all. \(reach) of \(steps.count) "
      + "metrics could do that alone; \(credited == 0 ? "none" : "\(credited)") of them with a movement that process "
      + "control would call a change."
  }
}
