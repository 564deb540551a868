import Governance
import Register

extension Rule {
  /// The chair: who appoints, approves and removes.
  static let chair = [chairApproval]

  static let chairApproval = Rule(
    "ICB.BOARD.CHAIR.APPROVAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for chair in board.appointments(to: .chair) {
        board.expect(
          try chair.appointer.isNHSEngland,
          "the chair who took office on \(chair.began) was not appointed by NHS England",
          kept: "NHS England appointed the chair who took office on \(chair.began)")
        board.expect(
          try chair.approver.isSecretaryOfState,
          "the Secretary of State did not approve the chair who took office on \(chair.began)")
        board.expect(
          try chair.approved <= chair.start,
          "the approval of the chair who took office on \(chair.began) came after that day")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat chair group=board role=chair
        appointment ann from=2022-07-01 seat=chair person=ann appointer=national.nhs-england approver=national.secretary-of-state approved=2022-05-20
        """,
      finding: """
        seat chair group=board role=chair
        appointment ann from=2024-02-01 seat=chair person=ann appointer=board approver=national.secretary-of-state approved=2024-03-01
        """,
      notApplicable: "seat chair group=board role=chair"))
}
