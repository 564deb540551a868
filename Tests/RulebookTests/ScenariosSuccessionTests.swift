import Chronicle
import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// Scenario 10 of the rulebook: two clinical commissioning groups end on 1 July 2022.
@Suite("From groups to boards, from end to end")
struct ScenariosSuccessionTests {
  static let transfers: String = {
    var lines = [
      "body x kind=ccg name=\"Group X\" from=2013-04-01 until=2022-07-01",
      "body y kind=ccg name=\"Group Y\" from=2013-04-01 until=2022-07-01",
    ]
    for number in 1...40 {
      lines.append("transfer x.\(number) from-body=x sort=contract title=\"Contract \(number)\" to=north on=2022-07-01")
    }
    lines.append("transfer x.lease from-body=x sort=property title=\"The lease of an office\" to=acute on=2022-07-01")
    for number in 1...30 {
      let taker = number <= 17 ? "north" : "east"
      lines.append(
        "transfer y.\(number) from-body=y sort=contract title=\"Contract \(number)\" to=\(taker) on=2022-07-01")
    }
    lines += [
      "transfer y.claim from-body=y sort=liability title=\"A claim for negligence\" criminal=no",
      "transfer y.fine from-body=y sort=liability title=\"A pending fine\" criminal=yes",
      "decision late body=x on=2022-07-04 title=\"A contract for podiatry\"",
    ]
    for number in 1...13 {
      lines.append("function x.f\(number) title=\"Function \(number)\" holder=x until=2022-07-01")
    }
    for number in 1...12 {
      lines.append(
        "function f\(number) title=\"Function \(number)\" holder=north predecessor=x.f\(number) from=2022-07-01")
    }
    for list in ["transfers", "functions", "decisions", "agreements", "members"] {
      lines += ["complete x list=\(list)", "complete y list=\(list)"]
    }
    return lines.joined(separator: "\n")
  }()

  @Test("Group X: a lease went to a trust, a decision came four days late, one function has no successor")
  func groupX() throws {
    let scenario = try Scenario(ScenariosSuccessionTests.transfers, on: "2022-09-01", of: "x")
    #expect(
      scenario.findings(in: .bodies, .duties, .plans) == [
        "XFER.CCG.COMPLETE", "CCG.ABOLISH", "XFER.FUNC.SUCCESSOR",
      ])
    let moved = try scenario.ask("XFER.CCG.COMPLETE")
    #expect(moved.findings.count == 1)
    #expect(moved.findings.contains { $0.contains("The lease of an office") && $0.contains("Acute trust") })
    let abolished = try scenario.ask("CCG.ABOLISH")
    #expect(abolished.findings.count == 1)
    #expect(abolished.findings.contains { $0.contains("4 July 2022") })
    let functions = try scenario.ask("XFER.FUNC.SUCCESSOR")
    #expect(functions.findings.count == 1)
    #expect(functions.findings.contains { $0.contains("Function 13") })
  }

  @Test("Group Y: the claim for negligence has no new home; the criminal fine needs none")
  func groupY() throws {
    let scenario = try Scenario(ScenariosSuccessionTests.transfers, on: "2022-09-01", of: "y")
    #expect(scenario.findings(in: .bodies, .duties, .plans) == ["XFER.CCG.COMPLETE"])
    let moved = try scenario.ask("XFER.CCG.COMPLETE")
    #expect(moved.findings.count == 1)
    #expect(moved.findings.contains { $0.contains("A claim for negligence") })
    #expect(try scenario.ask("CCG.ABOLISH").result == .met)
  }

  @Test("The board that took the place of a group answers for it too")
  func successor() throws {
    let taken = Statement(
      Succession(try #require(ID("y")), .split, to: try #require(ID("north"))),
      Period(from: try #require(Day("2022-07-01"))), source: try #require(SourceReference("example")))
    let statements = try Notation.statements(Examples.setting + "\n" + ScenariosSuccessionTests.transfers) + [taken]
    let governance =
      Snapshot(Archive.holding(statements), trueOn: try #require(Day("2022-09-01")), audience: .restricted).governance
    let rule = try #require(Rules.rule("XFER.CCG.COMPLETE"))
    let verdict = rule.verdict(on: try #require(ID("north")), in: governance)
    #expect(verdict.findings.count == 1)
    #expect(verdict.findings.contains { $0.contains("A claim for negligence") })
    #expect(rule.verdict(on: try #require(ID("east")), in: governance).result == .notApplicable)
  }

  @Test("Areas that share one small area are found from both sides")
  func overlap() throws {
    let text = """
      overlap city other=north unit=lsoa21 part=60 whole=100
      overlap city other=east unit=lsoa21 part=41 whole=100
      """
    for board in ["north", "east"] {
      let verdict = try Scenario(text, on: "2022-09-01", of: board).ask("ICB.EST.NOOVERLAP")
      #expect(verdict.findings.count == 1)
      #expect(verdict.findings.contains { $0.contains("1 of the 100 small areas of City council") })
    }
    let apart = text.replacing("part=41", with: "part=40")
    #expect(try Scenario(apart, on: "2022-09-01").ask("ICB.EST.NOOVERLAP").result == .met)
    #expect(try Scenario(apart, on: "2022-09-01").ask("ICB.EST.COVERAGE").result == .met)
  }
}
