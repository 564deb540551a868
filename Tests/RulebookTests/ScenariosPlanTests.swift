import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// Scenario 5 of the rulebook: a joint forward plan made late, without everybody, and not quite in the open.
@Suite("A joint forward plan, from end to end")
struct ScenariosPlanTests {
  static let plan = """
    body icp kind=icp name="The partnership"
    body hwb.a kind=health-and-wellbeing-board name="Board A"
    body hwb.b kind=health-and-wellbeing-board name="Board B"
    body hwb.c kind=health-and-wellbeing-board name="Board C"
    body second kind=nhs-trust name="Second trust"
    body third kind=nhs-trust name="Third trust"
    plan jfp body=north sort=joint-forward-plan year=2024-25 prepared=2024-04-12 published=2024-06-28 \
    partners="acute; minds; second; third" signed="acute; minds; second" boards="hwb.a; hwb.b; hwb.c" \
    contents="services; discharge-of-duties; steps-for-wellbeing-strategies; victims-of-abuse; summary-of-views; \
    regard-to-the-needs-assessment; regard-to-the-integrated-care-strategy; regard-to-the-wellbeing-strategy"
    involvement i1 matter=jfp people="Residents" sort=consultation on=2024-02-01
    involvement i2 matter=jfp body=hwb.a sort=draft on=2024-02-01
    involvement i3 matter=jfp body=hwb.b sort=draft on=2024-02-01
    involvement i4 matter=jfp sort=redraft on=2024-03-10
    involvement i5 matter=jfp body=hwb.a sort=opinion on=2024-03-01
    involvement i6 matter=jfp body=hwb.b sort=asked-whether-the-strategy-is-reflected on=2024-02-01
    complete jfp list=consultations
    plan-copy c1 plan=jfp to=icp on=2024-06-28
    plan-copy c2 plan=jfp to=national.nhs-england on=2024-06-28
    complete jfp list=copies
    """

  @Test("Five rules find what is wrong with it, and no other rule of bodies, duties and plans finds anything")
  func findings() throws {
    let scenario = try Scenario(ScenariosPlanTests.plan, on: "2024-09-01")
    #expect(
      scenario.findings(in: .bodies, .duties, .plans) == [
        "PLAN.JFP.PREPARE", "PLAN.JFP.CONSULT", "PLAN.JFP.INCLUDE", "PLAN.JFP.PUBLISH", "PLAN.JFP.CONTENT",
      ])
  }

  @Test(
    "Each finding is named",
    arguments: [
      ("PLAN.JFP.PREPARE", ["was prepared on 12 April 2024", "Third trust did not prepare"]),
      (
        "PLAN.JFP.CONSULT",
        [
          "Board A was not given the revised draft", "Board B was not given the revised draft",
          "Board C was given no draft",
        ]
      ),
      (
        "PLAN.JFP.INCLUDE",
        ["without an account of how views", "final opinion of Board B", "final opinion of Board C"]
      ),
      ("PLAN.JFP.PUBLISH", ["Board A was given no copy", "Board B was given no copy", "Board C was given no copy"]),
      ("PLAN.JFP.CONTENT", ["children and young people"]),
    ])
  func named(rule: String, expected: [String]) throws {
    let found = try Scenario(ScenariosPlanTests.plan, on: "2024-09-01").ask(RuleID(rule)).findings
    #expect(found.count == expected.count, "\(found)")
    for words in expected { #expect(found.contains { $0.contains(words) }, "\(words): \(found)") }
  }

  @Test("Without the claims that lists are complete, what nobody recorded is not known and nothing is found of it")
  func absence() throws {
    let text = ScenariosPlanTests.plan.split(separator: "\n").filter { !$0.hasPrefix("complete") }
      .joined(separator: "\n")
    let scenario = try Scenario(text, on: "2024-09-01")
    #expect(scenario.findings(in: .plans) == ["PLAN.JFP.PREPARE", "PLAN.JFP.CONTENT", "PLAN.JFP.INCLUDE"])
    #expect(try scenario.ask("PLAN.JFP.PUBLISH").result == .unknown)
    #expect(try scenario.ask("PLAN.JFP.CONSULT").result == .unknown)
  }

  @Test("The partnership's copy is asked for until the duty to have one is ended by a law that is commenced")
  func partnershipCopy() throws {
    let text = ScenariosPlanTests.plan.replacing("plan-copy c1 plan=jfp to=icp on=2024-06-28", with: "")
    let before = try Scenario(text, on: "2024-09-01").ask("PLAN.JFP.PUBLISH")
    #expect(before.findings.contains { $0.contains("the integrated care partnership was given no copy") })
    let commenced = text + "\ncommencement bill provision=BILL.ICP on=2024-08-01"
    let after = try Scenario(commenced, on: "2024-09-01").ask("PLAN.JFP.PUBLISH")
    #expect(!after.findings.contains { $0.contains("the integrated care partnership") })
  }
}
