/// One table of a published workbook, alone on its sheet.
public struct SpreadsheetTable: Hashable, Sendable {
  /// The name on the sheet's tab: 1 to 31 characters, none of `: \ / ? * [ ]`.
  public var sheet: String

  /// The title of the sheet, in its cell A1.
  public var title: String

  /// Notes on this table, a sentence each, above it.
  public var notes: [String]

  /// Where the figures come from, one line each.
  public var sources: [String]

  /// The heading of each column: not empty, on one line, no two alike.
  public var headings: [String]

  /// The cells, row by row, each row as long as the headings.
  public var rows: [[SpreadsheetCell]]

  /// A table from its parts.
  public init(
    sheet: String, title: String, notes: [String] = [], sources: [String] = [], headings: [String],
    rows: [[SpreadsheetCell]]
  ) {
    self.sheet = sheet
    self.title = title
    self.notes = notes
    self.sources = sources
    self.headings = headings
    self.rows = rows
  }

  /// The shorthand in its cells, each once, in the order of the notes.
  var shorthand: [Shorthand] {
    var found: Set<Shorthand> = []
    for row in rows {
      for case .missing(let shorthand) in row { found.insert(shorthand) }
    }
    return Shorthand.allCases.filter(found.contains)
  }

  /// Refuses a table that cannot be marked up as one, or that a reader could not follow.
  func check() throws(FormatError) {
    let place = FormatError.Place(part: "sheet “\(Excerpt.clip(sheet))”")
    guard !BlankText.isBlank(title) else {
      throw FormatError(.missing, at: place, "the sheet has no title", remedy: "Give it one")
    }
    guard !headings.isEmpty, headings.count <= CellAddress.maximum.columns else {
      throw FormatError(
        .tooLarge, at: place, "a table has 1 to \(CellAddress.maximum.columns) columns, this one \(headings.count)",
        remedy: "Give columns, or put some of them on another sheet")
    }
    guard !rows.isEmpty else {
      throw FormatError(
        .missing, at: place, "the table has no rows", remedy: "Leave it out, and say on the cover why it is absent")
    }
    try checkHeadings(place)
    for (index, row) in rows.enumerated() where row.count != headings.count {
      throw FormatError(
        .malformed, at: .init(part: place.part, row: index + 1),
        "the row has \(row.count) cells where the table has \(headings.count) columns",
        remedy: "Give a cell for each column; a missing value is a shorthand")
    }
  }

  private func checkHeadings(_ place: FormatError.Place) throws(FormatError) {
    var seen: Set<String> = []
    for (index, heading) in headings.enumerated() {
      let place = FormatError.Place(part: place.part, column: index + 1)
      guard !BlankText.isBlank(heading), heading.utf16.count <= 255,
        !heading.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
      else {
        throw FormatError(
          .malformed, at: place, "a heading is one line of 1 to 255 characters",
          remedy: "Give the column such a heading")
      }
      guard seen.insert(heading.lowercased()).inserted else {
        throw FormatError(
          .malformed, at: place, "two columns are headed “\(Excerpt.clip(heading))”",
          remedy: "Say in each heading what sets it apart")
      }
    }
  }
}
