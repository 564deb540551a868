import Chronicle
import Desk
import Foundation
import Measures
import Register
import Testing
import Vocabulary

@Suite("Lawful erasure")
struct RedactTests {
  @Test("An erased entry is gone from file, log, backup, export and memory; the chain holds and says so")
  func gone() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let file = try scratch.write(
      "sample,2026-01,2026-03-12\nbody,practice.x,UNMISTAKABLE SECRET\nbody,practice.y,Stays\n", to: "f.csv")
    let report = record.importFile(file, options([SampleReader(isOfficialPublication: false)]))
    let source = try #require(report.source)
    _ = try record.publish(source, why: "published by mistake")
    let before = try record.head()
    let name = try #require(
      try record.snapshot(on: day).history(Name.self, of: ID(slug: "practice.x")).first)
    #expect(scratch.holds("UNMISTAKABLE SECRET", in: "r"))

    let redaction = try record.redact(entry: name.entry, ground: "UK GDPR article 17")
    // It was recorded twice: when imported, and when published.
    #expect(redaction.entries.count == 2)
    // The file it came from held it too.
    #expect(redaction.contents.count == 1)
    #expect(redaction.notes.contains { $0.contains("the kept file") })
    #expect(!scratch.holds("UNMISTAKABLE SECRET", in: "r"))
    _ = try record.backup(to: scratch.path("copy"))
    #expect(!scratch.holds("UNMISTAKABLE SECRET", in: "copy"))
    _ = try record.export(to: scratch.path("x"))
    _ = try record.exportJournal(to: scratch.path("j"))
    for folder in ["x", "j"] {
      for (name, data) in try scratch.contents(of: folder) {
        #expect(data.range(of: Data("UNMISTAKABLE SECRET".utf8)) == nil, "\(folder)/\(name)")
      }
    }
    for known in [Knowledge.latest, .recorded(by: before.transactions)] {
      let snapshot = try record.snapshot(on: day, known: known)
      #expect(snapshot.history(Name.self, of: ID(slug: "practice.x")).isEmpty)
    }
    #expect(try record.snapshot(on: day).register.name(ID(slug: "practice.y")) == "Stays")
    let proof = try record.verify(head: before.digest.hex)
    #expect(proof.whole)
    #expect(proof.redacted == 2)
    // The tombstone is shown, never the content.
    let line = try #require(try record.log(of: 2, for: .restricted).lines?.first { $0.absence == "redacted" })
    #expect(line.ground == "UK GDPR article 17")
    #expect(line.line == nil)
    // The journal with its gap replays.
    let copy = try Record.createEmpty(at: scratch.path("replayed"), world: testWorld())
    #expect(try copy.replay(journalFolder(at: scratch.path("j"))) > 0)
    #expect(try copy.head() == record.head())
  }

  @Test("Withdrawn figures are erased, whoever names them, and do not come back")
  func figures() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let file = try scratch.write("sample,2026-01,2026-03-12\nwaits,A81001,4711.25\n", to: "f.csv")
    _ = record.importFile(file, options())
    let version = try #require(try record.snapshot(on: day).history(Observation.self).first { _ in true })
    _ = try record.blocks(version.fact.block)
    let report = try record.redact(entry: version.entry, ground: "withdrawn by its publisher")
    #expect(report.contents.count == 2)
    #expect(throws: DeskError.self) { try record.blocks(version.fact.block) }
    #expect(try record.content(version.fact.block) == nil)
    #expect(try record.verify().whole)
    let again = record.importFile(file, options())
    #expect(again.status == .unchanged)
    // The same figures in another file are the same erased block.
    let other = try scratch.write("sample,2026-01,2026-03-13\nwaits,A81001,4711.25\n", to: "g.csv")
    #expect(record.importFile(other, options()).error?.contains("lawfully erased") == true)
  }

  @Test("What cannot be erased is said")
  func refusals() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let names = Small.names.replacing("\tEast\t", with: "\tFar East\t")
    _ = try record.apply(text(at: Small.write(scratch, names: names)), why: "renamed")
    let log = try record.log(of: 2, for: .public)
    let retraction = try #require(log.lines?.first { $0.line?.hasPrefix("-") == true })
    _ = try record.redact(entry: 1, ground: "a ground")
    let tombstone = try record.head().entries
    let cases: [(Int, String, String)] = [
      (9999, "a ground", "has no entry 9999"), (0, "a ground", "has no entry 0"),
      (1, "a ground", "erased already"),
      (retraction.entry, "a ground", "only takes back"), (tombstone, "a ground", "has to stay told"),
      (2, "  ", "say on what ground"),
    ]
    let head = try record.head()
    for (entry, ground, expected) in cases {
      let error = #expect(throws: DeskError.self) { try record.redact(entry: entry, ground: ground) }
      #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }
    #expect(try record.head() == head)
  }
}
