import Governance
import Register
import Vocabulary

extension Rule {
  /// What a committee works by.
  static let termsOfReference = [committeeTerms]

  static let committeeTerms = Rule(
    "ICB.COM.TOR", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for committee in board.groups(.audit, .remuneration, .committee, .subcommittee, .quality) {
        board.attempt { () throws(Unknown) -> Void in
          guard try committee.competence == .deciding else { return }
          let terms = board.governance.rows(\TermsOfReference.group, naming: committee.id)
          if terms.isEmpty { try board.governance.complete(.documents, of: committee.id) }
          board.expect(
            !terms.isEmpty, "\(committee.called) decides and has no terms of reference in force",
            kept: "\(committee.called) has terms of reference")
          for held in terms {
            board.expect(
              try board.isBoardOrParent(held.approvedBy, of: committee),
              "the terms of reference of \(committee.called) were not approved by the board")
            board.expect(
              try held.published <= board.day,
              "the terms of reference of \(committee.called) were not published by the day")
            board.expect(
              try held.reports,
              "the terms of reference of \(committee.called) do not say how it reports to the board")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group care name="Primary care committee" sort=committee bodies=north competence=deciding
        terms-of-reference care.1 group=care approved-by=board published=2023-04-01 reports=yes
        """,
      finding: """
        group care name="Primary care committee" sort=committee bodies=north competence=deciding
        complete care list=documents
        """,
      notApplicable: "group care name=\"Primary care forum\" sort=committee bodies=north competence=advisory"))
}

extension Inquiry {
  /// Whether a group is the body's board or, for a sub-committee, the committee above it.
  fileprivate func isBoardOrParent(_ group: ID<Group>, of committee: Held<Group>) -> Bool {
    boards.contains { $0.id == group } || (committee.given.sort == .subcommittee && committee.given.parent == group)
  }
}
