import Chronicle
import Foundation
import Pages
import Register
import Testing
import Vocabulary

private typealias Address = Pages.Address

/// What every page must be, whatever it is about.
@Suite("Pages of bodies") struct SiteTests {
  static let days = ["2016-06-01", "2021-05-01", "2022-07-01", "2026-03-31", "2026-04-01", "2030-01-01"]

  static let places: [Place] = [
    .home, .coverage, .find(""), .find("ICP"), .find("Frimley"), .find("GU1 1AA"), .find("E01012367"), .find("<b>&"),
    .bodies("icb"), .bodies("ccg"), .bodies("stp"), .bodies("nhs-trust"), .bodies("icb-cluster"),
    .body("icb.frimley"), .body("icb.thames-valley"), .body("icp.frimley"), .body("ics.frimley"),
    .body("council.e10000030"), .body("region.south-east"), .body("ccg.d4u1y"), .body("stp.frimley"),
    .body("cluster.sel-swl"), .body("place.bassetlaw"), .body("acs.dorset"),
    .history("icb.frimley"), .history("icb.thames-valley"), .changes(nil), .changes(Day("2026-04-01")),
    .changes(Day("2022-07-01")), .changes(Day("2025-01-02")), .story, .compare([]),
    .compare(["icb.frimley", "icb.thames-valley"]), .compare(["nonsense"]), .compare(["icb.frimley"]),
  ]

  private func matches(_ pattern: String, in page: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    return expression.matches(in: page, range: NSRange(page.startIndex..., in: page)).compactMap { match in
      Range(match.range(at: 1), in: page).map { String(page[$0]) }
    }
  }

