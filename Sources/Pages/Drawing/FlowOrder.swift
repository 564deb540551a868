/// The order of bodies on both sides of a ``FlowDrawing`` that keeps ribbons from crossing.
///
/// Bodies that share no people, even through others, never stand between those that do. Inside such a group
/// each side is sorted by the middle of what it is bound to, a few times over, and the order with the fewest
/// crossings is kept (Sugiyama, Tagawa and Toda, 1981). Ties fall to the caller's order, so the same flows give
/// the same drawing. O(sweeps × flows²) inside a group.
struct FlowOrder {
  private(set) var sources: [Int] = []
  private(set) var targets: [Int] = []

  init(_ flows: [FlowDrawing.Flow]) {
    for group in Self.groups(flows) {
      var best = (
        sources: Self.unique(group.map(\.from)).sorted(), targets: Self.unique(group.map(\.to)).sorted()
      )
      var least = Int.max
      var (sources, targets) = best
      for _ in 0..<8 {
        targets = Self.sorted(targets, beside: sources, group.map { ($0.to, $0.from, $0.amount) })
        let count = Self.crossings(group, sources, targets)
        if count < least { (least, best) = (count, (sources, targets)) }
        if least == 0 { break }
        sources = Self.sorted(sources, beside: targets, group.map { ($0.from, $0.to, $0.amount) })
      }
      self.sources += best.sources
      self.targets += best.targets
    }
  }

  /// The flows in groups that share no body, in the order of their first source.
  private static func groups(_ flows: [FlowDrawing.Flow]) -> [[FlowDrawing.Flow]] {
    var groups: [[FlowDrawing.Flow]] = []
    for flow in flows {
      let joined = groups.indices.filter { index in
        groups[index].contains { $0.from == flow.from || $0.to == flow.to }
      }
      guard let first = joined.first else {
        groups.append([flow])
        continue
      }
      groups[first].append(flow)
      for index in joined.dropFirst().reversed() { groups[first] += groups.remove(at: index) }
    }
    return groups
  }

  private static func unique(_ values: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// The bodies in the order of the middle of those on the other side they are bound to.
  private static func sorted(
    _ bodies: [Int], beside others: [Int], _ bonds: [(own: Int, other: Int, amount: Int)]
  ) -> [Int] {
    let places = places(others)
    let own = Self.places(bodies)
    func middle(_ body: Int) -> Double {
      var sum = 0.0
      var weight = 0.0
      for bond in bonds where bond.own == body {
        sum += Double(bond.amount) * Double(places[bond.other] ?? 0)
        weight += Double(bond.amount)
      }
      return sum / max(1, weight)
    }
    return bodies.map { (middle($0), own[$0] ?? 0, $0) }.sorted { $0 < $1 }.map(\.2)
  }

  private static func places(_ bodies: [Int]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (place, body) in bodies.enumerated() { places[body] = place }
    return places
  }

  private static func crossings(_ flows: [FlowDrawing.Flow], _ sources: [Int], _ targets: [Int]) -> Int {
    let (from, to) = (places(sources), places(targets))
    let ends = flows.map { (from[$0.from] ?? 0, to[$0.to] ?? 0) }
    var count = 0
    for (index, a) in ends.enumerated() {
      for b in ends[(index + 1)...] where (a.0 - b.0) * (a.1 - b.1) < 0 { count += 1 }
    }
    return count
  }
}
