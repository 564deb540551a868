/// A table that people fill in: one row of it is one fact of governance.
///
/// A sheet is declared by its columns alone. `Row` makes each of its rows a `Fact`, so that storing, exporting, comparing
/// and applying come with no more work; `Held` reads a cell by the name of its column and says which fact is missing
/// where the cell is empty.
public protocol Sheet: Sendable {
  /// The sheet with its columns.
  init()
  /// Its name, file, columns and meaning.
  static var layout: Layout<Self> { get }
}

extension Sheet {
  /// The kind of fact its rows are.
  static var kindName: String { layout.name }
  /// The headings of its columns.
  static var columnNames: [String] { layout.names }
}

/// One column of a sheet.
public struct Column<Value: Cell>: Sendable {
  /// The heading.
  public let name: String
  /// What stands in it, as a reader would say it: `the day it was approved`.
  public let meaning: String
  /// Whether every row must have it: without it the row says nothing.
  public let isNeeded: Bool

  /// A column that may be empty: what is not known is not written.
  public init(_ name: String, _ meaning: String) {
    self.name = name
    self.meaning = meaning
    isNeeded = false
  }

  private init(needed name: String, _ meaning: String) {
    self.name = name
    self.meaning = meaning
    isNeeded = true
  }

  /// A column that every row must fill.
  public static func needed(_ name: String, _ meaning: String) -> Column { Column(needed: name, meaning) }
}

/// A column without the type of its values.
public protocol AnyColumn: Sendable {
  /// The heading.
  var name: String { get }
  /// What stands in it.
  var meaning: String { get }
  /// Whether every row must have it.
  var isNeeded: Bool { get }
  /// What its values name, where they name something.
  var referent: Referent? { get }
  /// What to write in it.
  var expected: String { get }
  /// Whether a text can stand in it.
  func accepts(_ cell: String) -> Bool
}

extension Column: AnyColumn {
  /// What its values name.
  public var referent: Referent? { Value.referent }
  /// What to write in it.
  public var expected: String { Value.expected }
  /// Whether a text can stand in it.
  public func accepts(_ cell: String) -> Bool { Value(cell: cell) != nil }
}

/// The name, file, columns and meaning of a sheet.
public struct Layout<S: Sheet>: Sendable {
  /// The kind of fact, with its version: `seat-1`.
  public let name: String
  /// The file of the exported folder: `seats.tsv`.
  public let file: String
  /// What a row says.
  public let meaning: String
  /// The columns, in order.
  public let columns: [any AnyColumn]
  let sheet: S
  let names: [String]

  /// A layout; the columns are the stored properties of the sheet, in the order they are written there.
  public init(_ sheet: S, _ name: String, file: String, meaning: String) {
    self.sheet = sheet
    self.name = name
    self.file = file
    self.meaning = meaning
    columns = Mirror(reflecting: sheet).children.compactMap { $0.value as? any AnyColumn }
    names = columns.map(\.name)
  }

  /// The place of a column.
  func index(of name: String) -> Int? { names.firstIndex(of: name) }
}
