import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// Scenarios 4 and 8 of the rulebook, and what is beside them.
@Suite("Committees and delegation, from end to end")
struct ScenariosDelegationTests {
  /// Scenario 4: a commissioning committee with an outsider, an observer and an award over its limit.
  static let committee = """
    group audit name="Audit committee" sort=audit-committee bodies=north competence=deciding
    group pay name="Remuneration committee" sort=remuneration-committee bodies=north competence=deciding
    group care from=2023-04-01 name="Primary care committee" sort=committee bodies=north competence=deciding commissions=yes
    complete north list=clauses
    clause c4-5 body=north setting=deciders value="members; employees; committees; sub-committees"
    clause c4-6 body=north setting=outsiders value=yes
    clause c4-7 body=north setting=committee-independence value=yes
    seat chair group=board role=chair
    seat non-executive.1 group=board role=non-executive
    seat non-executive.2 group=board role=non-executive
    person ann name="Ann" expertise=audit-and-finance
    appointment carl.board from=2022-07-01 seat=chair person=carl
    appointment ann.board from=2022-07-01 seat=non-executive.1 person=ann
    appointment ben.board from=2022-07-01 seat=non-executive.2 person=ben
    complete board list=appointments
    seat audit.chair group=audit role=chair
    seat pay.chair group=pay role=chair
    appointment ann.audit from=2022-07-01 seat=audit.chair person=ann
    appointment ann.pay from=2022-07-01 seat=pay.chair person=ann
    seat care.1 group=care role=member
    seat care.2 group=care role=member
    seat care.3 group=care role=member title="Director of a company of general practices"
    seat care.observer group=care role=observer voting=no represents=watch
    body watch kind=healthwatch name="Healthwatch County"
    appointment ann.care from=2023-04-01 seat=care.1 person=ann chair-approved=2023-03-20
    appointment ben.care from=2023-04-01 seat=care.2 person=ben chair-approved=2023-03-20
    appointment dan.care from=2023-04-01 seat=care.3 person=dan appointer=board approver=board
    appointment eve.care from=2023-04-01 seat=care.observer person=eve appointer=watch
    engagement dan.company person=dan body=company capacity=director
    function care title="Primary care" holder=north commissioning=yes
    authority care.1 from=2023-04-01 function=care sort=scheme giver=board taker=care limit=5000000
    terms-of-reference care.1 from=2023-04-01 group=care approved-by=board published=2023-04-01 reports=yes
    decision d1 body=north on=2023-06-01 title="Primary care contract" decider=care authority=care.1 function=care value=6000000 supplier=company service=clinics
    """

