internal import Recast
internal import Statistics
public import Vocabulary

/// A whole number divided in proportion to weights, so that the parts add up to it exactly (Hamilton's method).
public enum Apportionment {
  /// The parts of a whole number, in the order of the weights; what rounding leaves over goes to the largest
  /// remainders, the earlier of two that are equal. O(n log n).
  ///
  /// - Throws: `MoneyError` where a weight is negative or no number, or all are 0.
  public static func divide(_ whole: Int64, by weights: [Double]) throws(MoneyError) -> [Int64] {
    if let bad = weights.first(where: { !($0 >= 0 && $0.isFinite) }) {
      throw MoneyError("a weight is \(bad): money is divided by weights that are 0 or more")
    }
    var sum = CompensatedSum()
    for weight in weights { sum.add(weight) }
    guard sum.value > 0 else {
      throw MoneyError("all weights are 0: there is nothing to divide \(whole) by")
    }
    let exact = weights.map { Double(whole) * ($0 / sum.value) }
    return LargestRemainder.round(exact, to: Double(whole)).map { Int64($0) }
  }

  /// An amount divided to the penny.
  ///
  /// - Throws: `MoneyError` where a weight is negative or no number, or all are 0.
  public static func divide(_ amount: Pence, by weights: [Double]) throws(MoneyError) -> [Pence] {
    try divide(amount.count, by: weights).map { Pence($0) }
  }
}
