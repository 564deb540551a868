import Chronicle
import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// Whole boards with known answers: the acceptance scenarios on who sits on a board and how they came there.
@Suite("Boards, from end to end")
struct BoardScenarioTests {
  /// What the rules on the constitution and the members of a board say of a body on a day.
  struct Standing {
    let verdicts: [RuleID: Verdict]

    init(_ text: String, on day: String, of body: String = "north") throws {
      let day = try #require(Day(day))
      let archive = Archive.holding(try Notation.statements(Examples.setting + "\n" + text))
      let governance = Snapshot(archive, trueOn: day, audience: .restricted).governance
      let body = try #require(ID<Body>(body))
      verdicts = Dictionary(
        uniqueKeysWithValues: (Rule.constitution + Rule.board).map { ($0.id, $0.verdict(on: body, in: governance)) })
    }

    subscript(rule: RuleID) -> Verdict.Result? { verdicts[rule]?.result }

    /// The rules that found something, without those that only inform.
    var findings: Set<RuleID> {
      Set(verdicts.values.filter { $0.result == .finding && severity($0.rule) != .info }.map(\.rule))
    }

    /// The rules that inform.
    var informs: Set<RuleID> {
      Set(verdicts.values.filter { $0.result == .finding && severity($0.rule) == .info }.map(\.rule))
    }

    private func severity(_ rule: RuleID) -> RuleText.Severity? { RuleCatalogue.rule(rule)?.severity }

    func explanation(_ rule: RuleID) -> String { verdicts[rule]?.explanation ?? "" }
  }

  /// The five members the law asks for, each as the law asks.
  static let five = """
    complete board list=appointments
    clause steps body=north setting=nomination-steps value="invitation;panel"
    seat chair group=board role=chair
    appointment chair from=2022-07-01 seat=chair person=ann appointer=national.nhs-england \
    approver=national.secretary-of-state approved=2022-05-20
    seat chief group=board role=chief-executive
    appointment chief from=2022-07-01 seat=chief person=ben appointer=ann approver=national.nhs-england approved=2022-06-10
    engagement ben.north from=2022-07-01 person=ben body=north capacity=employee
    person cat name="The trusts' member" expertise=mental-health evidence="runs services for mental illness"
    seat trusts group=board role=partner-trust
    appointment trusts from=2022-07-01 seat=trusts person=cat chair-approved=2022-06-20 steps=invitation;panel
    nomination trusts from=2022-06-01 seat=trusts eligible=acute;minds took-part=acute;minds regard=yes
    seat practices group=board role=partner-primary-medical
    appointment practices from=2022-07-01 seat=practices person=dan chair-approved=2022-06-20 steps=invitation;panel
    nomination practices from=2022-06-01 seat=practices eligible=practice took-part=practice list-published=2022-05-16 regard=yes
    seat councils group=board role=partner-council
    appointment councils from=2022-07-01 seat=councils person=eve chair-approved=2022-06-20 steps=invitation;panel
    nomination councils from=2022-06-01 seat=councils eligible=county;city took-part=county;city regard=yes
    """

