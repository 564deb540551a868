/// How far averages and ranks could have fallen otherwise: a bootstrap of each body's own metric scores.
///
/// In each draw every body's scores are resampled with replacement, its average is put into a segment, the financial
/// override is applied, and all are ranked. The likely range is from the 2.5th to the 97.5th percentile. The published
/// ranges of 2025/26 agree: on average within 0.02 on an end of the average and within a place of rank.
///
/// The draws come from a fixed seed, so the same file gives the same ranges. O(draws × scores).
struct LikelyRange {
  /// One body that takes part.
  struct Member {
    let scores: [Double]
    /// The best segment it may be in: 3 under the financial override, else 1.
    let bestSegment: Int
  }

  /// The range of a body.
  struct Ends: Hashable {
    let average: ClosedRange<Double>
    let rank: ClosedRange<Int>
  }

  static let draws = 2_000

  /// The ranges of all members, in their order.
  static func of(_ members: [Member], cuts: SegmentCuts) -> [Ends] {
    var generator = SplitMix(state: 20_250_626)
    let averages = members.map { draw($0.scores, with: &generator) }
    var ranks = members.map { _ in [Double]() }
    for draw in 0..<draws {
      // One number that sorts by segment, then by the average as it would be published.
      let keys = members.indices.map { index in
        let average = averages[index][draw]
        return Double(max(members[index].bestSegment, cuts.segment(of: average))) * 1_000 + (average * 100).rounded()
      }
      let sorted = keys.sorted()
      for index in keys.indices { ranks[index].append(Double(Sorted.firstIndex(of: keys[index], in: sorted) + 1)) }
    }
    return members.indices.map { index in
      let places = ends(ranks[index])
      return Ends(
        average: ends(averages[index]),
        rank: Int(places.lowerBound.rounded())...Int(places.upperBound.rounded()))
    }
  }

  /// Averages of scores drawn with replacement.
  private static func draw(_ scores: [Double], with generator: inout SplitMix) -> [Double] {
    scores.withUnsafeBufferPointer { scores in
      (0..<draws).map { _ in
        var sum = 0.0
        for _ in 0..<scores.count { sum += scores[generator.below(scores.count)] }
        return sum / Double(scores.count)
      }
    }
  }

  private static func ends(_ values: [Double]) -> ClosedRange<Double> {
    let sorted = values.sorted()
    return Sorted.quantile(0.025, of: sorted)...Sorted.quantile(0.975, of: sorted)
  }
}

/// Steele, Lea and Flood's SplitMix64 (2014), which gives the same draws on every machine.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from nought to below a bound; the bias of at most 2⁻⁵⁰ does not matter for a few scores.
  mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: next() >> 1) % bound }
}