  @Test(arguments: days) func everyPageIsWhole(_ day: String) {
    for place in SiteTests.places {
      let reply = Shipped.reply(place, on: day)
      let page = String(decoding: reply.body, as: UTF8.self)
      #expect(reply.status == .ok, "\(place) on \(day)")
      #expect(page.components(separatedBy: "<h1").count == 2, "\(place) on \(day): one h1")
      #expect(!page.contains("NaN") && !page.contains("-∞") && !page.contains("nil"), "\(place) on \(day)")
      #expect(!page.contains("<script"), "\(place)")
      let ids = matches(" id=\"([^\"]+)\"", in: page)
      #expect(Set(ids).count == ids.count, "\(place) on \(day): an id twice")
      let anchors = matches("href=\"#([^\"]+)\"", in: page)
      #expect(Set(anchors).isSubset(of: Set(ids)), "\(place) on \(day): leads nowhere in the page")
      let drawings = page.components(separatedBy: "<figure class=\"drawing\"").count
      #expect(
        page.components(separatedBy: "class=\"finding\"").count >= drawings,
        "\(place): a sentence for each drawing")
      #expect(page.components(separatedBy: "<table").count >= drawings, "\(place): a table for each drawing")
    }
  }

  /// Every link on every page is an address of the site, at the same moment unless it is meant to turn the day.
  @Test func everyLinkLeadsSomewhere() throws {
    var seen: Set<String> = []
    for day in ["2021-05-01", "2026-03-31"] {
      for place in SiteTests.places {
        for link in matches("href=\"(/[^\"]*)\"", in: Shipped.page(place, on: day))
        where seen.insert(link).inserted {
          guard link != "/style.css" else { continue }
          let address = try read(link.replacing("&amp;", with: "&"))
          #expect(address.on != nil, "\(link) on \(place) forgets the day")
        }
      }
    }
    #expect(seen.count > 500)
  }

  /// Pages of this part of the site that are linked to answer.
  @Test func linkedPagesAnswer() throws {
    var seen: Set<String> = []
    for place: Place in [
      .home, .bodies("icb"), .bodies("icb-cluster"), .body("icb.frimley"), .history("icb.frimley"), .story,
    ] {
      for link in matches("href=\"(/[^\"]*)\"", in: Shipped.page(place, on: "2026-03-31"))
      where seen.insert(link).inserted {
        guard link != "/style.css" else { continue }
        let address = try read(link.replacing("&amp;", with: "&"))
        switch address.place {
        case .home, .find, .bodies, .body, .history, .changes, .story, .compare, .coverage:
          #expect(Shipped.reply(address).status == .ok, "\(link) from \(place)")
        default: continue
        }
      }
    }
  }

  private func read(_ link: String) throws -> Pages.Address {
    let parts = link.split(separator: "?", maxSplits: 1).map(String.init)
    let path = parts[0].split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
    let asked = parts.count < 2 ? "" : String(parts[1].prefix { $0 != "#" })
    let query = asked.split(separator: "&").map { pair -> (name: String, value: String) in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.removingPercentEncoding ?? "" }
      return (sides[0], sides.count > 1 ? sides[1] : "")
    }
    return try Pages.Address(path: path, query: query)
  }

  @Test(arguments: [
    "", "..", "icb.<script>", "ICB.FRIMLEY", "a\u{0}b", String(repeating: "x", count: 5_000), "icb.nobody",
  ])
  func hostileIdentifiers(_ id: String) {
    for place: Place in [.body(id), .history(id), .bodies(id)] {
      let reply = Shipped.reply(place)
      #expect(reply.status == .notFound, "\(place)")
      #expect(!String(decoding: reply.body, as: UTF8.self).contains("<script"))
      #expect(reply.body.count < 60_000)
    }
    for place: Place in [.find(id), .compare([id, id])] { #expect(Shipped.reply(place).status == .ok) }
  }

  @Test func aCodeLeadsToItsBody() {
    let reply = Shipped.reply(.body("QNQ"), on: "2026-03-31")
    #expect(reply.status == .seeOther)
    #expect(reply.location?.text == "/body/icb.frimley?on=2026-03-31")
    #expect(Shipped.reply(.body("QNQ"), on: "2026-04-01").status == .notFound)
  }

  @Test func everyAnswerIsData() throws {
    for place in SiteTests.places {
      let json = Shipped.reply(place, on: "2026-03-31", format: .json)
      if json.type.hasPrefix("application/json") {
        #expect((try? JSONSerialization.jsonObject(with: Data(json.body))) != nil, "\(place)")
        let csv = Shipped.reply(place, on: "2026-03-31", format: .csv)
        #expect(csv.type.hasPrefix("text/csv"), "\(place)")
        #expect(csv.fileName?.hasSuffix(".csv") == true)
      }
    }
    #expect(Shipped.reply(.home, format: .json).type.hasPrefix("application/json"))
  }
}

/// What particular pages say.
@Suite("What the pages of bodies say") struct SayingTests {
  @Test func homeShowsTheMapOfTheDay() {
    let page = Shipped.page(.home, on: "2026-03-31")
    #expect(page.contains("42 integrated care boards in seven regions"))
    #expect(page.contains("Ringed: changes on 1 April 2026"))
    #expect(Shipped.page(.home, on: "2026-04-01").contains("Ringed: changed on 1 April 2026"))
    #expect(page.contains("href=\"/body/icb.frimley?on=2026-03-31\""))
  }

  @Test func homeSaysWhatIsUnknown() {
    #expect(Shipped.page(.home, on: "2016-06-01").contains("There is no map for this day"))
    let before = Shipped.page(.home, on: "2021-05-01")
    #expect(before.contains("Boards did not exist yet"))
    #expect(before.contains("Each partnership is drawn where the board that took its place in 2022 stands"))
    #expect(before.components(separatedBy: "class=\"tile ").count - 1 >= 42)
  }

  @Test func frimleyBeforeAndAfter() {
    let before = Shipped.page(.body("icb.frimley"), on: "2026-03-31")
    #expect(before.contains("What comes next"))
    #expect(before.contains("58.8% to Thames Valley"))
    let after = Shipped.page(.body("icb.frimley"), on: "2030-01-01")
    #expect(after.contains("It did not exist on 1 January 2030"))
    #expect(after.contains("Where its people went"))
  }

