import Chronicle
import Foundation
import Register
import Testing
import Vocabulary

@testable import Exchange

@Suite("Lookups of small areas")
struct SmallAreaLookupTests {
  let reader = SmallAreaLookupReader()

  static let sheet = Sheet(
    "FID|LSOA21CD|LSOA21NM|SICBL24CD|SICBL24CDH|SICBL24NM|ICB24CD|ICB24CDH|LAD24CD|LAD24NM",
    [
      "1|E01000001|City 001A|E38000256|W2U3Z|NHS North West London ICB - W2U3Z|E54000027|QRV|E09000001|City of London",
      "2|E01011949|Hartlepool 009A|E38000247|16C|NHS North East, ICB - 16C|E54000050|QHM|E06000001|Hartlepool",
    ])

  /// What the lookups of a file are: identifier, kind, scheme, day, pieces, bodies.
  static func summary(_ reading: Reading) -> [String] {
    reading.lookups.map {
      "\($0.id) \($0.piece) \($0.bodyKind.rawValue) \($0.scheme) \($0.from) \(Set($0.block.units).count)"
        + " \(Set($0.block.texts["code"] ?? []).count)"
    }
  }

  @Test(
    "every published lookup gives its correspondences", .needsPublishedFiles,
    arguments: [
      (
        "lookup/LSOA11_CCG21_LAD21_ONS_original.csv",
        [
          "lookup.lsoa11.ccg lsoa11 ccg ods 2021-04-01 32844 106",
          "lookup.lsoa11.council lsoa11 council ons 2021-04-01 32844 309",
        ]
      ),
      (
        "lookup/lsoa11_sicbl22_icb22_lad22.csv",
        [
          "lookup.lsoa11.sub-icb-location lsoa11 sub-icb-location ods 2022-07-01 32844 106",
          "lookup.lsoa11.council lsoa11 council ons 2022-04-01 32844 309",
        ]
      ),
      (
        "lookup/lsoa21_sicbl24_icb24.csv",
        ["lookup.lsoa21.sub-icb-location lsoa21 sub-icb-location ods 2024-04-01 33755 106"]
      ),
      (
        "lookup/lsoa11_icb22_to_icb26_derived.csv",
        [
          "lookup.lsoa11.sub-icb-location lsoa11 sub-icb-location ods 2022-07-01 32844 106",
          "lookup.lsoa11.sub-icb-location lsoa11 sub-icb-location ods 2026-04-01 32844 106",
        ]
      ),
      (
        "lookup/lsoa21_icb24_to_icb26_derived.csv",
        [
          "lookup.lsoa21.sub-icb-location lsoa21 sub-icb-location ods 2024-04-01 33755 106",
          "lookup.lsoa21.sub-icb-location lsoa21 sub-icb-location ods 2026-04-01 33755 106",
          "lookup.lsoa21.council lsoa21 council ons 2024-04-01 33755 296",
        ]
      ),
      (
        "lookup/lsoa11_lsoa21_lad22_ew.csv",
        [
          "lookup.lsoa11.lsoa21 lsoa11 other lsoa21 2021-03-21 32844 33755",
          "lookup.lsoa21.council lsoa21 council ons 2022-04-01 33755 309",
        ]
      ),
      (
        "lookup/lsoa21_ward24_lad24_ew.csv",
        [
          "lookup.lsoa21.council lsoa21 council ons 2024-04-01 33755 296",
          "lookup.lsoa21.ward lsoa21 ward ons 2024-04-01 33755 6784",
          "lookup.ward.council ward24 council ons 2024-04-01 6784 296",
        ]
      ),
      ("lookup/lad23_utla23_ew.csv", ["lookup.lad.upper-tier lad council ons 2023-04-01 296 153"]),
      ("lookup/lad24_region24.csv", ["lookup.lad.region lad other ons 2024-04-01 296 9"]),
    ])
  func published(_ path: String, _ lookups: [String]) throws {
    let file = try Published.file(path)
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    #expect(Self.summary(reading) == lookups)
    #expect(reading.refused.isEmpty)
  }

