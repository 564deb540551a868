import Chronicle
import Desk
import Foundation
import Testing
import Vocabulary

@Suite("Texts of sources")
struct TextTests {
  private let source = ID<Source>(slug: "source-a")

  @Test("A text is kept whole and line by line, from the public until it is published")
  func keeping() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let file = try scratch.write("Of the\u{A0}ICs [1]\n\n42 boards.\n", to: "a.txt")
    let report = try record.importText(file, of: source)
    #expect(report.status == .imported && report.rowsRead == 2 && report.audience == "internal")
    #expect(try record.snapshot(on: day).history(KeptText.self, of: source).isEmpty)
    let kept = try #require(
      try record.snapshot(on: day, audience: .internal).history(KeptText.self, of: source).first)
    let block = try record.blocks(kept.fact.block)
    #expect(block.units == ["1", "3"] && block.texts["text"] == ["Of the ICSs", "42 boards."])
    let original = try #require(
      try record.snapshot(on: day, audience: .internal).history(Original.self, of: source).first)
    #expect(original.fact.digest == Digest(of: Array("Of the\u{A0}ICs [1]\n\n42 boards.\n".utf8)))
    #expect(try record.importText(file, of: source).status == .unchanged)
    _ = try record.publish("source-a", why: "we may")
    #expect(try record.snapshot(on: day).history(KeptText.self, of: source).count == 1)
    #expect(try record.verify().whole)
  }

  @Test("A later file of the text takes the place of the first")
  func replacing() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    for (name, words) in [("a.txt", "First.\n"), ("b.txt", "Second.\n")] {
      #expect(try record.importText(scratch.write(words, to: name), of: source).status == .imported)
    }
    let texts = try record.snapshot(on: day, audience: .internal).history(KeptText.self, of: source)
    #expect(try texts.map { try record.blocks($0.fact.block).texts["text"] } == [["Second."]])
  }

  @Test("What is no text, or the text of no source, is refused and nothing changes")
  func refusals() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let good = try scratch.write("Words.\n", to: "a.txt")
    #expect(throws: DeskError.self) { try record.importText(good, of: ID(slug: "source-z")) }
    for bad in [Data([0xFF, 0xFE]), Data("a\u{0}b".utf8), Data("\n \n".utf8)] {
      let file = try scratch.write(bad, to: "bad.txt")
      #expect(throws: DeskError.self) { try record.importText(file, of: source) }
    }
    #expect(try record.head().transactions == 1)
  }
}
