import Testing

@testable import Exchange

@Suite("Headings are found by meaning")
struct HeadingsTests {
  @Test(
    "case, spaces, line breaks and marks do not matter",
    arguments: [
      ("PCN Code", "PCN\nCode"), ("PCN_CODE", "\u{FEFF}pcn code "), ("ICB Code", "ICB (Code)"),
      ("GP_CODE", "GPCode"), ("Referral Route/Stage", "referral route / stage"),
    ])
  func alike(name: String, heading: String) throws {
    #expect(try Headings(["other", heading]).find(name) == 1)
  }

  @Test(
    "what only resembles a heading is not it",
    arguments: [
      ("PCN_CODE", "PCN_CODES"), ("LOC", "LOC22"), ("G&A WP", "GA WP"), ("90+", "90"), ("Name", "GP Name"),
    ])
  func others(name: String, heading: String) throws { #expect(try Headings([heading]).find(name) == nil) }

  @Test("any of several names will do, and two columns that say the same are refused")
  func several() throws {
    let headings = Headings(["code", "name", "NAME"])
    #expect(try headings.need("missing", "Code") == 0)
    #expect(throws: ImportError("the columns 'name' and 'NAME' say the same thing; remove or rename all but one")) {
      try headings.find("name")
    }
    #expect(throws: ImportError("there is no column 'A' or 'B'; the columns are 'code', 'name', 'NAME'")) {
      try headings.need("A", "B")
    }
  }

  @Test("a table with the telling columns that lacks another is almost of the format")
  func recognition() {
    let telling = [["GP_CODE", "PRACTICE_CODE"], ["PCN_CODE"]]
    func judge(_ names: String...) -> Recognition {
      Headings(names).recognise(telling: telling, [["SUB_ICB_LOCATION_CODE", "CCG_CODE"]])
    }
    #expect(judge("x", "CCG_CODE", "PCN_CODE", "PRACTICE_CODE") == .yes)
    #expect(judge("GP_CODE", "PATIENTS") == .no)
    #expect(
      judge("GP_CODE", "PCN_CODE")
        == .almost(
          "it lacks the column 'SUB_ICB_LOCATION_CODE' or 'CCG_CODE'. The columns are 'GP_CODE', 'PCN_CODE'"))
  }
}
