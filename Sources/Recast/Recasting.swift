public import Register
internal import Statistics
public import Vocabulary

/// The figures of a block on a map, each marked for how it got there.
public struct Recasting: Sendable {
  /// One body's figure.
  public struct Row: Hashable, Sendable {
    /// The body.
    public let target: ID<Body>
    /// Its figure; where it is refused, only what surely belongs to it.
    public let value: Double
    /// The part of it that was added up without dividing.
    public let exactPart: Double
    /// How it got there.
    public let mark: Mark
    /// What a reader should know, in short sentences.
    public let notes: [String]
  }

  /// What flowed from a body of the old map to one of the new.
  public struct Pair: Hashable, Sendable {
    /// The body on the old map; nil for what belonged to none.
    public let source: ID<Body>?
    /// The body on the new map; nil for what belongs to none.
    public let target: ID<Body>?
    /// How much.
    public let value: Double
    /// Whether none of it was divided.
    public let isExact: Bool
    /// How many units it is the sum of.
    public let units: Int
  }

  /// The rows, by name of the body.
  public let rows: [Row]
  /// What belongs to no body of the kind, and how many units that is.
  public let homeless: (value: Double, units: Int)
  /// What could not be placed, with the reasons.
  public let unplaced: (value: Double, units: Int, reasons: [String])
  /// Units whose figure is hidden.
  public let hidden: Int
  /// Units without a figure.
  public let missing: Int
  /// The sum of all figures, which rows, homeless and unplaced add up to.
  public let total: Double

  /// Recasts figures. `isCount` figures are whole numbers and stay so.
  ///
  /// A body with a hidden unit has no figure: a sum without it would mislead. Hidden figures are given as NaN, and what
  /// lies in no body and the total are sums of what is shown.
  ///
  /// Exact parts never move. Divided counts are rounded by largest remainder inside each connected component of
  /// what was divided, so that totals are conserved to the last unit. O(units + edges).
  public init(
    _ figures: [Double], through crosswalk: Crosswalk, hiding isHidden: [Bool]? = nil, error: Mark.ErrorBand? = nil
  ) {
    precondition(isHidden.map { $0.count == figures.count } ?? true, "every figure is hidden or is not")
    precondition(figures.count == crosswalk.locations.count, "a crosswalk is for the units of one block")
    let isCount = figures.allSatisfy { $0.isNaN || $0 == $0.rounded() }
    var exact = [CompensatedSum](repeating: CompensatedSum(), count: crosswalk.targets.count)
    var divided = [CompensatedSum](repeating: CompensatedSum(), count: crosswalk.targets.count)
    var isDivided = [Bool](repeating: false, count: crosswalk.targets.count)
    var dividedEdges: [(unit: Int, target: Int, value: Double)] = []
    for edge in crosswalk.edges {
      let figure = figures[Int(edge.unit)]
      let target = Int(edge.target)
      if figure.isNaN { continue }
      if edge.share == 1 {
        exact[target].add(figure)
      } else {
        divided[target].add(edge.share * figure)
        isDivided[target] = true
        dividedEdges.append((Int(edge.unit), target, edge.share * figure))
      }
    }
    var dividedValues = divided.map(\.value)
    if isCount {
      for component in Recasting.components(dividedEdges, figures) {
        let rounded = LargestRemainder.round(component.targets.map { dividedValues[$0] }, to: component.total)
        for (target, value) in zip(component.targets, rounded) { dividedValues[target] = value }
      }
    }
    let routes = Recasting.routes(crosswalk)
    let wanting = Recasting.wanting(figures, crosswalk)
    let hidden = Recasting.hidden(isHidden, crosswalk)
    rows = crosswalk.targets.indices.map { target in
      let route = routes[target]
      let mark: Mark =
        if let units = hidden[crosswalk.targets[target]] {
          .suppressed(units: units)
        } else if let reason = wanting[crosswalk.targets[target]] {
          .refused(reason)
        } else if isDivided[target] {
          .apportioned(Mark.Method(weights: route.weights, isChained: route.divisions > 1), error: error)
        } else {
          .exact
        }
      return Row(
        target: crosswalk.targets[target], value: exact[target].value + dividedValues[target],
        exactPart: exact[target].value, mark: mark, notes: route.notes)
    }
    func sum(_ units: [(unit: Int32, reason: String)]) -> Double {
      var total = CompensatedSum()
      for (unit, _) in units where !figures[Int(unit)].isNaN { total.add(figures[Int(unit)]) }
      return total.value
    }
    homeless = (sum(crosswalk.homeless), crosswalk.homeless.count)
    var reasons: [String] = []
    for (_, reason) in crosswalk.unplaced where reasons.count < 12 && !reasons.contains(reason) {
      reasons.append(reason)
    }
    unplaced = (sum(crosswalk.unplaced), crosswalk.unplaced.count, reasons)
    self.hidden = isHidden?.count { $0 } ?? 0
    missing = figures.count { $0.isNaN } - self.hidden
    var all = CompensatedSum()
    for figure in figures where !figure.isNaN { all.add(figure) }
    total = all.value
  }

  /// The bodies whose figure lacks something that may be theirs, each with the first reason.
  private static func wanting(_ figures: [Double], _ crosswalk: Crosswalk) -> [ID<Body>: String] {
    var wanting: [ID<Body>: String] = [:]
    for (figure, location) in zip(figures, crosswalk.locations) where !figure.isNaN && figure != 0 {
      guard case .scattered(let among, let reason) = location else { continue }
      for body in among where wanting[body] == nil { wanting[body] = reason }
    }
    return wanting
  }

