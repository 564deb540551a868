internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// The map of the systems on a day, as tiles and, where outlines are imported, as it lies on the ground.
struct SystemsMap {
  /// A system with all that a map says of it.
  private struct Place {
    let body: MapBody
    let row: Int
    let column: Int
    let label: String
  }

  let answer: MapAnswer
  private let visit: Visit
  private let places: [Place]
  private let regions: [String]
  /// Whether the systems stand where the boards that followed them stand.
  let isBorrowed: Bool

  init(_ answer: MapAnswer, _ visit: Visit) {
    self.answer = answer
    self.visit = visit
    let own = answer.tiles.map { Place(body: $0.body, row: $0.row, column: $0.column, label: $0.label) }
    let borrowed = own.isEmpty ? SystemsMap.borrowed(answer.untiled, visit.snapshot) : []
    isBorrowed = !borrowed.isEmpty
    places = own + borrowed
    regions = Regions.ordered(answer.regions.compactMap { $0.region?.name })
  }

  /// Whether there is anything to draw.
  var isEmpty: Bool { places.isEmpty }

  /// The tiles of bodies that have none of their own: those of the boards that took their place.
  private static func borrowed(_ bodies: [MapBody], _ snapshot: Snapshot) -> [Place] {
    let found = bodies.compactMap { body -> Place? in
      guard let id = ID<Body>(body.id), let tile = follower(of: id, snapshot) else { return nil }
      return Place(body: body, row: tile.row, column: tile.column, label: tile.label)
    }
    // Half a map would mislead.
    let places = Set(found.map { $0.row << 32 | $0.column })
    return places.count == bodies.count ? found : []
  }

  /// The tile of the board that took most of a body's place.
  private static func follower(of body: ID<Body>, _ snapshot: Snapshot) -> Tile? {
    let register = snapshot.register
    let boards = register.successions(from: body).filter {
      register.kind($0.fact.successor) == .integratedCareBoard
    }
    func weight(_ version: Version<Succession>) -> Double {
      register.shares(from: body, to: version.fact.successor).map(\.fact.fraction).max() ?? 0
    }
    guard let most = boards.max(by: { weight($0) < weight($1) }), let day = most.period.from.day else {
      return nil
    }
    return snapshot.on(day).first(Tile.self, of: most.fact.successor)?.fact
  }

  /// The map in a sentence.
  var sentence: String {
    guard isBorrowed, let kind = answer.kind else { return answer.sentence }
    return
      "On \(answer.asAt.trueOnWritten) the record shows \(Sentences.count(places.count, kind.singular, kind.plural)). Boards did "
      + "not exist yet, and these partnerships had no standing in law."
  }

  /// The day whose change is ringed: the next if there is one, else the last. Where all change, none is ringed.
  private var ringed: (day: String, isNext: Bool)? {
    if let next = answer.nextChange {
      return places.allSatisfy(\.body.changesNext) ? nil : (next.dateWritten, true)
    }
    if places.allSatisfy(\.body.changedBefore) { return nil }
    return answer.previousChange.map { ($0.dateWritten, false) }
  }

  private func standing(_ body: MapBody, chosen: String?) -> Standing {
    var standing: Standing = []
    if let ringed, ringed.isNext ? body.changesNext : body.changedBefore { standing.insert(.changed) }
    if body.id == chosen { standing.insert(.chosen) }
    return standing
  }

  private func key(chosen: String?) -> MapKey {
    let isRinged = places.contains { standing($0.body, chosen: nil).contains(.changed) }
    let change = isRinged ? ringed.map { $0.isNext ? "changes on \($0.day)" : "changed on \($0.day)" } : nil
    return MapKey(regions: regions, chosen: chosen == nil ? nil : "this page", changed: change)
  }

  private func region(_ body: MapBody) -> Int? { body.region.flatMap { regions.firstIndex(of: $0.name) } }

  private var title: String { "The map on \(answer.asAt.trueOnWritten)" }

