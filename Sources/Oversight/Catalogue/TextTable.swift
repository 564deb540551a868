/// A table of tab-separated text with a heading, read cell by cell with errors that name the file and the line.
struct TextTable {
  /// The name of the file, for messages.
  let name: String
  private let columns: [String]
  let rows: [Row]

  /// Reads a table that has exactly these columns, in any order.
  ///
  /// - Throws: `OversightError` when a column is missing, unknown or twice there, or a line is too long or short.
  init(_ file: ShippedTables.File, columns expected: [String]) throws(OversightError) {
    name = file.name
    var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    columns = lines.isEmpty ? [] : lines.removeFirst()
    guard columns.sorted() == expected.sorted() else {
      throw OversightError(
        "\(name), line 1: the columns are \(columns.joined(separator: ", ")); they must be "
          + expected.joined(separator: ", "))
    }
    if lines.last == [""] { lines.removeLast() }
    var rows: [Row] = []
    for (offset, cells) in lines.enumerated() {
      let line = offset + 2
      guard cells.count == columns.count else {
        throw OversightError("\(name), line \(line): there are \(cells.count) cells for \(columns.count) columns")
      }
      rows.append(
        Row(file: name, line: line, cells: Dictionary(zip(columns, cells)) { first, _ in first }))
    }
    self.rows = rows
  }

  /// One line below the heading.
  struct Row {
    let file: String
    let line: Int
    fileprivate let cells: [String: String]

    /// The text of a cell; empty where nothing is written.
    subscript(column: String) -> String { cells[column] ?? "" }

    /// The text of a cell in which something must be written.
    func text(_ column: String) throws(OversightError) -> String {
      let text = self[column]
      if text.isEmpty { throw wrong(column, "nothing is written, and something must be") }
      return text
    }

    /// The words of a cell, separated by spaces.
    func words(_ column: String) -> [String] { self[column].split(separator: " ").map(String.init) }

    /// A word from a fixed list.
    func word<Word: RawRepresentable & CaseIterable>(
      _ column: String, as type: Word.Type
    ) throws(OversightError) -> Word where Word.RawValue == String {
      guard let word = Word(rawValue: self[column]) else {
        throw wrong(
          column,
          "'\(self[column])' must be one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return word
    }

    /// A whole number.
    func integer(_ column: String) throws(OversightError) -> Int {
      guard let number = Int(self[column]) else {
        throw wrong(column, "'\(self[column])' is no whole number")
      }
      return number
    }

    /// An error about a cell of this row.
    func wrong(_ column: String, _ problem: String) -> OversightError {
      OversightError("\(file), line \(line), column \(column): \(problem)")
    }
  }
}
