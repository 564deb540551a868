import Chronicle
import Register
import Testing
import Vocabulary

@testable import Answers

@Suite struct FindAnswerTests {
  @Test(arguments: [
    ("St. Helens & Knowsley", "st helens and knowsley"), ("  King’s   Lynn ", "kings lynn"),
    ("Barrow-in-Furness", "barrow in furness"),
    ("Ynys Môn", "ynys mon"), ("E54000052", "e54000052"), ("--", ""), ("Ærø", "aero"),
    ("Cafe\u{301}", "cafe"), ("北京", "北京"),
  ])
  func folding(_ text: String, _ folded: String) { #expect(Folding.fold(text) == folded) }

  @Test(arguments: [
    ("sl41aa", "SL4 1AA"), ("B1 1AA", "B1 1AA"), ("ec1a 1bb", "EC1A 1BB"), ("QNQ", nil), ("H81047", nil),
    ("D4U1Y", nil), ("E54000052", nil), ("", nil), ("1AA 1AA", nil),
  ])
  func postcodes(_ text: String, _ written: String?) { #expect(Postcode(text)?.written == written) }

  @Test func aCodeFindsEveryBodyThatEverHadIt() throws {
    let before = FindAnswer("qnq", in: shipped("2021-06-01"))
    #expect(before.hits.map(\.id) == ["stp.frimley", "icb.frimley"])
    #expect(before.hits[0].matched.isCurrent)
    #expect(before.hits[0].successors.contains { $0.id == "icb.frimley" })
    let after = FindAnswer("QNQ", in: shipped("2022-07-01"))
    #expect(after.hits.map(\.id) == ["icb.frimley", "stp.frimley"])
    #expect(after.hits[0].matched.what == "ODS code")
    #expect(after.hits[0].matched.until.text == "2026-04-01")
    #expect(
      FindAnswer("ods:QNQ@2021-06-01", in: shipped("2026-11-21")).hits.map(\.id) == [
        "stp.frimley", "icb.frimley",
      ])
    #expect(FindAnswer("ons:QNQ", in: shipped("2022-07-01")).hits.isEmpty)
  }

  @Test func frimleyIsTheBoardFirst() throws {
    let answer = FindAnswer("Frimley", in: shipped("2025-01-01"))
    #expect(answer.hits.first?.id == "icb.frimley")
    #expect(answer.hits.prefix(7).allSatisfy { $0.id.hasSuffix("frimley") || $0.id.hasSuffix("d4u1y") })
    let now = try #require(FindAnswer("frimley", in: shipped("2026-11-21")).hits.first)
    #expect(now.id == "icb.frimley")
    #expect(now.state == .ended)
    #expect(
      now.sentence.hasSuffix(
        "Its people now belong to three boards: Thames Valley; Hampshire and Isle of Wight; and Surrey and Sussex."
      ))
  }

  @Test func anOldNameShowsLaterOnes() throws {
    let answer = FindAnswer(
      "South Yorkshire and Bassetlaw Sustainability and Transformation Partnership", in: shipped("2026-11-21")
    )
    let hit = try #require(answer.hits.first)
    #expect(hit.id == "stp.south-yorkshire-and-bassetlaw")
    #expect(hit.matched.what == "former name")
    #expect(hit.laterNames.contains { $0.name == "South Yorkshire and Bassetlaw Integrated Care System" })
    #expect(hit.successors.contains { $0.id == "icb.south-yorkshire" })
    let short = FindAnswer("south yorkshire & bassetlaw", in: shipped("2022-07-01")).hits
    #expect(short.first?.id == "stp.south-yorkshire-and-bassetlaw")
  }

  @Test func aDistrictFindsItsBoard() throws {
    let hits = FindAnswer("Bassetlaw", in: shipped("2022-07-01")).hits
    let district = try #require(hits.first { $0.kind == "council" })
    #expect(district.boards.map(\.board.id) == ["icb.nottingham-and-nottinghamshire"])
    #expect(district.boards.first?.share == 1)
    let place = try #require(hits.first { $0.id == "place.bassetlaw" })
    #expect(place.boards.map(\.board.id) == ["icb.nottingham-and-nottinghamshire"])
    let group = try #require(hits.first { $0.id == "ccg.02q" })
    #expect(group.state == .ended)
    #expect(group.successors.contains { $0.id == "icb.nottingham-and-nottinghamshire" })
  }

