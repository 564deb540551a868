public import Chronicle
public import Register
public import Vocabulary

/// What is this body? Everything its page says.
public struct BodyAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The body: names, codes, life, region, legal form.
  public let body: BodyEntry
  /// How its life stands to the day.
  public let state: LifeState
  /// The day for which its ties and areas are shown: the day asked for, or the nearest on which it existed.
  public let shownOn: String
  /// What it is and what became of it, in a few sentences.
  public let sentence: String
  /// What it is in law, and what it can own.
  @OrNull public internal(set) var law: LegalEntry?
  /// That in a sentence: whether it can hold a power, own a decision or a budget.
  public let lawSentence: String
  /// Its names on the day.
  public let names: [NameEntry]
  /// What it is part of, serves or belongs to.
  public let upward: [TieEntry]
  /// The clusters it shares its leaders with, and who else is in them.
  public let clusters: [ClusterEntry]
  /// What is part of it: kinds in order, practices only counted.
  public let parts: [PartGroup]
  /// Who makes up the system: always the four sectors, each with its count or "none recorded".
  public let sectors: [SectorEntry]
  /// The councils whose areas lie in it, with the share of each that does.
  public let councils: [CouncilEntry]
  /// The councils in a sentence.
  public let councilsSentence: String
  /// The boards that serve it, where it is a council, a place, a practice…
  public let boards: [BoardEntry]
  /// What it took the place of, or gained from.
  public let predecessors: [SuccessionEntry]
  /// What took its place, or gained from it.
  public let successors: [SuccessionEntry]
  /// What changed while it went on, in sentences.
  public let alterations: [String]
  /// What is still to come on the day, planned or certain.
  public let next: [SuccessionEntry]
  /// The last change of it before the day.
  @OrNull public internal(set) var previousChange: String?
  /// The next change of it after the day.
  @OrNull public internal(set) var nextChange: String?
  /// What it was taken from.
  public let sources: [SourceNote]

  /// A body's page; nil when nothing is recorded of it.
  public init?(_ id: ID<Body>, in snapshot: Snapshot) {
    guard let history = HistoryAnswer(id, depth: 1, in: snapshot),
      let entry = BodyEntry(id, in: snapshot.register), let kind = entry.bodyKind
    else { return nil }
    let life = Period(from: entry.from.moment, until: entry.until.moment)
    let detailDay = snapshot.register.detailDay(life)
    let register = snapshot.on(detailDay).register
    let board = register.board(of: id)
    asAt = history.asAt
    body = BodyEntry(id, in: register) ?? entry
    state = history.life.state
    shownOn = detailDay.description
    names = BodyAnswer.names(history.names, on: detailDay)
    let form = register.legalForm(id).map(LegalEntry.init)
    _law = OrNull(wrappedValue: form)
    lawSentence = Sentences.law(form)
    upward = register.tiesUp(of: id)
    clusters = upward.filter { $0.bodyKind == .cluster }.compactMap {
      ClusterEntry($0, besides: id, in: register)
    }
    parts = PartGroup.groups(of: id, in: register)
    sectors = Sectors.isSystem(kind) ? SectorEntry.all(of: id, board: board, in: register) : []
    councils = Sectors.isSystem(kind) ? board.map(register.councils(of:)) ?? [] : []
    councilsSentence = Sentences.councils(councils)
    boards = Sectors.isSystem(kind) ? [] : register.boards(serving: id)
    predecessors = history.predecessors
    successors = history.successors
    alterations = history.alterations
    next = (predecessors + successors).filter { $0.date.moment.earliest > snapshot.trueOn }
    _previousChange = OrNull(wrappedValue: history.previousChange)
    _nextChange = OrNull(wrappedValue: history.nextChange)
    sentence = Sentences.joined([history.sentence, state == .existing ? Sentences.boards(boards) : ""])
    var citations = Citations()
    citations.cite(body.source, body.certainty)
    citations.cite(names.map { $0 as any Sourced } + body.codes + upward + councils + boards)
    citations.cite(parts.flatMap(\.members).map { $0 as any Sourced } + predecessors + successors)
    citations.cite((predecessors + successors).flatMap(\.shares).map { $0 as any Sourced })
    if let form { citations.cite(form.source, form.certainty) }
    sources = citations.notes(in: snapshot)
  }

  private static func names(_ all: [NameEntry], on day: Day) -> [NameEntry] {
    let now = all.filter { $0.period.mayContain(day) }
    return now.isEmpty ? all : now
  }
}

extension Register {
  /// How many bodies there are of each kind that is only counted, through any number of levels.
  func countedDescendants(of body: ID<Body>) -> [BodyKind: Int] {
    var counts: [BodyKind: Int] = [:]
    var seen: Set<ID<Body>> = [body]
    var level = [body]
    while !level.isEmpty {
      var next: [ID<Body>] = []
      for host in level {
        for version in relations(to: host, type: Relation.partOf)
        where seen.insert(version.fact.subject).inserted {
          next.append(version.fact.subject)
          if let kind = kind(version.fact.subject), Kinds.isCounted(kind) { counts[kind, default: 0] += 1 }
        }
      }
      level = next
    }
    return counts
  }
}

/// A cluster: boards that share their leaders and stay separate bodies.
public struct ClusterEntry: Encodable, Hashable, Sendable {
  /// The tie of the body to the cluster.
  public let tie: TieEntry
  /// The other boards in it.
  public let others: [NamedBody]

  init?(_ tie: TieEntry, besides body: ID<Body>, in register: Register) {
    guard let cluster = ID<Body>(tie.id) else { return nil }
    self.tie = tie
    others = register.tiesDown(of: cluster).filter { $0.id != body.text }
      .compactMap { member in ID<Body>(member.id).map { NamedBody($0, in: register) } }
      .sorted(by: NamedBody.inOrder)
  }
}

/// The bodies of one kind that are part of another.
public struct PartGroup: Encodable, Hashable, Sendable {
  /// What they are.
  public let kind: BodyKind
  /// How many.
  public let count: Int
  /// `six sub-ICB locations`.
  public let written: String
  /// Which, by name; empty where there are too many to list, as with practices.
  public let members: [TieEntry]

  static func groups(of body: ID<Body>, in register: Register) -> [PartGroup] {
    let direct = Dictionary(grouping: register.tiesDown(of: body).filter { $0.bodyKind != nil }, by: \.kind)
    var groups = direct.compactMap { kind, ties -> PartGroup? in
      guard let kind = BodyKind(rawValue: kind) else { return nil }
      return PartGroup(
        kind: kind, count: ties.count, written: Sentences.count(ties.count, kind.singular, kind.plural),
        members: ties)
    }
    for (kind, count) in register.countedDescendants(of: body) {
      let written = Sentences.count(count, kind.singular, kind.plural)
      groups.append(PartGroup(kind: kind, count: count, written: written, members: []))
    }
    return groups.sorted { Kinds.rank($0.kind) < Kinds.rank($1.kind) }
  }
}
