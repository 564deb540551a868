import Chronicle
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("Accident and emergency by board")
struct EmergencyCareByBoardTests {
  let reader = EmergencyCareByBoardReader()

  static let sheet = Sheet(
    "icb22_code|total_attendances|attendances_over_4hours|total_emergency_admissions|"
      + "emergency_admissions_over_4hours|pct_attendance_over_4hours|pct_emergency_admissions_over_4hours|date",
    [
      "E54000034|20000|60|4000|400|0.00|0.1|May 2023", "E54000024|10000|2500|3000|600|0.25|0.2|May 2023",
      "E54000034|21000|8400|4100|410|0.4|0.1|June 2023", "E54000024|10500.0|2625|3100|620|0.25|0.2|June 2023",
    ])

  @Test("Forty months of 42 boards: June 2025 is what the providers of the same month add up to", .needsPublishedFiles)
  func published() throws {
    let file = try Published.file("perf/icb_ae_monthly_2022_04_to_2025_07.csv")
    #expect(try Readers.recognise(file).format == reader.format)
    let reading = try reader.read(file, register: .blank)
    #expect(reading.refused.isEmpty && reading.rowsRead == 1_680 && reading.notes.isEmpty)
    #expect(reading.figures.count == 40 && reading.figures.allSatisfy { $0.block.count == 42 })
    #expect(reading.figures.first?.label == "2022-04" && reading.figures.last?.label == "2025-07")
    let june = try #require(reading.figures.first { $0.label == "2025-06" })
    #expect(june.period == period("2025-06-01", "2025-07-01"))
    #expect(june.basis == .provided && june.grain == "icb")
    // The row of totals of Monthly-AE-June-2025.
    for (column, total) in [
      ("attendances", 2_350_478.0), ("over-four-hours", 574_809), ("emergency-admissions", 536_896),
      ("waits-over-4-hours-from-decision-to-admit", 118_171),
    ] { #expect(june.block.sum(column) == total, "\(column)") }
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let reading = try outcome(reader, text).get()
    #expect(reading.figures.map(\.label) == ["2023-05", "2023-06"])
    let block = try #require(reading.figures.last?.block)
    #expect(block.units == ["E54000024", "E54000034"])
    #expect(block.numbers["over-four-hours"] == [2_625, 8_400])
    #expect(block.numbers["emergency-admissions"] == [3_100, 4_100])
  }

  @Test("another year's codes, and dates as days, are read as well")
  func otherYears() throws {
    let sheet = Self.sheet.renamed(["icb22_code": "ICB26CDH", "date": "Date"])
      .replacing("date", "May 2023", by: "x").setting(0, "Date", "2026-05-01").setting(1, "Date", "2026-05")
      .setting(2, "Date", "2026-06-01").setting(3, "Date", "June 2026").setting(0, "ICB26CDH", "S1Y5D")
    #expect(try outcome(reader, sheet.csv()).get().figures.map(\.label) == ["2026-05", "2026-06"])
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet.setting(0, "date", "Spring"), "'Spring' names no month"),
      (sheet.setting(0, "icb22_code", "Frimley"), "'Frimley' is not the code of a board"),
      (sheet.setting(0, "total_attendances", "-1"), "is below nought"),
      (sheet.setting(0, "total_attendances", "20000.5"), "is not a whole number"),
      (sheet.setting(0, "attendances_over_4hours", "20001"), "is more than 'total_attendances'"),
      (sheet.setting(2, "pct_attendance_over_4hours", "0.5"), "a share of 0.5 is stated"),
      (sheet.setting(0, "icb22_code", "E54000024"), "E54000024 stands on line 3 too, with other figures"),
    ])
  func refused(_ sheet: Sheet, _ reason: String) throws {
    #expect(try outcome(reader, sheet.csv()).refusal.contains(reason))
  }

  @Test("the same columns by trust are almost this format")
  func almost() throws {
    guard
      case .almost(let why) = try reader.recognise(.text(Self.sheet.renamed(["icb22_code": "nhs_trust22_code"]).csv()))
    else {
      Issue.record("it should be almost one")
      return
    }
    #expect(why.contains("boards' codes"))
  }

  @Test("a figure that is not given stays missing")
  func missing() throws {
    let text = Self.sheet.setting(0, "attendances_over_4hours", "").setting(0, "pct_attendance_over_4hours", "").csv()
    let block = try #require(try outcome(reader, text).get().figures.first?.block)
    #expect(block.number("E54000034", "over-four-hours")?.isNaN == true)
  }
}
