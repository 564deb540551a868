import Governance
import Register
import Vocabulary

extension Inquiry {
  /// The first day of integrated care boards: no meeting before it is a matter of their rules (SI 2022/632).
  var boardsBegan: Day { Day(year: 2022, month: 7, day: 1) ?? .distantPast }

  /// The boards, committees and other groups of the body up to the day.
  var everyGroup: [Held<Group>] { governance.history(\Group.bodies, naming: body) }

  /// The meetings that were held up to the day, by group and day: of groups of some sorts or, where none are named, of
  /// the board, its committees and joint committees.
  func meetings(of sorts: Group.Sort...) -> [(group: Held<Group>, meeting: Held<Meeting>)] {
    let wanted = sorts.isEmpty ? Group.Sort.allCases.filter { $0.isOfTheBoard || $0 == .joint } : sorts
    return everyGroup.filter { group in group.given.sort.map(wanted.contains) ?? false }.flatMap { group in
      governance.history(\Meeting.group, naming: group.id).filter(wasHeld)
        .sorted { ($0.given.on ?? .distantPast, $0.id) < ($1.given.on ?? .distantPast, $1.id) }.map { (group, $0) }
    }
  }

  private func wasHeld(_ meeting: Held<Meeting>) -> Bool {
    guard let on = meeting.given.on, on >= boardsBegan, on <= day else { return false }
    return meeting.given.state ?? .held == .held
  }

  /// Looks at each meeting of the body's board that was held, whatever is missing of the others.
  func eachBoardMeeting(_ look: (Held<Meeting>) throws(Unknown) -> Void) {
    for (_, meeting) in meetings(of: .board) { attempt { () throws(Unknown) -> Void in try look(meeting) } }
  }

  /// The items of a meeting, by number.
  func items(of meeting: Held<Meeting>) -> [Held<Item>] {
    governance.history(\Item.meeting, naming: meeting.id).sorted { ($0.given.number ?? 0) < ($1.given.number ?? 0) }
  }

  /// The meeting a decision was taken at, and its group; nil where it names no item, or the item no meeting.
  func sitting(of decision: Held<Decision>) -> (group: Held<Group>, meeting: Held<Meeting>)? {
    guard let item = decision.given.item.flatMap({ governance.history(Item.self, of: $0).last }),
      let meeting = item.given.meeting.flatMap({ governance.history(Meeting.self, of: $0).last }),
      let group = meeting.given.group.flatMap({ governance.history(Group.self, of: $0).last })
    else { return nil }
    return (group, meeting)
  }

  /// The clause that settled something for a group on a day. A clause that names no group is about the board.
  func clause(_ setting: Clause.Setting, for group: Held<Group>, on date: Day) -> Held<Clause>? {
    clauses(setting).last { clause in
      clause.period.surelyContains(date)
        && (clause.given.group == group.id || (clause.given.group == nil && group.given.sort == .board))
    }
  }

  /// The body's clauses that settle something, up to the day.
  func clauses(_ setting: Clause.Setting) -> [Held<Clause>] {
    governance.history(\Clause.body, naming: body).filter { $0.given.setting == setting }
  }

  /// Who must be there for a group to decide, by its constitution or its terms of reference on a day.
  func quorum(of group: Held<Group>, on date: Day) throws(Unknown) -> Quorum {
    if let clause = clause(.quorum, for: group, on: date) {
      if let quorum = Quorum(cell: try clause.value) { return quorum }
      throw Unknown(
        kind: Clause.layout.name, subject: clause.id.text, column: "value", "the quorum, written \(Quorum.expected)")
    }
    let terms = governance.history(\TermsOfReference.group, naming: group.id)
      .last { $0.period.surelyContains(date) }
    if let terms { return try terms.quorum }
    throw Unknown(
      kind: Clause.layout.name, subject: body.text,
      "who must be there for \(group.given.name ?? group.id.text) to decide")
  }