  @Test func aPartNeverLooksLikeAWhole() {
    let page = Shipped.page(.body("icb.hampshire-and-isle-of-wight"))
    #expect(page.contains("22.9% of Frimley") && page.contains("Elsewhere"))
  }

  @Test func anAmbiguousTermShowsItsMeaningsFirst() throws {
    let page = Shipped.page(.find("ICP"))
    #expect(page.contains("ICP has four meanings"))
    #expect(page.contains("Integrated care provider"))
  }

  @Test func aPostcodeSaysWhatToImport() {
    #expect(Shipped.page(.find("GU1 1AA")).contains("import a postcode directory"))
  }

  @Test func formsKeepTheMoment() {
    let address = Pages.Address(.find("frimley"), on: Day("2026-03-31"), known: .transaction(1))
    let page = String(decoding: Shipped.reply(address).body, as: UTF8.self)
    #expect(page.contains("name=\"on\" value=\"2026-03-31\"") && page.contains("name=\"known\" value=\"t1\""))
  }

  @Test func plannedChangesAreMarked() throws {
    let archive = try Shipped.with(
      "body-1\t2027-04-01\t\tpublic\tassumed\tbrief-001\ticb.next\ticb",
      "name-1\t2027-04-01\t\tpublic\tassumed\tbrief-001\ticb.next\tNext Board\tofficial",
      "succession-1\t2027-04-01\t\tpublic\tassumed\tbrief-001\ticb.dorset\tmerge\ticb.next\tproposed\t\t")
    let page = Shipped.page(.body("icb.dorset"), in: archive)
    #expect(page.contains("What comes next") && page.contains("planned"))
    #expect(Shipped.page(.changes(Day("2027-04-01")), in: archive).contains("mark-planned"))
    #expect(Shipped.page(.home, in: archive).contains("trail-planned"))
  }

  @Test func theStoryOfTheMap() {
    let page = Shipped.page(.story)
    for words in ["36", "42 integrated care boards", "1 July 2022", "What is not known"] {
      #expect(page.contains(words))
    }
  }

  @Test func changesOf2026AreDrawnAndThoseOf2022AreATable() {
    #expect(Shipped.page(.changes(Day("2026-04-01"))).contains("id=\"moves-1-w-title\""))
    let page = Shipped.page(.changes(Day("2022-07-01")))
    #expect(!page.contains("id=\"moves-1-w-title\"") && page.contains("Those that were split"))
  }

