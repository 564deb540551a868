internal import Chronicle
internal import Vocabulary

/// A journal as lines of text, and back.
enum JournalText {
  /// The lines of one transaction: its header with its digest, then its entries.
  static func lines(of sealed: SealedTransaction) -> [String] {
    let transaction = sealed.transaction
    var lines = [transaction.header + "\t" + transaction.digest.hex]
    for entry in sealed.entries {
      let start = "entry\t\(entry.number)\t\(entry.digest.hex)\t"
      if let salt = entry.salt, let line = entry.line {
        lines.append(start + salt.hex + "\t" + line)
      } else {
        lines.append(start + (entry.absence ?? .withheld).rawValue)
      }
    }
    return lines
  }

  /// Reads a journal's text. Proves nothing: that is for `Verification`.
  static func read(_ bytes: [UInt8]) throws -> [SealedTransaction] {
    guard bytes.last == 10 else {
      throw DeskError.refused("journal.txt does not end with a line feed: it was cut short")
    }
    var transactions: [SealedTransaction] = []
    var open: Transaction?
    var entries: [Entry] = []
    func close() {
      if let transaction = open {
        transactions.append(SealedTransaction(transaction: transaction, entries: entries))
      }
      entries = []
    }
    for (index, line) in bytes.dropLast().split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      do throws(LineError) {
        guard let text = String(validating: line, as: UTF8.self) else {
          throw LineError("the line is not UTF-8")
        }
        if text.hasPrefix("transaction\t") {
          close()
          open = try transaction(text)
        } else if text.hasPrefix("entry\t"), let transaction = open {
          entries.append(try entry(text, of: transaction.number))
        } else {
          throw LineError("a journal has lines that begin with 'transaction' and, after one, with 'entry'")
        }
      } catch {
        throw DeskError.refused("journal.txt:\(index + 1): \(error.message)")
      }
    }
    close()
    return transactions
  }

  private static func transaction(_ text: String) throws(LineError) -> Transaction {
    let fields = try Line.split(text)
    guard fields.count == 8, let number = Int(fields[1]), let at = Instant(fields[2]),
      let count = Int(fields[5]),
      let previous = Digest(hex: fields[6]), let digest = Digest(hex: fields[7]), !fields[3].isEmpty
    else { throw LineError("a transaction has number, time, who, why, count, previous digest and digest") }
    return Transaction(
      number: number, at: at, who: fields[3], why: fields[4], count: count, previous: previous, digest: digest
    )
  }

  private static func entry(_ text: String, of transaction: Int) throws(LineError) -> Entry {
    let fields = text.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
    guard fields.count >= 4, let number = Int(fields[1]), let digest = Digest(hex: fields[2]) else {
      throw LineError("an entry has number, digest, salt and line")
    }
    if fields.count == 4, let absence = Entry.Absence(rawValue: String(fields[3])) {
      return Entry(
        number: number, transaction: transaction, salt: nil, line: nil, digest: digest, absence: absence)
    }
    guard fields.count == 5, let salt = Salt(hex: fields[3]) else {
      throw LineError("an entry has a salt and a line, or says withheld or redacted")
    }
    return Entry(
      number: number, transaction: transaction, salt: salt, line: String(fields[4]), digest: digest,
      absence: nil)
  }
}
