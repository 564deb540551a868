/// A financial year of the public sector in England, from 1 April.
public struct FinancialYear: Hashable, Comparable, Sendable {
  /// The calendar year it begins in.
  public let start: Int

  /// The year that begins in April of this calendar year.
  public init(start: Int) { self.start = start }

  /// The financial year a day falls in.
  public init(containing day: Day) {
    let date = day.civil
    start = date.month < 4 ? date.year - 1 : date.year
  }

  /// Finds `2022/23`, `2022-23`, `2022_23` or `2022_2023` in a text; nil when there is none, or more than one.
  public init?(in text: String) {
    let digits = text.split { !$0.isNumber }.map(String.init)
    var found: Set<Int> = []
    for (first, second) in zip(digits, digits.dropFirst()) {
      guard first.count == 4, let year = Int(first), (1990...2199).contains(year) else { continue }
      let next = year + 1
      if second == String(next) || second == String(String(next).suffix(2)) { found.insert(year) }
    }
    guard found.count == 1, let year = found.first else { return nil }
    start = year
  }

  /// Whether one year comes before another.
  public static func < (a: FinancialYear, b: FinancialYear) -> Bool { a.start < b.start }

  /// The year before.
  public var previous: FinancialYear { FinancialYear(start: start - 1) }

  /// The year after.
  public var next: FinancialYear { FinancialYear(start: start + 1) }

  /// `2022/23`.
  public var label: String { "\(start)/\(String(String(start + 1).suffix(2)))" }

  /// `2022-23`: the key in files and addresses.
  public var key: String { "\(start)-\(String(String(start + 1).suffix(2)))" }

  /// From 1 April until 1 April.
  public var period: Period {
    Period(
      from: Day(year: start, month: 4, day: 1) ?? .distantPast,
      until: Day(year: start + 1, month: 4, day: 1) ?? .distantFuture)
  }
}
