internal import Chronicle
internal import Governance
internal import Register
public import Vocabulary

/// A meeting, as lists of meetings name it: when, of whom, open to whom, and what was published when.
///
/// A day that had not come by the day of the answer is null, like one that is not recorded.
public struct MeetingEntry: Encodable, Hashable, Sendable, Sourced {
  /// Its permanent identifier.
  public let id: String
  /// What it is called.
  public let title: String
  /// The group that meets.
  public let group: NamedHolder
  /// The day.
  public let on: String
  /// That day as a reader would write it.
  public let onWritten: String
  /// `planned`, `held`, `cancelled`; empty where a past meeting has no state.
  public let state: String
  /// Whether the public may come; null where that is not recorded.
  @OrNull public private(set) var isPublic: Bool?
  /// Where.
  public let venue: String
  /// The day of the public notice.
  @OrNull public private(set) var notice: String?
  /// Clear days between the notice and the meeting.
  @OrNull public private(set) var noticeDays: Int?
  /// The day the papers were published.
  @OrNull public private(set) var papers: String?
  /// Days between the papers and the meeting.
  @OrNull public private(set) var paperDays: Int?
  /// The day the minutes were approved.
  @OrNull public private(set) var minutesApproved: String?
  /// The day the minutes were published.
  @OrNull public private(set) var minutesPublished: String?
  /// Days between the meeting and its published minutes.
  @OrNull public private(set) var minutesLag: Int?
  /// How many items its agenda has in the record.
  public let items: Int
  /// When it was written into the record, in universal time.
  public let recorded: String
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  /// A meeting as the snapshot's day knows it; nil where its day or group is missing.
  init?(_ meeting: Held<Meeting>, in governance: Governance) {
    guard let on = meeting.given.on, let group = meeting.given.group else { return nil }
    let given = meeting.given
    let notice = governance.reached(given.notice)
    let papers = governance.reached(given.papers)
    let minutes = governance.reached(given.minutesPublished)
    id = meeting.id.text
    self.group = NamedHolder(ID(group), in: governance)
    title = given.title ?? "\(self.group.name), \(on.written)"
    self.on = on.description
    onWritten = on.written
    state = governance.state(of: meeting)
    _isPublic = OrNull(wrappedValue: governance.isPublic(meeting))
    venue = given.venue ?? ""
    _notice = OrNull(wrappedValue: notice?.description)
    _noticeDays = OrNull(wrappedValue: notice.map { clearDays(from: $0, to: on) })
    _papers = OrNull(wrappedValue: papers?.description)
    _paperDays = OrNull(wrappedValue: papers.map { Int(on.number) - Int($0.number) })
    _minutesApproved = OrNull(wrappedValue: governance.reached(given.minutesApproved)?.description)
    _minutesPublished = OrNull(wrappedValue: minutes?.description)
    _minutesLag = OrNull(wrappedValue: minutes.map { Int($0.number) - Int(on.number) })
    items = Set(governance.calendar(\Item.meeting, naming: meeting.id).map(\.id)).count
    recorded = governance.recorded(meeting.version.recorded)
    certainty = meeting.version.certainty
    source = meeting.version.source.text
  }
}

/// An item of an agenda. Of a private one only its number and the ground are told.
public struct AgendaEntry: Encodable, Hashable, Sendable {
  /// Its number.
  public let number: Int
  /// Whether it is taken in public.
  public let isPublic: Bool
  /// Why it is private; empty for a public one.
  public let ground: String
  /// What it is about.
  public let title: String
  /// What it is taken for: `decision`, `assurance`…
  public let purpose: String
  /// Who presents it.
  public let owner: String
  /// What it is about, in the body's own words.
  public let themes: [String]
  /// Where its paper can be read, or empty.
  public let paper: String
  /// The day its paper was published.
  @OrNull public private(set) var paperOn: String?
  /// What the minutes say of it; empty until they are published.
  public let minute: String
  /// What was decided.
  public let decisions: [DecisionLine]
  /// What is to be done.
  public let actions: [ActionEntry]
  /// How interests were handled.
  public let conflicts: [HandledConflict]

