public import Chronicle
internal import GRDB

extension Journal {
  /// Stores transactions as another copy of the record has them, all or none, in a journal that has none yet.
  ///
  /// The caller has proved the chain. Throws `StoreError.notEmpty` when the journal has begun.
  public func replay(_ transactions: [SealedTransaction], keeping contents: [Content]) throws {
    try database.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        guard try Journal.readHead(db) == .empty else { throw StoreError.notEmpty(path) }
        for content in contents { try Journal.keep(content, db) }
        for transaction in transactions { try Journal.insert(transaction, db) }
        return .commit
      }
    }
  }

  /// The digests of all bytes that were kept and have been erased, sorted.
  public func erasedContents() throws -> [Digest] {
    try database.read { db in
      try String.fetchAll(db, sql: "SELECT digest FROM content WHERE deflated IS NULL ORDER BY digest")
    }.compactMap { Digest(hex: $0) }
  }
}
