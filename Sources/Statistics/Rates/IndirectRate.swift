/// Events against those expected, had every band the rate of a reference population.
///
/// Breslow and Day, volume II, section 2.3. O(1) for each band.
public struct IndirectRate: Hashable, Sendable {
  /// What happened.
  public private(set) var observed = 0.0
  /// What would have happened at the reference rates.
  public private(set) var expected = 0.0
  private var referenceCount = 0.0
  private var referencePopulation = 0.0

  /// A rate of no bands yet.
  public init() {}

  /// Adds the people of a band, and the events and people of the reference population in the same band.
  public mutating func add(population: Double, referenceCount: Double, referencePopulation: Double) {
    expected += referenceCount / referencePopulation * population
    self.referenceCount += referenceCount
    self.referencePopulation += referencePopulation
  }

  /// Adds events, of a band or of all.
  public mutating func add(observed count: Double) { observed += count }

  /// The crude rate of the reference population.
  public func referenceRate(per multiplier: Double = 100_000) -> Double {
    referenceCount / referencePopulation * multiplier
  }

  /// Observed over expected, in units of `reference`; nil when nothing was expected.
  public func ratio(reference: Double = 1) -> Double? {
    expected > 0 ? observed / expected * reference : nil
  }

  /// Limits of the ratio: exact below ten events, Byar's from ten on.
  public func ratioLimits(at confidence: Confidence = .usual, reference: Double = 1) -> Interval? {
    guard expected > 0 else { return nil }
    let limits = PoissonInterval.usual(observed, at: confidence)
    return Interval(lower: limits.lower / expected * reference, upper: limits.upper / expected * reference)
  }

  /// The ratio times the reference rate.
  public func rate(per multiplier: Double = 100_000) -> Double? {
    ratio(reference: referenceRate(per: multiplier))
  }

  /// Limits of the rate.
  public func rateLimits(at confidence: Confidence = .usual, per multiplier: Double = 100_000) -> Interval? {
    ratioLimits(at: confidence, reference: referenceRate(per: multiplier))
  }
}
