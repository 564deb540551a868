public import Chronicle
public import Register
public import Vocabulary

/// What is to be placed on a map: the units of a block, what they are, and for when they were counted.
public struct Units: Sendable {
  /// What the units are: `practice`, `lsoa11`, `commissioner`, `trust`…
  public let grain: String
  /// What ties a figure to its unit.
  public let basis: Basis
  /// The period they were counted for.
  public let period: Period
  /// The block they stand in; its text columns may say more of each unit.
  public let block: Block

  /// Units of a block.
  public init(grain: String, basis: Basis, period: Period, block: Block) {
    self.grain = grain
    self.basis = basis
    self.period = period
    self.block = block
  }

  /// The day on which codes are read: the last day of the period, or its first where it has no end.
  public var countedOn: Day {
    period.until == .never || period.until.earliest == .distantPast
      ? period.from.latest : max(period.from.latest, period.until.earliest.advanced(by: -1))
  }
}

/// A map that units are placed on: the bodies of a kind on a day, or one area that somebody made.
public enum Map: Hashable, Sendable {
  /// The bodies of a kind on a day.
  case bodies(BodyKind, on: Day)
  /// One made area; what lies outside it is left out.
  case area(ID<Body>, on: Day)
  /// An area nobody has kept, made of these pieces of one sort; what lies outside it is left out.
  case pieces(piece: String, codes: Set<String>, on: Day)

  /// The body that stands for an area of pieces that nobody has kept.
  public static let unkept = ID<Body>(slug: "made-area")

  /// The day of the map.
  public var day: Day {
    switch self {
    case .bodies(_, let day), .area(_, let day), .pieces(_, _, let day): day
    }
  }

  /// Whether it is one area that somebody made, and not the bodies of a kind.
  public var isMadeArea: Bool {
    switch self {
    case .bodies: false
    case .area, .pieces: true
    }
  }
}

/// Places units on maps.
public struct Mapmaker {
  let snapshot: Snapshot
  let blocks: Blocks

  /// A mapmaker that knows what the snapshot knows. Lookups are fetched through `blocks`.
  public init(_ snapshot: Snapshot, blocks: @escaping Blocks) {
    self.snapshot = snapshot
    self.blocks = blocks
  }

  /// Where each unit lies on a map. O(units) after the map's own bodies are worked out; once for the same units.
  public func crosswalk(_ units: Units, to map: Map) throws -> Crosswalk {
    let key = CrosswalkShelf.Key(units, on: map, snapshot)
    return try snapshot.archive.crosswalks.crosswalk(key) { try drawn(units, to: map) }
  }

  private func drawn(_ units: Units, to map: Map) throws -> Crosswalk {
    let lens = snapshot.on(map.day).register
    if units.grain == Mapmaker.madeAreas { return Crosswalk(madeAreas(units, on: map)) { lens.name($0) } }
    switch map {
    case .bodies(let kind, let day):
      return Crosswalk(try locations(of: units, kind: kind, on: day)) { lens.name($0) }
    case .area(let area, let day):
      return Crosswalk(try locations(of: units, inArea: area, on: day)) { lens.name($0) }
    case .pieces(let piece, let codes, let day):
      let pieces = [piece: Set(codes.map { $0.uppercased() })]
      return Crosswalk(try locations(of: units, in: Map.unkept, madeOf: pieces, on: day)) { $0.text }
    }
  }

  /// What figures are counted by that were released for areas which somebody made.
  public static let madeAreas = "made-area"

  /// A made area is no piece of the map: its figure is its own and goes nowhere else.
  private func madeAreas(_ units: Units, on map: Map) -> [Location] {
    units.block.units.map { unit in
      guard case .area(let area, _) = map else {
        return .unknown("\(unit) is an area that somebody made, and its figure cannot be placed elsewhere")
      }
      return unit == area.text ? .whole(area, .direct) : .none("another area")
    }
  }

  func locations(of units: Units, kind: BodyKind, on day: Day) throws -> [Location] {
    switch units.grain {
    case "lsoa11", "lsoa21": try smallAreas(units, kind: kind, on: day)
    case "practice": practices(units, kind: kind, on: day)
    default: organisations(units, kind: kind, on: day)
    }
  }

  // MARK: Small areas

