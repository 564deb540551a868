internal import Foundation

/// Student's t distribution.
public enum StudentT {
  /// The density, by Loader's saddle-point form.
  public static func density(_ t: Double, degrees n: Double) -> Double {
    let scale =
      -Saddle.deviance(n / 2, (n + 1) / 2) + Saddle.stirlingError((n + 1) / 2) - Saddle.stirlingError(n / 2)
    let ratio = t * t / n
    return exp(scale - n / 2 * log1p(ratio)) / (2 * Double.pi * (1 + ratio)).squareRoot()
  }

  /// The probability of more than `t`, for `t` at least nought, by the continued fraction of the incomplete beta
  /// function (DLMF 8.17.22).
  public static func upperTail(_ t: Double, degrees n: Double) -> Double {
    guard t > 0 else { return 0.5 }
    let x = n / (n + t * t)
    let mass = t * density(t, degrees: n)
    if x < (n / 2 + 1) / (n / 2 + 2.5) { return mass / n * fraction(n / 2, 0.5, x) }
    return 0.5 - mass * fraction(0.5, n / 2, t * t / (n + t * t))
  }

  /// The value that a share `p` of the distribution exceeds, for `p` from above nought to one half.
  ///
  /// One and two degrees of freedom in closed form; otherwise Newton's steps inside a bracket from the normal value.
  public static func upperQuantile(_ p: Double, degrees n: Double) -> Double {
    guard p > 0, p <= 0.5, n > 0 else { return p == 0 ? .infinity : .nan }
    if n == 1 { return 1 / tan(Double.pi * p) }
    if n == 2 { return (1 - 2 * p) / (2 * p * (1 - p)).squareRoot() }
    var t = -Normal.quantile(p)
    t += (t * t * t + t) / (4 * n)
    var low = 0.0
    var high = Double.infinity
    for _ in 0..<200 {
      let excess = p - upperTail(t, degrees: n)
      if excess == 0 { return t }
      if excess > 0 { high = t } else { low = t }
      var next = t - excess / density(t, degrees: n)
      if !(next > low && next < high) { next = high.isFinite ? (low + high) / 2 : 2 * t + 1 }
      if abs(next - t) <= 2e-16 * t { return next }
      t = next
    }
    return t
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    if abs(d) < tiny { d = tiny }
    d = 1 / d
    var h = d
    func turn(_ term: Double) -> Double {
      d = 1 + term * d
      if abs(d) < tiny { d = tiny }
      c = 1 + term / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      h *= d * c
      return d * c
    }
    for i in 1..<100_000 {
      let m = Double(i)
      _ = turn(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)))
      if abs(turn(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))) - 1) < 1e-16 { break }
    }
    return h
  }
}
