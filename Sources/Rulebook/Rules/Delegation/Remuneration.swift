import Governance
import Register
import Vocabulary

extension Rule {
  /// The remuneration committee.
  static let remunerationCommittee = [remunerationExists, remunerationChair, ownPay]

  /// The parts on a board whose pay the committee settles.
  private static let executives: Set<Seat.Role> = [
    .chiefExecutive, .financeDirector, .medicalDirector, .nursingDirector, .director, .placeDirector,
  ]

  static let remunerationExists = Rule(
    "ICB.COM.REM.EXISTS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      try board.governance.complete(.groups, of: board.body)
      board.expect(
        !board.groups(.remuneration).isEmpty, "the board has no remuneration committee",
        kept: "the board has a remuneration committee")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        group pay name="Remuneration committee" sort=remuneration-committee bodies=south
        complete south list=groups
        """,
      finding: """
        body south kind=icb from=2022-07-01
        group audit name="Audit committee" sort=audit-committee bodies=south
        complete south list=groups
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let remunerationChair = Rule(
    "ICB.COM.REM.CHAIR", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for committee in board.groups(.remuneration) {
        board.attempt { () throws(Unknown) -> Void in
          for chair in try board.chairs(of: committee) {
            for audit in board.groups(.audit) {
              board.expect(
                try !board.chairs(of: audit).contains(chair),
                "\(board.name(of: chair)) chairs both \(committee.called) and \(audit.called)",
                kept: "\(committee.called) and \(audit.called) have different chairs")
            }
            let roles = try board.boardRoles(of: chair)
            board.expect(
              roles.contains(.nonExecutive),
              "who chairs \(committee.called), \(board.name(of: chair)), is no non-executive member of the board")
            board.expect(
              try !board.isOnBoard(chair, as: .chair),
              "the chair of the board, \(board.name(of: chair)), chairs \(committee.called)")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group audit name="Audit committee" sort=audit-committee bodies=north
        group pay name="Remuneration committee" sort=remuneration-committee bodies=north
        seat audit.chair group=audit role=chair
        seat pay.chair group=pay role=chair
        seat non-executive group=board role=non-executive
        appointment bob.audit seat=audit.chair person=bob
        appointment ann.board seat=non-executive person=ann
        appointment ann.pay seat=pay.chair person=ann
        complete board list=appointments
        """,
      finding: """
        group audit name="Audit committee" sort=audit-committee bodies=north
        group pay name="Remuneration committee" sort=remuneration-committee bodies=north
        seat audit.chair group=audit role=chair
        seat pay.chair group=pay role=chair
        seat non-executive group=board role=non-executive
        appointment ann.board seat=non-executive person=ann
        appointment ann.audit seat=audit.chair person=ann
        appointment ann.pay seat=pay.chair person=ann
        """,
      notApplicable: "group finance name=Finance sort=committee bodies=north"))

  static let ownPay = Rule(
    "ICB.COM.REM.OWNPAY", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for committee in board.groups(.remuneration) {
        for member in board.members(of: committee.id) {
          board.attempt { () throws(Unknown) -> Void in
            let person = try member.person
            let roles = try board.boardRoles(of: person)
            board.expect(
              executives.isDisjoint(with: roles),
              "\(board.name(of: person)), an executive member of the board, is a member of \(committee.called)",
              kept: "no executive member of the board is a member of \(committee.called)")
          }
        }
        for meeting in board.governance.history(\Meeting.group, naming: committee.id) {
          for item in board.governance.history(\Item.meeting, naming: meeting.id) {
            for conflict in board.governance.history(\Conflict.item, naming: item.id) {
              board.expect(
                try [.withdrew, .recused].contains(conflict.handling),
                "\(conflict.given.person.map { board.name(of: $0) } ?? "somebody") did not leave \(committee.called) for the item "
                  + "‘\(item.given.title ?? item.id.text)’, in which there was an interest",
                kept: "who had an interest left for the item ‘\(item.given.title ?? item.id.text)’")
            }
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group pay name="Remuneration committee" sort=remuneration-committee bodies=north
        seat pay.member group=pay role=member
        seat non-executive group=board role=non-executive
        appointment ann.board seat=non-executive person=ann
        appointment ann.pay seat=pay.member person=ann
        meeting pay.1 group=pay on=2024-02-01
        item pay.1.3 meeting=pay.1 number=3 title="Pay of executives"
        conflict pay.1.3.bob item=pay.1.3 person=bob handling=withdrew
        """,
      finding: """
        group pay name="Remuneration committee" sort=remuneration-committee bodies=north
        seat pay.member group=pay role=member
        seat finance group=board role=finance-director
        appointment bob.board seat=finance person=bob
        appointment bob.pay seat=pay.member person=bob
        meeting pay.1 group=pay on=2024-02-01
        item pay.1.3 meeting=pay.1 number=3 title="Pay of executives"
        conflict pay.1.3.bob item=pay.1.3 person=bob handling=noted
        """,
      notApplicable: "group finance name=Finance sort=committee bodies=north"))
}
