import Chronicle
import Foundation
import Store
import Testing
import Vocabulary

/// A folder of its own for one test, removed with the test.
final class Scratch {
  let folder: String
  init() throws {
    folder = NSTemporaryDirectory() + "concordat-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: folder) }
  func path(_ name: String) -> String { folder + "/" + name }
}

func note(_ id: String, title: String) -> Change {
  .assert(
    Statement(
      Source(ID(slug: id), title: title, publisher: "A publisher"), .always, source: SourceReference(nil)))
}

@discardableResult
func append(_ changes: [Change], to journal: Journal, at seconds: Int64 = 1_800_000_000) throws
  -> SealedTransaction
{
  try journal.append { head in
    (
      SealedTransaction(
        changes, after: head, at: Instant(seconds: seconds), who: "tester", why: "a test",
        salt: Journal.randomSalt),
      []
    )
  }
}

@Suite("Journal on disk")
struct JournalTests {
  @Test("What was appended is read back, and proves itself")
  func roundTrip() throws {
    let scratch = try Scratch()
    let journal = try Journal(path: scratch.path("r"), create: true)
    #expect(try journal.head() == .empty)
    try append([note("a", title: "First\twith a tab"), note("b", title: "Second")], to: journal)
    try append([.retract(1), note("a", title: "Corrected")], to: journal)

    var proof = Verification()
    try journal.read { try proof.append($0) }
    #expect(try proof.head == journal.head())
    let archive = try Journal(path: scratch.path("r")).archive()
    #expect(archive.head == proof.head)
    let now = Snapshot(archive, trueOn: Day(number: 20_000))
    #expect(now.history(Source.self).map(\.fact.title) == ["Corrected", "Second"])
    let before = Snapshot(archive, trueOn: Day(number: 20_000), known: .recorded(by: 1))
    #expect(before.history(Source.self).map(\.fact.title) == ["First\twith a tab", "Second"])
  }

  @Test("A failing maker writes nothing")
  func allOrNothing() throws {
    struct Refused: Error {}
    let scratch = try Scratch()
    let journal = try Journal(path: scratch.path("r"), create: true)
    try append([note("a", title: "First")], to: journal)
    #expect(throws: Refused.self) { try journal.append { _ in throw Refused() } }
    #expect(try journal.head().transactions == 1)
  }

  @Test("Closing a record that nobody else holds empties its log")
  func emptyLog() throws {
    let scratch = try Scratch()
    func logged() -> Int {
      FileManager.default.contents(atPath: scratch.path("r-wal"))?.count ?? 0
    }
    do {
      let mine = try Journal(path: scratch.path("r"), create: true)
      do {
        let theirs = try Journal(path: scratch.path("r"))
        try append([note("a", title: "First")], to: theirs)
      }
      #expect(logged() > 0, "while another holds the record, its log stays")
      #expect(try mine.head().transactions == 1)
    }
    #expect(logged() == 0)
    #expect(try Journal(path: scratch.path("r")).head().transactions == 1)
  }

  @Test("What lingers is advised on by what empties the log")
  func lingering() {
    let advice = StoreError.lingering("r.concordat").description
    #expect(advice.contains("opened and closed") && !advice.contains("concordat verify"))
  }

  @Test("Every commit waits for the disk")
  func synchronous() throws {
    let scratch = try Scratch()
    let journal = try Journal(path: scratch.path("r"), create: true)
    #expect(try journal.writerSynchronousSetting() == 2)
  }

  @Test(
    "Nothing can be changed or deleted behind the journal's back",
    arguments: [
      "DELETE FROM entry", "DELETE FROM journalTransaction", "UPDATE entry SET line = 'x'",
      "UPDATE journalTransaction SET who = 'x'", "UPDATE entry SET digest = 'x', line = NULL, salt = NULL",
    ])
  func appendOnly(sql: String) throws {
    let scratch = try Scratch()
    let journal = try Journal(path: scratch.path("r"), create: true)
    try append([note("a", title: "First")], to: journal)
    #expect(throws: (any Error).self) { try journal.execute(unsafely: sql) }
    #expect(try journal.archive().row(of: 1) != nil)
  }

