internal import Chronicle
import Governance
import Register
import Vocabulary

extension Inquiry {
  /// The groups of the body on the day that are of one of these sorts.
  func groups(_ sorts: Group.Sort...) -> [Held<Group>] {
    governance.rows(\Group.bodies, naming: body).filter { group in group.given.sort.map(sorts.contains) ?? false }
  }

  /// Whether the body exists on the day; where it does not, what it must have is not asked of it.
  func exists() -> Bool {
    let exists = governance.register.exists(body)
    if !exists { exempt("the body does not exist on the day") }
    return exists
  }

  /// The appointments in office on the day of those who take part in what a group decides: neither those who observe
  /// or attend nor those who have no vote.
  func members(of group: ID<Group>) -> [Held<Appointment>] {
    governance.rows(\Seat.group, naming: group).filter(\.takesPart)
      .flatMap { governance.rows(\Appointment.seat, naming: $0.id) }
  }

  /// Who chairs a group on the day. Throws where nobody is recorded.
  func chairs(of group: Held<Group>) throws(Unknown) -> [ID<Person>] {
    var found: [ID<Person>] = []
    for seat in governance.rows(\Seat.group, naming: group.id) where seat.given.role == .chair {
      for chair in governance.rows(\Appointment.seat, naming: seat.id) { found.append(try chair.person) }
    }
    guard !found.isEmpty else {
      throw Unknown(kind: Appointment.layout.name, subject: group.id.text, "who chairs \(group.called)")
    }
    return found
  }

  /// The parts a person is recorded as having on the body's board on the day.
  func boardRoles(recordedOf person: ID<Person>) throws(Unknown) -> [Seat.Role] {
    let own = Set(boards.map(\.id))
    var found: [Seat.Role] = []
    for held in governance.rows(\Appointment.person, naming: person) {
      guard let seat = governance.row(Seat.self, of: try held.seat) else { continue }
      if own.contains(try seat.group) { found.append(try seat.role) }
    }
    return found
  }

  /// The parts a person has on the body's board on the day. Throws where none is recorded and the list of appointments
  /// is not claimed to be complete.
  func boardRoles(of person: ID<Person>) throws(Unknown) -> [Seat.Role] {
    let found = try boardRoles(recordedOf: person)
    if found.isEmpty {
      for board in boards { try governance.complete(.appointments, of: board.id) }
    }
    return found
  }

  /// Whether a person has a part on the body's board on the day. That somebody has not is known only where the list of
  /// appointments is claimed to be complete.
  func isOnBoard(_ person: ID<Person>, as role: Seat.Role) throws(Unknown) -> Bool {
    if try boardRoles(recordedOf: person).contains(role) { return true }
    for board in boards { try governance.complete(.appointments, of: board.id) }
    return false
  }

  /// Whether somebody is the chair of the board, named as the person or as the seat.
  func isChair(_ holder: ID<Holder>) -> Bool {
    seats(.chair).contains { seat in
      seat.id.text == holder.text
        || governance.history(\Appointment.seat, naming: seat.id).contains { $0.given.person?.text == holder.text }
    }
  }

  /// Whether the board's chair made or approved an appointment before it began.
  func isChairApproved(_ appointment: Held<Appointment>) throws(Unknown) -> Bool {
    let given = appointment.given
    if let appointer = given.appointer, isChair(appointer) { return true }
    if given.chairApproved == nil, let approver = given.approver {
      guard isChair(approver) else { return false }
      return try appointment.approved <= appointment.start
    }
    return try appointment.chairApproved <= appointment.start
  }

  /// Whether a clause of the body's constitution says yes. Throws where it has no such clause and its clauses are not
  /// claimed to be complete.
  func allows(_ setting: Clause.Setting) throws(Unknown) -> Bool {
    for clause in governance.rows(\Clause.body, naming: body) where clause.given.setting == setting {
      return try clause.value == "yes"
    }
    try governance.complete(.clauses, of: body)
    return false
  }

  /// What a body, group, seat or person is called.
  func name(of thing: ID<some Any>) -> String {
    if let group = governance.history(Group.self, of: ID(thing)).last { return group.called }
    if let seat = governance.history(Seat.self, of: ID(thing)).last { return seat.given.title ?? thing.text }
    return governance.history(Person.self, of: ID(thing)).last?.given.name ?? governance.register.name(ID(thing))
  }

  /// What the person is called who holds a seat.
  func name(of member: Held<Appointment>) -> String { member.given.person.map { name(of: $0) } ?? member.id.text }
}

extension Held<Group> {
  /// What it is called.
  var called: String { given.name ?? id.text }
}

extension Held<Seat> {
  /// Whether its holder takes part in what the group decides.
  var takesPart: Bool {
    guard let role = given.role else { return false }
    return ![.observer, .participant, .secretary].contains(role) && given.voting != false
  }
}
