import Governance
import Register
import Vocabulary

extension Rule {
  static let capitalPlan = [capitalPlanMade]

  static let capitalPlanMade = Rule(
    "PLAN.JCRUP", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.expectPlan(.capitalPlan, "joint capital resource use plan")
      board.eachPlan(.capitalPlan) { plan throws(Unknown) in
        let due = try board.capitalPlanDue(for: plan.financialYear)
        board.expect(
          try plan.prepared < due,
          "\(plan.called) was prepared on \(plan.given.prepared?.written ?? ""), and was to be before \(due.written)",
          kept: "\(plan.called) was prepared in time")
        board.expect(
          try plan.contents.contains(.guidance), "\(plan.called) shows no regard to NHS England’s guidance",
          kept: "\(plan.called) shows regard to the guidance")
        try board.expectCopies(of: plan)
      }
    },
    examples: Examples(
      on: "2024-07-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        body icp kind=icp name="The partnership"
        body hwb kind=health-and-wellbeing-board name="Wellbeing board"
        direction d1 body=south by=national.nhs-england sort=date-for-reports power=14Z56 year=2024-25 deadline=2024-04-30
        plan capital body=south sort=joint-capital-resource-use-plan year=2024-25 prepared=2024-04-12 published=2024-04-30 submitted=2024-04-30 boards=hwb contents=regard-to-the-guidance
        plan-copy c1 plan=capital to=icp on=2024-04-30
        plan-copy c2 plan=capital to=hwb on=2024-04-30
        """,
      finding: """
        body south kind=icb from=2022-07-01
        plan capital body=south sort=joint-capital-resource-use-plan year=2024-25 prepared=2024-04-12 published=2024-04-30 contents=services
        """,
      notApplicable: "body south kind=icb from=2024-04-01"))
}

extension Inquiry {
  /// The day before which a capital plan is to be prepared: the first of its year, or the end of the period NHS England
  /// directs under section 14Z56.
  fileprivate func capitalPlanDue(for year: FinancialYear) throws(Unknown) -> Day {
    let directed = governance.history(\Direction.body, naming: body).filter { direction in
      (direction.given.power?.hasSuffix("14Z56") ?? false)
        && direction.given.year.flatMap { FinancialYear(in: $0) } == year
    }
    return try directed.last?.deadline ?? year.begins
  }
}
