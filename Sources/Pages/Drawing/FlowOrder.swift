/// The order of bodies on both sides of a ``FlowDrawing`` that keeps ribbons from crossing.
///
/// Bodies that share no people, even through others, never stand between those that do. Inside such a group
/// each side is sorted by the middle of what it is bound to: beside every order of the targets where they are
/// few, and else a few times over (Sugiyama, Tagawa and Toda, 1981). The order in which the thinnest ribbons
/// cross is kept. Ties fall to the caller's order, so the same flows give the same drawing.
struct FlowOrder {
  private(set) var sources: [Int] = []
  private(set) var targets: [Int] = []

  /// The most targets of a group for which every order is tried: 120 orders.
  private static let few = 5

  init(_ flows: [FlowDrawing.Flow]) {
    for group in Self.groups(flows) {
      let best = Self.best(group)
      sources += best.sources
      targets += best.targets
    }
  }

  private static func best(_ group: [FlowDrawing.Flow]) -> (sources: [Int], targets: [Int]) {
    var sources = unique(group.map(\.from)).sorted()
    var targets = unique(group.map(\.to)).sorted()
    var best = (sources: sources, targets: targets)
    var least = cost(group, sources, targets)
    func consider() {
      let cost = cost(group, sources, targets)
      if cost < least { (least, best) = (cost, (sources, targets)) }
    }
    let given = sources
    if targets.count <= few {
      for order in orders(of: targets) {
        targets = order
        sources = sorted(given, beside: targets, group.map { ($0.from, $0.to, $0.amount) })
        consider()
      }
    } else {
      for _ in 0..<8 where least > 0 {
        targets = sorted(targets, beside: sources, group.map { ($0.to, $0.from, $0.amount) })
        consider()
        sources = sorted(sources, beside: targets, group.map { ($0.from, $0.to, $0.amount) })
        consider()
      }
    }
    return best
  }

  /// Every order of the values, beginning with the one given.
  private static func orders(of values: [Int]) -> [[Int]] {
    guard values.count > 1 else { return [values] }
    return values.indices.flatMap { index in
      var rest = values
      let first = rest.remove(at: index)
      return orders(of: rest).map { [first] + $0 }
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

  /// How much crosses: for each pair of ribbons that cross, the thinner of the two.
  private static func cost(_ flows: [FlowDrawing.Flow], _ sources: [Int], _ targets: [Int]) -> Int {
    let (from, to) = (places(sources), places(targets))
    let ends = flows.map { (source: from[$0.from] ?? 0, target: to[$0.to] ?? 0, amount: $0.amount) }
    var sum = 0
    for (index, a) in ends.enumerated() {
      for b in ends[(index + 1)...] where (a.source - b.source) * (a.target - b.target) < 0 {
        sum += min(a.amount, b.amount)
      }
    }
    return sum
  }
}
