/// By what rules a process is judged: how its limits are computed, which patterns count, and what the icons say.
///
/// The tools in use disagree on every one of these, so each is explicit here and none is a default. Start from a named
/// set and change what differs:
///
/// ```swift
/// var rules = ControlRules.mdc2024
/// rules.name = "six points"
/// rules.shiftLength = 6
/// ```
///
/// What each named set is taken from, and where they differ, is in <doc:ProcessControl>.
public struct ControlRules: Hashable, Sendable {
  /// The name the rules are asked for by.
  public var name: String
  /// How far the limits stand from the mean, in mean moving ranges: 2.66, or 3/1.128 unrounded.
  ///
  /// Source: D. C. Montgomery, *Introduction to Statistical Quality Control*, individuals charts: 3/d₂ with d₂ = 1.128
  /// for ranges of two.
  public var limitFactor: Double
  /// Which moving ranges the limits leave out.
  public var screening: Screening
  /// How many points in a row on one side of the mean are a shift.
  public var shiftLength: Int
  /// How many points in a row that all rise, or all fall, are a trend; one more than its steps.
  public var trendLength: Int
  /// What counts as two of three points near a limit.
  public var twoInThree: TwoInThree
  /// Which pattern names a point that is part of several; a point outside the limits is always that.
  public var precedence: Precedence
  /// Whether a point in two patterns that point opposite ways is named by the one that is an improvement.
  public var improvementWins: Bool
  /// How the first point of a trend points.
  public var trendDirection: TrendDirection
  /// Whether a special cause that meets the target counts as improvement, whichever way it points.
  public var targetIsImprovement: Bool
  /// How many points a stretch needs before its limits are more than trial limits.
  public var minimumPoints: Int
  /// Whether limits and icons are withheld where there are fewer points than that, and not only marked.
  public var withholdsTrialLimits: Bool
  /// Which point the variation icon speaks of.
  public var iconSource: IconSource
  /// What a target that equals a limit means.
  public var targetEquality: TargetEquality
  /// How near the mean a value counts as on it, as a share of its size; 0 asks for equality of the numbers as stored.
  public var tieTolerance: Double
  /// The centre of a chart of cases between events.
  public var gapCentre: GapCentre
  /// Whether a series may ask for limits that are fixed, start afresh or are screened otherwise.
  public var takesSettings = true

  /// Which moving ranges the limits leave out.
  public enum Screening: Hashable, Sendable {
    /// None.
    case off
    /// Those at or above 3.267 times their mean, once; all of them where none varies, and then there are no limits.
    ///
    /// Source: L. S. Nelson, *Control charts for individual measurements*, Journal of Quality Technology 14 (1982).
    case always
    /// The same, but none where nothing other than zeros would be left.
    case unlessNothingVaries
  }

  /// What counts as two of three points near a limit.
  public enum TwoInThree: Hashable, Sendable {
    /// Two of three beyond two sigma and within the limits, all three on one side of the mean.
    case withinLimits
    /// Two of three beyond two sigma, beyond the limits or not, all three on one side of the mean.
    case beyondToo
    /// Nothing.
    case off
  }

  /// Which pattern names a point that is part of several.
  public enum Precedence: Hashable, Sendable {
    /// Trend, two of three, shift.
    case trendFirst
    /// Shift, trend, two of three.
    case shiftFirst
  }

  /// How the first point of a trend points.
  public enum TrendDirection: Hashable, Sendable {
    /// As the trend goes.
    case alongTrend
    /// As it differs from the point before it, which is in no trend.
    case sincePreviousPoint
  }

  /// Which point the variation icon speaks of.
  public enum IconSource: Hashable, Sendable {
    /// The last row, even when its value is missing.
    case lastRow
    /// The last point that has a value.
    case lastValue
    /// The last special cause, however long ago, by the side of the mean it is on.
    case lastSpecialCause
  }

  /// What a target that equals a limit means.
  public enum TargetEquality: Hashable, Sendable {
    /// The process may meet it or not. Limits that are not known mean the same.
    case inconsistent
    /// It is decided; met, where both would hold. Limits that are not known mean nothing.
    case decides
  }

  /// The centre of a chart of cases between events.
  public enum GapCentre: Hashable, Sendable {
    /// Their mean.
    case mean
    /// Their median.
    case median
  }
}
