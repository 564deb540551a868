import Chronicle
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("Pathways by the board of the provider")
struct WaitingFlowTests {
  let reader = WaitingFlowReader()

  static let sheet = Sheet(
    "stp20_nhs_code|date|year|month|completed|incomplete|new",
    [
      "QE1|2022-06-01|2022.0|Jun|14922.0|134220.0|14582.0", "QF7|2022-06-01|2022.0|Jun|20076|121868|15117",
      "QE1|2022-07-01|2022.0|Jul|15922|135220|15582", "QF7|2022-07-01|2022.0|Jul|21076|122868|16117",
    ])

  @Test("Fifty-nine months of 42 are read, and add up as the file does", .needsPublishedFiles)
  func published() throws {
    let file = try Published.file("perf/icb_rtt_flow_monthly.csv")
    #expect(try Readers.recognise(file).format == reader.format)
    let reading = try reader.read(file, register: .blank)
    #expect(reading.rowsRead == 2_478 && reading.refused.isEmpty)
    #expect(reading.figures.count == 118 && reading.figures.allSatisfy { $0.block.count == 42 })
    // Sums of the file's columns by an independent script.
    let first = try #require(reading.figures.first), last = try #require(reading.figures.last)
    #expect(first.label == "2020-04" && first.block.sum("completed") == 572_179 && first.grain == "stp")
    #expect(last.label == "2025-02" && last.block.sum("incomplete") == 8_615_818 && last.grain == "icb")
    #expect(last.block.sum("new") == 1_693_639)
  }

  /// What the file is, shown by the full extract of another month: by provider, parts 2 and 2A come near its figure
  /// for North Central London; by commissioner, and without 2A, they do not.
  @Test("its incomplete pathways are parts 2 and 2A by provider", .needsPublishedFiles)
  func meaning() throws {
    let flow = try reader.read(try Published.file("perf/icb_rtt_flow_monthly.csv"), register: .blank)
    let figure = try #require(flow.figures.last?.block.number("QMJ", "incomplete"))
    // Full extract of January 2026, treatment function C_999: by provider's parent, and by commissioner's.
    #expect(abs(figure / 325_081 - 1) < 0.03)
    for other in [291_647.0, 225_365, 203_551] { #expect(abs(figure / other - 1) > 0.1) }
    #expect(flow.figures.allSatisfy { $0.basis == .provided })
    #expect(!flow.figures.contains { $0.columns.contains { $0.measure.text.hasPrefix("waiting-list") } })
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let reading = try outcome(reader, text).get()
    #expect(reading.figures.map(\.label) == ["2022-06", "2022-06", "2022-07", "2022-07"])
    #expect(reading.figures.map(\.grain) == ["stp", "stp", "icb", "icb"])
    #expect(reading.figures[0].period == period("2022-06-01", "2022-07-01"))
    #expect(reading.figures[1].period == period("2022-06-30", "2022-07-01"))
    #expect(reading.figures[3].block.numbers["incomplete"] == [135_220, 122_868])
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet.setting(0, "date", "2022-13-01"), "'2022-13-01' names no month"),
      (sheet.setting(0, "stp20_nhs_code", "E54000034"), "is not the code of a partnership or board"),
      (sheet.setting(0, "incomplete", "many"), "'many' in column 'incomplete' is not a number"),
      (sheet.setting(0, "stp20_nhs_code", "QF7"), "QF7 stands on line 3 too"),
    ])
  func refused(_ sheet: Sheet, _ reason: String) throws {
    #expect(try outcome(reader, sheet.csv()).refusal.contains(reason))
  }
}
