import Foundation
import Testing

@testable import Oversight

/// Against what NHS England published for 61 mental health and community trusts in four quarters of 2025/26.
@Suite("Published results of 2025/26", .needsPublishedFiles)
struct ReproductionTests {
  @Test("Every average is the published one within its rounding")
  func averages() throws {
    let cards = try Published.scored.get().cards
    #expect(cards.count == 244)
    for card in cards {
      #expect(close(card.average, card.publishedAverage, within: 0.0067), "\(card.code) \(card.quarter)")
    }
  }

  @Test("Every domain score is the published one within its rounding")
  func domains() throws {
    var compared = 0
    for card in try Published.scored.get().cards {
      let body = try Published.body(card.code, card.quarter.number)
      for entry in card.domains {
        let published = body.number(entry.domain.scoreID)
        #expect(close(entry.score, published, within: 0.0067), "\(card.code) \(card.quarter) \(entry.domain.name)")
        compared += published == nil ? 0 : 1
      }
    }
    #expect(compared == 234 + 244 * 3 + 239)
  }

  @Test("Scores of the staff survey follow from the rank, to the last digit", arguments: ["OF0061", "OF0084"])
  func staffSurvey(metric: String) throws {
    let id = metric.replacingPrefix("OF0", with: "OF1")
    for body in try Published.results.get().bodies {
      let rank = try #require(body.row(metric)?.rank)
      let published = try #require(body.number(id))
      #expect(close(RankScore.score(rank: rank, of: 61), published), "\(body.code) \(body.quarter)")
      let card = try Published.card(body.code, body.quarter.number)
      #expect(card.scores.first { $0.id == id }?.basis == .reproduced)
    }
  }

  @Test("Bands of finance and the combined score are the published ones", arguments: ["OF1079", "OF1081", "OF1080"])
  func finance(id: String) throws {
    for card in try Published.scored.get().cards {
      #expect(card.scores.first { $0.id == id }?.basis == .reproduced, "\(card.code) \(card.quarter)")
    }
  }

  @Test("The override gives every published adjusted segment")
  func override() throws {
    for card in try Published.scored.get().cards {
      let body = try Published.body(card.code, card.quarter.number)
      #expect(card.adjusted == body.segment("OF5000"), "\(card.code) \(card.quarter)")
      #expect(card.unadjustedBasis == .published)
    }
  }

  @Test("Where the flag of support is published, so is the final segment, and it is ours")
  func final() throws {
    var fives = 0
    var compared = 0
    for card in try Published.scored.get().cards {
      let published = try Published.body(card.code, card.quarter.number).segment("OF5005")
      guard let published else {
        #expect(card.support == nil && card.final == card.adjusted)
        #expect(card.notes.contains { $0.contains("segment 5 is not in the file") })
        continue
      }
      #expect(card.final == published, "\(card.code) \(card.quarter)")
      compared += 1
      fives += published == 5 ? 1 : 0
    }
    #expect(compared == 122)
    #expect(fives == 5)
  }

  @Test("The league of every quarter is in the published order")
  func league() throws {
    for card in try Published.scored.get().cards {
      let body = try Published.body(card.code, card.quarter.number)
      #expect(card.placing?.rank == body.row("OF5000")?.rank, "\(card.code) \(card.quarter)")
    }
    let league = try Published.league()
    #expect(league.count == 61)
    for (code, row) in league {
      let card = try Published.card(code, 4)
      #expect(card.placing?.rank == Int(Double(row["Rank"] ?? "") ?? 0), "\(code)")
      #expect(card.override == (row["Trust_in_financial_deficit"] == "Yes"), "\(code)")
    }
  }

  @Test("Likely ranges lie near the published ones, and every rank has one")
  func ranges() throws {
    var average = 0.0
    var rank = 0
    var furthest = 0
    for (code, row) in try Published.league() {
      let placing = try #require(try Published.card(code, 4).placing)
      let averages = ends(row["Likely_range_of_average_score"])
      let ranks = ends(row["Likely_range_of_rank"])
      average += abs(placing.averageRange.lowerBound - averages[0]) + abs(placing.averageRange.upperBound - averages[1])
      for off in [placing.range.lowerBound - Int(ranks[0]), placing.range.upperBound - Int(ranks[1])] {
        rank += abs(off)
        furthest = max(furthest, abs(off))
      }
      #expect(placing.range.contains(placing.rank), "\(code)")
    }
    #expect(average / 61 < 0.04)
    #expect(Double(rank) / 122 < 0.6)
    #expect(furthest <= 3)
  }

  private func ends(_ text: String?) -> [Double] {
    (text ?? "").split(separator: " ").compactMap { Double($0) }
  }

  @Test("Nothing in the file is left unscored without a word")
  func nothingLeft() throws {
    #expect(try Published.scored.get().notScored.isEmpty)
  }
}
