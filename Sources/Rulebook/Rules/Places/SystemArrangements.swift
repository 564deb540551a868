import Governance
import Register
import Vocabulary

extension Rule {
  /// What guidance expects every system to have: a quality group, a pharmacy lead, a model of clinical leadership.
  static let systemArrangements = [qualityGroup, pharmacyLead, clinicalModel]

  static let qualityGroup = Rule(
    "QUAL.SQG", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      try board.governance.complete(.groups, of: board.body)
      board.expect(
        !board.groups(.quality).isEmpty, "the board leads no system quality group",
        kept: "the board leads a system quality group")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        group quality name="System quality group" sort=quality-group bodies=south
        complete south list=groups
        """,
      finding: """
        body south kind=icb from=2022-07-01
        group audit name="Audit committee" sort=audit-committee bodies=south
        complete south list=groups
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let pharmacyLead = Rule(
    "PHARM.LEAD", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      try board.governance.complete(.roles, of: board.body)
      let leads = board.governance.rows(\LeadRole.body, naming: board.body).filter { $0.given.role == .pharmacyLead }
      board.expect(
        !leads.isEmpty, "nobody leads community pharmacy for the system while it is funded nationally",
        kept: "somebody leads community pharmacy for the system")
    },
    examples: Examples(
      on: "2023-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        lead-role pharmacy person=ann body=south role=community-pharmacy
        complete south list=roles
        """,
      finding: """
        body south kind=icb from=2022-07-01
        complete south list=roles
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2023-04-01"))

  static let clinicalModel = Rule(
    "CLIN.MODEL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      let models = board.governance.rows(\Document.body, naming: board.body).filter { $0.given.sort == .clinicalModel }
      board.expect(
        try board.isWhole(models, .documents, of: board.body),
        "no model of clinical and care professional leadership is recorded",
        kept: "there is a model of clinical and care professional leadership")
      for model in models {
        board.expect(
          try model.approved <= board.day,
          "the board is to sign off the model of clinical and care professional leadership only on "
            + (model.given.approved?.written ?? ""),
          kept: "the board signed off the model of clinical and care professional leadership")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        document clinical body=south sort=clinical-leadership-model approved=2022-09-01
        """,
      finding: """
        body south kind=icb from=2022-07-01
        complete south list=documents
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))
}
