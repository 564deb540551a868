internal import Foundation

/// The binomial distribution: how many of `trials` succeed, each with the same probability.
public enum Binomial {
  /// The probability of exactly `count` successes, by Loader's saddle-point form.
  public static func probability(_ count: Int, trials: Int, share p: Double) -> Double {
    guard count >= 0, count <= trials else { return 0 }
    let x = Double(count)
    let n = Double(trials)
    if p <= 0 { return count == 0 ? 1 : 0 }
    if p >= 1 { return count == trials ? 1 : 0 }
    if count == 0 { return exp(n * log1p(-p)) }
    if count == trials { return exp(n * log(p)) }
    let power =
      Saddle.stirlingError(n) - Saddle.stirlingError(x) - Saddle.stirlingError(n - x)
      - Saddle.deviance(x, n * p) - Saddle.deviance(n - x, n * (1 - p))
    return exp(power) * (n / (2 * Double.pi * x * (n - x))).squareRoot()
  }

  /// The probability of at most `count` successes. O(count).
  public static func cumulative(_ count: Int, trials: Int, share p: Double) -> Double {
    guard count >= 0 else { return 0 }
    guard count < trials else { return 1 }
    return (0...count).reduce(0) { $0 + probability($1, trials: trials, share: p) }
  }

  /// The least count whose cumulative probability reaches `q`. O(trials).
  public static func quantile(_ q: Double, trials: Int, share p: Double) -> Int {
    var total = 0.0
    for count in 0..<max(trials, 0) {
      total += probability(count, trials: trials, share: p)
      // A sum that falls short of q by rounding alone has reached it.
      if total >= q * (1 - 64 * 0x1p-52) { return count }
    }
    return max(trials, 0)
  }
}
