internal import Foundation

/// A value that changes over deprivation quantiles, and the slope and relative index of inequality of it.
///
/// Quantiles stand at the middle of their share of the population, the most deprived first. The line is fitted by least
/// squares weighted by that share. The slope index is the fitted value at the least deprived end less that at the most
/// deprived; the relative index is their ratio.
///
/// OHID, *PHEindicatormethods*, `phe_sii`; J. P. Mackenbach and A. E. Kunst, Social Science and Medicine 44 (1997)
/// 757–771; C. Low and A. Low, *Measuring the gap*, Journal of Public Health 26 (2004) 388–395.
public struct Gradient: Hashable, Sendable {
  /// The scale on which errors of a value are normal.
  public enum Scale: Int, Hashable, Sendable {
    /// The value itself: means, life expectancies.
    case natural = 0
    /// Its logarithm: rates and ratios.
    case logarithmic = 1
    /// Its log odds: proportions.
    case logit = 2
  }

  /// One quantile.
  public struct Quantile: Hashable, Sendable {
    /// How many people.
    public let population: Double
    /// Its value.
    public let value: Double
    /// The standard error of the value on the scale of the gradient.
    public let error: Double

    /// A quantile with its standard error.
    public init(population: Double, value: Double, error: Double) {
      self.population = population
      self.value = value
      self.error = error
    }

    /// A quantile whose standard error follows from the 95 per cent limits of its value.
    public init(population: Double, value: Double, limits: Interval, on scale: Scale) {
      let width = scale.transform(limits.upper) - scale.transform(limits.lower)
      self.init(population: population, value: value, error: width / 2 / Confidence.usual.z)
    }
  }

  /// Why there is no gradient.
  public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Fewer than two quantiles.
    case tooFew
    /// A population not above nought, by the number of its quantile.
    case emptyQuantile(Int)
    /// A value that the scale has no place for, or an error below nought.
    case impossible(Int)

    /// What is wrong.
    public var description: String {
      switch self {
      case .tooFew: "a slope needs at least two quantiles"
      case .emptyQuantile(let number): "quantile \(number) has a population of nought or less"
      case .impossible(let number):
        "quantile \(number) has a value or an error that is impossible: a rate is above 0, a proportion between 0 and "
          + "1, and a lower limit not above its upper one"
      }
    }
  }

  /// The scale of the errors.
  public let scale: Scale
  /// Whether the line is fitted on the scale of the errors instead of to the values themselves.
  public let isTransformed: Bool

  /// On the scale of the errors.
  let centres: [Double]
  let errors: [Double]
  /// How much each value counts towards the slope and the intercept.
  let slopeWeights: [Double]
  let interceptWeights: [Double]

  /// The gradient over quantiles, the most deprived first. - Throws: ``Refusal``.
  public init(_ quantiles: [Quantile], on scale: Scale, transformed: Bool = false) throws(Refusal) {
    guard quantiles.count > 1 else { throw .tooFew }
    let total = quantiles.reduce(0) { $0 + $1.population }
    var shares: [Double] = []
    var places: [Double] = []
    var passed = 0.0
    for (index, quantile) in quantiles.enumerated() {
      guard quantile.population > 0 else { throw .emptyQuantile(index + 1) }
      guard scale.transform(quantile.value).isFinite, quantile.error >= 0, quantile.error.isFinite else {
        throw .impossible(index + 1)
      }
      let share = quantile.population / total
      shares.append(share)
      places.append(passed + share / 2)
      passed += share
    }
    let middle = zip(shares, places).reduce(0) { $0 + $1.0 * $1.1 }
    let spread = zip(shares, places).reduce(0) { $0 + $1.0 * ($1.1 - middle) * ($1.1 - middle) }
    let slopes = zip(shares, places).map { $0 * ($1 - middle) / spread }
    self.scale = scale
    isTransformed = transformed && scale != .natural
    centres = quantiles.map { scale.transform($0.value) }
    errors = quantiles.map(\.error)
    slopeWeights = slopes
    interceptWeights = zip(shares, slopes).map { $0 - middle * $1 }
    values = quantiles.map(\.value)
    mean = zip(shares, centres).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private let values: [Double]
  /// The mean on the scale of the errors. It lies half way along the line, as places are the middles of shares.
  private let mean: Double

  /// The slope and the relative index.
  ///
  /// A negative multiplier turns the slope round, for values where high is bad, and inverts the relative index.
  public func index(times multiplier: Double = 1) -> SlopeIndex {
    let ends = ends(of: isTransformed ? centres : values)
    return SlopeIndex(
      absolute: (ends.least - ends.most) * multiplier,
      relative: multiplier < 0 ? ends.most / ends.least : ends.least / ends.most, intercept: ends.most,
      definition: .populationWeighted)
  }

  /// The fitted values at the two ends.
  func ends(of values: [Double]) -> (most: Double, least: Double) {
    var slope = 0.0
    var intercept = 0.0
    for index in values.indices {
      slope += slopeWeights[index] * values[index]
      intercept += interceptWeights[index] * values[index]
    }
    return isTransformed ? ends(turnedTo: slope) : (intercept, intercept + slope)
  }

  /// The ends, as values, of a line on the transformed scale that goes through the observed mean with this slope.
  func ends(turnedTo slope: Double) -> (most: Double, least: Double) {
    (scale.restore(mean - slope / 2), scale.restore(mean + slope / 2))
  }

  /// Limits of the slope and of the relative index.
  public struct Limits: Hashable, Sendable {
    /// Limits of the slope index.
    public let absolute: Interval
    /// Limits of the relative index; nil when the fitted value at the most deprived end may be nought.
    public let relative: Interval?

    func times(_ multiplier: Double) -> Limits {
      Limits(
        absolute: absolute.scaled(by: multiplier),
        relative: multiplier < 0 ? relative.map { Interval(lower: 1 / $0.upper, upper: 1 / $0.lower) } : relative)
    }
  }
}

extension Gradient.Scale {
  /// From a value to the scale.
  func transform(_ value: Double) -> Double {
    switch self {
    case .natural: value
    case .logarithmic: log(value)
    case .logit: log(value / (1 - value))
    }
  }

  /// From the scale to a value.
  func restore(_ value: Double) -> Double {
    switch self {
    case .natural: value
    case .logarithmic: exp(value)
    case .logit: 1 / (1 + exp(-value))
    }
  }
}
