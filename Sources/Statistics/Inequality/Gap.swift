/// The gap between the most and the least deprived.
public struct Gap: Hashable, Sendable {
  /// The value of the most deprived.
  public let most: Double
  /// The value of the least deprived.
  public let least: Double

  /// A gap.
  public init(most: Double, least: Double) {
    self.most = most
    self.least = least
  }

  /// The value of the most deprived less that of the least.
  public var absolute: Double { most - least }

  /// The value of the most deprived over that of the least; nil when the least is nought.
  public var relative: Double? { least == 0 ? nil : most / least }

  /// Limits of the absolute gap from those of its two sides, which are independent.
  ///
  /// G. Y. Zou and A. Donner, *Construction of confidence limits about effect measures*, Statistics in Medicine 27
  /// (2008) 1693–1702.
  public func limits(most a: Interval, least b: Interval) -> Interval {
    func reach(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    return Interval(
      lower: absolute - reach(most - a.lower, b.upper - least), upper: absolute + reach(a.upper - most, least - b.lower)
    )
  }
}
