import Testing
import Vocabulary

@testable import Rulebook

/// Scenario 12 of the reference: one meeting and what is found of it.
@Suite("Scenario 12: a meeting")
struct MeetingScenarioTests {
  static let members = """
    seat chair group=board role=chair
    seat chief group=board role=chief-executive
    seat money group=board role=finance-director
    seat medic group=board role=medical-director
    seat nurse group=board role=nursing-director
    seat audit group=board role=non-executive
    seat pay group=board role=non-executive
    seat people group=board role=non-executive
    seat trust group=board role=partner-trust
    seat practices group=board role=partner-primary-medical
    seat council group=board role=partner-council
    clause quorum body=north number=3.1 setting=quorum value="5 with chair/deputy-chair, chief-executive/finance-director, medical-director/nursing-director, non-executive, partner"
    complete north list=clauses
    """

  static let meeting = """
    meeting march from=2024-03-12 group=board on=2024-03-12 notice=2024-03-09 papers=2024-03-05 open=yes minutes-approved=2024-05-14
    item march.5 meeting=march number=5 title=Scans open=yes
    item march.7 meeting=march number=7 title=Pay open=no
    decision scans body=north on=2024-03-12 title="Award scans" item=march.5
    attendance march.ann meeting=march person=ann capacity=member seat=chair
    attendance march.bea meeting=march person=bea capacity=member seat=chief
    attendance march.cal meeting=march person=cal capacity=member seat=money
    attendance march.deb meeting=march person=deb capacity=deputy seat=medic
    attendance march.eli meeting=march person=eli capacity=member seat=nurse
    attendance march.fay meeting=march person=fay capacity=member seat=audit
    attendance march.gus meeting=march person=gus capacity=member seat=pay
    attendance march.tom meeting=march person=tom capacity=member seat=trust
    attendance march.pat meeting=march person=pat capacity=member seat=practices
    conflict scans.tom item=march.5 person=tom handling=withdrew
    vote scans.ann decision=scans person=ann way=for capacity=member
    vote scans.bea decision=scans person=bea way=for capacity=member
    vote scans.deb decision=scans person=deb way=for capacity=deputy
    complete march list=attendance
    complete march list=decisions
    complete march list=documents
    """

  static let partnerLeaves = "\nconflict scans.pat item=march.5 person=pat handling=withdrew"

  @Test("Two clear days, a closed item, no partner left, a deputy’s vote and no minutes")
  func asWritten() throws {
    let text = MeetingScenarioTests.members + "\n" + MeetingScenarioTests.meeting + MeetingScenarioTests.partnerLeaves
    let scene = try Scene(text, on: "2024-06-01", sections: ChristmasStandstillTests.sections)
    #expect(scene.found == ["MTG.DEPUTIES", "MTG.MINUTES", "MTG.NOTICE", "MTG.PUBLIC.BOARD", "MTG.QUORUM"])
    #expect(scene.explanation("MTG.NOTICE").contains("2 clear days"))
    #expect(scene.explanation("MTG.PUBLIC.BOARD").contains("tem 7 of the meeting of 12 March 2024"))
    #expect(scene.verdicts["MTG.QUORUM"]?.findings.count == 1)
    #expect(scene.explanation("MTG.QUORUM").contains("tem 5 of the meeting of 12 March 2024"))
    #expect(scene.explanation("MTG.QUORUM").hasSuffix("no partner remains."))
    #expect(scene["MTG.VOTE"] == .met)
    let weights = scene.found.compactMap { RuleCatalogue.rule(RuleID($0))?.severity }
    #expect(weights == [.local, .departure, .breach, .breach, .local])
  }

  @Test("With one partner left there is a quorum")
  func onePartnerStays() throws {
    let text = MeetingScenarioTests.members + "\n" + MeetingScenarioTests.meeting
    #expect(try Scene(text, on: "2024-06-01", sections: [.meetings])["MTG.QUORUM"] == .met)
  }

  @Test("A partner who had left before the item does not count for it")
  func leftEarly() throws {
    let text =
      MeetingScenarioTests.members + "\n"
      + MeetingScenarioTests.meeting.replacing("seat=practices", with: "seat=practices to-item=4")
    #expect(try Scene(text, on: "2024-06-01", sections: [.meetings])["MTG.QUORUM"] == .finding)
  }

  @Test("A deputy chair stands in for the chair in a quorum")
  func deputyChair() throws {
    let text =
      MeetingScenarioTests.members + "\n"
      + MeetingScenarioTests.meeting.replacing("person=ann capacity=member", with: "person=ann capacity=absent")
    #expect(try Scene(text, on: "2024-06-01", sections: [.meetings])["MTG.QUORUM"] == .finding)
    let deputised = text + "\nlead-role deputy person=fay body=north role=deputy-chair"
    #expect(try Scene(deputised, on: "2024-06-01", sections: [.meetings])["MTG.QUORUM"] == .met)
  }

