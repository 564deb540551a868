/// Years of life lost to deaths before an age, in all and as a directly standardised rate.
///
/// Each death counts the years from the middle of its band to the age limit. The variance of the rate takes deaths as
/// Poisson counts, and its limits are Dobson's on Byar's for the deaths, as in the *Compendium of Population Health
/// Indicators* (NHS Digital), "Years of life lost". O(1) for each band.
public struct YearsOfLifeLost: Hashable, Sendable {
  /// Deaths after this age lose no years.
  public let limit: Double
  /// Years lost.
  public private(set) var years = 0.0
  private var rate = DirectRate()

  /// Of no deaths yet; 75 is the limit of premature mortality in England.
  public init(before limit: Double = 75) { self.limit = limit }

  /// Adds the deaths and people of a band from one age until another, and the standard population of the band.
  ///
  /// A band that reaches beyond the limit is cut off at it.
  public mutating func add(deaths: Double, population: Double, from: Double, until: Double, standard: Double) {
    guard from < limit else { return }
    let lost = limit - (from + min(until, limit)) / 2
    years += deaths * lost
    rate.addPeople(population, standard: standard)
    rate.addEvents(deaths, times: lost, population: population, standard: standard)
    self.deaths += deaths
  }

  /// Deaths before the limit.
  public private(set) var deaths = 0.0

  /// The standardised rate; nil with fewer than ten deaths.
  public func value(per multiplier: Double = 10_000) -> Double? {
    deaths >= DirectRate.fewestEvents ? rate.value(per: multiplier) : nil
  }

  /// Its limits; nil with fewer than ten deaths.
  public func limits(at confidence: Confidence = .usual, per multiplier: Double = 10_000) -> Interval? {
    deaths >= DirectRate.fewestEvents ? rate.limits(at: confidence, per: multiplier, events: deaths) : nil
  }
}
