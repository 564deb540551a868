import Testing
import Vocabulary

@testable import Governance

@Suite("Clocks")
struct ClockTests {
  /// The days published by the government for England and Wales (gov.uk/bank-holidays).
  @Test(
    "Bank holidays are those the government publishes",
    arguments: [
      (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
      (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
      (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
      (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
      (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
      (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
      (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
      (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
    ])
  func holidays(year: Int, days: String) {
    #expect(BankHolidays.days(of: year).map { String($0.description.dropFirst(5)) }.joined(separator: " ") == days)
  }

  /// The check values of the reference, and regulation 12 read by hand.
  @Test(
    "A standstill ends at midnight closing the eighth working day after the day it began",
    arguments: [
      ("2024-12-19", "2024-12-20", "2025-01-06", "2025-01-07"),
      ("2024-06-03", "2024-06-04", "2024-06-14", "2024-06-15"),
      ("2024-05-01", "2024-05-02", "2024-05-15", "2024-05-16"),
    ])
  func standstill(published: String, begins: String, ends: String, earliest: String) throws {
    let standstill = Standstill(published: try #require(Day(published)))
    #expect(standstill.begins.description == begins)
    #expect(standstill.ends.description == ends)
    #expect(standstill.earliest.description == earliest)
  }

  @Test("With representations no contract is made before the fifth working day after the last decision was told")
  func representations() throws {
    let published = try #require(Day("2024-06-03"))
    let told = try #require(Day("2024-06-20"))
    #expect(Standstill(published: published, lastTold: told).earliest.description == "2024-06-27")
  }

  @Test("Clear days count neither end", arguments: [("2024-03-09", "2024-03-12", 2), ("2024-03-08", "2024-03-12", 3)])
  func clear(notice: String, meeting: String, days: Int) throws {
    #expect(clearDays(from: try #require(Day(notice)), to: try #require(Day(meeting))) == days)
  }

  @Test("Money in cells is whole pence, written in pounds")
  func pounds() {
    #expect(Pounds(cell: "480000")?.pence == 48_000_000)
    #expect(Pounds(cell: "480000.50")?.written == "£480,000.50")
    #expect(Pounds(12_600_000).written == "£12,600,000")
    for bad in ["", "-1", "1.5", "1,000", "£5", "1e6", "99999999999999"] { #expect(Pounds(cell: bad) == nil) }
  }
}

@Suite("Quorum")
struct QuorumTests {
  static let local = "5 with chair/deputy-chair, chief-executive/finance-director, non-executive, partner"

  @Test(
    "What is wanting is said",
    arguments: [
      ("chair chief-executive non-executive partner-trust director", ""),
      ("chair chief-executive non-executive non-executive director", "no partner remains"),
      (
        "chair chief-executive",
        "5 voting members are needed and 2 remain; no non executive remains; no partner remains"
      ),
    ])
  func wanting(present: String, wanted: String) throws {
    let quorum = try #require(Quorum(cell: QuorumTests.local))
    let there = present.split(separator: " ").compactMap { Seat.Role(rawValue: String($0)).map { Quorum.Present($0) } }
    #expect(quorum.wanting(there).joined(separator: "; ") == wanted)
  }

  @Test("It is read and written the same way, and nonsense is refused")
  func text() {
    #expect(Quorum(cell: QuorumTests.local)?.cell == QuorumTests.local)
    #expect(Quorum(cell: "4")?.cell == "4")
    for bad in ["", "0", "five", "5 with", "5 with king", "5 of chair"] { #expect(Quorum(cell: bad) == nil) }
  }
}
