public import Register
public import Vocabulary

/// The units of a block set against the bodies of a map: which unit goes where, and with what share.
///
/// Built from the finest pieces the figures carry, never through an earlier map. Edges are sorted by target, so that
/// a recast is one pass over them.
public struct Crosswalk: Sendable {
  /// The bodies that receive something, or may, sorted by name.
  public let targets: [ID<Body>]
  /// Where each unit goes.
  public let locations: [Location]
  /// One unit's share in one target.
  public struct Edge: Sendable {
    /// The unit's row in the block.
    public let unit: Int32
    /// The position in `targets`.
    public let target: Int32
    /// The share, above 0 and up to 1.
    public let share: Double
  }
  /// All shares, by target, then unit.
  public let edges: [Edge]
  /// Units that belong to no body of the kind, by reason.
  public let homeless: [(unit: Int32, reason: String)]
  /// Units that cannot be placed, by reason.
  public let unplaced: [(unit: Int32, reason: String)]

  /// A crosswalk from the location of each unit. O(units + edges log edges).
  public init(_ locations: [Location], name: (ID<Body>) -> String) {
    self.locations = locations
    var bodies: Set<ID<Body>> = []
    for location in locations {
      switch location {
      case .whole(let body, _): bodies.insert(body)
      case .parts(let parts, _): bodies.formUnion(parts.map(\.body))
      case .scattered(let among, _): bodies.formUnion(among)
      case .none, .unknown: break
      }
    }
    targets = bodies.map { (name($0), $0) }.sorted { $0 < $1 }.map(\.1)
    let position = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1, Int32($0)) })
    var edges: [Edge] = []
    edges.reserveCapacity(locations.count)
    var homeless: [(Int32, String)] = []
    var unplaced: [(Int32, String)] = []
    for (row, location) in locations.enumerated() {
      let unit = Int32(row)
      switch location {
      case .whole(let body, _):
        if let target = position[body] { edges.append(Edge(unit: unit, target: target, share: 1)) }
      case .parts(let parts, _):
        for part in parts {
          if let target = position[part.body] {
            edges.append(Edge(unit: unit, target: target, share: part.share))
          }
        }
      case .none(let reason): homeless.append((unit, reason))
      case .scattered(_, let reason), .unknown(let reason): unplaced.append((unit, reason))
      }
    }
    self.edges = edges.sorted { ($0.target, $0.unit) < ($1.target, $1.unit) }
    self.homeless = homeless
    self.unplaced = unplaced
  }

  /// Adds up figures per target: `out[t] += share · figures[s]`. A missing figure (NaN) counts as nothing and is
  /// reported by `missing`. O(edges), no allocation.
  @inlinable
  public func sum(_ figures: UnsafeBufferPointer<Double>, into out: UnsafeMutableBufferPointer<Double>) {
    for edge in edges {
      let figure = figures[Int(edge.unit)]
      if !figure.isNaN { out[Int(edge.target)] += edge.share * figure }
    }
  }
}
