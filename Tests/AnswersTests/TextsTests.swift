import Chronicle
import Exchange
import Foundation
import Register
import Testing
import Vocabulary

@testable import Answers

@Suite("Two texts of one topic")
struct TextsTests {
  private static let briefs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/brief")

  /// Two texts set against each other, kept as `brief-001` and `brief-002`.
  private func compare(_ first: String, _ second: String) throws -> TextsAnswer {
    var kept: [Digest: Block] = [:]
    var statements = Shipped.statements
    for (name, text) in [("brief-001", first), ("brief-002", second)] {
      let block = CleanText(text).block
      let digest = Digest(of: block.encoded)
      kept[digest] = block
      let source = try #require(ID<Source>(name))
      statements.append(
        Statement(KeptText(source, block: digest, count: block.units.count), .always, source: SourceReference(source)))
    }
    let blocks = kept
    return try TextsAnswer(
      ID(slug: "brief-001"), against: ID(slug: "brief-002"),
      in: Snapshot(Archive.holding(statements), trueOn: day("2026-11-21"))
    ) { digest in
      guard let block = blocks[digest] else { throw QuestionError("there is no block") }
      return block
    }
  }

  @Test("A sentence in another tense is set beside the first, with the words that differ")
  func tense() throws {
    let answer = try compare(
      "There are 42 boards in England.\nThey were called systems. Nobody knows why.",
      "There will be 44 boards in England! They were called “Systems”.\nSomething else entirely stands here.")
    let pair = try #require(answer.changed.first)
    #expect(answer.changed.count == 1 && answer.same == 1)
    #expect(pair.onlyFirst == ["are", "42"] && pair.onlySecond == ["will", "be", "44"])
    #expect(pair.first.line == 1 && pair.second.line == 1)
    #expect(answer.onlyFirst.map(\.words) == ["Nobody knows why."])
    #expect(answer.onlySecond.map(\.words) == ["Something else entirely stands here."])
  }

  @Test("Abbreviations, decimals and quotation marks end no sentence too early")
  func sentences() {
    #expect(
      TextsAnswer.parts(of: "He said “it grew by 2.3 million.” Then, e.g. in May, it fell. Why?")
        == ["He said “it grew by 2.3 million.”", "Then, e.g. in May, it fell.", "Why?"])
  }

  @Test("The same text says nothing differently, and every sentence is accounted for once")
  func identity() throws {
    let text = "One system is here. Another body is there.\nOne system is here."
    let answer = try compare(text, text)
    #expect(answer.same == 3 && answer.changed.isEmpty && answer.onlyFirst.isEmpty && answer.onlySecond.isEmpty)
  }

  @Test("A text that is not kept is refused")
  func notKept() throws {
    #expect(throws: QuestionError.self) {
      try TextsAnswer(
        ID(slug: "brief-001"), against: ID(slug: "brief-002"), in: shipped("2026-11-21"),
        blocks: { _ in Block(units: [], columns: []) })
    }
  }

  @Test(
    "Of the two briefs of one topic the newer has the year of the deal, the later dates and the boards",
    .enabled(
      if: FileManager.default.fileExists(atPath: TextsTests.briefs.path()),
      "the folder ../shared/brief with the five texts is not here"))
  func twoBriefs() throws {
    let texts = try ["001.txt", "002.txt"].map {
      try String(contentsOf: Self.briefs.appending(path: $0), encoding: .utf8)
    }
    let answer = try compare(texts[0], texts[1])
    let deal = try #require(answer.changed.first { $0.claims.contains("claim.greater-manchester-deal") })
    #expect(deal.onlyFirst.contains("2015") && !deal.second.words.contains("2015"))
    let council = try #require(answer.changed.first { $0.first.words.contains("John Sinnott") })
    #expect(council.onlySecond.contains("2017"), "the older text dates what the newer does not")
    #expect(answer.onlyFirst.contains { $0.words.contains("2022") })
    #expect(!(answer.onlySecond.map(\.words) + answer.changed.map(\.second.words)).contains { $0.contains("2022") })
    #expect(answer.same + answer.changed.count + answer.onlyFirst.count == answer.first.facts)
    #expect(answer.same + answer.changed.count + answer.onlySecond.count == answer.second.facts)
  }
}
