internal import Formats

/// A table with a row of headings, in text or in a workbook, where other rows may stand above the headings.
struct HeadedTable {
  let table: FileTable
  let headings: Headings
  /// The line or row of the headings.
  let row: Int
  /// The rows above the headings.
  let above: [FileTable.Row]
  /// Whether it is a sheet, in which rows may end before the last column.
  let isSheet: Bool

  /// How far down headings are looked for.
  private static let depth = 40

  /// The tables of a file whose headings pass a test.
  static func find(in file: InputFile, where passes: (Headings) -> Bool) throws -> [HeadedTable] {
    let isSheet = try FileTable.kind(of: file) == .workbook
    return try FileTable.all(in: file).compactMap { table in
      let head = try table.head(isSheet ? depth : 1)
      guard let at = head.firstIndex(where: { passes(Headings($0.fields.map(\.trimmed))) }) else {
        return nil
      }
      return HeadedTable(
        table: table, headings: Headings(head[at].fields.map(\.trimmed)), row: head[at].number,
        above: Array(head[..<at]), isSheet: isSheet)
    }
  }

  /// Reads every row below the headings.
  func rows(_ faults: inout Faults, _ body: (FileTable.Row, inout Faults) throws(RowFault) -> Void) throws {
    faults.place = table.place
    try table.rows { line in
      guard line.number > row else { return true }
      faults.row(line, of: self) { (faults: inout Faults) throws(RowFault) in try body(line, &faults) }
      return true
    }
  }

  /// What stands beside a label above the headings, for example beside `Period:`.
  func note(_ label: String) -> String {
    for row in above {
      let cells = row.fields.map(\.trimmed).filter { !$0.isEmpty }
      if cells.count > 1, Headings.fold(cells[0]) == Headings.fold(label) { return cells[1] }
    }
    return ""
  }
}

extension FileTable.Row {
  /// The count in a field; NaN when none is given.
  func count(_ column: Int, in headings: Headings) throws(RowFault) -> Double {
    try Cells.count(self[column], headings.names[column])
  }

  /// The amount in a field; NaN when none is given.
  func amount(_ column: Int, in headings: Headings) throws(RowFault) -> Double {
    try Cells.amount(self[column], headings.names[column])
  }

  /// The number in a field; NaN when none is given.
  func number(_ column: Int, in headings: Headings) throws(RowFault) -> Double {
    try Cells.number(self[column], headings.names[column])
  }
}