  init(_ item: Held<Item>, at meeting: Held<Meeting>, in governance: Governance) {
    let given = item.given
    let isOpen = governance.isPublic(item, at: meeting)
    number = given.number ?? 0
    isPublic = isOpen
    ground = isOpen ? "" : governance.ground(of: item, at: meeting)
    title = isOpen ? given.title ?? "" : ""
    purpose = isOpen ? given.purpose?.inWords ?? "" : ""
    owner = isOpen ? given.owner ?? "" : ""
    themes = isOpen ? given.themes ?? [] : []
    paper = isOpen ? given.paper ?? "" : ""
    _paperOn = OrNull(wrappedValue: isOpen ? governance.reached(given.paperOn)?.description : nil)
    minute = isOpen && governance.reached(meeting.given.minutesPublished) != nil ? given.minute ?? "" : ""
    decisions =
      isOpen
      ? governance.calendar(\Decision.item, naming: item.id).filter { governance.reached($0.given.on) != nil }
        .map { DecisionLine($0, in: governance) } : []
    let hasMet = governance.reached(meeting.given.on) != nil
    actions = isOpen && hasMet ? governance.actions(from: item) : []
    conflicts = hasMet ? governance.conflicts(at: item, isOpen: isOpen) : []
  }
}

/// A decision in a line.
public struct DecisionLine: Encodable, Hashable, Sendable {
  /// Its permanent identifier.
  public let id: String
  /// What was decided.
  public let title: String
  /// `approved`, `refused`, `deferred`, `withdrawn`, `noted`; empty where none is recorded.
  public let outcome: String
  /// Why.
  public let reason: String

  init(_ decision: Held<Decision>, in governance: Governance) {
    id = decision.id.text
    title = decision.given.title ?? decision.id.text
    outcome = decision.given.outcome?.inWords ?? ""
    reason = decision.given.reason ?? ""
  }
}

/// Something to be done.
public struct ActionEntry: Encodable, Hashable, Sendable {
  /// What.
  public let text: String
  /// Who sees to it.
  public let owner: String
  /// By when.
  @OrNull public private(set) var due: String?
  /// When it was done.
  @OrNull public private(set) var done: String?
  /// What is said of it.
  public let note: String
  /// Where it comes from: the item's title.
  public let from: String

  init(_ action: Held<Action>, from item: Held<Item>, in governance: Governance) {
    text = action.given.text ?? action.id.text
    owner = action.given.owner ?? ""
    _due = OrNull(wrappedValue: action.given.due?.description)
    _done = OrNull(wrappedValue: governance.reached(action.given.done)?.description)
    note = action.given.note ?? ""
    from = item.given.title ?? ""
  }
}

/// How an interest was handled when an item was taken. Of a private item neither the person nor the interest is told.
public struct HandledConflict: Encodable, Hashable, Sendable {
  /// Whose interest it is; empty for a private item.
  public let person: String
  /// The interest; empty for a private item or where none is named.
  public let interest: String
  /// What was done: `noted`, `recused`…
  public let handling: String
  /// Whether it was minuted; null where that is not recorded.
  @OrNull public private(set) var isMinuted: Bool?

  init(_ conflict: Held<Conflict>, isOpen: Bool, in governance: Governance) {
    let given = conflict.given
    person = isOpen ? given.person.map { governance.name(ID($0)) } ?? "" : ""
    interest =
      isOpen
      ? given.interest.flatMap { governance.nearest(Interest.self, of: $0) }.map { governance.about($0) } ?? "" : ""
    handling = given.handling?.inWords ?? ""
    _isMinuted = OrNull(wrappedValue: given.minuted)
  }
}

// MARK: What the record says of meetings

extension Word {
  /// The word as a reader would write it.
  var inWords: String { rawValue.replacing("-", with: " ") }
}

extension Governance {
  /// A day that had come by the day asked about; nil where it had not, or none is recorded.
  func reached(_ day: Day?) -> Day? { day.flatMap { $0 <= snapshot.trueOn ? $0 : nil } }

  /// When a transaction was written, in universal time.
  func recorded(_ transaction: Int) -> String {
    snapshot.archive.transactions.first { $0.number == transaction }?.at.description ?? ""
  }