  @Test("A thin board meets the law, and what the model constitution asks beyond it is a departure")
  func thin() throws {
    let board = try Standing(BoardScenarioTests.five, on: "2023-01-10")
    #expect(board["ICB.BOARD.MIN.STATUTE"] == .met)
    #expect(board["ICB.BOARD.MH"] == .met)
    #expect(board.findings == ["ICB.BOARD.MIN.MODEL"])
    #expect(board.informs == ["ICB.BOARD.MIN.SEED001"])
    #expect(
      board.explanation("ICB.BOARD.MIN.MODEL")
        == "The board has no finance director. The board has no medical director. The board has no nursing director. "
        + "The board has no non-executive member.")
    for rule in [
      "ICB.BOARD.CHAIR.APPROVAL", "ICB.BOARD.CEO.APPOINT", "ICB.BOARD.CEO.EMPLOYEE", "ICB.BOARD.ORD.CHAIRAPPROVAL",
      "ICB.BOARD.PARTNER.TRUST", "ICB.BOARD.PARTNER.PMS", "ICB.BOARD.PARTNER.LA", "ICB.BOARD.PARTNER.PROCESS",
    ] {
      #expect(board[RuleID(rule)] == .met, "\(rule): \(board.explanation(RuleID(rule)))")
    }
  }

  /// Ten members who sat in shadow for a year before the law began, with what later guidance asks of them.
  static let ten: String = {
    let roles = [
      "chair", "chief-executive", "finance-director", "medical-director", "nursing-director", "non-executive",
      "non-executive", "partner-trust", "partner-primary-medical", "partner-council",
    ]
    var text = "complete board list=appointments\ncomplete north list=checks\n"
    for (index, role) in roles.enumerated() {
      text += """
        seat s\(index) group=board role=\(role) voting=yes
        appointment a\(index) from=2021-07-01 seat=s\(index) person=p\(index)
        complete p\(index) list=engagements
        check c\(index).20 from=2021-07-01 person=p\(index) body=north sort=seven-principles on=2021-07-01 outcome=given
        check c\(index).22 from=2022-06-01 person=p\(index) body=north sort=fit-and-proper on=2022-06-01 outcome=passed
        check c\(index).25 from=2025-03-10 person=p\(index) body=north sort=fit-and-proper on=2025-03-10 outcome=passed
        check c\(index).26 from=2026-03-09 person=p\(index) body=north sort=fit-and-proper on=2026-03-09 outcome=passed

        """
    }
    for (index, part) in [
      "children-and-young-people", "special-educational-needs", "safeguarding", "learning-disability-and-autism",
      "down-syndrome",
    ].enumerated() {
      text += "lead-role l\(index) from=2023-05-01 body=north person=p4 role=\(part)\n"
    }
    for (index, profession) in [(1, "other"), (2, "accountant"), (3, "doctor"), (4, "nurse")] {
      text += """
        engagement e\(index) from=2021-07-01 person=p\(index) body=north capacity=employee
        registration r\(index) from=1999-09-01 person=p\(index) profession=\(profession) state=current

        """
    }
    return text + """
      nomination n7 from=2021-06-01 seat=s7 eligible=acute;minds took-part=acute;minds
      nomination n8 from=2021-06-01 seat=s8 eligible=practice took-part=practice list-published=2021-05-16
      nomination n9 from=2021-06-01 seat=s9 eligible=county;city took-part=county;city
      """
  }()

  @Test("A board of ten is asked by the law of each date")
  func dates() throws {
    let shadow = try Standing(BoardScenarioTests.ten, on: "2021-07-15")
    #expect(shadow["ICB.BOARD.MIN.DESIGN2021"] == .met)
    #expect(shadow.findings == [])
    for rule in ["ICB.BOARD.MIN.STATUTE", "ICB.BOARD.MIN.MODEL", "ICB.BOARD.CHAIR.APPROVAL", "ICB.BOARD.PARTNER.LA"] {
      #expect(shadow[RuleID(rule)] == .notApplicable)
    }

    let begun = try Standing(BoardScenarioTests.ten, on: "2022-07-02")
    #expect(begun["ICB.BOARD.MIN.STATUTE"] == .met)
    #expect(begun["ICB.BOARD.MIN.MODEL"] == .met)
    for rule in ["ICB.BOARD.MIN.DESIGN2021", "ICB.BOARD.EXECLEADS", "ICB.BOARD.FPPT.FRAMEWORK"] {
      #expect(begun[RuleID(rule)] == .notApplicable)
    }

    for day in ["2025-06-01", "2026-11-01"] {
      let later = try Standing(BoardScenarioTests.ten, on: day)
      for rule in [
        "ICB.BOARD.MIN.STATUTE", "ICB.BOARD.MIN.MODEL", "ICB.BOARD.EXECLEADS", "ICB.BOARD.FPPT.FRAMEWORK",
        "ICB.BOARD.PARTNER.LA",
      ] {
        #expect(later[RuleID(rule)] == .met, "\(rule) on \(day): \(later.explanation(RuleID(rule)))")
      }
      #expect(later.findings == [])
      #expect(later.informs == ["ICB.BOARD.MIN.SEED001"])
    }
  }

  @Test("A commencement date for the councils' seat flips only the rule on that seat")
  func commencement() throws {
    let day = "2026-11-01"
    let before = try Standing(BoardScenarioTests.ten, on: day)
    let after = try Standing(
      BoardScenarioTests.ten + "\ncommencement seat provision=BILL.LASEAT on=2026-10-01", on: day)
    let changed = before.verdicts.keys.filter { before[$0] != after[$0] }
    #expect(changed == ["ICB.BOARD.PARTNER.LA"])
    #expect(after["ICB.BOARD.PARTNER.LA"] == .notApplicable)
    let later = try Standing(
      BoardScenarioTests.ten + "\ncommencement seat provision=BILL.LASEAT on=2026-12-01", on: day)
    #expect(before.verdicts.keys.allSatisfy { before[$0] == later[$0] })
  }

  /// A chair whom the board itself appointed and removed, and who is a councillor of the county.
  static let irregular = """
    relation county type=serves object=north
    role county role=social-care
    seat chair group=board role=chair
    appointment chair from=2024-02-01 until=2024-09-01 seat=chair person=ann appointer=board approver=board \
    approved=2024-01-20 ending=removed removed-by=board removal-approver=board
    complete ann list=engagements
    engagement ann.county from=2021-05-06 person=ann body=county capacity=councillor
    seat chief group=board role=chief-executive
    appointment chief from=2024-03-01 seat=chief person=ben appointer=ann approver=national.nhs-england approved=2024-02-20
    engagement ben.north from=2024-03-01 person=ben body=north capacity=employee
    """

  @Test("An irregular chair is found for the appointment, the office held beside it, and the removal, each on its day")
  func chair() throws {
    let sitting = try Standing(BoardScenarioTests.irregular, on: "2024-06-01")
    #expect(
      sitting.findings == ["ICB.BOARD.CHAIR.APPROVAL", "ICB.BOARD.CHAIR.INDEP", "ICB.BOARD.CHAIR.NOTCLLR"])
    #expect(sitting.verdicts["ICB.BOARD.CHAIR.APPROVAL"]?.findings.count == 2)
    #expect(sitting["ICB.BOARD.CHAIR.REMOVE"] == .notApplicable)
    #expect(sitting["ICB.BOARD.DISQ.MP"] != .finding)
    #expect(sitting["ICB.BOARD.CEO.APPOINT"] == .unknown)
    #expect(sitting.explanation("ICB.BOARD.CEO.APPOINT").contains("validation"))

    let removed = try Standing(BoardScenarioTests.irregular, on: "2024-10-01")
    #expect(removed.findings == ["ICB.BOARD.CHAIR.APPROVAL", "ICB.BOARD.CHAIR.REMOVE"])
    #expect(removed.verdicts["ICB.BOARD.CHAIR.REMOVE"]?.findings.count == 2)
    #expect(removed["ICB.BOARD.CEO.APPOINT"] == .unknown)
  }

  /// Two boards of a cluster with one chair and one chief executive, whom the first employs.
  static let cluster = """
    group east-board name="The board of the east" sort=board bodies=east
    seat north-chair group=board role=chair
    seat east-chair group=east-board role=chair
    appointment north-chair from=2025-10-01 seat=north-chair person=ann appointer=national.nhs-england \
    approver=national.secretary-of-state approved=2025-09-10
    appointment east-chair from=2025-10-01 seat=east-chair person=ann appointer=national.nhs-england \
    approver=national.secretary-of-state approved=2025-09-10
    seat north-chief group=board role=chief-executive
    seat east-chief group=east-board role=chief-executive
    appointment north-chief from=2025-10-01 seat=north-chief person=ben
    appointment east-chief from=2025-10-01 seat=east-chief person=ben
    complete ann list=engagements
    complete ben list=engagements
    engagement ben.north from=2025-10-01 person=ben body=north capacity=employee
    """

  @Test("A chief executive whom only the other board of a cluster employs is a question with its reasons")
  func sharedChief() throws {
    let north = try Standing(BoardScenarioTests.cluster, on: "2025-10-01")
    let east = try Standing(BoardScenarioTests.cluster, on: "2025-10-01", of: "east")
    #expect(north["ICB.BOARD.CEO.EMPLOYEE"] == .met)
    #expect(north.findings == [])
    #expect(east.findings == ["ICB.BOARD.CEO.EMPLOYEE"])
    for board in [north, east] {
      #expect(board["ICB.BOARD.CHAIR.APPROVAL"] == .met)
      #expect(board["ICB.BOARD.CHAIR.INDEP"] == .met)
    }
    let question = east.explanation("ICB.BOARD.CEO.EMPLOYEE")
    #expect(question.contains("?") && question.contains("North board"), "\(question)")
  }

  @Test(
    "An employment or a listed secondment answers it; a secondment from the other board does not",
    arguments: [
      ("capacity=employee", Verdict.Result.met), ("capacity=secondee home=acute", .met),
      ("capacity=secondee home=national.nhs-england", .met), ("capacity=secondee home=north", .finding),
      ("capacity=contractor", .finding), ("capacity=secondee", .unknown),
    ])
  func sharedChiefAnswered(link: String, wanted: Verdict.Result) throws {
    let text = BoardScenarioTests.cluster + "\nengagement ben.east from=2025-10-01 person=ben body=east " + link
    #expect(try Standing(text, on: "2025-10-01", of: "east")["ICB.BOARD.CEO.EMPLOYEE"] == wanted)
  }

  @Test("Without the claim that all posts are recorded the question is not put")
  func sharedChiefUnknown() throws {
    let text = BoardScenarioTests.cluster.replacing("complete ben list=engagements", with: "")
    #expect(try Standing(text, on: "2025-10-01", of: "east")["ICB.BOARD.CEO.EMPLOYEE"] == .unknown)
  }

  @Test("A councillor as the councils' member, and a vacancy while acts stand despite one, find nothing")
  func decoys() throws {
    let councillor = """

      relation county type=serves object=north
      role county role=social-care
      complete eve list=engagements
      engagement eve.county from=2021-05-06 person=eve body=county capacity=councillor
      """
    let vacancy = """

      clause validation body=north setting=validation value=yes
      seat extra group=board role=ordinary
      """
    let board = try Standing(BoardScenarioTests.five + councillor + vacancy, on: "2023-01-10")
    #expect(board.findings == ["ICB.BOARD.MIN.MODEL"])
    #expect(board["ICB.BOARD.PARTNER.LA"] == .met)
    #expect(board["ICB.BOARD.VACANCY"] == .met)
  }

  @Test("Without the claim that all appointments are recorded nothing is said to be missing")
  func incomplete() throws {
    let text = BoardScenarioTests.five.replacing("complete board list=appointments", with: "")
    let board = try Standing(text, on: "2023-01-10")
    #expect(board.findings == [])
    #expect(board.informs == [])
    #expect(board["ICB.BOARD.MIN.STATUTE"] == .unknown)
    #expect(board["ICB.BOARD.MIN.MODEL"] == .unknown)
  }

  /// Each edge as the text of the rule draws it.
  @Test(
    "A rule ends where its text ends",
    arguments: [
      Edge("ICB.BOARD.DISQ.CONVICTION", "2024-04-01", .finding, convicted: "2017-07-01", months: 3),
      Edge("ICB.BOARD.DISQ.CONVICTION", "2024-04-01", .met, convicted: "2017-06-30", months: 3),
      Edge("ICB.BOARD.DISQ.CONVICTION", "2024-04-01", .met, convicted: "2020-07-01", months: 2),
      Edge(
        "ICB.BOARD.DISQ.DISMISSAL", "2024-04-01", .met,
        member + "\ndisqualification d person=ida matter=dismissal on=2021-01-01 health-service=no"),
      Edge("ICB.BOARD.TERM", "2025-06-30", .met, member + "\nclause years body=north setting=term-years value=3"),
      Edge("ICB.BOARD.TERM", "2025-07-01", .finding, member + "\nclause years body=north setting=term-years value=3"),
      Edge("ICB.BOARD.TERM", "2025-07-01", .unknown, member),
      Edge("ICB.BOARD.FPPT.FRAMEWORK", "2024-09-30", .met, member + tested),
      Edge("ICB.BOARD.FPPT.FRAMEWORK", "2024-10-01", .finding, member + tested),
      Edge("ICB.BOARD.CHAIR.INDEP", "2024-04-01", .met, councillor + "\nrole county role=lower-tier"),
      Edge("ICB.BOARD.CHAIR.INDEP", "2024-04-01", .finding, councillor + "\nrole county role=social-care"),
      Edge("ICB.BOARD.CHAIR.INDEP", "2024-04-01", .unknown, councillor),
      Edge("ICB.BOARD.CEO.APPOINT", "2024-04-01", .unknown, chief),
      Edge("ICB.BOARD.CEO.APPOINT", "2024-04-01", .finding, chief + "\ncomplete board list=appointments"),
      Edge(
        "ICB.BOARD.PRIVATE", "2024-04-01", .unknown,
        member + "\nclause c body=north setting=independence value=yes"
          + "\ninterest i person=ida body=north sort=financial counterparty=company private-provider=yes"),
      Edge(
        "ICB.BOARD.VACANCY", "2024-04-01", .unknown, "complete board list=appointments\nseat s group=board role=chair"),
      Edge(
        "ICB.BOARD.EXECLEADS", "2024-04-01", .finding,
        "seat s group=board role=director voting=no\nappointment a from=2023-01-01 seat=s person=ida"
          + "\nlead-role l from=2023-06-01 body=north person=ida role=safeguarding"),
    ])
  func edges(edge: Edge) throws {
    let standing = try Standing(edge.text, on: edge.day)
    #expect(standing[edge.rule] == edge.result, "\(edge.rule): \(standing.explanation(edge.rule))")
  }

  /// A small record at the edge of a rule.
  struct Edge: Sendable {
    let rule: RuleID
    let day: String
    let result: Verdict.Result
    let text: String

    init(_ rule: RuleID, _ day: String, _ result: Verdict.Result, _ text: String) {
      self.rule = rule
      self.day = day
      self.result = result
      self.text = text
    }

    init(_ rule: RuleID, _ day: String, _ result: Verdict.Result, convicted: String, months: Int) {
      let row = "disqualification d person=ida matter=conviction on=\(convicted) months=\(months)"
      self.init(rule, day, result, member + "\n" + row)
    }
  }

  private static let member = """
    seat first group=board role=non-executive
    appointment ida from=2022-07-01 seat=first person=ida
    """
  private static let tested =
    "\ncheck c from=2022-06-01 person=ida body=north sort=fit-and-proper on=2022-06-01 outcome=passed"
  private static let councillor = """
    relation county type=serves object=north
    seat chair group=board role=chair
    appointment ann from=2022-07-01 seat=chair person=ann
    complete ann list=engagements
    engagement ann.county from=2021-05-06 person=ann body=county capacity=councillor
    """
  private static let chief = """
    seat chief group=board role=chief-executive
    appointment ben from=2022-07-01 seat=chief person=ben appointer=ann approver=national.nhs-england approved=2022-06-10
    """

  @Test("No answer of these rules uses a word of judgement")
  func wording() throws {
    for rule in Rule.constitution + Rule.board {
      for (text, _) in rule.examples.cases {
        let words = try rule.answer(to: text).explanation.lowercased()
        for word in ["lawful", "illegal", "void", "breach"] { #expect(!words.contains(word), "\(rule.id): \(words)") }
      }
    }
  }
}