  /// How many hidden units lie in a body, or may.
  private static func hidden(_ isHidden: [Bool]?, _ crosswalk: Crosswalk) -> [ID<Body>: Int] {
    guard let isHidden else { return [:] }
    var hidden: [ID<Body>: Int] = [:]
    for (location, isHidden) in zip(crosswalk.locations, isHidden) where isHidden {
      switch location {
      case .whole(let body, _): hidden[body, default: 0] += 1
      case .parts(let parts, _): for part in parts { hidden[part.body, default: 0] += 1 }
      case .scattered(let among, _): for body in among { hidden[body, default: 0] += 1 }
      case .none, .unknown: continue
      }
    }
    return hidden
  }

  /// The way taken to each target, as far as it needs telling.
  private static func routes(_ crosswalk: Crosswalk) -> [Location.Route] {
    var routes = [Location.Route](repeating: .direct, count: crosswalk.targets.count)
    let position = Dictionary(uniqueKeysWithValues: crosswalk.targets.enumerated().map { ($1, $0) })
    for location in crosswalk.locations {
      switch location {
      case .whole(let body, let route):
        guard route != .direct, let target = position[body] else { continue }
        var told = route
        told.divisions = 0
        told.weights = ""
        routes[target] = routes[target].then(told)
      case .parts(let parts, let route):
        for part in parts {
          guard let target = position[part.body] else { continue }
          let before = routes[target].divisions
          routes[target] = routes[target].then(route)
          routes[target].divisions = max(before, route.divisions)
        }
      case .none, .scattered, .unknown: continue
      }
    }
    return routes
  }

  /// The connected components of what was divided: targets that share a divided unit, directly or through others.
  private static func components(
    _ edges: [(unit: Int, target: Int, value: Double)], _ figures: [Double]
  ) -> [(targets: [Int], total: Double)] {
    var parent: [Int: Int] = [:]
    func root(_ target: Int) -> Int {
      var current = target
      while let next = parent[current], next != current { current = next }
      return current
    }
    var firstTarget: [Int: Int] = [:]
    for edge in edges {
      if parent[edge.target] == nil { parent[edge.target] = edge.target }
      if let other = firstTarget[edge.unit] {
        let (a, b) = (root(other), root(edge.target))
        if a != b { parent[max(a, b)] = min(a, b) }
      } else {
        firstTarget[edge.unit] = edge.target
      }
    }
    var targets: [Int: [Int]] = [:]
    for target in parent.keys.sorted() { targets[root(target), default: []].append(target) }
    var totals: [Int: Double] = [:]
    for (unit, target) in firstTarget.sorted(by: { $0.key < $1.key }) {
      totals[root(target), default: 0] += figures[unit]
    }
    return targets.sorted { $0.key < $1.key }.map { ($0.value, totals[$0.key] ?? 0) }
  }

  /// What flowed from each body of one map to each of another. Both crosswalks are of the same units.
  ///
  /// A unit divided on both maps flows in proportion, which is marked as not exact. O(units).
  public static func pairs(_ figures: [Double], from old: Crosswalk, to new: Crosswalk) -> [Pair] {
    precondition(old.locations.count == new.locations.count, "both crosswalks are of the same units")
    struct Key: Hashable {
      let source: ID<Body>?
      let target: ID<Body>?
    }
    struct Flow {
      var sum = CompensatedSum()
      var isExact = true
      var units = 0
    }
    func parts(_ location: Location) -> [(ID<Body>?, Double)] {
      switch location {
      case .whole(let body, _): [(body, 1)]
      case .parts(let parts, _): parts.map { ($0.body, $0.share) }
      case .none, .scattered, .unknown: [(nil, 1)]
      }
    }
    var flows: [Key: Flow] = [:]
    for (row, figure) in figures.enumerated() where !figure.isNaN {
      let (sources, targets) = (parts(old.locations[row]), parts(new.locations[row]))
      for source in sources {
        for target in targets {
          let key = Key(source: source.0, target: target.0)
          flows[key, default: Flow()].sum.add(figure * source.1 * target.1)
          flows[key]?.units += 1
          if source.1 * target.1 != 1 { flows[key]?.isExact = false }
        }
      }
    }
    return flows.map {
      Pair(source: $0.source, target: $0.target, value: $1.sum.value, isExact: $1.isExact, units: $1.units)
    }
    .sorted {
      ($0.source?.text ?? "~", $0.target?.text ?? "~") < ($1.source?.text ?? "~", $1.target?.text ?? "~")
    }
  }
}

/// Rounding that keeps a total (Hamilton's method).
public enum LargestRemainder {
  /// Whole numbers near the figures that sum to the total rounded. Ties go to the earlier figure. O(n log n).
  public static func round(_ figures: [Double], to total: Double) -> [Double] {
    var whole = figures.map { $0.rounded(.down) }
    var rest = Int((total.rounded() - whole.reduce(0, +)).rounded())
    let order = figures.indices.sorted { a, b in
      let (ra, rb) = (figures[a] - whole[a], figures[b] - whole[b])
      return ra != rb ? ra > rb : a < b
    }
    var position = 0
    while rest > 0, !order.isEmpty {
      whole[order[position % order.count]] += 1
      rest -= 1
      position += 1
    }
    position = 0
    while rest < 0, !order.isEmpty {
      whole[order[order.count - 1 - position % order.count]] -= 1
      rest += 1
      position += 1
    }
    return whole
  }
}
