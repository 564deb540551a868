internal import CZlib
public import Chronicle
internal import Foundation
internal import GRDB

/// Bytes kept beside the journal under their digest: a block of figures, or an original file.
public struct Content: Sendable {
  /// SHA-256 of the bytes.
  public let digest: Digest
  /// How many bytes.
  public let size: Int
  let deflated: [UInt8]

  init(digest: Digest, size: Int, deflated: [UInt8]) {
    self.digest = digest
    self.size = size
    self.deflated = deflated
  }

  /// Compresses bytes to be kept. O(n).
  public init(_ bytes: [UInt8]) {
    digest = Digest(of: bytes)
    size = bytes.count
    var capacity = compressBound(UInt(bytes.count))
    var out = [UInt8](repeating: 0, count: Int(capacity))
    let status = compress2(&out, &capacity, bytes, UInt(bytes.count), 6)
    precondition(status == Z_OK, "zlib cannot compress into a buffer of its own bound")
    deflated = Array(out[..<Int(capacity)])
  }
}

extension Journal {
  static func keep(_ content: Content, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO content (digest, size, deflated) VALUES (?, ?, ?)",
      arguments: [content.digest.hex, content.size, Data(content.deflated)])
  }

  /// The bytes with a digest; nil when they are not kept or were erased.
  ///
  /// Throws `StoreError.damaged` when what is kept does not have that digest.
  public func content(_ digest: Digest) throws -> [UInt8]? {
    let row = try database.read { db in
      try Row.fetchOne(
        db, sql: "SELECT size, deflated FROM content WHERE digest = ?", arguments: [digest.hex])
    }
    guard let row, let deflated = row[1] as Data? else { return nil }
    let size: Int = row[0]
    var count = UInt(size)
    var out = [UInt8](repeating: 0, count: max(size, 1))
    let status = deflated.withUnsafeBytes { bytes in
      uncompress(&out, &count, bytes.bindMemory(to: UInt8.self).baseAddress, UInt(deflated.count))
    }
    guard status == Z_OK, Int(count) == size else {
      throw StoreError.damaged("the kept file \(digest.short)")
    }
    if size == 0 { out = [] }
    guard Digest(of: out) == digest else { throw StoreError.damaged("the kept file \(digest.short)") }
    return out
  }

  /// The digests of all kept bytes that have not been erased, sorted.
  public func contents() throws -> [Digest] {
    try database.read { db in
      try String.fetchAll(db, sql: "SELECT digest FROM content WHERE deflated IS NOT NULL ORDER BY digest")
    }.compactMap { Digest(hex: $0) }
  }

  /// Blanks lines and kept bytes for good, beside a transaction that says why, and rewrites the file so that
  /// nothing of them stays in it.
  @discardableResult
  public func redact(
    entries: [Int], contents: [Digest], recording make: (Head) throws -> SealedTransaction
  ) throws -> SealedTransaction {
    let sealed = try database.writeWithoutTransaction { db in
      var result: SealedTransaction?
      try db.inTransaction(.immediate) {
        let sealed = try make(Journal.readHead(db))
        for entry in entries {
          try db.execute(
            sql: "UPDATE entry SET line = NULL, salt = NULL, absence = 'redacted' WHERE number = ?",
            arguments: [entry])
        }
        for digest in contents {
          try db.execute(sql: "UPDATE content SET deflated = NULL WHERE digest = ?", arguments: [digest.hex])
        }
        try Journal.insert(sealed, db)
        result = sealed
        return .commit
      }
      guard let result else { throw StoreError.damaged("the journal: a redaction ended without a result") }
      return result
    }
    try rewrite()
    return sealed
  }

  /// Rewrites the file and empties its log, so that nothing erased stays in either.
  private func rewrite() throws {
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM")
      // Another process in the middle of reading holds the log for a moment.
      for _ in 0..<100 {
        if try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0 { return }
        Thread.sleep(forTimeInterval: 0.05)
      }
      throw StoreError.lingering(path)
    }
  }
}
