/// The edges between segments in one quarter, of the averages and of each scored domain.
struct QuarterCuts {
  let overall: SegmentCuts?
  /// One for each scored domain; nil where it cannot be told.
  let domains: [SegmentCuts?]

  init(_ bodies: [PublishedBody], _ tallies: [Tally], rule: SegmentRule, isNational: Bool) {
    let count = tallies.first?.domains.count ?? 0
    switch rule.edges {
    case .thresholds(let edges):
      overall = SegmentCuts(edges: edges, origin: .thresholds)
      domains = Array(repeating: nil, count: count)
    case .quartiles where isNational:
      overall = .national(tallies.compactMap(\.average))
      domains = (0..<count).map { index in .national(tallies.compactMap { $0.domains[index].score }) }
    case .quartiles:
      overall = .between(
        bodies.compactMap { body in
          guard let average = body.number("OF5002"), let segment = body.segment("OF5003") else { return nil }
          return (average, segment)
        })
      domains = Array(repeating: nil, count: count)
    }
  }
}
