internal import Chronicle
public import Register
internal import Vocabulary

/// How many organisations of one of the four sectors a system has, as far as the record knows.
public struct SectorEntry: Encodable, Hashable, Sendable {
  /// The sector.
  public let sector: Sector
  /// How many are recorded.
  public let count: Int
  /// `14 councils`, `none recorded`: absence from the record is not absence from the world.
  public let written: String
  /// Which, by kind and name; practices are only counted.
  public let members: [NamedBody]

  /// All four sectors of the system a body belongs to.
  static func all(of body: ID<Body>, board: ID<Body>?, in register: Register) -> [SectorEntry] {
    let kinds = register.members(of: body, board: board)
    return Sector.allCases.map { sector in
      let own = kinds.filter { $0.key.sector == sector }.sorted { Kinds.rank($0.key) < Kinds.rank($1.key) }
      let written = own.map { Sentences.count($0.value.count, $0.key.singular, $0.key.plural) }
      let listed = own.filter { $0.key != .generalPractice && $0.key != .primaryCareNetwork }
      return SectorEntry(
        sector: sector, count: own.map(\.value.count).reduce(0, +),
        written: written.isEmpty ? "none recorded" : Sentences.list(written),
        members: listed.flatMap { $0.value.map { NamedBody($0, in: register) }.sorted(by: NamedBody.inOrder) }
      )
    }
  }
}

/// Which kinds of body have a page of the four sectors.
enum Sectors {
  static func isSystem(_ kind: BodyKind) -> Bool {
    switch kind {
    case .integratedCareBoard, .integratedCarePartnership, .integratedCareSystem: true
    default: false
    }
  }
}

extension Register {
  /// The organisations of a system: its board, what is part of or belongs to the board, the partnership or the
  /// system, and the councils whose areas lie in it. Areas used for counting are no organisations.
  func members(of body: ID<Body>, board: ID<Body>?) -> [BodyKind: [ID<Body>]] {
    var hosts = [body] + (board.map { [$0] } ?? [])
    if let system = board.flatMap(system(of:)) ?? system(of: body) {
      hosts.append(system)
      hosts += relations(to: system, type: Tie.serves).map(\.fact.subject)
    }
    var level = Array(Set(hosts))
    var seen = Set(level)
    while !level.isEmpty {
      level = level.flatMap { host in
        relations(to: host).filter { $0.fact.type != Tie.serves }.map(\.fact.subject)
      }
      .filter { seen.insert($0).inserted }
    }
    // The hosts themselves are in `seen`; of them only the board is an organisation of one of the sectors.
    if let board { seen.formUnion(overlaps(with: board).filter { $0.fact.part > 0 }.map(\.fact.subject)) }
    var kinds: [BodyKind: [ID<Body>]] = [:]
    for member in seen {
      if let kind = kind(member), kind != .subICBLocation, kind.sector != nil {
        kinds[kind, default: []].append(member)
      }
    }
    return kinds
  }
}
