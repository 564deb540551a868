import Governance
import Register
import Vocabulary

extension Rule {
  /// The parts members take on: five leads, the deputy chair and the senior non-executive member.
  static let leads = [executiveLeads, deputyChair, seniorNonExecutive]

  static let executiveLeads = Rule(
    "ICB.BOARD.EXECLEADS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      for part in [LeadRole.Role.children, .sendLead, .safeguarding, .learningDisability, .downSyndrome] {
        board.attempt { () throws(Unknown) in
          let leads = board.leads(part)
          if leads.isEmpty { try board.governance.complete(.roles, of: board.body) }
          var votes = false
          for lead in leads where !votes { votes = try board.votes(try lead.person) }
          let field = part == .downSyndrome ? "Down syndrome" : part.rawValue.replacing("-", with: " ")
          board.expect(
            votes, "no voting member of the board leads on \(field)",
            kept: "a voting member of the board leads on \(field)")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: Examples.leads + """

        lead-role five from=2023-06-01 body=south person=hal role=down-syndrome
        """,
      finding: Examples.leads + """

        complete south list=roles
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))

  static let deputyChair = Rule(
    "ICB.BOARD.DEPUTYCHAIR", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing(), let deputies = try board.holders(of: .deputyChair) else { return }
      board.expect(
        Set(deputies.compactMap(\.given.person)).count == 1,
        deputies.isEmpty ? "the board has no deputy chair" : "the board has more than one deputy chair")
      for deputy in deputies {
        let person = try deputy.person
        board.expect(
          try board.isNonExecutive(person), "the deputy chair is not a non-executive member",
          kept: "the deputy chair is a non-executive member")
        board.expect(try !board.auditChairs().contains(person), "the deputy chair chairs the audit committee")
        board.expect(
          try !board.settled(.quorum, as: Quorum.self).among.contains([.role(.chair)]),
          "the board has no quorum without the chair, whoever the deputy is")
      }
    },
    examples: Examples(
      on: "2025-04-01", of: "south",
      met: Examples.deputy + """

        lead-role deputy from=2023-06-01 body=south person=ida role=deputy-chair
        """,
      finding: Examples.deputy + """

        lead-role deputy from=2023-06-01 body=south person=jim role=deputy-chair
        """,
      notApplicable: Examples.deputy + """

        complete south list=roles
        commencement update provision=ICB.CONST.MODELUPDATE on=2025-06-01
        """))

  static let seniorNonExecutive = Rule(
    "ICB.BOARD.SENIORNEM", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing(), let seniors = try board.holders(of: .seniorNonExecutive) else { return }
      board.expect(
        Set(seniors.compactMap(\.given.person)).count == 1,
        seniors.isEmpty
          ? "the board has no senior non-executive member" : "the board has more than one senior non-executive member")
      for senior in seniors {
        board.expect(
          try board.isNonExecutive(senior.person), "the senior non-executive member is not a non-executive member",
          kept: "the board has a senior non-executive member")
      }
    },
    examples: Examples(
      on: "2025-04-01", of: "south",
      met: Examples.tenMembers + """

        lead-role senior from=2023-06-01 body=south person=ida role=senior-non-executive
        commencement update provision=ICB.CONST.MODELUPDATE on=2024-01-01
        """,
      finding: Examples.tenMembers + """

        complete south list=roles
        commencement update provision=ICB.CONST.MODELUPDATE on=2024-01-01
        """,
      notApplicable: Examples.tenMembers + """

        commencement update provision=ICB.CONST.MODELUPDATE on=2025-06-01
        """))
}

extension Inquiry {
  /// Those who take on a part for the body on the day.
  fileprivate func leads(_ part: LeadRole.Role) -> [Held<LeadRole>] {
    governance.rows(\LeadRole.body, naming: body).filter { $0.given.role == part }
  }

  /// Those who take on a part that guidance asks for; nil, with the reason, where there is none and the guidance is not
  /// out. That there is none needs the claim that the parts are all recorded.
  fileprivate func holders(of part: LeadRole.Role) throws(Unknown) -> [Held<LeadRole>]? {
    let found = leads(part)
    guard found.isEmpty else { return found }
    let guidance = try roleGuidance()
    guard guidance <= day else {
      exempt("the guidance that asks for it was published on \(guidance.written)")
      return nil
    }
    try governance.complete(.roles, of: body)
    return []
  }

  /// Whether a person has a seat of the board with a vote. That the person has none needs the claim that the board's
  /// appointments are all recorded.
  fileprivate func votes(_ person: ID<Person>) throws(Unknown) -> Bool {
    var hasSeat = false
    for seat in seats
    where governance.rows(\Appointment.seat, naming: seat.id).contains(where: { $0.given.person == person }) {
      if try seat.voting { return true }
      hasSeat = true
    }
    if !hasSeat { _ = try roll() }
    return false
  }

  /// Whether a person is a non-executive member of the board, and nothing else on it.
  fileprivate func isNonExecutive(_ person: ID<Person>) throws(Unknown) -> Bool {
    let roles = try roll().filter { $0.held.given.person == person }.compactMap(\.role)
    return !roles.isEmpty && roles.allSatisfy { $0 == .nonExecutive }
  }

  /// Who chairs the audit committee.
  fileprivate func auditChairs() throws(Unknown) -> [ID<Person>] {
    let people = governance.rows(\Group.bodies, naming: body).filter { $0.given.sort == .audit }
      .flatMap { governance.rows(\Seat.group, naming: $0.id) }.filter { $0.given.role == .chair }
      .flatMap { governance.rows(\Appointment.seat, naming: $0.id) }.compactMap(\.given.person)
    guard !people.isEmpty else {
      throw Unknown(kind: Appointment.layout.name, subject: body.text, "who chairs the audit committee")
    }
    return people
  }
}

extension Examples {
  /// A board with four of the five leads.
  fileprivate static let leads =
    tenMembers.replacing("director", with: "director voting=yes") + """

      lead-role one from=2023-06-01 body=south person=hal role=children-and-young-people
      lead-role two from=2023-06-01 body=south person=hal role=special-educational-needs
      lead-role three from=2023-06-01 body=south person=hal role=safeguarding
      lead-role four from=2023-06-01 body=south person=gus role=learning-disability-and-autism
      """

  /// A board with an audit committee, and a quorum that does not depend on the chair.
  fileprivate static let deputy =
    tenMembers + """

      group audit name="The audit committee" sort=audit-committee bodies=south
      seat audit-chair group=audit role=chair
      appointment audit-chair from=2022-07-01 seat=audit-chair person=jim
      clause quorum body=south setting=quorum value="5 with chair/deputy-chair, non-executive"
      """
}
