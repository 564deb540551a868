/// Writes one sheet of a published workbook (ECMA-376 part 1, 18.3).
struct SheetWriter {
  /// The most characters a cell can hold, in UTF-16 units as Excel counts.
  static let longestText = 32_767

  let layout: SheetLayout
  let isFirst: Bool
  let freezesHeadings: Bool
  /// The names of all sheets, to which cells may lead.
  let sheets: Set<String>

  /// The part of the sheet; its texts go to the shared ones. `tableLink` is the identifier of its table.
  func part(_ texts: inout SharedTexts, tableLink: String?) throws(FormatError) -> XMLWriter {
    try layout.table?.check()
    let last = layout.headingRow + (layout.table?.rows.count ?? -1)
    guard last <= CellAddress.maximum.rows else {
      throw FormatError(
        .tooLarge, at: place(row: nil, column: nil),
        "the sheet would have \(last) rows, where \(CellAddress.maximum.rows) are allowed",
        remedy: "Divide the table between sheets, or publish it as CSV")
    }
    var xml = XMLWriter()
    try xml.element(
      "worksheet", ["xmlns": WorkbookWriter.main, "xmlns:r": OfficePackage.relationships]
    ) { (xml) throws(FormatError) in
      xml.element("sheetPr") { xml in xml.element("pageSetUpPr", ["fitToPage": "1"]) }
      xml.element("dimension", ["ref": "A1:\(CellAddress(row: last, column: lastColumn))"])
      view(&xml)
      xml.element("sheetFormatPr", ["defaultRowHeight": "15"])
      columns(&xml)
      try xml.element("sheetData") { (xml) throws(FormatError) in try cells(&xml, &texts) }
      links(&xml)
      xml.element("pageSetup", ["paperSize": "9", "orientation": "landscape", "fitToHeight": "0"])
      if let tableLink {
        xml.element("tableParts", ["count": "1"]) { xml in xml.element("tablePart", ["r:id": tableLink]) }
      }
    }
    return xml
  }

  /// The table that is laid over the cells (ECMA-376 part 1, 18.5), without filter buttons.
  func tablePart(_ table: SpreadsheetTable, name: String, number: Int) -> XMLWriter {
    var xml = XMLWriter()
    let end = CellAddress(row: layout.headingRow + table.rows.count, column: lastColumn)
    xml.element(
      "table",
      [
        "xmlns": WorkbookWriter.main, "id": String(number), "name": name, "displayName": name,
        "ref": "A\(layout.headingRow):\(end)", "totalsRowShown": "0",
      ]
    ) { xml in
      xml.element("tableColumns", ["count": String(table.headings.count)]) { xml in
        for (index, heading) in table.headings.enumerated() {
          xml.element("tableColumn", ["id": String(index + 1), "name": RichText.escaped(heading)])
        }
      }
      xml.element(
        "tableStyleInfo",
        [
          "name": "TableStyleLight1", "showFirstColumn": "0", "showLastColumn": "0", "showRowStripes": "0",
          "showColumnStripes": "0",
        ])
    }
    return xml
  }

  private var lastColumn: Int { (layout.table?.headings.count ?? 1) - 1 }

  private func place(row: Int?, column: Int?) -> FormatError.Place {
    .init(part: "sheet “\(Excerpt.clip(layout.name))”", row: row, column: column.map { $0 + 1 })
  }

  private func view(_ xml: inout XMLWriter) {
    xml.element("sheetViews") { xml in
      xml.element("sheetView", ["tabSelected": isFirst ? "1" : nil, "workbookViewId": "0"]) { xml in
        guard freezesHeadings, layout.table != nil else { return }
        let row = layout.headingRow
        xml.element(
          "pane",
          ["ySplit": String(row), "topLeftCell": "A\(row + 1)", "activePane": "bottomLeft", "state": "frozen"])
        xml.element("selection", ["pane": "bottomLeft"])
      }
    }
  }
}

// MARK: - Columns

extension SheetWriter {
  /// As wide as the longest text of the column, from 14 to 60 characters; beyond that, text wraps.
  private func columns(_ xml: inout XMLWriter) {
    xml.element("cols") { xml in
      for (index, width) in widths.enumerated() {
        let number = String(index + 1)
        xml.element("col", ["min": number, "max": number, "width": String(width), "customWidth": "1"])
      }
    }
  }

  private var widths: [Int] {
    guard let table = layout.table else { return [90] }
    return table.headings.indices.map { column in
      var longest = SheetWriter.longestLine(table.headings[column])
      for row in table.rows { longest = max(longest, SheetWriter.shownLength(row[column])) }
      return min(max(longest + 3, 14), 60)
    }
  }

  private static func longestLine(_ text: String) -> Int {
    text.utf16.split(separator: 0x0A).map(\.count).max() ?? 0
  }

