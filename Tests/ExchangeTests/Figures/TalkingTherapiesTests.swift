import Chronicle
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("Talking therapies")
struct TalkingTherapiesTests {
  let reader = TalkingTherapiesReader()

  static let sheet = Sheet(
    "sicbl22_code|date|name|value",
    [
      "E38000130|July 2022|Count_ReferralsReceived|560", "E38000163|July 2022|Count_ReferralsReceived|1005",
      "E38000130|July 2022|Percentage_Recovery|49.0", "E38000163|July 2022|Percentage_Recovery|",
      "E38000130|August 2022|Count_ReferralsReceived|600", "E38000163|August 2022|Count_ReferralsReceived|1010",
    ])

  @Test("Eleven months of 106 places: eleven measures, 79 suppressed figures", .needsPublishedFiles)
  func published() throws {
    let file = try Published.file("perf/sicbl_iapt_monthly_long.csv")
    #expect(try Readers.recognise(file).format == reader.format)
    let reading = try reader.read(file, register: .blank)
    #expect(reading.rowsRead == 12_826 && reading.refused.isEmpty)
    #expect(reading.definitions.count == 11 && reading.figures.count == 121)
    #expect(reading.figures.allSatisfy { $0.block.count == 106 && $0.grain == "sub-icb-location" })
    #expect(reading.notes.contains("79 figures are suppressed and stay missing"))
    let first = try #require(reading.figures.first)
    #expect(first.label == "2022-07" && first.columns[0].measure.text == "talking-therapies.referrals-received")
    #expect(first.block.number("E38000130", "value") == 560 && first.block.number("E38000130", "row") == 2)
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    let shuffledFirst = try reader.recognise(.text(text))
    #expect(shuffledFirst == .yes)
    let reading = try outcome(reader, text).get()
    #expect(reading.figures.map(\.label) == ["2022-07", "2022-07", "2022-08"])
    #expect(reading.figures[0].block.numbers["value"] == [560, 1_005])
    #expect(reading.figures[1].block.number("E38000163", "value")?.isNaN == true)
    #expect(
      reading.definitions.map(\.additivity) == [.additive, .notAdditive]
        && reading.definitions.map(\.subject.text) == [
          "talking-therapies.referrals-received", "talking-therapies.recovery",
        ])
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet.setting(1, "name", "Count_Miracles"), "'Count_Miracles' is no measure of talking therapies"),
      (sheet.setting(2, "value", "149"), "149 is no percentage"),
      (sheet.setting(0, "value", "5.5"), "is not a whole number"),
      (sheet.setting(0, "sicbl22_code", "E54000034"), "is not the code of a sub-ICB location"),
      (sheet.setting(0, "sicbl22_code", "E38000163"), "stands on line 3 too"),
    ])
  func refused(_ sheet: Sheet, _ reason: String) throws {
    #expect(try outcome(reader, sheet.csv()).refusal.contains(reason))
  }

  @Test("another table of the same shape is not taken for it")
  func others() throws {
    #expect(try reader.recognise(.text(Self.sheet.setting(0, "name", "Beds").csv())) == .no)
  }
}
