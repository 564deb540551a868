public import Chronicle
internal import Formats

extension KeptRow {
  /// Opens a row of a file, with what stands at the head of its columns.
  ///
  /// Throws `ImportError` when the file has no such table or row. O(bytes up to the row).
  public init(at place: RowPlace, of file: InputFile) throws {
    let tables = try FileTable.all(in: file)
    guard let table = place.table.isEmpty ? tables.first : tables.first(where: { $0.place == place.table }) else {
      throw ImportError(
        place.table.isEmpty
          ? "\(file.name) is no table, so none of its rows can be shown"
          : "\(file.name) has no sheet '\(place.table)'")
    }
    var head: [FileTable.Row] = []
    var found: FileTable.Row?
    try table.rows { row in
      if row.number == place.number { found = row }
      if found == nil, head.count < KeptRow.longestHead { head.append(row) }
      return row.number < place.number
    }
    guard let found else { throw ImportError("\(file.name) has nothing on row \(place.number)") }
    self.init(
      file: file.name, table: table.place, number: found.number, headings: KeptRow.headings(in: head, for: found),
      cells: found.fields)
  }

  /// Headings stand within this many rows of the top; some workbooks begin with a page of notes.
  private static let longestHead = 60

  /// The row that heads the columns: the first above that names most of them and holds no number.
  private static func headings(in head: [FileTable.Row], for row: FileTable.Row) -> [String] {
    let columns = row.fields.indices.filter { !row[$0].isEmpty }
    return head.first { candidate in
      let named = columns.count { !candidate[$0].isEmpty }
      return named * 2 > columns.count && candidate.fields.allSatisfy { Double($0.trimmed) == nil }
    }?.fields ?? []
  }
}
