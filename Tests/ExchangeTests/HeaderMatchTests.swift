import Testing

@testable import Exchange

@Suite("Headings are found by meaning")
struct HeaderMatchTests {
  @Test(
    "a year stamp may be there or not",
    arguments: [
      ("SICBL##CDH", "SICBL24CDH", 2024), ("SICBL##CDH", "sicbl26cdh", 2026), ("SICBL##CDH", "SICBLCDH", nil),
      ("SICBL##CDH", "SICBL2023CDH", 2023), ("pop ##", "pop 2022/23", 2022), ("pop ##", "Pop_22/23", 2022),
      ("LOC##", "LOC", nil), ("PCN Code", "PCN\nCode", nil), ("PCN_CODE", "\u{FEFF}pcn code ", nil),
      ("ICB Code", "ICB (Code)", nil),
    ] as [(String, String, Int?)])
  func stamps(spelling: String, heading: String, year: Int?) {
    let found = HeaderMatch(["other", heading]).find([spelling])
    #expect(found?.column == 1)
    #expect(found?.year == year)
  }

  @Test(
    "what only resembles a heading is not it",
    arguments: [
      ("SICBL##CDH", "SICBL24CD"), ("LOC##", "LOCname"), ("LOC##", "LOC22name"), ("ICB##CD", "SICB24CD"),
      ("PCN_CODE", "PCNCODE"), ("pop ##", "pop 123"),
    ])
  func others(spelling: String, heading: String) { #expect(HeaderMatch([heading]).first(spelling) == nil) }

  @Test("the first spelling that is there wins, and two columns under one spelling are none")
  func precedence() throws {
    let header = HeaderMatch(["LSOA11CD", "LSOA21CD", "name", "NAME"])
    #expect(header.first("missing", "LSOA21CD", "LSOA11CD") == 1)
    #expect(header.all(["LSOA##CD"]).map(\.year) == [2011, 2021])
    #expect(header.first("LSOA##CD") == nil)
    #expect(
      throws: ImportError("several columns could be 'name': 'name', 'NAME'. Keep the one that is meant")
    ) {
      _ = try header.require("name")
    }
    #expect(
      throws: ImportError(
        "there is no column 'ICBCDH'. The columns are: 'LSOA11CD', 'LSOA21CD', 'name', 'NAME'")
    ) { _ = try header.require("ICB##CDH") }
  }

  @Test("a table with the telling columns that lacks another is almost of the format")
  func recognition() {
    let telling = [HeaderMatch.Wanted("GP_CODE", "PRACTICE_CODE"), .init("PCN_CODE")]
    let needed = [HeaderMatch.Wanted("SUB_ICB_LOCATION_CODE", "CCG_CODE")]
    func judge(_ names: String...) -> Recognition {
      HeaderMatch(names).recognise("a map of practices", telling: telling, also: needed)
    }
    #expect(judge("x", "CCG_CODE", "PCN_CODE", "PRACTICE_CODE") == .yes)
    #expect(judge("GP_CODE", "PATIENTS") == .no)
    guard case .almost(let why) = judge("GP_CODE", "PCN_CODE") else { return #expect(Bool(false)) }
    #expect(why.contains("lacks the column 'SUB_ICB_LOCATION_CODE' or 'CCG_CODE'"))
  }
}
