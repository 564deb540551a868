public import Chronicle
internal import Governance
internal import Register
internal import Vocabulary

/// One meeting: notice, agenda with papers, who was there, the minutes as they follow from what is recorded, and what
/// was still to be done from before.
public struct MeetingAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The meeting.
  public let meeting: MeetingEntry
  /// Whose group meets.
  public let bodies: [NamedBody]
  /// The agenda. Of private items only the number, that it is private, and the ground.
  public let agenda: [AgendaEntry]
  /// Who was there, or sent apologies.
  public let attendance: [Attender]
  /// Whether the list of attendance is said to be complete.
  public let attendanceIsComplete: Bool
  /// Whether declarations of interests were minuted; null where that is not recorded.
  @OrNull public private(set) var declarationsMinuted: Bool?
  /// Actions of earlier meetings of the group that were not done by the day of this one.
  public let mattersArising: [ActionEntry]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// Somebody who was there, or sent apologies.
  public struct Attender: Encodable, Hashable, Sendable {
    /// Who.
    public let person: NamedHolder
    /// `member`, `deputy`, `attendee`, `observer`, `absent`.
    public let capacity: String
    /// The seat.
    public let seat: String
    /// Whether this person presided.
    public let presided: Bool
    /// For which items, where not for all: `from item 2`, `until item 4`.
    public let items: String

    init?(_ row: Held<Attendance>, in governance: Governance) {
      guard let person = row.given.person else { return nil }
      self.person = NamedHolder(ID(person), in: governance)
      capacity = row.given.capacity?.inWords ?? ""
      seat = row.given.seat.map { governance.name(ID($0)) } ?? ""
      presided = row.given.presiding == true
      items = [row.given.from.map { "from item \($0)" }, row.given.to.map { "until item \($0)" }].compactMap { $0 }
        .joined(separator: ", ")
    }
  }

  /// A meeting by its identifier; nil where the record has none.
  public init?(_ id: String, in snapshot: Snapshot) {
    let governance = snapshot.governance
    guard let meeting = ID<Meeting>(id).flatMap({ governance.nearest(Meeting.self, of: $0) }),
      let entry = MeetingEntry(meeting, in: governance), let on = meeting.given.on
    else { return nil }
    let items = governance.items(of: meeting)
    let attendance = on <= snapshot.trueOn ? governance.calendar(\Attendance.meeting, naming: meeting.id) : []
    let group = meeting.given.group.flatMap { governance.nearest(Group.self, of: $0) }
    asAt = AsAt(snapshot)
    self.meeting = entry
    bodies = (group?.given.bodies ?? []).map { NamedBody($0, in: snapshot.register) }
    agenda = items.map { AgendaEntry($0, at: meeting, in: governance) }
    self.attendance = attendance.compactMap { Attender($0, in: governance) }
      .sorted { ($0.capacity, $0.person.name, $0.person.id) < ($1.capacity, $1.person.name, $1.person.id) }
    attendanceIsComplete = governance.isComplete(.attendance, of: meeting.id)
    _declarationsMinuted = OrNull(wrappedValue: meeting.given.declarations)
    mattersArising = MeetingAnswer.arising(at: on, of: group, in: governance)
    var citations = Citations()
    citations.cite(meeting.version)
    for item in items { citations.cite(item.version) }
    for row in attendance { citations.cite(row.version) }
    sources = citations.notes(in: snapshot)
    sentence = MeetingAnswer.sentence(entry, agenda)
  }

  private static func arising(at day: Day, of group: Held<Group>?, in governance: Governance) -> [ActionEntry] {
    guard let group else { return [] }
    let earlier = governance.meetings(of: [group]).filter { ($0.given.on ?? .distantFuture) < day }
    return earlier.flatMap { meeting in
      governance.items(of: meeting).filter { governance.isPublic($0, at: meeting) }.flatMap { item in
        governance.each(governance.calendar(\Action.item, naming: item.id))
          .filter { ($0.given.done ?? .distantFuture) > day }
          .map { ActionEntry($0, from: item, in: governance) }
      }
    }
  }

  private static func sentence(_ meeting: MeetingEntry, _ agenda: [AgendaEntry]) -> String {
    let when: String
    switch meeting.state {
    case "planned": when = "\(meeting.group.name) is to meet on \(meeting.onWritten)"
    case "held": when = "\(meeting.group.name) met on \(meeting.onWritten)"
    case "cancelled": when = "The meeting of \(meeting.group.name) on \(meeting.onWritten) was cancelled"
    default: when = "\(meeting.group.name) was to meet on \(meeting.onWritten); whether it did is not recorded"
    }
    let open = agenda.filter(\.isPublic).count
    let closed = agenda.count - open
    let items =
      agenda.isEmpty
      ? "the record holds no agenda"
      : "\(Sentences.count(open, "item is", "items are")) public and \(Sentences.number(closed)) private"
    return "\(when); \(items)."
  }
}
