import Chronicle
import Foundation
import Testing
import Vocabulary

@testable import Exchange

@Suite("Accident and emergency")
struct AccidentAndEmergencyTests {
  let reader = AccidentAndEmergencyReader()

  static let headings =
    "Period|Org Code|Parent Org|Org name|A&E attendances Type 1|A&E attendances Type 2|"
    + "A&E attendances Other A&E Department|A&E attendances Booked Appointments Type 1|"
    + "A&E attendances Booked Appointments Type 2|A&E attendances Booked Appointments Other Department|"
    + "Attendances over 4hrs Type 1|Attendances over 4hrs Type 2|Attendances over 4hrs Other Department|"
    + "Attendances over 4hrs Booked Appointments Type 1|Attendances over 4hrs Booked Appointments Type 2|"
    + "Attendances over 4hrs Booked Appointments Other Department|"
    + "Patients who have waited 4-12 hs from DTA to admission|Patients who have waited 12+ hrs from DTA to admission|"
    + "Emergency admissions via A&E - Type 1|Emergency admissions via A&E - Type 2|"
    + "Emergency admissions via A&E - Other A&E department|Other emergency admissions"

  static let sheet = Sheet(
    headings,
    [
      "MSitAE-JUNE-2025|RDE|NHS ENGLAND EAST |EAST SUFFOLK|11506|0|14392|1129|0|593|5944|0|549|0|0|0|1012|452|6014|0|396|1041",
      "MSitAE-JUNE-2025|RDU|NHS ENGLAND SOUTH EAST |FRIMLEY|22355|804|12806|0|0|0|9517|0|393|0|0|0|1435|414|6109|0|0|134",
      "TOTAL|TOTAL|TOTAL|Total |33861|804|27198|1129|0|593|15461|0|942|0|0|0|2447|866|12123|0|396|1175",
    ])

  @Test("June 2025: all types and booked ones give the published totals", .needsPublishedFiles)
  func june() throws {
    let file = try Published.file("perf/ae_monthly_provider/Monthly-AE-June-2025-1-1.csv")
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    let figures = try #require(reading.figures.first)
    #expect(figures.label == "2025-06" && figures.grain == "trust" && figures.basis == .provided)
    #expect(figures.period == period("2025-06-01", "2025-07-01"))
    #expect(figures.block.number("RDU", "attendances") == 35_965)
    #expect(figures.block.number("RDE", "attendances") == 27_620)
    #expect(
      figures.block.number("RDE", "attendances").flatMap { r in
        figures.block.number("RGR", "attendances").map { r + $0 }
      } == 36_492)
    #expect(figures.block.number("RDU", "over-four-hours") == 9_910)
    #expect(figures.block.number("RDU", "emergency-admissions") == 6_243)
    #expect(figures.block.number("RDU", "waits-over-4-hours-from-decision-to-admit") == 1_849)
    #expect(figures.block.sum("attendances") == 2_350_478)
    #expect(figures.block.count == 201 && reading.rowsRead == 202)
  }

  @Test(
    "every month is read and its totals hold", .needsPublishedFiles,
    arguments: Published.all(in: "perf/ae_monthly_provider"))
  func month(_ path: String) throws {
    let reading = try reader.read(try Published.file(path), register: .blank)
    #expect(reading.refused.isEmpty)
    #expect(reading.notes.contains { $0.hasPrefix("the row of totals equals") })
    #expect(reading.notes.contains { $0.contains("revised") } == path.contains("revised"))
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let block = try #require(try outcome(reader, text).get().figures.first?.block)
    #expect(block.units == ["RDE", "RDU"])
    #expect(block.numbers["attendances"] == [27_620, 35_965])
    #expect(block.numbers["attendances-type-1"] == [12_635, 22_355])
    #expect(block.texts["region"] == ["NHS ENGLAND EAST", "NHS ENGLAND SOUTH EAST"])
  }

  @Test("another month is another period of the same measures")
  func otherMonth() throws {
    let text = Self.sheet.replacing("Period", "MSitAE-JUNE-2025", by: "MSitAE-FEBRUARY-2028").shuffled.csv()
    let figures = try #require(try outcome(reader, text).get().figures.first)
    #expect(figures.label == "2028-02" && figures.period == period("2028-02-01", "2028-03-01"))
    #expect(figures.block.sum("attendances") == 63_585)
  }

  @Test("six stray columns without headings are passed over")
  func strays() throws {
    var sheet = Self.sheet
    sheet.headings += Array(repeating: "", count: 6)
    sheet.rows = sheet.rows.map { $0 + Array(repeating: "", count: 6) }
    let reading = try outcome(reader, sheet.csv()).get()
    #expect(reading.figures.first?.block.sum("attendances") == 63_585)
    #expect(reading.notes.contains("6 columns without a heading were passed over"))
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet.setting(2, "A&E attendances Type 1", "33862").csv(), "contradicts itself"),
      (sheet.setting(0, "A&E attendances Type 1", "-1").csv(), "is below nought"),
      (sheet.setting(0, "Period", "June").csv(), "names no month"),
      (sheet.setting(0, "Period", "MSitAE-MAY-2025").csv(), "mixes months"),
      (sheet.setting(1, "Org Code", "RDE").csv(), "RDE stands on line 3 too"),
      (
        sheet.renamed(["Other emergency admissions": "x"]).csv(),
        "there is no column 'Other emergency admissions'"
      ),
    ])
  func refused(_ text: String, _ reason: String) throws {
    #expect(try outcome(reader, text).refusal.contains(reason))
  }

  @Test("a file that lacks columns is almost one")
  func almost() throws {
    let text = Self.sheet.renamed(["Other emergency admissions": "x"]).csv()
    guard case .almost(let reason) = try reader.recognise(.text(text)) else {
      Issue.record("it should be almost one")
      return
    }
    #expect(reason.hasPrefix("it lacks the column 'Other emergency admissions'. The columns are 'Period', "))
  }
}
