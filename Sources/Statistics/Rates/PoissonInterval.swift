/// Limits for a count of events, which may be a fraction where events were shared out.
public enum PoissonInterval {
  /// Byar's approximation, good to a fraction of a per cent from ten events on.
  ///
  /// N. E. Breslow and N. E. Day, *Statistical Methods in Cancer Research*, volume II (1987), page 69.
  public static func byar(_ count: Double, at confidence: Confidence) -> Interval {
    let z = confidence.z
    let low = 1 - 1 / (9 * count) - z / (3 * count.squareRoot())
    let more = count + 1
    let high = 1 - 1 / (9 * more) + z / (3 * more.squareRoot())
    return Interval(lower: count * low * low * low, upper: more * high * high * high)
  }

  /// Exact limits, from the chi-square distribution.
  ///
  /// F. Garwood, *Fiducial limits for the Poisson distribution*, Biometrika 28 (1936) 437–442.
  public static func exact(_ count: Double, at confidence: Confidence) -> Interval {
    Interval(
      lower: lower(count, tail: confidence.tail),
      upper: upper(count, tail: confidence.tail))
  }

  /// Exact below ten events, Byar's from ten on: the convention of public health in England.
  public static func usual(_ count: Double, at confidence: Confidence) -> Interval {
    count < 10 ? exact(count, at: confidence) : byar(count, at: confidence)
  }

  /// The mean that gives `count` events or more with this probability; nought for no events.
  public static func lower(_ count: Double, tail: Double) -> Double {
    count > 0 ? Gamma.quantile(tail, shape: count) : 0
  }

  /// The mean that gives `count` events or fewer with this probability.
  public static func upper(_ count: Double, tail: Double) -> Double {
    Gamma.quantile(tail, shape: count + 1, upper: true)
  }
}
