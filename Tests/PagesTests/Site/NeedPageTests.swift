import Answers
import Chronicle
import Foundation
import Pages
import Testing
import Vocabulary

@Suite("Pages of need") struct NeedPageTests {
  static let places: [Place] = [
    .need("icb.dorset", measure: nil), .need("icb.surrey-and-sussex", measure: "screening.share"),
    .need("icb.dorset", measure: "no.such-measure"),
    .areaNeed(Place.AreaForm(piece: "lsoa21", codes: "E01000001 E01000002")),
  ]

  /// What an accessibility checker asks of structure: one h1, no level left out, captions, names, unique identifiers.
  static func checkStructure(_ page: String) {
    #expect(page.matches(of: /<h1>/).count == 1)
    let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "a level of heading is left out: \(levels)")
    #expect(page.matches(of: /<table/).count == page.matches(of: /<caption/).count)
    #expect(!page.contains("<script"))
    #expect(page.contains("lang=\"en-GB\"") && page.contains("class=\"skip\""))
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count, "an identifier stands twice")
    for reference in page.matches(of: /aria-labelledby="([^"]+)"/) {
      for id in reference.output.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id) names nothing") }
    }
    for head in page.matches(of: /<th(?: class="figure")?>/) { Issue.record("a heading without scope: \(head.output)") }
  }

  @Test(arguments: places) func structureIsSound(_ place: Place) throws {
    let page = FigureRecord.withNeed.text(place)
    Self.checkStructure(page)
    for link in links(of: page) { #expect(try address(of: link).link.text == link) }
  }

  @Test func theSentenceComesBeforeEveryDrawing() throws {
    let page = FigureRecord.withNeed.text(.need("icb.dorset", measure: nil))
    let sentence = try #require(page.firstRange(of: "Dorset Integrated Care Board has 10,450 residents (2021)."))
    let drawing = try #require(page.firstRange(of: "<figure"))
    #expect(sentence.lowerBound < drawing.lowerBound)
    for words in ["Share of residents by age", "National fifth", "What cannot be said", "Census 2021 table TS021"] {
      #expect(page.localizedStandardContains(words), "\(words)")
    }
  }

  @Test func aRateIsShownWithinItsLimitsAndByDeprivation() {
    let page = FigureRecord.withNeed.text(.need("icb.surrey-and-sussex", measure: "screening.share"))
    for words in [
      "The merger hides a contrast", "not ranked", "99.8% limits", "Slope, population-weighted",
      "Slope, quintile-weighted", "Nearest in need to",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test func dataSaysTheSame() throws {
    let place = Place.need("icb.dorset", measure: nil)
    let table = FigureRecord.withNeed.text(place, format: .csv)
    #expect(table.hasPrefix(NeedAnswer.columns.joined(separator: ",") + "\r\n"))
    #expect(table.contains("residents,Residents,10450,people,47800,exact,resident,2021,lsoa21,file.test,"))
    let json =
      try JSONSerialization.jsonObject(
        with: Data(FigureRecord.withNeed.reply(place, format: .json).body)) as? [String: Any]
    #expect((json?["gaps"] as? [Any])?.count == 4)
  }

  @Test(
    arguments: [
      (.need("icb.sussex", measure: nil), .notFound, "did not exist on 21 November 2026"),
      (
        .need("combined-authority.greater-manchester", measure: nil), .notFound, "has no people of its own here"
      ),
      (.need("no.such", measure: nil), .notFound, "No such body"),
      (.areaNeed(Place.AreaForm(piece: "castle", codes: "E1")), .badRequest, "Choose what the codes are of"),
    ] as [(Place, Reply.Status, String)])
  func refusalsSayWhy(_ place: Place, _ status: Reply.Status, _ words: String) {
    let reply = FigureRecord.withNeed.reply(place)
    #expect(reply.status == status)
    #expect(String(decoding: reply.body, as: UTF8.self).contains(words))
  }

  @Test func bodiesAndMadeAreasLeadToIt() {
    #expect(FigureRecord.withNeed.text(.body("icb.dorset")).contains("/body/icb.dorset/need"))
    let area = FigureRecord.withNeed.text(.area(Place.AreaForm(piece: "lsoa21", codes: "E01000001")))
    #expect(area.contains("/area/need?piece=lsoa21"))
  }

  @Test func thePageStaysAsItWasLookedAt() throws {
    let reply = FigureRecord.withNeed.reply(.need("icb.surrey-and-sussex", measure: "screening.share"))
    // The digest of the record changes with the shipped reference, and so does the foot of every page.
    let page = String(decoding: reply.body, as: UTF8.self)
    let main = try #require(page.firstRange(of: "<main"))
    let end = try #require(page.firstRange(of: "</main>"))
    try expectGolden(Array(page[main.lowerBound..<end.upperBound].utf8), "need-page.html")
  }
}
