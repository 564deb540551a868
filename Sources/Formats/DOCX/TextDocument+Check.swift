extension TextDocument {
  /// Refuses what could not be written, or not followed by a reader. The error counts the blocks from 1.
  func check() throws(FormatError) {
    try properties.check()
    var level = 0
    for (index, block) in blocks.enumerated() {
      do throws(FormatError) {
        if case .heading(let next, let words) = block {
          guard next.rawValue <= level + 1 else {
            throw FormatError(
              .malformed,
              "the heading “\(Excerpt.clip(words))” is of level \(next.rawValue), below one of level \(level)",
              remedy: "Go down one level at a time")
          }
          level = next.rawValue
        }
        try block.check()
      } catch {
        throw error.inside("block \(index + 1)")
      }
    }
  }
}

extension TextDocument.Block {
  fileprivate func check() throws(FormatError) {
    switch self {
    case .heading(_, let words): try words.mustBeRead(as: "the heading")
    case .paragraph(let runs): try runs.check("the paragraph")
    case .bullets(let items):
      guard !items.isEmpty else {
        throw FormatError(.missing, "the list has no items", remedy: "Give items, or leave the list out")
      }
      for item in items { try item.check("an item of the list") }
    case .table(let table): try table.check()
    case .image(let image): try image.check()
    }
  }
}

extension String {
  fileprivate func mustBeRead(as what: String) throws(FormatError) {
    guard !BlankText.isBlank(self) else {
      throw FormatError(.missing, "\(what) is blank", remedy: "Give its words, or leave it out")
    }
  }
}

extension [TextDocument.Run] {
  fileprivate func check(_ what: String) throws(FormatError) {
    try map(\.words).joined().mustBeRead(as: what)
    for case .link(let words, let address) in self {
      try words.mustBeRead(as: "a link")
      let leadsOut = ["https://", "http://", "mailto:"].contains {
        address.hasPrefix($0) && address.utf8.count > $0.utf8.count
      }
      guard leadsOut, address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>\"\\^`{|}".utf8.contains($0) }) else {
        throw FormatError(
          .unsafe, "“\(Excerpt.clip(address))” is not an address a link may lead to",
          remedy: "Give one that begins with https://, http:// or mailto:, without spaces")
      }
    }
  }
}

extension TextDocument.Table {
  fileprivate func check() throws(FormatError) {
    try caption.mustBeRead(as: "the caption of the table")
    guard !headings.isEmpty, headings.count <= 63 else {
      throw FormatError(
        .tooLarge, "a table has 1 to 63 columns, this one \(headings.count)", remedy: "Divide the table")
    }
    guard !rows.isEmpty else {
      throw FormatError(.missing, "the table has no rows", remedy: "Leave it out, and say why it is absent")
    }
    for heading in headings { try heading.mustBeRead(as: "the heading of a column") }
    guard Set(headings.map { $0.lowercased() }).count == headings.count else {
      throw FormatError(
        .malformed, "two columns of the table have one heading", remedy: "Say in each heading what sets it apart")
    }
    for (index, row) in rows.enumerated() {
      guard row.count == headings.count else {
        throw FormatError(
          .malformed, at: .init(row: index + 1),
          "the row has \(row.count) cells where the table has \(headings.count) columns",
          remedy: "Give a cell for each column")
      }
      for (column, cell) in row.enumerated() where BlankText.isBlank(cell) {
        throw FormatError(
          .missing, at: .init(row: index + 1, column: column + 1), "the cell is blank",
          remedy: "Say in it why there is no value")
      }
    }
  }
}

extension TextDocument.Image {
  fileprivate func check() throws(FormatError) {
    try alternative.mustBeRead(as: "the alternative text of the image")
    guard PNGWriter.size(of: png) != nil else {
      throw FormatError(.malformed, "the image is not a PNG file", remedy: "Give the bytes of a PNG file")
    }
    guard width >= 5, width <= 160 else {
      throw FormatError(
        .malformed, "the image would be \(NumberText.shortest(width)) mm wide, where 5 to 160 are allowed",
        remedy: "Choose a width that fits the page")
    }
  }
}
