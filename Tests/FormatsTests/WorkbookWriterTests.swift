import Testing

@testable import Formats

/// A small document with a cell of every kind.
enum Pack {
  static func properties() throws -> DocumentProperties {
    DocumentProperties(
      title: "Waits in June 2026", publisher: "NHS Somewhere", description: "People who wait, by provider.",
      created: try #require(CivilDate(year: 2026, month: 7, day: 9)))
  }

  static let headings = ["Provider", "Waiting", "Within 18 weeks", "Rate [note 1]", "Census", "Year", "Mean", "Share"]

  static func waits() throws -> SpreadsheetTable {
    let june = try #require(CivilDate(year: 2026, month: 6, day: 30))
    return SpreadsheetTable(
      sheet: "Waits", title: "People who wait for treatment, by provider, June 2026",
      notes: ["Counts are of pathways."], sources: ["NHS England, consultant-led referral to treatment"],
      headings: headings,
      rows: [
        [
          .text("=cmd|'/c calc'!A1"), .integer(12_345), .number(0.615, .percentOneDecimal), .number(12.25, .oneDecimal),
          .date(june), .number(2026, .plain), .number(3.5, .twoDecimals), .number(0.5, .percent),
        ],
        [
          .text("Ysbyty ]]> <b>&amp; 🏥\tx\r\ny"), .missing(.confidential), .missing(.notAvailable),
          .missing(.lowReliability), .date(june), .integer(-7), .missing(.notApplicable), .number(1, .percent),
        ],
      ])
  }

  static func document(_ tables: SpreadsheetTable...) throws -> SpreadsheetDocument {
    SpreadsheetDocument(
      properties: try properties(), cover: ["Write to data@somewhere.example"], notes: ["Per 1,000 people."],
      tables: tables)
  }

  /// A table of one cell.
  static func table(_ cell: SpreadsheetCell, sheet: String = "Figures") -> SpreadsheetTable {
    SpreadsheetTable(sheet: sheet, title: "Figures", headings: ["Figure"], rows: [[cell]])
  }
}

@Suite("A workbook for publication can be read by everyone")
struct WorkbookWriterTests {
  @Test("a workbook passes the checklist of the Analysis Function") func checklist() throws {
    let quoted = Pack.table(.text("x"), sheet: "Bishop's Castle")
    let bytes = try WorkbookWriter.bytes(of: try Pack.document(try Pack.waits(), quoted))
    #expect(try SpreadsheetChecklist.faults(in: bytes) == [])
  }

  @Test(
    "the checklist finds each planted fault",
    arguments: [
      (
        "worksheets/sheet4", "</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>", "merged"
      ),
      ("worksheets/sheet1", "<row r=\"5\"><c r=\"A5\"", "<row r=\"6\"><c r=\"A6\"", "blank row"),
      ("worksheets/sheet4", "<c r=\"A4\"", "<c r=\"B4\"", "begins with a blank cell"),
      ("worksheets/sheet4", "<row r=\"8\">", "<row r=\"8\" hidden=\"1\">", "hidden"),
      ("worksheets/sheet4", "r=\"A1\" s=\"1\"", "r=\"A1\" s=\"0\"", "not a title"),
      ("worksheets/sheet4", "<v>12345</v>", "<f>1+1</f><v>12345</v>", "formula"),
      ("worksheets/sheet4", "<v>12345</v>", "", "blank cell"),
      ("worksheets/sheet4", "<tablePart r:id=\"rId1\"/>", "", "0 tables"),
      ("worksheets/sheet2", "'Waits'!A1", "'Gone'!A1", "leads to"),
      ("workbook", "name=\"Waits\"", "name=\"Sheet4\"", "says nothing"),
      ("workbook", "name=\"Waits\"", "name=\"Waits\" state=\"hidden\"", "is hidden"),
      ("workbook", "name=\"Notes\"", "name=\"Legend\"", "do not come first"),
      ("tables/table4", "name=\"Waiting\"", "name=\"provider\"", "two headings are alike"),
      ("tables/table4", "name=\"table_waits\"", "name=\"Table4\"", "table's name says nothing"),
      (
        "sharedStrings", "[note 1]</t></si><si><t xml:space=\"preserve\">Per", "note 1</t></si><si><t>Per",
        "not explained"
      ),
      ("../docProps/core", "<dc:language>en-GB</dc:language>", "", "no language"),
    ])
  func planted(_ part: String, _ old: String, _ new: String, _ fault: String) throws {
    let parts = try OfficeParts(try WorkbookWriter.bytes(of: try Pack.document(try Pack.waits())))
    let path = part.hasPrefix("../") ? "\(part.dropFirst(3)).xml" : "xl/\(part).xml"
    let broken = try parts.replacing(old, new, in: path)
    if fault == "do not come first" {
      #expect(failure { _ = try SpreadsheetChecklist.faults(in: broken) }?.kind == .missing)
    } else {
      #expect(try SpreadsheetChecklist.faults(in: broken).contains { $0.contains(fault) })
    }
  }

