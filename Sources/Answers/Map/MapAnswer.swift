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
    let roster = Roster(MapAnswer.kinds, in: register)
    let days = roster.exactDays
    let kind = MapAnswer.kinds.first { roster.count($0, on: snapshot.trueOn).sure > 0 }
    let previous = days.last { $0 <= snapshot.trueOn }
    let next = days.first { $0 > snapshot.trueOn }
    let changed = previous.map(roster.changed(on:)) ?? []
    let changing = next.map(roster.changed(on:)) ?? []
    let bodies = kind.map { register.bodies($0) } ?? []
    var finder = RegionFinder(register)
    let all = bodies.compactMap { BodyEntry($0, in: register, &finder) }
    let entries = all.map { MapBody($0, changed: changed, changing: changing) }
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
    regions = RegionCount.counts(of: all)
    _previousChange = OrNull(wrappedValue: previous.map { MapChange($0, roster, asked: snapshot.trueOn) })
    _nextChange = OrNull(wrappedValue: next.map { MapChange($0, roster, asked: snapshot.trueOn) })
    coverage = CoverageNote(bodies: bodies, kind: kind, in: register)
    sources = citations.notes(in: snapshot)
    sentence = Sentences.map(
      kind, count: bodies.count, regions: regions.filter { $0.region != nil }.count,
      uncertain: kind.map { roster.count($0, on: snapshot.trueOn).possible } ?? 0, on: snapshot.trueOn
    )
  }

  /// What a map of systems has shown: boards, before them partnerships.
  static let kinds: [BodyKind] = [.integratedCareBoard, .sustainabilityAndTransformationPartnership]
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

  init(_ entry: BodyEntry, changed: Set<ID<Body>>, changing: Set<ID<Body>>) {
    let body = ID<Body>(entry.id)
    id = entry.id
    name = entry.name
    shortName = entry.shortName
    _region = OrNull(wrappedValue: entry.region)
    changedBefore = body.map(changed.contains) ?? false
    changesNext = body.map(changing.contains) ?? false
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

  init(_ day: Day, _ roster: Roster, asked: Day) {
    let summary = Sentences.Turn(on: day, roster)
    date = day.description
    dateWritten = day.written
    sentence = Sentences.turn(summary, on: day, happened: day <= asked)
    inForce = summary.planned == 0
  }
}

extension Register {
  /// The place of a body, or of the system it serves, on the tile map of the day.
  func tile(of body: ID<Body>) -> Version<Tile>? {
    snapshot.first(Tile.self, of: body) ?? system(of: body).flatMap { snapshot.first(Tile.self, of: $0) }
  }
}
