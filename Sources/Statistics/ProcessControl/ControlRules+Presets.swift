extension ControlRules {
  /// As the R package NHSRplotthedots 0.2.2 judges, to the last digit.
  public static let nhsr02 = ControlRules(
    name: "nhsr-0.2", limitFactor: 2.66, screening: .always, shiftLength: 7, trendLength: 7,
    twoInThree: .withinLimits, precedence: .trendFirst, improvementWins: false, trendDirection: .alongTrend,
    targetIsImprovement: false, minimumPoints: 13, withholdsTrialLimits: false, iconSource: .lastRow,
    targetEquality: .inconsistent, tieTolerance: 0, gapCentre: .median)

  /// As the Making Data Count team of NHS England states its own tool to judge.
  public static let mdc2024 = ControlRules(
    name: "mdc-2024", limitFactor: 2.66, screening: .off, shiftLength: 7, trendLength: 7, twoInThree: .beyondToo,
    precedence: .trendFirst, improvementWins: true, trendDirection: .alongTrend, targetIsImprovement: false,
    minimumPoints: 13, withholdsTrialLimits: true, iconSource: .lastValue, targetEquality: .decides,
    tieTolerance: 1e-12, gapCentre: .median)

  /// As the Python package abspc 1.1.0 judges.
  public static let abspc1 = ControlRules(
    name: "abspc-1", limitFactor: 3 / 1.128, screening: .off, shiftLength: 8, trendLength: 6,
    twoInThree: .withinLimits, precedence: .shiftFirst, improvementWins: false,
    trendDirection: .sincePreviousPoint, targetIsImprovement: true, minimumPoints: 15,
    withholdsTrialLimits: false, iconSource: .lastSpecialCause, targetEquality: .decides, tieTolerance: 0,
    gapCentre: .mean, takesSettings: false)

  /// Every named set of rules.
  public static let presets = [nhsr02, mdc2024, abspc1]

  /// The rules of a name, or nil.
  public static func named(_ name: String) -> ControlRules? { presets.first { $0.name == name } }

  /// The moving ranges left out when a series asks for screening or for none.
  public func screened(_ wanted: Bool) -> ControlRules {
    var rules = self
    rules.screening = wanted ? (screening == .off ? .unlessNothingVaries : screening) : .off
    return rules
  }
}
