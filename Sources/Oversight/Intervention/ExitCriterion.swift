public import Vocabulary

/// A condition that must be met, and stay met, before a body leaves recovery support.
public struct ExitCriterion: Hashable, Sendable {
  /// What is measured.
  public let measure: String
  /// The threshold.
  public let threshold: Double
  /// Whether values at or above the threshold meet it; else at or below.
  public let isFloor: Bool
  /// How many periods in a row it must be met.
  public let periods: Int
  /// By when.
  public let due: Day
  /// Who brings the evidence.
  public let owner: String

  /// A criterion; two periods in a row unless another number is agreed.
  public init(measure: String, threshold: Double, isFloor: Bool, periods: Int = 2, due: Day, owner: String) {
    self.measure = measure
    self.threshold = threshold
    self.isFloor = isFloor
    self.periods = max(1, periods)
    self.due = due
    self.owner = owner
  }

  /// What a series says of a criterion.
  public enum Verdict: Hashable, Sendable {
    /// Met in enough of the latest periods in a row.
    case met
    /// Met in so many of the latest periods in a row, which is not enough.
    case notYetSustained(Int)
    /// The latest value does not meet it.
    case notMet(latest: Double)
    /// A value among those that decide is missing.
    case unknown
  }

  /// Tests the criterion on values in order of time, the latest last; nil where a period has no figure.
  public func verdict(on values: [Double?]) -> Verdict {
    guard let last = values.last, let latest = last else { return .unknown }
    guard meets(latest) else { return .notMet(latest: latest) }
    var run = 0
    for value in values.reversed().prefix(periods) {
      guard let value else { return .unknown }
      guard meets(value) else { return .notYetSustained(run) }
      run += 1
    }
    return run == periods ? .met : .notYetSustained(run)
  }

  private func meets(_ value: Double) -> Bool { isFloor ? value >= threshold : value <= threshold }
}
