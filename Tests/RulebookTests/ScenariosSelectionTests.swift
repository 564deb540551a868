import Testing
import Vocabulary

@testable import Rulebook

/// Scenario 6 of the reference: Direct Award C with a Christmas standstill; its variants and check values.
@Suite("Scenario 6: Direct Award C with a Christmas standstill")
struct ChristmasStandstillTests {
  static func record(
    old: Int = 2_000_000, new: Int = 2_400_000, cause: String = "authority", signed: String = "2025-01-06",
    published: String = "2024-12-19", noticed: String = "2025-02-10"
  ) -> String {
    """
    procurement skin authority=north title=Dermatology route=direct-award-c began=2024-02-01 listed-services=yes mixed=no \
    existing-provider=yes only-capable=no patient-choice=no framework=no expiring=yes old-value=\(old) new-value=\(new) \
    cause=\(cause) materially-different=no performing=yes basic-criteria=yes excluded=no provider=acute \
    criteria="quality-and-innovation; value; integration-collaboration-sustainability; access-inequalities-choice; social-value" \
    record="provider; process; deciders; criteria; reasons; conflicts" awarded=\(signed) contracted=\(signed)
    notice skin.intent procurement=skin sort=intention-to-award published=\(published) whole=yes
    notice skin.award procurement=skin sort=award submitted=\(noticed)
    complete skin list=notices
    """
  }

  static let sections: Set<RuleSection> = [.interests, .meetings, .selection, .proposed]

