/// Writes the words of a document (ECMA-376 part 1, 17), and keeps what they lead to.
struct BodyWriter {
  private(set) var links: OfficePackage.Links
  private(set) var images: [(path: String, bytes: [UInt8])] = []
  private var tables = 0
  private var pictures = 0

  init() {
    links = OfficePackage.Links()
    _ = links.add("styles", to: "styles.xml")
    _ = links.add("numbering", to: "numbering.xml")
    _ = links.add("settings", to: "settings.xml")
  }

  /// `word/document.xml`.
  mutating func part(_ document: TextDocument) -> XMLWriter {
    var xml = XMLWriter()
    xml.element(
      "w:document",
      [
        "xmlns:w": DocumentWriter.main, "xmlns:r": OfficePackage.relationships,
        "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "xmlns:a": DrawingWriter.main, "xmlns:pic": DrawingWriter.picture,
      ]
    ) { xml in
      xml.element("w:body") { xml in
        paragraph(&xml, style: "Title", [.plain(document.properties.title)])
        for block in document.blocks { write(block, &xml) }
        // A4 upright, 25 mm around the text; lengths are in twentieths of a point.
        xml.element("w:sectPr") { xml in
          xml.element("w:pgSz", ["w:w": "11906", "w:h": "16838"])
          xml.element(
            "w:pgMar",
            [
              "w:top": "1417", "w:right": "1417", "w:bottom": "1417", "w:left": "1417", "w:header": "709",
              "w:footer": "709", "w:gutter": "0",
            ])
        }
      }
    }
    return xml
  }

  private mutating func write(_ block: TextDocument.Block, _ xml: inout XMLWriter) {
    switch block {
    case .heading(let level, let words): paragraph(&xml, style: "Heading\(level.rawValue)", [.plain(words)])
    case .paragraph(let runs): paragraph(&xml, style: nil, runs)
    case .bullets(let items): for item in items { paragraph(&xml, style: "ListBullet", item) }
    case .table(let table): write(table, &xml)
    case .image(let image): write(image, &xml)
    }
  }

  // MARK: Words

  private mutating func paragraph(_ xml: inout XMLWriter, style: String?, _ runs: [TextDocument.Run]) {
    xml.element("w:p") { xml in
      if let style { xml.element("w:pPr") { xml in xml.element("w:pStyle", ["w:val": style]) } }
      for run in runs { write(run, &xml) }
    }
  }

  private mutating func write(_ run: TextDocument.Run, _ xml: inout XMLWriter) {
    switch run {
    case .plain(let words): BodyWriter.run(words, &xml)
    case .bold(let words): BodyWriter.run(words, &xml) { xml in xml.element("w:b") }
    case .italic(let words): BodyWriter.run(words, &xml) { xml in xml.element("w:i") }
    case .link(let words, let address):
      let id = links.add("hyperlink", to: address, isExternal: true)
      xml.element("w:hyperlink", ["r:id": id]) { xml in
        BodyWriter.run(words, &xml) { xml in xml.element("w:rStyle", ["w:val": "Hyperlink"]) }
      }
    }
  }

  private static func run(
    _ words: String, _ xml: inout XMLWriter, _ properties: ((inout XMLWriter) -> Void)? = nil
  ) {
    xml.element("w:r") { xml in
      if let properties { xml.element("w:rPr") { xml in properties(&xml) } }
      let lines = words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, line) in lines.enumerated() {
        if index > 0 { xml.element("w:br") }
        for (index, piece) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { xml.element("w:tab") }
          if !piece.isEmpty { xml.element("w:t", ["xml:space": "preserve"], text: String(piece)) }
        }
      }
    }
  }

  // MARK: Tables

  private mutating func write(_ table: TextDocument.Table, _ xml: inout XMLWriter) {
    tables += 1
    caption(table.caption, &xml)
    // The text is 160 mm wide: 9,072 twentieths of a point, the last column taking the remainder.
    let count = table.headings.count
    let widths = (0..<count).map { $0 == count - 1 ? 9072 - 9072 / count * (count - 1) : 9072 / count }
    xml.element("w:tbl") { xml in
      xml.element("w:tblPr") { xml in
        xml.element("w:tblStyle", ["w:val": "TableGrid"])
        xml.element("w:tblW", ["w:w": "9072", "w:type": "dxa"])
        xml.element("w:tblLook", ["w:val": "0020", "w:firstRow": "1", "w:noHBand": "0", "w:noVBand": "0"])
        xml.element("w:tblCaption", ["w:val": table.caption])
      }
      xml.element("w:tblGrid") { xml in
        for width in widths { xml.element("w:gridCol", ["w:w": String(width)]) }
      }
      row(table.headings, isHeading: true, table.figures, widths, &xml)
      for cells in table.rows { row(cells, isHeading: false, table.figures, widths, &xml) }
    }
  }

  /// The caption above a table, numbered by Word's own sequence so that a list of tables can be made.
  private func caption(_ words: String, _ xml: inout XMLWriter) {
    xml.element("w:p") { xml in
      xml.element("w:pPr") { xml in
        xml.element("w:pStyle", ["w:val": "Caption"])
        xml.element("w:keepNext")
      }
      BodyWriter.run("Table ", &xml)
      xml.element("w:fldSimple", ["w:instr": " SEQ Table \\* ARABIC "]) { xml in
        BodyWriter.run(String(tables), &xml)
      }
      BodyWriter.run(": \(words)", &xml)
    }
  }

  private func row(
    _ cells: [String], isHeading: Bool, _ figures: Set<Int>, _ widths: [Int], _ xml: inout XMLWriter
  ) {
    xml.element("w:tr") { xml in
      xml.element("w:trPr") { xml in
        xml.element("w:cantSplit")
        if isHeading { xml.element("w:tblHeader") }
      }
      for (column, cell) in cells.enumerated() {
        xml.element("w:tc") { xml in
          xml.element("w:tcPr") { xml in
            xml.element("w:tcW", ["w:w": String(widths[column]), "w:type": "dxa"])
          }
          xml.element("w:p") { xml in
            if figures.contains(column) {
              xml.element("w:pPr") { xml in xml.element("w:jc", ["w:val": "right"]) }
            }
            if isHeading {
              BodyWriter.run(cell, &xml) { xml in xml.element("w:b") }
            } else {
              BodyWriter.run(cell, &xml)
            }
          }
        }
      }
    }
  }

  // MARK: Images

  private mutating func write(_ image: TextDocument.Image, _ xml: inout XMLWriter) {
    guard let size = PNGWriter.size(of: image.png) else { return }
    pictures += 1
    let png = link(image.png, "png")
    let svg = image.svg.map { link($0, "svg") }
    let drawing = DrawingWriter(
      number: pictures, alternative: image.alternative, width: image.width,
      height: image.width * Double(size.height) / Double(size.width), png: png, svg: svg)
    xml.element("w:p") { xml in xml.element("w:r") { xml in drawing.write(&xml) } }
  }

  private mutating func link(_ bytes: [UInt8], _ ending: String) -> String {
    let path = "media/image\(pictures).\(ending)"
    images.append((path, bytes))
    return links.add("image", to: path)
  }
}
