/// A civil date in the proleptic Gregorian calendar, with no time and no time zone.
///
/// Stored as days since 1 January 1970. Comparing and adding are O(1) and need no Foundation.
/// The conversion to and from year, month and day follows the era arithmetic described by
/// Howard Hinnant in *chrono-Compatible Low-Level Date Algorithms* (2013).
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public let number: Int32

  /// The day with this count of days since 1 January 1970.
  public init(number: Int32) { self.number = number }

  /// Before every date a record can hold.
  public static let distantPast = Day(number: .min)

  /// After every date a record can hold: the end of a period that has not ended.
  public static let distantFuture = Day(number: .max)

  /// Whether one day comes before another.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day this many days later, or earlier when negative. The two distant days stay where they are.
  public func advanced(by days: Int) -> Day {
    if self == .distantPast || self == .distantFuture { return self }
    return Day(number: Int32(clamping: Int(number) + days))
  }
}

extension Day {
  /// The day with this calendar date, or nil when there is no such date, for example 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Year, month and day of month.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// The number of days in a month of a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  /// The first day of this day's month.
  public var startOfMonth: Day {
    let date = civil
    return Day(year: date.year, month: date.month, day: 1) ?? self
  }

  /// The first day of the month after this day's.
  public var startOfNextMonth: Day {
    let date = civil
    return Day(number: startOfMonth.number + Int32(Day.length(ofMonth: date.month, year: date.year)))
  }
}

extension Day: CustomStringConvertible {
  /// Reads `2026-04-01`. Anything else is nil.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      var sum = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        sum = sum * 10 + Int(byte - 48)
      }
      return sum
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2026-04-01`.
  public var description: String {
    if self == .distantPast { return "-∞" }
    if self == .distantFuture { return "∞" }
    let date = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// The English names of the months, January first.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// `1 April 2026`, as a reader would write it.
  public var written: String {
    if self == .distantPast { return "the beginning" }
    if self == .distantFuture { return "no end" }
    let date = civil
    return "\(date.day) \(Day.monthNames[date.month - 1]) \(date.year)"
  }
}
