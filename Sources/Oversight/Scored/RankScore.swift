/// Scores by rank, as published in 2025/26: the best of N has 1.00, the last 4.00, and equal values share the lower
/// rank number.
public enum RankScore {
  /// 1 + 3 (rank − 1) / (N − 1); 1.00 where nobody else is ranked, which is our assumption.
  ///
  /// Nil when the rank lies outside 1…N. Proved on staff-survey metrics with N = 61.
  public static func score(rank: Int, of count: Int) -> Double? {
    spread(rank: rank, of: count, over: 3)
  }

  /// 4.00 where the standard is missed; else 1 + 2 (rank − 1) / (M − 1) among the M that meet it.
  ///
  /// Nil when the rank lies outside 1…M. Proved on the two-hour urgent community response, whose standard is 70%.
  public static func hybrid(meets: Bool, rank: Int, of count: Int) -> Double? {
    meets ? spread(rank: rank, of: count, over: 2) : 4
  }

  /// The competition ranks of values: equal values share the lowest rank number, as in 1, 1, 1, 4. O(n log n).
  public static func ranks(_ values: [Double], better: Metric.Polarity) -> [Int] {
    let keys = better == .higher ? values.map { -$0 } : values
    let sorted = keys.sorted()
    return keys.map { Sorted.firstIndex(of: $0, in: sorted) + 1 }
  }

  private static func spread(rank: Int, of count: Int, over span: Double) -> Double? {
    guard (1...max(1, count)).contains(rank), count > 0 else { return nil }
    return count == 1 ? 1 : 1 + span * Double(rank - 1) / Double(count - 1)
  }
}

/// Looking things up in sorted numbers.
enum Sorted {
  /// How many numbers are smaller than a value. O(log n).
  static func firstIndex(of value: Double, in sorted: [Double]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The quantile by linear interpolation that spreadsheets call inclusive (type 7 of Hyndman and Fan).
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    guard let last = sorted.last else { return .nan }
    let position = Double(sorted.count - 1) * share
    let index = Int(position)
    guard index + 1 < sorted.count else { return last }
    return sorted[index] + (position - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}
