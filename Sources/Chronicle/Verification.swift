/// Proves a journal: reads it transaction by transaction and stops at the first broken link.
///
/// Each entry's digest must be that of its salt and line (unless the line was lawfully removed), each transaction's
/// that of its header and entries, and each must name the one before. O(bytes).
public struct Verification: Sendable {
  /// The head so far.
  public private(set) var head = Head.empty
  /// Lines lawfully erased.
  public private(set) var redacted = 0
  /// Lines withheld from this copy.
  public private(set) var withheld = 0
  /// The digest of every transaction, so that a known head can be looked for.
  public private(set) var digests: [Digest] = []

  /// A proof of nothing yet.
  public init() {}

  /// The first thing found wrong.
  public struct Break: Error, Hashable, CustomStringConvertible {
    /// The transaction at which the chain breaks.
    public let transaction: Int
    /// The entry, when the fault lies in one.
    public let entry: Int?
    /// What is wrong.
    public let message: String

    /// Where and what.
    public var description: String {
      let place = entry.map { "entry \($0) of transaction \(transaction)" } ?? "transaction \(transaction)"
      return "the chain breaks at \(place): \(message)"
    }
  }

  /// Adds the next transaction.
  public mutating func append(_ sealed: SealedTransaction) throws(Break) {
    let transaction = sealed.transaction
    func broken(_ message: String, entry: Int? = nil) -> Break {
      Break(transaction: head.transactions + 1, entry: entry, message: message)
    }
    guard transaction.number == head.transactions + 1 else {
      throw broken("the next transaction is numbered \(transaction.number); one is missing or out of order")
    }
    guard transaction.previous == head.digest else {
      throw broken("it does not name the transaction before it")
    }
    guard transaction.count == sealed.entries.count else {
      throw broken("it has \(sealed.entries.count) entries and says \(transaction.count)")
    }
    for (offset, entry) in sealed.entries.enumerated() {
      guard entry.number == head.entries + offset + 1, entry.transaction == transaction.number else {
        throw broken("an entry is missing or out of order", entry: entry.number)
      }
      switch (entry.salt, entry.line, entry.absence) {
      case (let salt?, let line?, nil):
        guard Entry.digest(salt: salt, line: line) == entry.digest else {
          throw broken("the line is not the one that was recorded", entry: entry.number)
        }
      case (nil, nil, .redacted): redacted += 1
      case (nil, nil, .withheld): withheld += 1
      default:
        throw broken("the line or its salt is missing without a recorded redaction", entry: entry.number)
      }
    }
    guard
      Transaction.digest(header: transaction.header, entries: sealed.entries.lazy.map(\.digest))
        == transaction.digest
    else { throw broken("who, when, why or what was recorded has been altered") }
    digests.append(transaction.digest)
    head = Head(
      transactions: transaction.number, entries: head.entries + sealed.entries.count,
      digest: transaction.digest)
  }
}
