import Chronicle
import Formats
import Foundation
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("Cancer waiting times", .needsPublishedFiles)
struct CancerWaitingTimesTests {
  let reader = CancerWaitingTimesReader()
  static let path = "perf/CWT_January-2026-Monthly-Combined-Workbook-Provisional.xlsx"

  @Test("January 2026: totals of England, boards and providers")
  func published() throws {
    let file = try Published.file(Self.path)
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    #expect(reading.refused.isEmpty && reading.figures.count == 2)
    #expect(reading.published == Moment("2026-03-12"))
    let boards = reading.figures[0]
    #expect(boards.label == "2026-01" && boards.grain == "icb" && boards.basis == .commissioned)
    #expect(boards.state == .provisional && boards.period == period("2026-01-01", "2026-02-01"))
    #expect(boards.block.count == 51)
    #expect(boards.block.units.count { $0.hasPrefix("Q") } == 42)
    #expect(boards.block.sum("62-day-total") == 28_742 && boards.block.sum("62-day-within") == 19_657)
    #expect(boards.block.sum("31-day-total") == 59_736 && boards.block.sum("31-day-within") == 53_663)
    #expect(boards.block.sum("fds-total") == 267_704 && boards.block.sum("fds-within") == 194_784)
    #expect(boards.block.units.contains("UNKNOWN") && !boards.block.units.contains("Total"))
    let providers = reading.figures[1]
    #expect(providers.grain == "trust" && providers.basis == .provided)
    #expect(providers.block.sum("fds-total") == 267_704)
    #expect(providers.columns.allSatisfy { $0.measure.text.hasSuffix(".by-provider") })
  }

  @Test("a workbook that was cut is refused")
  func cut() throws {
    let source = try ByteSource.file("\(Published.folder)/\(Self.path)")
    let bytes = try source.read(at: 0, count: source.size / 2)
    let file = try InputFile(name: "cut.xlsx", bytes: ByteSource(bytes, name: "cut.xlsx"))
    #expect(throws: FormatError.self) { try reader.recognise(file) }
  }
}
