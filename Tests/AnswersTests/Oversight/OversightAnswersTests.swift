import Answers
import Chronicle
import Foundation
import Register
import Testing
import Vocabulary

@Suite("How bodies are judged")
struct OversightAnswersTests {
  private func empty(on day: String) throws -> Snapshot { Snapshot(.empty, trueOn: try #require(Day(day))) }

  @Test("The framework and who leads follow from the day")
  func frameworks() throws {
    func answer(_ day: String) throws -> OversightAnswer {
      try OversightAnswer(in: empty(on: day), blocks: { _ in throw LineError("none") })
    }
    let then = try answer("2022-09-01")
    #expect(then.frameworks.map(\.id) == ["2022-23"])
    #expect(
      then.frameworks[0].engine == "judgement" && then.frameworks[0].rules.allSatisfy { !$0.rule.contains("4.00") })
    #expect(then.leads.first { $0.of == "trust" }?.leads == "integrated care board")
    let now = try answer("2026-01-15")
    #expect(now.frameworks.map(\.id) == ["2025-26"])
    #expect(now.leads.first { $0.of == "trust" }?.leads == "NHS England region")
    #expect(then.leads[0].source.address.hasPrefix("https://") && then.leads != now.leads)
    // 1 + 3 × 15 ÷ 60, and 1 + 2 × 10 ÷ 40.
    let worked = now.frameworks[0].rules.map(\.worked)
    #expect(worked.contains { $0.hasSuffix("= 1.75.") } && worked.contains { $0.hasSuffix("= 1.50.") })
    #expect(try answer("2010-01-01").sentence.contains("no framework"))
  }

  @Test(
    "The catalogue of each framework is whole",
    arguments: [("2022-23", 94), ("2023/24", 94), ("system-metrics-2020", 12)])
  func metrics(framework: String, count: Int) throws {
    let answer = try MetricsAnswer(framework: framework)
    #expect(answer.metrics.count == count)
    #expect(try MetricsAnswer(framework: nil).metrics.count > 300)
  }

  @Test("Two years are set against each other by the metrics that count the same")
  func crosswalk() throws {
    let answer = try MetricsAnswer(framework: "2022-23", against: "2025-26")
    #expect(answer.themes.reduce(0) { $0 + $1.shared } == answer.pairs.count && !answer.pairs.isEmpty)
    #expect(
      answer.themes.contains { $0.from == "Quality of care, access and outcomes" && $0.to == "Access to services" })
    #expect(throws: QuestionError.self) { try MetricsAnswer(framework: "1999-00") }
  }

  @Test("Without results there is no league, and a quarter that is not there is refused")
  func noLeague() throws {
    let snapshot = try empty(on: "2026-11-21")
    let answer = try LeagueAnswer(in: snapshot, blocks: { _ in throw LineError("none") })
    #expect(answer.quarter == nil && answer.entries.isEmpty)
    #expect(throws: QuestionError.self) {
      try LeagueAnswer(quarter: "Q4 2025/26", in: snapshot, blocks: { _ in throw LineError("none") })
    }
  }

  @Test(
    "Figures of the record give the published league, each rank with its range",
    .enabled(if: ResultsRecord.isPresent, "the folder ../shared/data/nof with the published results is not here"))
  func published() throws {
    let (archive, blocks) = try ResultsRecord.read(trusts: ["RDY", "RWR"])
    let snapshot = Snapshot(archive, trueOn: try #require(Day("2026-11-21")))
    let answer = try LeagueAnswer(in: snapshot, blocks: blocks)
    #expect(answer.quarter == "Q4 2025/26" && answer.quarters.count == 4 && answer.entries.count == 61)
    let league = try ResultsRecord.league()
    for entry in answer.entries {
      let row = try #require(league[entry.code])
      let rank = try #require(entry.rank)
      #expect(rank.place == Int(Double(row["Rank"] ?? "") ?? 0), "\(entry.code)")
      #expect((rank.low...rank.high).contains(rank.place) && rank.among.hasPrefix("61 of type"))
      #expect(entry.override == (row["Trust_in_financial_deficit"] == "Yes"))
      #expect(abs((entry.average ?? 0) - (Double(row["Average_score"] ?? "") ?? 9)) <= 0.0067)
    }

    let body = try #require(try BodyOversightAnswer(ID(slug: "trust.rdy"), in: snapshot, blocks: blocks))
    #expect(body.card?.summary.final == 2 && body.card?.summary.rank?.place == 24 && body.quarters.count == 4)
    #expect(body.simulation?.target == 1 && body.simulation?.steps.allSatisfy { $0.credit == "none" } == true)
    #expect(body.card?.scores.contains { $0.basis == "reproduced" } == true)
    let earlier = snapshot.on(try #require(Day("2025-10-01")))
    // Before the third quarter is over nothing of it is known.
    let autumn = try #require(
      try BodyOversightAnswer(ID(slug: "trust.rdy"), in: earlier, blocks: blocks))
    #expect(autumn.quarters.map(\.quarter) == ["Q1 2025/26", "Q2 2025/26"])
    let held = try #require(try BodyOversightAnswer(ID(slug: "trust.rwr"), in: snapshot, blocks: blocks))
    #expect(held.card?.steps.contains { $0.contains("the financial override moves it from segment") } == true)
    #expect(held.simulation?.target == nil)
  }
}
