/// What the icon of variation says of a process.
public enum VariationIcon: String, Hashable, Sendable, CaseIterable {
  /// Only the usual variation.
  case commonCause = "common_cause"
  /// Better, where higher is better.
  case improvementHigh = "improvement_high"
  /// Better, where lower is better.
  case improvementLow = "improvement_low"
  /// Worse, where lower is better.
  case concernHigh = "concern_high"
  /// Worse, where higher is better.
  case concernLow = "concern_low"
  /// Higher, where neither is better.
  case neutralHigh = "neutral_high"
  /// Lower, where neither is better.
  case neutralLow = "neutral_low"

  /// The icon of a meaning, for a process with a direction.
  init(_ meaning: ControlPoint.Meaning, _ direction: ProcessSeries.Direction) {
    let isLow = direction == .decrease
    switch meaning {
    case .commonCause: self = .commonCause
    case .improvement: self = isLow ? .improvementLow : .improvementHigh
    case .concern: self = isLow ? .concernHigh : .concernLow
    case .neutralHigh: self = .neutralHigh
    case .neutralLow: self = .neutralLow
    }
  }
}

/// What the icon of assurance says: whether the process as it is will meet its target.
public enum Assurance: String, Hashable, Sendable, CaseIterable {
  /// Always.
  case pass = "consistent_pass"
  /// Never.
  case fail = "consistent_fail"
  /// At times.
  case inconsistent = "inconsistent"

  /// The name of its icon.
  public var icon: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .inconsistent: "inconsistent"
    }
  }

  /// What limits say of a target; nil for a process that has no better side, or no target.
  ///
  /// - Parameter equality: What a target on a limit means, and limits that are not known.
  init?(
    of target: Double, between lower: Double, and upper: Double, _ direction: ProcessSeries.Direction,
    equality: ControlRules.TargetEquality
  ) {
    guard direction != .neutral, !target.isNaN else { return nil }
    let isAbove: Bool
    let isBelow: Bool
    switch equality {
    case .inconsistent: (isAbove, isBelow) = (target > upper, target < lower)
    case .decides:
      guard !lower.isNaN, !upper.isNaN else { return nil }
      (isAbove, isBelow) = (target >= upper, target <= lower)
    }
    let (passes, fails) = direction == .increase ? (isBelow, isAbove) : (isAbove, isBelow)
    self = passes ? .pass : fails ? .fail : .inconsistent
  }
}
