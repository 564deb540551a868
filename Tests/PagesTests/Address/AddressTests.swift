import Answers
import Chronicle
import Pages
import Testing
import Vocabulary

@Suite("Addresses")
struct AddressTests {
  static let places: [Place] = [
    .home, .find("Bath & North East Somerset"), .find(""), .bodies("icb"), .body("icb.frimley"),
    .history("icb.frimley"), .changes(nil), .changes(Day(number: 20_544)), .story, .measures,
    .measure("population.registered", Place.MeasureView()),
    .measure(
      "ae.attendances",
      Place.MeasureView(from: Day(number: 20_543), kind: "nhs-region", period: "2025/26", working: true)),
    .parts("ae.attendances", of: "icb.frimley", Place.MeasureView(kind: "nhs-region", period: "2025/26")),
    .parts("ae.attendances", of: "none", Place.MeasureView()), .row("file.a.b", RowPlace(number: 12)),
    .row("file.a.b", RowPlace(table: "System Level & more", number: 3)),
    .series("ae.attendances", of: "icb.frimley", rules: Place.usualRules),
    .series("ae.attendances", of: "icb.frimley", rules: "mdc-2024"), .performance("icb.frimley", month: nil),
    .performance("icb.frimley", month: "2026-01"), .priorities, .bodyPriorities("icb.frimley"), .compare([]),
    .compare(["icb.frimley", "icb.sussex"]),
    .area(Place.AreaForm()),
    .area(Place.AreaForm(piece: "lsoa21", codes: "E01000001\nE01000002", measure: "population.resident")),
    .meetings("icb.frimley"), .meeting("icb.frimley.board.2026-09-24"), .transparency, .interests("icb.frimley"),
    .selection("icb.frimley"), .partnership("icb.frimley"), .scrutiny("icb.frimley"),
    .systemCalendar("icb.frimley"), .feed("icb.frimley", .calendar), .feed("icb.frimley", .news),
    .feed("icb.frimley", .meetings), .feed("icb.frimley", .people),
    .oversight, .oversightMetrics(framework: "", against: ""),
    .oversightMetrics(framework: "2022-23", against: "2025-26"), .league(quarter: "", group: ""),
    .league(quarter: "Q4 2025/26", group: "Mental health and community trust"), .bodyOversight("icb.frimley"),
    .need("icb.frimley", measure: nil), .need("icb.frimley", measure: "ae.share-over-four-hours"),
    .areaNeed(Place.AreaForm(piece: "lsoa21", codes: "E01000001\nE01000002")), .coverage, .sources,
    .rules(Place.RulesView()), .rules(Place.RulesView(section: "C", strength: "statute", inForce: true)),
    .rule("ICB.BOARD.CEO.EMPLOYEE"), .boardRequirements, .check("icb.frimley", proposed: false),
    .check("icb.frimley", proposed: true), .governance("icb.frimley"), .whoDecides(WhoDecidesQuestion()),
    .whoDecides(WhoDecidesQuestion(function: "elective care", place: "a & b", value: "£1.6m", kind: "award")),
    .functions("icb.frimley", level: "", since: nil),
    .functions("icb.frimley", level: "place", since: Day(number: 20_543)), .decisions("icb.frimley"),
    .decision("a.decision"), .source("file.a.b"), .claims, .glossary, .journal, .data, .about,
  ]
  static let moments: [(Day?, Address.Known?, Address.Format)] = [
    (nil, nil, .page), (Day(number: 20_543), nil, .csv), (nil, .transaction(12), .json),
    (Day(number: 19_174), .recorded(Day(number: 20_000)), .page),
    (nil, .published(Day(number: 20_001)), .page),
  ]

  @Test("Every address reads back as itself", arguments: places)
  func roundTrip(place: Place) throws {
    for (on, known, format) in AddressTests.moments {
      let address = Address(place, on: on, known: known, format: format)
      let (path, query) = decode(address.link.text)
      #expect(try Address(path: path, query: query) == address)
    }
  }

  @Test(
    "What is no address says what to write",
    arguments: [
      ("/nowhere", Address.Fault.noSuchPage), ("/changes/yesterday", .noSuchPage), ("/body/a/b", .noSuchPage),
      ("/?on=1.4.2026", .unreadable(name: "on", advice: "write the date as year, month, day: 2026-04-01")),
      ("/?format=xml", .unreadable(name: "format", advice: "write csv or json")),
    ])
  func refused(text: String, fault: Address.Fault) {
    let (path, query) = decode(text)
    #expect(throws: fault) { try Address(path: path, query: query) }
  }

  @Test("What was published by a day is read with a hyphen, and with the colon of the command line")
  func publishedEitherWay() throws {
    for text in ["published-2026-03-31", "published:2026-03-31"] {
      #expect(Address.Known(text) == .published(try #require(Day("2026-03-31"))))
    }
    #expect(Address.Known("published 2026-03-31") == nil && Address.Known("published:soon") == nil)
  }

  private func decode(_ text: String) -> ([String], [(name: String, value: String)]) {
    func plain(_ part: Substring) -> String {
      var bytes: [UInt8] = []
      var rest = Array(part.utf8)[...]
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
          let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let halves = text.split(separator: "?", maxSplits: 1)
    let path = halves.isEmpty ? [] : halves[0].split(separator: "/").map(plain)
    var query: [(name: String, value: String)] = []
    for pair in halves.count < 2 ? [] : halves[1].split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      query.append((plain(sides[0]), sides.count > 1 ? plain(sides[1]) : ""))
    }
    return (path, query)
  }
}