  /// Each thing once, as it is on the day or nearest to it.
  func each<S: Sheet>(_ rows: [Held<S>]) -> [Held<S>] {
    var seen: Set<ID<S>> = []
    return rows.compactMap { seen.insert($0.id).inserted ? nearest(S.self, of: $0.id) : nil }
  }

  /// The groups of a body that ever were or are to come.
  func groups(everOf body: ID<Body>) -> [Held<Group>] { each(calendar(\Group.bodies, naming: body)) }

  /// The meetings of groups, whenever they are, by day and identifier. O(meetings log meetings).
  func meetings(of groups: [Held<Group>]) -> [Held<Meeting>] {
    groups.flatMap { each(calendar(\Meeting.group, naming: $0.id)) }
      .sorted { ($0.given.on ?? .distantFuture, $0.id) < ($1.given.on ?? .distantFuture, $1.id) }
  }

  /// The items of a meeting, by number.
  func items(of meeting: Held<Meeting>) -> [Held<Item>] {
    each(calendar(\Item.meeting, naming: meeting.id)).sorted {
      ($0.given.number ?? 0, $0.id) < ($1.given.number ?? 0, $1.id)
    }
  }

  /// What is recorded; one to come is `planned` unless it is cancelled, and a past one that is only planned is neither.
  func state(of meeting: Held<Meeting>) -> String {
    let on = meeting.given.on ?? .distantFuture
    switch meeting.given.state {
    case .cancelled: return Meeting.State.cancelled.rawValue
    case .held where on <= snapshot.trueOn: return Meeting.State.held.rawValue
    default: return on >= snapshot.trueOn ? Meeting.State.planned.rawValue : ""
    }
  }

  /// Whether the public may come to a meeting: as recorded of it, else of its group.
  func isPublic(_ meeting: Held<Meeting>) -> Bool? {
    meeting.given.open ?? meeting.given.group.flatMap { nearest(Group.self, of: $0) }?.given.meetsInPublic
  }

  /// Whether an item is surely taken in public. What is not said to be open is not shown.
  func isPublic(_ item: Held<Item>, at meeting: Held<Meeting>) -> Bool {
    guard let isOpen = isPublic(meeting) else { return item.given.open == true }
    return isOpen && item.given.open != false
  }

  /// Why an item is private.
  func ground(of item: Held<Item>, at meeting: Held<Meeting>) -> String {
    if let ground = item.given.ground { return ground }
    switch isPublic(meeting) {
    case false: return "the meeting is not held in public"
    case true: return "no ground is recorded"
    default: return "whether it is public is not recorded"
    }
  }

  /// What is to be done from an item, as recorded.
  func actions(from item: Held<Item>) -> [ActionEntry] {
    each(calendar(\Action.item, naming: item.id)).map { ActionEntry($0, from: item, in: self) }
  }

  /// How interests were handled at an item.
  func conflicts(at item: Held<Item>, isOpen: Bool) -> [HandledConflict] {
    each(calendar(\Conflict.item, naming: item.id)).map { HandledConflict($0, isOpen: isOpen, in: self) }
  }

  /// What an interest is in: what is said of it, and in whom.
  func about(_ interest: Held<Interest>) -> String {
    let given = interest.given
    let counterparty = given.counterparty.map { register.name($0) }
    return [given.about, counterparty].compactMap { $0 }.joined(separator: ", ")
  }

  /// The last day on which the papers of a meeting of a group are in time by the body's own clauses: so many days, or
  /// working days, before it. Nil where no clause is recorded.
  func papersDue(_ on: Day, of group: Held<Group>, by body: ID<Body>) -> Day? {
    let clauses = rows(\Clause.body, naming: body).filter { $0.given.setting == .paperDays }
    let clause = clauses.first { $0.given.group == group.id } ?? clauses.first { $0.given.group == nil }
    guard let words = clause?.given.value?.split(separator: " "), let count = words.first.flatMap({ Int($0) }) else {
      return nil
    }
    return words.dropFirst().first == "working"
      ? BankHolidays.workingDay(count, before: on) : on.advanced(by: -count)
  }
}
