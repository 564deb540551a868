import Chronicle
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("Results of the oversight framework")
struct OversightResultsTests {
  let reader = OversightResultsReader()

  static let sheet = Sheet(
    "Quarter|Region|Trust_type|Trust_code|Trust_name|Domain|Metric_ID|Metric_description|Units|Value|Rank",
    [
      "Q4 2025/26|London|Ambulance trust|RRU|London Ambulance|Access|OF0017|Category 2 mean|hh:mm:ss|00:28:41|3.0",
      "Q4 2025/26|London|Ambulance trust|RRU|London Ambulance|Access|OF1017|Category 2 mean|score|2.5|3.0",
      "Q4 2025/26|London|Ambulance trust|RRU|London Ambulance|Summary|OF5002|Average metric score|score|2.1|2.0",
      "Q4 2025/26|London|Ambulance trust|RRU|London Ambulance|Summary|OF5000|Adjusted segment|segment|3|",
      "Q4 2025/26|London|Ambulance trust|RRU|London Ambulance|Finance|OF0081|Variance to plan|%|Deficit plan|",
      "Q1 2025/26|London|Ambulance trust|RRU|London Ambulance|Summary|OF5004|Financial override|flag|Yes|",
    ])

  @Test("Four quarters of 61 mental health and community trusts", .needsPublishedFiles)
  func published() throws {
    let file = try Published.file("nof/mh_community_data_q4.csv")
    #expect(try Readers.recognise(file).format == reader.format)
    let reading = try reader.read(file, register: .blank)
    #expect(reading.rowsRead == 8_771 && reading.refused.isEmpty)
    #expect(Set(reading.figures.map(\.label)) == ["Q1 2025/26", "Q2 2025/26", "Q3 2025/26", "Q4 2025/26"])
    #expect(reading.figures.allSatisfy { $0.grain == "mental-health-and-community-trust" })
    func block(_ measure: String, _ quarter: String) throws -> Block {
      try #require(reading.figures.first { $0.label == quarter && $0.columns[0].measure.text == measure }?.block)
    }
    // Rows of the file, and the league table of the same quarter.
    #expect(try block("oversight.of0005", "Q1 2025/26").number("R1A", "value") == 9.03)
    #expect(try block("oversight.of0005", "Q1 2025/26").number("R1A", "rank") == 33)
    let league = try block("oversight.of5002", "Q4 2025/26")
    #expect(league.number("RYY", "value") == 1.53 && league.number("RYY", "rank") == 1)
    #expect(league.number("RV3", "value") == 1.55 && league.number("RV3", "rank") == 2)
    #expect(reading.definitions.allSatisfy { $0.additivity == .notAdditive })
    #expect(reading.definitions.contains { $0.subject.text == "oversight.rank" })
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let reading = try outcome(reader, text).get()
    let first = try #require(reading.figures.first)
    #expect(first.label == "Q1 2025/26" && first.period == period("2025-04-01", "2025-07-01"))
    #expect(first.columns[0].measure.text == "oversight.of5004" && first.block.numbers["value"] == [1])
    func block(_ measure: String) -> Block? {
      reading.figures.first { $0.columns[0].measure.text == measure }?.block
    }
    #expect(block("oversight.of0017")?.numbers["value"] == [1_721])
    #expect(block("oversight.of0017")?.numbers["rank"] == [3])
    #expect(block("oversight.of0081")?.texts["words"] == ["Deficit plan"])
    #expect(block("oversight.of0081")?.number("RRU", "value")?.isNaN == true)
    #expect(reading.figures.last?.period == period("2026-01-01", "2026-04-01"))
    #expect(reading.figures.allSatisfy { $0.grain == "ambulance-trust" })
    #expect(reading.notes == ["1 values are words and not numbers; they are kept in the block, as words"])
    let names = Dictionary(uniqueKeysWithValues: reading.definitions.map { ($0.subject.text, $0.name) })
    #expect(names["oversight.of1017"] == "Category 2 mean: score")
  }

  @Test("a metric in two units is two measures, the percentage under the plain id")
  func twoUnits() throws {
    var sheet = Self.sheet
    sheet.rows.append("Q4 2025/26|London|Ambulance trust|RRU|London Ambulance|Finance|OF0081|Variance|£m|-4.5|".cells)
    let reading = try outcome(reader, sheet.shuffled.csv()).get()
    let ids = reading.definitions.map(\.subject.text)
    #expect(ids.contains("oversight.of0081") && ids.contains("oversight.of0081.m"))
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet.setting(3, "Value", "6"), "'6' of OF5000 cannot be: a segment is a whole number from 1 to 5"),
      (sheet.setting(0, "Quarter", "2025"), "'2025' is no quarter"),
      (sheet.setting(1, "Metric_ID", "OF5002"), "stands in"),
      (sheet.setting(0, "Trust_code", "a trust"), "'a trust' is no trust's code"),
    ])
  func refused(_ sheet: Sheet, _ reason: String) throws {
    #expect(try outcome(reader, sheet.csv()).refusal.contains(reason))
  }

  @Test("the league table is almost this format", .needsPublishedFiles)
  func league() throws {
    guard case .almost(let why) = try reader.recognise(try Published.file("nof/mh_community_league_q4.csv")) else {
      Issue.record("it should be almost one")
      return
    }
    #expect(why.contains("'Metric_ID'"))
  }
}

extension String {
  fileprivate var cells: [String] { split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
}
