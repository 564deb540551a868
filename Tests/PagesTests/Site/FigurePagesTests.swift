import Chronicle
import Foundation
import Pages
import RegexBuilder
import Testing
import Vocabulary

@Suite("Pages of figures and of the record") struct FigurePagesTests {
  static let waits = Place.measure("waiting-list.incomplete", Place.MeasureView())

  static let places: [Place] = [
    .measures, waits,
    .measure("waiting-list.incomplete", Place.MeasureView(kind: "nhs-region", working: true)),
    .measure("waiting-list.share-over-52-weeks", Place.MeasureView()), .area(Place.AreaForm()),
    .area(Place.AreaForm(board: "icb.thames-valley")),
    .area(Place.AreaForm(piece: "sub-icb-location", codes: "15N 06H")),
    .area(Place.AreaForm(piece: "council", codes: "E06000036", measure: "all")), .sources,
    .parts("waiting-list.incomplete", of: "icb.thames-valley", Place.MeasureView()),
    .parts("waiting-list.incomplete", of: "none", Place.MeasureView()),
    .row("file.test", RowPlace(number: 12)), .source("brief-001"), .source("file.test"), .claims, .glossary, .journal,
    .data, .about,
  ]

  @Test(arguments: places) func eachPageHasOneHeadingAndTellsItsOwnLink(_ place: Place) throws {
    let page = FigureRecord.withFigures.text(place)
    #expect(page.matches(of: /<h1>/).count == 1)
    #expect(page.contains("</html>"))
    #expect(!page.contains("<script"))
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count, "an identifier stands twice")
    for link in links(of: page) {
      let read = try address(of: link)
      #expect(read.link.text == link)
    }
  }

  @Test(arguments: places) func eachAnswersAsData(_ place: Place) {
    guard place != .area(Place.AreaForm()), place != .area(Place.AreaForm(board: "icb.thames-valley")) else {
      return
    }
    for format in [Address.Format.csv, .json] {
      let reply = FigureRecord.withFigures.reply(place, format: format)
      #expect(reply.status == .ok)
      #expect(reply.fileName?.hasSuffix(".\(format.rawValue)") == true)
      if format == .json { #expect((try? JSONSerialization.jsonObject(with: Data(reply.body))) != nil) }
    }
  }

  @Test func linksKeepTheMoment() throws {
    let reply = FigureRecord.withFigures.reply(
      Address(FigurePagesTests.waits, on: Day("2026-05-05"), known: .transaction(1)))
    let page = String(decoding: reply.body, as: UTF8.self)
    for link in links(of: page) where link.hasPrefix("/body/") || link.hasPrefix("/sources") {
      #expect(link.contains("known=t1"))
    }
  }

  // MARK: Measures

  @Test func withNothingLoadedTheWayToLoadIsShown() {
    let page = FigureRecord.empty.text(.measures)
    #expect(page.contains("concordat import RECORD FILE"))
    #expect(page.contains("No official figures have been loaded yet."))
  }

  @Test func waitsMoveToTheMapOfToday() {
    let table = FigureRecord.withFigures.text(FigurePagesTests.waits, on: "2026-04-01", format: .csv)
    #expect(
      table.hasPrefix("period,measure,target,target_name,value,exact_part,status,basis,sources,note\r\n"))
    #expect(table.contains("apportioned,commissioned,QNQ"))
    let rows = table.split(separator: "\r\n").dropFirst().compactMap { row -> Double? in
      row.firstMatch(of: /,(\d+),\d*,(?:exact|apportioned|refused),/).flatMap { Double($0.output.1) }
    }
    #expect(rows.reduce(0, +) == 1_970)
  }

  @Test func theOldMapIsTheEveOfTheLastChange() {
    let page = FigureRecord.withFigures.text(FigurePagesTests.waits, on: "2026-11-21")
    #expect(page.contains("As it was, 31 March 2026"))
    #expect(page.contains("As it is, 21 November 2026"))
    #expect(page.contains("All, on the map of 31 March 2026"))
  }

  @Test(
    arguments: [
      ("deprivation.rank", "icb", nil, "does not add up across areas"),
      ("waiting-list.incomplete", "castle", nil, "Figures cannot be shown for “castle”"),
      ("waiting-list.incomplete", "icb", "2031-01", "There are no figures of Waiting list for “2031-01”"),
      ("waiting-list.incomplete", "ccg", nil, "There were no clinical commissioning groups on"),
    ] as [(String, String, String?, String)])
  func refusalsSayWhy(_ id: String, _ kind: String, _ period: String?, _ words: String) {
    var record = FigureRecord.withFigures
    // A rank is held too, so that it is refused for what it is.
    record.statements += record.statements.filter {
      $0.kind == "observation-1" && $0.subject == "waiting-list.incomplete"
    }
    .compactMap { try? Statement($0.text.replacing("waiting-list.incomplete", with: "deprivation.rank")) }
    let reply = record.reply(.measure(id, Place.MeasureView(kind: kind, period: period)))
    #expect(reply.status == .ok)
    #expect(String(decoding: reply.body, as: UTF8.self).contains(words))
  }

  @Test func anUnknownMeasureIsNotFound() {
    let reply = FigureRecord.withFigures.reply(.measure("x\"><script>", Place.MeasureView()))
    #expect(reply.status == .notFound)
    #expect(!String(decoding: reply.body, as: UTF8.self).contains("<script"))
  }

  /// Dorset is one location of 3,000 people and Kent and Medway one of 1,500, with one small area of four in the
  /// poorest fifth and four of eight.
  @Test func compareShowsPeopleAndDeprivationWhenLoaded() {
    let place = Place.compare(["icb.dorset", "icb.kent-and-medway"])
    let before = FigureRecord.empty.text(place, format: .csv)
    #expect(!before.contains("Residents") && !before.contains("poorest fifth"))
    let table = FigureRecord.withPeople.text(place, format: .csv)
    #expect(table.contains("\"Residents, mid-2024\",\"3,000\",\"1,500\""))
    #expect(table.contains("\"Small areas in the poorest fifth of England, 2025\",25.0%,50.0%"))
    #expect(!table.contains("Registered people"), "what is not loaded is not given")
    #expect(FigureRecord.withPeople.text(place).contains("/sources/file.test\""), "the figures name their file")
  }

  // MARK: Areas

  @Test func anAreaOfLocationsHasItsWaits() {
    let form = Place.AreaForm(piece: "sub-icb-location", codes: "15n, 06H\n15N")
    let page = FigureRecord.withFigures.text(.area(form), on: "2026-03-31")
    #expect(page.contains("2 sub-ICB locations."))
    let table = FigureRecord.withFigures.text(.area(form), on: "2026-03-31", format: .csv)
    #expect(table.contains("waiting-list.incomplete,Waiting list,pathways,2026-01,700,700,exact"))
  }

  @Test(arguments: [
    ("castle", "E1", "Choose what the codes are of"), ("council", " ,; ", "Paste at least one code"),
    ("council", "E06000036 NOWHERE", "are no codes of councils"),
    (
      "lsoa21", (0...5_000).map { "E\($0)" }.joined(separator: " "),
      "Paste at most 5,000 codes: these are 5,001"
    ),
  ]) func faultsOfTheFormAreSaid(_ piece: String, _ codes: String, _ words: String) {
    let page = FigureRecord.withFigures.text(.area(Place.AreaForm(piece: piece, codes: codes)))
    #expect(page.contains("There is a problem"))
    #expect(page.matches(of: Regex { words }).count == 2, "beside the field and in the summary")
  }

  @Test func hostileCodesAreOnlyText() {
    let form = Place.AreaForm(piece: "council", codes: "<script>alert(1)</script> \"'><img")
    let page = FigureRecord.withFigures.text(.area(form))
    #expect(!page.lowercased().contains("<script"))
    #expect(!page.lowercased().contains("<img"))
    #expect(page.contains("&lt;SCRIPT") || page.contains("&lt;script"))
  }

  @Test func tickedAndPastedCodesJoin() throws {
    let read = try Address(
      path: ["area"], query: [("piece", "council"), ("codes", "E06000036"), ("codes", "E06000040")])
    guard case .area(let form) = read.place else { throw NotAnArea() }
    #expect(form.codes == "E06000036\nE06000040")
    #expect(try address(of: read.link.text) == read)
  }

  struct NotAnArea: Error {}

  // MARK: Data

  @Test func cellsAreNoFormulas() {
    let reply = DataReply.csv(
      header: ["a", "b"], rows: [["=1+1", "-5"], ["@x", "-a"]], name: "../odd name")
    #expect(String(decoding: reply.body, as: UTF8.self) == "a,b\r\n'=1+1,-5\r\n'@x,'-a\r\n")
    #expect(reply.fileName == "odd-name.csv")
  }

  @Test func aFigureLeadsToItsPartsAndTheyAddUpToIt() throws {
    let page = FigureRecord.withFigures.text(FigurePagesTests.waits)
    #expect(page.contains("/measures/waiting-list.incomplete/parts/icb.thames-valley"))
    let place = Place.parts("waiting-list.incomplete", of: "icb.thames-valley", Place.MeasureView())
    let whole = FigureRecord.withFigures.reply(FigurePagesTests.waits, format: .json)
    let parts = FigureRecord.withFigures.reply(place, format: .json)
    let figures = try figures(in: whole)
    let figure = try #require(figures["icb.thames-valley"])
    let said = try #require(try JSONSerialization.jsonObject(with: Data(parts.body)) as? [String: Any])
    let values = (said["parts"] as? [[String: Any]] ?? []).compactMap { $0["value"] as? Double }
    #expect(!values.isEmpty)
    // Divided counts are rounded to whole people in the figure itself.
    #expect(abs(values.reduce(0, +) - figure) < 1)
  }

  private func figures(in reply: Reply) throws -> [String: Double] {
    let said = try #require(try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any])
    let rows = (said["periods"] as? [[String: Any]])?.last?["rows"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0["target"] as? String ?? "", $0["value"] as? Double ?? .nan) })
  }

  @Test func aRowIsShownAsItStandsAndIsOnlyText() {
    let page = FigureRecord.withFigures.text(.row("file.test", RowPlace(number: 12)))
    #expect(page.contains("Column 3"))
    #expect(page.contains("&lt;b&gt;"))
    #expect(!page.contains("<b>"))
  }

  @Test func aSourceShowsWhatItGave() {
    let page = FigureRecord.withFigures.text(.source("file.test"))
    #expect(page.contains("Periods of figures"))
    #expect(page.contains("row=1"))
    #expect(FigureRecord.withFigures.reply(.source("nothing")).status == .notFound)
  }

  @Test func termsWithSeveralMeaningsComeFirst() throws {
    let page = FigureRecord.empty.text(.glossary)
    let several = try #require(page.firstRange(of: "Words with more than one meaning"))
    let all = try #require(page.firstRange(of: "All words"))
    #expect(several.lowerBound < all.lowerBound)
    #expect(page.contains("ICP has four"))
  }

  @Test func theJournalEnds() {
    #expect(FigureRecord.empty.reply(.journalPage(2)).status == .notFound)
    #expect(FigureRecord.empty.text(.journal).contains("concordat verify RECORD"))
  }

  // MARK: As they were

  @Test func goldenData() throws {
    // Golden files are kept with plain line ends.
    func table(_ place: Place, _ day: String) -> [UInt8] {
      FigureRecord.withFigures.reply(place, on: day, format: .csv).body.filter { $0 != 0x0D }
    }
    let area = Place.area(Place.AreaForm(piece: "sub-icb-location", codes: "15N 06H", measure: "all"))
    try expectGolden(table(FigurePagesTests.waits, "2026-04-01"), "measure-waits.csv")
    try expectGolden(table(area, "2026-03-31"), "area-figures.csv")
  }

  /// Writes the pages to a folder, to be looked at: only where `CONCORDAT_PAGES_DIR` names one.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CONCORDAT_PAGES_DIR"] != nil))
  func pagesToLookAt() throws {
    let path = try #require(ProcessInfo.processInfo.environment["CONCORDAT_PAGES_DIR"])
    for (number, place) in FigurePagesTests.places.enumerated() {
      let page = FigureRecord.withFigures.text(place).replacing("href=\"/style.css\"", with: "href=\"style.css\"")
      try Data(page.utf8).write(to: URL(filePath: path).appending(path: "figures-\(number).html"))
    }
  }
}
