public import Chronicle
internal import Governance
internal import Register
internal import Vocabulary

/// How openly bodies meet, side by side and by name: nobody is ranked.
public struct TransparencyAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// How each figure was worked out.
  public let method: [String]
  /// The bodies, by name.
  public let bodies: [TransparencyEntry]

  /// Every board of the day, and every other body that has a group on record.
  public init(in snapshot: Snapshot) {
    let governance = snapshot.governance
    let register = snapshot.register
    var bodies = Set(register.bodies(.integratedCareBoard))
    for group in governance.rows(Group.self) { bodies.formUnion((group.given.bodies ?? []).filter(register.exists)) }
    asAt = AsAt(snapshot)
    method = TransparencyEntry.method
    self.bodies = bodies.map { TransparencyEntry(of: $0, in: governance) }
      .sorted { NamedBody.inOrder($0.body, $1.body) }
    let known = self.bodies.filter { $0.next == "known" }.count
    sentence =
      "Of \(Sentences.count(self.bodies.count, "body", "bodies")), the next public meeting of "
      + "\(Sentences.number(known)) is known. Nobody is ranked."
  }
}

/// How openly one body meets.
public struct TransparencyEntry: Encodable, Hashable, Sendable {
  /// The body.
  public let body: NamedBody
  /// Whether its next public meeting is `known`, `none` or `not known`.
  public let next: String
  /// The day of its next public meeting.
  @OrNull public private(set) var nextOn: String?
  /// Public meetings held in the twelve months up to the day, as recorded.
  public let held: Int
  /// Of those, how many have a day of papers and a rule of the body's own to hold it against.
  public let papersJudged: Int
  /// How many of those had their papers in time.
  public let papersOnTime: Int
  /// Of those held, how many have published minutes.
  public let minutesPublished: Int
  /// Days from a meeting to its published minutes, in the middle; null where none are published.
  @OrNull public private(set) var minutesLag: Double?
  /// What is missing; null where the lists of meetings are not said to be complete.
  @OrNull public private(set) var missing: [Missing]?

  /// Something that is missing of a public meeting.
  public struct Missing: Encodable, Hashable, Sendable {
    /// The meeting.
    public let meeting: String
    /// What it is called.
    public let title: String
    /// `notice`, `agenda`, `papers`, `minutes`.
    public let what: [String]
  }

  /// How each figure is worked out.
  public static let method = [
    "Counted are meetings that the public may come to, of the body's groups, held in the twelve months up to the day.",
    "The next meeting is known where one is recorded for the day or later. It is none only where the lists of groups "
      + "and of meetings are said to be complete; else it is not known.",
    "Papers are on time where they were published by the day that a clause of the body's own asks for. Without such a "
      + "clause, or without a day of papers, a meeting is not judged.",
    "The lag of minutes is the number of days from the meeting to their publication, in the middle of those published.",
    "Missing is a notice, an agenda, papers or, once the group has met again, minutes. It is counted only where the "
      + "lists are said to be complete.",
  ]

  init(of body: ID<Body>, in governance: Governance) {
    let day = governance.snapshot.trueOn
    let groups = governance.groups(everOf: body)
    let isComplete =
      !groups.isEmpty && governance.isComplete(.groups, of: body)
      && groups.allSatisfy { !$0.period.surelyContains(day) || governance.isComplete(.meetings, of: $0.id) }
    let open = groups.map { group in
      (group: group, meetings: governance.meetings(of: [group]).filter { governance.isPublic($0) == true })
    }
    let next = open.flatMap(\.meetings).filter { $0.given.state != .cancelled }.compactMap(\.given.on)
      .filter { $0 >= day }.min()
    self.body = NamedBody(body, in: governance.register)
    self.next = next != nil ? "known" : isComplete ? "none" : "not known"
    _nextOn = OrNull(wrappedValue: next?.description)
    var judged = 0
    var onTime = 0
    var held = 0
    var lags: [Double] = []
    var missing: [Missing] = []
    for (group, meetings) in open {
      for (index, meeting) in meetings.enumerated() {
        guard let on = meeting.given.on, on < day, on >= day.advanced(by: -365), meeting.given.state == .held else {
          continue
        }
        held += 1
        let papers = governance.reached(meeting.given.papers)
        if let papers, let due = governance.papersDue(on, of: group, by: body) {
          judged += 1
          if papers <= due { onTime += 1 }
        }
        let minutes = governance.reached(meeting.given.minutesPublished)
        if let minutes { lags.append(Double(Int(minutes.number) - Int(on.number))) }
        let metAgain = meetings[(index + 1)...].contains { $0.given.state == .held && ($0.given.on ?? day) < day }
        let lacks = [
          governance.reached(meeting.given.notice) == nil ? "notice" : nil,
          governance.items(of: meeting).isEmpty ? "agenda" : nil, papers == nil ? "papers" : nil,
          minutes == nil && metAgain ? "minutes" : nil,
        ].compactMap { $0 }
        if !lacks.isEmpty {
          missing.append(
            Missing(meeting: meeting.id.text, title: meeting.given.title ?? meeting.id.text, what: lacks))
        }
      }
    }
    self.held = held
    papersJudged = judged
    papersOnTime = onTime
    minutesPublished = lags.count
    _minutesLag = OrNull(wrappedValue: Middle.of(lags))
    _missing = OrNull(wrappedValue: isComplete ? missing : nil)
  }
}

/// The middle of some numbers.
enum Middle {
  /// The median: the mean of the two middle values of an even number; nil of none.
  static func of(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }
}
