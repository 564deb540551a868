internal import Chronicle
internal import Register
internal import Vocabulary

/// The days after one and not after another.
struct Window {
  let from: Day
  let to: Day

  /// Whether something surely happened in the window, or nil where its date leaves that open.
  func holds(_ moment: Moment) -> Bool? {
    if moment.earliest > from, moment.latest <= to { return true }
    return moment.latest > from && moment.earliest <= to ? nil : false
  }
}

/// Everything that happened to bodies in a window.
struct ChangeLedger {
  var created: [ChangedBody] = []
  var ended: [ChangedBody] = []
  var uncertain: [ChangedBody] = []
  var altered: [AlteredBody] = []
  var renamed: [ReplacedText] = []
  var recoded: [ReplacedText] = []
  var moved: [MovedBody] = []
  var flows: [FlowEntry] = []
  var citations = Citations()
  private let window: Window
  private let register: Register

  init(_ bodies: [ID<Body>], _ window: Window, _ register: Register) {
    self.window = window
    self.register = register
    for body in bodies {
      life(of: body)
      texts(of: body)
      moves(of: body)
    }
    let known = Set(bodies)
    for body in bodies { flows(from: body, known) }
    flows.sort { a, b in
      let (first, second) = (a.date.moment.earliest, b.date.moment.earliest)
      if first != second { return first < second }
      let (one, two) = (Kinds.rank(a.to.bodyKind), Kinds.rank(b.to.bodyKind))
      return one != two
        ? one < two
        : (a.to.shortName, a.to.id, a.from.shortName, a.from.id) < (
          b.to.shortName, b.to.id, b.from.shortName, b.from.id
        )
    }
    for body in bodies { alterations(of: body) }
    citations.cite(created.map { $0 as any Sourced } + ended + renamed + recoded + moved + flows)
    citations.cite(flows.flatMap(\.shares).map { $0 as any Sourced })
  }

  private func begins(_ period: Period) -> Bool? {
    period.from == .always ? false : window.holds(period.from)
  }
  private func ends(_ period: Period) -> Bool? { period.until == .never ? false : window.holds(period.until) }

  private mutating func life(of body: ID<Body>) {
    for version in register.snapshot.history(Body.self, of: body) {
      guard begins(version.period) != false || ends(version.period) != false else { continue }
      let named = NamedBody(body, in: register)
      let before = register.successions(to: body).filter { $0.period.from == version.period.from }
      let after = register.successions(from: body).filter { $0.period.from == version.period.until }
      func entry(_ moment: Moment, _ changes: [Version<Succession>]) -> ChangedBody {
        ChangedBody(
          body: named, date: When(moment),
          planned: !changes.isEmpty && changes.allSatisfy { !$0.fact.status.isInForce },
          certainty: version.certainty,
          source: version.source.text)
      }
      switch begins(version.period) {
      case true: created.append(entry(version.period.from, before))
      case nil: doubt(entry(version.period.from, before))
      default: break
      }
      switch ends(version.period) {
      case true: ended.append(entry(version.period.until, after))
      case nil: doubt(entry(version.period.until, after))
      default: break
      }
    }
  }

  /// A body of which neither day is known may have begun and may have ended, and is still one body.
  private mutating func doubt(_ entry: ChangedBody) {
    if uncertain.last?.body.id != entry.body.id { uncertain.append(entry) }
  }

  /// Names and codes that ended in the window and gave way to others of the same sort on the same day.
  private mutating func texts(of body: ID<Body>) {
    let names = register.snapshot.history(Name.self, of: body).filter { $0.fact.usage == .official }
    for old in names {
      guard window.holds(old.period.until) == true, old.period.until != .never,
        let new = names.first(where: { follows($0.period, old.period) }), new.fact.text != old.fact.text
      else { continue }
      renamed.append(
        ReplacedText(
          body: NamedBody(body, in: register), scheme: "", before: old.fact.text, after: new.fact.text,
          date: When(new.period.from),
          certainty: new.certainty, source: new.source.text))
    }
    let codes = register.snapshot.history(Code.self, of: body)
    for old in codes {
      guard window.holds(old.period.until) == true, old.period.until != .never,
        let new = codes.first(where: { $0.fact.scheme == old.fact.scheme && follows($0.period, old.period) }),
        new.fact.text != old.fact.text
      else { continue }
      recoded.append(
        ReplacedText(
          body: NamedBody(body, in: register), scheme: old.fact.scheme, before: old.fact.text,
          after: new.fact.text,
          date: When(new.period.from), certainty: new.certainty, source: new.source.text))
    }
  }