  private func smallAreas(_ units: Units, kind: BodyKind, on day: Day) throws -> [Location] {
    let kinds: [BodyKind] =
      kind == .council
      ? [.council] : kind == .ward ? [.ward] : [.subICBLocation, .clinicalCommissioningGroup]
    let editions = try snapshot.archive.atlas.editions(
      of: units.grain, to: kinds, in: snapshot, blocks: blocks)
    guard let edition = editions.inForce(on: day) else {
      let reason =
        "no lookup from small areas (\(units.grain)) to \(kinds[0].plural) is loaded: import the ONS lookup"
      return Array(repeating: .unknown(reason), count: units.block.count)
    }
    var locator = Locator(snapshot, on: day, kind: kind, basis: units.basis)
    let lens = snapshot.on(day).register
    // A small area of its own placement lies in a part of a board; its council and ward are as the lookup says.
    let hasPlacements = kinds.contains(.subICBLocation) && lens.hasPlacements(scheme: units.grain)
    var known: [String: Location] = [:]
    return units.block.units.map { piece in
      if hasPlacements, let body = lens.placement(scheme: units.grain, code: piece) {
        return locator.locate(body, countedOn: day)
      }
      guard let code = edition.codeOfPiece[piece] else {
        return .unknown("\(piece) is not in the lookup of \(edition.from.written)")
      }
      if let location = known[code] { return location }
      let location: Location
      if let body = edition.bodyOfCode[code] {
        location = locator.locate(body, countedOn: day)
      } else {
        location = .unknown("no body held the code \(code) on \(edition.from.written)")
      }
      known[code] = location
      return location
    }
  }

  // MARK: Organisations

  private func organisations(_ units: Units, kind: BodyKind, on day: Day) -> [Location] {
    let counted = units.countedOn
    let then = snapshot.on(counted).register
    let parents = units.block.texts["parent"]
    var locator = Locator(snapshot, on: day, kind: kind, basis: units.basis)
    return units.block.units.enumerated().map { row, code in
      let bodies = then.bodies(withCode: code)
      let body =
        bodies.count == 1
        ? bodies[0]
        : preferred(bodies, grain: units.grain, then) ?? then.onlyHolder(of: code)
          ?? preferred(then.everyHolder(of: code), grain: units.grain, then)
      guard let body else {
        if let parents, parents[row].isEmpty {
          return .none("\(code) belongs to no board, as its source says")
        }
        return .unknown("no body known here held the code \(code) on \(counted.written)")
      }
      let location = locator.locate(body, countedOn: counted)
      if case .none = location, units.basis == .provided, then.kind(body) == .nhsTrust {
        return .unknown("the board of \(then.name(body)) is not recorded: import the register of trusts")
      }
      return location
    }
  }

  private func preferred(_ bodies: [ID<Body>], grain: String, _ lens: Register) -> ID<Body>? {
    let kinds: [BodyKind]
    switch grain {
    case "icb": kinds = [.integratedCareBoard]
    case "stp": kinds = [.sustainabilityAndTransformationPartnership]
    case "trust": kinds = [.nhsTrust, .independentProvider]
    default: kinds = [.subICBLocation, .clinicalCommissioningGroup, .integratedCareBoard]
    }
    for kind in kinds {
      let same = bodies.filter { lens.kind($0) == kind }
      if same.count == 1 { return same[0] }
    }
    return nil
  }

  // MARK: Practices

