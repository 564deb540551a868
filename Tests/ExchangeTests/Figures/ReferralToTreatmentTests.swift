import Chronicle
import Formats
import Foundation
import Testing
import Vocabulary

@testable import Exchange

@Suite("Referral to treatment")
struct ReferralToTreatmentTests {
  let reader = ReferralToTreatmentReader()

  static let weeks =
    (0..<104).map { over in "Gt \(pad(over)) To \(pad(over + 1)) Weeks SUM 1" } + ["Gt 104 Weeks SUM 1"]
  static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Two commissioners, one of them of no board, with one function each, its total, and the other parts.
  static let sheet: Sheet = {
    func row(_ commissioner: String, _ part: String, _ function: String, _ counts: [Int: Int]) -> String {
      let bins = weeks.indices.map {
        part == "Part_3" ? "" : counts[$0].map(String.init) ?? ($0 < 50 ? "0" : "")
      }
      let total = counts.values.reduce(0, +)
      return
        ("RTT-January-2026|QUE|EAST|RGT|CAMBRIDGE|\(commissioner)|\(part)|What|\(function)|Urology|"
        + bins.joined(separator: "|") + "||0|\(total)")
    }
    var rows: [String] = []
    for (commissioner, waits) in [
      ("QUE|C AND P|06H|C AND P 06H", [1: 5, 17: 2, 18: 1, 52: 1, 104: 1]), ("|| NONC|#N/A", [65: 3]),
    ] {
      for function in ["C_101", "C_999"] {
        rows.append(row(commissioner, "Part_2", function, waits))
        rows.append(row(commissioner, "Part_2A", function, [1: 1]))
        rows.append(row(commissioner, "Part_1A", function, [3: 4]))
        rows.append(row(commissioner, "Part_1B", function, [3: 6]))
        rows.append(row(commissioner, "Part_3", function, [0: 9]))
      }
    }
    return Sheet(
      "Period|Provider Parent Org Code|Provider Parent Name|Provider Org Code|Provider Org Name|"
        + "Commissioner Parent Org Code|Commissioner Parent Name|Commissioner Org Code|Commissioner Org Name|RTT Part Type|"
        + "RTT Part Description|Treatment Function Code|Treatment Function Name|"
        + weeks.joined(separator: "|")
        + "|Total|Patients with unknown clock start date|Total All", rows)
  }()

  @Test(
    "the extract of January 2026 adds up to 7,187,677, of which 168,210 belong to no board",
    .needsPublishedFiles)
  func published() throws {
    let file = try Published.file("perf/Full-CSV-data-file-Jan26-RTT.zip")
    #expect(try reader.recognise(file) == .yes)
    let reading = try reader.read(file, register: .blank)
    #expect(reading.rowsRead == 183_417 && reading.figures.count == 3)
    let waiting = reading.figures[0]
    #expect(waiting.label == "2026-01" && waiting.grain == "commissioner" && waiting.basis == .commissioned)
    #expect(waiting.period == period("2026-01-31", "2026-02-01"))
    let block = waiting.block
    #expect(block.count == 129)
    #expect(block.sum("incomplete") == 7_187_677)
    #expect(block.sum("within-18-weeks") == 4_412_147)
    #expect(block.sum("over-52-weeks") == 137_320)
    #expect(block.sum("over-65-weeks") == 9_522)
    #expect(block.sum("over-78-weeks") == 2_947)
    #expect(block.sum("completed-admitted") == 302_826)
    #expect(block.sum("completed-non-admitted") == 1_251_335)
    #expect(block.sum("started") == 1_773_734)
    let parents = try #require(block.texts["parent"])
    let waits = try #require(block.numbers["incomplete"])
    func sum(_ parent: String) -> Double { zip(parents, waits).reduce(0) { $1.0 == parent ? $0 + $1.1 : $0 } }
    #expect(sum("") == 168_210)
    #expect(Set(parents).count == 43 && sum("QNQ") == 71_601)
    #expect(block.text("NONC", "name") == "#N/A")
    #expect(reading.figures[1].period == period("2026-01-01", "2026-02-01"))
    #expect(reading.figures[2].basis == .provided && reading.figures[2].grain == "trust")
    #expect(reading.figures[2].block.sum("incomplete") == 7_187_677)
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let block = try #require(try outcome(reader, text).get().figures.first?.block)
    #expect(block.units == ["06H", "NONC"])
    #expect(block.texts["parent"] == ["QUE", ""])
    #expect(block.numbers["incomplete"] == [10, 3])
    #expect(block.numbers["within-18-weeks"] == [7, 0])
    #expect(block.numbers["over-52-weeks"] == [2, 3])
    #expect(block.numbers["over-65-weeks"] == [1, 3])
    #expect(block.numbers["over-78-weeks"] == [1, 0])
    #expect(block.numbers["completed-admitted"] == [4, 4])
    #expect(block.numbers["started"] == [9, 9])
    #expect(block.numbers["rows"] == [4, 4])
  }

