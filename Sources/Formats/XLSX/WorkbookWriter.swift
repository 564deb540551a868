/// Writes a workbook for publication (`.xlsx`, ECMA-376). The same document gives the same bytes.
///
/// Nothing in it can run: there are no formulas, macros, images or links outwards, and text that begins like a formula
/// is stored as text.
public enum WorkbookWriter {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The bytes of a workbook. O(cells), all in memory.
  ///
  /// - Throws: `missing` for a document, sheet or cell that lacks what a reader needs; `malformed` for names,
  ///   headings and rows that cannot be marked up; `tooLarge` beyond what a sheet or cell holds. The error names the
  ///   sheet, and the row and column where there is one.
  public static func bytes(of document: SpreadsheetDocument) throws(FormatError) -> [UInt8] {
    try document.properties.check()
    let sheets = document.sheets
    try SheetName.check(sheets.map(\.name))
    var package = OfficePackage(document.properties, main: "xl/workbook.xml")
    var links = OfficePackage.Links()
    let ids = sheets.indices.map { links.add("worksheet", to: "worksheets/sheet\($0 + 1).xml") }
    _ = links.add("styles", to: "styles.xml")
    _ = links.add("sharedStrings", to: "sharedStrings.xml")
    package.add(
      "xl/workbook.xml", "\(types).sheet.main+xml", workbook(Array(zip(sheets.map(\.name), ids))), links: links)
    package.add("xl/styles.xml", "\(types).styles+xml", WorkbookStyles.part)
    var texts = SharedTexts()
    let tableNames = SheetName.tables(on: sheets.map(\.name))
    let names = Set(sheets.map(\.name))
    for (index, sheet) in sheets.enumerated() {
      let writer = SheetWriter(
        layout: sheet, isFirst: index == 0, freezesHeadings: document.freezesHeadings, sheets: names)
      try add(writer, number: index + 1, tableName: tableNames[index], to: &package, &texts)
    }
    package.add("xl/sharedStrings.xml", "\(types).sharedStrings+xml", texts.part)
    return try package.finish()
  }

  private static func add(
    _ writer: SheetWriter, number: Int, tableName: String, to package: inout OfficePackage,
    _ texts: inout SharedTexts
  ) throws(FormatError) {
    var links = OfficePackage.Links()
    let link = writer.layout.table == nil ? nil : links.add("table", to: "../tables/table\(number).xml")
    let part = try writer.part(&texts, tableLink: link)
    package.add("xl/worksheets/sheet\(number).xml", "\(types).worksheet+xml", part, links: links)
    if let table = writer.layout.table {
      package.add(
        "xl/tables/table\(number).xml", "\(types).table+xml",
        writer.tablePart(table, name: tableName, number: number))
    }
  }

  private static func workbook(_ sheets: [(name: String, id: String)]) -> XMLWriter {
    var xml = XMLWriter()
    xml.element("workbook", ["xmlns": main, "xmlns:r": OfficePackage.relationships]) { xml in
      xml.element("bookViews") { xml in xml.element("workbookView", ["activeTab": "0"]) }
      xml.element("sheets") { xml in
        for (index, sheet) in sheets.enumerated() {
          xml.element("sheet", ["name": sheet.name, "sheetId": String(index + 1), "r:id": sheet.id])
        }
      }
    }
    return xml
  }
}