  @Test("A meeting before there were boards, one called off and one to come are no matter of the rules")
  func otherMeetings() throws {
    let scene = try Scene(
      """
      meeting old group=board on=2022-06-01 notice=2022-05-31 open=no
      meeting off group=board on=2024-03-12 notice=2024-03-11 open=no state=cancelled
      meeting next group=board on=2024-09-10 notice=2024-09-09 open=no state=planned
      complete board list=decisions
      """, on: "2024-06-01", sections: [.meetings])
    for rule in ["MTG.NOTICE", "MTG.PUBLIC.BOARD", "MTG.MINUTES"] { #expect(scene[RuleID(rule)] == .notApplicable) }
  }

  @Test("A meeting called at short notice is told of when it is called")
  func shortNotice() throws {
    let text = "meeting may group=board on=2024-05-20 convened=2024-05-18 notice="
    #expect(try Scene(text + "2024-05-18", on: "2024-06-01", sections: [.meetings])["MTG.NOTICE"] == .met)
    #expect(try Scene(text + "2024-05-19", on: "2024-06-01", sections: [.meetings])["MTG.NOTICE"] == .finding)
  }

  @Test("A resolution to exclude the public is missing only where the decisions of the meeting are complete")
  func absence() throws {
    let text = "meeting may group=board on=2024-05-20 open=no"
    #expect(try Scene(text, on: "2024-06-01", sections: [.meetings])["MTG.PUBLIC.BOARD"] == .unknown)
    let complete = text + "\ncomplete may list=decisions"
    #expect(try Scene(complete, on: "2024-06-01", sections: [.meetings])["MTG.PUBLIC.BOARD"] == .finding)
  }

  @Test(
    "A tie is decided by the vote of who presides",
    arguments: [
      ("vote v.casting decision=scans person=ann way=casting capacity=member", Verdict.Result.met),
      ("vote v.casting decision=scans person=bea way=casting capacity=member", .finding), ("", .finding),
    ])
  func tie(casting: String, wanted: Verdict.Result) throws {
    let scene = try Scene(
      """
      clause casting body=north setting=casting-vote value=yes
      meeting may group=board on=2024-05-20
      item five meeting=may number=5 title=Scans
      decision scans body=north on=2024-05-20 title="Award scans" item=five
      attendance ann.may meeting=may person=ann capacity=member presiding=yes
      attendance bea.may meeting=may person=bea capacity=member presiding=no
      vote v.1 decision=scans person=ann way=for capacity=member
      vote v.2 decision=scans person=bea way=against capacity=member
      complete scans list=votes
      \(casting)
      """, on: "2024-06-01", sections: [.meetings])
    #expect(scene["MTG.VOTE"] == wanted)
  }
}

/// What is declared and published, at its edges.
@Suite("Interests and documents at their edges")
struct DeclaredAndPublishedTests {
  @Test(
    "An interest is late only once its 28 days are over",
    arguments: [("2024-05-29", Verdict.Result.notApplicable), ("2024-05-30", .finding), ("2024-09-01", .finding)])
  func late(day: String, wanted: Verdict.Result) throws {
    let text = """
      interest b person=bob body=north sort=indirect aware=2024-05-01 declared=2024-06-05 registered=2024-06-06
      """
    #expect(try Scene(text, on: day, sections: [.interests])["COI.DECLARE.28D"] == wanted)
  }

  @Test("An interest declared in time and left out of a complete register is found; of another, not known")
  func unregistered() throws {
    let text = "interest b person=bob body=north sort=indirect aware=2024-05-01 declared=2024-05-02"
    #expect(try Scene(text, on: "2024-09-01", sections: [.interests])["COI.DECLARE.28D"] == .unknown)
    let complete = text + "\ncomplete north list=register"
    #expect(try Scene(complete, on: "2024-09-01", sections: [.interests])["COI.DECLARE.28D"] == .finding)
  }

  @Test(
    "The policy is measured against the guidance of 2024 from 2025 on",
    arguments: [("2024-12-31", Verdict.Result.met), ("2025-01-01", .finding)])
  func policy(day: String, wanted: Verdict.Result) throws {
    let text = "document p body=north sort=standards-of-conduct-policy approved=2022-07-01 published=2022-07-01"
    #expect(try Scene(text, on: day, sections: [.interests])["COI.POLICY"] == wanted)
  }

  @Test(
    "Audited accounts are looked for six months after the first financial year",
    arguments: [("2023-09-30", false), ("2023-10-01", true)])
  func accounts(day: String, areDue: Bool) throws {
    let text = "constitution one body=north version=1 published=2022-07-01\ncomplete north list=documents"
    let scene = try Scene(text, on: day, sections: [.meetings])
    #expect(scene.explanation("ICB.TRANSP.PUBLISH").contains("audited accounts") == areDue)
  }

  @Test("Urgent powers, minuted declarations, papers: without a clause of its own nothing is asked of the body")
  func noClause() throws {
    let scene = try Scene(
      """
      meeting may group=board on=2024-05-20 papers=2024-05-19 declarations-minuted=no
      decision beds body=north on=2024-05-01 title="Open beds" urgent=yes
      interest b until=2024-01-01 person=bob body=north sort=financial removed=2024-01-02
      """, on: "2024-09-01", sections: [.interests, .meetings])
    for rule in ["MTG.URGENT", "COI.MINUTES", "MTG.PAPERS.LOCAL", "COI.REG.RETAIN", "COI.ANNUAL"] {
      #expect(scene[RuleID(rule)] == .notApplicable, "\(rule)")
    }
  }
}
