import Answers
import Chronicle
import Foundation
import Governance
import Pages
import Testing
import Vocabulary

@Suite("Pages of who decides") struct GovernancePagesTests {
  static let places: [Place] = [
    .rules(Place.RulesView()), .rules(Place.RulesView(section: "C", strength: "statute", inForce: true)),
    .rule("ICB.BOARD.CEO.EMPLOYEE"), .boardRequirements, .check("hill.icb", proposed: false),
    .check("hill.icb", proposed: true), .check("icb.frimley", proposed: false), .governance("hill.icb"),
    .governance("icb.frimley"), .whoDecides(WhoDecidesQuestion()),
    .whoDecides(WhoDecidesQuestion(function: "elective care", place: "hill.town", value: "1.6m")),
    .functions("hill.icb", level: "", since: nil), .functions("hill.icb", level: "place", since: Day("2023-01-01")),
    .decisions("hill.icb"), .decisions("icb.frimley"), .decision("hill.hall"),
  ]

  private func text(_ place: Place, on day: String? = "2026-03-31", format: Address.Format = .page) -> String {
    String(decoding: reply(place, on: day, format: format).body, as: UTF8.self)
  }

  private func reply(_ place: Place, on day: String? = "2026-03-31", format: Address.Format = .page) -> Reply {
    Shipped.reply(place, on: day, format: format, in: Governed.archive)
  }

  @Test("The invented board is well written: every row of it is read")
  func wellWritten() {
    #expect(Governed.statements.count > Shipped.statements.count + 30)
  }