  @Test("Signed a day early and told five days late; the threshold is not met")
  func asWritten() throws {
    let scene = try Scene(
      ChristmasStandstillTests.record(), on: "2025-03-01", sections: ChristmasStandstillTests.sections)
    #expect(scene.found == ["PSR.NOTICE.AWARD", "PSR.STANDSTILL"])
    #expect(scene["PSR.ROUTE.C"] == .met)
    #expect(scene["PSR.THRESHOLD"] == .met)
    #expect(
      scene.explanation("PSR.STANDSTILL").contains("the end of 6 January 2025, so the first day was 7 January 2025"))
    #expect(scene.explanation("PSR.NOTICE.AWARD").contains("due by 5 February 2025"))
  }

  @Test(
    "The threshold needs £500,000, 25 per cent and a decision of the authority",
    arguments: [
      (2_000_000, 2_600_000, "authority", true), (10_000_000, 10_600_000, "authority", false),
      (2_000_000, 2_600_000, "patient-volume", false), (2_000_000, 2_600_000, "external", false),
      (2_000_000, 2_500_000, "authority", true), (2_000_000, 2_499_999, "authority", false),
      (1_000_000, 1_400_000, "authority", false), (2_000_001, 2_500_001, "authority", false),
    ])
  func threshold(old: Int, new: Int, cause: String, isMet: Bool) throws {
    let text = ChristmasStandstillTests.record(old: old, new: new, cause: cause)
    let scene = try Scene(text, on: "2025-03-01", sections: ChristmasStandstillTests.sections)
    let plain = ["PSR.NOTICE.AWARD", "PSR.STANDSTILL"]
    #expect(scene.found == (isMet ? ["PSR.NOTICE.AWARD", "PSR.ROUTE.C", "PSR.STANDSTILL", "PSR.THRESHOLD"] : plain))
  }

  @Test(
    "The first day a contract may be signed",
    arguments: [
      ("2024-12-19", "2025-01-06", false), ("2024-12-19", "2025-01-07", true), ("2024-06-03", "2024-06-14", false),
      ("2024-06-03", "2024-06-15", true), ("2024-05-01", "2024-05-15", false), ("2024-05-01", "2024-05-16", true),
    ])
  func standstill(published: String, signed: String, isInTime: Bool) throws {
    let text = ChristmasStandstillTests.record(signed: signed, published: published)
    let scene = try Scene(text, on: "2025-03-01", sections: [.selection])
    #expect(scene["PSR.STANDSTILL"] == (isInTime ? .met : .finding))
  }

  @Test("The award notice may come on the thirtieth day", arguments: [("2025-02-05", true), ("2025-02-06", false)])
  func awardNotice(noticed: String, isInTime: Bool) throws {
    let scene = try Scene(
      ChristmasStandstillTests.record(noticed: noticed), on: "2025-03-01", sections: [.selection])
    #expect(scene["PSR.NOTICE.AWARD"] == (isInTime ? .met : .finding))
  }

  @Test("What has not happened by the day asked about is no finding on that day")
  func earlier() throws {
    let scene = try Scene(
      ChristmasStandstillTests.record(), on: "2025-01-05", sections: ChristmasStandstillTests.sections)
    #expect(scene.found.isEmpty)
    #expect(scene["PSR.STANDSTILL"] == .notApplicable)
  }

  @Test(
    "The second step of the Most Suitable Provider Process waits fourteen days",
    arguments: [("2024-03-14", Verdict.Result.finding), ("2024-03-15", .met)])
  func secondStep(completed: String, wanted: Verdict.Result) throws {
    let scene = try Scene(
      """
      procurement beds authority=north title=Beds route=most-suitable-provider second-step=\(completed)
      notice beds.intention procurement=beds sort=intention-to-follow submitted=2024-03-01
      """, on: "2024-06-01", sections: [.selection])
    #expect(scene["PSR.MSP.14D"] == wanted)
  }

  @Test(
    "After representations five working days pass once the last decision is told",
    arguments: [("2024-06-26", Verdict.Result.finding), ("2024-06-27", .met)])
  func representations(signed: String, wanted: Verdict.Result) throws {
    let scene = try Scene(
      ChristmasStandstillTests.record(signed: signed, published: "2024-06-03") + """

        representation skin.1 procurement=skin by=company received=2024-06-12 heard=yes reviewed=yes reasons="The scores stand" told=2024-06-18
        representation skin.2 procurement=skin by=charity received=2024-06-14 heard=yes reviewed=yes reasons="The scores stand" told=2024-06-20
        """, on: "2024-09-01", sections: [.selection])
    #expect(scene["PSR.STANDSTILL.REPS"] == wanted)
    #expect(scene["PSR.STANDSTILL"] == .met)
  }

  @Test(
    "A change needs no new process where one limb of regulation 13 holds",
    arguments: [
      ("competitive", "provided-for=yes", Verdict.Result.met),
      ("competitive", "provided-for=no cause=provider-succession", .met),
      ("competitive", "provided-for=no cause=patient-volume materially-different=no", .met),
      ("competitive", "provided-for=no cause=patient-volume materially-different=yes new-process=no", .finding),
      (
        "competitive",
        "provided-for=no cause=authority materially-different=no cumulative-change=499999 original-value=1000000", .met
      ),
      (
        "competitive",
        "provided-for=no cause=authority materially-different=no cumulative-change=500000 original-value=2000001", .met
      ),
      (
        "competitive",
        "provided-for=no cause=authority materially-different=no cumulative-change=500000 original-value=2000000 new-process=no",
        .finding
      ),
      (
        "direct-award-a",
        "provided-for=no cause=authority materially-different=no cumulative-change=500000 original-value=2000000", .met
      ),
      ("direct-award-a", "provided-for=no cause=authority materially-different=yes new-process=no", .finding),
      ("direct-award-a", "provided-for=no cause=authority materially-different=yes new-process=yes", .met),
      ("direct-award-a", "provided-for=no cause=authority materially-different=yes", .unknown),
    ])
  func changes(route: String, cells: String, wanted: Verdict.Result) throws {
    let scene = try Scene(
      """
      procurement skin authority=north title=Dermatology route=\(route)
      modification skin.1 procurement=skin on=2025-01-10 \(cells)
      """, on: "2025-03-01", sections: [.selection])
    #expect(scene["PSR.MOD"] == wanted, "\(route) \(cells)")
  }
}

