import Formats

/// Archives and workbooks made for tests.
enum TestZIP {
  static func archive(_ files: [(String, String)]) throws -> [UInt8] {
    var writer = ZIPWriter()
    for (path, text) in files { try writer.add(path, Array(text.utf8)) }
    return writer.finish()
  }

  /// A workbook of sheets of text.
  static func workbook(_ sheets: [(name: String, rows: [[String]])]) throws -> [UInt8] {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        .replacing("\n", with: "&#10;")
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    var files: [(String, String)] = [
      ("[Content_Types].xml", "<Types xmlns=\"\(package)/content-types\"/>"),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r\" Type=\"\(office)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ),
    ]
    var list = ""
    var ties = ""
    for (index, sheet) in sheets.enumerated() {
      list += "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"s\(index)\"/>"
      ties +=
        "<Relationship Id=\"s\(index)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(index).xml\"/>"
      let rows = sheet.rows.map { row in
        "<row>"
          + row.map { "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped($0))</t></is></c>" }
          .joined()
          + "</row>"
      }
      files.append(
        (
          "xl/worksheets/sheet\(index).xml",
          "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData></worksheet>"
        ))
    }
    files.append(
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(list)</sheets></workbook>"
      ))
    files.append(
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(package)/relationships\">\(ties)</Relationships>"
      ))
    return try archive(files)
  }
}
