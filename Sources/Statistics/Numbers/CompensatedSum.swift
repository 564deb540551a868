/// A sum of floating-point numbers that carries what rounding would lose.
///
/// The error does not grow with the number of terms, and a sum of equal terms divided by their count is that term.
/// Adding is O(1) and allocates nothing.
///
/// Source: A. Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*, ZAMM 54 (1974)
/// 39–51, algorithm IV.
public struct CompensatedSum: Sendable {
  @usableFromInline var sum = 0.0
  @usableFromInline var lost = 0.0
  @usableFromInline var count = 0

  /// A sum of no terms.
  @inlinable
  public init() {}

  /// Adds a term.
  @inlinable
  public mutating func add(_ term: Double) {
    let next = sum + term
    lost += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sum = next
    count += 1
  }

  /// The sum, rounded once.
  @inlinable
  public var value: Double { lost.isFinite ? sum + lost : sum }

  /// The sum divided by the number of terms, rounded once; NaN of no terms.
  ///
  /// The remainder of the first division is divided again, so that a mean comes out as if it had been computed without
  /// rounding (T. J. Dekker, *A floating-point technique for extending the available precision*, Numerische Mathematik
  /// 18 (1971) 224–242).
  @inlinable
  public var mean: Double {
    guard count > 0 else { return .nan }
    let divisor = Double(count)
    let total = value
    guard total.isFinite, lost.isFinite else { return total / divisor }
    let tail = (sum - total) + lost
    let quotient = total / divisor
    let remainder = total.addingProduct(-quotient, divisor)
    return quotient + (remainder + tail) / divisor
  }
}
