/// A part of a whole.
public struct Proportion: Hashable, Sendable {
  /// How many have it.
  public let count: Double
  /// How many there are.
  public let total: Double

  /// A proportion; nil unless the total is above nought and the count from nought to the total.
  public init?(count: Double, total: Double) {
    guard total > 0, count >= 0, count <= total else { return nil }
    self.count = count
    self.total = total
  }

  /// The part, in units of `multiplier`: 1 for a share, 100 for a percentage.
  public func value(per multiplier: Double = 1) -> Double { count / total * multiplier }

  /// Wilson's score limits; full confidence gives the whole range.
  ///
  /// E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, Journal of the American
  /// Statistical Association 22 (1927) 209–212.
  public func limits(at confidence: Confidence = .usual, per multiplier: Double = 1) -> Interval {
    guard confidence.share < 1 else { return Interval(lower: 0, upper: multiplier) }
    let z = confidence.z
    let centre = 2 * count + z * z
    let reach = z * (z * z + 4 * count * (1 - count / total)).squareRoot()
    let width = 2 * (total + z * z)
    let share = count / total
    // Rounding must not carry a limit across the value or out of the range.
    return Interval(
      lower: max(0, min(share, (centre - reach) / width)) * multiplier,
      upper: min(1, max(share, (centre + reach) / width)) * multiplier)
  }
}
