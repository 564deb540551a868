/// A workbook for publication: a cover, contents, notes, and one table on each further sheet.
///
/// The layout is that of the Government Analysis Function, *Releasing statistics in spreadsheets* (2021): the title of
/// each sheet in A1, real tables with one heading row, no merged cells, no blank rows, and a reason in each cell that
/// has no value.
///
/// ```swift
/// let bytes = try WorkbookWriter.bytes(of: document)
/// ```
public struct SpreadsheetDocument: Hashable, Sendable {
  /// What the workbook says about itself; the title and the description are also on the cover.
  public var properties: DocumentProperties

  /// Further lines of the cover: who to ask, what was done, what is absent.
  public var cover: [String]

  /// The notes, numbered from 1. A heading or a title refers to the first as `[note 1]`.
  public var notes: [String]

  /// The tables, in the order of their sheets.
  public var tables: [SpreadsheetTable]

  /// Whether a table's headings stay in sight when it is scrolled.
  ///
  /// The Analysis Function's checklist thinks it desirable, not essential, that nothing is frozen: a frozen heading
  /// under many lines of notes can fill a magnified screen.
  public var freezesHeadings: Bool

  /// A document from its parts.
  public init(
    properties: DocumentProperties, cover: [String] = [], notes: [String] = [], tables: [SpreadsheetTable],
    freezesHeadings: Bool = true
  ) {
    self.properties = properties
    self.cover = cover
    self.notes = notes
    self.tables = tables
    self.freezesHeadings = freezesHeadings
  }
}

extension SpreadsheetDocument {
  /// The sheets in the order of their tabs.
  var sheets: [SheetLayout] {
    let tables = tables.map(layout)
    let names = ["Cover", "Notes"] + tables.map(\.name)
    let titles = [properties.title, "Notes"] + tables.map(\.title)
    return [coverSheet, contentsSheet(zip(names, titles)), notesSheet] + tables
  }

  private var coverSheet: SheetLayout {
    SheetLayout(
      name: "Cover", title: properties.title,
      lines: [
        properties.description, "Publisher: \(properties.publisher)", "Date of this workbook: \(properties.created)",
      ] + cover)
  }

  private func contentsSheet(_ sheets: some Sequence<(String, String)>) -> SheetLayout {
    let table = SpreadsheetTable(
      sheet: "Contents", title: "Contents", headings: ["Sheet", "Title"],
      rows: sheets.map { [.sheet($0.0), .text($0.1)] })
    return SheetLayout(
      name: table.sheet, title: table.title,
      lines: ["This sheet contains one table. It leads to every other sheet of this workbook."], table: table)
  }

  private var notesSheet: SheetLayout {
    let table = SpreadsheetTable(
      sheet: "Notes", title: "Notes", headings: ["Note or shorthand", "Meaning"],
      rows: notes.enumerated().map { [.text("[note \($0.offset + 1)]"), .text($0.element)] }
        + Shorthand.allCases.map { [.text($0.rawValue), .text($0.meaning)] })
    return SheetLayout(
      name: table.sheet, title: table.title,
      lines: ["This sheet contains one table. It explains the notes and shorthand of this workbook."], table: table)
  }

  private func layout(_ table: SpreadsheetTable) -> SheetLayout {
    let used = table.shorthand.map(\.rawValue).joined(separator: ", ")
    let explained =
      used.isEmpty
      ? "Notes are on the sheet Notes." : "This table uses shorthand, which the sheet Notes explains: \(used)."
    return SheetLayout(
      name: table.sheet, title: table.title,
      lines: ["This sheet contains one table.", explained] + table.notes + table.sources.map { "Source: \($0)" },
      table: table)
  }
}

/// One sheet as it is written: its title in A1, its lines below, and its table below these.
struct SheetLayout {
  var name: String
  var title: String
  var lines: [String]
  var table: SpreadsheetTable?

  /// The row of the table's headings, from 1.
  var headingRow: Int { lines.count + 2 }
}
