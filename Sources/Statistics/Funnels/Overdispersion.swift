internal import Foundation

/// A funnel of institutions that differ by more than chance: limits widened by the variance between them.
///
/// D. J. Spiegelhalter, *Handling over-dispersion of performance indicators*, Quality and Safety in Health Care 14
/// (2005) 347–351; NHS Digital, *Summary Hospital-level Mortality Indicator* methodology; the additive random effects
/// model of DerSimonian and Laird.
public struct Overdispersion: Hashable, Sendable {
  /// What is compared, and on what scale it is about normal.
  public enum Kind: Hashable, Sendable {
    /// A standardised ratio on the log scale; extreme scores are left out (SHMI).
    case ratioOnLog
    /// A standardised ratio on the square-root scale; extreme scores are pulled in (CQC).
    case ratioOnRoot
    /// A proportion on the arcsine scale; extreme scores are pulled in.
    case proportion
    /// A ratio of two counts on the log scale; extreme scores are pulled in.
    case ratioOfCounts
  }

  /// One institution.
  public struct Unit: Hashable, Sendable {
    /// Numerator over denominator, as given.
    public let ratio: Double
    /// Expected events, or the whole; for SHMI to two places.
    public let denominator: Double
    /// On the transformed scale.
    public let score: Double
    /// Standard error on the transformed scale.
    public let error: Double
    /// The score in standard errors from the target.
    public let z: Double
    /// The same, pulled in; nil where it was left out.
    public let trimmed: Double?
  }

  /// Why there is nothing to widen.
  public enum Refusal: Error, Hashable, Sendable {
    /// A denominator not above nought, a negative numerator, or nothing observed on the log scale.
    case impossible(Int)
    /// No units.
    case empty
  }

  /// The kind of comparison.
  public let kind: Kind
  /// The institutions, in the order given.
  public let units: [Unit]
  /// The target on the transformed scale.
  public let target: Double
  /// The mean square of the trimmed scores: above 1, there is over-dispersion.
  public let phi: Double
  /// The variance between institutions, on the transformed scale; nought without over-dispersion.
  public let tau2: Double

  /// Scores institutions by their numerators and denominators, a share of them trimmed at each end.
  ///
  /// SHMI takes its expected deaths to two places, as they are published. O(n log n). - Throws: ``Refusal``.
  public init(_ kind: Kind, _ pairs: [(numerator: Double, denominator: Double)], trim: Double = 0.1) throws(Refusal) {
    guard !pairs.isEmpty else { throw .empty }
    let total = pairs.reduce((0.0, 0.0)) { ($0.0 + $1.numerator, $0.1 + $1.denominator) }
    let target = kind.target(total.0 / total.1)
    var raw: [(denominator: Double, score: Double, error: Double)] = []
    for (index, given) in pairs.enumerated() {
      var pair = given
      if kind == .ratioOnLog { pair.denominator = Self.hundredths(pair.denominator) }
      let (score, error) = kind.score(pair.numerator, pair.denominator)
      guard pair.denominator > 0, pair.numerator >= 0, score.isFinite, error.isFinite else { throw .impossible(index) }
      raw.append((pair.denominator, score, error))
    }
    let scores = raw.map { ($0.score - target) / $0.error }
    let trimmed = kind == .ratioOnLog ? Self.cut(scores, trim) : Self.pulled(scores, trim)
    self.kind = kind
    self.target = target
    units = raw.indices.map { index in
      let unit = raw[index]
      return Unit(
        ratio: pairs[index].numerator / pairs[index].denominator, denominator: unit.denominator, score: unit.score,
        error: unit.error,
        z: scores[index], trimmed: trimmed[index])
    }
    let kept = trimmed.indices.filter { trimmed[$0] != nil }
    let n = Double(kept.count)
    phi = trimmed.compactMap(\.self).reduce(0) { $0 + $1 * $1 } / n
    let weights = kept.map { 1 / (raw[$0].error * raw[$0].error) }
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    let between = (n * phi - (n - 1)) / (sum - squares / sum)
    tau2 = n * phi < n - 1 || !between.isFinite ? 0 : max(0, between)
  }

