/// Draws of a gradient from the errors of its quantiles, in order of size.
public struct GradientDraws: Sendable {
  private let absolute: [Double]
  private let relative: [Double]
  private let multiplier: Double

  /// Draws a gradient again and again, with every quantile moved by its error.
  ///
  /// The same seed gives the same draws. O(repetitions × quantiles).
  public init(_ gradient: Gradient, repetitions: Int = 100_000, seed: UInt64, times multiplier: Double = 1) {
    var numbers = RandomNumbers(seed: seed)
    var values = gradient.centres
    var absolute: [Double] = []
    var relative: [Double] = []
    absolute.reserveCapacity(repetitions)
    relative.reserveCapacity(repetitions)
    for _ in 0..<repetitions {
      for index in values.indices {
        let drawn = gradient.centres[index] + gradient.errors[index] * numbers.nextNormal()
        values[index] = gradient.isTransformed ? drawn : gradient.scale.restore(drawn)
      }
      let ends = gradient.ends(of: values)
      absolute.append(ends.least - ends.most)
      relative.append(ends.least / ends.most)
    }
    self.absolute = absolute.sorted()
    self.relative = relative.sorted()
    self.multiplier = multiplier
  }

  /// The draws that leave half of the doubt below and half above.
  public func limits(at confidence: Confidence = .usual) -> Gradient.Limits {
    func between(_ draws: [Double]) -> Interval {
      let count = Double(draws.count)
      let first = Int((count * confidence.tail).rounded(.toNearestOrEven))
      let last = Int((count * (1 - confidence.tail)).rounded(.toNearestOrEven))
      return Interval(lower: draws[max(first, 1) - 1], upper: draws[min(last, draws.count) - 1])
    }
    return Gradient.Limits(absolute: between(absolute), relative: between(relative)).times(multiplier)
  }
}
