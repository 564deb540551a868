import Chronicle
import Foundation
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("People in small areas")
struct SmallAreaPopulationTests {
  let reader = SmallAreaPopulationReader()

  static let ages = (0..<90).map(String.init) + ["90+"]
  static let sheet = Sheet(
    "lsoa11_name|lsoa11_code|total_population|" + ages.joined(separator: "|"),
    ["Hartlepool 009A|E01011949", "Hartlepool 008A|E01011950"].enumerated().map { row, area in
      "\(area)|\(91 * (row + 1))|" + ages.map { _ in String(row + 1) }.joined(separator: "|")
    })
  static let name = "mid2020.csv"

  @Test("the estimates of mid-2020 add up to 56,550,138", .needsPublishedFiles)
  func midYear() throws {
    let file = try Published.file("pop/pop_mid2020_lsoa11_persons_single_year.csv")
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    let figures = try #require(reading.figures.first)
    #expect(figures.label == "mid-2020" && figures.grain == "lsoa11" && figures.basis == .resident)
    #expect(figures.period == period("2020-06-30", "2020-07-01"))
    #expect(figures.block.count == 32_844 && reading.refused.isEmpty)
    #expect(figures.block.sum("total") == 56_550_138)
    #expect(figures.columns.count == 7)
    #expect(figures.columns.dropFirst().reduce(0) { $0 + figures.block.sum($1.column) } == 56_550_138)
    #expect(figures.block.number("E01011949", "90+") == 7)
  }

  @Test("the census adds up to 56,489,608, perturbed as it is", .needsPublishedFiles)
  func census() throws {
    let file = try Published.file("pop/census2021_lsoa21_broad_age_wide.csv")
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    let figures = try #require(reading.figures.first)
    #expect(figures.label == "2021 census" && figures.grain == "lsoa21" && figures.state == .final)
    #expect(figures.period.from == Moment("2021-03-21"))
    #expect(figures.block.count == 33_755)
    #expect(figures.block.sum("total") == 56_489_608)
    #expect(figures.columns.count == 7)
    #expect(reading.notes.contains { $0.contains("perturbed") })
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let figures = try #require(try outcome(reader, text, name: Self.name).get().figures.first)
    #expect(figures.label == "mid-2020")
    #expect(figures.block.units == ["E01011949", "E01011950"])
    #expect(figures.block.numbers["total"] == [91, 182])
    #expect(figures.block.numbers["aged-0-15"] == [16, 32])
    #expect(figures.block.numbers["aged-65-and-over"] == [26, 52])
  }

  @Test("the areas of another generation are another grain")
  func renamed() throws {
    let text = Self.sheet.renamed(["lsoa11_code": "LSOA21CD", "total_population": "All Ages"]).csv()
    let figures = try #require(try outcome(reader, text, name: "mid-2022.csv").get().figures.first)
    #expect(figures.grain == "lsoa21" && figures.label == "mid-2022")
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet.setting(0, "7", "-1").csv(), name, "'-1' in column '7' is below nought"),
      (sheet.setting(0, "7", "1.5").csv(), name, "'1.5' in column '7' is not a whole number"),
      (sheet.setting(0, "7", "").csv(), name, "has no count for one of the ages"),
      (sheet.setting(0, "7", "2").csv(), name, "add up to 92, not to the total that is stated"),
      (sheet.setting(0, "lsoa11_code", "E02000001").csv(), name, "is not the code of a small area"),
      (sheet.renamed(["7": "seven"]).csv(), name, "leave a gap or overlap"),
      (sheet.csv(), "people.csv", "does not say in which year its people were counted"),
      (sheet.csv(), "lsoa2011.csv", "does not say in which year its people were counted"),
      (String(sheet.csv().dropLast(30)), name, "was not completely saved"),
    ])
  func refused(_ text: String, _ name: String, _ reason: String) throws {
    #expect(try outcome(reader, text, name: name).refusal.contains(reason))
  }

  @Test("small areas of Wales are counted and passed over")
  func wales() throws {
    let text = Self.sheet.setting(1, "lsoa11_code", "W01000001").csv()
    let reading = try outcome(reader, text, name: Self.name).get()
    #expect(reading.figures.first?.block.count == 1)
    #expect(reading.notes.contains("1 rows are of small areas in Wales and were passed over"))
  }

  @Test(
    "ages are read as publishers write them",
    arguments: [
      ("0", "0"), ("Age 7", "7"), ("90+", "90+"), ("Aged 15 years and under", "0-15"),
      ("Aged 16 to 24 years", "16-24"),
      ("Aged 65 years and over", "65+"), ("total", nil), ("2020", nil), ("Aged", nil), ("", nil),
    ] as [(String, String?)])
  func ageHeading(_ heading: String, _ label: String?) {
    #expect(AgeBand(heading: heading)?.label == label)
  }
}
