import Governance
import Register
import Vocabulary

extension Rule {
  /// What the non-executive members may not be, and what the executive directors must be.
  static let qualities = [nonExecutiveIndependence, directorQualification]

  static let nonExecutiveIndependence = Rule(
    "ICB.BOARD.NEM.INDEP", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in try board.members().with(.nonExecutive) {
        board.attempt { () throws(Unknown) in
          let person = try member.person
          board.expect(
            try !board.isOnStaff(person), "\(member.called) is employed by the board, or seconded to it",
            kept: "\(member.called) is not employed by the board")
          let posts = try board.localPosts(of: person)
          board.expect(
            posts.isEmpty || member.held.given.exception != nil,
            "\(member.called) has a post at \(board.names(of: posts.compactMap(\.given.body))), and no exception is recorded",
            kept: posts.isEmpty
              ? "\(member.called) has no post at another organisation of health or care of the area"
              : "an exception is recorded for the post of \(member.called)")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        relation acute type=serves object=north
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida exception="The post ends in June."
        complete ida list=engagements
        engagement ida.acute from=2021-07-01 person=ida body=acute capacity=contractor
        """,
      finding: """
        relation acute type=serves object=north
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        complete ida list=engagements
        engagement ida.acute from=2021-07-01 person=ida body=acute capacity=contractor
        """,
      notApplicable: "seat first group=board role=non-executive"))

  static let directorQualification = Rule(
    "ICB.BOARD.EXEC.QUAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let professions: [(Seat.Role, Registration.Profession, String)] = [
        (.medicalDirector, .doctor, "a registered doctor"), (.nursingDirector, .nurse, "a registered nurse"),
        (.financeDirector, .accountant, "a qualified accountant"),
      ]
      for (role, profession, words) in professions {
        for member in try board.members().with(role) {
          board.expect(
            try board.isRegistered(member, profession), "\(member.called) is not now \(words)",
            kept: "\(member.called) is \(words)")
          board.expect(
            try board.isOnStaff(member.person), "\(member.called) is neither employed by the board nor seconded to it",
            kept: "\(member.called) is employed by the board, or seconded to it")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat medical group=board role=medical-director
        appointment gus from=2022-07-01 seat=medical person=gus
        registration gus.doctor from=1995-08-01 person=gus profession=doctor state=current
        engagement gus.north from=2022-07-01 person=gus body=north capacity=employee
        """,
      finding: """
        seat medical group=board role=medical-director
        appointment gus from=2022-07-01 seat=medical person=gus
        registration gus.doctor from=2024-01-01 person=gus profession=doctor state=lapsed
        engagement gus.north from=2022-07-01 person=gus body=north capacity=employee
        """,
      notApplicable: "seat medical group=board role=medical-director"))
}

extension Inquiry {
  /// Whether a member is registered in a profession on the day, with conditions or without.
  fileprivate func isRegistered(_ member: Member, _ profession: Registration.Profession) throws(Unknown) -> Bool {
    let rows = governance.rows(\Registration.person, naming: try member.person)
      .filter { $0.given.profession == profession }
    guard !rows.isEmpty else {
      throw Unknown(
        kind: Registration.layout.name, subject: member.held.id.text,
        "whether \(member.called) is registered as \(profession.rawValue)")
    }
    for row in rows where [.current, .conditions].contains(try row.state) { return true }
    return false
  }
}
