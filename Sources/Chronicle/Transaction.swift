public import Vocabulary

/// One change to the record as a whole: who made it, when, why, and what it says; chained to the one before.
public struct Transaction: Hashable, Sendable {
  /// 1 for the first.
  public let number: Int
  /// When it was recorded.
  public let at: Instant
  /// Who made it.
  public let who: String
  /// Why.
  public let why: String
  /// How many entries it has.
  public let count: Int
  /// The digest of the transaction before it; zeros for the first.
  public let previous: Digest
  /// Its own digest.
  public let digest: Digest

  /// A transaction as it was stored.
  public init(
    number: Int, at: Instant, who: String, why: String, count: Int, previous: Digest, digest: Digest
  ) {
    self.number = number
    self.at = at
    self.who = who
    self.why = why
    self.count = count
    self.previous = previous
    self.digest = digest
  }

  /// The header that is hashed with the entries' digests.
  public var header: String {
    Line.join(["transaction", String(number), at.description, who, why, String(count), previous.hex])
  }

  /// What the digest must be: SHA-256 of the header and, a line each, the digests of the entries.
  public static func digest(header: String, entries: some Sequence<Digest>) -> Digest {
    var hasher = Hasher256()
    hasher.update(header)
    for entry in entries {
      hasher.update("\n")
      hasher.update(entry.hex)
    }
    return hasher.finish()
  }
}

/// One stored line of a transaction.
public struct Entry: Hashable, Sendable {
  /// 1 for the first of the record.
  public let number: Int
  /// The transaction it belongs to.
  public let transaction: Int
  /// What was hashed in front of the line; nil when the line is not here.
  public let salt: Salt?
  /// The line; nil when it was redacted, or withheld from a public copy.
  public let line: String?
  /// SHA-256 of salt and line.
  public let digest: Digest
  /// Why the line is not here, when it is not.
  public let absence: Absence?

  /// Why an entry has no line.
  public enum Absence: String, Hashable, Sendable {
    /// Lawfully erased.
    case redacted
    /// Not public, and this is a public copy.
    case withheld
  }

  /// An entry as it was stored.
  public init(number: Int, transaction: Int, salt: Salt?, line: String?, digest: Digest, absence: Absence?) {
    self.number = number
    self.transaction = transaction
    self.salt = salt
    self.line = line
    self.digest = digest
    self.absence = absence
  }

  /// An entry for a new line.
  public init(number: Int, transaction: Int, salt: Salt, line: String) {
    self.init(
      number: number, transaction: transaction, salt: salt, line: line,
      digest: Entry.digest(salt: salt, line: line),
      absence: nil)
  }

  /// The same entry without its line.
  public func without(because absence: Absence) -> Entry {
    Entry(number: number, transaction: transaction, salt: nil, line: nil, digest: digest, absence: absence)
  }

  /// SHA-256(salt ‖ line), both as UTF-8 text: `printf %s "$salt$line" | sha256sum` gives the same.
  public static func digest(salt: Salt, line: String) -> Digest {
    var hasher = Hasher256()
    hasher.update(salt.hex)
    hasher.update(line)
    return hasher.finish()
  }
}

/// A transaction with its entries, ready to be stored.
public struct SealedTransaction: Hashable, Sendable {
  /// Who, when, why, and the chain.
  public let transaction: Transaction
  /// What it says.
  public let entries: [Entry]

  /// A transaction with entries as they were stored.
  public init(transaction: Transaction, entries: [Entry]) {
    self.transaction = transaction
    self.entries = entries
  }

  /// Seals changes behind the transaction they follow. O(bytes).
  public init(
    _ changes: [Change], after head: Head, at: Instant, who: String, why: String, salt: () -> Salt
  ) {
    let number = head.transactions + 1
    var entries: [Entry] = []
    entries.reserveCapacity(changes.count)
    for change in changes {
      entries.append(
        Entry(number: head.entries + entries.count + 1, transaction: number, salt: salt(), line: change.line))
    }
    let draft = Transaction(
      number: number, at: at, who: who, why: why, count: entries.count, previous: head.digest, digest: .origin
    )
    transaction = Transaction(
      number: number, at: at, who: who, why: why, count: entries.count, previous: head.digest,
      digest: Transaction.digest(header: draft.header, entries: entries.lazy.map(\.digest)))
    self.entries = entries
  }
}

/// How far a journal has come: its size and the digest that stands for all of it.
public struct Head: Hashable, Sendable {
  /// The number of transactions.
  public let transactions: Int
  /// The number of entries.
  public let entries: Int
  /// The digest of the last transaction.
  public let digest: Digest

  /// A head.
  public init(transactions: Int, entries: Int, digest: Digest) {
    self.transactions = transactions
    self.entries = entries
    self.digest = digest
  }

  /// The head of an empty journal.
  public static let empty = Head(transactions: 0, entries: 0, digest: .origin)
}