  @Test("Scenario 4: an unapproved director, an award over the limit and one chair for two committees are found")
  func commissioningCommittee() throws {
    let scenario = try Scenario(ScenariosDelegationTests.committee, on: "2023-07-01")
    #expect(
      scenario.findings(in: .delegation, .partnership, .places)
        == ["ICB.COM.COMM.CHAIRAPPROVAL", "DEC.AUTHORITY", "ICB.COM.REM.CHAIR"])
    #expect(try scenario.ask("ICB.COM.COMM.CHAIRAPPROVAL").findings.count == 1)
    #expect(try scenario.ask("ICB.COM.COMM.PRIVATE").result == .unknown)
    #expect(try scenario.ask("DEC.AUTHORITY").explanation.contains("£6,000,000"))
    #expect(try scenario.ask("DEC.AUTHORITY").explanation.contains("£5,000,000"))
    #expect(try scenario.ask("ICB.COM.AUDIT.CHAIR").result == .met)
    #expect(try scenario.ask("ICB.COM.NONMEMBERS").result == .met)
  }

  @Test("Scenario 4: before the committee may commission nothing is asked of its members")
  func before() throws {
    let scenario = try Scenario(ScenariosDelegationTests.committee, on: "2023-03-31")
    #expect(try scenario.ask("ICB.COM.COMM.CHAIRAPPROVAL").result == .notApplicable)
    #expect(try scenario.ask("DEC.AUTHORITY").result == .notApplicable)
  }

  /// Scenario 8: community functions delegated to a trust that passes them on, to a federation, to a joint committee
  /// with a care-home group, and a forum that decides.
  static let delegation = """
    function care title="Community services" holder=north jointly=yes enactment="National Health Service Act 2006, section 3"
    body homes kind=independent-provider form=company name="A care-home group"
    body federation kind=gp-federation form=company name="A federation"
    body coast kind=place-partnership name="Coast"
    role county role=upper-tier
    group harbour name="Harbour joint committee" sort=joint-committee bodies=north;county;homes competence=deciding
    group coast-forum name="Coast forum" sort=consultative-forum bodies=north place=coast competence=advisory
    authority a from=2023-04-01 function=care sort=section-65z5 giver=north taker=acute parties=north;acute onward=barred liable=acute accountable=north agreed=2023-03-01 regard="Guidance of 2022"
    authority a.1 from=2023-06-01 function=care sort=section-65z5 giver=acute taker=charity parties=acute;charity parent=a liable=charity agreed=2023-05-01 regard="Guidance of 2022"
    authority b from=2023-04-01 function=care sort=section-65z5 giver=north taker=federation parties=north;federation onward=barred liable=federation accountable=north agreed=2023-03-01 regard="Guidance of 2022"
    authority c.1 from=2023-04-01 function=care sort=section-65z6 giver=north taker=harbour parties=north;county;homes agreed=2023-03-01 regard="Guidance of 2022"
    place-arrangement coast.1 place=coast board=north forms=consultative-forum accountable=north
    clause c4-5 body=north setting=deciders value="members; employees; committees; sub-committees"
    decision d body=north on=2023-09-01 title="A scheme for the coast" decider=coast-forum function=care value=1000000
    """

  @Test("Scenario 8: ineligible parties, a barred passing on, a joint committee with a company, a forum that decides")
  func delegationMap() throws {
    let scenario = try Scenario(ScenariosDelegationTests.delegation, on: "2023-12-01")
    #expect(
      scenario.findings(in: .delegation, .partnership, .places) == [
        "DEL.65Z5.ONWARD", "DEL.65Z5.PARTIES", "DEL.65Z6.JOINT", "PLACE.AUTHORITY", "ICB.DELEG.INTERNAL",
      ])
    let parties = try scenario.ask("DEL.65Z5.PARTIES").explanation
    #expect(parties.contains("A charity"))
    #expect(parties.contains("A federation"))
    #expect(parties.contains("A contract may do what is meant"))
    #expect(try scenario.ask("DEL.65Z6.JOINT").explanation.contains("A care-home group"))
    #expect(try scenario.ask("DEL.65Z5.LIABILITY").result == .met)
    #expect(try scenario.ask("DEL.65Z5.LIABILITY").explanation.contains("Acute trust, which exercises"))
  }

  /// Two awards of one sum to one supplier by a director with a limit of half a million pounds.
  static func awards(
    _ first: String, _ second: String, value: Int = 480_000, services: (String, String) = ("clinics", "clinics")
  ) -> String {
    """
    function skin title="Dermatology" holder=north
    seat skin.director group=board role=director title="Director of elective care"
    authority skin.1 function=skin sort=scheme giver=board taker=skin.director limit=500000
    decision d1 body=north on=\(first) title="Clinics, first part" decider=skin.director authority=skin.1 value=\(value) supplier=company service=\(services.0)
    decision d2 body=north on=\(second) title="Clinics, second part" decider=skin.director authority=skin.1 value=\(value) supplier=company service=\(services.1)
    """
  }

  @Test("£480,000 twice to one supplier under a limit of £500,000 is found as one sum split")
  func splitting() throws {
    let verdict = try Scenario(ScenariosDelegationTests.awards("2025-05-01", "2025-05-20"), on: "2025-10-01")
      .ask("DEC.AUTHORITY")
    #expect(verdict.result == .finding)
    #expect(verdict.findings.count == 1)
    #expect(verdict.explanation.contains("together exceed it"))
  }

  @Test(
    "Awards far apart, for two services, or within the limit together are not split",
    arguments: [
      awards("2025-05-01", "2025-08-02"), awards("2025-05-01", "2025-05-20", value: 250_000),
      awards("2025-05-01", "2025-05-20", services: ("clinics", "phototherapy")),
    ])
  func notSplit(text: String) throws {
    #expect(try Scenario(text, on: "2025-10-01").ask("DEC.AUTHORITY").result == .met)
  }

  @Test("The window of splitting is closed at both ends")
  func window() throws {
    let last = try Scenario(ScenariosDelegationTests.awards("2025-05-01", "2025-08-01"), on: "2025-10-01")
    #expect(try last.ask("DEC.AUTHORITY").result == .finding)
  }

  @Test("A limit is the smallest on the way from the board, and a way that has lapsed is no authority")
  func chain() throws {
    func text(until: String) -> String {
      """
      function skin title="Dermatology" holder=north
      group care name="Commissioning committee" sort=committee bodies=north competence=deciding
      seat skin.director group=board role=director title="Director of elective care"
      authority skin.1 from=2024-01-01 \(until) function=skin sort=scheme giver=board taker=care limit=300000
      authority skin.2 from=2024-01-01 function=skin sort=scheme giver=care taker=skin.director parent=skin.1 limit=500000
      decision d1 body=north on=2025-05-01 title="Clinics" decider=skin.director authority=skin.2 value=400000
      """
    }
    let over = try Scenario(text(until: ""), on: "2025-10-01").ask("DEC.AUTHORITY")
    #expect(over.findings == ["‘Clinics’ of £400,000 is over the limit of £300,000 of Director of elective care"])
    let lapsed = try Scenario(text(until: "until=2025-04-01"), on: "2025-10-01").ask("DEC.AUTHORITY")
    #expect(lapsed.findings.count == 1)
    #expect(lapsed.explanation.contains("was not in force on 1 May 2025"))
  }

  @Test("A joint committee that decides after a council's arrangement lapsed is found, though it was made anew")
  func lapsed() throws {
    let verdict = try Scenario(
      """
      function care title="Community services" holder=north jointly=yes
      role county role=upper-tier
      group harbour name="Harbour joint committee" sort=joint-committee bodies=north;county
      authority c.1 from=2025-04-01 function=care sort=section-65z6 giver=north taker=harbour
      authority c.2 from=2025-04-01 until=2026-01-01 function=care sort=section-65z6 giver=county taker=harbour
      authority c.3 from=2026-04-01 function=care sort=section-65z6 giver=county taker=harbour
      decision d1 body=north on=2025-11-10 title="Beds at home" decider=harbour
      decision d2 body=north on=2026-02-10 title="Falls" decider=harbour
      """, on: "2026-05-01"
    ).ask("DEL.65Z6.JOINT")
    #expect(verdict.result == .finding)
    #expect(verdict.findings.count == 1)
    #expect(verdict.explanation.contains("10 February 2026"))
    #expect(verdict.explanation.contains("County council"))
  }

  @Test("The functions that may not be delegated are those of the regulations")
  func excluded() {
    for enactment in [
      "National Health Service Act 2006, section 14Z59", "NHS Act 2006 s.35", "NHS Act 2006 section 223GC",
      "National Health Service Act 2006, Schedule 4, paragraph 28",
      "Health and Social Care Act 2012, Part 3, Chapter 5",
    ] { #expect(ExcludedFunctions.contains(enactment), "\(enactment)") }
    for enactment in [
      "National Health Service Act 2006, section 83", "National Health Service Act 2006, section 3B",
      "National Health Service Act 2006, Schedule 4, paragraph 9",
      "Health and Social Care Act 2012, Part 3, Chapter 2", "Care Act 2014, section 35",
    ] { #expect(!ExcludedFunctions.contains(enactment), "\(enactment)") }
  }

  @Test("No rule of these sections finds anything where nothing is recorded but a board")
  func empty() throws {
    #expect(try Scenario("", on: "2026-11-01").findings(in: .delegation, .partnership, .places).isEmpty)
  }
}
