internal import Chronicle
public import Register
public import Vocabulary

/// How much of a predecessor went to a successor, counted on one basis in one unit.
public struct ShareEntry: Encodable, Hashable, Sendable, Sourced {
  /// What ties people to the body in this count.
  public let basis: Basis
  /// What was counted: `lsoa11`, `lsoa21`, `people mid-2020`, `people registered 2025/26`.
  public let unit: String
  /// The count that went.
  public let part: Double
  /// The predecessor's whole count.
  public let whole: Double
  /// The share, from 0 to 1.
  public let share: Double
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<Share>) {
    basis = version.fact.basis
    unit = version.fact.unit
    part = version.fact.part
    whole = version.fact.whole
    share = version.fact.fraction
    certainty = version.certainty
    source = version.source.text
  }

  /// Whether people were counted, rather than small areas.
  public var countsPeople: Bool { unit.hasPrefix("people") }
  /// The share as a reader would write it: `58.8%`.
  public var shareWritten: String { Sentences.percent(share) }
}

/// A body that came before or after another, how, when, and with how much.
public struct SuccessionEntry: Encodable, Hashable, Sendable, Sourced {
  /// The other body's identifier.
  public let id: String
  /// Its name at the time.
  public let name: String
  /// Its short name.
  public let shortName: String
  /// What it is.
  public let kind: String
  /// What happened: merge, split, rename…
  public let event: Succession.Event
  /// How far it has come; anything but `in-force` is only planned.
  public let status: Succession.Status
  /// Whether it is only planned.
  public let planned: Bool
  /// The day it takes effect.
  public let date: When
  /// Whether the predecessor goes on existing after it.
  public let predecessorGoesOn: Bool
  /// Whether the successor existed before it, and so only grew.
  public let successorExisted: Bool
  /// How much went, once for each basis and unit counted.
  public let shares: [ShareEntry]
  /// The order or decision, or empty.
  public let instrument: String
  /// Anything a reader should know.
  public let note: String
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  /// One end of a succession, as seen from the other.
  init(_ version: Version<Succession>, showing other: ID<Body>, in register: Register) {
    let fact = version.fact
    let day = version.period.from.day ?? register.snapshot.trueOn
    let lens = register.snapshot.on(other == fact.subject ? day.advanced(by: -1) : day).register
    id = other.text
    name = lens.name(other)
    shortName = lens.shortName(other)
    kind = lens.kind(other)?.rawValue ?? "unknown"
    event = fact.event
    status = fact.status
    planned = !fact.status.isInForce
    date = When(version.period.from)
    predecessorGoesOn = register.goesOn(fact.subject, from: version.period.from)
    successorExisted = register.existed(fact.successor, before: version.period.from)
    shares = register.shares(from: fact.subject, to: fact.successor)
      .filter { $0.period.from == version.period.from }
      .map(ShareEntry.init).sorted(by: ShareEntry.inOrder)
    instrument = fact.instrument
    note = fact.note
    certainty = version.certainty
    source = version.source.text
  }

  /// The mark to show beside it: planned weighs most.
  public var mark: CertaintyMark { CertaintyMark(certainty, status: status) }
  /// What happened, as a reader would write it: `split, in part to`.
  public var eventWritten: String { event.written }
  /// What the other body is.
  public var bodyKind: BodyKind? { BodyKind(rawValue: kind) }
  /// The share to draw: of registered people if counted, else of residents, else of small areas.
  public var leadingShare: ShareEntry? { shares.first }
}

extension ShareEntry {
  /// People before areas, registered before resident: what a reader wants to know first.
  static func inOrder(_ a: ShareEntry, _ b: ShareEntry) -> Bool {
    func key(_ share: ShareEntry) -> (Int, Int, String) {
      (share.countsPeople ? 0 : 1, share.basis == .registered ? 0 : 1, share.unit)
    }
    return key(a) < key(b)
  }
}

extension SuccessionEntry {
  static func inOrder(_ a: SuccessionEntry, _ b: SuccessionEntry) -> Bool {
    let (first, second) = (a.date.moment.earliest, b.date.moment.earliest)
    if first != second { return first < second }
    let (one, two) = (Kinds.rank(a.bodyKind), Kinds.rank(b.bodyKind))
    if one != two { return one < two }
    let (more, less) = (a.leadingShare?.share ?? 0, b.leadingShare?.share ?? 0)
    if more != less { return more > less }
    return (a.shortName, a.id, a.event.rawValue) < (b.shortName, b.id, b.event.rawValue)
  }
}

extension Register {
  /// Whether a body is not known to have ended by a moment.
  func goesOn(_ body: ID<Body>, from moment: Moment) -> Bool {
    guard let life = snapshot.history(Body.self, of: body).last?.period else { return false }
    return life.until.earliest > moment.latest
  }

  /// Whether a body surely existed before a moment.
  func existed(_ body: ID<Body>, before moment: Moment) -> Bool {
    guard let life = snapshot.history(Body.self, of: body).first?.period else { return false }
    return life.from.latest < moment.earliest
  }

  /// What took a body's place, whenever.
  func successorEntries(of body: ID<Body>) -> [SuccessionEntry] {
    successions(from: body).map { SuccessionEntry($0, showing: $0.fact.successor, in: self) }
      .sorted(by: SuccessionEntry.inOrder)
  }

  /// What a body took the place of, whenever.
  func predecessorEntries(of body: ID<Body>) -> [SuccessionEntry] {
    successions(to: body).map { SuccessionEntry($0, showing: $0.fact.subject, in: self) }
      .sorted(by: SuccessionEntry.inOrder)
  }
}
