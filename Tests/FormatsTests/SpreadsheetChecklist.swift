import Testing

@testable import Formats

/// What is wrong with a published workbook.
///
/// Source: Government Analysis Function, *Making spreadsheets accessible: a brief checklist of the basics* (2021).
struct SpreadsheetChecklist {
  private let parts: OfficeParts
  private let workbook: Workbook
  private(set) var faults: [String] = []

  static func faults(in bytes: [UInt8]) throws -> [String] {
    var checklist = SpreadsheetChecklist(
      parts: try OfficeParts(bytes), workbook: try Workbook(ByteSource(bytes, name: "book.xlsx")))
    try checklist.checkProperties()
    try checklist.checkNames()
    for sheet in checklist.workbook.sheets { try checklist.check(sheet) }
    try checklist.checkContents()
    try checklist.checkNotes()
    return checklist.faults
  }

  private init(parts: OfficeParts, workbook: Workbook) {
    self.parts = parts
    self.workbook = workbook
  }

  private mutating func expect(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }

  private mutating func checkProperties() throws {
    let core = "docProps/core.xml"
    expect(try parts.texts(of: "title", in: core).first?.isEmpty == false, "the workbook has no title")
    expect(try parts.texts(of: "creator", in: core).first?.isEmpty == false, "the workbook has no author")
    expect(try parts.texts(of: "language", in: core) == ["en-GB"], "the workbook has no language")
  }

  private mutating func checkNames() throws {
    let names = workbook.sheets.map(\.name)
    expect(names.starts(with: ["Cover", "Contents", "Notes"]), "cover, contents and notes do not come first")
    expect(Set(names.map { $0.lowercased() }).count == names.count, "two sheets have one name")
    for sheet in workbook.sheets {
      expect(sheet.name.utf16.count <= 31, "\(sheet.name): the name is too long")
      let isDefault = sheet.name.hasPrefix("Sheet") && sheet.name.dropFirst(5).allSatisfy(\.isNumber)
      expect(!isDefault, "\(sheet.name): the name says nothing")
      expect(!sheet.isHidden, "\(sheet.name): the sheet is hidden")
    }
  }

  private func rows(_ sheet: Workbook.Sheet) throws -> [SheetRow] {
    var rows: [SheetRow] = []
    try sheet.forEachRow { rows.append($0) }
    return rows
  }

  private mutating func check(_ sheet: Workbook.Sheet) throws {
    let path = try #require(sheet.path)
    let rows = try rows(sheet)
    let name = sheet.name
    expect(try isHeading1("A1", in: path) && rows.first?.text(0).isEmpty == false, "\(name): A1 is not a title")
    expect(rows.map(\.number) == Array(1...max(rows.count, 1)), "\(name): there is a blank row")
    expect(rows.allSatisfy { !$0.text(0).isEmpty }, "\(name): a row begins with a blank cell")
    expect(try parts.attributes("ref", of: "mergeCell", in: path).isEmpty, "\(name): cells are merged")
    expect(try parts.attributes("id", of: "drawing", in: path).isEmpty, "\(name): there is a drawing")
    expect(try parts.attributes("t", of: "f", in: path).isEmpty, "\(name): there is a formula")
    let hidden = try parts.attributes("hidden", of: "row", in: path) + parts.attributes("hidden", of: "col", in: path)
    expect(hidden.allSatisfy { $0 == [nil] }, "\(name): rows or columns are hidden")
    for case let location?? in try parts.attributes("location", of: "hyperlink", in: path).map(\.first) {
      let target = workbook.sheets.contains { location == "'\($0.name.replacing("'", with: "''"))'!A1" }
      expect(target, "\(name): a link leads to \(location), which is not there")
    }
    let tables = try parts.attributes("id", of: "tablePart", in: path).count
    expect(tables == (name == "Cover" ? 0 : 1), "\(name): it has \(tables) tables")
    if tables == 1 { try checkTable(of: sheet, path, rows) }
  }

  private func isHeading1(_ address: String, in path: String) throws -> Bool {
    let cells = try parts.attributes("r", "s", of: "c", in: path)
    let styles = "xl/styles.xml"
    let formats = try parts.attributes("xfId", of: "xf", in: styles).compactMap(\.first).compactMap { $0 }
    let names = try parts.attributes("name", "xfId", of: "cellStyle", in: styles)
    guard let look = cells.first(where: { $0[0] == address })?[1].flatMap({ Int($0) }), look < formats.count else {
      return false
    }
    return names.contains { $0[0] == "Heading 1" && $0[1] == formats[look] }
  }

  private mutating func checkTable(of sheet: Workbook.Sheet, _ path: String, _ rows: [SheetRow]) throws {
    let name = sheet.name
    let links = try Relationships(parts.archive, of: path)
    let table = try #require(links.target(ofType: "/table"))
    let marks = try parts.attributes("ref", "name", "headerRowCount", of: "table", in: table)[0]
    let corners = try #require(marks[0]).split(separator: ":").compactMap { CellAddress($0) }
    try #require(corners.count == 2)
    expect(marks[1]?.hasPrefix("Table") == false, "\(name): the table's name says nothing")
    expect(marks[2] != "0", "\(name): the table has no row of headings")
    expect(corners[1].row == rows.last?.number, "\(name): there is something below the table")
    expect(rows.count > 1 && rows[1].text(0).contains("one table"), "\(name): A2 does not say what the sheet holds")
    let headings = try parts.attributes("name", of: "tableColumn", in: table).compactMap { $0[0] }
    expect(headings.allSatisfy { !$0.isEmpty }, "\(name): a heading is empty")
    expect(Set(headings.map { $0.lowercased() }).count == headings.count, "\(name): two headings are alike")
    let columns = 0...corners[1].column
    for row in rows where row.number >= corners[0].row {
      expect(columns.allSatisfy { !row.text($0).isEmpty }, "\(name): row \(row.number) has a blank cell")
    }
    let written = rows.first { $0.number == corners[0].row }
    expect(columns.map { written?.text($0) } == headings, "\(name): the headings are not those of the table")
  }

  private mutating func checkContents() throws {
    let listed = Set(try rows(try workbook.sheet("Contents")).map { $0.text(0) })
    for sheet in workbook.sheets where sheet.name != "Contents" {
      expect(listed.contains(sheet.name), "Contents: \(sheet.name) is absent")
    }
  }

  private mutating func checkNotes() throws {
    let explained = Set(try rows(try workbook.sheet("Notes")).map { $0.text(0) })
    for sheet in workbook.sheets {
      for row in try rows(sheet) {
        for cell in row.cells {
          let marks = cell.text.matches(of: /\[(?:[a-z]{1,3}|note \d+)\]/).map { String($0.output) }
          for mark in marks { expect(explained.contains(mark), "Notes: \(mark) is not explained") }
        }
      }
    }
  }
}
