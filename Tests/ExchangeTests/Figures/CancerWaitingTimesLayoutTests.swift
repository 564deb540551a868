import Chronicle
import Formats
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("The layout of the cancer workbook")
struct CancerWaitingTimesLayoutTests {
  let reader = CancerWaitingTimesReader()

  /// A sheet of systems: for each standard a total, a board and a hub, and a row that is a part of another.
  static let systems = Sheet(
    "Org Code|System|Standard|Cancer Type|Referral Route/Stage|Treatment Modality|Total|Within|After",
    ["FDS", "31D", "62D"].flatMap { standard in
      let all = "\(standard)|ALL CANCERS|\(standard == "31D" ? "ALL STAGES" : "ALL ROUTES")|ALL MODALITIES"
      return [
        "Total|ENGLAND|\(all)|30|20|10", "QHL|BIRMINGHAM|\(all)|20|15|5", "13Q|A HUB|\(all)|10|5|5",
        "QHL|BIRMINGHAM|\(standard)|BREAST|ALL ROUTES|ALL MODALITIES|7|6|1",
      ]
    })

  /// The workbook: some rows about it, an empty one, and the table one column in.
  static func workbook(_ sheet: Sheet = systems, month: String = "January 2026") throws -> [UInt8] {
    let providers = sheet.renamed(["System": "Org Name"])
    func rows(_ sheet: Sheet, _ basis: String) -> [[String]] {
      [
        ["", "Cancer waiting times"], ["", "Period:", month], ["", "Basis:", basis],
        ["", "Published:", "Thursday 12th March 2026"], ["", "Status:", "Provisional"], [],
      ] + ([sheet.headings] + sheet.rows).map { [""] + $0 }
    }
    return try TestZIP.workbook([
      ("Notes", [["x"]]), ("System", rows(sheet, "Commissioner")), ("Provider", rows(providers, "Provider")),
    ])
  }

  @Test("shuffled and widened it gives the same figures", arguments: [systems, systems.shuffled, systems.widened])
  func variants(_ sheet: Sheet) throws {
    let file = try InputFile(name: "c.xlsx", bytes: ByteSource(try Self.workbook(sheet), name: "c.xlsx"))
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    #expect(reading.refused.isEmpty && reading.figures.map(\.grain) == ["icb", "trust"])
    for figures in reading.figures {
      #expect(figures.label == "2026-01" && figures.state == .provisional)
      #expect(figures.block.units == ["13Q", "QHL"])
      for standard in ["fds", "31-day", "62-day"] {
        #expect(figures.block.numbers["\(standard)-total"] == [10, 20])
        #expect(figures.block.numbers["\(standard)-within"] == [5, 15])
      }
    }
  }

  @Test("another month is another period")
  func month() throws {
    let bytes = try Self.workbook(month: "April 2027")
    let file = try InputFile(name: "c.xlsx", bytes: ByteSource(bytes, name: "c.xlsx"))
    #expect(try reader.read(file, register: .blank).figures.map(\.label) == ["2027-04", "2027-04"])
  }

  @Test(
    "what contradicts itself is refused",
    arguments: [
      (systems.setting(1, "Within", "14"), "January 2026", "do not add up"),
      (systems.setting(0, "Total", "31").setting(0, "After", "11"), "January 2026", "contradicts itself"),
      (systems, "soon", "names no month"),
      (systems.renamed(["After": "x"]), "January 2026", "there is no column 'After'"),
    ])
  func refused(_ sheet: Sheet, _ month: String, _ reason: String) throws {
    let bytes = try Self.workbook(sheet, month: month)
    let file = try InputFile(name: "c.xlsx", bytes: ByteSource(bytes, name: "c.xlsx"))
    #expect {
      _ = try reader.read(file, register: .blank)
    } throws: { ($0 as? ImportError)?.message.contains(reason) ?? false }
  }
}
