public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// What a body's councils can scrutinise: what is to come for each, changes of services, what was withdrawn and why, how
/// long decisions took, and what its meetings spend their time on.
public struct ScrutinyAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// What is to come for each council, those wholly inside first.
  public let councils: [CouncilPlan]
  /// The changes of services, the latest first.
  public let reconfigurations: [Change]
  /// How long decisions took.
  public let cycle: DecisionCycle
  /// What its meetings spent their time on.
  public let balance: AgendaBalance
  /// What it was taken from.
  public let sources: [SourceNote]

  /// What is to come for one council.
  public struct CouncilPlan: Encodable, Hashable, Sendable {
    /// The council.
    public let council: NamedBody
    /// The share of it that lies in the body, from 0 to 1.
    public let share: Double
    /// What is to come, by day.
    public let entries: [Entry]

    /// Whether only a part of the council lies in the body.
    public var isPart: Bool { share < 1 }
  }

  /// Something to come.
  public struct Entry: Encodable, Hashable, Sendable {
    /// The day; empty where none is set.
    public let on: String
    /// `change of services` or `agenda item`.
    public let sort: String
    /// What it is.
    public let title: String
    /// Why it concerns the council: it is named, it is about a place the council is a partner of, or the whole system.
    public let why: String
  }

  /// A proposed change of services.
  public struct Change: Encodable, Hashable, Sendable, Sourced {
    /// Its permanent identifier.
    public let id: String
    /// What it is.
    public let title: String
    /// `proposed`, `called in`, `withdrawn`…; empty where none is recorded.
    public let state: String
    /// Whether it is substantial; null where that is not recorded.
    @OrNull public private(set) var substantial: Bool?
    /// The councils it concerns.
    public let councils: [NamedBody]
    /// When the consultation began.
    @OrNull public private(set) var consulted: String?
    /// When the Secretary of State was notified.
    @OrNull public private(set) var notified: String?
    /// When it was called in.
    @OrNull public private(set) var calledIn: String?
    /// When the Secretary of State directed, and what.
    @OrNull public private(set) var directed: String?
    /// What was directed.
    public let direction: String
    /// The reason kept, as of a withdrawal.
    public let reason: String
    /// How sure it is.
    public let certainty: Certainty
    /// Where it was taken from.
    public let source: String

    init(_ row: Held<Reconfiguration>, in governance: Governance) {
      let given = row.given
      id = row.id.text
      title = given.title ?? row.id.text
      state = given.state?.inWords ?? ""
      _substantial = OrNull(wrappedValue: given.substantial)
      councils = (given.councils ?? []).map { NamedBody($0, in: governance.register) }
      _consulted = OrNull(wrappedValue: governance.reached(given.consultationStart)?.description)
      _notified = OrNull(wrappedValue: governance.reached(given.notified)?.description)
      _calledIn = OrNull(wrappedValue: governance.reached(given.calledIn)?.description)
      let directed = governance.reached(given.directed)
      _directed = OrNull(wrappedValue: directed?.description)
      direction = directed == nil ? "" : given.direction ?? ""
      reason = given.reason ?? ""
      certainty = row.version.certainty
      source = row.version.source.text
    }
  }

  /// What councils can scrutinise of a body; nil where there is no such body.
  public init?(of body: ID<Body>, in snapshot: Snapshot) {
    guard snapshot.register.existence(body) != nil else { return nil }
    let governance = snapshot.governance
    let changes = governance.each(governance.history(\Reconfiguration.body, naming: body))
      .sorted {
        ($1.given.consultationStart ?? $1.given.notified ?? .distantPast, $0.id)
          < ($0.given.consultationStart ?? $0.given.notified ?? .distantPast, $1.id)
      }
    let decisions = governance.each(governance.history(\Decision.body, naming: body))
      .filter { governance.reached($0.given.on) != nil }
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    councils = CouncilPlan.all(of: body, changes, in: governance)
    reconfigurations = changes.map { Change($0, in: governance) }
    cycle = DecisionCycle(decisions)
    balance = AgendaBalance(of: body, in: governance)
    var citations = Citations()
    for change in changes { citations.cite(change.version) }
    for decision in decisions { citations.cite(decision.version) }
    sources = citations.notes(in: snapshot)
    let calledIn = reconfigurations.filter { $0.calledIn != nil }.count
    let withdrawn = reconfigurations.filter { $0.state == "withdrawn" }.count
    sentence =
      changes.isEmpty
      ? "The record holds no proposed change of services by \(self.body.shortName). \(cycle.sentence)"
      : "\(Sentences.capital(Sentences.count(changes.count, "change", "changes"))) of services "
        + "\(changes.count == 1 ? "is" : "are") on record: \(Sentences.number(calledIn)) called in, "
        + "\(Sentences.number(withdrawn)) withdrawn. \(cycle.sentence)"
  }
}

extension ScrutinyAnswer.CouncilPlan {
  /// What is to come for each upper-tier council of a body, or for each council where no tiers are recorded.
  fileprivate static func all(
    of body: ID<Body>, _ changes: [Held<Reconfiguration>], in governance: Governance
  ) -> [Self] {
    let entries = governance.register.councils(of: body)
    let upper = entries.filter(\.upperTier)
    return (upper.isEmpty ? entries : upper).compactMap { entry in
      guard let council = ID<Body>(entry.id) else { return nil }
      return Self(
        council: NamedBody(council, in: governance.register), share: entry.share,
        entries: (named(council, changes) + items(for: council, of: body, in: governance))
          .sorted { ($0.on.isEmpty ? "9" : $0.on, $0.title) < ($1.on.isEmpty ? "9" : $1.on, $1.title) })
    }
  }

