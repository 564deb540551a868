public import Vocabulary

/// One row of a kept original file, as it stands there.
public struct KeptRow: Encodable, Hashable, Sendable {
  /// The name of the file.
  public let file: String
  /// The sheet, or the table in an archive; empty for a file that is one table.
  public let table: String
  /// The line of the file or the row of the sheet, from 1.
  public let number: Int
  /// What stands at the head of the columns, where the table has headings; else empty.
  public let headings: [String]
  /// The cells of the row.
  public let cells: [String]

  /// A row.
  public init(file: String, table: String, number: Int, headings: [String], cells: [String]) {
    self.file = file
    self.table = table
    self.number = number
    self.headings = headings
    self.cells = cells
  }
}

/// Where a row stands in a file: `row=12`, or `sheet=Providers row=12`.
public struct RowPlace: Hashable, Sendable, CustomStringConvertible {
  /// The sheet, or the table in an archive; empty where the file has one table only, or the first is meant.
  public let table: String
  /// The line of the file or the row of the sheet, from 1.
  public let number: Int

  /// A place.
  public init(table: String = "", number: Int) {
    self.table = table
    self.number = number
  }

  /// Reads the text of a locator; nil when it names no row.
  public init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let last = words.last(where: { $0.hasPrefix("row=") }), let number = Int(last.dropFirst(4)), number > 0
    else { return nil }
    let before = words.prefix { $0 != last }.joined(separator: " ")
    guard before.isEmpty || before.hasPrefix("sheet=") else { return nil }
    self.init(table: String(before.dropFirst("sheet=".count)), number: number)
  }

  /// The text of the locator.
  public var description: String { table.isEmpty ? "row=\(number)" : "sheet=\(table) row=\(number)" }
}

/// Opens rows of kept originals, by source.
public typealias KeptRows = @Sendable (ID<Source>, RowPlace) throws -> KeptRow
