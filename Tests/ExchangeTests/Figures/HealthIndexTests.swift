import Chronicle
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("Health Index")
struct HealthIndexTests {
  let reader = HealthIndexReader()

  static let sheet = Sheet(
    "icb22_code|icb22_name|year|overall_score|healthy_people_domain|healthy_lives_domain|healthy_places_domain",
    [
      "E54000008|NHS Cheshire and Merseyside|2015|96.3|91.3|95.0|104.4",
      "E54000008|NHS Cheshire and Merseyside|2016|96.5|91.6|95.9|103.7",
    ])

  @Test("Seven years of 42 boards: Birmingham and Solihull lowest, Surrey Heartlands highest", .needsPublishedFiles)
  func published() throws {
    let file = try Published.file("perf/icb_ons_health_index_2015_2021.csv")
    #expect(try Readers.recognise(file).format == reader.format)
    let reading = try reader.read(file, register: .blank)
    #expect(reading.figures.map(\.label) == (2015...2021).map(String.init))
    #expect(reading.figures.allSatisfy { $0.block.count == 42 && $0.basis == .resident })
    let last = try #require(reading.figures.last)
    let scores = try #require(last.block.numbers["overall"])
    // As the description of the file states them.
    #expect(scores.min() == 86.7 && last.block.number("E54000055", "overall") == 86.7)
    #expect(scores.max() == 114.4 && last.block.number("E54000052", "overall") == 114.4)
    #expect(reading.definitions.allSatisfy { $0.additivity == .notAdditive })
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let figures = try outcome(reader, text).get().figures
    #expect(figures.map(\.period) == [period("2015-01-01", "2016-01-01"), period("2016-01-01", "2017-01-01")])
    #expect(figures[0].block.numbers["healthy-places"] == [104.4])
    #expect(figures[0].block.texts["name"] == ["NHS Cheshire and Merseyside"])
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet.setting(0, "year", "15"), "'15' in column 'year' is no year"),
      (sheet.setting(0, "year", "2016"), "stands on line 3 too"),
      (sheet.setting(0, "overall_score", "high"), "'high' in column 'overall_score' is not a number"),
    ])
  func refused(_ sheet: Sheet, _ reason: String) throws {
    #expect(try outcome(reader, sheet.csv()).refusal.contains(reason))
  }
}
