/// A directly standardised rate: what the rate would be if the population had the structure of the standard.
///
/// Bands are added one by one, so a rate of any number of bands needs no memory. Weights are any multiple of the
/// standard population. O(1) for each band.
///
/// A. J. Dobson, K. Kuulasmaa, E. Eberle and J. Scherer, *Confidence intervals for weighted sums of Poisson
/// parameters*, Statistics in Medicine 10 (1991) 457–462.
public struct DirectRate: Hashable, Sendable {
  /// All events.
  public private(set) var count = 0.0
  /// All people.
  public private(set) var population = 0.0
  private var weighted = 0.0
  private var spread = 0.0
  private var weights = 0.0

  /// Below this many events neither the rate nor its limits are given.
  public static let fewestEvents = 10.0

  /// A rate of no bands yet.
  public init() {}

  /// Adds a band: its events, its people (above nought), and the standard population of the band.
  public mutating func add(count: Double, population: Double, standard: Double) {
    addPeople(population, standard: standard)
    addEvents(count, times: 1, population: population, standard: standard)
  }

  /// Adds the people of a band whose events come by frequency.
  public mutating func addPeople(_ population: Double, standard: Double) {
    self.population += population
    weights += standard
  }

  /// Adds the events of `people` in a band who each had `times` of them.
  ///
  /// Events of one person are not independent: the variance grows with the square of the frequency, the
  /// method of OHID for admissions and other events that recur.
  public mutating func addEvents(_ people: Double, times: Double, population: Double, standard: Double) {
    let weight = standard / population
    count += people * times
    weighted += people * times * weight
    spread += people * times * times * weight * weight
  }

  /// Whether there are enough events for a rate.
  public var isReliable: Bool { count >= Self.fewestEvents && weights > 0 }

  /// The rate; nil with fewer than ten events.
  public func value(per multiplier: Double = 100_000) -> Double? {
    isReliable ? weighted / weights * multiplier : nil
  }

  /// Dobson's limits, on Byar's for the count; nil with fewer than ten events.
  public func limits(at confidence: Confidence = .usual, per multiplier: Double = 100_000) -> Interval? {
    isReliable ? limits(at: confidence, per: multiplier, events: count) : nil
  }

  /// The same, where what was counted for each event was something else, as years of life are for deaths.
  func limits(at confidence: Confidence, per multiplier: Double, events: Double) -> Interval {
    let byar = PoissonInterval.byar(events, at: confidence)
    let scale = (spread / (weights * weights) / events).squareRoot()
    let value = weighted / weights
    return Interval(
      lower: (value + scale * (byar.lower - events)) * multiplier,
      upper: (value + scale * (byar.upper - events)) * multiplier)
  }
}
