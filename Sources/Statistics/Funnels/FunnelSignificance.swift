/// How far a place of a funnel lies from the rest.
public enum FunnelSignificance: String, Hashable, Sendable, CaseIterable {
  /// Above the 99.8 per cent limit.
  case high3 = "High (0.001)"
  /// Above the 95 per cent limit.
  case high2 = "High (0.025)"
  /// Within the limits.
  case none = "Not significant"
  /// Below the 95 per cent limit.
  case low2 = "Low (0.025)"
  /// Below the 99.8 per cent limit.
  case low3 = "Low (0.001)"
  /// A directly standardised rate of too few events.
  case notApplicable = "Not applicable for events less than 10 for dsrs"

  /// Where a baseline lies against the limits of a value.
  init(of baseline: Double, usual: Interval, strict: Interval) {
    self =
      strict.lower > baseline
      ? .high3
      : strict.upper < baseline
        ? .low3 : usual.lower > baseline ? .high2 : usual.upper < baseline ? .low2 : .none
  }

  /// A proportion against the overall one, by Wilson's limits.
  public init(_ proportion: Proportion, baseline: Double) {
    self.init(of: baseline, usual: proportion.limits(), strict: proportion.limits(at: .strict))
  }

  /// Events against those expected: exact limits below ten events, Byar's from ten on.
  public init(observed: Double, expected: Double) {
    self.init(
      of: expected, usual: PoissonInterval.usual(observed, at: .usual),
      strict: PoissonInterval.usual(observed, at: .strict))
  }
}