/// Scenario 7 of the reference: a competitive award and a partner member.
@Suite("Scenario 7: a competitive award and a partner member")
struct PartnerMemberTests {
  static func record(route: String, handled: String = "") -> String {
    """
    seat trust group=board role=partner-trust
    seat audit group=board role=non-executive
    appointment tom from=2022-07-01 seat=trust person=tom
    appointment bob from=2022-07-01 seat=audit person=bob
    engagement tom.acute from=2020-01-01 person=tom body=acute capacity=chief-executive
    interest tom.post person=tom body=north sort=financial counterparty=acute aware=2022-07-01 declared=2022-07-05 registered=2022-07-06
    interest bob.shares person=bob body=north sort=indirect counterparty=company about="shares of a spouse" aware=2024-05-01 declared=2024-06-05 registered=2024-06-06
    procurement scans authority=north title=Scans route=\(route) bidders="acute; charity" provider=acute
    meeting june from=2024-06-20 group=board on=2024-06-20
    item scans.item meeting=june number=4 title=Scans procurement=scans
    decision scans.award body=north on=2024-06-20 title="Award scans" item=scans.item procurement=scans
    attendance tom.june meeting=june person=tom capacity=member seat=trust
    attendance bob.june meeting=june person=bob capacity=member seat=audit
    vote tom.vote decision=scans.award person=tom way=for capacity=member
    vote bob.vote decision=scans.award person=bob way=for capacity=member
    complete june list=attendance
    complete june list=conflicts
    complete north list=register
    \(handled)
    """
  }

  @Test("The bidder’s chief executive votes, and an interest is declared on the thirty-fifth day")
  func competitive() throws {
    let scene = try Scene(
      PartnerMemberTests.record(route: "competitive"), on: "2024-09-01", sections: ChristmasStandstillTests.sections)
    #expect(scene.found == ["COI.DECLARE.28D", "COI.MANAGE", "PSR.COI.ICBMEMBER"])
    #expect(scene.explanation("COI.DECLARE.28D").contains("on 5 June 2024, after 29 May 2024"))
  }

  @Test("Under Direct Award C the post alone is no conflict: only its handling is looked at")
  func directAward() throws {
    let noted = PartnerMemberTests.record(
      route: "direct-award-c", handled: "conflict tom.scans item=scans.item person=tom handling=noted")
    let scene = try Scene(noted, on: "2024-09-01", sections: ChristmasStandstillTests.sections)
    #expect(scene.found == ["COI.DECLARE.28D"])
    #expect(scene["COI.MANAGE"] == .met)
    let silent = try Scene(
      PartnerMemberTests.record(route: "direct-award-c"), on: "2024-09-01", sections: ChristmasStandstillTests.sections)
    #expect(silent.found == ["COI.DECLARE.28D", "COI.MANAGE"])
  }

  @Test("A member who said to withdraw and voted did not withdraw")
  func votedAnyway() throws {
    let text = PartnerMemberTests.record(
      route: "direct-award-c", handled: "conflict tom.scans item=scans.item person=tom handling=withdrew")
    #expect(try Scene(text, on: "2024-09-01", sections: [.interests])["COI.MANAGE"] == .finding)
  }

  @Test("An observer without a vote need not be in the register; a member must")
  func observer() throws {
    let text = """
      seat watch group=board role=observer voting=no
      appointment eve from=2022-07-01 seat=watch person=eve
      complete north list=register
      """
    #expect(try Scene(text, on: "2024-09-01", sections: [.interests])["COI.REG.SCOPE"] == .notApplicable)
    let member = text + "\nseat gp group=board role=partner-primary-medical\nappointment pat seat=gp person=pat"
    let scene = try Scene(member, on: "2024-09-01", sections: [.interests])
    #expect(scene["COI.REG.SCOPE"] == .finding)
    #expect(!scene.explanation("COI.REG.SCOPE").contains("Eve"))
  }
}

/// What is proposed changes nothing before it is commenced, and can be asked for all the same.
@Suite("Proposed law")
struct ProposedLawTests {
  static let record = """
    seat chair group=board role=chair
    seat council group=board role=partner-council title="Council member"
    appointment ann seat=chair person=ann appointer=national.nhs-england
    group partnership name="The partnership" sort=integrated-care-partnership bodies="north; county"
    complete board list=seats
    complete north list=groups
    """
  static let bill = ["BILL.HEALTHWATCH", "BILL.ICP", "BILL.LASEAT", "BILL.NHSE"].map { RuleID($0) }

