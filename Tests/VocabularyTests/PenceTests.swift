import Testing
import Vocabulary

@Suite("Pence")
struct PenceTests {
  @Test(
    "An amount is read, and written for files and for people",
    arguments: [
      ("1135.41", 113_541, "1135.41", "£1,135.41"), ("-20", -2000, "-20.00", "-£20"),
      ("£1,135.4", 113_540, "1135.40", "£1,135.40"),
      ("0.05", 5, "0.05", "£0.05"), ("-0.05", -5, "-0.05", "-£0.05"),
      ("74185184232.12", 7_418_518_423_212, "74185184232.12", "£74,185,184,232.12"),
    ])
  func read(text: String, count: Int64, file: String, written: String) throws {
    let amount = try #require(Pence(text))
    #expect(amount.count == count)
    #expect(amount.description == file)
    #expect(amount.written == written)
    #expect(Pence(file) == amount)
  }

  @Test(
    "What is no amount is refused",
    arguments: ["", "-", "1.234", "1.", ".5", "1,23", "12,34,567", "1e6", "£", "--1", "1 000", "99999999999999", "١"])
  func refused(text: String) { #expect(Pence(text) == nil) }

  @Test("Pounds are rounded to the nearest penny, and what is no number is no amount")
  func pounds() {
    #expect(Pence(pounds: 18.755)?.count == 1876)
    #expect(Pence(pounds: -0.005)?.count == -1)
    #expect(Pence(pounds: .nan) == nil)
    #expect(Pence(pounds: 1e14) == nil)
  }

  @Test("Sums are exact")
  func sums() {
    #expect([Pence(10), Pence(20), Pence(-31)].total == Pence(-1))
    #expect(-Pence(5) < Pence.zero && Pence(-5).magnitude == Pence(5))
  }
}

@Suite("Financial years")
struct FinancialYearTests {
  @Test(
    "A year is found in a text that names one",
    arguments: [
      ("2022/23", 2022), ("2025-26", 2025), ("wp_2023_24.csv", 2023), ("1999-00", 1999), ("2022/24", nil), ("", nil),
    ])
  func found(text: String, start: Int?) { #expect(FinancialYear(in: text)?.start == start) }

  @Test("31 March and 1 April lie in different years")
  func ends() throws {
    let year = FinancialYear(start: 2025)
    #expect(FinancialYear(containing: try #require(Day("2026-03-31"))) == year)
    #expect(FinancialYear(containing: try #require(Day("2026-04-01"))) == year.next)
    #expect(year.label == "2025/26" && year.key == "2025-26" && year.next.previous == year && year < year.next)
    #expect(year.period.description == "2025-04-01..2026-04-01")
  }
}