  /// A practice lies where its sub-ICB location lies. Where that was cut, it goes with its network, and the network
  /// where most of its practices' districts went; a practice in no network goes with its own district.
  private func practices(_ units: Units, kind: BodyKind, on day: Day) -> [Location] {
    let counted = units.countedOn
    let start = units.period.from.latest
    let block = units.block
    var locator = Locator(snapshot, on: day, kind: kind, basis: units.basis)
    let then = snapshot.on(min(max(start, .distantPast), counted)).register
    let now = snapshot.on(day).register
    let stated = (sub: block.texts["sub-icb"], board: block.texts["icb"], district: block.texts["lad"])
    let bodies = block.units.map { now.anyHolder(of: $0, kind: .generalPractice) }
    let commissioners = block.units.indices.map { row -> ID<Body>? in
      if let body = bodies[row], let parent = then.parent(of: body, kind: .subICBLocation) { return parent }
      guard let code = stated.sub?[row], !code.isEmpty else { return nil }
      return then.bodies(withCode: code, in: "ods").first { then.kind($0) == .subICBLocation }
    }
    func isCut(_ body: ID<Body>) -> Bool {
      // Sub-ICB locations that ended by being divided; whatever was merged or replaced whole is not cut.
      now.existence(body).map { $0.period.until.latest <= day } ?? false
    }
    let networks = block.units.indices.map { row -> ID<Body>? in
      bodies[row].flatMap { now.network(of: $0) }
    }
    var votes: [ID<Body>: [ID<Body>: Int]] = [:]
    for row in block.units.indices {
      guard let commissioner = commissioners[row], isCut(commissioner), let network = networks[row],
        let district = stated.district?[row], let place = now.placement(scheme: "lad", code: district)
      else { continue }
      votes[network, default: [:]][place, default: 0] += 1
    }
    return block.units.indices.map { row in
      if let body = bodies[row], now.exists(body),
        let parent = now.sureParent(of: body, kind: .subICBLocation), now.exists(parent)
      {
        // What the register says for the day itself comes first.
        return locator.locate(parent, countedOn: day)
      }
      if let commissioner = commissioners[row] {
        guard isCut(commissioner) else { return locator.locate(commissioner, countedOn: day) }
        if let network = networks[row], let tally = votes[network],
          let first = tally.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).first
        {
          return locator.locate(first.key, countedOn: day)
        }
        if let district = stated.district?[row], let place = now.placement(scheme: "lad", code: district) {
          return locator.locate(place, countedOn: day)
        }
        return locator.locate(commissioner, countedOn: counted)
      }
      return fromStatedBoard(row, stated.board, stated.district, kind: kind, then, now, &locator, counted)
    }
  }

  /// A practice whose sub-ICB location nobody states: by its district where the district lies wholly in one board,
  /// else by the board its file names.
  private func fromStatedBoard(
    _ row: Int, _ boards: [String]?, _ districts: [String]?, kind: BodyKind, _ then: Register,
    _ now: Register,
    _ locator: inout Locator, _ counted: Day
  ) -> Location {
    guard let code = boards?[row], !code.isEmpty,
      let board = then.bodies(withCode: code, in: "ods").first(where: {
        then.kind($0) == .integratedCareBoard
      })
    else {
      return .unknown(
        "neither the practice's commissioner nor its board is known: import the practice register")
    }
    let location = locator.locate(board, countedOn: counted)
    guard case .parts(let parts, _) = location, let district = districts?[row] else { return location }
    if let place = now.placement(scheme: "lad", code: district) {
      return locator.locate(place, countedOn: now.snapshot.trueOn)
    }
    guard kind == .integratedCareBoard,
      let council = then.bodies(withCode: district, in: "ons").first
    else { return location }
    let within = now.snapshot.all(Overlap.self, of: council).map(\.fact).filter { overlap in
      parts.contains { $0.body == overlap.other }
    }
    guard within.count == 1 else { return location }
    var route = Location.Route.direct
    route.notes.append("practices whose sub-ICB location is not known were placed by their district")
    return .whole(within[0].other, route)
  }

  // MARK: Made areas

  private func locations(of units: Units, inArea area: ID<Body>, on day: Day) throws -> [Location] {
    let members = snapshot.on(day).all(AreaMember.self, of: area).map(\.fact)
    guard !members.isEmpty else {
      return Array(repeating: .unknown("\(area) has no members on \(day.written)"), count: units.block.count)
    }
    let pieces = Dictionary(grouping: members, by: \.piece).mapValues { Set($0.map { $0.code.uppercased() }) }
    return try locations(of: units, in: area, madeOf: pieces, on: day)
  }

  /// Where units lie in an area made of pieces: their codes, in capitals, by sort of piece. O(units) for each sort.
  private func locations(
    of units: Units, in area: ID<Body>, madeOf pieces: [String: Set<String>], on day: Day
  ) throws -> [Location] {
    var found: [Location?] = Array(repeating: nil, count: units.block.count)
    var unusable: [String] = []
    for (piece, codes) in pieces.sorted(by: { $0.key < $1.key }) {
      guard let standings = try standings(of: units, among: codes, ofPiece: piece, on: day) else {
        unusable.append(piece)
        continue
      }
      for (row, standing) in standings.enumerated() {
        switch standing {
        case .inside: found[row] = .whole(area, .direct)
        case .outside: continue
        case .unclear(let reason): if found[row] == nil { found[row] = .unknown(reason) }
        }
      }
    }
    guard unusable.isEmpty else {
      let reason =
        "the area is made of \(unusable.joined(separator: ", ")) codes, and these figures are counted by \(units.grain): the two "
        + "cannot be joined without mixing bases; make the area of the pieces the figures carry"
      return Array(repeating: .unknown(reason), count: units.block.count)
    }
    return found.map { $0 ?? .none("outside the area") }
  }

  private enum Standing {
    case inside
    case outside
    case unclear(String)
  }

  /// How each unit stands to pieces of one sort; nil where the units cannot be set against such pieces.
  private func standings(
    of units: Units, among codes: Set<String>, ofPiece piece: String, on day: Day
  ) throws -> [Standing]? {
    if piece == units.grain {
      return units.block.units.map { codes.contains($0.uppercased()) ? .inside : .outside }
    }
    if let kind = Mapmaker.kindOfPiece[piece] {
      let located =
        piece == "network" ? networks(units, on: day) : try locations(of: units, kind: kind, on: day)
      return standings(located, among: codes, on: day)
    }
    guard piece.hasPrefix("ward"), units.grain.hasPrefix("lsoa"),
      let edition = try snapshot.archive.atlas.editions(
        of: units.grain, to: [.ward], in: snapshot, blocks: blocks
      )
      .inForce(on: day)
    else { return nil }
    return units.block.units.map { unit in
      edition.codeOfPiece[unit].map { codes.contains($0) } ?? false ? .inside : .outside
    }
  }

  private func standings(_ located: [Location], among codes: Set<String>, on day: Day) -> [Standing]? {
    let lens = snapshot.on(day).register
    let bodies = Set(codes.flatMap { lens.bodies(withCode: $0) })
    var isAnyPlaced = false
    let standings = located.map { location -> Standing in
      switch location {
      case .whole(let body, _):
        isAnyPlaced = true
        return bodies.contains(body) ? .inside : .outside
      case .parts(let parts, _):
        let inside = parts.count { bodies.contains($0.body) }
        if inside == 0 { return .outside }
        return inside == parts.count
          ? .inside : .unclear("what was counted there was divided, and only part of it is in the area")
      case .scattered(let among, let reason):
        let inside = among.count { bodies.contains($0) }
        return inside == 0 ? .outside : inside == among.count ? .inside : .unclear(reason)
      case .none, .unknown: return .outside
      }
    }
    return isAnyPlaced ? standings : nil
  }

  private func networks(_ units: Units, on day: Day) -> [Location] {
    let now = snapshot.on(day).register
    return units.block.units.map { code in
      guard units.grain == "practice", let body = now.anyHolder(of: code, kind: .generalPractice),
        let network = now.network(of: body)
      else { return .unknown("no network is known") }
      return .whole(network, .direct)
    }
  }

  static let kindOfPiece: [String: BodyKind] = [
    "sub-icb-location": .subICBLocation, "council": .council, "icb": .integratedCareBoard,
    "network": .primaryCareNetwork, "nhs-region": .nhsRegion,
  ]
}

