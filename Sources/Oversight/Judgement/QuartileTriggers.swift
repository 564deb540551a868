/// The prompts for judgement that quartiles give, in the frameworks of 2021/22 to 2024/25.
///
/// Two or more themes mainly in the bottom quartile speak for segment 3; every theme mainly in the top quartile is one of
/// the conditions of segment 1. *Mainly* is more than half of a theme's metrics with data, which is ours. A trigger is
/// told only when the metrics that are not known could not change it. People decide: see ``Proposal``.
public struct QuartileTriggers: Hashable, Sendable {
  /// Whether something holds.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    case met
    case notMet = "not met"
    case unknown
  }

  /// A theme's metrics by quartile.
  public struct Theme: Hashable, Sendable {
    /// Its key and its name.
    public let id, name: String
    /// How many metrics are in quartiles 1 to 4.
    public let counts: [Int]
    /// How many cannot be told, because comparators are missing.
    public let unknown: Int

    /// Whether more than half of the metrics with data are in a quartile, whatever the unknown ones turn out to be.
    public func isMainly(in quartile: Int) -> Answer {
      let count = counts[quartile - 1]
      let known = counts.reduce(0, +)
      if 2 * count > known + unknown { return .met }
      return 2 * (count + unknown) > known + unknown ? .unknown : .notMet
    }
  }

  /// The body.
  public let body: String
  /// Every metric of the framework that applies to it, in the framework's order.
  public let metrics: [MetricQuartile]
  /// The themes with metrics that can be ranked.
  public let themes: [Theme]
  /// Comparators that are in no row at all.
  public let absent: Int

  /// The quartiles and triggers of a body.
  ///
  /// - Parameters:
  ///   - kind: the kind of body, as the framework names it: `icb`, `trust`.
  ///   - figures: by metric and body; nil for a body without data.
  ///   - comparators: how many bodies are compared, the body among them.
  /// - Throws: `OversightError` when the framework scores, the body is in no row, or there are more bodies than compared.
  public init(
    of body: String, _ kind: String, in framework: Framework, _ figures: [String: [String: Double?]], comparators: Int
  ) throws(OversightError) {
    guard framework.engine == .judgement else {
      throw OversightError("the \(framework.name) has no triggers by quartile: it is not one of judgement")
    }
    let bodies = Set(figures.values.flatMap(\.keys)).sorted()
    guard bodies.contains(body) else {
      throw OversightError("'\(body)' is in no row: the bodies are \(bodies.prefix(5).joined(separator: ", "))…")
    }
    guard bodies.count <= comparators else {
      throw OversightError(
        "there are \(bodies.count) bodies and \(comparators) are compared: leave out those of another sort")
    }
    let applying = framework.metrics.filter {
      $0.rule == .quartile && $0.applies.split(separator: " ").contains { $0 == kind }
    }
    guard !applying.isEmpty else {
      throw OversightError("no metric of the \(framework.name) is ranked for '\(kind)': write icb or trust")
    }
    let absent = comparators - bodies.count
    let nobody = absent == 0 ? [] : ["\(absent) in no row"]
    let metrics = applying.map {
      MetricQuartile(of: body, $0, figures[$0.metric.code] ?? [:], among: bodies + nobody)
    }
    self.body = body
    self.metrics = metrics
    self.absent = absent
    themes = framework.domains.compactMap { domain in
      let ranked = metrics.filter { $0.theme == domain.id && $0.standing != .notRanked }
      guard !ranked.isEmpty else { return nil }
      return Theme(
        id: domain.id, name: domain.name, counts: (1...4).map { quartile in ranked.count { $0.quartile == quartile } },
        unknown: ranked.count(where: \.isUnknown))
    }
  }

  /// Whether two or more themes are mainly in the bottom quartile.
  public var bottom: Answer {
    let answers = themes.map { $0.isMainly(in: 4) }
    let met = answers.count { $0 == .met }
    if met >= 2 { return .met }
    return met + answers.count { $0 == .unknown } >= 2 ? .unknown : .notMet
  }

  /// Whether every theme is mainly in the top quartile.
  public var top: Answer {
    let answers = themes.map { $0.isMainly(in: 1) }
    if answers.contains(.notMet) { return .notMet }
    return answers.contains(.unknown) ? .unknown : .met
  }

  /// The quartiles as evidence for a proposal.
  public var evidence: [Evidence.ThemeQuartile] {
    metrics.map { Evidence.ThemeQuartile(theme: $0.theme, metric: $0.metric, quartile: $0.quartile) }
  }
}
