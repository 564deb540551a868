/// The averages at which one segment ends and the next begins.
///
/// An average equal to an edge belongs to the better segment; the published data cannot tell, so that is assumed.
public struct SegmentCuts: Hashable, Sendable {
  /// The upper edges of segments 1 to 3.
  public let edges: [Double]
  /// Where they come from.
  public let origin: Origin

  /// Where edges come from.
  public enum Origin: String, Hashable, Sendable {
    /// Quartiles of every trust's average.
    case national
    /// Fixed thresholds, editable and assumed.
    case thresholds
    /// The middle of the gaps between published segments.
    case gaps
  }

  /// The segment of an average, 1 to 4.
  public func segment(of average: Double) -> Int { 1 + edges.count { average > $0 } }

  /// The quartiles of all averages in England; nil with fewer than four.
  public static func national(_ averages: [Double]) -> SegmentCuts? {
    guard averages.count >= 4 else { return nil }
    let sorted = averages.sorted()
    return SegmentCuts(edges: [0.25, 0.5, 0.75].map { Sorted.quantile($0, of: sorted) }, origin: .national)
  }

  /// Edges that agree with published segments: the middle between the worst average of one segment and the best of the
  /// next. Where nobody is on one side, the edge lies beyond everybody. Nil where the segments overlap.
  public static func between(_ published: [(average: Double, segment: Int)]) -> SegmentCuts? {
    var edges: [Double] = []
    for segment in 1...3 {
      let worst = published.filter { $0.segment <= segment }.map(\.average).max()
      let best = published.filter { $0.segment > segment }.map(\.average).min()
      switch (worst, best) {
      case (let worst?, let best?):
        guard worst <= best else { return nil }
        edges.append((worst + best) / 2)
      case (nil, _?): edges.append(-.infinity)
      default: edges.append(.infinity)
      }
    }
    return SegmentCuts(edges: edges, origin: .gaps)
  }
}
