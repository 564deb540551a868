internal import Foundation

extension Gradient {
  /// Limits of both indices without a simulation: at once, and the same every time.
  ///
  /// They are the quantiles that a simulation of endless draws would come to. Where values are normal the slope is too,
  /// and its limits are exact. Where they are log-normal or logit-normal, the first four cumulants of the fitted line
  /// give its quantiles by the expansion of E. A. Cornish and R. A. Fisher (1938); the relative index falls below r
  /// where the fitted line least − r × most falls below nought, after E. C. Fieller (1954). A line fitted on the
  /// transformed scale turns about its observed mean, as in `phe_sii`, so that both indices rise with its slope, which
  /// is normal.
  public func limits(at confidence: Confidence = .usual, times multiplier: Double = 1) -> Limits {
    (isTransformed ? transformedLimits(confidence) : fittedLimits(confidence)).times(multiplier)
  }

  // MARK: A line fitted to the values

  private func fittedLimits(_ confidence: Confidence) -> Limits {
    let cumulants = zip(centres, errors).map { Cumulants(centre: $0, error: $1, scale: scale) }
    /// The quantile of least − r × most that belongs to a normal one of `z`.
    func quantile(_ ratio: Double, _ z: Double) -> Double {
      var sum = Cumulants.none
      for index in cumulants.indices {
        sum.add(cumulants[index], times: slopeWeights[index] + (1 - ratio) * interceptWeights[index])
      }
      return sum.quantile(z)
    }
    let z = confidence.z
    let absolute = Interval(lower: quantile(1, -z), upper: quantile(1, z))
    var most = Cumulants.none
    for index in cumulants.indices { most.add(cumulants[index], times: interceptWeights[index]) }
    guard most.quantile(-max(z, 4)) > 0 else { return Limits(absolute: absolute, relative: nil) }
    let centre = index().relative ?? 1
    return Limits(
      absolute: absolute,
      relative: Interval(
        lower: Self.root(from: centre) { quantile($0, -z) }, upper: Self.root(from: centre) { quantile($0, z) }))
  }

  // MARK: A line fitted on the transformed scale

  private func transformedLimits(_ confidence: Confidence) -> Limits {
    let slope = zip(slopeWeights, centres).reduce(0) { $0 + $1.0 * $1.1 }
    let error = zip(slopeWeights, errors).reduce(0) { $0 + $1.0 * $1.1 * $1.0 * $1.1 }.squareRoot()
    let low = ends(turnedTo: slope - confidence.z * error)
    let high = ends(turnedTo: slope + confidence.z * error)
    return Limits(
      absolute: Interval(lower: low.least - low.most, upper: high.least - high.most),
      relative: Interval(lower: low.least / low.most, upper: high.least / high.most))
  }

  /// Where a falling function is nought, by bisection from a first guess.
  private static func root(from start: Double, of function: (Double) -> Double) -> Double {
    var step = max(abs(start), 1e-9) * 0.01
    var low = start
    var high = start
    while function(low) < 0, step < 1e9 * max(abs(start), 1) {
      low -= step
      step *= 2
    }
    step = max(abs(start), 1e-9) * 0.01
    while function(high) > 0, step < 1e9 * max(abs(start), 1) {
      high += step
      step *= 2
    }
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if function(middle) > 0 { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}

/// The first four cumulants of a distribution.
private struct Cumulants {
  var first: Double
  var second: Double
  var third: Double
  var fourth: Double

  static let none = Cumulants(first: 0, second: 0, third: 0, fourth: 0)

  private init(first: Double, second: Double, third: Double, fourth: Double) {
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  /// Of a value that is normal on a scale. The moments are integrated by the trapezoidal rule, which for a normal
  /// weight is exact to rounding.
  init(centre: Double, error: Double, scale: Gradient.Scale) {
    self.init(first: centre, second: error * error, third: 0, fourth: 0)
    guard scale != .natural else { return }
    let nodes = NormalNodes.all
    let values = nodes.map { scale.restore(centre + error * $0.z) }
    func mean(_ value: (Double) -> Double) -> Double {
      zip(nodes, values).reduce(0) { $0 + $1.0.weight * value($1.1) }
    }
    let middle = mean { $0 }
    first = middle
    second = mean { ($0 - middle) * ($0 - middle) }
    third = mean { ($0 - middle) * ($0 - middle) * ($0 - middle) }
    fourth = mean { ($0 - middle) * ($0 - middle) * ($0 - middle) * ($0 - middle) } - 3 * second * second
  }

  mutating func add(_ other: Cumulants, times weight: Double) {
    let square = weight * weight
    first += weight * other.first
    second += square * other.second
    third += square * weight * other.third
    fourth += square * square * other.fourth
  }

  func quantile(_ z: Double) -> Double {
    guard second > 0 else { return first }
    let deviation = second.squareRoot()
    let skew = third / (second * deviation)
    let excess = fourth / (second * second)
    let bent =
      z + (z * z - 1) * skew / 6 + (z * z * z - 3 * z) * excess / 24 - (2 * z * z * z - 5 * z) * skew * skew / 36
    return first + deviation * bent
  }
}

/// Evenly spaced places of a standard normal variable and their weights.
private enum NormalNodes {
  static let all: [(z: Double, weight: Double)] = {
    let step = 0.1
    return (-85...85).map { index in
      let z = Double(index) * step
      return (z, step * exp(-z * z / 2) / (2 * Double.pi).squareRoot())
    }
  }()
}