  /// What each new board has is said to the last person.
  @Test func theBoardsOf2026AddUp() {
    let page = Shipped.page(.changes(Day("2026-04-01")))
    for people in [
      "3,529,683", "2,009,857", "1,807,303", "3,175,477", "2,513,965", "4,737,954",
    ] { #expect(page.contains("\(people) people"), "\(people)") }
  }

  /// A square for each board of 2022, as imported outlines are kept.
  @Test func theMapOnTheGround() throws {
    let opening = Day("2022-07-01") ?? .distantPast
    let register = Snapshot(Shipped.archive, trueOn: opening).register
    let codes = register.bodies(.integratedCareBoard).compactMap { register.code($0, in: "ons") }.sorted()
    let rings = codes.indices.map { index in
      let (west, south) = (-3 + Double(index % 7), 50 + Double(index / 7))
      return
        "\(west) \(south),\(west + 1) \(south),\(west + 1) \(south + 1),\(west) \(south + 1)|9 50,9.1 50,9 50.1"
    }
    let block = Block(units: codes, columns: [("code", .text(codes)), ("rings", .text(rings))])
    let digest = Digest(of: "outlines")
    let archive = try Shipped.with(
      "lookup-1\t2022-07-01\t\tpublic\tofficial\tons-icb-boundaries-2023\tboundary.icb\ticb\ticb\tons\t\(digest.hex)\t42"
    )
    let fetch: Blocks = { _ in block }
    func home(_ day: String) -> String {
      String(decoding: Shipped.reply(.home, on: day, in: archive, blocks: fetch).body, as: UTF8.self)
    }
    #expect(home("2022-07-01").contains("id=\"ground-map\""))
    #expect(home("2022-07-01").contains("/sources/ons-icb-boundaries-2023?on=2022-07-01"))
    #expect(!home("2026-04-01").contains("id=\"ground-map\""), "outlines of other boards are not shown")
  }

  @Test func thousandsOfBodiesAreNotOnOnePage() throws {
    let rows = try (0..<900).map { number in
      try Statement("body-1\t2000-01-01\t\tpublic\tofficial\tbrief-001\tpractice.\(number)\tgeneral-practice")
    }
    let archive = Archive.holding(Shipped.statements + rows)
    let page = Shipped.page(.bodies("general-practice"), in: archive)
    #expect(page.contains("These are the first 500 of 900"))
    let csv = Shipped.reply(.bodies("general-practice"), format: .csv, in: archive).body
    #expect(csv.count { $0 == UInt8(ascii: "\n") } == 901)
  }

  @Test func theSystemsListCountsUpperTierCouncils() {
    let page = Shipped.page(.bodies("icb"), on: "2022-07-01")
    #expect(page.contains("three boards have one upper-tier council (Gloucestershire, Lincolnshire and Somerset)"))
    #expect(page.contains("one has more than ten (North East and North Cumbria: 13)"))
    let row = page.components(separatedBy: "<tr").first { $0.contains("icb.north-east-and-north-cumbria?") }
    #expect(row?.contains(">13<") == true)
    #expect(page.contains("href=\"/coverage?on=2022-07-01\""))
    #expect(!Shipped.page(.bodies("nhs-region"), on: "2022-07-01").contains("Upper-tier councils"))
  }

  @Test func coverageSaysWhatToLoadAndThenFindsTheGaps() throws {
    #expect(Shipped.page(.coverage).contains("Import an ONS lookup"))
    let block = Block(
      units: ["E01000001", "E01000002", "E01000003"], columns: [("code", .text(["15N", "06H", "NOWHERE"]))])
    let digest = Digest(of: block.encoded)
    let archive = try Shipped.with(
      "lookup-1\t2022-07-01\t\tpublic\tofficial\tons-sicbl24-icb24-nhser24\tlookup.lsoa21.sicbl"
        + "\tlsoa21\tsub-icb-location\tods\t\(digest.hex)\t3")
    let fetch: Blocks = { _ in block }
    let page = String(
      decoding: Shipped.reply(.coverage, on: "2026-03-31", in: archive, blocks: fetch).body, as: UTF8.self)
    #expect(page.contains("of the three small areas of 2021, one lies in no integrated care board and none in more"))
    #expect(page.contains("E01000003") && page.contains("id=\"lsoa21-gaps\"") && !page.contains("id=\"lsoa11\""))
    let csv = Shipped.reply(.coverage, on: "2026-03-31", format: .csv, in: archive, blocks: fetch)
    #expect(String(decoding: csv.body, as: UTF8.self).contains("lsoa21,,,,E01000003,"))
    #expect(Shipped.reply(.coverage, in: archive).status == .serverError, "a lookup that cannot be read is said")
  }

  /// The digest of the record stands on every page and changes with every row of the reference: it is left out.
  @Test func goldenPages() throws {
    for (place, name) in [
      (Place.body("cluster.sel-swl"), "body-cluster.html"), (.find("ICP"), "find-icp.html"),
      (.bodies("nhs-region"), "bodies-region.html"),
    ] {
      let page = String(decoding: Shipped.reply(place, on: "2026-03-31").body, as: UTF8.self)
        .replacing(Shipped.archive.head.digest.short, with: "000000000000")
      try expectGolden(Array(page.utf8), name)
    }
  }
}