  /// The tiles.
  func tiles(id: String, sentence: String, chosen: String? = nil) -> TileMap {
    TileMap(
      id: id, title: title, sentence: sentence, key: key(chosen: chosen),
      tiles: places.map { place in
        TileMap.Tile(
          row: place.row, column: place.column, label: place.label, name: place.body.shortName,
          region: region(place.body),
          link: visit.link(toBody: place.body.id), standing: standing(place.body, chosen: chosen))
      })
  }

  /// The map on the ground; nil where no outlines are imported, or not one for every system.
  func ground(id: String) -> (map: BoundaryMap, source: String)? {
    guard answer.kind == .integratedCareBoard, let ground = Ground.on(visit) else { return nil }
    var order: [MapBody] = []
    for body in ground.bodies {
      guard let system = places.first(where: { $0.body.id == body }) else { return nil }
      order.append(system.body)
    }
    guard order.count == places.count else { return nil }
    return (
      BoundaryMap(
        id: id, title: title, sentence: "The same systems as they lie on the ground.", key: key(chosen: nil),
        areas: order.map { body in
          BoundaryMap.Area(
            name: body.shortName, region: region(body), link: visit.link(toBody: body.id),
            standing: standing(body, chosen: nil))
        }, boundaries: ground.boundaries), ground.source
    )
  }
}

/// The regions in the order of their colours, the same on every page and every day.
enum Regions {
  private static let order = [
    "London", "South West", "South East", "Midlands", "East of England", "North West",
    "North East and Yorkshire",
  ]

  static func ordered(_ names: [String]) -> [String] {
    let known = order.filter(names.contains)
    return Array((known + Set(names).subtracting(order).sorted()).prefix(8))
  }
}

/// The outlines of the boards of a day, made once for each lookup of outlines.
struct Ground: Sendable {
  let bodies: [String]
  let boundaries: Boundaries
  let source: String

  /// The outlines whose boards are those of the day; nil where none are imported.
  static func on(_ visit: Visit) -> Ground? {
    guard let id = ID<Lookup>("boundary.icb") else { return nil }
    let day = visit.snapshot.trueOn
    // Outlines hold from their first day until the next edition; what a day's boards are decides whether they fit.
    let editions = visit.snapshot.history(Lookup.self, of: id).filter { $0.period.from.latest <= day }
      .sorted { $0.period.from.latest > $1.period.from.latest }
    for edition in editions {
      // Making outlines takes tens of milliseconds, so they are kept with the record.
      let made = Shelf.value(
        Stand(visit.snapshot.on(edition.period.from.latest), edition.fact.block.hex),
        in: visit.snapshot.archive
      ) {
        make(edition, visit)
      }
      if let made { return made }
    }
    return nil
  }
}

extension Ground {
  private static func make(_ edition: Version<Lookup>, _ visit: Visit) -> Ground? {
    guard let block = try? visit.blocks(edition.fact.block), let rings = block.texts["rings"],
      let codes = block.texts["code"]
    else { return nil }
    let register = visit.snapshot.on(edition.period.from.latest).register
    let bodies = codes.map { register.bodies(withCode: $0, in: edition.fact.scheme).first?.text ?? "" }
    return Ground(
      bodies: bodies, boundaries: Boundaries(rings.map(Ground.rings)),
      source: edition.source.source?.text ?? edition.source.text)
  }

  /// Reads `longitude latitude,…;…|…`: points parted by commas, rings by semicolons, polygons by bars.
  static func rings(_ text: String) -> [[Position]] {
    text.split { $0 == ";" || $0 == "|" }.map { ring in
      ring.split(separator: ",").compactMap { point in
        let pair = point.split(separator: " ")
        guard pair.count == 2, let longitude = Double(pair[0]), let latitude = Double(pair[1]) else {
          return nil
        }
        return Position(longitude: longitude, latitude: latitude)
      }
    }
  }
}
