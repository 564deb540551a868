import Chronicle
import Register
import Testing
import Vocabulary

@testable import Answers

@Suite struct ListAnswersTests {
  @Test func upperTierCouncils() {
    let answer = CouncilsAnswer(in: shipped("2022-07-01"))
    let counts = Dictionary(uniqueKeysWithValues: answer.boards.map { ($0.board.shortName, $0.count) })
    #expect(counts.filter { $0.value == 1 }.keys.sorted() == ["Gloucestershire", "Lincolnshire", "Somerset"])
    #expect(counts.filter { $0.value > 10 } == ["North East and North Cumbria": 13])
    #expect(counts["Greater Manchester"] == 10)
    #expect(
      answer.sentence
        == "On 1 July 2022 three boards have one upper-tier council (Gloucestershire, Lincolnshire and Somerset); one has more than ten (North East and North Cumbria: 13). A council counts where at least one of its small areas lies in the board."
    )
  }

  @Test func claimsAreCountedByStatus() throws {
    let answer = try ClaimsAnswer(in: shipped("2026-11-21")) { _ in throw NothingKept() }
    #expect(answer.counts.map(\.count).reduce(0, +) == answer.claims.count)
    #expect(answer.claims.count >= 40)
    #expect(try #require(answer.claims.first { $0.id == "claim.boards-established" }).status == .reproduced)
  }

  @Test func theFourMeaningsOfICP() throws {
    let terms = TermsAnswer(in: shipped("2026-11-21")).terms
    let meanings = try #require(terms.first { $0.term == "ICP" }).meanings
    #expect(meanings.count == 4)
    #expect(
      meanings.map { $0.kind ?? "" }.sorted() == ["contract-designation", "icp", "icp", "place-partnership"])
    let found = FindAnswer("ICP", in: shipped("2026-11-21"))
    #expect(found.isAmbiguous)
    #expect(found.meanings == meanings)
    #expect(found.sentence.hasPrefix("ICP has four meanings: "))
  }

  @Test func everySourceSaysWhatWasTakenFromIt() throws {
    let answer = SourcesAnswer(in: shipped("2026-11-21"))
    let changes = try #require(answer.sources.first { $0.id == "ods-icb-mergers-2026" })
    #expect(changes.facts > 16)
    #expect(changes.uses.contains { $0.fact == "succession-1" })
    let sum = answer.sources.map(\.facts).reduce(0, +)
    // Every statement but the sources' own comes from a named source.
    #expect(sum == Shipped.statements.filter { $0.kind != "source-1" }.count)
  }

  @Test func bodiesSideBySide() throws {
    let answer = try #require(
      try CompareAnswer(
        [try body("icb.frimley"), try body("icb.lincolnshire"), try body("icb.frimley")],
        in: shipped("2025-01-01")
      ) { id, _ in
        id.text == "icb.frimley"
          ? [
            Figure(
              id: "residents", label: "Residents", value: 746_739, written: "746,739", basis: "resident",
              source: "ons-population-mid-2020")
          ] : []
      })
    #expect(answer.columns.map(\.body.id) == ["icb.frimley", "icb.lincolnshire"])
    let rows = Dictionary(uniqueKeysWithValues: answer.rows.map { ($0.label, $0.values) })
    #expect(rows["Upper-tier councils"] == ["5", "1"])
    #expect(rows["Residents"] == ["746,739", "not known"])
    #expect(rows["Can own a decision"] == ["yes", "yes"])
    #expect(try CompareAnswer([try body("icb.frimley")], in: shipped("2025-01-01")) == nil)
  }
}

/// No block is kept.
struct NothingKept: Error {}
