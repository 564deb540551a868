internal import CSodium
public import Chronicle
internal import Foundation
internal import GRDB
internal import Vocabulary

/// The append-only journal of a record in one SQLite file.
///
/// Knows lines, not what they say. Safe for several processes: each append reads the head inside
/// `BEGIN IMMEDIATE`, and an acknowledged append has been synchronised to disk.
public final class Journal: Sendable {
  let database: DatabasePool
  /// The path of the file.
  public let path: String

  /// Opens a record, or makes an empty one where `create` is set and nothing is there.
  ///
  /// Throws `StoreError` when the file is missing, is no record, or is of a newer kind.
  public init(path: String, create: Bool = false) throws {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    if create, exists { throw StoreError.alreadyThere(path) }
    if !create, !exists { throw StoreError.notThere(path) }
    if !create { try Journal.refuseWhatIsNoRecord(at: path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      // Setting up write-ahead logging lowers this to NORMAL, which may lose an acknowledged commit.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // Redacted lines must not linger in free pages.
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    do {
      database = try DatabasePool(path: path, configuration: configuration)
      try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
      try Schema.migrator.migrate(database)
      // The mark that makes a file a record stands in its first page: move it there from the log.
      if create {
        try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      }
      try database.read { db in
        if try Schema.migrator.hasBeenSuperseded(db) { throw StoreError.newer(path) }
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError.unreadable(path, StoreError.plain(error))
    }
  }

  private static func refuseWhatIsNoRecord(at path: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw StoreError.unreadable(path, "it cannot be opened")
    }
    defer { try? handle.close() }
    let start = try handle.read(upToCount: 72) ?? Data()
    guard start.starts(with: Array("SQLite format 3\0".utf8)), start.count >= 72,
      start[68..<72].elementsEqual(Schema.applicationIdentifier)
    else { throw StoreError.noRecord(path) }
  }

  /// How far the journal has come.
  public func head() throws -> Head { try database.read { db in try Journal.readHead(db) } }

  static func readHead(_ db: Database) throws -> Head {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT number, digest FROM journalTransaction ORDER BY number DESC LIMIT 1")
    else { return .empty }
    let number: Int = row[0]
    let hex: String = row[1]
    guard let digest = Digest(hex: hex) else {
      throw StoreError.damaged("the digest of transaction \(number)")
    }
    let entries = try Int.fetchOne(db, sql: "SELECT max(number) FROM entry") ?? 0
    return Head(transactions: number, entries: entries, digest: digest)
  }

  /// Appends a transaction and whatever the maker says it needs kept beside it.
  ///
  /// The maker is called with the head inside the write transaction; when it throws, nothing is written.
  /// Returns when the transaction is on disk.
  @discardableResult
  public func append(
    _ make: (Head) throws -> (sealed: SealedTransaction, contents: [Content])
  ) throws -> SealedTransaction {
    try database.writeWithoutTransaction { db in
      var result: SealedTransaction?
      try db.inTransaction(.immediate) {
        let (sealed, contents) = try make(Journal.readHead(db))
        for content in contents { try Journal.keep(content, db) }
        try Journal.insert(sealed, db)
        result = sealed
        return .commit
      }
      guard let result else { throw StoreError.damaged("the journal: an append ended without a result") }
      return result
    }
  }

  static func insert(_ sealed: SealedTransaction, _ db: Database) throws {
    let transaction = sealed.transaction
    try db.execute(
      sql:
        "INSERT INTO journalTransaction (number, at, who, why, count, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        transaction.number, transaction.at.seconds, transaction.who, transaction.why, transaction.count,
        transaction.previous.hex, transaction.digest.hex,
      ])
    let statement = try db.makeStatement(
      sql:
        "INSERT INTO entry (number, journalTransaction, salt, line, digest, absence) VALUES (?, ?, ?, ?, ?, ?)"
    )
    for entry in sealed.entries {
      try statement.execute(arguments: [
        entry.number, entry.transaction, entry.salt?.hex, entry.line, entry.digest.hex,
        entry.absence?.rawValue,
      ])
    }
  }

  /// Reads every entry's line in order into an archive. O(bytes).
  public func archive() throws -> Archive {
    try database.read { db in
      let head = try Journal.readHead(db)
      var builder = Archive.Builder(expecting: head.entries, bytes: head.entries * 128)
      let statement = try db.makeStatement(
        sql: "SELECT journalTransaction, line, absence FROM entry ORDER BY number")
      try statement.forEachStep { row in
        builder.append(
          transaction: row.integer(0), line: row.bytes(1), absence: row.text(2).flatMap(Entry.Absence.init(rawValue:)))
      }
      return builder.finish(transactions: try Journal.transactions(db))
    }
  }

  private static func transactions(_ db: Database) throws -> [Transaction] {
    try Row.fetchAll(db, sql: "SELECT * FROM journalTransaction ORDER BY number").map { row in
      let previous: String = row["previous"]
      let digest: String = row["digest"]
      guard let previous = Digest(hex: previous), let digest = Digest(hex: digest) else {
        throw StoreError.damaged("a transaction's digest")
      }
      return Transaction(
        number: row["number"], at: Instant(seconds: row["at"]), who: row["who"], why: row["why"],
        count: row["count"], previous: previous, digest: digest)
    }
  }

  /// Reads the journal transaction by transaction, in order, from one consistent view.
  public func read(_ body: (SealedTransaction) throws -> Void) throws {
    try database.read { db in
      for transaction in try Journal.transactions(db) {
        let rows = try Row.fetchAll(
          db, sql: "SELECT * FROM entry WHERE journalTransaction = ? ORDER BY number",
          arguments: [transaction.number])
        let entries = try rows.map { row in
          let digest: String = row["digest"]
          guard let digest = Digest(hex: digest) else { throw StoreError.damaged("an entry's digest") }
          return Entry(
            number: row["number"], transaction: transaction.number,
            salt: (row["salt"] as String?).flatMap { Salt(hex: $0) }, line: row["line"], digest: digest,
            absence: (row["absence"] as String?).flatMap(Entry.Absence.init(rawValue:)))
        }
        try body(SealedTransaction(transaction: transaction, entries: entries))
      }
    }
  }

  /// Copies the record to another file while it is in use. The copy is whole or is not there.
  public func backup(to target: String) throws {
    guard !FileManager.default.fileExists(atPath: target) else { throw StoreError.alreadyThere(target) }
    let partial = target + ".partial"
    try? FileManager.default.removeItem(atPath: partial)
    do {
      let copy = try DatabaseQueue(path: partial)
      try database.backup(to: copy)
      try copy.close()
      try FileManager.default.moveItem(atPath: partial, toPath: target)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw StoreError.unreadable(target, StoreError.plain(error))
    }
  }

  private static let isSodiumReady = sodium_init() >= 0

  /// 128 random bits, from the operating system through libsodium.
  public static func randomSalt() -> Salt {
    precondition(Journal.isSodiumReady, "libsodium found no source of randomness")
    func word() -> UInt64 { UInt64(randombytes_random()) << 32 | UInt64(randombytes_random()) }
    return Salt(word(), word())
  }
}