  @Test("With no commencement date nothing of the Bill is applied")
  func notCommenced() throws {
    let scene = try Scene(ProposedLawTests.record, on: "2026-11-01", sections: [.proposed])
    for rule in ProposedLawTests.bill { #expect(scene[rule] == .notApplicable, "\(rule)") }
  }

  @Test("A commencement date for the council’s seat turns that rule alone, from that day")
  func commenced() throws {
    let text = ProposedLawTests.record + "\ncommencement seat provision=BILL.LASEAT on=2026-10-01"
    let scene = try Scene(text, on: "2026-11-01", sections: [.proposed])
    #expect(scene.found == ["BILL.LASEAT"])
    for rule in ProposedLawTests.bill where rule != "BILL.LASEAT" { #expect(scene[rule] == .notApplicable, "\(rule)") }
    #expect(try Scene(text, on: "2026-09-30", sections: [.proposed]).found.isEmpty)
  }

  @Test("What would change can be asked before")
  func whatIf() throws {
    let scene = try Scene(ProposedLawTests.record, on: "2026-11-01", sections: [.proposed], law: .proposed)
    #expect(scene.found == ["BILL.ICP", "BILL.LASEAT", "BILL.NHSE"])
    #expect(scene.explanation("BILL.LASEAT").contains("“Council member”, of a member nominated by councils, would go"))
  }
}

/// Single sentences of the Regulations (SI 2023/1348), each as a small record.
@Suite("The Regulations, sentence by sentence")
struct SelectionSentencesTests {
  static let notA = "framework=no existing-provider=no"
  static let cases: [(rule: RuleID, cells: String, more: String, wanted: Verdict.Result)] = [
    // Regulation 3: what is bought, and what comes with it.
    ("PSR.SCOPE", "route=outside-the-regime listed-services=yes mixed=no", "", .finding),
    ("PSR.SCOPE", "route=competitive listed-services=no", "", .finding),
    (
      "PSR.SCOPE", "route=competitive listed-services=yes mixed=yes health-value=2 other-value=1 separable=yes", "",
      .finding
    ),
    ("PSR.SCOPE", "route=competitive listed-services=yes mixed=yes health-value=1 other-value=1", "", .finding),
    // Regulation 6(3) and (4): where A or B must be followed, no other process may be.
    ("PSR.ROUTE.A", "route=direct-award-c framework=no existing-provider=yes only-capable=yes", "", .finding),
    ("PSR.ROUTE.A", "route=direct-award-a framework=yes existing-provider=yes only-capable=yes", "", .finding),
    (
      "PSR.ROUTE.B",
      "route=competitive framework=no patient-choice=yes restricted=no all-who-qualify=yes expression-route=yes",
      "", .finding
    ),
    ("PSR.ROUTE.B", "route=competitive framework=no patient-choice=yes restricted=yes", "", .met),
    // Regulation 6(5): an existing contract runs out, and its provider performs.
    (
      "PSR.ROUTE.C",
      "route=direct-award-c \(notA) patient-choice=no expiring=no materially-different=no cause=external performing=yes",
      "",
      .finding
    ),
    (
      "PSR.ROUTE.C",
      "route=direct-award-c \(notA) patient-choice=no expiring=yes materially-different=no cause=external performing=no",
      "",
      .finding
    ),
    // Regulation 6(6): the process is open where C would be, too.
    ("PSR.ROUTE.MSP", "route=most-suitable-provider \(notA) patient-choice=no expiring=yes identifiable=yes", "", .met),
    ("PSR.ROUTE.MSP", "route=most-suitable-provider \(notA) patient-choice=no identifiable=no", "", .finding),
    // Regulation 6(10) and (11): another character, and mere succession.
    ("PSR.THRESHOLD", "route=direct-award-c materially-different=yes cause=external", "", .finding),
    (
      "PSR.THRESHOLD", "route=direct-award-c materially-different=yes cause=provider-succession basic-criteria=yes", "",
      .met
    ),
    (
      "PSR.THRESHOLD", "route=direct-award-c materially-different=yes cause=provider-succession basic-criteria=no", "",
      .finding
    ),
    // Regulation 9(4): what a notice must hold.
    (
      "PSR.NOTICE.INTENT", "route=direct-award-c contracted=2025-01-07",
      "notice n procurement=p sort=intention-to-award published=2024-12-19 whole=no", .finding
    ),
    ("PSR.NOTICE.INTENT", "route=direct-award-c contracted=2025-01-07", "", .unknown),
    // Regulation 15(5): given up in the standstill, which ended on 6 January 2025.
    (
      "PSR.ABANDON", "route=competitive abandoned=2024-12-27",
      "notice i procurement=p sort=intention-to-award published=2024-12-19\nnotice n procurement=p sort=abandonment submitted=2025-02-06",
      .finding
    ),
    // Regulation 12(3): representations that come after the eighth working day are late.
    (
      "PSR.STANDSTILL.REPS", "route=competitive contracted=2025-01-08",
      "notice i procurement=p sort=intention-to-award published=2024-12-19\nrepresentation r procurement=p received=2025-01-07 heard=no",
      .notApplicable
    ),
    // Regulation 13(4) and (5): a change of £500,000 or more is told within 30 days.
    (
      "PSR.MOD.NOTICE", "route=competitive",
      "modification m procurement=p on=2025-01-10 cause=authority cumulative-change=500000\ncomplete p list=notices",
      .finding
    ),
    (
      "PSR.MOD.NOTICE", "route=competitive",
      "modification m procurement=p on=2025-01-10 cause=authority cumulative-change=500000\nnotice n procurement=p sort=modification submitted=2025-02-01",
      .met
    ),
    (
      "PSR.MOD.NOTICE", "route=competitive",
      "modification m procurement=p on=2025-02-10 cause=authority cumulative-change=500000",
      .notApplicable
    ),
    // Regulations 19(2) and 20(1A), (7).
    ("PSR.BASIC", "route=direct-award-b awarded=2025-01-07 basic-criteria=no", "", .notApplicable),
    ("PSR.EXCLUDED", "route=competitive awarded=2025-01-07 excluded=yes", "", .unknown),
    ("PSR.EXCLUDED", "route=competitive awarded=2025-01-07 excluded=yes override=\"public health\"", "", .met),
    // Regulation 24: the criteria are kept where there is an assessment, the day where the process was given up.
    (
      "PSR.RECORD",
      "route=direct-award-a awarded=2025-01-07 record=\"provider; process; deciders; reasons; conflicts\"", "",
      .met
    ),
    (
      "PSR.RECORD", "route=competitive abandoned=2025-01-07 record=\"process; deciders; criteria; reasons; conflicts\"",
      "",
      .finding
    ),
    // Regulation 16(5).
    (
      "PSR.FRAMEWORK.4Y", "route=competitive framework=yes term-years=6 exception=\"equipment lasts ten years\"", "",
      .met
    ),
    // Regulation 29: begun before the Regulations.
    ("PSR.BASIC", "route=competitive began=2023-12-31 awarded=2024-02-01 basic-criteria=no", "", .notApplicable),
    ("PSR.BASIC", "route=competitive began=2024-01-01 awarded=2024-02-01 basic-criteria=no", "", .finding),
  ]

  @Test("It is answered as the Regulations say", arguments: cases)
  func sentence(rule: RuleID, cells: String, more: String, wanted: Verdict.Result) throws {
    let text = "procurement p authority=north title=Dermatology \(cells)\n\(more)"
    let scene = try Scene(text, on: "2025-03-01", sections: [.selection])
    #expect(scene[rule] == wanted, "\(rule) \(cells): \(scene.explanation(rule))")
  }

  @Test("They bind councils and trusts as they bind boards", arguments: ["county", "acute", "national.nhs-england"])
  func authorities(body: String) throws {
    let text = ChristmasStandstillTests.record().replacing("authority=north", with: "authority=\(body)")
    let scene = try Scene(text, on: "2025-03-01", of: body, sections: [.selection])
    #expect(scene.found == ["PSR.NOTICE.AWARD", "PSR.STANDSTILL"])
  }

  @Test(
    "A year's summary is looked for once another year has passed",
    arguments: [("2026-03-31", nil), ("2026-04-01", "2024-25"), ("2027-03-31", "2024-25"), ("2027-04-01", "2025-26")])
  func year(day: String, due: String?) throws {
    let text = "procurement p authority=north title=Dermatology\ncomplete north list=documents"
    let scene = try Scene(text, on: day, sections: [.selection])
    #expect(scene["PSR.ANNUAL"] == (due == nil ? .notApplicable : .finding))
    if let due { #expect(scene.explanation("PSR.ANNUAL").contains("for \(due)")) }
  }
}
