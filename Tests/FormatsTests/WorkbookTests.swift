import Testing

@testable import Formats

/// A small workbook, part by part.
struct Workshop {
  var parts: [(String, String)]

  init(
    sheet: String, strings: String? = nil, styles: String? = nil, properties: String = "",
    sheets: String = "<sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/>"
  ) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var links = "<Relationship Id=\"rId1\" Type=\"\(types)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    links += "<Relationship Id=\"rId9\" Type=\"\(types)/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
    links += "<Relationship Id=\"rId2\" Type=\"\(types)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    links += "<Relationship Id=\"rId3\" Type=\"\(types)/styles\" Target=\"styles.xml\"/>"
    parts = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(types)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\">"
          + "\(properties)<sheets>\(sheets)</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"),
      ("xl/worksheets/sheet1.xml", "<worksheet>\(sheet)</worksheet>"),
    ]
    if let strings { parts.append(("xl/sharedStrings.xml", "<sst>\(strings)</sst>")) }
    if let styles { parts.append(("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")) }
  }

  func bytes(_ method: ZIPArchive.Entry.Method = .stored) throws -> [UInt8] {
    try ZIPTests.archive(parts.map { ($0.0, Array($0.1.utf8)) }, method)
  }

  func open() throws -> Workbook { try Workbook(ByteSource(try bytes(), name: "book.xlsx")) }

  /// All cells of the first sheet.
  func cells() throws -> [Cell] {
    var cells: [Cell] = []
    try open().sheets[0].forEachRow { cells += $0.cells }
    return cells
  }
}