extension Register {
  /// Whether any piece of a scheme is placed by a fact of its own.
  func hasPlacements(scheme: String) -> Bool {
    snapshot.archive.table(Placement.self).versions.contains { $0.fact.scheme == scheme }
  }

  /// Every body that ever held a code, each once, in order of their identifiers.
  func everyHolder(of code: String) -> [ID<Body>] { Set(holders(ofCode: code).map(\.fact.subject)).sorted() }

  /// The body that ever held a code, when it was only ever one.
  func onlyHolder(of code: String) -> ID<Body>? {
    let bodies = everyHolder(of: code)
    return bodies.count == 1 ? bodies.first : nil
  }

  /// The body of a kind that holds a code on the day, or ever held it.
  func anyHolder(of code: String, kind: BodyKind) -> ID<Body>? {
    bodies(withCode: code, in: "ods").first { self.kind($0) == kind }
      ?? holders(ofCode: code, in: "ods").map(\.fact.subject).first { self.kind($0) == kind }
  }

  /// The body of a kind that another is surely part of on the day.
  func sureParent(of body: ID<Body>, kind: BodyKind) -> ID<Body>? {
    relations(of: body, type: Relation.partOf).map(\.fact.object).first { self.kind($0) == kind }
  }

  /// The body of a kind that another is part of on the day, or was at the nearest time known.
  func parent(of body: ID<Body>, kind: BodyKind) -> ID<Body>? {
    if let sure = sureParent(of: body, kind: kind) { return sure }
    return snapshot.history(Relation.self, of: body)
      .filter { $0.fact.type == Relation.partOf && self.kind($0.fact.object) == kind }
      .min { snapshot.distance(to: $0.period) < snapshot.distance(to: $1.period) }?.fact.object
  }

  /// The network of a practice on the day, or at the nearest time known.
  func network(of practice: ID<Body>) -> ID<Body>? {
    snapshot.history(Relation.self, of: practice)
      .filter { kind($0.fact.object) == .primaryCareNetwork }
      .min { snapshot.distance(to: $0.period) < snapshot.distance(to: $1.period) }?.fact.object
  }
}
