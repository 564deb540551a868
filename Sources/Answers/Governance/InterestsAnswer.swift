public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// The register of interests of a body as the public may see it, and how interests were handled at its meetings.
public struct InterestsAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// The interests that stand on the day, by person.
  public let interests: [Entry]
  /// Those who said that they have none, with the day they said so.
  public let nilReturns: [Entry]
  /// Members of its groups of whom no return is on record; null where the register is not said to be complete.
  @OrNull public private(set) var withoutReturn: [NamedHolder]?
  /// How interests were handled, the latest meeting first.
  public let handled: [Handled]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// One interest, or the word that there is none.
  public struct Entry: Encodable, Hashable, Sendable, Sourced {
    /// Whose it is.
    public let person: NamedHolder
    /// `financial`, `indirect`…
    public let sort: String
    /// What it is in.
    public let about: String
    /// The body it is in; null where none is named.
    @OrNull public private(set) var counterparty: NamedBody?
    /// The day it was declared.
    @OrNull public private(set) var declared: String?
    /// Where it was declared.
    public let place: String
    /// The day it was last confirmed.
    @OrNull public private(set) var reviewed: String?
    /// How sure it is.
    public let certainty: Certainty
    /// Where it was taken from.
    public let source: String

    init?(_ interest: Held<Interest>, in governance: Governance) {
      guard let person = interest.given.person, let sort = interest.given.sort else { return nil }
      let given = interest.given
      self.person = NamedHolder(ID(person), in: governance)
      self.sort = sort.inWords
      about = given.about ?? ""
      _counterparty = OrNull(wrappedValue: given.counterparty.map { NamedBody($0, in: governance.register) })
      _declared = OrNull(wrappedValue: governance.reached(given.declared)?.description)
      place = given.place ?? ""
      _reviewed = OrNull(wrappedValue: governance.reached(given.reviewed)?.description)
      certainty = interest.version.certainty
      source = interest.version.source.text
    }
  }

  /// How an interest was handled at one item of one meeting.
  public struct Handled: Encodable, Hashable, Sendable {
    /// The meeting.
    public let meeting: String
    /// What it is called.
    public let title: String
    /// The day.
    public let on: String
    /// The number of the item.
    public let number: Int
    /// What it was about; empty for a private item.
    public let item: String
    /// Whose interest, which, and what was done.
    public let conflict: HandledConflict
  }

  /// The register of a body; nil where there is no such body.
  public init?(of body: ID<Body>, in snapshot: Snapshot) {
    guard snapshot.register.existence(body) != nil else { return nil }
    let governance = snapshot.governance
    let day = snapshot.trueOn
    let rows = governance.rows(\Interest.body, naming: body).filter { ($0.given.removed ?? .distantFuture) > day }
    let entries = { (wanted: (Interest.Sort) -> Bool) in
      rows.filter { $0.given.sort.map(wanted) ?? false }.compactMap { Entry($0, in: governance) }
        .sorted {
          ($0.person.name, $0.person.id, $0.sort, $0.about) < ($1.person.name, $1.person.id, $1.sort, $1.about)
        }
    }
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    interests = entries { $0 != .none }
    nilReturns = entries { $0 == .none }
    let without = InterestsAnswer.without(Set(rows.compactMap(\.given.person)), of: body, in: governance)
    _withoutReturn = OrNull(wrappedValue: governance.isComplete(.register, of: body) ? without : nil)
    handled = InterestsAnswer.handled(at: body, in: governance)
    var citations = Citations()
    for row in rows { citations.cite(row.version) }
    sources = citations.notes(in: snapshot)
    let people = Set(interests.map(\.person.id)).count
    sentence =
      rows.isEmpty
      ? "The record holds no public register of interests of \(self.body.shortName) for \(day.written)."
      : "\(Sentences.capital(Sentences.count(people, "person has", "people have"))) declared "
        + "\(Sentences.count(interests.count, "interest", "interests")), and \(Sentences.number(nilReturns.count)) "
        + "declared to have none. Interests are ordinary: what counts is how they are handled."
  }

  /// Those who sit on a group of the body on the day and of whom no return is on record.
  private static func without(
    _ returned: Set<ID<Person>>, of body: ID<Body>, in governance: Governance
  ) -> [NamedHolder] {
    var members: Set<ID<Person>> = []
    for group in governance.rows(\Group.bodies, naming: body) {
      for seat in governance.rows(\Seat.group, naming: group.id) {
        members.formUnion(governance.rows(\Appointment.seat, naming: seat.id).compactMap(\.given.person))
      }
    }
    return members.subtracting(returned).map { NamedHolder(ID($0), in: governance) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  private static func handled(at body: ID<Body>, in governance: Governance) -> [Handled] {
    let meetings = governance.meetings(of: governance.groups(everOf: body))
      .filter { governance.reached($0.given.on) != nil }
    return meetings.reversed().flatMap { meeting in
      governance.items(of: meeting).flatMap { item in
        let isOpen = governance.isPublic(item, at: meeting)
        return governance.conflicts(at: item, isOpen: isOpen).map { conflict in
          Handled(
            meeting: meeting.id.text, title: meeting.given.title ?? meeting.id.text,
            on: meeting.given.on?.description ?? "", number: item.given.number ?? 0,
            item: isOpen ? item.given.title ?? "" : "", conflict: conflict)
        }
      }
    }
  }
}
