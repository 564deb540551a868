internal import Chronicle
public import Register
public import Vocabulary

/// Bodies and the successions between them, for a drawing of what came from what.
public struct SuccessionGraph: Encodable, Hashable, Sendable {
  /// A body of the drawing.
  public struct Node: Encodable, Hashable, Sendable, Spanning {
    /// Its identifier.
    public let id: String
    /// Its name.
    public let name: String
    /// Its short name.
    public let shortName: String
    /// What it is.
    public let kind: String
    /// The first day of its life.
    public let from: When
    /// The first day after its life.
    public let until: When
    /// How many successions from the body asked about: negative before it, positive after it, 0 itself.
    public let generation: Int
  }

  /// A succession of the drawing.
  public struct Edge: Encodable, Hashable, Sendable, Sourced {
    /// The predecessor.
    public let from: String
    /// The successor.
    public let to: String
    /// What happened.
    public let event: Succession.Event
    /// How far it has come.
    public let status: Succession.Status
    /// Whether it is only planned.
    public let planned: Bool
    /// The day it takes effect.
    public let date: When
    /// How much went.
    public let shares: [ShareEntry]
    /// How sure it is.
    public let certainty: Certainty
    /// Where it was taken from.
    public let source: String

    /// The mark to show beside it: planned weighs most.
    public var mark: CertaintyMark { CertaintyMark(certainty, status: status) }
  }

  /// The bodies: by generation, then kind, then name.
  public let nodes: [Node]
  /// The successions: by date, then bodies.
  public let edges: [Edge]
  /// Whether there is more beyond the depth asked for.
  public let hasMore: Bool

  /// What came before and after a body, each to a depth. The sideways relatives are left out.
  public init(of body: ID<Body>, depth: Int, in register: Register) {
    var generations: [ID<Body>: Int] = [body: 0]
    var successions: Set<Int> = []
    var found: [Version<Succession>] = []
    var more = false
    for direction in [-1, 1] {
      var level = [body]
      for step in 1...max(1, depth) {
        var next: [ID<Body>] = []
        for one in level {
          for version in direction < 0 ? register.successions(to: one) : register.successions(from: one) {
            if successions.insert(version.entry).inserted { found.append(version) }
            let other = direction < 0 ? version.fact.subject : version.fact.successor
            if generations[other] == nil {
              generations[other] = direction * step
              next.append(other)
            }
          }
        }
        level = next
      }
      more =
        more
        || level.contains {
          direction < 0 ? !register.successions(to: $0).isEmpty : !register.successions(from: $0).isEmpty
        }
    }
    hasMore = more
    nodes = generations.map { id, generation in
      let life = register.existence(id)
      return Node(
        id: id.text, name: register.name(id), shortName: register.shortName(id),
        kind: life?.fact.bodyKind.rawValue ?? "unknown", from: When(life?.period.from ?? .unknown),
        until: When(life?.period.until ?? .unknown), generation: generation)
    }
    .sorted { a, b in
      if a.generation != b.generation { return a.generation < b.generation }
      let (one, two) = (Kinds.rank(BodyKind(rawValue: a.kind)), Kinds.rank(BodyKind(rawValue: b.kind)))
      return one != two ? one < two : (a.shortName, a.id) < (b.shortName, b.id)
    }
    edges = found.map { version in
      Edge(
        from: version.fact.subject.text, to: version.fact.successor.text, event: version.fact.event,
        status: version.fact.status, planned: !version.fact.status.isInForce, date: When(version.period.from),
        shares: register.shares(from: version.fact.subject, to: version.fact.successor)
          .filter { $0.period.from == version.period.from }.map(ShareEntry.init).sorted(
            by: ShareEntry.inOrder),
        certainty: version.certainty, source: version.source.text)
    }
    .sorted { a, b in
      let (first, second) = (a.date.moment.earliest, b.date.moment.earliest)
      return first != second
        ? first < second : (a.from, a.to, a.event.rawValue) < (b.from, b.to, b.event.rawValue)
    }
  }
}
