import Governance
import Register
import Vocabulary

extension Rule {
  /// The audit committee.
  static let auditCommittee = [auditExists, auditChair]

  static let auditExists = Rule(
    "ICB.COM.AUDIT.EXISTS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      try board.governance.complete(.groups, of: board.body)
      board.expect(
        !board.groups(.audit).isEmpty, "the board has no audit committee", kept: "the board has an audit committee")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        group audit name="Audit committee" sort=audit-committee bodies=south
        complete south list=groups
        """,
      finding: """
        body south kind=icb from=2022-07-01
        group quality name="Quality committee" sort=committee bodies=south
        complete south list=groups
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let auditChair = Rule(
    "ICB.COM.AUDIT.CHAIR", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for audit in board.groups(.audit) {
        board.attempt { () throws(Unknown) -> Void in
          for chair in try board.chairs(of: audit) {
            let roles = try board.boardRoles(of: chair)
            board.expect(
              roles.contains(.nonExecutive),
              "who chairs \(audit.called), \(board.name(of: chair)), is no non-executive member of the board",
              kept: "a non-executive member chairs \(audit.called)")
            board.expect(
              try !board.isOnBoard(chair, as: .chair),
              "the chair of the board, \(board.name(of: chair)), chairs \(audit.called)")
            guard let person = board.governance.row(Person.self, of: chair) else {
              throw Unknown(kind: Person.layout.name, subject: chair.text, "what the chair of \(audit.called) knows")
            }
            board.expect(
              try person.expertise.contains(.audit),
              "who chairs \(audit.called), \(board.name(of: chair)), is not recorded as knowing audit and finance")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group audit name="Audit committee" sort=audit-committee bodies=north
        seat audit.chair group=audit role=chair
        seat non-executive group=board role=non-executive
        person ann name="Ann" expertise=audit-and-finance
        appointment ann.board seat=non-executive person=ann
        appointment ann.audit seat=audit.chair person=ann
        complete board list=appointments
        """,
      finding: """
        group audit name="Audit committee" sort=audit-committee bodies=north
        seat audit.chair group=audit role=chair
        seat chair group=board role=chair
        person ann name="Ann" expertise=nursing
        appointment ann.board seat=chair person=ann
        appointment ann.audit seat=audit.chair person=ann
        """,
      notApplicable: "group finance name=Finance sort=committee bodies=north"))
}
