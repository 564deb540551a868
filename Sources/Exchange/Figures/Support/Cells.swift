internal import Formats

/// Why one row cannot be used.
struct RowFault: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}

/// What stands in a cell that has no figure: nothing, or one of the signs publishers use for *not given*.
enum Missing {
  static let signs: Set<String> = [
    "", "*", "-", "–", ":", "..", "c", "x", "z", "n/a", "na", "null", "suppressed",
  ]

  static func isMissing(_ text: String) -> Bool { signs.contains(text.lowercased()) }
}

/// Numbers as they stand in published tables.
enum Cells {
  /// The number in a text; NaN when none is given. Commas are accepted between groups of three digits.
  static func number(_ text: String, _ column: String) throws(RowFault) -> Double {
    let text = text.trimmed
    if Missing.isMissing(text) { return .nan }
    let plain = text.contains(",") ? ungrouped(text) : text
    guard let plain, plain.utf8.allSatisfy({ (43...57).contains($0) || $0 | 32 == 101 }),
      let value = Double(plain),
      value.isFinite
    else { throw RowFault("'\(text.prefix(40))' in column '\(column)' is not a number") }
    return value
  }

  /// The amount in a text: a number not below nought; NaN when none is given.
  static func amount(_ text: String, _ column: String) throws(RowFault) -> Double {
    let value = try number(text, column)
    guard !(value < 0) else { throw RowFault("'\(text.prefix(40))' in column '\(column)' is below nought") }
    return value
  }

  /// The count in a text: a whole number not below nought; NaN when none is given.
  static func count(_ text: String, _ column: String) throws(RowFault) -> Double {
    let value = try amount(text, column)
    guard value.isNaN || value == value.rounded() else {
      throw RowFault("'\(text.prefix(40))' in column '\(column)' is not a whole number")
    }
    return value
  }

  private static func ungrouped(_ text: String) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...4).contains(first.count) else { return nil }
    for group in groups.dropFirst() where group.prefix(while: \.isNumber).count != 3 { return nil }
    return groups.joined()
  }
}

extension CSVRow {
  /// The text of a field without blanks around it.
  func trimmed(_ column: Int) -> String { self[column].trimmed }

  /// The text of a field that need not be there.
  func trimmed(_ column: Int?) -> String { column.map { self[$0].trimmed } ?? "" }

  /// The count in a field; NaN when none is given.
  func count(_ column: Int, in headings: Headings) throws(RowFault) -> Double {
    if let value = int(column), value >= 0 { return Double(value) }
    return try Cells.count(self[column], headings.names[column])
  }

  /// The amount in a field; NaN when none is given.
  func amount(_ column: Int, in headings: Headings) throws(RowFault) -> Double {
    if let value = double(column), value >= 0 { return value }
    return try Cells.amount(self[column], headings.names[column])
  }

  /// The number in a field; NaN when none is given.
  func number(_ column: Int, in headings: Headings) throws(RowFault) -> Double {
    if let value = double(column) { return value }
    return try Cells.number(self[column], headings.names[column])
  }

  /// Refuses a row with fewer fields than the table has columns.
  func needColumns(of headings: Headings) throws(RowFault) {
    guard count == headings.names.count else {
      throw RowFault("the row has \(count) fields where the table has \(headings.names.count) columns")
    }
  }
}
