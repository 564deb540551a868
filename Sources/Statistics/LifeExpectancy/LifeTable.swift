/// An abridged period life table: how long people would live at the mortality of a period.
///
/// Any age bands will do, as long as each starts where the one before ends and the last is open. People who die in a
/// band live half of it on average, infants a tenth of their first year. All who reach the last band die in it.
///
/// C. L. Chiang, *The Life Table and its Applications* (1984); limits by P. B. S. Silcocks, D. A. Jenner and R. Reza,
/// *Life expectancy as a summary of mortality in a population*, Journal of Epidemiology and Community Health 55 (2001)
/// 38–43, which gives the last band its own variance.
public struct LifeTable: Hashable, Sendable {
  /// A band of ages, up to where the next starts.
  public struct Band: Hashable, Sendable {
    /// The first age.
    public let start: Double
    /// Deaths in the period.
    public let deaths: Double
    /// People, or person-years.
    public let population: Double

    /// A band.
    public init(from start: Double, deaths: Double, population: Double) {
      self.start = start
      self.deaths = deaths
      self.population = population
    }
  }

  /// What the table says for those who reach an age.
  public struct Row: Hashable, Sendable {
    /// The age they reach.
    public let age: Double
    /// The years still before them; infinite where nobody died in the last band, nought where nobody reaches the age.
    public let expectancy: Double
    /// Its standard error; NaN where nobody reaches the age.
    public let error: Double
    /// People from this age on.
    public let population: Double
    /// Deaths from this age on.
    public let deaths: Double

    /// Normal limits.
    public func limits(at confidence: Confidence = .usual) -> Interval {
      Interval(lower: expectancy - confidence.z * error, upper: expectancy + confidence.z * error)
    }

    /// Whether the 95 per cent interval is no wider than 20 years; a wider one makes the expectancy worth nothing.
    public var isReliable: Bool { expectancy.isFinite && !(2 * Confidence.usual.z * error > 20) }
  }

  /// Why there is no table.
  public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Fewer than two bands, or one that does not start after the one before.
    case notInOrder
    /// Deaths below nought, by the start of the band.
    case negativeDeaths(Double)
    /// People not above nought, by the start of the band.
    case nobody(Double)
    /// More deaths than people, by the start of the band.
    case moreDeathsThanPeople(Double)
    /// Too few people in all.
    case tooFew(Double)

    /// What is wrong.
    public var description: String {
      switch self {
      case .notInOrder: "a life table needs at least two age bands, each starting after the one before"
      case .negativeDeaths(let age): "the band from age \(Int(age)) has negative deaths"
      case .nobody(let age): "the band from age \(Int(age)) has a population of nought or less"
      case .moreDeathsThanPeople(let age): "the band from age \(Int(age)) has more deaths than people"
      case .tooFew(let total): "there are \(Int(total)) people in all, and a life table needs more than 5,000"
      }
    }
  }

  /// One row for each band, in order of age.
  public let rows: [Row]

  /// A population of this many or fewer gives no table.
  public static let smallestPopulation = 5_000.0

  /// The table of these bands, in order of age. O(bands). - Throws: ``Refusal``.
  public init(_ bands: [Band]) throws(Refusal) {
    guard bands.count > 1, zip(bands, bands.dropFirst()).allSatisfy({ $0.start < $1.start }) else { throw .notInOrder }
    for band in bands {
      if band.deaths < 0 { throw .negativeDeaths(band.start) }
      if !(band.population > 0) { throw .nobody(band.start) }
      if band.deaths > band.population { throw .moreDeathsThanPeople(band.start) }
    }
    let people = bands.reduce(0) { $0 + $1.population }
    guard people > Self.smallestPopulation else { throw .tooFew(people) }
    rows = Self.rows(bands)
  }

  private struct Step {
    var alive: Double
    var lived: Double
    var width: Double
    var lost: Double
    var chance: Double
  }

  private static func rows(_ bands: [Band]) -> [Row] {
    var alive = 100_000.0
    var steps: [Step] = []
    for (index, band) in bands.enumerated() {
      let mortality = band.deaths / band.population
      guard index + 1 < bands.count else {
        steps.append(Step(alive: alive, lived: alive / mortality, width: 0, lost: 0, chance: 1))
        break
      }
      let width = bands[index + 1].start - band.start
      let lost = (band.start == 0 && width == 1 ? 0.9 : 0.5) * width
      let chance = min(1, mortality * width / (1 + mortality * lost))
      let next = alive * (1 - chance)
      steps.append(
        Step(
          alive: alive, lived: width * next + (width - lost) * (alive - next), width: width, lost: lost, chance: chance)
      )
      alive = next
    }
    return expectancies(bands, steps)
  }

  /// From the last band back: years still to be lived, and the spread of them.
  private static func expectancies(_ bands: [Band], _ steps: [Step]) -> [Row] {
    var rows: [Row] = []
    var years = 0.0
    var spread = 0.0
    var people = 0.0
    var deaths = 0.0
    for (band, step) in zip(bands, steps).reversed() {
      people += band.population
      deaths += band.deaths
      if let next = rows.last {
        let variance = band.deaths > 0 ? step.chance * step.chance * (1 - step.chance) / band.deaths : 0
        let reach = step.lost + next.expectancy
        spread += variance * step.alive * step.alive * reach * reach
      } else {
        let mortality = band.deaths / band.population
        spread = step.alive * step.alive / (band.deaths * mortality * mortality)
      }
      years += step.lived
      rows.append(
        Row(
          age: band.start, expectancy: step.alive > 0 ? years / step.alive : 0,
          error: (spread / (step.alive * step.alive)).squareRoot(),
          population: people, deaths: deaths))
    }
    return rows.reversed()
  }
}
