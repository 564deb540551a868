public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// How a body chose its providers of health care: the route, the notices, the standstill, the award.
///
/// Who bid, and who made representations, is not told.
public struct SelectionAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// The choices that began by the day, the latest first.
  public let choices: [Choice]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// One choice of a provider.
  public struct Choice: Encodable, Hashable, Sendable, Sourced {
    /// Its permanent identifier.
    public let id: String
    /// The service.
    public let title: String
    /// The route, `direct award c`; empty where none is recorded.
    public let route: String
    /// `abandoned`, `signed`, `awarded`, `in standstill`, `open`.
    public let state: String
    /// The lifetime value of the health care services; null where it is not recorded.
    @OrNull public private(set) var value: Sum?
    /// The day the process began.
    @OrNull public private(set) var began: String?
    /// The day of the award.
    @OrNull public private(set) var awarded: String?
    /// The day the contract was signed.
    @OrNull public private(set) var signed: String?
    /// The provider, once the award is made.
    @OrNull public private(set) var provider: NamedBody?
    /// The notices, by day.
    public let notices: [NoticeEntry]
    /// The standstill, where a notice of the intention to award began one.
    @OrNull public private(set) var standstill: StandstillEntry?
    /// What came of representations, by day.
    public let representations: [RepresentationEntry]
    /// How sure it is.
    public let certainty: Certainty
    /// Where it was taken from.
    public let source: String
  }

  /// A notice.
  public struct NoticeEntry: Encodable, Hashable, Sendable {
    /// Which.
    public let sort: String
    /// The day it was submitted for publication.
    @OrNull public private(set) var submitted: String?
    /// The day it was published.
    @OrNull public private(set) var published: String?

    init(_ notice: Held<Notice>, in governance: Governance) {
      sort = notice.given.sort?.inWords ?? ""
      _submitted = OrNull(wrappedValue: governance.reached(notice.given.submitted)?.description)
      _published = OrNull(wrappedValue: governance.reached(notice.given.published)?.description)
    }
  }

  /// The standstill, worked out (SI 2023/1348, regulation 12).
  public struct StandstillEntry: Encodable, Hashable, Sendable {
    /// The first day.
    public let begins: String
    /// The day at whose closing midnight it ends; null while representations made in time wait for a decision.
    @OrNull public private(set) var ends: String?
    /// The first day the contract may be signed; null as above.
    @OrNull public private(set) var earliest: String?

    init(begins: Day, _ standstill: Standstill?) {
      self.begins = begins.description
      _ends = OrNull(wrappedValue: standstill?.ends.description)
      _earliest = OrNull(wrappedValue: standstill?.earliest.description)
    }
  }

  /// A provider's representations, without its name.
  public struct RepresentationEntry: Encodable, Hashable, Sendable {
    /// The day they were received.
    public let received: String
    /// Whether they came within the eight working days; null where no standstill is known.
    @OrNull public private(set) var inTime: Bool?
    /// Whether they were heard; null where that is not recorded.
    @OrNull public private(set) var heard: Bool?
    /// Whether the decision was reviewed; null where that is not recorded.
    @OrNull public private(set) var reviewed: Bool?
    /// The day the decision on them was told.
    @OrNull public private(set) var told: String?

    init?(_ row: Held<Representation>, plainEnd: Day?, in governance: Governance) {
      guard let received = governance.reached(row.given.received) else { return nil }
      self.received = received.description
      _inTime = OrNull(wrappedValue: plainEnd.map { received <= $0 })
      _heard = OrNull(wrappedValue: row.given.heard)
      _reviewed = OrNull(wrappedValue: row.given.reviewed)
      _told = OrNull(wrappedValue: governance.reached(row.given.told)?.description)
    }
  }

  /// The choices of a body; nil where there is no such body.
  public init?(of body: ID<Body>, in snapshot: Snapshot) {
    guard snapshot.register.existence(body) != nil else { return nil }
    let governance = snapshot.governance
    let rows = governance.each(governance.history(\Procurement.authority, naming: body))
    choices = rows.map { Choice($0, in: governance) }
      .sorted { ($1.began ?? "", $0.title, $0.id) < ($0.began ?? "", $1.title, $1.id) }
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    var citations = Citations()
    for row in rows { citations.cite(row.version) }
    sources = citations.notes(in: snapshot)
    let waiting = choices.filter { $0.state == "in standstill" }.count
    sentence =
      choices.isEmpty
      ? "The record holds no choice of provider by \(self.body.shortName) up to \(snapshot.trueOn.written)."
      : "\(Sentences.capital(Sentences.count(choices.count, "choice", "choices"))) of provider by "
        + "\(self.body.shortName) \(choices.count == 1 ? "is" : "are") on record; "
        + "\(Sentences.count(waiting, "is", "are")) in standstill on \(snapshot.trueOn.written)."
  }
}

extension SelectionAnswer.Choice {
  init(_ row: Held<Procurement>, in governance: Governance) {
    let given = row.given
    let notices = governance.each(governance.calendar(\Notice.procurement, naming: row.id))
      .filter { governance.reached($0.given.published) != nil || governance.reached($0.given.submitted) != nil }
      .sorted { ($0.given.published ?? .distantFuture, $0.id) < ($1.given.published ?? .distantFuture, $1.id) }
    let published = notices.first { $0.given.sort == .intent }.flatMap { governance.reached($0.given.published) }
    let plain = published.map { Standstill(published: $0) }
    let representations = governance.each(governance.calendar(\Representation.procurement, naming: row.id))
      .filter { governance.reached($0.given.received) != nil }
    let inTime = representations.filter { row in
      plain.map { (row.given.received ?? .distantFuture) <= $0.ends } ?? false
    }
    let told = inTime.compactMap { governance.reached($0.given.told) }
    let isOpen = told.count < inTime.count
    let standstill = isOpen ? nil : published.map { Standstill(published: $0, lastTold: told.max()) }
    let awarded = governance.reached(given.awarded)
    let signed = governance.reached(given.contracted)
    id = row.id.text
    title = given.title ?? row.id.text
    route = given.route?.inWords ?? ""
    let isWaiting = published != nil && (standstill.map { governance.snapshot.trueOn < $0.earliest } ?? true)
    if governance.reached(given.abandoned) != nil {
      state = "abandoned"
    } else if signed != nil {
      state = "signed"
    } else {
      state = isWaiting ? "in standstill" : awarded != nil ? "awarded" : "open"
    }
    _value = OrNull(wrappedValue: given.healthValue.map { Sum($0) })
    _began = OrNull(wrappedValue: given.began?.description)
    _awarded = OrNull(wrappedValue: awarded?.description)
    _signed = OrNull(wrappedValue: signed?.description)
    let isTold = awarded != nil || signed != nil || published != nil
    _provider = OrNull(wrappedValue: isTold ? given.provider.map { NamedBody($0, in: governance.register) } : nil)
    self.notices = notices.map { SelectionAnswer.NoticeEntry($0, in: governance) }
    _standstill = OrNull(wrappedValue: plain.map { SelectionAnswer.StandstillEntry(begins: $0.begins, standstill) })
    self.representations = representations.compactMap {
      SelectionAnswer.RepresentationEntry($0, plainEnd: plain?.ends, in: governance)
    }
    certainty = row.version.certainty
    source = row.version.source.text
  }
}
