internal import GRDB

extension Journal {
  /// The writer's `synchronous` setting: 2 is FULL.
  package func writerSynchronousSetting() throws -> Int {
    try database.writeWithoutTransaction { db in try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1 }
  }

  /// Runs SQL past the journal's own methods, to prove that the triggers stand.
  package func execute(unsafely sql: String) throws {
    try database.write { db in try db.execute(sql: sql) }
  }
}
