/// One point of a control chart, judged.
public struct ControlPoint: Hashable, Sendable {
  /// The value as it is drawn: a share or a rate where it is one. NaN where it is missing.
  public var value = Double.nan
  /// The value the limits are computed from; NaN outside the baseline, where excluded and where missing.
  public var baselineValue = Double.nan
  /// The mean, or the median where the kind of chart has that.
  public var centre = Double.nan
  /// The lower limit: three sigma, or NaN where there is none.
  public var lower = Double.nan
  /// The upper limit.
  public var upper = Double.nan
  /// The lower limit of what counts as near: two sigma.
  public var nearLower = Double.nan
  /// The upper limit of what counts as near.
  public var nearUpper = Double.nan
  /// How far the baseline value is from the one before it; NaN where either is missing and at the start of a stretch.
  public var movingRange = Double.nan
  /// Whether the limits use that moving range.
  public var usesMovingRange = false
  /// Whether it was left out of the limits and of every run.
  public var isExcluded = false
  /// The stretch it is in, from 0.
  public var stretch = 0
  /// Above the centre 1, below it -1; 0 on it and where the value is missing.
  public var side: Int8 = 0
  /// The patterns it is part of.
  public var patterns: Patterns = []
  /// The pattern it is named by.
  public var cause = SpecialCause.none
  /// What that means.
  public var meaning = Meaning.commonCause

  /// A point of which nothing is known.
  public init() {}

  /// Whether it lies beyond a limit.
  public var isOutside: Bool { patterns.contains(.outside) }
  /// Whether it is part of any pattern.
  public var isSpecialCause: Bool { cause != .none }
  /// Whether it has limits to be compared with.
  public var hasLimits: Bool { !upper.isNaN && !lower.isNaN }

  /// The patterns a point can be part of.
  public struct Patterns: OptionSet, Hashable, Sendable {
    /// The bits.
    public var rawValue: UInt8
    /// Patterns of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Beyond a limit. Equal to it is not beyond.
    public static let outside = Patterns(rawValue: 1)
    /// A run on one side of the centre.
    public static let shift = Patterns(rawValue: 2)
    /// A run that rises or falls at every step.
    public static let trend = Patterns(rawValue: 4)
    /// One of two of three near a limit.
    public static let twoInThree = Patterns(rawValue: 8)
    /// Beyond two sigma and not beyond three; not yet a pattern.
    public static let near = Patterns(rawValue: 16)
    /// What makes a special cause.
    static let special: Patterns = [.outside, .shift, .trend, .twoInThree]
  }

  /// The pattern a point is named by.
  public enum SpecialCause: UInt8, Hashable, Sendable {
    /// None.
    case none
    /// Beyond the upper limit.
    case aboveLimit
    /// Beyond the lower limit.
    case belowLimit
    /// In a trend upwards.
    case rising
    /// In a trend downwards.
    case falling
    /// One of two in three near the upper limit.
    case nearUpperLimit
    /// One of two in three near the lower limit.
    case nearLowerLimit
    /// In a run above the centre.
    case shiftAbove
    /// In a run below the centre.
    case shiftBelow

    /// Upwards 1, downwards -1.
    var sign: Int {
      switch self {
      case .none: 0
      case .aboveLimit, .rising, .nearUpperLimit, .shiftAbove: 1
      case .belowLimit, .falling, .nearLowerLimit, .shiftBelow: -1
      }
    }

    /// As the field's charts name it, with the lengths of the rules.
    public func label(_ rules: ControlRules) -> String {
      switch self {
      case .none: "Common Cause"
      case .aboveLimit: "Above UCL"
      case .belowLimit: "Below LCL"
      case .rising: "\(rules.trendLength) Point Trend (Increasing)"
      case .falling: "\(rules.trendLength) Point Trend (Decreasing)"
      case .nearUpperLimit: "2 in 3 Above CL"
      case .nearLowerLimit: "2 in 3 Below CL"
      case .shiftAbove: "\(rules.shiftLength) Points Above CL"
      case .shiftBelow: "\(rules.shiftLength) Points Below CL"
      }
    }
  }

  /// What a point means.
  public enum Meaning: String, Hashable, Sendable {
    /// Nothing other than the usual variation.
    case commonCause = "common_cause"
    /// A change for the better.
    case improvement = "special_cause_improvement"
    /// A change for the worse.
    case concern = "special_cause_concern"
    /// A change upwards that is neither.
    case neutralHigh = "special_cause_neutral_high"
    /// A change downwards that is neither.
    case neutralLow = "special_cause_neutral_low"
  }
}