  /// The voting members there for an item, after those who withdrew for a conflict.
  func present(
    for item: Held<Item>, of meeting: Held<Meeting>, group: Held<Group>
  ) throws(Unknown) -> [Quorum.Present] {
    let date = try meeting.on
    var found: [Quorum.Present] = []
    for one in governance.history(\Attendance.meeting, naming: meeting.id) where one.covers(item) {
      let person = try one.person
      switch try one.capacity {
      case .member: break
      case .deputy:
        guard let clause = clause(.deputiesCount, for: group, on: date), try clause.value == Bool.yes else { continue }
      case .attendee, .observer, .absent: continue
      }
      if try hasLeft(person, item) { continue }
      let seat = try one.seat
      guard let held = governance.history(Seat.self, of: seat).last else {
        throw Unknown(kind: Seat.layout.name, subject: seat.text, "the seat of \(name(of: person))")
      }
      if held.takesPart {
        found.append(Quorum.Present(try held.role, isDeputyChair: isDeputyChair(person, on: date)))
      }
    }
    return found
  }

  /// Whether somebody withdrew from an item for a conflict, or was recused.
  func hasLeft(_ person: ID<Person>, _ item: Held<Item>) throws(Unknown) -> Bool {
    for conflict in conflicts(of: person, at: item.id) {
      let handling = try conflict.handling
      if handling == .withdrew || handling == .recused { return true }
    }
    return false
  }

  /// What was done about the interests of somebody when an item was taken.
  func conflicts(of person: ID<Person>, at item: ID<Item>) -> [Held<Conflict>] {
    governance.history(\Conflict.item, naming: item).filter { $0.given.person == person }
  }

  private func isDeputyChair(_ person: ID<Person>, on date: Day) -> Bool {
    governance.history(\LeadRole.body, naming: body).contains { role in
      role.given.role == .deputyChair && role.given.person == person && role.period.surelyContains(date)
    }
  }

  /// Whether somebody took part in a decision: voted on it, or was there for its item and did not withdraw.
  func tookPart(_ person: ID<Person>, in decision: Held<Decision>) throws(Unknown) -> Bool {
    if votes(on: decision).contains(where: { $0.given.person == person }) { return true }
    let id = try decision.item
    guard let item = governance.history(Item.self, of: id).last, let meeting = item.given.meeting else {
      throw Unknown(kind: Item.layout.name, subject: id.text, "the item the decision was taken at")
    }
    if !conflicts(of: person, at: id).isEmpty { return try !hasLeft(person, item) }
    if isThere(person, for: item) { return true }
    try governance.complete(.attendance, of: meeting)
    return false
  }

  /// Whether somebody is recorded as there for an item.
  func isThere(_ person: ID<Person>, for item: Held<Item>) -> Bool {
    guard let meeting = item.given.meeting else { return false }
    return governance.history(\Attendance.meeting, naming: meeting).contains { one in
      one.given.person == person && one.given.capacity != .absent && one.covers(item)
    }
  }

  /// The votes on a decision.
  func votes(on decision: Held<Decision>) -> [Held<Vote>] {
    governance.history(\Vote.decision, naming: decision.id)
  }

  /// The decisions of the body since there are boards, up to the day.
  var decisions: [Held<Decision>] {
    governance.history(\Decision.body, naming: body)
      .filter { decision in decision.given.on.map { $0 >= boardsBegan && $0 <= day } ?? false }
  }

  /// Whether the proceedings of a meeting, or of an item, rest on a resolution to exclude the public. That there was
  /// none is known only where the decisions of the meeting are complete.
  func isResolved(_ resolution: String?, at meeting: Held<Meeting>) throws(Unknown) -> Bool {
    if resolution ?? meeting.given.resolution != nil { return true }
    try governance.complete(.decisions, of: meeting.id)
    return false
  }
}

extension Bool {
  /// How a clause that allows something says so.
  static var yes: String { true.cell }
}

extension Held<Meeting> {
  /// The day of it, written for a reader.
  var when: String { given.on?.written ?? "a day that is not known" }
}

extension Held<Item> {
  /// `item 7 of the meeting of 12 March 2024`.
  func named(at meeting: Held<Meeting>) -> String {
    "item \(given.number.map(String.init) ?? id.text) of the meeting of \(meeting.when)"
  }
}

extension Held<Attendance> {
  /// Whether the person was there while an item was taken.
  func covers(_ item: Held<Item>) -> Bool {
    guard let number = item.given.number else { return false }
    return (given.from ?? 0) <= number && number <= (given.to ?? .max)
  }
}
