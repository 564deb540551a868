import Chronicle
import Formats
import Foundation
import Testing
import Vocabulary

@testable import Exchange

@Suite("Deprivation")
struct DeprivationTests {
  let reader = DeprivationReader()

  static let sheet = Sheet(
    "LSOA code (2021)|LSOA name (2021)|Local Authority District code (2024)|"
      + "Index of Multiple Deprivation (IMD) Score|Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)|"
      + "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)",
    [
      "E01000001|City of London 001A|E09000001|8.742|26525|8", "E01021988|Tendring 018A|E07000076|88.7|1|1",
      "E01011949|Hartlepool 009A|E06000001|40|5000|2",
    ])
  static let rank = sheet.headings[4]
  static let decile = sheet.headings[5]

  @Test(
    "the most deprived fifth by board equals the published shares", .needsPublishedFiles,
    arguments: [
      (
        "imd/imd2019_lsoa11_ranks_deciles.csv", "lookup/lsoa11_sicbl22_icb22_lad22.csv", "icb22_code_h",
        "lsoa11", "2019",
        382, 773, 4, 618
      ),
      (
        "imd/imd2025_lsoa21_scores_ranks_deciles.csv", "lookup/lsoa21_sicbl24_icb24.csv", "icb24_code_nhs",
        "lsoa21",
        "2025", 385, 793, 5, 624
      ),
    ])
  func published(
    _ path: String, _ lookup: String, _ board: String, _ grain: String, _ label: String, _ most: Int,
    _ ofMost: Int,
    _ least: Int, _ ofLeast: Int
  ) throws {
    let file = try Published.file(path)
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    let figures = try #require(reading.figures.first)
    #expect(
      reading.refused.isEmpty && figures.grain == grain && figures.label == label
        && figures.basis == .resident)
    // The board of each small area, read with no more than a split.
    let table = HeaderlessLookup(try Published.text(lookup), piece: "\(grain)_code", body: board)
    func count(_ column: String, _ code: String) -> Double {
      zip(figures.block.units, figures.block.numbers[column] ?? []).reduce(0) {
        table.bodies[$1.0] == code ? $0 + $1.1 : $0
      }
    }
    #expect(
      count("most-deprived-fifth", "QHL") == Double(most) && count("neighbourhoods", "QHL") == Double(ofMost))
    #expect(
      count("most-deprived-fifth", "QXU") == Double(least)
        && count("neighbourhoods", "QXU") == Double(ofLeast))
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let figures = try #require(try outcome(reader, text).get().figures.first)
    #expect(figures.label == "2025" && figures.grain == "lsoa21")
    #expect(figures.block.units == ["E01000001", "E01011949", "E01021988"])
    #expect(figures.block.numbers["most-deprived-fifth"] == [0, 1, 1])
    #expect(figures.block.numbers["most-deprived-tenth"] == [0, 0, 1])
    #expect(figures.block.numbers["score"] == [8.742, 40, 88.7])
  }

  /// The official workbook: a sheet of notes, and a sheet with the table.
  static func workbook(_ sheet: Sheet) throws -> [UInt8] {
    try TestZIP.workbook([
      ("Notes", [["The English Indices of Deprivation"], ["Rank 1 is the most deprived"]]),
      ("IMD", [sheet.headings] + sheet.rows),
    ])
  }

  @Test(
    "the official workbooks of 2019 and 2025 are read, shuffled and widened too",
    arguments: ["2019", "2025"], [sheet, sheet.shuffled, sheet.widened])
  func workbooks(_ year: String, _ sheet: Sheet) throws {
    let areas = year == "2019" ? "2011" : "2021"
    let names = ["LSOA code (2021)": "LSOA code (\(areas))", "LSOA name (2021)": "LSOA name (\(areas))"]
    let decile = year == "2019" ? "9" : "8"
    let bytes = try Self.workbook(sheet.renamed(names).replacing(Self.decile, "8", by: decile))
    let file = try InputFile(name: "file.xlsx", bytes: ByteSource(bytes, name: "file.xlsx"))
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    let figures = try #require(reading.figures.first)
    #expect(reading.refused.isEmpty, "\(reading.refused)")
    #expect(figures.label == year && figures.grain == (year == "2019" ? "lsoa11" : "lsoa21"))
    #expect(figures.block.units == ["E01000001", "E01011949", "E01021988"])
    #expect(figures.block.numbers["most-deprived-fifth"] == [0, 1, 1])
  }

  @Test("tidy headings, another generation of areas, and ranks alone")
  func renamed() throws {
    let text = Self.sheet.renamed([
      "LSOA code (2021)": "lsoa11_code", Self.rank: "IMD_rank", Self.decile: "x", Self.sheet.headings[3]: "y",
    ]).csv()
    let reading = try outcome(reader, text).get()
    #expect(reading.figures.first?.label == "2019")
    #expect(reading.figures.first?.block.numbers["decile"] == [9, 2, 1])
    #expect(reading.notes.contains("the file has no deciles; they were computed from its ranks"))
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (
        sheet.setting(0, decile, "3").setting(1, decile, "10").setting(2, decile, "9").csv(),
        "run in opposite directions"
      ),
      (
        sheet.setting(1, rank, "33755").setting(1, decile, "10").csv(),
        "counts from the least deprived"
      ),
      (sheet.setting(2, decile, "4").csv(), "rank 5000 lies in decile 2, not in the stated 4"),
      (sheet.setting(2, rank, "40000").csv(), "is no rank from 1 to 33755"),
      (sheet.setting(2, "LSOA code (2021)", "W01000001").csv(), "is not the code of a small area of England"),
      (sheet.setting(2, "LSOA code (2021)", "E01000001").csv(), "E01000001 stands on line 4 too"),
      (String(sheet.csv().dropLast(4)), "was not completely saved"),
      (sheet.csv() + "\u{0}", "has no table of small areas"),
    ])
  func refused(_ text: String, _ reason: String) throws {
    #expect(try outcome(reader, text).refusal.contains(reason))
  }
}

/// A lookup read the slow, obvious way.
struct HeaderlessLookup {
  var bodies: [String: String] = [:]

  init(_ text: String, piece: String, body: String) {
    // Names in quotes hold commas: they are cut out first.
    let lines = text.replacingOccurrences(of: "\"[^\"]*\"", with: "", options: .regularExpression).split(
      separator: "\n")
    let headings = lines[0].split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard let from = headings.firstIndex(of: piece), let to = headings.firstIndex(of: body) else { return }
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      bodies[String(fields[from])] = String(fields[to])
    }
  }
}
