internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// The joint forward plan: made in time, by all, with all that it must hold.
  static let forwardPlan = [forwardPlanPrepared, forwardPlanContent, forwardPlanRevised, fiveYearPlan]

  static let forwardPlanPrepared = Rule(
    "PLAN.JFP.PREPARE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.expectPlan(.forwardPlan, "joint forward plan")
      board.eachPlan(.forwardPlan) { plan throws(Unknown) in
        if plan.given.revision == nil || plan.given.revision == Plan.Revision.none {
          let year = try plan.financialYear
          board.expect(
            try plan.prepared < year.begins,
            "\(plan.called) was prepared on \(plan.given.prepared?.written ?? ""), after the year had begun",
            kept: "\(plan.called) was prepared before the year began")
        }
        for trust in try plan.partners {
          board.expect(
            try plan.signed.contains(trust), "\(board.name(of: trust)) did not prepare \(plan.called) with the board",
            kept: "the partner trusts prepared \(plan.called) with the board")
        }
      }
    },
    examples: Examples(
      on: "2024-07-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        plan forward body=south sort=joint-forward-plan year=2024-25 prepared=2024-03-28 partners="acute; minds" signed="acute; minds"
        """,
      finding: """
        body south kind=icb from=2022-07-01
        plan forward body=south sort=joint-forward-plan year=2024-25 prepared=2024-04-12 partners="acute; minds" signed=acute
        """,
      notApplicable: "body south kind=icb from=2024-04-01"))

  static let forwardPlanContent = Rule(
    "PLAN.JFP.CONTENT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachPlan(.forwardPlan) { plan throws(Unknown) in
        for (content, words) in Plan.forwardContents {
          board.expect(
            try plan.contents.contains(content), "\(plan.called) does not set out \(words)",
            kept: "\(plan.called) sets out what the Act asks for")
        }
      }
    },
    examples: Examples(
      on: "2024-07-01",
      met: """
        plan forward body=north sort=joint-forward-plan contents="services; discharge-of-duties; steps-for-wellbeing-strategies; children-and-young-people; victims-of-abuse"
        """,
      finding: """
        plan forward body=north sort=joint-forward-plan contents="services; discharge-of-duties; steps-for-wellbeing-strategies; victims-of-abuse"
        """,
      notApplicable: "plan capital body=north sort=joint-capital-resource-use-plan"))

  static let forwardPlanRevised = Rule(
    "PLAN.JFP.REVISE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachPlan(.forwardPlan) { plan throws(Unknown) in
        switch plan.given.revision {
        case nil, .some(.none): return
        case .minor:
          board.expect(
            try plan.noteCopied, "no note of the changes to \(plan.called) was published and copied",
            kept: "a note of the changes to \(plan.called) was published and copied")
        case .significant:
          let events = board.involvement(in: plan.id)
          board.expect(
            try board.isWhole(events, .consultations, of: plan.id),
            "\(plan.called) was revised significantly, and nobody is shown to have been consulted",
            kept: "there was consultation on the revision of \(plan.called)")
          try board.expectCopies(of: plan)
        }
      }
    },
    examples: Examples(
      on: "2025-02-01",
      met: """
        body icp kind=icp name="The partnership"
        body hwb kind=health-and-wellbeing-board name="Wellbeing board"
        plan minor body=north sort=joint-forward-plan year=2024-25 revision=minor change-note=yes
        plan major body=north sort=joint-forward-plan year=2024-25 revision=significant published=2025-01-10 submitted=2025-01-12 boards=hwb
        involvement heard matter=major people="Residents" sort=consultation on=2024-11-01
        plan-copy c1 plan=major to=icp on=2025-01-12
        plan-copy c2 plan=major to=hwb on=2025-01-12
        """,
      finding: "plan minor body=north sort=joint-forward-plan year=2024-25 revision=minor change-note=no",
      notApplicable: "plan forward body=north sort=joint-forward-plan year=2024-25"))

  /// The planning framework asks for five-year plans beside the joint forward plan, not in its place.
  static let fiveYearPlan = Rule(
    "PLAN.5YEAR.2025", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachPlan(.fiveYear) { plan throws(Unknown) in
        board.expect(
          try !plan.contents.contains(.replacesForwardPlan),
          "\(plan.called) is treated as taking the place of the joint forward plan, which the Act still asks for",
          kept: "\(plan.called) stands beside the joint forward plan")
      }
    },
    examples: Examples(
      on: "2026-07-01",
      met: "plan five body=north sort=five-year-plan year=2026-27 contents=services",
      finding:
        "plan five body=north sort=five-year-plan year=2026-27 contents=\"services; replaces-the-joint-forward-plan\"",
      notApplicable: "plan forward body=north sort=joint-forward-plan year=2026-27"))
}

extension Plan {
  /// What a joint forward plan sets out (National Health Service Act 2006, section 14Z52(2)).
  fileprivate static var forwardContents: [(Content, String)] {
    [
      (.services, "the services that are planned"), (.duties, "how the board’s duties are to be discharged"),
      (.wellbeingSteps, "steps for the local health and wellbeing strategies"),
      (.children, "steps for children and young people under 25"), (.abuse, "steps for victims of abuse"),
    ]
  }
}
