/// A funnel: what is within chance for each size, at 95 and at 99.8 per cent.
///
/// D. J. Spiegelhalter, *Funnel plots for comparing institutional performance*, Statistics in Medicine 24 (2005)
/// 1185–1202. Poisson limits are exact chi-square quantiles.
public enum Funnel {
  /// A limit and, for counts, the size at which it is met.
  public struct Limit: Hashable, Sendable {
    /// The value at the limit.
    public let value: Double
    /// For ratios the expected events, for rates the population of one year; nil for proportions.
    public let size: Double?
  }

  /// The four limits at one place of the axis.
  public struct Point: Hashable, Sendable {
    /// The population, or the events.
    public let place: Double
    /// About two standard errors below.
    public let lower2: Limit
    /// About two standard errors above.
    public let upper2: Limit
    /// About three standard errors below.
    public let lower3: Limit
    /// About three standard errors above.
    public let upper3: Limit
  }

  static let two = 0.025
  static let three = 0.001

  /// Limits around the overall proportion, by the inverted score test, from nought to `multiplier`.
  public static func proportion(
    baseline: Double, populations: [Double], per multiplier: Double = 100
  ) -> [Point] {
    let range = FunnelAxis.range(populations)
    return FunnelAxis.places(from: range.start, to: range.end).map { place in
      func limit(_ tail: Double, _ side: Double) -> Limit {
        let reach = -Normal.quantile(tail) * (baseline * (1 - baseline) / place).squareRoot()
        return Limit(value: min(1, max(0, baseline + side * reach)) * multiplier, size: nil)
      }
      return Point(
        place: place, lower2: limit(two, -1), upper2: limit(two, 1), lower3: limit(three, -1), upper3: limit(three, 1))
    }
  }

  /// How a ratio is shown.
  public enum RatioKind: String, Hashable, Sendable, CaseIterable {
    /// Observed over expected, times 100.
    case isr
    /// Observed over expected, less one.
    case count

    /// The ratio as it is shown.
    public func shown(_ ratio: Double) -> Double { self == .isr ? ratio * 100 : ratio - 1 }
  }

  /// Limits of an indirectly standardised ratio over the observed events.
  public static func ratio(_ kind: RatioKind, expected: [Double]) -> [Point] {
    let range = FunnelAxis.range(expected)
    // The published axis stops one step before its end.
    return FunnelAxis.places(from: range.start, to: range.end, steps: FunnelAxis.count).map { events in
      point(events) { mean in Limit(value: kind.shown(events / mean), size: mean) }
    }
  }

  /// Limits of a rate over the events, from the populations, which may span some years.
  public static func rate(
    baseline: Double, populations: [Double], years: Double, per multiplier: Double = 100_000
  ) -> [Point] {
    let range = FunnelAxis.range(populations.map { $0 / years })
    let events = baseline * years / multiplier
    let start = (range.start * events).rounded(.down)
    return FunnelAxis.places(from: start, to: (range.end * events).rounded(.up)).map { events in
      point(events) { mean in
        let population = mean / baseline * multiplier
        return Limit(value: events / population * multiplier, size: population / years)
      }
    }
  }

  /// The mean that makes so many events improbably few is where the lower limit lies, and the other way round.
  private static func point(_ events: Double, _ limit: (_ mean: Double) -> Limit) -> Point {
    Point(
      place: events, lower2: limit(PoissonInterval.upper(events, tail: two)),
      upper2: limit(PoissonInterval.lower(events, tail: two)),
      lower3: limit(PoissonInterval.upper(events, tail: three)),
      upper3: limit(PoissonInterval.lower(events, tail: three)))
  }
}