@Suite("A workbook is read as its values, whatever else is in it")
struct WorkbookTests {
  @Test("each kind of cell has its value") func values() throws {
    let sheet = """
      <dimension ref="A1:A1"/><sheetData><row r="2" spans="1:9"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>12.5</v></c>
      <c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="str"><f>A1&amp;"x"</f><v>a &lt; b</v></c>
      <c r="G2" t="inlineStr"><is><t xml:space="preserve"> in line </t></is></c><c r="H2" s="1"/><c r="J2"><f>1+1</f><v> 2 </v></c>
      <c r="AA2" t="d"><v>2026-04-01T00:00:00</v></c><c r="AB2"><v>1E3</v></c></row></sheetData><drawing r:id="rId77"/>
      """
    let cells = try Workshop(sheet: sheet, strings: "<si><t>shared</t></si>").cells()
    #expect(cells.map(\.address.description) == ["B2", "C2", "D2", "E2", "F2", "G2", "J2", "AA2", "AB2"])
    #expect(
      cells.map(\.value) == [
        .text("shared"), .number(12.5), .boolean(true), .error("#N/A"), .text("a < b"), .text(" in line "),
        .number(2), .text("2026-04-01T00:00:00"), .number(1000),
      ])
    #expect(
      cells.map(\.text) == [
        "shared", "12.5", "TRUE", "#N/A", "a < b", " in line ", "2", "2026-04-01T00:00:00", "1000",
      ])
    #expect(cells[7].civil.map { [$0.year, $0.month, $0.day] } == [2026, 4, 1])
  }

  @Test(
    "rich text is joined, phonetic guides are left out, and escaped characters are what they stand for",
    arguments: [
      ("<t>a</t>", "a"), ("<r><rPr><b/></rPr><t>NHS </t></r><r><t>Trust</t></r>", "NHS Trust"),
      ("<t>東</t><rPh sb=\"0\" eb=\"1\"><t>ひがし</t></rPh>", "東"), ("<t>Org_x000D_\nCode</t>", "Org\nCode"),
      ("<t>a_x000d_b</t>", "a\nb"), ("<t>_x005F_x000D_</t>", "_x000D_"),
      ("<t>snake_case_x</t>", "snake_case_x"),
      ("<t>&#163;&#x20AC;&amp;&lt;&gt;&quot;&apos;</t>", "£€&<>\"'"), ("<t><![CDATA[<b>]]></t>", "<b>"),
      ("<t>one<!-- no -->two</t>", "onetwo"), ("<t>a\r\nb</t>", "a\nb"),
    ])
  func sharedText(_ xml: String, _ text: String) throws {
    let sheet = "<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>"
    #expect(try Workshop(sheet: sheet, strings: "<si>\(xml)</si>").cells().map(\.text) == [text])
  }

  @Test("rows and cells without an address follow each other") func withoutAddresses() throws {
    let sheet =
      "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"/><row><c r=\"C6\"><v>3</v></c><c><v>4</v></c></row></sheetData>"
    #expect(try Workshop(sheet: sheet).cells().map(\.address.description) == ["A1", "B1", "C6", "D6"])
  }

  @Test("a row gives its cells by column, and nothing where there is none") func columns() throws {
    let sheet = "<sheetData><row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row></sheetData>"
    try Workshop(sheet: sheet).open().sheet("One").forEachRow { row in
      #expect(row.number == 3)
      #expect((0...4).map { row.text($0) } == ["", "1", "", "2", ""])
      #expect((0...4).map { row.number($0) } == [nil, 1, nil, 2, nil])
    }
  }

  @Test("prefixed tags are read like others") func prefixes() throws {
    var workshop = Workshop(sheet: "")
    workshop.parts[4].1 =
      "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    #expect(try workshop.cells().map(\.text) == ["7"])
  }

  @Test(
    "a style makes a number a date",
    arguments: [
      ("<numFmts/>", "14", true), ("", "0", false), ("", "9", false), ("", "22", true), ("", "49", false),
      ("<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>", "164", true),
      (
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[Red]0.00;&quot;days&quot;\"/></numFmts>", "164",
        false
      ),
      ("<numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/></numFmts>", "164", true),
      ("<numFmts><numFmt numFmtId=\"164\" formatCode=\"General\"/></numFmts>", "164", false),
      ("<numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0\\d\"/></numFmts>", "164", false),
    ])
  func dateStyles(_ formats: String, _ id: String, _ isDate: Bool) throws {
    let styles =
      formats
      + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(id)\"/></cellXfs>"
    let cells = try Workshop(
      sheet: "<sheetData><row><c s=\"1\"><v>46113</v></c></row></sheetData>", styles: styles
    ).cells()
    #expect(cells[0].isDate == isDate)
    #expect(cells[0].civil.map { [$0.year, $0.month, $0.day] } == (isDate ? [2026, 4, 1] : nil))
  }

  @Test(
    "serial numbers are days, in either system",
    arguments: [
      (.since1900, 1, [1900, 1, 1]), (.since1900, 59, [1900, 2, 28]), (.since1900, 60, nil),
      (.since1900, 61, [1900, 3, 1]), (.since1900, 25569, [1970, 1, 1]), (.since1900, 46113, [2026, 4, 1]),
      (.since1900, 46113.99, [2026, 4, 1]), (.since1900, 2_958_465, [9999, 12, 31]),
      (.since1900, 2_958_466, nil),
      (.since1900, 0, nil), (.since1900, -1, nil), (.since1900, .nan, nil), (.since1904, 0, [1904, 1, 1]),
      (.since1904, 44651, [2026, 4, 1]), (.since1904, 2_957_003, [9999, 12, 31]),
      (.since1904, 2_957_004, nil),
    ] as [(DateSystem, Double, [Int]?)])
  func serials(_ system: DateSystem, _ serial: Double, _ expected: [Int]?) {
    #expect(system.civil(serial).map { [$0.year, $0.month, $0.day] } == expected)
  }

  @Test("the workbook says which system it counts in") func dateSystem() throws {
    #expect(try Workshop(sheet: "").open().dates == .since1900)
    #expect(try Workshop(sheet: "", properties: "<workbookPr date1904=\"1\"/>").open().dates == .since1904)
  }

  @Test("sheets keep their order, and hidden ones are marked") func sheets() throws {
    let sheets = """
      <sheet name="B &amp; C" sheetId="7" state="hidden" r:id="rId9"/><sheet name="A" sheetId="1" r:id="rId1"/>
      """
    var workshop = Workshop(sheet: "<sheetData/>", sheets: sheets)
    workshop.parts.append(("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>"))
    let workbook = try workshop.open()
    #expect(workbook.sheets.map(\.name) == ["B & C", "A"])
    #expect(workbook.sheets.map(\.isHidden) == [true, false])
    let missing = #expect(throws: FormatError.self) { try workbook.sheet("C") }
    #expect(missing?.description == "book.xlsx: there is no sheet “C”. The sheets are: “B & C”, “A”.")
  }

  @Test(
    "addresses are read and printed",
    arguments: [
      ("A1", 1, 0), ("B15", 15, 1), ("Z9", 9, 25), ("AA10", 10, 26), ("XFD1048576", 1_048_576, 16_383),
    ])
  func addresses(_ text: String, _ row: Int, _ column: Int) {
    #expect(CellAddress(text) == CellAddress(row: row, column: column))
    #expect(CellAddress(row: row, column: column).description == text)
  }

  @Test(
    "what is not an address is not read",
    arguments: ["", "A", "1", "A0", "a-1", "XFE1", "A1048577", "A1:B2", "AAAA1", "B 1", "A01", "1A"])
  func notAddresses(_ text: String) { #expect(CellAddress(text) == nil) }

  @Test("dollars and small letters are allowed in an address") func looseAddresses() {
    #expect(CellAddress("$b$15") == CellAddress("B15"))
  }

  struct Refusal: CustomTestStringConvertible {
    let sheet: String
    let problem: String
    init(_ sheet: String, _ problem: String) { (self.sheet, self.problem) = (sheet, problem) }
    var testDescription: String { problem }
  }

  @Test(
    "a damaged or hostile sheet is refused",
    arguments: [
      Refusal("<sheetData><row><c><v>twelve</v></c></row></sheetData>", "cell A1 is not a number"),
      Refusal(
        "<sheetData><row><c t=\"s\"><v>3</v></c></row></sheetData>",
        "cell A1 refers to a text that the workbook does not have"),
      Refusal(
        "<sheetData><row><c t=\"b\"><v>maybe</v></c></row></sheetData>", "cell A1 is neither true nor false"),
      Refusal("<sheetData><row><c t=\"zz\"><v>1</v></c></row></sheetData>", "a cell is of an unknown type"),
      Refusal("<sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>", "rows are not in order"),
      Refusal(
        "<sheetData><row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row></sheetData>",
        "the cells of row 2 are not in order"),
      Refusal(
        "<sheetData><row r=\"2\"><c r=\"B3\"/></row></sheetData>", "the cells of row 2 are not in order"),
      Refusal("<sheetData><row r=\"1048577\"/></sheetData>", "there are more rows than a sheet can have"),
      Refusal("<!DOCTYPE x [<!ENTITY a \"b\">]>", "the document defines its own type (DTD)"),
      Refusal(
        "<sheetData><row><c t=\"str\"><v>&lol;</v></c></row></sheetData>",
        "there is an entity that XML does not define"),
      Refusal(
        "<sheetData><row><c t=\"str\"><v>&#0;</v></c></row></sheetData>",
        "there is an entity that XML does not define"),
      Refusal("<sheetData><row></c></row></sheetData>", "a closing tag does not match its opening tag"),
      Refusal("<sheetData><row r=2/></sheetData>", "an attribute is not quoted"),
      Refusal("<sheetData><row r=\"1\" r=\"2\"/></sheetData>", "an attribute is given twice"),
      Refusal("<sheetData><row r=\"<\"/></sheetData>", "there is a < inside an attribute"),
      Refusal("<sheetData><row", "a tag does not close"),
      Refusal("</worksheet><worksheet>", "there is a second root element"),
      Refusal("</worksheet>x<worksheet>", "there is text outside the root element"),
      Refusal("<!-- ", "the document stops in the middle"),
      Refusal(String(repeating: "<a>", count: 80), "tags are nested more than 64 deep"),
      Refusal("<a>\u{1}</a>", "there is a control character in the text"),
    ])
  func refuses(_ example: Refusal) throws {
    let error = try #require(failure { _ = try Workshop(sheet: example.sheet).cells() })
    #expect(error.problem == example.problem)
    #expect(error.description.hasPrefix("book.xlsx, xl/worksheets/sheet1.xml"))
  }

  @Test("a document in another encoding is refused") func encodings() throws {
    var workshop = Workshop(sheet: "")
    workshop.parts[4].1 = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet/>"
    #expect(failure { _ = try workshop.cells() }?.problem == "the document is in “iso-8859-1”")
  }

  @Test(
    "what is not a workbook is called what it is",
    arguments: [
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        "this is an old Excel file (.xls) or one with a password, not an Excel workbook (.xlsx)"
      ),
      (Array("%PDF-1.7".utf8), "this is a PDF document, not an Excel workbook (.xlsx)"),
      (Array("code,name\n".utf8), "this is a text table, not an Excel workbook (.xlsx)"),
      (Array("<!DOCTYPE html><html>".utf8), "this is a web page, not an Excel workbook (.xlsx)"),
      ([], "this is too short to be a ZIP archive"),
    ] as [([UInt8], String)])
  func otherFiles(_ bytes: [UInt8], _ problem: String) {
    #expect(failure { _ = try Workbook(ByteSource(bytes)) }?.problem == problem)
  }

  @Test("an archive that is not a workbook is refused, and a missing part is named") func otherArchives()
    throws
  {
    let plain = try ZIPTests.archive([("a.csv", [])])
    #expect(
      failure { _ = try Workbook(ByteSource(plain)) }?.problem
        == "this is a ZIP archive, not an Excel workbook (.xlsx)")
    var workshop = Workshop(sheet: "")
    workshop.parts.removeLast()
    #expect(
      failure { _ = try workshop.cells() }?.description
        == "book.xlsx, One: the sheet has no table of cells. Choose another sheet; this may be a chart.")
  }

  @Test("limits hold for sheets, cells and text") func limits() throws {
    let workshop = Workshop(
      sheet: "<sheetData><row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row></sheetData>",
      strings: "<si><t>abcdef</t></si><si><t>ghijkl</t></si>")
    let bytes = try workshop.bytes()
    func problem(_ change: (inout Workbook.Limits) -> Void) -> String? {
      var limits = Workbook.Limits()
      change(&limits)
      return failure {
        try Workbook(ByteSource(bytes), limits: limits).sheets[0].forEachRow { _ in }
      }?.problem
    }
    #expect(problem { _ in } == nil)
    #expect(problem { $0.sheets = 0 } == "the workbook has more than 0 sheets")
    #expect(problem { $0.cells = 1 } == "the sheet has more than 1 cells")
    #expect(problem { $0.cellBytes = 5 } == "a cell has more than 5 bytes of text")
    #expect(problem { $0.sharedStrings = 1 } == "the workbook has too much text")
    #expect(problem { $0.sharedStringBytes = 11 } == "the workbook has too much text")
    #expect(problem { $0.archive.entries = 1 }?.hasPrefix("the archive has") == true)
  }
}