  @Test("another month is another period of the same measures")
  func month() throws {
    let text = Self.sheet.replacing("Period", "RTT-January-2026", by: "RTT-April-2027").shuffled.csv()
    let figures = try outcome(reader, text).get().figures
    #expect(figures.map(\.label) == ["2027-04", "2027-04", "2027-04"])
    #expect(figures[0].period == period("2027-04-30", "2027-05-01") && figures[0].block.sum("incomplete") == 13)
  }

  @Test("the table is found in an archive, beside what an archiver adds")
  func archive() throws {
    var writer = ZIPWriter()
    try writer.add("folder/extract.csv", Array(Self.sheet.csv().utf8))
    try writer.add("__MACOSX/folder/._extract.csv", [0, 5, 22, 7])
    let bytes = writer.finish()
    let file = try InputFile(name: "rtt.zip", bytes: ByteSource(bytes, name: "rtt.zip"))
    #expect(try reader.recognise(file) == .yes)
    #expect(try reader.read(file, register: .blank).figures[0].block.sum("incomplete") == 13)
    let cut = try InputFile(name: "rtt.zip", bytes: ByteSource(Array(bytes.dropLast(40)), name: "rtt.zip"))
    #expect(throws: FormatError.self) { try reader.recognise(cut) }
  }

  @Test(
    "a file that contradicts itself is refused whole, with the reason",
    arguments: [
      (
        sheet.setting(0, "Total All", "11").csv(),
        "the totals (C_999) of Part_2 add up to 13, the treatment functions to 14"
      ),
      (sheet.setting(5, "Total All", "11").csv(), "the weeks add up to 10, not to the total of 11"),
      (sheet.setting(5, "Total All", "-10").csv(), "'-10' in column 'Total All' is below nought"),
      (
        sheet.setting(5, weeks[1], "five").csv(), "'five' in column 'Gt 01 To 02 Weeks SUM 1' is not a number"
      ),
      (sheet.setting(3, "Period", "RTT-April-2026").csv(), "the file mixes months"),
      (sheet.setting(3, "Period", "soon").csv(), "'soon' in column 'Period' names no month"),
      (sheet.setting(3, "RTT Part Type", "Part_9").csv(), "'Part_9' is not a part of these statistics"),
      (
        sheet.setting(7, "Commissioner Parent Org Code", "QNX").csv(),
        "06H has the parent 'QNX', and 'QUE' on line 7"
      ),
      (sheet.renamed([weeks[40]: "spare"]).csv(), "the columns of weeks waited are not one for each week"),
      (String(sheet.csv().dropLast(200)), "the row has"), (sheet.csv() + "\u{0}", "NUL"),
    ])
  func refused(_ text: String, _ reason: String) throws {
    #expect(try outcome(reader, text).refusal.contains(reason))
  }
}