  private static func shownLength(_ cell: SpreadsheetCell) -> Int {
    switch cell {
    case .text(let text), .sheet(let text): longestLine(text)
    // The digits before the point, a third as many separators, and up to four characters behind.
    case .number(let number, _): min(NumberText.shortest(number.rounded()).utf8.count * 4 / 3 + 4, 24)
    case .date: 10
    case .missing(let shorthand): shorthand.rawValue.utf8.count
    }
  }
}

// MARK: - Cells

extension SheetWriter {
  private func cells(_ xml: inout XMLWriter, _ texts: inout SharedTexts) throws(FormatError) {
    for (index, line) in ([layout.title] + layout.lines).enumerated() {
      try row(index + 1, [line], &xml) { (line, address, xml) throws(FormatError) in
        try text(line, index == 0 ? .title : .line, at: address, &xml, &texts)
      }
    }
    guard let table = layout.table else { return }
    try row(layout.headingRow, table.headings, &xml) { (heading, address, xml) throws(FormatError) in
      try text(heading, .heading, at: address, &xml, &texts)
    }
    for (index, values) in table.rows.enumerated() {
      try row(layout.headingRow + 1 + index, values, &xml) { (value, address, xml) throws(FormatError) in
        try cell(value, at: address, &xml, &texts)
      }
    }
  }

  private func row<Value>(
    _ number: Int, _ values: [Value], _ xml: inout XMLWriter,
    _ write: (Value, CellAddress, inout XMLWriter) throws(FormatError) -> Void
  ) throws(FormatError) {
    try xml.element("row", ["r": String(number)]) { (xml) throws(FormatError) in
      for (column, value) in values.enumerated() {
        try write(value, CellAddress(row: number, column: column), &xml)
      }
    }
  }

  private func cell(
    _ cell: SpreadsheetCell, at address: CellAddress, _ xml: inout XMLWriter, _ texts: inout SharedTexts
  ) throws(FormatError) {
    switch cell {
    case .text(let words):
      let isFormulaLike = words.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
      try text(words, isFormulaLike ? .quotedText : .text, at: address, &xml, &texts)
    case .missing(let shorthand): try text(shorthand.rawValue, .shorthand, at: address, &xml, &texts)
    case .sheet(let name):
      guard sheets.contains(name) else {
        throw FormatError(
          .missing, at: place(row: address.row, column: address.column),
          "the cell leads to “\(Excerpt.clip(name))”, which is not a sheet of this workbook",
          remedy: "Name one of its sheets")
      }
      try text(name, .link, at: address, &xml, &texts)
    case .number(let value, let style):
      guard value.isFinite else {
        throw FormatError(
          .malformed, at: place(row: address.row, column: address.column), "\(value) is not a number a cell can hold",
          remedy: "Say with a shorthand why there is no value")
      }
      number(NumberText.shortest(value), CellLook(style), at: address, &xml)
    case .date(let date):
      guard let serial = date.serial else {
        throw FormatError(
          .unsupported, at: place(row: address.row, column: address.column),
          "\(date) is before 1 March 1900, and programs disagree about such dates", remedy: "Give the date as text")
      }
      number(String(serial), .date, at: address, &xml)
    }
  }

  private func number(_ digits: String, _ look: CellLook, at address: CellAddress, _ xml: inout XMLWriter) {
    xml.element("c", ["r": address.description, "s": CellLook.index[look]]) { xml in xml.element("v", text: digits) }
  }

  private func text(
    _ text: String, _ look: CellLook, at address: CellAddress, _ xml: inout XMLWriter, _ texts: inout SharedTexts
  ) throws(FormatError) {
    guard !BlankText.isBlank(text) else {
      throw FormatError(
        .missing, at: place(row: address.row, column: address.column), "the cell is blank",
        remedy: "Say with a shorthand why there is no value, or leave the line out")
    }
    let length = text.utf16.count
    guard length <= SheetWriter.longestText else {
      throw FormatError(
        .tooLarge, at: place(row: address.row, column: address.column),
        "the text has \(length) characters, where a cell holds \(SheetWriter.longestText)", remedy: "Shorten it")
    }
    xml.element("c", ["r": address.description, "s": CellLook.index[look], "t": "s"]) { xml in
      xml.element("v", text: String(texts.index(of: text)))
    }
  }

  private func links(_ xml: inout XMLWriter) {
    var links: [(CellAddress, String)] = []
    for (row, cells) in (layout.table?.rows ?? []).enumerated() {
      for case (let column, .sheet(let name)) in cells.enumerated() {
        links.append((CellAddress(row: layout.headingRow + 1 + row, column: column), name))
      }
    }
    guard !links.isEmpty else { return }
    xml.element("hyperlinks") { xml in
      for (address, name) in links {
        xml.element(
          "hyperlink", ["ref": address.description, "location": SheetName.link(to: name), "display": name])
      }
    }
  }
}
