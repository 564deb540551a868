import Chronicle
import Foundation
import Testing
import Vocabulary

@testable import Exchange

@Suite("Weighted populations of practices")
struct WeightedPopulationTests {
  let reader = PracticeWeightedPopulationsReader()

  static let sheet = Sheet(
    "Practice_Code|GP_Practice_Name|LOC|ICB|LAD|PCN_Code|Patients|Population|G&A WP|Final WP",
    [
      "A81001|The Densham Surgery|16C|QHM|E06000004|U89141||100.5|120.25|110",
      "A81002|Queens Park, Medical Centre|16C|QHM|E06000004|||200|180.25|190.5",
    ])
  static let name = "weighted-2025-26.csv"

  @Test(
    "every year's file is read, and its year concluded from what it adds up to", .needsPublishedFiles,
    arguments: [
      ("finance/AIF_practice_weighted_populations_2022-23.csv", "2022/23", 61_498_822.0, 6554),
      ("finance/wp_2023_24.csv", "2023/24", 61_903_547.0, 6553),
      ("finance/wp_2025_26.csv", "2025/26", 63_849_324.0, 6348),
    ])
  func published(_ path: String, _ label: String, _ people: Double, _ practices: Int) throws {
    let file = try Published.file(path)
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    let figures = try #require(reading.figures.first)
    #expect(reading.figures.count == 1 && reading.refused.isEmpty && reading.rowsRead == practices)
    #expect(figures.label == label && figures.grain == "practice" && figures.basis == .registered)
    #expect(figures.period.from.description == label.prefix(4) + "-04-01")
    #expect(figures.block.count == practices)
    #expect(figures.block.sum("registered").rounded() == people)
    #expect(abs(figures.block.sum("weighted-core") - people) < 1)
    #expect(figures.columns.map(\.measure.text).contains("population.registered"))
  }

  @Test("a heading that disagrees with the content is said so", .needsPublishedFiles)
  func disagreement() throws {
    let notes = try reader.read(try Published.file("finance/wp_2023_24.csv"), register: .blank).notes
    #expect(notes.contains("the heading 'pop 2022/23' says 2022/23, which disagrees with this"))
  }

  @Test("a person's publication date overrides the content, which is noted", .needsPublishedFiles)
  func override() throws {
    let file = try Published.file("finance/wp_2023_24.csv", published: Moment("2024-02"))
    let reading = try reader.read(file, register: .blank)
    #expect(reading.figures.map(\.label) == ["2024/25"])
    #expect(reading.notes.contains { $0.contains("the one published for 2023/24, which disagrees") })
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    let reading = try outcome(reader, text, name: Self.name).get()
    let figures = try #require(reading.figures.first)
    #expect(try reader.recognise(.text(text)) == .yes)
    #expect(figures.label == "2025/26")
    #expect(figures.block.units == ["A81001", "A81002"])
    #expect(figures.block.numbers["registered"] == [100.5, 200])
    #expect(figures.block.numbers["weighted-core"] == [110, 190.5])
    #expect(figures.block.texts["sub-icb"] == ["16C", "16C"])
    #expect(figures.block.texts["name"]?.last == "Queens Park, Medical Centre")
  }

  @Test("columns named for another year are the same columns")
  func renamed() throws {
    let text = Self.sheet.renamed([
      "LOC": "LOC22", "ICB": "ICS22", "LAD": "LAD21", "Population": "pop 2022/23",
    ]).csv()
    let figures = try #require(try outcome(reader, text).get().figures.first)
    #expect(figures.label == "2022/23")
    #expect(figures.block.texts["icb"] == ["QHM", "QHM"])
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet.setting(0, "Population", "-3").csv(), name, "'-3' in column 'Population' is below nought"),
      (sheet.setting(0, "Population", "many").csv(), name, "'many' in column 'Population' is not a number"),
      (sheet.setting(0, "Practice_Code", "a81001").csv(), name, "is not the code of a practice"),
      (
        sheet.setting(1, "Practice_Code", "A81001").csv(), name,
        "A81001 stands on line 3 too, with other figures"
      ),
      (String(sheet.csv().dropLast(12)), name, "it was not completely saved"),
      (sheet.renamed(["Practice_Code": "Surgery"]).csv(), name, "there is no column 'Practice_Code'"),
      (sheet.csv().replacingOccurrences(of: "Densham", with: "Den\u{0}sham"), name, "NUL"),
      (sheet.csv(), "populations.csv", "does not say which financial year it is for"),
      (
        sheet.renamed(["Population": "pop 2022/23", "Patients": "Primary Medical Care WP"]).csv(),
        "populations.csv",
        "has the columns of a later year's file"
      ),
      ("Practice_Code,Population,G&A WP,Final WP\n", name, "has headings and no rows"),
    ])
  func refused(_ text: String, _ name: String, _ reason: String) throws {
    #expect(try outcome(reader, text, name: name).refusal.contains(reason))
  }

  @Test("one bad row among many is refused alone, and a row that repeats another is taken once")
  func rows() throws {
    var sheet = Self.sheet
    sheet.rows = (0..<100).map { ["A\(10_000 + $0)", "Name", "", "", "", "", "", "10", "11", "12"] }
    sheet.rows[7][7] = "?"
    sheet.rows[9] = sheet.rows[8]
    let reading = try outcome(reader, sheet.csv(), name: Self.name).get()
    #expect(reading.rowsRead == 100)
    #expect(reading.refused == [.init(row: "line 9", reason: "'?' in column 'Population' is not a number")])
    #expect(reading.figures.first?.block.count == 98)
    #expect(reading.notes.contains("1 rows repeat another exactly and were taken once"))
  }
}