  @Test("cells come back as what they are: numbers, dates, words and reasons") func roundTrip() throws {
    let bytes = try WorkbookWriter.bytes(of: try Pack.document(try Pack.waits()))
    var rows: [SheetRow] = []
    try Workbook(ByteSource(bytes)).sheet("Waits").forEachRow { rows.append($0) }
    #expect(
      rows.prefix(5).map { $0.text(0) } == [
        "People who wait for treatment, by provider, June 2026", "This sheet contains one table.",
        "This table uses shorthand, which the sheet Notes explains: [c], [u], [x], [z].", "Counts are of pathways.",
        "Source: NHS England, consultant-led referral to treatment",
      ])
    #expect((0..<8).map { rows[5].text($0) } == Pack.headings)
    #expect(rows[6].text(0) == "=cmd|'/c calc'!A1")
    #expect((1..<8).map { rows[6].number($0) } == [12_345, 0.615, 12.25, 46_203, 2026, 3.5, 0.5])
    #expect(rows[6][4]?.civil.map { [$0.year, $0.month, $0.day] } == [2026, 6, 30])
    #expect((1..<8).map { rows[6][$0]?.isDate } == [false, false, false, true, false, false, false])
    #expect(
      (0..<8).map { rows[7].text($0) } == [
        "Ysbyty ]]> <b>&amp; 🏥\tx\ny", "[c]", "[x]", "[u]", "46203", "-7", "[z]", "1",
      ])
  }

  @Test("the cover, the contents and the notes say what they must") func frontMatter() throws {
    let workbook = try Workbook(ByteSource(try WorkbookWriter.bytes(of: try Pack.document(try Pack.waits()))))
    #expect(workbook.sheets.map(\.name) == ["Cover", "Contents", "Notes", "Waits"])
    var texts: [[String]] = []
    for sheet in workbook.sheets.prefix(3) {
      try sheet.forEachRow { texts.append($0.cells.map(\.text)) }
    }
    #expect(
      texts == [
        ["Waits in June 2026"], ["People who wait, by provider."], ["Publisher: NHS Somewhere"],
        ["Date of this workbook: 2026-07-09"], ["Write to data@somewhere.example"], ["Contents"],
        ["This sheet contains one table. It leads to every other sheet of this workbook."], ["Sheet", "Title"],
        ["Cover", "Waits in June 2026"], ["Notes", "Notes"],
        ["Waits", "People who wait for treatment, by provider, June 2026"], ["Notes"],
        ["This sheet contains one table. It explains the notes and shorthand of this workbook."],
        ["Note or shorthand", "Meaning"], ["[note 1]", "Per 1,000 people."],
      ] + Shorthand.allCases.map { [$0.rawValue, $0.meaning] })
  }

  @Test("the same document gives the same bytes, and holds its own date") func deterministic() throws {
    let document = try Pack.document(try Pack.waits())
    let bytes = try WorkbookWriter.bytes(of: document)
    #expect(try WorkbookWriter.bytes(of: document) == bytes)
    let core = "docProps/core.xml"
    #expect(try OfficeParts(bytes).texts(of: "created", in: core) == ["2026-07-09T00:00:00Z"])
    #expect(try OfficeParts(bytes).texts(of: "modified", in: core) == ["2026-07-09T00:00:00Z"])
  }

  @Test("headings stay in sight unless told otherwise") func frozen() throws {
    var document = try Pack.document(try Pack.waits())
    let path = "xl/worksheets/sheet4.xml"
    var parts = try OfficeParts(try WorkbookWriter.bytes(of: document))
    #expect(try parts.attributes("ySplit", "topLeftCell", "state", of: "pane", in: path) == [["6", "A7", "frozen"]])
    document.freezesHeadings = false
    parts = try OfficeParts(try WorkbookWriter.bytes(of: document))
    #expect(try parts.attributes("ySplit", of: "pane", in: path).isEmpty)
  }

  @Test(
    "text that begins like a formula is text, and stays it when it is typed again", arguments: ["=", "+", "-", "@"])
  func formulas(_ sign: String) throws {
    let bytes = try WorkbookWriter.bytes(of: try Pack.document(Pack.table(.text("\(sign)1+1"))))
    let parts = try OfficeParts(bytes)
    let cell = try #require(try parts.attributes("t", "s", of: "c", in: "xl/worksheets/sheet4.xml").last)
    #expect(cell[0] == "s")
    let formats = try parts.attributes("quotePrefix", "xfId", of: "xf", in: "xl/styles.xml").filter { $0[1] != nil }
    #expect(formats[try #require(cell[1].flatMap { Int($0) })][0] == "1")
    #expect(try !parts.text("xl/worksheets/sheet4.xml").contains("<f"))
  }

  @Test(
    "hostile text comes back, and what XML cannot hold leaves a mark",
    arguments: [
      ("a\u{0}b\u{7}c\u{1B}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"), ("\u{FFFE}x", "\u{FFFD}x"), ("]]>", "]]>"),
      ("_x000D_ stays", "_x000D_ stays"), ("👩🏽‍⚕️", "👩🏽‍⚕️"), (" padded ", " padded "),
      ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
      ("\u{202E}right", "\u{202E}right"), ("<!--&#0;-->", "<!--&#0;-->"),
    ])
  func hostile(_ text: String, _ expected: String) throws {
    let bytes = try WorkbookWriter.bytes(of: try Pack.document(Pack.table(.text(text))))
    var last = ""
    try Workbook(ByteSource(bytes)).sheet("Figures").forEachRow { last = $0.text(0) }
    #expect(last == expected)
    #expect(try SpreadsheetChecklist.faults(in: bytes) == [])
  }

  @Test(
    "a name that Excel would refuse is refused here, with the reason",
    arguments: [
      ("A/B", "the character /"), ("[x]", "the character ["), ("what?", "the character ?"), ("a:b", "the character :"),
      ("a*b", "the character *"), ("a\\b", "the character \\"), (String(repeating: "n", count: 32), "32 characters"),
      (" ", "is empty"), ("'quoted", "apostrophe"), ("History", "keeps for itself"), ("cover", "two sheets"),
      ("a\u{7}", "control character"),
    ])
  func names(_ name: String, _ reason: String) throws {
    let document = try Pack.document(Pack.table(.text("x"), sheet: name))
    let error = failure { _ = try WorkbookWriter.bytes(of: document) }
    #expect(error?.description.contains(reason) == true)
    #expect(error?.place.part?.hasPrefix("sheet “") == true)
  }

  @Test("tables have names of their own, whatever their sheets are called") func tableNames() {
    #expect(
      SheetName.tables(on: ["RTT waits", "RTT_waits", "A1", "Gwasanaethau Iechyd é"]) == [
        "table_rtt_waits", "table_rtt_waits_2", "table_a1", "table_gwasanaethau_iechyd__",
      ])
  }

  @Test("a cell holds 32,767 characters and no more") func longText() throws {
    let most = try Pack.document(Pack.table(.text(String(repeating: "é", count: 32_767))))
    #expect(try SpreadsheetChecklist.faults(in: try WorkbookWriter.bytes(of: most)) == [])
    let more = try Pack.document(Pack.table(.text(String(repeating: "é", count: 40_000))))
    let error = failure { _ = try WorkbookWriter.bytes(of: more) }
    #expect(
      error?.description
        == "sheet “Figures”, row 5, column 1: the text has 40000 characters, where a cell holds 32767. Shorten it.")
  }

  @Test("a sheet holds 1,048,576 rows and no more") func manyRows() throws {
    var table = Pack.table(.integer(1))
    table.rows = Array(repeating: [.integer(1)], count: 1_048_576)
    let error = failure { _ = try WorkbookWriter.bytes(of: try Pack.document(table)) }
    #expect(error?.kind == .tooLarge)
    #expect(error?.description.contains("1048580 rows, where 1048576 are allowed") == true)
  }

  @Test("what could not be followed is refused") func refused() throws {
    let good = Pack.table(.text("x"))
    let old = try #require(CivilDate(year: 1900, month: 2, day: 28))
    let table = { (headings: [String], rows: [[SpreadsheetCell]]) in
      SpreadsheetTable(sheet: "Figures", title: "Figures", headings: headings, rows: rows)
    }
    let cases: [(SpreadsheetTable, String)] = [
      (table(["A", "a"], [[.text("x"), .text("y")]]), "two columns are headed"),
      (table([" "], [[.text("x")]]), "a heading is one line"),
      (table(["a\nb"], [[.text("x")]]), "a heading is one line"),
      (table(["A"], []), "no rows"), (table([], [[]]), "columns"),
      (table(["A", "B"], [[.text("x")]]), "row has 1 cells"), (Pack.table(.text(" \n")), "cell is blank"),
      (Pack.table(.number(.nan, .integer)), "not a number"), (Pack.table(.number(.infinity, .plain)), "not a number"),
      (Pack.table(.date(old)), "before 1 March 1900"), (Pack.table(.sheet("Nowhere")), "not a sheet of this workbook"),
    ]
    for (table, reason) in cases {
      let error = failure { _ = try WorkbookWriter.bytes(of: try Pack.document(table)) }
      #expect(error?.description.contains(reason) == true, "\(reason)")
    }
    var untitled = try Pack.document(good)
    untitled.properties.title = ""
    #expect(failure { _ = try WorkbookWriter.bytes(of: untitled) }?.kind == .missing)
    var gap = try Pack.document(good)
    gap.cover = ["one", "", "two"]
    #expect(failure { _ = try WorkbookWriter.bytes(of: gap) }?.place.row == 6)
  }

  @Test(
    "a day has the serial number that Excel gives it",
    arguments: [
      (1900, 3, 1, 61), (1970, 1, 1, 25_569), (2000, 2, 29, 36_585), (2026, 4, 1, 46_113), (9999, 12, 31, 2_958_465),
    ])
  func serials(_ year: Int, _ month: Int, _ day: Int, _ serial: Int) throws {
    #expect(CivilDate(year: year, month: month, day: day)?.serial == serial)
  }

  @Test("a day that is not in the calendar is none") func noDay() {
    for (year, month, day) in [(2026, 2, 29), (1900, 2, 29), (2026, 13, 1), (2026, 4, 31), (0, 1, 1), (2026, 1, 0)] {
      #expect(CivilDate(year: year, month: month, day: day) == nil)
    }
    #expect(CivilDate(year: 987, month: 1, day: 2)?.description == "0987-01-02")
  }
}
