import Governance
import Register
import Vocabulary

/// A member of a board: a seat, and the appointment by which somebody holds it.
struct Member {
  /// The seat.
  let seat: Held<Seat>
  /// The appointment.
  let held: Held<Appointment>

  /// The part the member plays.
  var role: Seat.Role? { seat.given.role }
  /// Who the member is.
  var person: ID<Person> { get throws(Unknown) { try held.person } }
  /// The first day in office.
  var start: Day { get throws(Unknown) { try held.start } }

  /// The member, for a reader: `the finance director who took office on 1 July 2022`.
  var called: String { "the \(seat.given.title ?? role?.called ?? "member") who took office on \(held.began)" }
}

extension Seat.Role {
  /// The holder of the role, as a reader would write it.
  var called: String {
    switch self {
    case .nonExecutive: "non-executive member"
    case .partnerTrust: "partner member of the trusts"
    case .partnerPrimaryMedical: "partner member of the practices"
    case .partnerCouncil: "partner member of the councils"
    case .ordinary: "ordinary member"
    default: rawValue.replacing("-", with: " ")
    }
  }

  /// Whether the holder is an ordinary member of a board: neither its chair nor its chief executive (Schedule 1B,
  /// paragraph 3).
  var isOrdinary: Bool { self != .chair && self != .chiefExecutive }

  /// Whether the holder is a partner member.
  var isPartner: Bool { [.partnerTrust, .partnerPrimaryMedical, .partnerCouncil].contains(self) }
}

extension Held<Seat> {
  /// Whether its holder is a member: whoever only attends is none, and of a director it depends on the vote.
  var isMembers: Bool {
    get throws(Unknown) {
      switch try self.role {
      case .secretary, .observer, .participant: false
      case .director, .placeDirector, .member: try self.voting
      default: true
      }
    }
  }
}

extension Inquiry {
  /// Whether the body exists on the day; where it does not, the rule has nothing to look at.
  func isInBeing() -> Bool {
    if governance.register.exists(body) { return true }
    exempt("the board does not exist on \(day.written)")
    return false
  }

  /// The members of the board on the day.
  func members() throws(Unknown) -> [Member] {
    var found: [Member] = []
    for seat in seats where try seat.isMembers {
      found += governance.rows(\Appointment.seat, naming: seat.id).map { Member(seat: seat, held: $0) }
    }
    return found
  }

  /// The members of the board on the day, where the list of its appointments is claimed to be complete.
  func roll() throws(Unknown) -> [Member] {
    guard !boards.isEmpty else {
      throw Unknown(kind: Group.layout.name, subject: body.text, "which group its board is")
    }
    for board in boards { try governance.complete(.appointments, of: board.id) }
    return try members()
  }

  /// Whether the law asks for a seat of the councils on the day: until the clause that replaces it is commenced.
  var hasCouncilSeat: Bool { governance.commencement(of: "BILL.LASEAT").map { $0 > day } ?? true }

  /// Whoever took up a seat of the board, member by member, since the law on boards began, up to the day.
  func appointed(where isWanted: (Seat.Role) -> Bool) -> [Member] {
    var seen: Set<ID<Seat>> = []
    return governance.history(\Group.bodies, naming: body).filter { $0.given.sort == .board }
      .flatMap { governance.history(\Seat.group, naming: $0.id) }
      .filter { seat in seen.insert(seat.id).inserted && seat.given.role.map(isWanted) ?? false }
      .flatMap { seat in
        governance.history(\Appointment.seat, naming: seat.id).map { Member(seat: seat, held: $0) }
      }
      .filter { $0.held.period.from.latest >= Day.boardsBegin }
  }

  /// Expects at least so many of some members.
  func expect(_ members: [Member], toBe needed: Int, _ one: String, _ many: String = "", line: Int = #line) {
    let found =
      switch members.count {
      case 0: "the board has no \(one)"
      case 1: "the board has one \(one)"
      default: "the board has \(members.count) \(many.isEmpty ? one + "s" : many)"
      }
    let isOne = members.isEmpty || needed == 1
    expect(members.count >= needed, isOne ? found : "\(found) where \(needed) are needed", kept: found, line: line)
  }
}

extension [Member] {
  /// Those with one of the roles.
  func with(_ roles: Seat.Role...) -> [Member] { filter { member in member.role.map(roles.contains) ?? false } }
  /// The ordinary members.
  var ordinary: [Member] { filter { $0.role?.isOrdinary ?? false } }
  /// The partner members.
  var partners: [Member] { filter { $0.role?.isPartner ?? false } }
}

extension Day {
  /// The day the law on integrated care boards began (Health and Care Act 2022; SI 2022/632).
  static let boardsBegin = Day(year: 2022, month: 7, day: 1) ?? .distantPast

  /// The same date so many years later, or earlier when negative; 28 February where there is no 29th.
  func anniversary(_ years: Int) -> Day {
    let date = civil
    return Day(year: date.year + years, month: date.month, day: date.day)
      ?? Day(year: date.year + years, month: 2, day: 28) ?? self
  }
}
