/// Values sorted into quantiles of as equal a size as ties allow.
public enum Quantiles {
  /// Which end quantile 1 is.
  public enum Order: Hashable, Sendable {
    /// Quantile 1 has the highest values.
    case highestFirst
    /// Quantile 1 has the lowest values.
    case lowestFirst
  }

  /// The quantile of each value, from 1 to `count`; nil for a missing value, and for all of them when there are fewer
  /// values than quantiles. Tied values share the quantile of the first of them. O(n log n).
  public static func assign(_ values: [Double?], into count: Int, order: Order = .highestFirst) -> [Int?] {
    let sorted = values.compactMap(\.self).sorted { order == .lowestFirst ? $0 < $1 : $0 > $1 }
    guard count > 0, sorted.count >= count else { return values.map { _ in nil } }
    var rank: [Double: Int] = [:]
    for (index, value) in sorted.enumerated() where rank[value] == nil { rank[value] = index + 1 }
    let size = Double(sorted.count) / Double(count)
    return values.map { value in
      value.flatMap { rank[$0] }.map { rank in
        max(1, count + 1 - Int((Double(sorted.count + 1 - rank) / size).rounded(.up)))
      }
    }
  }
}
