import Governance
import Register
import Vocabulary

extension Rule {
  /// The policy on conduct, and who guards it.
  static let interestsPolicy = [conductPolicy, conflictsGuardian]

  /// The guidance was rewritten in 2024; a policy approved before that year is taken to be out of date from 2025 on.
  static let conductPolicy = Rule(
    "COI.POLICY", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let documents = board.governance.rows(\Document.body, naming: board.body)
      guard let policy = documents.last(where: { $0.given.sort == .conductPolicy }) else {
        guard !documents.isEmpty || board.governance.isComplete(.documents, of: board.body) else {
          return board.exempt("no document of the body is recorded")
        }
        try board.governance.complete(.documents, of: board.body)
        return board.expect(false, "there is no policy on standards of conduct and conflicts of interest")
      }
      board.expect(
        try policy.published <= board.day, "the policy on standards of conduct is not published",
        kept: "the policy on standards of conduct is published")
      let approved = try policy.approved
      board.expect(
        board.day.civil.year < 2025 || approved.civil.year >= 2024,
        "the policy on standards of conduct was approved on \(approved.written), before the guidance of 2024",
        kept: "the policy on standards of conduct was approved on \(approved.written)")
    },
    examples: Examples(
      on: "2025-09-01",
      met: "document policy body=north sort=standards-of-conduct-policy approved=2024-11-28 published=2024-12-02",
      finding: "document policy body=north sort=standards-of-conduct-policy approved=2022-07-01 published=2022-07-01",
      notApplicable: ""))

  static let conflictsGuardian = Rule(
    "COI.GUARDIAN", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard !board.seats.isEmpty else { return board.exempt("no seat of the board is recorded") }
      let roles = board.governance.rows(\LeadRole.body, naming: board.body)
      try board.governance.complete(.roles, of: board.body)
      board.expect(
        roles.contains { $0.given.role == .conflictsGuardian }, "the body has no guardian of conflicts of interest",
        kept: "the body has a guardian of conflicts of interest")
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        seat audit group=board role=non-executive
        lead-role guardian person=ann body=north role=conflicts-guardian
        complete north list=roles
        """,
      finding: """
        seat audit group=board role=non-executive
        complete north list=roles
        """,
      notApplicable: "complete north list=roles"))
}