  @Test("Alteration, omission and truncation are found")
  func tampering() throws {
    let scratch = try Scratch()
    let journal = try Journal(path: scratch.path("r"), create: true)
    for index in 1...4 { try append([note("s\(index)", title: "Title \(index)")], to: journal) }
    var all: [SealedTransaction] = []
    try journal.read { all.append($0) }

    func broken(_ transactions: [SealedTransaction]) -> Verification.Break? {
      var proof = Verification()
      do throws(Verification.Break) {
        for transaction in transactions { try proof.append(transaction) }
        return nil
      } catch {
        return error
      }
    }
    #expect(broken(all) == nil)
    var altered = all
    let entry = all[2].entries[0]
    altered[2] = SealedTransaction(
      transaction: all[2].transaction,
      entries: [
        Entry(
          number: entry.number, transaction: 3, salt: entry.salt, line: (entry.line ?? "") + "!",
          digest: entry.digest, absence: nil)
      ])
    #expect(broken(altered)?.transaction == 3)
    #expect(broken(altered)?.entry == 3)
    var omitted = all
    omitted.remove(at: 1)
    #expect(broken(omitted)?.transaction == 2)
    // Cutting the end off breaks no link: only a head kept elsewhere shows it.
    var proof = Verification()
    for transaction in all.dropLast() { try proof.append(transaction) }
    #expect(!proof.digests.contains(all[3].transaction.digest))
  }

  @Test("A redacted line is gone from the file and its log; the chain holds and says so")
  func redaction() throws {
    let scratch = try Scratch()
    let path = scratch.path("r")
    let journal = try Journal(path: path, create: true)
    try append([note("a", title: "UNMISTAKABLE SECRET"), note("b", title: "Stays")], to: journal)
    let before = try journal.head()
    try journal.redact(entries: [1], contents: []) { head in
      SealedTransaction(
        [note("ground", title: "personal data")], after: head, at: Instant(seconds: 1_800_000_100), who: "t",
        why: "w",
        salt: Journal.randomSalt)
    }
    var proof = Verification()
    try journal.read { try proof.append($0) }
    #expect(proof.redacted == 1)
    #expect(proof.digests.contains(before.digest))
    try journal.backup(to: scratch.path("copy"))
    for file in ["r", "r-wal", "copy"] {
      guard let data = FileManager.default.contents(atPath: scratch.path(file)) else { continue }
      #expect(data.range(of: Data("UNMISTAKABLE SECRET".utf8)) == nil, "\(file) still holds it")
    }
    let archive = try journal.archive()
    #expect(archive.absence(of: 1) == .redacted)
    #expect(
      Snapshot(archive, trueOn: Day(number: 0), known: .recorded(by: 1)).history(Source.self).map(
        \.fact.title) == ["Stays"])
  }

  @Test("What is no record is refused and left as it is")
  func refusals() throws {
    let scratch = try Scratch()
    #expect(throws: StoreError.notThere(scratch.path("none"))) { try Journal(path: scratch.path("none")) }
    for (name, bytes) in [("empty", ""), ("text", String(repeating: "hello ", count: 100))] {
      let path = scratch.path(name)
      try Data(bytes.utf8).write(to: URL(fileURLWithPath: path))
      #expect(throws: StoreError.noRecord(path)) { try Journal(path: path) }
      #expect(FileManager.default.contents(atPath: path) == Data(bytes.utf8))
    }
    _ = try Journal(path: scratch.path("r"), create: true)
    #expect(throws: StoreError.alreadyThere(scratch.path("r"))) {
      try Journal(path: scratch.path("r"), create: true)
    }
  }

  @Test("Kept bytes come back whole", arguments: [0, 1, 70_000])
  func contents(size: Int) throws {
    let scratch = try Scratch()
    let journal = try Journal(path: scratch.path("r"), create: true)
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let content = Content(bytes)
    try journal.append { head in
      (
        SealedTransaction(
          [note("a", title: "x")], after: head, at: Instant(seconds: 0), who: "t", why: "w",
          salt: Journal.randomSalt),
        [content]
      )
    }
    #expect(try journal.content(content.digest) == bytes)
    #expect(try journal.content(Digest(of: "absent")) == nil)
  }
}
