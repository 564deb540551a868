import Governance
import Register
import Vocabulary

extension Rule {
  /// The joint forward plan in the open: who was consulted, what they said, who has a copy.
  static let forwardPlanOpenly = [forwardPlanConsulted, forwardPlanOpinions, forwardPlanPublished]

  static let forwardPlanConsulted = Rule(
    "PLAN.JFP.CONSULT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachPlan(.forwardPlan) { plan throws(Unknown) in
        let asked = board.involvement(in: plan.id, .consultation, .involvement, .engagement)
        board.expect(
          try board.isWhole(asked, .consultations, of: plan.id),
          "the people the board is responsible for were not consulted on \(plan.called)",
          kept: "people were consulted on \(plan.called)")
        let redrafts = board.involvement(in: plan.id, .redraft)
        for reader in try plan.boards {
          let drafts = board.involvement(in: plan.id, .draft).filter { $0.given.body == reader }
          board.expect(
            try board.isWhole(drafts, .consultations, of: plan.id),
            "\(board.name(of: reader)) was given no draft of \(plan.called)",
            kept: "\(board.name(of: reader)) was given a draft of \(plan.called)")
          guard !drafts.isEmpty else { continue }
          if !redrafts.isEmpty {
            board.expect(
              try board.isWhole(redrafts.filter { $0.given.body == reader }, .consultations, of: plan.id),
              "\(board.name(of: reader)) was not given the revised draft of \(plan.called)",
              kept: "\(board.name(of: reader)) was given the revised draft of \(plan.called)")
          }
          let asked = board.involvement(in: plan.id, .strategyQuestion, .opinion).filter { $0.given.body == reader }
          board.expect(
            try board.isWhole(asked, .consultations, of: plan.id),
            "\(board.name(of: reader)) was not asked whether \(plan.called) reflects its strategy",
            kept: "\(board.name(of: reader)) was asked whether \(plan.called) reflects its strategy")
        }
      }
    },
    examples: Examples(
      on: "2024-07-01",
      met: """
        body hwb kind=health-and-wellbeing-board name="Wellbeing board"
        plan forward body=north sort=joint-forward-plan year=2024-25 boards=hwb
        involvement i1 matter=forward people="Residents" sort=consultation on=2024-01-10
        involvement i2 matter=forward body=hwb sort=draft on=2024-01-10
        involvement i3 matter=forward body=hwb sort=redraft on=2024-02-10
        involvement i4 matter=forward body=hwb sort=asked-whether-the-strategy-is-reflected on=2024-01-10
        """,
      finding: """
        body hwb kind=health-and-wellbeing-board name="Wellbeing board"
        plan forward body=north sort=joint-forward-plan year=2024-25 boards=hwb
        involvement i1 matter=forward people="Residents" sort=consultation on=2024-01-10
        complete forward list=consultations
        """,
      notApplicable: "plan capital body=north sort=joint-capital-resource-use-plan"))

  static let forwardPlanOpinions = Rule(
    "PLAN.JFP.INCLUDE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachPlan(.forwardPlan) { plan throws(Unknown) in
        guard try plan.published <= board.day else { return }
        for (content, words) in Plan.publishedContents {
          board.expect(
            try plan.contents.contains(content), "\(plan.called) was published without \(words)",
            kept: "\(plan.called) was published with \(words)")
        }
        for reader in try plan.boards {
          let opinions = board.involvement(in: plan.id, .opinion).filter { $0.given.body == reader }
          board.expect(
            try board.isWhole(opinions, .consultations, of: plan.id),
            "\(plan.called) was published without the final opinion of \(board.name(of: reader))",
            kept: "\(plan.called) has the final opinion of \(board.name(of: reader))")
        }
      }
    },
    examples: Examples(
      on: "2024-07-01",
      met: """
        body hwb kind=health-and-wellbeing-board name="Wellbeing board"
        plan forward body=north sort=joint-forward-plan year=2024-25 boards=hwb published=2024-06-28 contents="summary-of-views; how-views-were-taken-into-account"
        involvement i1 matter=forward body=hwb sort=opinion on=2024-02-10 said="It reflects our strategy"
        """,
      finding: """
        plan forward body=north sort=joint-forward-plan year=2024-25 boards=county published=2024-06-28 contents=summary-of-views
        """,
      notApplicable: "plan forward body=north sort=joint-forward-plan year=2024-25 published=2024-07-28"))

  static let forwardPlanPublished = Rule(
    "PLAN.JFP.PUBLISH", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachPlan(.forwardPlan) { plan throws(Unknown) in try board.expectCopies(of: plan) }
    },
    examples: Examples(
      on: "2023-08-01",
      met: """
        body icp kind=icp name="The partnership"
        body hwb kind=health-and-wellbeing-board name="Wellbeing board"
        direction d1 body=north by=national.nhs-england sort=date-for-copies year=2023-24 deadline=2023-06-30
        plan forward body=north sort=joint-forward-plan year=2023-24 boards=hwb published=2023-06-29
        plan older body=north sort=joint-forward-plan year=2022-23 boards=hwb published=2022-12-01 submitted=2022-12-01
        plan-copy c1 plan=forward to=icp on=2023-06-29
        plan-copy c2 plan=forward to=hwb on=2023-06-29
        plan-copy c3 plan=forward to=national.nhs-england on=2023-06-30
        plan-copy c4 plan=older to=icp on=2022-12-01
        plan-copy c5 plan=older to=hwb on=2022-12-01
        """,
      finding: """
        body hwb kind=health-and-wellbeing-board name="Wellbeing board"
        direction d1 body=north by=national.nhs-england sort=date-for-copies year=2023-24 deadline=2023-06-30
        plan forward body=north sort=joint-forward-plan year=2023-24 boards=hwb published=2023-07-03
        complete forward list=copies
        """,
      notApplicable: "plan capital body=north sort=joint-capital-resource-use-plan"))
}

extension Plan {
  /// What is published with a joint forward plan (National Health Service Act 2006, section 14Z54(8)).
  fileprivate static var publishedContents: [(Content, String)] {
    [
      (.viewsSummary, "a summary of the views expressed"),
      (.viewsAccount, "an account of how views were taken into account"),
    ]
  }
}
