/// One cell of a sheet.
public struct Cell: Hashable, Sendable {
  /// What a cell holds. A formula's cell holds its last computed value.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Text, with its line ends as LF.
    case text(String)
    /// A number; also a date, see ``Cell/isDate``.
    case number(Double)
    /// True or false.
    case boolean(Bool)
    /// An error such as `#N/A` or `#DIV/0!`.
    case error(String)
  }

  /// Where the cell is.
  public let address: CellAddress

  /// What it holds.
  public let value: Value

  /// True when the cell is styled or typed as a date or time.
  public let isDate: Bool

  let dates: DateSystem

  /// The value as text: numbers in their shortest form, truth as `TRUE` or `FALSE`, nothing as an empty string.
  public var text: String {
    switch value {
    case .empty: ""
    case .text(let text): text
    case .number(let number): NumberText.shortest(number)
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let code): code
    }
  }

  /// The number, where the cell holds one.
  public var number: Double? {
    if case .number(let number) = value { number } else { nil }
  }

  /// The civil date, where the cell is a date: by its style, or as an ISO 8601 value.
  public var civil: (year: Int, month: Int, day: Int)? {
    guard isDate else { return nil }
    switch value {
    case .number(let serial): return dates.civil(serial)
    case .text(let text):
      let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
        let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      return (year, month, day)
    default: return nil
    }
  }
}

/// One row of a sheet: the cells that are written in the file, in order.
public struct SheetRow: Hashable, Sendable {
  /// The row as people count it, from 1.
  public let number: Int

  /// The cells in the file, by column; many columns may be missing.
  public let cells: [Cell]

  /// The cell in a column counted from 0; nil where the file has none. O(log cells).
  public subscript(column: Int) -> Cell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].address.column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].address.column == column ? cells[low] : nil
  }

  /// The text of a column counted from 0; empty where there is no cell.
  public func text(_ column: Int) -> String { self[column]?.text ?? "" }

  /// The number in a column counted from 0; nil where there is none.
  public func number(_ column: Int) -> Double? { self[column]?.number }
}
