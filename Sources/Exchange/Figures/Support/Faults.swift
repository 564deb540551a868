internal import Formats

/// The rows of a file that were not used, and the rule for when they are too many.
///
/// A row that cannot be trusted is refused and its unit left out, never guessed. When more than one row in twenty
/// is refused, the file is not what it was taken for, and the whole of it is refused.
struct Faults {
  private(set) var refused: [Reading.Refusal] = []
  /// Rows read, the refused ones included.
  var rowsRead = 0
  /// The line of the last row, when it has too few fields.
  private var shortLastRow: Int?
  /// The line of the last row, when it was refused.
  private var refusedLastRow: Int?
  /// The sheet the rows stand in; empty for a table of text.
  var place = ""

  /// Reads a row, or refuses it.
  mutating func row(
    _ row: CSVRow, of headings: Headings, _ body: (inout Faults) throws(RowFault) -> Void
  ) {
    rowsRead += 1
    shortLastRow = row.count < headings.names.count ? row.line : nil
    refusedLastRow = nil
    do throws(RowFault) {
      try row.needColumns(of: headings)
      try body(&self)
    } catch {
      refusedLastRow = row.line
      refuse(line: row.line, error.reason)
    }
  }

  /// Reads a row of a table that may be a sheet, in which cells missing at the end of a row are empty.
  mutating func row(
    _ row: FileTable.Row, of table: HeadedTable, _ body: (inout Faults) throws(RowFault) -> Void
  ) {
    rowsRead += 1
    let width = table.headings.names.count
    shortLastRow = !table.isSheet && row.fields.count < width ? row.number : nil
    refusedLastRow = nil
    do throws(RowFault) {
      if !table.isSheet, row.fields.count != width {
        throw RowFault("the row has \(row.fields.count) fields where the table has \(width) columns")
      }
      try body(&self)
    } catch {
      refusedLastRow = row.number
      refuse(line: row.number, error.reason)
    }
  }

  /// Refuses a row.
  mutating func refuse(line: Int, _ reason: String) {
    refused.append(
      Reading.Refusal(row: place.isEmpty ? "line \(line)" : "\(place), row \(line)", reason: reason))
  }

  /// Refuses the whole file when it was cut off, when nothing is left, or when too much was refused.
  ///
  /// A file is cut off when its last row lacks fields, or is refused and has no line end after it.
  func settle(_ file: InputFile) throws {
    if let line = try shortLastRow ?? (lacksLineEnd(file) ? refusedLastRow : nil) {
      throw ImportError(
        "\(file.name) ends in the middle of line \(line): it was not completely saved; get it again")
    }
    guard rowsRead > 0 else { throw ImportError("\(file.name) has headings and no rows; get it again") }
    guard let first = refused.first, refused.count * 20 > rowsRead else { return }
    throw ImportError(
      "\(refused.count) of the \(rowsRead) rows of \(file.name) cannot be used, which is too many to trust the rest;"
        + " the first is \(first.row): \(first.reason)")
  }

  private func lacksLineEnd(_ file: InputFile) throws -> Bool {
    guard file.bytes.size > 0, try FileTable.kind(of: file) == .table else { return false }
    return try ![10, 13].contains(file.bytes.read(at: file.bytes.size - 1, count: 1)[0])
  }
}