  @Test(
    "a piece that was split or merged leads to each of its parts, with the sort of change",
    .needsPublishedFiles)
  func changes() throws {
    let reading = try reader.read(try Published.file("lookup/lsoa11_lsoa21_lad22_ew.csv"), register: .blank)
    let block = try #require(reading.lookups.first?.block)
    let change = try #require(block.texts["change"])
    #expect(Set(change) == ["U", "S", "M", "X"])
    #expect(block.count > Set(block.units).count)
    #expect(reading.notes.contains { $0.hasSuffix("rows are of areas in Wales and were passed over") })
  }

  @Test(
    "tables that are no lookups are not taken for one", .needsPublishedFiles,
    arguments: [
      "lookup/lad24_to_icb24_share_derived.csv", "imd/imd2019_lsoa11_ranks_deciles.csv",
      "pop/census2021_lsoa21_broad_age_wide.csv", "lookup/trust22_icb22_patient_share.csv",
      "finance/wp_2025_26.csv",
      "perf/sicbl_iapt_monthly_long.csv",
    ])
  func others(_ path: String) throws {
    #expect(try reader.recognise(try Published.file(path)) != .yes)
  }

  @Test("every variant gives the same correspondences", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let reading = try outcome(reader, text).get()
    #expect(
      Self.summary(reading) == [
        "lookup.lsoa21.sub-icb-location lsoa21 sub-icb-location ods 2024-04-01 2 2",
        "lookup.lsoa21.council lsoa21 council ons 2024-04-01 2 2",
      ])
    #expect(reading.lookups[0].block.text("E01011949", "code") == "16C")
    #expect(reading.lookups[0].block.text("E01011949", "name") == "NHS North East, ICB - 16C")
  }

  @Test("columns of another year, and in a tidy style, are another edition of the same lookup")
  func renamed() throws {
    let text = Self.sheet.renamed([
      "LSOA21CD": "lsoa21_code", "SICBL24CD": "sicbl26_code", "SICBL24CDH": "SICBL26CDH",
      "SICBL24NM": "sicbl26_name",
      "ICB24CDH": "icb26_code_nhs", "LAD24CD": "ltla26_code",
    ]).csv()
    #expect(
      Self.summary(try outcome(reader, text).get()) == [
        "lookup.lsoa21.sub-icb-location lsoa21 sub-icb-location ods 2026-04-01 2 2",
        "lookup.lsoa21.council lsoa21 council ons 2026-04-01 2 2",
      ])
  }

  @Test("without codes of the Organisation Data Service those of the Office for National Statistics serve")
  func onsOnly() throws {
    let text = Self.sheet.renamed(["SICBL24CDH": "spare", "ICB24CDH": "spare2"]).csv()
    #expect(
      Self.summary(try outcome(reader, text).get()).first
        == "lookup.lsoa21.sub-icb-location lsoa21 sub-icb-location ons 2024-04-01 2 2")
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (
        sheet.setting(0, "LSOA21CD", "City 001A").csv(), "'City 001A' in column 'LSOA21CD' is not such a code"
      ),
      (sheet.setting(0, "SICBL24CDH", "").csv(), "'' in column 'SICBL24CDH' is not such a code"),
      (sheet.setting(1, "LSOA21CD", "E01000001").csv(), "E01000001 stands on line 3 too, with other figures"),
      (sheet.renamed(["LSOA21CD": "x", "LAD24CD": "y"]).csv(), "no pair of columns that makes a lookup"),
      (sheet.renamed(["ICB24CD": "sicbl24_code"]).csv(), "say the same thing"),
      (String(sheet.csv().dropLast(20)), "was not completely saved"),
      (String(sheet.shuffled.csv().dropLast(6)) + "", "was not completely saved"),
    ])
  func refused(_ text: String, _ reason: String) throws {
    #expect(try outcome(reader, text).refusal.contains(reason))
  }

  @Test("columns without a year are almost a lookup")
  func almost() throws {
    let text = "lsoa_code,icb_code\nE01000001,QRV\n"
    guard case .almost(let reason) = try reader.recognise(.text(text)) else {
      Issue.record("it should be almost a lookup")
      return
    }
    #expect(reason.contains("which year's areas"))
  }
}
