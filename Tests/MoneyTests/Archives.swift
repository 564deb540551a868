import Chronicle
import Vocabulary

extension Archive {
  /// An archive of statements recorded by one transaction after another.
  static func recording(_ batches: [Statement]...) -> Archive {
    var builder = Builder(expecting: batches.reduce(0) { $0 + $1.count }, bytes: 4096)
    var transactions: [Transaction] = []
    var number: UInt64 = 0
    var head = Head.empty
    for batch in batches {
      let sealed = SealedTransaction(
        batch.map(Change.assert), after: head, at: Instant(seconds: 0), who: "a post",
        why: "a test",
        salt: {
          number += 1
          return Salt(0, number)
        })
      for entry in sealed.entries {
        var line = entry.line ?? ""
        line.withUTF8 {
          builder.append(transaction: transactions.count + 1, line: UnsafeRawBufferPointer($0), absence: nil)
        }
      }
      transactions.append(sealed.transaction)
      head = Head(
        transactions: transactions.count, entries: head.entries + batch.count, digest: sealed.transaction.digest)
    }
    return builder.finish(transactions: transactions)
  }
}
