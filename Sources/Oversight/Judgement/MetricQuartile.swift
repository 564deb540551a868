/// Where a body's figure lies among those of its comparators, as the judgement frameworks present a metric.
///
/// Bodies are ranked, the best first, and parted into four: 1 holds the best. Equal figures share the better quartile,
/// which is assumed, because the rule of NHS England for ties is not known to us. A body without data is left out of the
/// ranking; a body that is in no row is missing, and then nothing is told.
public struct MetricQuartile: Hashable, Sendable {
  /// What is known of the figure.
  public enum Standing: Hashable, Sendable {
    /// The quartile, 1 the best to 4.
    case quartile(Int)
    /// The body has no data for it: it counts in no share.
    case noData
    /// Better is neither more nor less, so it has no quartile and counts in no share.
    case notRanked
    /// Not every comparator is there: those that are missing, or nil where the metric has no figure at all.
    case unknown(missing: [String]?)
  }

  /// The metric's code.
  public let metric: String
  /// Its name.
  public let name: String
  /// The key of its theme.
  public let theme: String
  /// The body's figure; nil where there is none.
  public let value: Double?
  /// Where it lies.
  public let standing: Standing

  /// A body's figure among others.
  ///
  /// - Parameters:
  ///   - figures: by body; nil for a body without data.
  ///   - comparators: every body that has to be there. O(comparators).
  init(of body: String, _ placement: Framework.Placement, _ figures: [String: Double?], among comparators: [String]) {
    metric = placement.metric.code
    name = placement.metric.name
    theme = placement.domain
    let mine = figures[body] ?? nil
    value = mine
    let missing = comparators.filter { figures[$0] == nil }
    let polarity = placement.metric.polarity
    standing =
      if polarity != .higher, polarity != .lower { .notRanked } else if figures.isEmpty {
        .unknown(missing: nil)
      } else if !missing.isEmpty { .unknown(missing: missing) } else if let mine {
        .quartile(
          MetricQuartile.quartile(
            of: mine, among: figures.values.compactMap { $0 }, isHigherBetter: polarity == .higher)
        )
      } else { .noData }
  }

  /// The quartile by rank: how many are better, in quarters of all.
  static func quartile(of value: Double, among all: [Double], isHigherBetter: Bool) -> Int {
    let better = all.count { isHigherBetter ? $0 > value : $0 < value }
    return better * 4 / all.count + 1
  }

  /// The quartile, where it is known.
  public var quartile: Int? { if case .quartile(let quartile) = standing { quartile } else { nil } }

  /// Whether it could yet turn out to be in any quartile.
  var isUnknown: Bool { if case .unknown = standing { true } else { false } }
}
