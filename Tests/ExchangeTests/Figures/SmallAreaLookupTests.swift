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

  static let wards = Sheet(
    "lsoa21_name|lsoa21_code|ward24_name|ward24_code|ltla24_name|ltla24_code",
    [
      "Middlesbrough 014A|E01012049|Ladgate|E05009861|Middlesbrough|E06000002",
      "Middlesbrough 014B|E01012050|Ladgate|E05009861|Middlesbrough|E06000002",
      "Middlesbrough 009A|E01012053|Linthorpe|E05009862|Middlesbrough|E06000002",
      "Nowhere 001A|E01012099|Lost|E05009999|Nowhere|E06999999",
    ])

  @Test("the wards of a lookup become bodies, each part of its council", arguments: wards.variants)
  func bodies(_ name: String, _ text: String) throws {
    var record = Record.shipped
    let known = record.latest.bodies(.ward).count
    try record.take(.text(text), with: reader)
    #expect(record.reading?.asAt == Moment("2024-04-01"))
    #expect(record.latest.bodies(.ward).count == known + 3)
    #expect(record.rows("name-1", "ward.e05009861") == ["<2024-04-02.. Ladgate official"])
    #expect(record.rows("code-1", "ward.e05009861") == ["<2024-04-02.. ons E05009861"])
    #expect(record.parents("ward.e05009861", on: "2024-05-01") == ["council.e06000002"])
    #expect(record.parents("ward.e05009999", on: "2024-05-01") == [])
    #expect(
      record.reading?.notes.contains("Wards of a district that is not recorded, which so got no council: 1 (Lost).")
        == true)
    try record.take(.text(text), with: reader)
    #expect(record.changes.isEmpty && record.undecided.isEmpty)
  }

  @Test("the next year's lookup adds new wards and leaves the others as they are")
  func nextWards() throws {
    let next = Self.wards.renamed(["ward24_name": "WD25NM", "ward24_code": "WD25CD", "ltla24_code": "LAD25CD"])
      .setting(2, "WD25CD", "E05017000").setting(2, "WD25NM", "New Linthorpe")
    let record = try Record.shipped.taking(.text(Self.wards.csv()), with: reader)
      .taking(.text(next.csv()), with: reader)
    #expect(Set(record.changes.compactMap(Self.subject)) == ["ward.e05017000"])
  }

  private static func subject(_ change: Change) -> String? {
    guard case .assert(let statement) = change else { return "something taken back" }
    return statement.subject
  }

  @Test("a ward with two names or in two councils refuses the row that says so")
  func contradictoryWards() throws {
    var sheet = Self.wards
    sheet.rows += (0..<60).map { ["x", "E0102\($0 + 1000)", "Ladgate", "E05009861", "Middlesbrough", "E06000002"] }
    let renamed = try outcome(reader, sheet.setting(1, "ward24_name", "Other").csv()).get()
    #expect(
      renamed.refused.map(\.reason) == [
        "E05009861 is Ladgate in E06000002 on line 2, and here Other in E06000002"
      ])
  }

  @Test("the published lookup names 6,784 wards of England, each with its council", .needsPublishedFiles)
  func publishedWards() throws {
    let file = try Published.file("lookup/lsoa21_ward24_lad24_ew.csv")
    let reading = try reader.read(file, register: Record.shipped.latest)
    let counts = Dictionary(grouping: reading.statements, by: \.kind).mapValues(\.count)
    #expect(counts == ["body-1": 6784, "code-1": 6784, "name-1": 6784, "relation-1": 6784])
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
