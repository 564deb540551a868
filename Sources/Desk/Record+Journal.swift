internal import Chronicle
internal import Store
internal import Vocabulary

extension Record {
  /// Writes the record's history to a folder, transaction by transaction: public lines whole, all others as their
  /// digest alone. Replayed into an empty record it gives the same head.
  public func exportJournal(to folder: String) throws -> ExportReport {
    var bytes: [UInt8] = []
    var blocks: Set<Digest> = []
    var proof = Verification()
    try journal.read { sealed in
      let shown = SealedTransaction(
        transaction: sealed.transaction,
        entries: sealed.entries.map { JournalText.shown($0, naming: &blocks) })
      for line in JournalText.lines(of: shown) {
        bytes.append(contentsOf: line.utf8)
        bytes.append(10)
      }
      try proof.append(shown)
    }
    let kept = try blocks.isEmpty ? [] : Set(journal.contents())
    let carried = blocks.filter { kept.contains($0) }.sorted { $0.hex < $1.hex }
    return try ExportFolder.replacing(folder) { target in
      try target.write(Array(Readme.journal.utf8), to: ExportFolder.readme)
      try target.write(bytes, to: ExportFolder.journal)
      for digest in carried {
        if let block = try journal.content(digest) {
          try target.write(block, to: "\(ExportFolder.blocks)/\(digest.hex).tsv")
        }
      }
      return ExportReport(
        folder: folder, files: [.init(file: ExportFolder.journal, rows: proof.head.transactions)],
        blocks: carried.count, head: proof.head.digest.hex, transactions: proof.head.transactions,
        withheld: proof.withheld, redacted: proof.redacted)
    }
  }

  /// Replays a journal into this record, which must be empty: all of it, or nothing.
  ///
  /// The chain is proved first, and every block against its digest. Returns the number of transactions.
  public func replay(_ text: JournalFolder) throws -> Int {
    let transactions = try JournalText.read(text.journal)
    var proof = Verification()
    do throws(Verification.Break) {
      for transaction in transactions { try proof.append(transaction) }
    } catch {
      throw DeskError.refused("the journal was not replayed: \(error)")
    }
    var contents: [Content] = []
    for digest in text.blocks {
      let bytes = try text.block(digest)
      guard Digest(of: bytes) == digest else {
        throw DeskError.refused(
          "\(ExportFolder.blocks)/\(digest.hex).tsv does not have the digest it is named after: nothing was replayed"
        )
      }
      contents.append(Content(bytes))
    }
    try journal.replay(transactions, keeping: contents)
    return transactions.count
  }
}

extension JournalText {
  /// An entry as everyone may see it.
  fileprivate static func shown(_ entry: Entry, naming blocks: inout Set<Digest>) -> Entry {
    guard let line = entry.line else { return entry }
    switch try? Change(line: line) {
    case .retract: return entry
    case .assert(let statement) where statement.audience == .public:
      if let block = statement.block { blocks.insert(block) }
      return entry
    default: return entry.without(because: .withheld)
    }
  }
}

/// A journal in a folder of text, and the blocks that come with it.
public struct JournalFolder: Sendable {
  let journal: [UInt8]
  let blocks: [Digest]
  let block: @Sendable (Digest) throws -> [UInt8]
}
