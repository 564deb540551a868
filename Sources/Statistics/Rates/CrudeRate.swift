/// Events over the population, or the person-years, in which they happened.
public struct CrudeRate: Hashable, Sendable {
  /// How many events.
  public let count: Double
  /// How many people, or person-years.
  public let population: Double

  /// A rate; nil when the count is negative or the population not above nought.
  public init?(count: Double, population: Double) {
    guard count >= 0, population > 0 else { return nil }
    self.count = count
    self.population = population
  }

  /// Events for each `multiplier` of the population.
  public func value(per multiplier: Double = 100_000) -> Double { count / population * multiplier }

  /// Exact limits below ten events, Byar's from ten on.
  public func limits(at confidence: Confidence = .usual, per multiplier: Double = 100_000) -> Interval {
    let limits = PoissonInterval.usual(count, at: confidence)
    return Interval(lower: limits.lower / population * multiplier, upper: limits.upper / population * multiplier)
  }
}
