import Chronicle
import Desk
import Foundation
import Reference
import Store
import Testing
import Vocabulary

@Suite("A record as text, and back")
struct RoundTripTests {
  @Test("A new record holds the shipped reference, and its export is the shipped files")
  func shipped() throws {
    let scratch = try Scratch()
    let made = try Record.create(at: scratch.path("r"), world: testWorld())
    #expect(try made.record.head().transactions == 1)
    let report = try made.record.export(to: scratch.path("x"))
    #expect(report.head == made.plan.head)
    var exported = try scratch.contents(of: "x")
    exported["README.md"] = nil
    #expect(
      exported == Dictionary(uniqueKeysWithValues: ShippedReference.files.map { ($0.name, Data($0.bytes)) }))
  }

  @Test("Export, apply into an empty record, export: byte for byte the same, blocks too")
  func tables() throws {
    let scratch = try Scratch()
    let record = try Record.create(at: scratch.path("r"), world: testWorld()).record
    let file = try scratch.write(
      "sample,2026-01,2026-03-12\nwaits,A81001,12\nwaits,A81002,7.5\nbody,practice.a81001,Café Surgery\n",
      to: "f.csv")
    #expect(record.importFile(file, options()).status == .imported)
    _ = try record.export(to: scratch.path("x"))
    #expect(try scratch.contents(of: "x").keys.contains { $0.hasPrefix("blocks/") })

    let other = try Record.createEmpty(at: scratch.path("other"), world: testWorld())
    let plan = try other.apply(try text(at: scratch.path("x")), why: "a copy")
    #expect(plan.findings.isEmpty)
    #expect(plan.blocks == 1)
    _ = try other.export(to: scratch.path("y"))
    #expect(try scratch.contents(of: "x") == scratch.contents(of: "y"))
    #expect(try other.diff(text(at: scratch.path("x"))).isEmpty)
  }

  @Test("The journal replays to the same head, with what is not public withheld")
  func journal() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let file = try scratch.write("sample,2026-01,2026-03-12\nwaits,A81001,12\n", to: "f.csv")
    #expect(record.importFile(file, options()).status == .imported)
    let secret = try scratch.write("sample,2026-02,2026-03-12\nSECRET,A81001,12\n", to: "g.csv")
    #expect(record.importFile(secret, options(isInternal: true)).audience == "internal")
    let report = try record.exportJournal(to: scratch.path("j"))
    #expect(report.withheld > 0)
    for (_, data) in try scratch.contents(of: "j") { #expect(data.range(of: Data("secret".utf8)) == nil) }

    let copy = try Record.createEmpty(at: scratch.path("copy"), world: testWorld())
    #expect(try copy.replay(journalFolder(at: scratch.path("j"))) == 3)
    #expect(try copy.head() == record.head())
    let proof = try copy.verify()
    #expect(proof.whole)
    #expect(proof.withheld == report.withheld)
    _ = try copy.export(to: scratch.path("x"))
    _ = try record.export(to: scratch.path("y"))
    #expect(try scratch.contents(of: "x") == scratch.contents(of: "y"))
    // A copy of the copy is the same journal again.
    _ = try copy.exportJournal(to: scratch.path("k"))
    #expect(try scratch.contents(of: "j") == scratch.contents(of: "k"))
    #expect(throws: StoreError.notEmpty(copy.path)) {
      try copy.replay(journalFolder(at: scratch.path("j")))
    }
  }

  @Test("An altered, shortened or muddled journal is refused, and nothing is stored")
  func hostileJournals() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    _ = try record.exportJournal(to: scratch.path("j"))
    let good = String(decoding: try #require(scratch.contents(of: "j")["journal.txt"]), as: UTF8.self)
    let cases: [(String, String)] = [
      (good.replacing("West", with: "Best"), "the chain breaks at entry"),
      (good.replacing("tester", with: "someone"), "has been altered"),
      (String(good.dropLast()), "cut short"),
      (good.split(separator: "\n").dropLast().joined(separator: "\n") + "\n", "entries and says"),
      ("hello\n", "journal.txt:1:"),
      (good.replacing("entry\t1\t", with: "entry\tone\t"), "journal.txt:2:"),
    ]
    for (index, (text, expected)) in cases.enumerated() {
      _ = try scratch.write(text, to: "bad\(index)/journal.txt")
      let copy = try Record.createEmpty(at: scratch.path("copy\(index)"), world: testWorld())
      let error = #expect(throws: DeskError.self) {
        try copy.replay(journalFolder(at: scratch.path("bad\(index)")))
      }
      #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
      #expect(try copy.head() == .empty)
    }
  }

  @Test("Facts of kinds this version does not know are carried through")
  func unknownKinds() throws {
    let scratch = try Scratch()
    let folder = try Small.write(scratch)
    let row = "promise-7\t2026-01-01\t\tpublic\treported\tsource-a\tpromise.a\tShorter waits\t42"
    _ = try scratch.write(
      "fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\n\(row)\n", to: "small/promise-7.tsv")
    let record = try Record.createEmpty(at: scratch.path("r"), world: testWorld())
    #expect(try record.apply(text(at: folder), why: "later facts").findings.isEmpty)
    _ = try record.export(to: scratch.path("x"))
    var exported = try scratch.contents(of: "x")
    exported["README.md"] = nil
    #expect(try exported == scratch.contents(of: "small"))
  }

  @Test("An export replaces an earlier one and nothing else")
  func targets() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    _ = try record.export(to: scratch.path("x"))
    let first = try scratch.contents(of: "x")
    _ = try record.export(to: scratch.path("x") + "/")
    #expect(try scratch.contents(of: "x") == first)
    _ = try scratch.write("mine", to: "x/notes.txt")
    #expect(throws: DeskError.self) { try record.export(to: scratch.path("x")) }
    #expect(try scratch.contents(of: "x")["notes.txt"] == Data("mine".utf8))
    let file = try scratch.write("mine", to: "file")
    #expect(throws: DeskError.self) { try record.export(to: file) }
    #expect(FileManager.default.contents(atPath: file) == Data("mine".utf8))
    // Nothing half-written is left lying about.
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder).filter {
      $0.hasPrefix(".")
    }
    #expect(left.isEmpty)
  }
}
