/// A sheet as a reader of its rows meets it: without the type of the sheet.
public struct SheetKind: Sendable {
  /// The kind of fact its rows are: `seat-1`.
  public let name: String
  /// The file of the exported folder: `seats.tsv`.
  public let file: String
  /// What a row says.
  public let meaning: String
  /// The columns, in order.
  public let columns: [any AnyColumn]

  fileprivate init<S: Sheet>(_ sheet: S.Type) {
    name = S.layout.name
    file = S.layout.file
    meaning = S.layout.meaning
    columns = S.layout.columns
  }
}

extension Sheets {
  /// Every sheet, in the order of `all`.
  public static let kinds: [SheetKind] = all.map { sheet in SheetKind(sheet) }

  /// The sheet whose rows are of a kind; nil for a kind that is no sheet.
  public static func kind(_ name: String) -> SheetKind? { byName[name] }

  private static let byName = Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