  private func follows(_ new: Period, _ old: Period) -> Bool { new.from == old.until }

  /// Bodies that exist on both days and became part of another body of the same kind.
  private mutating func moves(of body: ID<Body>) {
    let parts = register.snapshot.history(Relation.self, of: body).filter { $0.fact.type == Relation.partOf }
    for old in parts where old.period.until != .never && window.holds(old.period.until) == true {
      guard
        let new = parts.first(where: { follows($0.period, old.period) && $0.fact.object != old.fact.object })
      else {
        continue
      }
      let before = register.snapshot.on(window.from).register
      moved.append(
        MovedBody(
          body: NamedBody(body, in: register), before: NamedBody(old.fact.object, in: before),
          after: NamedBody(new.fact.object, in: register), date: When(new.period.from),
          certainty: new.certainty,
          source: new.source.text))
    }
  }

  private mutating func flows(from body: ID<Body>, _ known: Set<ID<Body>>) {
    for version in register.successions(from: body)
    where window.holds(version.period.from) == true && known.contains(version.fact.successor) {
      let entry = SuccessionEntry(version, showing: version.fact.successor, in: register)
      flows.append(
        FlowEntry(
          from: NamedBody(body, in: register.snapshot.on(window.from).register),
          to: NamedBody(version.fact.successor, in: register), event: entry.event, status: entry.status,
          planned: entry.planned, date: entry.date, shares: entry.shares, instrument: entry.instrument,
          note: entry.note, certainty: entry.certainty, source: entry.source))
    }
  }

  private mutating func alterations(of body: ID<Body>) {
    let kind = register.kind(body)
    let inWindow = (register.successions(to: body) + register.successions(from: body)).contains {
      window.holds($0.period.from) == true
    }
    guard inWindow else { return }
    let gains = register.predecessorEntries(of: body).filter {
      $0.successorExisted && $0.kind == kind?.rawValue && window.holds($0.date.moment) == true
    }
    let gifts = register.successorEntries(of: body).filter {
      $0.predecessorGoesOn && $0.kind == kind?.rawValue && window.holds($0.date.moment) == true
    }
    guard let first = (gains + gifts).first else { return }
    let codes = register.snapshot.history(Code.self, of: body).map(CodeEntry.init).sorted(
      by: CodeEntry.inOrder)
    let sentences = Sentences.alterations(predecessors: gains, successors: gifts, codes: codes, kind: kind)
    altered.append(
      AlteredBody(
        body: NamedBody(body, in: register), date: first.date,
        gained: gains.compactMap { entry in ID<Body>(entry.id).map { NamedBody($0, in: register) } },
        gave: gifts.compactMap { entry in ID<Body>(entry.id).map { NamedBody($0, in: register) } },
        sentence: Sentences.joined(sentences)))
  }
}

extension Sentences {
  static func changes(_ ledger: ChangeLedger, from: Day, to: Day) -> String {
    var turn = Turn()
    for entry in ledger.created where !entry.planned {
      turn.began[entry.body.bodyKind ?? .other, default: 0] += 1
    }
    for entry in ledger.ended where !entry.planned {
      turn.ended[entry.body.bodyKind ?? .other, default: 0] += 1
    }
    for entry in ledger.altered { turn.altered[entry.body.bodyKind ?? .other, default: 0] += 1 }
    // Of unlike bodies, boards say most of what changed; the lists have the rest.
    let leading: Set<BodyKind> = [
      .integratedCareBoard, .clinicalCommissioningGroup, .sustainabilityAndTransformationPartnership,
    ]
    let all = Set(turn.began.keys).union(turn.ended.keys).union(turn.altered.keys)
    if !all.isDisjoint(with: leading) {
      turn.began = turn.began.filter { leading.contains($0.key) }
      turn.ended = turn.ended.filter { leading.contains($0.key) }
      turn.altered = turn.altered.filter { leading.contains($0.key) }
    }
    let planned = ledger.flows.filter(\.planned).count
    turn.planned = planned
    if from.advanced(by: 1) == to { return Sentences.turn(turn, on: to, happened: true) }
    let said = Sentences.turn(turn, on: to, happened: true)
    return said.replacingPrefix("On \(to.written)", with: "After \(from.written) and up to \(to.written)")
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
