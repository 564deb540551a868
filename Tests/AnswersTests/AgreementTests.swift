import Chronicle
import Register
import Testing
import Vocabulary

@testable import Answers

/// Quick ways checked against slow and obvious ones, on everything that is shipped.
@Suite struct AgreementTests {
  @Test("the index finds what reading every name and code finds")
  func findAgreesWithReadingEverything() {
    let snapshot = shipped("2025-01-01")
    let names = snapshot.history(Name.self).map { (id: $0.fact.subject, text: $0.fact.text) }
    let codes = snapshot.history(Code.self).map { (id: $0.fact.subject, text: $0.fact.text) }
    let folded = (names + codes).map { (id: $0.id, words: Folding.fold($0.text).split(separator: " ")) }
    var queries = ["s", "so", "north", "and", "nhs icb", "health ca", "e0700", "q", "st", "isle of", "b s"]
    queries += names.indices.filter { $0 % 97 == 0 }.map { String(names[$0].text.prefix(7 + $0 % 11)) }
    for query in queries {
      let asked = Folding.fold(query).split(separator: " ")
      let slow = Set(
        folded.filter { entry in asked.allSatisfy { word in entry.words.contains { $0.hasPrefix(word) } } }
          .map(\.id))
      let answer = FindAnswer(query, in: snapshot, limit: 10_000)
      #expect(Set(answer.hits.map(\.id)) == Set(slow.map(\.text)), "\(query)")
      #expect(answer.count == slow.count)
      #expect(FindAnswer(query, in: snapshot, limit: 3).hits == Array(answer.hits.prefix(3)))
    }
  }

  @Test(
    "every body has a page and a history on any day, and its sentence ends in a full stop",
    arguments: ["2015-01-01", "2021-06-01", "2022-07-01", "2026-11-21"])
  func everyBodyHasAPage(_ on: String) throws {
    let snapshot = shipped(on)
    for id in Set(snapshot.history(Body.self).map(\.fact.subject)).sorted() {
      let page = try #require(BodyAnswer(id, in: snapshot))
      #expect(page.sentence.hasSuffix("."))
      #expect(!page.sentence.contains("  "))
      #expect(!page.sources.isEmpty)
      #expect(page.sources.allSatisfy { $0.title != $0.id }, "\(id) cites a source that is not recorded")
      #expect(page.law?.canOwnDecision != true || page.law?.form.isLegalPerson == true)
    }
  }

  @Test("the same question has the same answer, byte for byte, from another archive of the same facts")
  func deterministic() throws {
    let other = Snapshot(Archive.holding(Shipped.statements), trueOn: day("2026-04-01"))
    let one = shipped("2026-04-01")
    #expect(try json(MapAnswer(in: one)) == json(MapAnswer(in: other)))
    #expect(try json(MapHistoryAnswer(in: one)) == json(MapHistoryAnswer(in: other)))
    #expect(
      try json(ChangesAnswer(on: day("2022-07-01"), in: one))
        == json(ChangesAnswer(on: day("2022-07-01"), in: other)))
    #expect(try json(CouncilsAnswer(in: one)) == json(CouncilsAnswer(in: other)))
    #expect(try json(SourcesAnswer(in: one)) == json(SourcesAnswer(in: other)))
    #expect(try json(TermsAnswer(in: one)) == json(TermsAnswer(in: other)))
    #expect(try json(FindAnswer("north", in: one)) == json(FindAnswer("north", in: other)))
    #expect(
      try json(BodyAnswer(try body("icb.essex"), in: one))
        == json(BodyAnswer(try body("icb.essex"), in: other)))
  }

  @Test("what is not yet published is not answered")
  func knownAtAPoint() {
    let before = Snapshot(
      Shipped.archive, trueOn: day("2026-04-01"), known: .published(by: day("2020-01-01")))
    #expect(BodiesAnswer(.integratedCareBoard, in: before).bodies.isEmpty)
    #expect(MapAnswer(in: before).asAt.known == "published by 2020-01-01")
  }
}
