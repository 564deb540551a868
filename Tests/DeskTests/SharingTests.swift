import Chronicle
import Desk
import Foundation
import Register
import Store
import Testing
import Vocabulary

@Suite("One record, many hands")
struct SharingTests {
  @Test("A commit by another process is seen by the next question")
  func noticing() throws {
    let scratch = try Scratch()
    let mine = try Small.record(scratch)
    let theirs = try Record.open(mine.path, world: testWorld(who: "another"))
    let held = try mine.archive()
    #expect(try mine.archive() === held)
    let names = Small.names.replacing("\tEast\t", with: "\tFar East\t")
    #expect(try theirs.apply(text(at: Small.write(scratch, names: names)), why: "renamed").transaction == 2)
    #expect(try mine.snapshot(on: day).register.name(ID(slug: "icb.east")) == "Far East")
    #expect(try mine.log().map(\.who) == ["tester", "another"])
  }

  @Test("Imports side by side all arrive, each whole, while others read")
  func concurrent() async throws {
    let scratch = try Scratch()
    let path = try Small.record(scratch).path
    let files = try (1...8).map { number in
      try scratch.write(
        "sample,2026-0\(number),2026-10-0\(number)\nwaits,A,\(number)\nbody,practice.n\(number),N\(number)\n",
        to: "f\(number).csv")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for file in files {
        group.addTask {
          let report = try Record.open(path, world: testWorld()).importFile(file, options())
          #expect(report.status == .imported, "\(report.error ?? "")")
          #expect(report.entriesAdded > 0)
        }
      }
      for _ in 1...32 {
        group.addTask {
          let snapshot = try Record.open(path, world: testWorld()).snapshot(on: day)
          #expect(snapshot.register.name(ID(slug: "icb.west")) == "West")
        }
      }
      try await group.waitForAll()
    }
    let record = try Record.open(path, world: testWorld())
    #expect(try record.head().transactions == 9)
    #expect(try record.verify().whole)
    #expect(try record.snapshot(on: day).register.everyBody(.generalPractice).count == 8)
  }

  @Test("The clock may be set back; the record's never is")
  func clocks() throws {
    let scratch = try Scratch()
    _ = try Small.record(scratch)
    let later = try Record.open(scratch.path("r"), world: testWorld(from: 1_000_000_000))
    let names = Small.names.replacing("\tEast\t", with: "\tFar East\t")
    _ = try later.apply(text(at: Small.write(scratch, names: names)), why: "renamed")
    let times = try later.archive().transactions.map(\.at)
    #expect(times == times.sorted())
  }

  @Test("A backup is a record like the one it was made of")
  func backup() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let report = try record.backup(to: scratch.path("copy"))
    #expect(report.head == (try record.head().digest.hex))
    let copy = try Record.open(scratch.path("copy"), world: testWorld())
    #expect(try copy.head() == record.head())
    #expect(throws: (any Error).self) { try record.backup(to: scratch.path("copy")) }
  }

  @Test("A head is found whole or by its first digits; a strange one is not")
  func heads() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let head = try record.head().digest.hex
    #expect(try record.verify(head: head).found == 1)
    #expect(try record.verify(head: String(head.prefix(12))).whole)
    let strange = try record.verify(head: String(repeating: "0", count: 64))
    #expect(strange.found == nil)
    #expect(!strange.whole)
    #expect(throws: DeskError.self) { try record.verify(head: "xyz") }
  }

  @Test("Whoever alters the file behind the record's back is found out")
  func tampering() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let journal = try Journal(path: record.path)
    try journal.execute(unsafely: "DROP TRIGGER entryIsNeverChanged")
    try journal.execute(unsafely: "UPDATE entry SET line = replace(line, 'East', 'Best') WHERE number = 3")
    let report = try record.verify()
    #expect(!report.whole)
    #expect(
      report.broken
        == "the chain breaks at entry 3 of transaction 1: the line is not the one that was recorded")
  }

  @Test("Erasing while others read leaves nothing in the log")
  func erasingBesideReaders() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let reader = try Record.open(record.path, world: testWorld())
    let name = ID<Body>(slug: "icb.west")
    #expect(try reader.snapshot(on: day).register.name(name) == "West")
    let alias = try #require(
      try record.snapshot(on: day).history(Name.self, of: name).first { $0.fact.text == "The West" })
    _ = try record.redact(entry: alias.entry, ground: "a ground")
    #expect(!scratch.holds("The West", in: "r"))
    #expect(try reader.snapshot(on: day).history(Name.self, of: name).map(\.fact.text) == ["West"])
  }
}
