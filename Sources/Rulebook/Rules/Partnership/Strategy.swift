internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// The integrated care strategy (Local Government and Public Involvement in Health Act 2007, section 116ZB).
  static let strategy = [strategyPrepared, strategyRegard, strategyInvolvement, strategyPublished, strategyReviewed]

  static let strategyPrepared = Rule(
    "ICP.STRATEGY.PREPARE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      board.expect(
        try board.isWhole(board.strategies, .plans, of: board.body), "no integrated care strategy has been prepared",
        kept: "there is an integrated care strategy")
      for strategy in board.strategies {
        board.expect(
          try strategy.contents.contains(.section75),
          "\(strategy.called) does not consider whether needs could be met better by arrangements under section 75",
          kept: "\(strategy.called) considers arrangements under section 75")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        plan strategy body=south sort=integrated-care-strategy contents=section-75-considered
        """,
      finding: """
        body south kind=icb from=2022-07-01
        complete south list=plans
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let strategyRegard = Rule(
    "ICP.STRATEGY.REGARD", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for strategy in board.strategies {
        board.expect(
          try strategy.contents.contains(.mandate), "\(strategy.called) shows no regard to the mandate of NHS England",
          kept: "\(strategy.called) shows regard to the mandate")
        board.expect(
          try strategy.contents.contains(.guidance),
          "\(strategy.called) shows no regard to the Secretary of State's guidance",
          kept: "\(strategy.called) shows regard to the guidance")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        plan strategy body=north sort=integrated-care-strategy contents=regard-to-the-mandate;regard-to-the-guidance
        """,
      finding: "plan strategy body=north sort=integrated-care-strategy contents=regard-to-the-mandate",
      notApplicable: "plan forward body=north sort=joint-forward-plan contents=services"))

  static let strategyInvolvement = Rule(
    "ICP.STRATEGY.INVOLVE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for strategy in board.strategies {
        let events = board.governance.history(Involvement.self).filter { $0.given.matter?.text == strategy.id.text }
        board.attempt { () throws(Unknown) -> Void in
          for healthwatch in try strategy.healthwatch {
            board.expect(
              try board.isWhole(
                events.filter { $0.given.body == healthwatch }, .consultations, of: strategy.id),
              "\(board.name(of: healthwatch)) was not involved in \(strategy.called)",
              kept: "\(board.name(of: healthwatch)) was involved in \(strategy.called)")
          }
        }
        board.expect(
          try board.isWhole(events.filter { $0.given.people != nil }, .consultations, of: strategy.id),
          "those who live or work in the area were not involved in \(strategy.called)",
          kept: "people of the area were involved in \(strategy.called)")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        body watch kind=healthwatch name="Healthwatch County"
        plan strategy body=north sort=integrated-care-strategy healthwatch=watch
        involvement i1 matter=strategy body=watch sort=involvement on=2022-10-01
        involvement i2 matter=strategy people="Four meetings in the towns" sort=engagement on=2022-10-08
        """,
      finding: """
        body watch kind=healthwatch name="Healthwatch County"
        plan strategy body=north sort=integrated-care-strategy healthwatch=watch
        complete strategy list=consultations
        """,
      notApplicable: "plan forward body=north sort=joint-forward-plan"))

  static let strategyPublished = Rule(
    "ICP.STRATEGY.PUBLISH", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for strategy in board.strategies {
        board.attempt { () throws(Unknown) -> Void in
          let published = try strategy.published
          board.expect(
            published <= board.day, "\(strategy.called) is to be published only on \(published.written)",
            kept: "\(strategy.called) was published on \(published.written)")
          let copies = board.governance.history(\PlanCopy.plan, naming: strategy.id)
          for reader in [board.body] + (try board.responsibleCouncils()) {
            board.expect(
              try board.isWhole(copies.filter { $0.given.to == reader }, .copies, of: strategy.id),
              "\(board.name(of: reader)) was given no copy of \(strategy.called)",
              kept: "\(board.name(of: reader)) has a copy of \(strategy.called)")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        overlap county other=north unit=lsoa21 part=9 whole=10
        role county role=upper-tier
        complete north list=councils
        plan strategy body=north sort=integrated-care-strategy published=2023-01-20
        plan-copy c1 plan=strategy to=north
        plan-copy c2 plan=strategy to=county
        """,
      finding: """
        overlap county other=north unit=lsoa21 part=9 whole=10
        role county role=upper-tier
        complete north list=councils
        plan strategy body=north sort=integrated-care-strategy published=2023-01-20
        plan-copy c1 plan=strategy to=north
        complete strategy list=copies
        """,
      notApplicable: "plan forward body=north sort=joint-forward-plan"))

  static let strategyReviewed = Rule(
    "ICP.STRATEGY.REVIEW", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for assessment in try board.needsAssessments() {
        board.attempt { () throws(Unknown) -> Void in
          let received = try assessment.received
          guard received <= board.day else { return }
          board.expect(
            try board.isConsidered(assessment, since: received),
            "\(assessment.called) of \(assessment.given.body.map { board.name(of: $0) } ?? "a council") was received on "
              + "\(received.written), and whether to revise the integrated care strategy was not considered after that",
            kept: "revising the strategy was considered after \(assessment.called) was received")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        plan needs body=north sort=joint-strategic-needs-assessment received=2024-02-01 considered=2024-03-01
        complete north list=councils
        """,
      finding: """
        plan needs body=north sort=joint-strategic-needs-assessment received=2024-02-01
        complete north list=councils
        complete needs list=decisions
        """,
      notApplicable: """
        plan strategy body=north sort=integrated-care-strategy
        complete north list=councils
        """))
}

extension Inquiry {
  /// The needs assessments recorded as the body's own, its partnership's, a responsible council's, or a health and
  /// wellbeing board's that is tied to such a council.
  fileprivate func needsAssessments() throws(Unknown) -> [Held<Plan>] {
    let councils = try responsibleCouncils()
    let owners = [body] + tied(.integratedCarePartnership) + councils + councils.flatMap(wellbeingBoards)
    var seen: Set<ID<Plan>> = []
    return owners.flatMap { governance.history(\Plan.body, naming: $0) }
      .filter { $0.given.sort == .needsAssessment && seen.insert($0.id).inserted }
  }

  /// The health and wellbeing boards of a council: those that stand in any relation to it.
  func wellbeingBoards(of council: ID<Body>) -> [ID<Body>] {
    let register = governance.register
    return register.relations(to: council).map(\.fact.subject)
      .filter { register.kind($0) == .healthAndWellbeingBoard }.sorted()
  }

  /// Whether what follows from a plan was decided on after a day. That it was not is known only where the list of
  /// decisions on the plan is complete.
  func isConsidered(_ plan: Held<Plan>, since day: Day) throws(Unknown) -> Bool {
    guard let considered = plan.given.considered else {
      try governance.complete(.decisions, of: plan.id)
      return false
    }
    return considered >= day
  }
}
