import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// Scenario 9 of the rulebook, and what is beside it.
@Suite("Partnership and places, from end to end")
struct ScenariosPartnershipTests {
  /// Scenario 9: a partnership over three upper-tier councils and two districts.
  static let partnership = """
    body a kind=council form=local-authority name="Council A"
    body b kind=council form=local-authority name="Council B"
    body c kind=council form=local-authority name="Council C"
    body d kind=council form=local-authority name="District D"
    body e kind=council form=local-authority name="District E"
    role a role=upper-tier
    role b role=upper-tier
    role c role=upper-tier
    role d role=lower-tier
    role e role=lower-tier
    overlap a other=north unit=lsoa21 part=100 whole=100
    overlap b other=north unit=lsoa21 part=90 whole=90
    overlap c other=north unit=lsoa21 part=5 whole=80
    overlap d other=north unit=lsoa21 part=50 whole=50
    overlap e other=north unit=lsoa21 part=50 whole=50
    complete north list=councils
    group icp name="The partnership" sort=integrated-care-partnership bodies=north;a;b
    seat icp.north.1 group=icp role=member represents=north
    seat icp.north.2 group=icp role=member represents=north
    seat icp.a group=icp role=member represents=a
    seat icp.b group=icp role=member represents=b
    seat icp.charity group=icp role=member represents=charity
    appointment ann seat=icp.north.1 person=ann appointer=north
    appointment ben seat=icp.north.2 person=ben appointer=north
    appointment cat seat=icp.a person=cat appointer=a
    appointment dan seat=icp.b person=dan appointer=b
    appointment eve seat=icp.charity person=eve appointer=board
    complete icp list=appointments
    body watch-a kind=healthwatch name="Healthwatch A"
    body watch-b kind=healthwatch name="Healthwatch B"
    body watch-c kind=healthwatch name="Healthwatch C"
    plan strategy body=north sort=integrated-care-strategy year=2023-24 published=2023-01-20 healthwatch=watch-a;watch-b;watch-c
    involvement i1 matter=strategy body=watch-a sort=involvement on=2022-10-01
    involvement i2 matter=strategy body=watch-b sort=involvement on=2022-10-02
    involvement i3 matter=strategy people="Meetings in six towns" sort=engagement on=2022-10-03
    complete strategy list=consultations
    plan needs body=b sort=joint-strategic-needs-assessment received=2024-02-01
    complete needs list=decisions
    """

  @Test("Scenario 9: three appointments, a Healthwatch left out and a needs assessment left lying are found")
  func threeCouncils() throws {
    let scenario = try Scenario(ScenariosPartnershipTests.partnership, on: "2024-09-01")
    #expect(
      scenario.findings(in: .delegation, .partnership, .places) == [
        "ICP.MEMBERS", "ICP.STRATEGY.INVOLVE", "ICP.STRATEGY.REVIEW",
      ])
    let members = try scenario.ask("ICP.MEMBERS")
    #expect(members.findings.count == 3)
    #expect(members.findings.contains { $0.contains("North board appointed 2 members") })
    #expect(members.findings.contains { $0.contains("Council C appointed no member") })
    #expect(members.findings.contains { $0.contains("was appointed by The board and not by the partnership") })
    #expect(try scenario.ask("ICP.STRATEGY.INVOLVE").findings.count == 1)
    #expect(try scenario.ask("ICP.STRATEGY.INVOLVE").explanation.contains("Healthwatch C"))
    #expect(!members.explanation.contains("District"))
  }

  @Test("Scenario 9: whether Council C founded the partnership is unknown until its founders are on record")
  func founders() throws {
    let text = ScenariosPartnershipTests.partnership
    #expect(try Scenario(text, on: "2024-09-01").ask("ICP.EXISTS").result == .unknown)
    #expect(try Scenario(text + "\ncomplete icp list=members", on: "2024-09-01").ask("ICP.EXISTS").result == .finding)
  }

  @Test("A trust in no collaborative is found; one whose sort is not recorded is not known")
  func collaboratives() throws {
    let text = """
      relation acute type=part-of object=north
      relation minds type=part-of object=north
      role acute role=acute
      complete north list=collaboratives
      """
    let scenario = try Scenario(text, on: "2025-06-01")
    #expect(try scenario.ask("COLLAB.TRUSTS").findings == ["Acute trust is in no provider collaborative"])
    #expect(try scenario.ask("COLLAB.TRUSTS").missing.map(\.subject) == ["minds"])
  }

  @Test(
    "A place decides only by what its form needs, and what it needs is in force",
    arguments: [
      ("joint-committee", "authorities=director", "The joint committee of Vale rests on no arrangement in force"),
      ("joint-committee", "authorities=joint", "The joint committee of Vale rests on no arrangement in force"),
      ("individual-with-authority", "authorities=joint", "Who decides alone in Vale has no authority in force"),
      ("lead-provider", "authorities=director", "The lead provider of Vale has no contract"),
    ])
  func placeForms(form: String, rest: String, finding: String) throws {
    let verdict = try Scenario(
      """
      body vale kind=place-partnership name=Vale
      function care title="Community services" holder=north jointly=yes
      group vale-committee name="Vale committee" sort=joint-committee bodies=north;acute place=vale
      seat vale.director group=board role=place-director title="Director of Vale"
      authority joint from=2024-04-01 until=2025-04-01 function=care sort=section-65z6 giver=north taker=vale-committee
      authority director function=care sort=scheme giver=north taker=vale.director
      place-arrangement vale.1 place=vale board=north forms=\(form) \(rest)
      """, on: "2025-06-01"
    ).ask("PLACE.AUTHORITY")
    #expect(verdict.result == .finding)
    #expect(verdict.explanation.hasPrefix(finding), "\(verdict.explanation)")
  }

  @Test("A decision of a committee of the board for a place is no decision of a forum")
  func placeCommittee() throws {
    let verdict = try Scenario(
      """
      body moorland kind=place-partnership name=Moorland
      group moorland-committee name="Moorland committee" sort=committee bodies=north place=moorland commissions=no
      place-arrangement moorland.1 place=moorland board=north forms=board-committee;consultative-forum
      decision d1 body=north on=2025-05-01 title="Falls" decider=moorland-committee
      """, on: "2025-06-01"
    ).ask("PLACE.AUTHORITY")
    #expect(verdict.result == .met)
  }

  @Test("A lead for community pharmacy is asked for only while the post is funded nationally")
  func pharmacy() throws {
    let text = "complete north list=roles"
    #expect(try Scenario(text, on: "2024-03-31").ask("PHARM.LEAD").result == .finding)
    #expect(try Scenario(text, on: "2024-04-01").ask("PHARM.LEAD").result == .notApplicable)
  }
}
