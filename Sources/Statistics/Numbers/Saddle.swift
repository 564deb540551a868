internal import Foundation

/// The two parts of Loader's saddle-point form of binomial, Poisson, gamma and Student densities, which keep full
/// precision where factorials and powers would cancel.
///
/// C. Loader, *Fast and accurate computation of binomial probabilities* (2000).
enum Saddle {
  /// log Γ(x + 1) less Stirling's (x + ½) log x − x + ½ log 2π, for x > 0.
  static func stirlingError(_ x: Double) -> Double {
    guard x > 15 else { return lgamma(x + 1) - (x + 0.5) * log(x) + x - 0.5 * log(2 * Double.pi) }
    let s = 1 / (x * x)
    return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188)))) / x
  }

  /// x log(x / m) + m − x, the deviance of `x` from a mean `m`, without cancellation where they are close.
  static func deviance(_ x: Double, _ m: Double) -> Double {
    guard x > 0 else { return m }
    guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    let v = (x - m) / (x + m)
    var sum = (x - m) * v
    var term = 2 * x * v
    for j in 1..<1000 {
      term *= v * v
      let next = sum + term / Double(2 * j + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// The Poisson probability of `x`, which need not be whole, for a mean `m` above nought.
  static func poisson(_ x: Double, mean m: Double) -> Double {
    guard x > 0 else { return exp(-m) }
    return exp(-stirlingError(x) - deviance(x, m)) / (2 * Double.pi * x).squareRoot()
  }
}
