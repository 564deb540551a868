import Governance
import Register
import Vocabulary

extension Rule {
  /// Emergencies and safeguarding: standing arrangements a board must have.
  static let emergencies = [responderDuties, emergencyOfficer, safeguardingPartner]

  static let responderDuties = Rule(
    "EPRR.CAT1", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      for (duty, words) in Assurance.responderDuties {
        board.expect(
          try board.hasArrangement(for: duty), "no evidence is recorded of the board’s \(words)",
          kept: "the six duties of a category 1 responder are evidenced")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        assurance e1 body=south duty=emergency-risk-assessment evidence="Risk register"
        assurance e2 body=south duty=emergency-plans evidence="Incident plan"
        assurance e3 body=south duty=business-continuity evidence="Continuity plan"
        assurance e4 body=south duty=warning-and-informing evidence="Communications plan"
        assurance e5 body=south duty=emergency-cooperation evidence="Resilience partnership"
        assurance e6 body=south duty=emergency-information-sharing evidence="Sharing protocol"
        """,
      finding: """
        body south kind=icb from=2022-07-01
        assurance e1 body=south duty=emergency-risk-assessment evidence="Risk register"
        complete south list=duties
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let emergencyOfficer = Rule(
    "EPRR.AEO", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      try board.governance.complete(.roles, of: board.body)
      let officers = board.governance.rows(\LeadRole.body, naming: board.body)
        .filter { $0.given.role == .emergencyOfficer }
      board.expect(
        !officers.isEmpty, "no accountable emergency officer is named",
        kept: "an accountable emergency officer is named")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        lead-role officer person=ann body=south role=accountable-emergency-officer
        complete south list=roles
        """,
      finding: """
        body south kind=icb from=2022-07-01
        complete south list=roles
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let safeguardingPartner = Rule(
    "SAFEG.PARTNER", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      for council in try board.responsibleCouncils() {
        board.expect(
          try board.hasArrangement(for: .safeguarding, with: council),
          "no safeguarding arrangement with the board as a partner is recorded for \(board.name(of: council))",
          kept: "the board is a safeguarding partner in \(board.name(of: council))")
        board.expect(
          try board.hasArrangement(for: .childDeath, with: council),
          "no child death review arrangement with the board as a partner is recorded for \(board.name(of: council))",
          kept: "the board is a child death review partner in \(board.name(of: council))")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        overlap county other=south unit=lsoa21 part=9 whole=10
        role county role=upper-tier
        complete south list=councils
        assurance s1 body=south duty=safeguarding-arrangements council=county evidence="Published arrangements"
        assurance s2 body=south duty=child-death-review council=county evidence="Published arrangements"
        """,
      finding: """
        body south kind=icb from=2022-07-01
        overlap county other=south unit=lsoa21 part=9 whole=10
        role county role=upper-tier
        complete south list=councils
        complete south list=duties
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))
}

extension Assurance {
  /// The duties of a category 1 responder (Civil Contingencies Act 2004, sections 2 and 4 and the regulations under it).
  fileprivate static var responderDuties: [(Duty, String)] {
    [
      (.riskAssessment, "assessment of risks"), (.emergencyPlans, "plans for emergencies"),
      (.continuity, "plans for business continuity"), (.warning, "arrangements to warn and inform the public"),
      (.cooperation, "co-operation with other responders"),
      (.informationSharing, "sharing of information with responders"),
    ]
  }
}

extension Inquiry {
  /// Whether evidence of an arrangement is recorded on the day, for a council’s area where one is named. That there is
  /// none is known only where the list of duties is claimed to be complete.
  fileprivate func hasArrangement(for duty: Assurance.Duty, with council: ID<Body>? = nil) throws(Unknown) -> Bool {
    let rows = governance.rows(\Assurance.body, naming: body)
      .filter { $0.given.duty == duty && (council == nil || $0.given.council == council) }
    guard let row = rows.first else {
      try governance.complete(.duties, of: body)
      return false
    }
    return try !row.evidence.isEmpty
  }
}
