public import Chronicle
public import Vocabulary

/// A row of a sheet, as a fact of the record.
public struct Row<S: Sheet>: Fact {
  /// What the sheet is about.
  public typealias Subject = S
  /// The thing the row is about.
  public let subject: ID<S>
  /// The cells, in the order of the columns; empty where nothing is known.
  public let fields: [String]

  /// A row with these cells; columns that are not named stay empty.
  public init(_ subject: ID<S>, _ cells: [String: String]) throws(LineError) {
    for name in cells.keys.sorted() where S.layout.index(of: name) == nil {
      throw LineError(
        "'\(name)' is no column of \(S.layout.file): the columns are "
          + S.layout.names.joined(separator: ", "))
    }
    try self.init(subject, fields: S.layout.names.map { cells[$0] ?? "" })
  }

  private init(_ subject: ID<S>, fields: [String]) throws(LineError) {
    for (column, cell) in zip(S.layout.columns, fields) {
      if cell.isEmpty {
        if column.isNeeded { throw LineError("the column '\(column.name)' is empty: write \(column.meaning)") }
      } else if !column.accepts(cell) {
        throw LineError("'\(cell)' in column '\(column.name)' will not do: write \(column.expected)")
      }
    }
    self.subject = subject
    self.fields = fields
  }

  /// The kind of fact the sheet's rows are.
  public static var kind: FactKind {
    FactKind(S.layout.name, file: S.layout.file, columns: S.layout.names, meaning: S.layout.meaning)
  }

  /// Reads the columns.
  public init(subject: ID<S>, from reader: inout FieldReader) throws(LineError) {
    var fields: [String] = []
    fields.reserveCapacity(S.layout.names.count)
    for name in S.layout.names {
      guard let field = try reader.nextIfAny() else { throw LineError("the column '\(name)' is missing") }
      fields.append(field)
    }
    try self.init(subject, fields: fields)
  }
}