  @Test("Each page has one heading, its own identifiers, and links that read back", arguments: places)
  func wellMade(_ place: Place) throws {
    for day in ["2021-05-01", "2026-03-31"] {
      let page = text(place, on: day)
      #expect(page.matches(of: /<h1>/).count == 1)
      #expect(
        page.contains("</html>") && !page.contains("<of>") && !page.contains("<new>") && !page.contains("<board>"))
      let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "an identifier stands twice")
      for link in links(of: page) { #expect(try address(of: link).link.text == link) }
    }
  }

  @Test("Each answers as data", arguments: places)
  func data(_ place: Place) {
    for format in [Address.Format.csv, .json] {
      let answered = reply(place, format: format)
      #expect(answered.status == .ok && answered.fileName?.hasSuffix(".\(format.rawValue)") == true)
      if format == .json { #expect((try? JSONSerialization.jsonObject(with: Data(answered.body))) != nil) }
    }
  }

  @Test("Rules are chosen by part, by what they rest on and by day; each says how sure it is and how it is decided")
  func rulebook() {
    let all = text(.rules(Place.RulesView()), format: .csv)
    #expect(all.contains("ICB.BOARD.CEO.EMPLOYEE,C,"))
    let some = text(.rules(Place.RulesView(section: "C", strength: "statute")), format: .csv)
    #expect(!some.contains("MTG.NOTICE") && some.contains("ICB.BOARD.CEO.EMPLOYEE"))
    let before = text(.rules(Place.RulesView(inForce: true)), on: "2021-05-01", format: .csv)
    #expect(!before.contains("ICB.BOARD.CEO.EMPLOYEE"))
    let bill = text(.rules(Place.RulesView(section: "L", inForce: true)), format: .csv)
    #expect(!bill.contains("BILL."), "what is proposed is never in force")
    #expect(text(.rules(Place.RulesView())).contains("A person must judge"))
  }

  @Test("A rule has its three examples, with what it says of each and the record of it")
  func examples() {
    let page = text(.rule("ICB.BOARD.CEO.EMPLOYEE"))
    for words in [
      "As the rule asks", "Something is found", "It does not apply", "what a person is to a body",
      "in what capacity: secondee",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(reply(.rule("NO.RULE")).status == .notFound)
    let proposed = text(.rule("BILL.LASEAT"))
    #expect(proposed.contains("mark-planned") && proposed.contains("not in force until a day for it is recorded"))
  }

  @Test("What a board must contain differs in June 2021, July 2022 and November 2026, each with its citation")
  func requirements() {
    let page = text(.boardRequirements)
    for day in ["30 June 2021", "1 July 2022", "1 November 2026"] { #expect(page.contains(day)) }
    let rows = text(.boardRequirements, format: .csv)
    #expect(rows.contains("2021-06-30,ICB.BOARD.MIN.DESIGN2021") && rows.contains("2022-07-01,ICB.BOARD.MIN.STATUTE"))
    #expect(!rows.contains("2021-06-30,ICB.BOARD.MIN.STATUTE"))
  }

  @Test("The standing of a body counts, puts findings first, names what is missing, and accuses no real body")
  func standing() throws {
    let page = text(.check("hill.icb", proposed: false))
    let order = ["In numbers", "What was found", "What is not known", "What does not apply"]
    var rest = page[...]
    for words in order {
      let place = try #require(rest.firstRange(of: "\(words)</h2>"), "\(words) is not there, or not in its place")
      rest = rest[place.upperBound...]
    }
    let real = text(.check("icb.frimley", proposed: false))
    #expect(real.contains("irregular on the facts recorded") && real.contains("send a correction"))
    let rows = text(.check("icb.frimley", proposed: false), format: .csv).lowercased()
    for word in ["breach,", "unlawful:", "void:"] { #expect(!rows.contains(word)) }
    let json = text(.check("icb.frimley", proposed: false), format: .json)
    #expect(json.contains("\"finding\" : 0"), "nothing recorded, so nothing found")
  }

  @Test("Under the proposed law the rules of the Bill are put to the body, and the page says it is not law")
  func proposedLaw() {
    #expect(text(.check("hill.icb", proposed: false), format: .json).contains("\"law\" : \"actual\""))
    let page = text(.check("hill.icb", proposed: true))
    #expect(page.contains("as if the proposed law were in force") && page.contains("mark-planned"))
  }

  @Test("Who runs a body: seats, who holds them since and until when, vacancies, and who reports to whom")
  func whoRuns() {
    let page = text(.governance("hill.icb"))
    #expect(page.contains("is run by a board of three seats: two are held and one is vacant"))
    for words in [
      "Chair &lt;of&gt; Hill", "1 July 2025", "30 June 2028", "Vacant", "The record names nobody",
      "Town voice</a> (advises)",
      "24 September 2026", "Safeguarding",
    ] { #expect(page.contains(words), "\(words)") }
    let rows = text(.governance("hill.icb"), format: .csv)
    #expect(rows.contains("hill.board.chair,chair,chair,yes,,held,hill.ann,Chair <of> Hill,2025-07-01,2028-06-30"))
    #expect(rows.contains("hill.board.finance,finance director,finance-director,yes,,vacant,"))
    #expect(!page.contains("failed"), "tests of people are restricted")
    #expect(text(.governance("hill.icb"), on: "2026-11-01").contains("its last day was 30 September 2026"))
    #expect(reply(.governance("no.such")).status == .notFound)
  }

  @Test("Who decides, with the chain, who else may, who may not and why")
  func whoDecides() {
    let small = text(
      .whoDecides(WhoDecidesQuestion(function: "elective care", place: "hill.town", value: "£1,000,000")))
    #expect(
      small.contains("Buying panel decides on Planned care in Old &amp; new town at £1,000,000, up to £1,000,000"))
    #expect(small.contains("The scheme") || small.contains("the scheme, row &lt;2&gt;"))
    #expect(small.contains("Town voice advises and cannot decide"))
    let large = text(.whoDecides(WhoDecidesQuestion(function: "hill.elective", place: "hill.town", value: "1.6m")))
    #expect(
      large.contains("Board of Hill decides on Planned care")
        && large.contains("Buying panel may decide up to £1,000,000"))
    #expect(large.contains("<option value=\"hill.elective\" selected>"))
  }

  @Test(
    "A question that cannot be understood is refused beside its field",
    arguments: [
      ("nonsense", "", "", "function"), ("hill.elective", "nowhere", "", "place"),
      ("hill.elective", "", "lots", "value"), ("hill.elective", "", "1.6666666m", "value"),
      ("hill.elective", "", "m", "value"),
    ])
  func misunderstood(function: String, place: String, value: String, field: String) {
    let asked = Place.whoDecides(WhoDecidesQuestion(function: function, place: place, value: value))
    let answered = reply(asked)
    #expect(answered.status == .badRequest)
    let page = String(decoding: answered.body, as: UTF8.self)
    #expect(page.contains("There is a problem") && page.contains("href=\"#\(field)\""))
    #expect(reply(asked, format: .json).status == .badRequest)
  }

  @Test("The map shows each level, what has no home after a date, and what differs from another day")
  func functions() {
    let page = text(.functions("hill.icb", level: "", since: nil))
    #expect(page.contains("has two functions; each has a home") && page.contains("Buying panel"))
    #expect(!text(.functions("hill.icb", level: "place", since: nil), format: .csv).contains("Planned care"))
    let later = text(.functions("hill.icb", level: "", since: Day("2026-09-30")), on: "2026-10-01")
    #expect(later.contains("no home after this date") && later.contains("A thing nobody takes"))
    let rows = text(.functions("hill.icb", level: "", since: Day("2026-09-30")), on: "2026-10-01", format: .csv)
    #expect(rows.contains("2026-09-30,2026-10-01,holder,Planned care,Hill <board>,Hill heir"))
  }

  @Test("From a decision to its body, power, paper, minute, those there and a contact; what is restricted is not shown")
  func decisions() {
    let list = text(.decisions("hill.icb"))
    #expect(list.contains("href=\"/decisions/hill.hall?on=2026-03-31\"") && !list.contains("Hidden thing"))
    let page = text(.decision("hill.hall"))
    for words in [
      "href=\"/body/hill.icb?on=2026-03-31\"", "Kept by the board", "href=\"https://hill.example/papers/5\"",
      "Approved &amp; noted", "Chair &lt;of&gt; Hill", "governance@hill.example", "£1,600,000", "recused",
    ] { #expect(page.contains(words), "\(words)") }
    let rows = text(.decision("hill.hall"), format: .csv)
    #expect(rows.contains("present,Chief of Hill,not there for the item"))
    #expect(reply(.decision("hill.secret"), on: "2026-03-31").status == .notFound)
    #expect(reply(.decision("hill.hall"), on: "2026-03-11").status == .notFound)
  }

  @Test("The pages are found from the home page and from the page of a body")
  func reachable() {
    let home = Shipped.page(.home)
    #expect(home.contains("href=\"/who-decides\"") && home.contains("href=\"/rules\""))
    #expect(!home.contains("id=\"demonstration\""), "the demonstration stands only where the record holds it")
    let body = text(.body("hill.icb"))
    for part in ["governance", "functions", "decisions", "check"] {
      #expect(body.contains("href=\"/body/hill.icb/\(part)?on=2026-03-31\""), "\(part)")
    }
  }

  @Test("Where the record holds the demonstration, the home page asks and answers, each answer leading to its reasons")
  func demonstration() throws {
    let rows = """
      body northmoor.icb kind=icb form=statutory-corporation name="Northmoor board" from=2022-07-01
      body northmoor.harbour-city kind=place-partnership form=none name="Harbour City"
      group northmoor.board name="Board of Northmoor" sort=board bodies=northmoor.icb competence=deciding in-public=yes
      seat northmoor.board.chair group=northmoor.board role=chair
      function northmoor.function.elective title="Planned hospital care" holder=northmoor.icb words="elective care"
      authority northmoor.harbour.power function=northmoor.function.elective sort=scheme giver=northmoor.icb \
      taker=northmoor.board limit=1500000 places=northmoor.harbour-city
      meeting northmoor.next group=northmoor.board on=2027-01-28 title="Board in January" state=planned venue="Town hall"
      """.replacing("\\\n", with: "")
    let archive = Archive.holding(Shipped.statements + (try Notation.statements(rows)))
    let home = Shipped.page(.home, on: "2026-11-21", in: archive)
    #expect(home.contains("id=\"demonstration\""))
    #expect(
      home.contains(
        "Board of Northmoor decides on Planned hospital care in Harbour City at £1,000,000, up to £1,500,000"))
    #expect(
      home.contains(
        "href=\"/who-decides?function=northmoor.function.elective&amp;place=northmoor.harbour-city&amp;value=1000000"))
    #expect(home.contains("On 28 January 2027: Board in January, Town hall."))
    #expect(home.contains("href=\"/body/northmoor.icb/governance?on=2026-11-21\""))
    #expect(!Shipped.page(.home, on: "2022-06-30", in: archive).contains("id=\"demonstration\""))
  }

  @Test("Every sheet of governance has words for the pages of sources, and its rows are counted there")
  func sources() {
    let kinds = text(.data, format: .json)
    #expect(kinds.contains("A group has a seat") && !kinds.contains("\"meaning\" : \"seat-1\""))
    let source = text(.source(Notation.source))
    #expect(source.contains("A group has a seat") && source.contains("A decision was taken"))
    let answer = text(.sources, format: .json)
    #expect(
      answer.contains("\"fact\" : \"seat-1\"") && !answer.contains("check-1"), "what is restricted is not counted")
  }

  @Test("The page of who runs a body stays as it was looked at")
  func golden() throws {
    let page = text(.governance("hill.icb"))
    let main = try #require(page.firstRange(of: "<main"))
    let end = try #require(page.firstRange(of: "</main>"))
    try expectGolden(Array(page[main.lowerBound..<end.upperBound].utf8), "governance-page.html")
  }
}
