internal import GRDB
internal import GRDBSQLite

/// The row a statement stands on, read without a copy. Valid until the next step.
struct StatementRow {
  fileprivate let handle: OpaquePointer

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func text(_ column: Int32) -> String? { sqlite3_column_text(handle, column).map { String(cString: $0) } }

  /// The bytes of a text; nil where there is none.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }
}

extension GRDB.Statement {
  /// Steps through every row.
  ///
  /// For reading a whole journal: a cursor of rows makes a value of each column, and that was half of the time a
  /// record took to open.
  func forEachStep(_ body: (StatementRow) -> Void) throws {
    sqlite3_reset(sqliteStatement)
    defer { sqlite3_reset(sqliteStatement) }
    while true {
      switch sqlite3_step(sqliteStatement) {
      case SQLITE_ROW: body(StatementRow(handle: sqliteStatement))
      case SQLITE_DONE: return
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
    }
  }
}
