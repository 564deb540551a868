/// The styles and bullets of a document, under the names that Word builds in (ECMA-376 part 1, 17.7 and 17.9).
enum DocumentStyles {
  /// A style of whole paragraphs. Sizes are in half points, spaces in twentieths of a point.
  private struct Paragraph {
    var id: String
    var name: String
    var size: Int?
    var isBold = false
    var before = 80
    var after = 80
    /// The rank among headings, from 0.
    var rank: Int?
    var hasBullets = false
  }

  private static let paragraphs = [
    Paragraph(id: "Title", name: "Title", size: 48, isBold: true, after: 240),
    Paragraph(id: "Heading1", name: "heading 1", size: 36, isBold: true, before: 360, rank: 0),
    Paragraph(id: "Heading2", name: "heading 2", size: 30, isBold: true, before: 280, rank: 1),
    Paragraph(id: "Heading3", name: "heading 3", size: 26, isBold: true, before: 240, rank: 2),
    Paragraph(id: "ListBullet", name: "List Bullet", after: 60, hasBullets: true),
    Paragraph(id: "Caption", name: "caption", isBold: true, before: 120, after: 60),
  ]

  /// `word/styles.xml`: Arial 12, in the language of the document.
  static func part(language: String) -> XMLWriter {
    var xml = XMLWriter()
    xml.element("w:styles", ["xmlns:w": DocumentWriter.main]) { xml in
      xml.element("w:docDefaults") { xml in
        xml.element("w:rPrDefault") { xml in
          xml.element("w:rPr") { xml in
            xml.element(
              "w:rFonts", ["w:ascii": "Arial", "w:hAnsi": "Arial", "w:eastAsia": "Arial", "w:cs": "Arial"])
            xml.element("w:sz", ["w:val": "24"])
            xml.element("w:szCs", ["w:val": "24"])
            xml.element("w:lang", ["w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA"])
          }
        }
        xml.element("w:pPrDefault") { xml in
          xml.element("w:pPr") { xml in spacing(before: 80, after: 80, &xml) }
        }
      }
      normal(&xml)
      for style in paragraphs { write(style, &xml) }
      hyperlink(&xml)
      tables(&xml)
    }
    return xml
  }

  private static func normal(_ xml: inout XMLWriter) {
    xml.element("w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"]) { xml in
      xml.element("w:name", ["w:val": "Normal"])
      xml.element("w:qFormat")
    }
  }

  private static func write(_ style: Paragraph, _ xml: inout XMLWriter) {
    xml.element("w:style", ["w:type": "paragraph", "w:styleId": style.id]) { xml in
      xml.element("w:name", ["w:val": style.name])
      xml.element("w:basedOn", ["w:val": "Normal"])
      if style.rank != nil || style.id == "Title" { xml.element("w:next", ["w:val": "Normal"]) }
      xml.element("w:qFormat")
      xml.element("w:pPr") { xml in
        if style.rank != nil {
          xml.element("w:keepNext")
          xml.element("w:keepLines")
        }
        if style.hasBullets {
          xml.element("w:numPr") { xml in xml.element("w:numId", ["w:val": "1"]) }
        }
        spacing(before: style.before, after: style.after, &xml)
        if let rank = style.rank { xml.element("w:outlineLvl", ["w:val": String(rank)]) }
      }
      guard style.isBold || style.size != nil else { return }
      xml.element("w:rPr") { xml in
        if style.isBold { xml.element("w:b") }
        if let size = style.size { xml.element("w:sz", ["w:val": String(size)]) }
      }
    }
  }

  /// Lines of 1.15 times their height, and the space around a paragraph.
  private static func spacing(before: Int, after: Int, _ xml: inout XMLWriter) {
    xml.element(
      "w:spacing",
      ["w:before": String(before), "w:after": String(after), "w:line": "276", "w:lineRule": "auto"])
  }

  private static func hyperlink(_ xml: inout XMLWriter) {
    xml.element("w:style", ["w:type": "character", "w:styleId": "Hyperlink"]) { xml in
      xml.element("w:name", ["w:val": "Hyperlink"])
      xml.element("w:rPr") { xml in
        xml.element("w:color", ["w:val": "0B57A4"])
        xml.element("w:u", ["w:val": "single"])
      }
    }
  }

  private static func tables(_ xml: inout XMLWriter) {
    xml.element("w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"]) { xml in
      xml.element("w:name", ["w:val": "Normal Table"])
      xml.element("w:tblPr") { xml in
        xml.element("w:tblCellMar") { xml in
          for (side, width): (StaticString, String) in [
            ("w:top", "0"), ("w:left", "108"), ("w:bottom", "0"), ("w:right", "108"),
          ] {
            xml.element(side, ["w:w": width, "w:type": "dxa"])
          }
        }
      }
    }
    xml.element("w:style", ["w:type": "table", "w:styleId": "TableGrid"]) { xml in
      xml.element("w:name", ["w:val": "Table Grid"])
      xml.element("w:basedOn", ["w:val": "TableNormal"])
      xml.element("w:pPr") { xml in xml.element("w:spacing", ["w:before": "40", "w:after": "40"]) }
      xml.element("w:tblPr") { xml in
        xml.element("w:tblBorders") { xml in
          for side: StaticString in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
            xml.element(side, ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "595959"])
          }
        }
      }
    }
  }

  /// `word/numbering.xml`: one list, of bullets.
  static var numbering: XMLWriter {
    var xml = XMLWriter()
    xml.element("w:numbering", ["xmlns:w": DocumentWriter.main]) { xml in
      xml.element("w:abstractNum", ["w:abstractNumId": "0"]) { xml in
        xml.element("w:multiLevelType", ["w:val": "singleLevel"])
        xml.element("w:lvl", ["w:ilvl": "0"]) { xml in
          xml.element("w:start", ["w:val": "1"])
          xml.element("w:numFmt", ["w:val": "bullet"])
          xml.element("w:pStyle", ["w:val": "ListBullet"])
          xml.element("w:lvlText", ["w:val": "•"])
          xml.element("w:lvlJc", ["w:val": "left"])
          xml.element("w:pPr") { xml in xml.element("w:ind", ["w:left": "425", "w:hanging": "425"]) }
        }
      }
      xml.element("w:num", ["w:numId": "1"]) { xml in xml.element("w:abstractNumId", ["w:val": "0"]) }
    }
    return xml
  }
}
