import Governance
import Register
import Vocabulary

extension Rule {
  /// The ordinary members: approved by the chair, with somebody among them who knows services for mental illness.
  static let ordinary = [ordinaryApproval, mentalIllness, independence]

  static let ordinaryApproval = Rule(
    "ICB.BOARD.ORD.CHAIRAPPROVAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in board.appointed(where: \.isOrdinary) where try member.seat.isMembers {
        board.expect(
          try member.held.chairApproved <= member.start, "the chair did not approve \(member.called) before that day",
          kept: "the chair approved \(member.called)")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat medical group=board role=medical-director
        appointment gus from=2022-07-01 seat=medical person=gus chair-approved=2022-07-01
        """,
      finding: """
        seat medical group=board role=medical-director
        appointment gus from=2022-07-01 seat=medical person=gus chair-approved=2022-08-01
        """,
      notApplicable: """
        seat chief group=board role=chief-executive
        appointment ben from=2022-07-01 seat=chief person=ben
        """))

  static let mentalIllness = Rule(
    "ICB.BOARD.MH", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      let members = try board.roll().ordinary
      let people = members.compactMap(\.held.given.person).map { board.governance.row(Person.self, of: $0) }
      let versed = people.compactMap(\.self).filter { $0.given.expertise?.contains(.mentalHealth) == true }
      for (member, person) in zip(members, people) where versed.isEmpty {
        guard let person else {
          throw Unknown(kind: Person.layout.name, subject: member.held.id.text, "what \(member.called) knows")
        }
        _ = try person.expertise
      }
      let known = try (versed.first { $0.given.evidence != nil } ?? versed.first)?.evidence
      board.expect(
        known != nil, "no ordinary member is recorded to know services for mental illness",
        kept: "an ordinary member knows services for mental illness: \(known ?? "")")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: Examples.fiveMembers + """

        person cat name="The trusts' member" expertise=mental-health evidence="runs a mental health trust"
        person dan name="The practices' member"
        person eve name="The councils' member"
        """,
      finding: Examples.fiveMembers + """

        person ann name="The chair" expertise=mental-health evidence="was a psychiatrist"
        person cat name="The trusts' member" expertise=clinical
        person dan name="The practices' member" expertise=primary-care
        person eve name="The councils' member" expertise=social-care;public-health
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))

  /// An interest in a private provider is no finding by itself: what counts is that the appointer considered it.
  static let independence = Rule(
    "ICB.BOARD.PRIVATE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      let hasClause = board.clause(.independence) != nil
      board.attempt { () throws(Unknown) in
        if !hasClause { try board.governance.complete(.clauses, of: board.body) }
        board.expect(
          try hasClause ? board.settled(.independence, as: Bool.self) : false,
          "no clause of the constitution keeps from the board those who could reasonably be seen as undermining the "
            + "independence of the health service",
          kept: "the constitution keeps from the board those who could be seen as undermining the health service")
      }
      for member in try board.members() {
        let interests = board.governance.rows(\Interest.person, naming: try member.person)
        guard interests.contains(where: { $0.given.privateProvider == true }) else { continue }
        board.expect(
          try !member.held.undermining,
          "\(member.called) was appointed although the appointer thought the independence of the health service could "
            + "be seen as undermined",
          kept: "the interest of \(member.called) in a private provider was considered")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: Examples.fiveMembers + """

        clause independence body=south setting=independence value=yes
        seat extra group=south-board role=ordinary
        appointment kim from=2023-04-01 seat=extra person=kim undermining=no
        interest kim.company person=kim body=south sort=financial counterparty=company private-provider=yes
        """,
      finding: Examples.fiveMembers + """

        complete south list=clauses
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))
}
