/// How a cell of a published workbook looks.
enum CellLook: Hashable, CaseIterable {
  case line
  case title
  case heading
  case text
  /// Text that a spreadsheet would run as a formula if someone typed it again.
  case quotedText
  case link
  case date
  case shorthand
  case integer
  case oneDecimal
  case twoDecimals
  case percent
  case percentOneDecimal
  case plain

  init(_ style: NumberStyle) {
    self =
      switch style {
      case .integer: .integer
      case .oneDecimal: .oneDecimal
      case .twoDecimals: .twoDecimals
      case .percent: .percent
      case .percentOneDecimal: .percentOneDecimal
      case .plain: .plain
      }
  }

  /// The index of the look among the cell formats.
  static let index = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($0.element, String($0.offset)) })

  fileprivate var format: String? {
    switch self {
    case .date: "yyyy\\-mm\\-dd"
    case .integer: NumberStyle.integer.code
    case .oneDecimal: NumberStyle.oneDecimal.code
    case .twoDecimals: NumberStyle.twoDecimals.code
    case .percent: NumberStyle.percent.code
    case .percentOneDecimal: NumberStyle.percentOneDecimal.code
    case .plain: NumberStyle.plain.code
    default: nil
    }
  }

  fileprivate var font: Int {
    switch self {
    case .title: 1
    case .heading: 2
    case .link: 3
    default: 0
    }
  }

  /// The named style the look is of: Normal, Heading 1 or Hyperlink.
  fileprivate var namedStyle: Int {
    switch self {
    case .title: 1
    case .link: 2
    default: 0
    }
  }

  fileprivate var wraps: Bool { [.heading, .text, .quotedText, .link].contains(self) }
}

/// `xl/styles.xml` (ECMA-376 part 1, 18.8): Arial 12, as guidance on readable spreadsheets asks, and the title at 15.
enum WorkbookStyles {
  static var part: XMLWriter {
    var xml = XMLWriter()
    xml.element("styleSheet", ["xmlns": WorkbookWriter.main]) { xml in
      let formats = CellLook.allCases.compactMap { look in look.format.map { (look, $0) } }
      xml.element("numFmts", ["count": String(formats.count)]) { xml in
        for (look, code) in formats { xml.element("numFmt", ["numFmtId": formatID(look), "formatCode": code]) }
      }
      fonts(&xml)
      fillsAndBorders(&xml)
      xml.element("cellStyleXfs", ["count": "3"]) { xml in
        for font in [0, 1, 3] { base(&xml, font: font) }
      }
      xml.element("cellXfs", ["count": String(CellLook.allCases.count)]) { xml in
        for look in CellLook.allCases { cell(look, &xml) }
      }
      xml.element("cellStyles", ["count": "3"]) { xml in
        xml.element("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
        xml.element("cellStyle", ["name": "Heading 1", "xfId": "1", "builtinId": "16"])
        xml.element("cellStyle", ["name": "Hyperlink", "xfId": "2", "builtinId": "8"])
      }
    }
    return xml
  }

  /// Formats of our own are numbered from 164.
  private static func formatID(_ look: CellLook) -> String {
    look.format == nil ? "0" : String(164 + (CellLook.allCases.firstIndex(of: look) ?? 0))
  }

  private static func fonts(_ xml: inout XMLWriter) {
    xml.element("fonts", ["count": "4"]) { xml in
      for (size, isBold, isLink) in [
        ("12", false, false), ("15", true, false), ("12", true, false), ("12", false, true),
      ] {
        xml.element("font") { xml in
          if isBold { xml.element("b") }
          if isLink { xml.element("u") }
          xml.element("sz", ["val": size])
          xml.element("color", ["rgb": isLink ? "FF0B57A4" : "FF000000"])
          xml.element("name", ["val": "Arial"])
          xml.element("family", ["val": "2"])
        }
      }
    }
  }

  private static func fillsAndBorders(_ xml: inout XMLWriter) {
    xml.element("fills", ["count": "2"]) { xml in
      for pattern in ["none", "gray125"] {
        xml.element("fill") { xml in xml.element("patternFill", ["patternType": pattern]) }
      }
    }
    xml.element("borders", ["count": "1"]) { xml in
      xml.element("border") { xml in
        xml.element("left")
        xml.element("right")
        xml.element("top")
        xml.element("bottom")
        xml.element("diagonal")
      }
    }
  }

  private static func base(_ xml: inout XMLWriter, font: Int) {
    xml.element("xf", ["numFmtId": "0", "fontId": String(font), "fillId": "0", "borderId": "0"])
  }

  private static func cell(_ look: CellLook, _ xml: inout XMLWriter) {
    xml.element(
      "xf",
      [
        "numFmtId": formatID(look), "fontId": String(look.font), "fillId": "0", "borderId": "0",
        "xfId": String(look.namedStyle), "quotePrefix": look == .quotedText ? "1" : nil,
        "applyNumberFormat": look.format == nil ? nil : "1", "applyFont": "1", "applyAlignment": "1",
      ]
    ) { xml in
      xml.element(
        "alignment",
        [
          "horizontal": look == .shorthand || look == .date ? "right" : nil, "vertical": "top",
          "wrapText": look.wraps ? "1" : nil,
        ])
    }
  }
}
