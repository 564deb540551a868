internal import Formats

/// Columns and rows, written for people or for programs.
struct Table {
  /// One column.
  struct Column {
    /// The heading for people.
    var title: String
    /// The heading for programs.
    var key: String
    /// Whether its cells are numbers, and stand to the right.
    var isNumber = false
    /// Whether it may be cut when the terminal is narrow.
    var mayBeCut = false

    init(_ title: String, _ key: String? = nil, isNumber: Bool = false, mayBeCut: Bool = false) {
      self.title = title
      self.key = key ?? title.lowercased().replacing(" ", with: "_")
      self.isNumber = isNumber
      self.mayBeCut = mayBeCut
    }
  }

  var columns: [Column]
  var rows: [[String]] = []
  /// What is said when there are no rows.
  var nothing = "Nothing."

  init(_ columns: [Column], rows: [[String]] = [], nothing: String = "Nothing.") {
    self.columns = columns
    self.rows = rows
    self.nothing = nothing
  }

  /// Comma-separated values with a heading; text that a spreadsheet would run is guarded.
  var csv: String {
    var writer = CSVWriter()
    writer.row(columns.map(\.key))
    for row in rows {
      for (column, cell) in zip(columns, row) {
        if column.isNumber, let number = Double(cell) { writer.number(number) } else { writer.text(cell) }
      }
      writer.endRow()
    }
    return writer.description
  }

  /// Aligned columns. Where they do not fit the width, those that may be cut are, the widest first.
  func text(width: Int? = nil) -> String {
    if rows.isEmpty { return nothing + "\n" }
    var widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].title)) { max($0, DisplayWidth.of($1[index])) }
    }
    if let width {
      let gaps = 2 * (columns.count - 1)
      while widths.reduce(0, +) + gaps > width {
        guard
          let widest = columns.indices.filter({ columns[$0].mayBeCut && widths[$0] > 12 })
            .max(by: { widths[$0] < widths[$1] })
        else { break }
        widths[widest] -= 1
      }
    }
    var text = line(columns.map(\.title), widths)
    text += line(widths.map { String(repeating: "─", count: $0) }, widths)
    for row in rows { text += line(row, widths) }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let cut = DisplayWidth.cut(cell, to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(cut)))
      text += columns[index].isNumber ? padding + cut : cut + padding
      if index + 1 < cells.count { text += "  " }
    }
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }
}