  /// The changes of services still open that name a council.
  private static func named(_ council: ID<Body>, _ changes: [Held<Reconfiguration>]) -> [ScrutinyAnswer.Entry] {
    changes.filter { change in
      switch change.given.state {
      case .withdrawn, .implemented, .decided: false
      default: change.given.councils?.contains(council) ?? false
      }
    }.map { change in
      ScrutinyAnswer.Entry(
        on: change.given.consultationStart?.description ?? "", sort: "change of services",
        title: change.given.title ?? change.id.text, why: "the council is named")
    }
  }

  /// The public items of meetings to come that concern a council.
  private static func items(
    for council: ID<Body>, of body: ID<Body>, in governance: Governance
  ) -> [ScrutinyAnswer.Entry] {
    let meetings = governance.meetings(of: governance.groups(everOf: body)).filter {
      ($0.given.on ?? .distantPast) >= governance.snapshot.trueOn && $0.given.state != .cancelled
    }
    return meetings.flatMap { meeting in
      governance.items(of: meeting).compactMap { item -> ScrutinyAnswer.Entry? in
        guard governance.isPublic(item, at: meeting), let why = why(item, council, in: governance) else { return nil }
        return ScrutinyAnswer.Entry(
          on: meeting.given.on?.description ?? "", sort: "agenda item", title: item.given.title ?? item.id.text,
          why: why)
      }
    }
  }

  private static func why(_ item: Held<Item>, _ council: ID<Body>, in governance: Governance) -> String? {
    if item.given.bodies?.contains(council) ?? false { return "the council is named" }
    guard let place = item.given.place else { return "it concerns the whole system" }
    let arrangements = governance.rows(\PlaceArrangement.place, naming: place)
    let isPartner = arrangements.contains { $0.given.partners?.contains(council) ?? false }
    return isPartner ? "it concerns \(governance.register.shortName(place)), of which the council is a partner" : nil
  }
}

/// How long it took from a proposal to a decision.
public struct DecisionCycle: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// How many decisions have both days on record.
  public let known: Int
  /// How many decisions there are.
  public let all: Int
  /// Days in the middle; null where none is known.
  @OrNull public private(set) var median: Double?
  /// The fewest days.
  @OrNull public private(set) var least: Int?
  /// The most days.
  @OrNull public private(set) var most: Int?

  init(_ decisions: [Held<Decision>]) {
    let days = decisions.compactMap { decision -> Int? in
      guard let from = decision.given.paperReady, let to = decision.given.on, from <= to else { return nil }
      return Int(to.number) - Int(from.number)
    }
    known = days.count
    all = decisions.count
    let middle = Middle.of(days.map(Double.init))
    _median = OrNull(wrappedValue: middle)
    _least = OrNull(wrappedValue: days.min())
    _most = OrNull(wrappedValue: days.max())
    if let middle, let least = days.min(), let most = days.max() {
      sentence =
        "From proposal to decision took \(Decimals.rounded(middle, places: 1)) days in the middle, from \(least) to "
        + "\(most), over \(known) of \(all) decisions; of the others the day of the proposal is not known."
    } else {
      sentence = "How long decisions took is not known: no day of a proposal is recorded."
    }
  }
}

/// What a body's meetings spent their time on in twelve months.
public struct AgendaBalance: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// The first day counted.
  public let from: String
  /// Minutes by theme, the most first. An item of several themes is parted evenly among them.
  public let themes: [Share]
  /// Minutes by purpose, the most first.
  public let purposes: [Share]
  /// Items counted.
  public let items: Int
  /// Items of which the minutes are not known; they are counted nowhere.
  public let unknown: Int

  /// A theme or a purpose, and the minutes spent on it.
  public struct Share: Encodable, Hashable, Sendable {
    /// What; private items stand together as `private`.
    public let name: String
    /// The minutes.
    public let minutes: Double
    /// Of all minutes counted, from 0 to 1.
    public let share: Double
  }

  init(of body: ID<Body>, in governance: Governance) {
    let day = governance.snapshot.trueOn
    let first = day.advanced(by: -365)
    var themes: [String: Double] = [:]
    var purposes: [String: Double] = [:]
    var counted = 0
    var unknown = 0
    for meeting in governance.meetings(of: governance.groups(everOf: body)) {
      guard let on = meeting.given.on, on > first, on <= day, meeting.given.state == .held else { continue }
      for item in governance.items(of: meeting) {
        guard let minutes = item.given.minutes.map(Double.init) else {
          unknown += 1
          continue
        }
        counted += 1
        let isOpen = governance.isPublic(item, at: meeting)
        let own = isOpen ? item.given.themes ?? ["no theme recorded"] : ["private"]
        for theme in own { themes[theme, default: 0] += minutes / Double(own.count) }
        purposes[isOpen ? item.given.purpose?.inWords ?? "no purpose recorded" : "private", default: 0] += minutes
      }
    }
    from = first.advanced(by: 1).description
    self.themes = AgendaBalance.shares(themes)
    self.purposes = AgendaBalance.shares(purposes)
    items = counted
    self.unknown = unknown
    if let top = self.themes.first {
      sentence =
        "In the twelve months up to \(day.written) most time, \(Sentences.percent(top.share)), went to \(top.name), over "
        + "\(counted) items with minutes on record; of \(unknown) the minutes are not known."
    } else {
      sentence = "What its meetings spend their time on is not known: no item of the twelve months has its minutes."
    }
  }

  private static func shares(_ minutes: [String: Double]) -> [Share] {
    let all = minutes.keys.sorted().reduce(0) { $0 + (minutes[$1] ?? 0) }
    return minutes.map { Share(name: $0.key, minutes: $0.value, share: all > 0 ? $0.value / all : 0) }
      .sorted { ($1.minutes, $0.name) < ($0.minutes, $1.name) }
  }
}
