import Governance
import Register
import Vocabulary

extension Inquiry {
  /// The board of the body.
  var boards: [Held<Group>] {
    governance.rows(\Group.bodies, naming: body).filter { $0.given.sort == .board }
  }

  /// The seats of the body's board on the day.
  var seats: [Held<Seat>] { boards.flatMap { governance.rows(\Seat.group, naming: $0.id) } }

  /// The seats of the board with a role, whenever they were there.
  func seats(_ roles: Seat.Role...) -> [Held<Seat>] {
    governance.rows(\Group.bodies, naming: body).filter { $0.given.sort == .board }
      .flatMap { governance.history(\Seat.group, naming: $0.id) }
      .filter { seat in seat.given.role.map(roles.contains) ?? false }
  }

  /// Every appointment to a role of the board up to the day, by start.
  func appointments(to role: Seat.Role) -> [Held<Appointment>] {
    seats(role).flatMap { governance.history(\Appointment.seat, naming: $0.id) }
  }

  /// The appointments to a role of the board that are in office on the day.
  func holders(of role: Seat.Role) -> [Held<Appointment>] {
    seats(role).flatMap { governance.rows(\Appointment.seat, naming: $0.id) }
  }
}

extension Held<Appointment> {
  /// The day it began, written for a reader.
  var began: String { (try? start)?.written ?? "a day that is not known" }
}

extension ID<Holder> {
  /// Whether it is NHS England.
  var isNHSEngland: Bool { text == "national.nhs-england" }
  /// Whether it is the Secretary of State.
  var isSecretaryOfState: Bool { text == "national.secretary-of-state" }
}