  /// Limits for an institution as if they differed by chance alone.
  public func limits(of unit: Unit, at confidence: Confidence) -> Interval {
    switch kind {
    case .ratioOnLog, .ratioOnRoot:
      let expected = unit.denominator
      return Interval(
        lower: PoissonInterval.lower(expected, tail: confidence.tail) / expected,
        upper: PoissonInterval.upper(expected, tail: confidence.tail) / expected)
    case .proportion, .ratioOfCounts: return limits(unit, confidence, tau2: 0)
    }
  }

  /// Limits for an institution widened by the variance between them.
  public func widenedLimits(of unit: Unit, at confidence: Confidence) -> Interval {
    limits(unit, confidence, tau2: tau2)
  }

  /// Whether it lies outside the limits: the widened ones where there is over-dispersion.
  public func isOutlier(_ unit: Unit, at confidence: Confidence) -> Bool {
    let limits = tau2 > 0 ? widenedLimits(of: unit, at: confidence) : limits(of: unit, at: confidence)
    return unit.ratio < limits.lower || unit.ratio > limits.upper
  }

  private func limits(_ unit: Unit, _ confidence: Confidence, tau2: Double) -> Interval {
    let reach = confidence.z * (unit.error * unit.error + tau2).squareRoot()
    return Interval(lower: kind.restore(target - reach), upper: kind.restore(target + reach))
  }

  /// To two places; where the two neighbours are as near, the even one.
  private static func hundredths(_ x: Double) -> Double {
    let floor = (x * 100).rounded(.down)
    let below = floor / 100
    let above = (x * 100).rounded(.up) / 100
    let isEven = floor.truncatingRemainder(dividingBy: 2) == 0
    return x - below < above - x || (isEven && x - below == above - x) ? below : above
  }

  /// Without the lowest and the highest share.
  private static func cut(_ scores: [Double], _ share: Double) -> [Double?] {
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    let ends = Int((Double(scores.count) * share).rounded(.down))
    let left = Set(order.prefix(ends) + order.suffix(ends))
    return scores.indices.map { left.contains($0) ? nil : scores[$0] }
  }

  /// Pulled in to the quantiles at the share and its complement, linearly interpolated.
  private static func pulled(_ scores: [Double], _ share: Double) -> [Double?] {
    let sorted = scores.sorted()
    func quantile(_ p: Double) -> Double {
      let place = Double(sorted.count - 1) * p
      let low = Int(place.rounded(.down))
      let high = min(low + 1, sorted.count - 1)
      return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }
    let low = quantile(share)
    let high = quantile(1 - share)
    return scores.map { min(max($0, low), high) }
  }
}

extension Overdispersion.Kind {
  /// The target on the transformed scale: one for standardised ratios, else the overall value.
  func target(_ overall: Double) -> Double {
    switch self {
    case .ratioOnLog: 0
    case .ratioOnRoot: 1
    case .proportion: asin(overall.squareRoot())
    case .ratioOfCounts: log(overall)
    }
  }

  func score(_ n: Double, _ d: Double) -> (Double, Double) {
    switch self {
    case .ratioOnLog: (log(n / d), 1 / d.squareRoot())
    case .ratioOnRoot: ((n / d).squareRoot(), 1 / (2 * d.squareRoot()))
    case .proportion: (asin((n / d).squareRoot()), 1 / (2 * d.squareRoot()))
    case .ratioOfCounts:
      (log((n + 0.5) / (d + 0.5)), (n / ((n + 0.5) * (n + 0.5)) + d / ((d + 0.5) * (d + 0.5))).squareRoot())
    }
  }

  func restore(_ score: Double) -> Double {
    switch self {
    case .ratioOnLog, .ratioOfCounts: return exp(score)
    case .ratioOnRoot: return max(0, score) * max(0, score)
    case .proportion:
      let root = sin(min(max(score, 0), Double.pi / 2))
      return root * root
    }
  }
}
