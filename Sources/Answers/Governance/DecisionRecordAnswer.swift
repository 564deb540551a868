public import Chronicle
public import Governance
internal import Register
public import Vocabulary

/// One decision that was taken: whose it is, by what power, from which paper, as which minute, with whom there, and whom
/// to ask.
public struct DecisionRecordAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The decision.
  public let decision: DecisionsAnswer.Entry
  /// The body whose decision it is.
  public let body: NamedBody
  /// The function it exercises, by its identifier; empty where none is recorded.
  public let function: String
  /// The power it relies on.
  @OrNull public private(set) var power: Relied?
  /// The item of the meeting it was taken at.
  @OrNull public private(set) var item: Taken?
  /// Who was at the meeting.
  public let present: [Present]
  /// How people voted, where votes are recorded.
  public let votes: [Voted]
  /// The interests that were handled when it was taken.
  public let handled: [Handled]
  /// Who was involved before it.
  public let involved: [Involved]
  /// What came of it to do.
  public let actions: [ToDo]
  /// Its effects, as they were stated; those without words were not stated.
  public let effects: [Effect]
  /// The professional advice taken.
  public let advice: [String]
  /// The provision relied on, where it is not the function’s.
  public let law: String
  /// Whom to ask about it; empty where none is recorded.
  public let contact: String
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The power a decision relies on.
  public struct Relied: Encodable, Hashable, Sendable {
    /// The authority.
    public let id: String
    /// By what it is given: `reserved`, `scheme`, `section-65z5`…
    public let by: String
    /// Who gives it.
    @OrNull public private(set) var giver: NamedHolder?
    /// Who exercises it.
    @OrNull public private(set) var taker: NamedHolder?
    /// The most that may be decided at once.
    @OrNull public private(set) var limit: Sum?
    /// The agreement, and the clause that says so.
    public let instrument: String
    /// Whether it was in force on the day of the decision.
    public let wasInForce: Bool
  }

  /// The item a decision was taken at.
  public struct Taken: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its number on the agenda.
    public let number: Int
    /// What it is about.
    public let title: String
    /// The meeting’s identifier.
    public let meeting: String
    /// What the meeting is called.
    public let meetingTitle: String
    /// The group that met.
    @OrNull public private(set) var group: NamedHolder?
    /// The day of the meeting.
    public let day: String
    /// Where its paper is; empty where none is public.
    public let paper: String
    /// The day its paper was published.
    public let paperOn: String
    /// What the minutes say of it.
    public let minute: String
    /// The day the minutes were published.
    public let minutesPublished: String
    /// Whether it was taken in public; null where it is not recorded.
    @OrNull public private(set) var open: Bool?
    /// Why it was not.
    public let ground: String
  }

  /// Somebody at the meeting, or not there.
  public struct Present: Encodable, Hashable, Sendable {
    /// Who.
    public let person: NamedHolder
    /// The seat held or deputised for; empty where none is recorded.
    public let seat: String
    /// `member`, `deputy`, `attendee`, `observer` or `absent`.
    public let capacity: String
    /// Whether the person presided.
    public let presided: Bool
    /// Whether the person was there when the item was taken.
    public let wasThere: Bool
  }

  /// How somebody voted.
  public struct Voted: Encodable, Hashable, Sendable {
    /// Who.
    public let person: NamedHolder
    /// `for`, `against`, `abstained` or `casting`.
    public let way: String
  }

  /// An interest that was handled.
  public struct Handled: Encodable, Hashable, Sendable {
    /// Whose.
    public let person: NamedHolder
    /// What it is; empty where no interest is named.
    public let interest: String
    /// What was done.
    public let handling: String
  }

  /// Somebody who was involved.
  public struct Involved: Encodable, Hashable, Sendable {
    /// Who.
    public let who: String
    /// In what way.
    public let sort: String
    /// The day.
    public let day: String
    /// What they said.
    public let said: String
    /// What became of it.
    public let became: String
  }

  /// Something to do.
  public struct ToDo: Encodable, Hashable, Sendable {
    /// What.
    public let text: String
    /// The post that does it.
    public let owner: String
    /// The day it is due.
    public let due: String
    /// The day it was done.
    public let done: String
  }

  /// An effect that was stated.
  public struct Effect: Encodable, Hashable, Sendable {
    /// On what.
    public let on: String
    /// In words; empty where it was not stated.
    public let words: String
  }

  /// A decision, as far as it was known of on the snapshot’s day; nil where there is none, or none yet.
  public init?(_ id: ID<Decision>, in snapshot: Snapshot) {
    guard let row = snapshot.governance.history(Decision.self, of: id).last, let body = row.given.body else {
      return nil
    }
    let given = row.given
    let day = given.on ?? snapshot.trueOn
    guard day <= snapshot.trueOn else { return nil }
    if snapshot.audience == .public, snapshot.governance.wasPrivate(row) { return nil }
    // Names and seats are those of the day it was taken.
    let then = snapshot.on(day).governance
    var file = File(governance: then, id: id)
    asAt = AsAt(snapshot)
    decision = DecisionsAnswer.Entry(row, in: then)
    self.body = NamedBody(body, in: then.register)
    function = given.function?.text ?? ""
    file.citations.cite(row.version)
    _power = OrNull(wrappedValue: given.authority.flatMap { file.relied($0, on: day) })
    _item = OrNull(wrappedValue: given.item.flatMap { file.taken($0) })
    present = given.item.map { file.present(at: $0) } ?? []
    votes = file.votes()
    handled = given.item.map { file.handled(at: $0) } ?? []
    involved = file.involved()
    actions = given.item.map { file.actions(of: $0) } ?? []
    effects = [
      Effect(on: "health and wellbeing", words: given.wellbeing ?? ""),
      Effect(on: "the quality of services", words: given.quality ?? ""),
      Effect(on: "the use of resources", words: given.resources ?? ""),
      Effect(on: "inequalities", words: given.inequalities ?? ""),
    ]
    advice = given.advice ?? []
    law = given.law ?? ""
    contact = given.contact ?? ""
    sources = file.citations.notes(in: snapshot)
    let who = given.decider.map { then.name($0) } ?? "somebody the record does not name"
    let sum = given.value.map { " at \($0.written)" } ?? ""
    let outcome = given.outcome.map { " It was \($0.rawValue)." } ?? ""
    sentence =
      "On \(day.written) \(who) decided for \(then.register.name(body)) on “\(given.title ?? id.text)”\(sum).\(outcome)"
  }

  /// Reads what belongs to a decision, and notes what it was taken from.
  private struct File {
    let governance: Governance
    let id: ID<Decision>
    var citations = Citations()

    init(governance: Governance, id: ID<Decision>) {
      self.governance = governance
      self.id = id
    }

    private func holder(_ id: ID<some Any>) -> NamedHolder { NamedHolder(ID(id), in: governance) }

    mutating func relied(_ authority: ID<Authority>, on day: Day) -> Relied? {
      guard let row = governance.nearest(Authority.self, of: authority) else { return nil }
      citations.cite(row.version)
      let given = row.given
      return Relied(
        id: authority.text, by: given.sort?.rawValue ?? "",
        giver: given.giver.map { holder($0) },
        taker: given.taker.map { holder($0) },
        limit: given.limit.map { Sum($0) },
        instrument: [given.instrument, given.clause].compactMap { $0 }.joined(separator: ", "),
        wasInForce: row.period.surelyContains(day))
    }

    mutating func taken(_ item: ID<Item>) -> Taken? {
      guard let row = governance.nearest(Item.self, of: item), let meeting = row.given.meeting else { return nil }
      citations.cite(row.version)
      let met = governance.nearest(Meeting.self, of: meeting)
      citations.cite(met?.version)
      let given = row.given
      return Taken(
        id: item.text, number: given.number ?? 0, title: given.title ?? item.text, meeting: meeting.text,
        meetingTitle: met?.given.title ?? meeting.text,
        group: met?.given.group.map { holder($0) }, day: met?.given.on?.description ?? "",
        paper: given.paper ?? "", paperOn: given.paperOn?.description ?? "", minute: given.minute ?? "",
        minutesPublished: met?.given.minutesPublished?.description ?? "", open: given.open,
        ground: given.ground ?? "")
    }

    mutating func present(at item: ID<Item>) -> [Present] {
      guard let row = governance.nearest(Item.self, of: item), let meeting = row.given.meeting else { return [] }
      let number = row.given.number ?? 0
      let left = Set(
        governance.calendar(\Conflict.item, naming: item).filter {
          $0.given.handling == .withdrew || $0.given.handling == .recused
        }.compactMap(\.given.person))
      let rows = governance.calendar(\Attendance.meeting, naming: meeting)
      for row in rows { citations.cite(row.version) }
      return rows.compactMap { row in
        guard let person = row.given.person, let capacity = row.given.capacity else { return nil }
        let isInRoom = (row.given.from.map { $0 <= number } ?? true) && (row.given.to.map { $0 >= number } ?? true)
        return Present(
          person: holder(person), seat: row.given.seat.map { governance.name(ID($0)) } ?? "",
          capacity: capacity.rawValue, presided: row.given.presiding ?? false,
          wasThere: capacity != .absent && isInRoom && !left.contains(person))
      }.sorted {
        ($0.presided ? 0 : 1, $0.capacity, $0.person.name) < ($1.presided ? 0 : 1, $1.capacity, $1.person.name)
      }
    }

    mutating func votes() -> [Voted] {
      governance.calendar(\Vote.decision, naming: id).compactMap { row in
        guard let person = row.given.person, let way = row.given.way else { return nil }
        citations.cite(row.version)
        return Voted(person: holder(person), way: way.rawValue)
      }
    }

    mutating func handled(at item: ID<Item>) -> [Handled] {
      governance.calendar(\Conflict.item, naming: item).compactMap { row in
        guard let person = row.given.person else { return nil }
        citations.cite(row.version)
        let interest = row.given.interest.flatMap { governance.nearest(Interest.self, of: $0) }
        return Handled(
          person: holder(person), interest: interest?.given.about ?? "",
          handling: Words.spaced(row.given.handling?.rawValue ?? ""))
      }
    }

    mutating func involved() -> [Involved] {
      governance.calendar(\Involvement.matter, naming: id).map { row in
        citations.cite(row.version)
        let given = row.given
        return Involved(
          who: given.body.map { governance.register.name($0) } ?? given.people ?? "",
          sort: Words.spaced(given.sort?.rawValue ?? ""),
          day: given.on?.description ?? "", said: given.said ?? "", became: given.became ?? "")
      }
    }

    mutating func actions(of item: ID<Item>) -> [ToDo] {
      governance.calendar(\Action.item, naming: item).map { row in
        citations.cite(row.version)
        let given = row.given
        return ToDo(
          text: given.text ?? row.id.text, owner: given.owner ?? "", due: given.due?.description ?? "",
          done: given.done?.description ?? "")
      }
    }
  }
}
