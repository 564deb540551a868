public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// The meetings of a system on one calendar: the board's, its partnership's, its councils' and those of the bodies that
/// are part of them.
public struct CalendarAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// The meetings from a quarter before the day on, by day.
  public let meetings: [Entry]
  /// Bodies of the system of which the record holds no meeting in that time.
  public let silent: [NamedBody]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// A meeting and whose it is.
  public struct Entry: Encodable, Hashable, Sendable {
    /// The meeting.
    public let meeting: MeetingEntry
    /// The bodies whose group meets.
    public let bodies: [NamedBody]
    /// `NHS`, `council` or `both`; empty for neither.
    public let sector: String
  }

  /// The calendar of a body's system; nil where there is no such body.
  public init?(of body: ID<Body>, in snapshot: Snapshot) {
    guard snapshot.register.existence(body) != nil else { return nil }
    let governance = snapshot.governance
    let bodies = CalendarAnswer.bodies(around: body, in: snapshot.register)
    let groups = governance.each(bodies.flatMap { governance.calendar(\Group.bodies, naming: $0) })
    let meetings = governance.meetings(of: groups)
      .filter { ($0.given.on ?? .distantPast) >= snapshot.trueOn.advanced(by: -91) }
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    self.meetings = meetings.compactMap { Entry($0, in: governance) }
    let heard = Set(self.meetings.flatMap(\.bodies).map(\.id))
    silent = bodies.filter { !heard.contains($0.text) }.map { NamedBody($0, in: snapshot.register) }
      .sorted(by: NamedBody.inOrder)
    var citations = Citations()
    for meeting in meetings { citations.cite(meeting.version) }
    sources = citations.notes(in: snapshot)
    let coming = self.meetings.filter { $0.meeting.on >= snapshot.trueOn.description }.count
    sentence =
      "\(Sentences.capital(Sentences.count(coming, "meeting", "meetings"))) to come in the system of "
      + "\(self.body.shortName) \(coming == 1 ? "is" : "are") on record; of "
      + "\(Sentences.count(silent.count, "body", "bodies")) no meeting is known."
  }

  /// The body, what shares its system with it, its councils, and the boards and committees that are part of those.
  private static func bodies(around body: ID<Body>, in register: Register) -> [ID<Body>] {
    var found: Set<ID<Body>> = [body]
    for system in register.relations(of: body, type: Tie.serves).map(\.fact.object) {
      found.formUnion(register.relations(to: system, type: Tie.serves).map(\.fact.subject))
    }
    for council in register.councils(of: body).filter(\.upperTier).compactMap({ ID<Body>($0.id) }) {
      found.insert(council)
      let parts = register.relations(to: council, type: Relation.partOf).map(\.fact.subject)
      found.formUnion(
        parts.filter { [.healthAndWellbeingBoard, .scrutinyCommittee].contains(register.kind($0)) })
    }
    return found.sorted()
  }
}

extension CalendarAnswer.Entry {
  fileprivate init?(_ meeting: Held<Meeting>, in governance: Governance) {
    guard let entry = MeetingEntry(meeting, in: governance) else { return nil }
    let group = meeting.given.group.flatMap { governance.nearest(Group.self, of: $0) }
    self.meeting = entry
    bodies = (group?.given.bodies ?? []).map { NamedBody($0, in: governance.register) }
    let sectors = Set(bodies.compactMap { $0.bodyKind?.sector })
    switch (sectors.contains(.nhs), sectors.contains(.localGovernment)) {
    case (true, true): sector = "both"
    case (true, false): sector = "NHS"
    case (false, true): sector = "council"
    case (false, false): sector = ""
    }
  }
}
