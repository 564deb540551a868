/// How sure an interval is to be.
public struct Confidence: Hashable, Sendable {
  /// The share of intervals that hold the truth: 0.95.
  public let share: Double
  /// How many standard errors a normal interval reaches to each side.
  public let z: Double

  /// A confidence from 0.9 to 1 or from 90 to 100 per cent; nil for anything else.
  ///
  /// A confidence of exactly 1 reaches to infinity: only a proportion has such an interval.
  public init?(_ number: Double) {
    let share = number >= 90 ? number / 100 : number
    guard share >= 0.9, share <= 1 else { return nil }
    self.init(share: share)
  }

  private init(share: Double) {
    self.share = share
    z = Normal.quantile(share + (1 - share) / 2)
  }

  /// 95 per cent.
  public static let usual = Confidence(share: 0.95)

  /// 99.8 per cent, about three standard errors to each side.
  public static let strict = Confidence(share: 0.998)

  /// The probability beyond each of the two limits.
  var tail: Double { (1 - share) / 2 }
}

/// A lower and an upper limit.
public struct Interval: Hashable, Sendable {
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double

  /// An interval.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Both limits times a factor; a negative factor turns them round.
  public func scaled(by factor: Double) -> Interval {
    factor < 0
      ? Interval(lower: upper * factor, upper: lower * factor)
      : Interval(lower: lower * factor, upper: upper * factor)
  }
}
