public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// When a body and its committees meet: the next public meeting first, then the forward plan, then what was held.
public struct MeetingsAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// The next meeting the public may come to; null where none is recorded.
  @OrNull public private(set) var next: Listed?
  /// The meetings to come, the nearest first, each with its agenda so far.
  public let forward: [Listed]
  /// The meetings of past days, the latest first.
  public let past: [Listed]
  /// How openly it meets.
  public let meter: TransparencyEntry
  /// What it was taken from.
  public let sources: [SourceNote]

  /// A meeting and its agenda.
  public struct Listed: Encodable, Hashable, Sendable {
    /// The meeting.
    public let meeting: MeetingEntry
    /// What is on its agenda; of private items only the number and the ground.
    public let agenda: [AgendaEntry]

    init?(_ meeting: Held<Meeting>, in governance: Governance) {
      guard let entry = MeetingEntry(meeting, in: governance) else { return nil }
      self.meeting = entry
      agenda = governance.items(of: meeting).map { AgendaEntry($0, at: meeting, in: governance) }
    }
  }

  /// The meetings of the groups of a body; nil where there is no such body.
  public init?(of body: ID<Body>, in snapshot: Snapshot) {
    guard snapshot.register.existence(body) != nil else { return nil }
    let governance = snapshot.governance
    let meetings = governance.meetings(of: governance.groups(everOf: body))
    var citations = Citations()
    for meeting in meetings { citations.cite(meeting.version) }
    let forward = meetings.filter { ($0.given.on ?? .distantPast) >= snapshot.trueOn }
      .compactMap { Listed($0, in: governance) }
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    self.forward = forward
    past = meetings.filter { ($0.given.on ?? .distantFuture) < snapshot.trueOn }.reversed()
      .compactMap { Listed($0, in: governance) }
    let next = forward.first { $0.meeting.isPublic == true && $0.meeting.state != "cancelled" }
    _next = OrNull(wrappedValue: next)
    meter = TransparencyEntry(of: body, in: governance)
    sources = citations.notes(in: snapshot)
    let name = self.body.shortName
    sentence =
      meetings.isEmpty
      ? "The record holds no meetings of \(name)."
      : next.map { "The next public meeting of \(name) is on \($0.meeting.onWritten): \($0.meeting.title)." }
        ?? "When \(name) next meets in public is not known: the record holds no later meeting than those below."
  }
}
