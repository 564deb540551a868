import Testing

@testable import Oversight

/// The seven examples worked by hand from the published results of 2025/26.
@Suite("Worked examples of 2025/26", .needsPublishedFiles)
struct WorkedExamples {
  @Test("1. No override: Dorset HealthCare in the fourth quarter")
  func noOverride() throws {
    let card = try Published.card("RDY", 4)
    #expect(card.scores.count { $0.counts } == 11)
    #expect(close(card.average, 2.21))
    #expect(card.unadjusted == 2 && card.override == false && card.final == 2)
    let placing = try #require(card.placing)
    #expect(placing.rank == 24 && placing.group.hasPrefix("61 of type"))
    #expect(close(placing.averageRange.lowerBound, 1.72, within: 0.03))
    #expect(close(placing.averageRange.upperBound, 2.73, within: 0.03))
    let access = try #require(card.domains.first { $0.domain.id == "access" })
    let effectiveness = try #require(card.domains.first { $0.domain.id == "effectiveness" })
    #expect(close(access.score, 1.43, within: 0.0067) && access.segment == 1)
    #expect(close(effectiveness.score, 2.89, within: 0.0067) && effectiveness.segment == 4)
  }

  @Test("2. Override: Hertfordshire Partnership is held in segment 3, first of its block")
  func override() throws {
    let card = try Published.card("RWR", 4)
    func score(_ id: String) -> Double? { card.scores.first { $0.id == id }?.score }
    #expect(score("OF1079") == 2 && score("OF1081") == 1 && score("OF1080") == 2)
    #expect(card.scores.count { $0.counts } == 9)
    #expect(close(card.average, 2.12))
    #expect(card.unadjusted == 2 && card.override == true && card.adjusted == 3)
    #expect(card.placing?.rank == 31)
  }

  @Test("3. The override leaves segment 4 alone: Bridgewater")
  func alreadyWorse() throws {
    let card = try Published.card("RY2", 4)
    #expect(close(card.average, 3.34))
    #expect(card.unadjusted == 4 && card.override == true && card.adjusted == 4)
  }

  @Test("4. Rank: 17th of 61 on raising concerns is 1.80, and sickness is scored on all trusts")
  func rank() throws {
    #expect(RankScore.score(rank: 17, of: 61) == 1.8)
    let card = try Published.card("RDY", 4)
    #expect(close(card.scores.first { $0.id == "OF1061" }?.score, 1.8))
    #expect(card.scores.first { $0.id == "OF1082" }?.basis == .published)
  }

  @Test("5. Ties share the lower rank number")
  func ties() throws {
    #expect(RankScore.ranks([0, 0, 0, 5], better: .lower) == [1, 1, 1, 4])
    #expect(RankScore.ranks([90, 95, 90], better: .higher) == [2, 1, 2])
    #expect(close(RankScore.score(rank: 46, of: 48), 3.87))
    #expect(RankScore.score(rank: 48, of: 48) == 4)
    let zeros = try Published.results.get().bodies.filter { $0.number("OF0005") == 0 }
    #expect(zeros.count >= 40 && zeros.allSatisfy { $0.number("OF1005") == 1 })
  }

  @Test("6. Hybrid: a point below the standard costs a whole point of score")
  func hybrid() throws {
    #expect(RankScore.hybrid(meets: false, rank: 1, of: 84) == 4)
    #expect(RankScore.hybrid(meets: true, rank: 84, of: 84) == 3)
    for body in try Published.results.get().bodies {
      guard let value = body.number("OF0057"), let score = body.number("OF1057") else { continue }
      #expect(value < 70 ? score == 4 : score <= 3, "\(body.code) \(body.quarter)")
    }
  }

  @Test("7. Segment 5: RW1 is in the support programme")
  func five() throws {
    let card = try Published.card("RW1", 1)
    #expect(card.adjusted == 3 && card.support == true && card.final == 5)
  }
}
