/// Every sheet there is, for those who handle them all alike: storing, exporting, checking, documenting.
public enum Sheets {
  /// The sheets, in the order a reader meets them.
  public static let all: [any Sheet.Type] = [
    Group.self, Seat.self, Person.self, Appointment.self, Nomination.self, LeadRole.self, Engagement.self, Check.self,
    Registration.self, Disqualification.self, TermsOfReference.self, Constitution.self, Clause.self, Order.self,
    Document.self, Function.self, Authority.self, Direction.self, Meeting.self, Item.self, Attendance.self,
    Interest.self, Conflict.self, Decision.self, Vote.self, Action.self, Involvement.self, Reconfiguration.self,
    Plan.self, PlanCopy.self, Assurance.self, YearOfMoney.self, Payment.self, Transfer.self, PlaceArrangement.self,
    Agreement.self, Shared.self, Responsibility.self, Procurement.self, Notice.self, Representation.self,
    Modification.self, Commencement.self, Complete.self,
  ]

  /// Those whose subjects can hold a power, beside bodies.
  public static let holders: [any Sheet.Type] = [Group.self, Seat.self, Person.self]

  /// Those whose subjects people can be involved in.
  public static let matters: [any Sheet.Type] = [
    Decision.self, Plan.self, Reconfiguration.self, Procurement.self, Order.self, Direction.self,
  ]

  /// The columns of a kind of sheet, in order; none for a kind that is no sheet.
  public static func columns(of kind: String) -> [String] {
    all.first { $0.kindName == kind }?.columnNames ?? []
  }
}
