internal import Chronicle
internal import Governance
internal import Register
internal import Vocabulary

/// How a board stands to its partnership, to the collaboratives of providers, and to its places.
public struct Relations: Encodable, Hashable, Sendable {
  /// The partnerships of the board's area.
  public let partnerships: [PartnershipLink]
  /// The collaboratives of the system.
  public let collaboratives: [CollaborativeLink]
  /// NHS trusts of the area that are in no collaborative; null where that list is not said to be complete.
  @OrNull public private(set) var trustsInNone: [NamedBody]?
  /// The places.
  public let places: [PlaceLink]

  /// A board and a partnership.
  public struct PartnershipLink: Encodable, Hashable, Sendable {
    /// The group that is the partnership.
    public let group: NamedHolder
    /// The bodies that make it up.
    public let members: [NamedBody]
    /// People who sit both on it and on the board.
    public let shared: [NamedHolder]
    /// Its latest strategy: the year, when it was published, when the board considered it; empty where none is recorded.
    public let strategy: String
  }

  /// A board and a collaborative.
  public struct CollaborativeLink: Encodable, Hashable, Sendable {
    /// The collaborative.
    public let collaborative: NamedBody
    /// Its members.
    public let members: [NamedBody]
    /// Agreements with the board.
    public let agreements: [String]
    /// The functions passed on to it.
    public let functions: [String]
  }

  /// A board and a place.
  public struct PlaceLink: Encodable, Hashable, Sendable {
    /// The place.
    public let place: NamedBody
    /// The forms it takes.
    public let forms: [String]
    /// Who leads it; empty where none is recorded.
    public let leader: String
    /// The functions passed on to it.
    public let functions: [String]
    /// Who stays accountable; null where that is not recorded.
    @OrNull public private(set) var accountable: NamedBody?
    /// What is agreed in writing.
    public let agreed: [String]
    /// When it is looked at again.
    @OrNull public private(set) var review: String?
  }

  init(of body: ID<Body>, in governance: Governance) {
    let register = governance.register
    let groups = governance.each(governance.rows(\Group.bodies, naming: body))
    let boardPeople = Relations.people(of: groups.filter { $0.given.sort == .board }, in: governance)
    partnerships = groups.filter { $0.given.sort == .partnership }.map { group in
      PartnershipLink(
        group: NamedHolder(ID(group.id), in: governance),
        members: (group.given.bodies ?? []).map { NamedBody($0, in: register) },
        shared: Relations.people(of: [group], in: governance).intersection(boardPeople)
          .map { NamedHolder(ID($0), in: governance) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) },
        strategy: Relations.strategy(of: group, in: governance))
    }
    let system = register.relations(of: body, type: Tie.serves).map(\.fact.object)
    let collaboratives = Set(system.flatMap { register.relations(to: $0, type: Relation.partOf) }.map(\.fact.subject))
      .filter { register.kind($0) == .providerCollaborative }
    self.collaboratives = collaboratives.map { CollaborativeLink($0, board: body, in: governance) }
      .sorted { NamedBody.inOrder($0.collaborative, $1.collaborative) }
    let joined = Set(self.collaboratives.flatMap(\.members).map(\.id))
    let trusts = Set(system.flatMap { register.relations(to: $0) }.map(\.fact.subject))
      .filter { register.kind($0) == .nhsTrust && !joined.contains($0.text) }
    _trustsInNone = OrNull(
      wrappedValue: governance.isComplete(.collaboratives, of: body)
        ? trusts.map { NamedBody($0, in: register) }.sorted(by: NamedBody.inOrder) : nil)
    places = governance.each(governance.rows(\PlaceArrangement.board, naming: body))
      .compactMap { PlaceLink($0, in: governance) }.sorted { NamedBody.inOrder($0.place, $1.place) }
  }

  private static func people(of groups: [Held<Group>], in governance: Governance) -> Set<ID<Person>> {
    Set(
      groups.flatMap { governance.rows(\Seat.group, naming: $0.id) }
        .flatMap { governance.rows(\Appointment.seat, naming: $0.id) }.compactMap(\.given.person))
  }

  /// The latest strategy of the bodies of a partnership, in words.
  private static func strategy(of group: Held<Group>, in governance: Governance) -> String {
    let plans = (group.given.bodies ?? []).flatMap { governance.history(\Plan.body, naming: $0) }
      .filter { $0.given.sort == .strategy && governance.reached($0.given.published ?? $0.given.prepared) != nil }
    guard let last = plans.max(by: { ($0.given.published ?? .distantPast) < ($1.given.published ?? .distantPast) })
    else { return "" }
    return [
      last.given.year, governance.reached(last.given.published).map { "published \($0.written)" },
      governance.reached(last.given.considered).map { "considered by the board \($0.written)" }
        ?? "when the board considered it is not recorded",
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

extension Relations.CollaborativeLink {
  fileprivate init(_ collaborative: ID<Body>, board: ID<Body>, in governance: Governance) {
    let register = governance.register
    self.collaborative = NamedBody(collaborative, in: register)
    members = register.relations(to: collaborative, type: Relation.memberOf).map {
      NamedBody($0.fact.subject, in: register)
    }
    .sorted(by: NamedBody.inOrder)
    agreements = governance.rows(\Agreement.parties, naming: board)
      .filter { $0.given.parties?.contains(collaborative) ?? false }.map { $0.given.title ?? $0.id.text }
    functions = governance.functions(passedTo: ID(collaborative))
  }
}

extension Relations.PlaceLink {
  fileprivate init?(_ place: Held<PlaceArrangement>, in governance: Governance) {
    guard let id = place.given.place else { return nil }
    self.place = NamedBody(id, in: governance.register)
    forms = (place.given.forms ?? []).map(\.inWords)
    leader = place.given.leader.map { governance.name(ID($0)) } ?? ""
    functions = (place.given.authorities ?? []).compactMap { governance.row(Authority.self, of: $0)?.given.function }
      .map { governance.row(Function.self, of: $0)?.given.title ?? $0.text }
    _accountable = OrNull(wrappedValue: place.given.accountable.map { NamedBody($0, in: governance.register) })
    agreed = (place.given.agreed ?? []).map(\.inWords)
    _review = OrNull(wrappedValue: place.given.review?.description)
  }
}

extension Governance {
  /// The titles of the functions passed on to somebody on the day, in their order.
  fileprivate func functions(passedTo taker: ID<Holder>) -> [String] {
    Set(rows(\Authority.taker, naming: taker).compactMap(\.given.function))
      .map { row(Function.self, of: $0)?.given.title ?? $0.text }.sorted()
  }
}