  @Test func aWardLeadsToItsCouncilAndBoard() throws {
    func ward(_ code: String, _ name: String, _ council: String) throws -> [Statement] {
      let ward = try body("ward.\(code)")
      let source = SourceReference(nil)
      return [
        Statement(Body(ward, .ward), .always, source: source),
        Statement(Name(ward, name), .always, source: source),
        Statement(Relation(ward, Relation.partOf, try body(council)), .always, source: source),
      ]
    }
    let archive = Archive.holding(
      Shipped.statements + (try ward("e05009861", "Ladgate", "council.e06000002"))
        + (try ward("e05008895", "Hook and Hartley", "council.e07000089")))
    func find(_ name: String) throws -> FindHit {
      try #require(FindAnswer(name, in: Snapshot(archive, trueOn: day("2025-01-01"))).hits.first)
    }
    let ladgate = try find("ladgate")
    #expect(ladgate.id == "ward.e05009861" && ladgate.kind == "ward")
    #expect(ladgate.boards.map(\.board.id) == ["icb.north-east-and-north-cumbria"])
    #expect(ladgate.boards.first?.by?.id == "council.e06000002")
    #expect(
      ladgate.sentence
        == "Ladgate is a ward. Its council is Middlesbrough, its board NHS North East and North Cumbria Integrated Care Board."
    )
    let hook = try find("hook and hartley")
    #expect(
      hook.sentence.hasSuffix(
        "Its council is Hart, which lies in two boards: Frimley; and Hampshire and Isle of Wight."), "\(hook.sentence)")
  }

  @Test func aDistrictInTwoBoardsSaysSo() throws {
    let hart = try #require(FindAnswer("Hart", in: shipped("2022-07-01")).hits.first)
    #expect(hart.boards.map(\.board.id) == ["icb.frimley", "icb.hampshire-and-isle-of-wight"])
    #expect(hart.sentence.contains("Frimley (75.4% of its small areas)"))
    let later = try #require(FindAnswer("Hart", in: shipped("2026-04-01")).hits.first)
    #expect(later.boards.map(\.board.id) == ["icb.hampshire-and-isle-of-wight"])
  }

  @Test func anEndedCodeNamesItsBoard() throws {
    let hit = try #require(FindAnswer("E54000052", in: shipped("2026-11-21")).hits.first)
    #expect(hit.id == "icb.surrey-heartlands")
    #expect(hit.matched.until.text == "2023-04-01")
  }

  @Test func wordsInAnyOrderAndByTheirBeginnings() {
    #expect(
      FindAnswer("wight hampsh", in: shipped("2026-04-01")).hits.first?.id
        == "icb.hampshire-and-isle-of-wight")
    #expect(
      FindAnswer("xyzzy", in: shipped("2026-04-01")).sentence
        == "No name or code in the record answers to “xyzzy”.")
    #expect(FindAnswer("", in: shipped("2026-04-01")).hits.isEmpty)
    let many = FindAnswer("council nhs integrated care board", in: shipped("2026-04-01"), limit: 5)
    #expect(many.hits.count <= 5)
  }

  @Test func anAmbiguousTermShowsItsMeaningsFirst() throws {
    let archive = try Shipped.with(
      "term-1\t\t\tpublic\tderived\tbrief-003\tterm.icp-9a\tICP9\tintegrated care partnership\ticp\tsince 2022",
      "term-1\t\t\tpublic\tderived\tbrief-002\tterm.icp-9b\tICP9\tintegrated care provider\tcontract-designation\ta contract"
    )
    let answer = FindAnswer("icp9", in: Snapshot(archive, trueOn: day("2026-04-01")))
    #expect(answer.isAmbiguous)
    #expect(answer.meanings.map(\.kind) == ["icp", "contract-designation"])
    #expect(
      answer.sentence == "icp9 has two meanings: integrated care partnership and integrated care provider.")
  }

  @Test func aPostcodeWithoutADirectorySaysWhatToImport() throws {
    let place = try #require(FindAnswer("SL4 1AA", in: shipped("2026-04-01")).place)
    #expect(place.bodies.isEmpty)
    #expect(place.sentence.contains("import a postcode directory"))
  }

  @Test func whatIsNotPublicIsNotFound() throws {
    let archive = try Shipped.with(
      "body-1\t2020-01-01\t\tinternal\tofficial\tbrief-001\tsecret.thing\tother",
      "name-1\t2020-01-01\t\tinternal\tofficial\tbrief-001\tsecret.thing\tZebedee Trust\tofficial")
    #expect(FindAnswer("zebedee", in: Snapshot(archive, trueOn: day("2026-04-01"))).count == 0)
    #expect(
      FindAnswer("zebedee", in: Snapshot(archive, trueOn: day("2026-04-01"), audience: .internal)).count == 1)
  }
}
