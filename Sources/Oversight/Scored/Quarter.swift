public import Vocabulary

/// A quarter of a financial year, for example Q4 2025/26: January to March 2026.
public struct Quarter: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year in which the financial year begins.
  public let year: Int
  /// The quarter, 1 to 4; the first begins in April.
  public let number: Int

  /// Reads `Q1 2025/26`, and the same with a hyphen. Anything else is nil.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, parts[0].count == 2, parts[0].first == "Q" || parts[0].first == "q",
      let number = Int(parts[0].dropFirst()), (1...4).contains(number)
    else { return nil }
    let years = parts[1].split(whereSeparator: { $0 == "/" || $0 == "-" })
    guard years.count == 2, years[0].count == 4, let year = Int(years[0]), let next = Int(years[1].suffix(2)),
      next == (year + 1) % 100
    else { return nil }
    self.year = year
    self.number = number
  }

  /// The quarter a day lies in.
  public init(of day: Day) {
    let date = day.civil
    year = date.month < 4 ? date.year - 1 : date.year
    number = date.month < 4 ? 4 : (date.month - 1) / 3
  }

  /// The last day of the quarter.
  public var lastDay: Day? {
    Day(year: number == 4 ? year + 1 : year, month: number == 4 ? 3 : 3 * number + 3, day: 1)?
      .startOfNextMonth.advanced(by: -1)
  }

  /// Earlier quarters first.
  public static func < (a: Quarter, b: Quarter) -> Bool { (a.year, a.number) < (b.year, b.number) }

  /// The financial year, for example `2025-26`.
  public var financialYear: String {
    let next = (year + 1) % 100
    return "\(year)-\(next < 10 ? "0" : "")\(next)"
  }

  /// `Q4 2025/26`.
  public var description: String {
    "Q\(number) " + financialYear.split(separator: "-").joined(separator: "/")
  }
}
