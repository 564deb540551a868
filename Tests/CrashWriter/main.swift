internal import Chronicle
internal import Foundation
internal import Store
internal import Vocabulary

// Appends transactions to a record and prints the number of each once it has been acknowledged, until it is killed.
// Every entry says which of how many it is, so that half a transaction could be told from a whole one.
let journal = try Journal(path: CommandLine.arguments[1])
var round = 0
while true {
  round += 1
  let count = 1 + (round * 7) % 13
  let sealed = try journal.append { head in
    let number = head.transactions + 1
    let changes = (1...count).map { part in
      Change.assert(
        Statement(
          Source(ID(slug: "t\(number).\(part)"), title: "\(part) of \(count)", publisher: "crash-writer"),
          .always,
          source: SourceReference(nil)))
    }
    let contents = [Content(Array("\(number)\n".utf8))]
    return (
      SealedTransaction(
        changes, after: head, at: Instant(seconds: 1_790_000_000), who: "crash-writer", why: "\(count)",
        salt: Journal.randomSalt), contents
    )
  }
  FileHandle.standardOutput.write(Data("\(sealed.transaction.number)\n".utf8))
}
