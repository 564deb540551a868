public import Chronicle
public import Register
public import Vocabulary

/// What does the map of systems look like on a day?
public struct MapAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// What is drawn: boards, before them partnerships; null where the record has neither.
  @OrNull public internal(set) var kind: BodyKind?
  /// The answer in a sentence.
  public let sentence: String
  /// The systems that have a place on the tile map, from the south-west.
  public let tiles: [MapTile]
  /// The systems that have none, by name.
  public let untiled: [MapBody]
  /// How many in each region.
  public let regions: [RegionCount]
  /// The last day before on which the map changed, and what happened.
  @OrNull public internal(set) var previousChange: MapChange?
  /// The next day on which the map changes, and what happens.
  @OrNull public internal(set) var nextChange: MapChange?
  /// Whether every small area lies in exactly one system, as far as the record alone can say.
  public let coverage: CoverageNote
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The map on the snapshot's day.
  public init(in snapshot: Snapshot) {
    let register = snapshot.register
    let kind = MapAnswer.kind(in: register)
    let days = register.changeDays(of: Set(MapAnswer.kinds))
    let previous = days.last { $0 <= snapshot.trueOn }
    let next = days.first { $0 > snapshot.trueOn }
    let changed = previous.map { register.changed(on: $0) } ?? []
    let changing = next.map { register.changed(on: $0) } ?? []
    let bodies = kind.map { register.bodies($0) } ?? []
    let entries = bodies.compactMap { MapBody($0, changed: changed, changing: changing, in: register) }
    var citations = Citations()
    citations.cite(entries.map { $0 as any Sourced })
    var placed: [MapTile] = []
    var rest: [MapBody] = []
    for (body, entry) in zip(bodies, entries) {
      if let tile = register.tile(of: body) {
        placed.append(MapTile(body: entry, tile))
        citations.cite(tile)
      } else {
        rest.append(entry)
      }
    }
    asAt = AsAt(snapshot)
    _kind = OrNull(wrappedValue: kind)
    tiles = placed.sorted { ($0.row, $0.column, $0.body.id) < ($1.row, $1.column, $1.body.id) }
    untiled = rest
    regions = RegionCount.counts(of: bodies.compactMap { BodyEntry($0, in: register) })
    _previousChange = OrNull(wrappedValue: previous.map { MapChange($0, changed.count, in: register) })
    _nextChange = OrNull(wrappedValue: next.map { MapChange($0, changing.count, in: register) })
    coverage = CoverageNote(bodies: bodies, kind: kind, in: register)
    sources = citations.notes(in: snapshot)
    sentence = Sentences.map(
      kind, count: bodies.count, regions: regions.filter { $0.region != nil }.count,
      uncertain: kind.map { register.everyBody($0).filter(register.mayExist).count } ?? 0, on: snapshot.trueOn
    )
  }

  /// What a map of systems has shown: boards, before them partnerships.
  static let kinds: [BodyKind] = [.integratedCareBoard, .sustainabilityAndTransformationPartnership]

  private static func kind(in register: Register) -> BodyKind? {
    let kinds = register.kinds
    return MapAnswer.kinds.first { kinds.contains($0) }
  }
}

/// A system on a map.
public struct MapBody: Encodable, Hashable, Sendable, Sourced {
  /// Its identifier.
  public let id: String
  /// Its official name on the day.
  public let name: String
  /// Its short name.
  public let shortName: String
  /// The region it belongs to.
  @OrNull public internal(set) var region: RegionName?
  /// Whether it changed on the last change day before.
  public let changedBefore: Bool
  /// Whether it changes on the next change day.
  public let changesNext: Bool
  /// How sure its existence is.
  public let certainty: Certainty
  /// Where its existence was taken from.
  public let source: String

  init?(_ body: ID<Body>, changed: Set<ID<Body>>, changing: Set<ID<Body>>, in register: Register) {
    guard let entry = BodyEntry(body, in: register) else { return nil }
    id = entry.id
    name = entry.name
    shortName = entry.shortName
    _region = OrNull(wrappedValue: entry.region)
    changedBefore = changed.contains(body)
    changesNext = changing.contains(body)
    certainty = entry.certainty
    source = entry.source
  }
}

/// A system's place on the tile map.
public struct MapTile: Encodable, Hashable, Sendable {
  /// The system.
  public let body: MapBody
  /// The map the place is on: `2022`, `2026`.
  public let map: String
  /// Rows count from the south.
  public let row: Int
  /// Columns count from the west, two to a tile.
  public let column: Int
  /// Two to five letters.
  public let label: String

  init(body: MapBody, _ tile: Version<Tile>) {
    self.body = body
    map = tile.fact.map
    row = tile.fact.row
    column = tile.fact.column
    label = tile.fact.label
  }
}

/// A day on which the map changes.
public struct MapChange: Encodable, Hashable, Sendable {
  /// The day.
  public let date: String
  /// The day as a reader would write it.
  public let dateWritten: String
  /// What happens, in a sentence.
  public let sentence: String
  /// Whether all of it is in force; false where something is only planned.
  public let inForce: Bool

  init(_ day: Day, _ touched: Int, in register: Register) {
    let summary = Sentences.Turn(on: day, kinds: MapAnswer.kinds, in: register)
    date = day.description
    dateWritten = day.written
    sentence = Sentences.turn(summary, on: day, happened: day <= register.snapshot.trueOn)
    inForce = summary.planned == 0
  }
}

extension Register {
  /// The place of a body, or of the system it serves, on the tile map of the day.
  func tile(of body: ID<Body>) -> Version<Tile>? {
    snapshot.first(Tile.self, of: body) ?? system(of: body).flatMap { snapshot.first(Tile.self, of: $0) }
  }

  /// The systems that begin, end, grow or shrink on a day.
  func changed(on day: Day) -> Set<ID<Body>> {
    var found: Set<ID<Body>> = []
    for kind in MapAnswer.kinds {
      for body in everyBody(kind) {
        for version in snapshot.history(Body.self, of: body)
        where version.period.from.day == day || version.period.until.day == day {
          found.insert(body)
        }
        for version in successions(from: body) where version.period.from.day == day {
          found.insert(body)
          if self.kind(version.fact.successor).map(MapAnswer.kinds.contains) ?? false {
            found.insert(version.fact.successor)
          }
        }
      }
    }
    return found
  }
}
