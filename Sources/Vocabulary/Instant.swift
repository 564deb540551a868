/// A point in time to the second, in Coordinated Universal Time.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970, 00:00 UTC.
  public let seconds: Int64

  /// The instant this many seconds after the start of 1970.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Whether one instant comes before another.
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}

extension Instant {
  /// Whether British Summer Time is in force: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
  /// last Sunday of October (The Summer Time Order 2002, SI 2002/262).
  public var isBritishSummerTime: Bool {
    let year = Day(number: Int32(clamping: seconds.floored(86_400))).civil.year
    guard let start = Instant.lastSunday(of: 3, in: year), let end = Instant.lastSunday(of: 10, in: year)
    else {
      return false
    }
    return seconds >= Int64(start.number) * 86_400 + 3600 && seconds < Int64(end.number) * 86_400 + 3600
  }

  private static func lastSunday(of month: Int, in year: Int) -> Day? {
    guard let last = Day(year: year, month: month, day: 31) else { return nil }
    // 1 January 1970 was a Thursday.
    let weekday = (Int(last.number) + 4) % 7
    return last.advanced(by: -((weekday + 7) % 7))
  }

  /// The civil date in London.
  public var londonDay: Day {
    Day(number: Int32(clamping: (seconds + (isBritishSummerTime ? 3600 : 0)).floored(86_400)))
  }
}

extension Instant: CustomStringConvertible {
  /// `2026-11-21T23:06:28Z`.
  public var description: String {
    let day = seconds.floored(86_400)
    let rest = Int(seconds - day * 86_400)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return
      "\(Day(number: Int32(clamping: day)))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// Reads `2026-11-21T23:06:28Z`; anything else is nil.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T")
    guard parts.count == 2, parts[1].utf8.count == 9, parts[1].hasSuffix("Z"), let day = Day(parts[0]) else {
      return nil
    }
    let clock = parts[1].dropLast().split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3, clock[0] < 24, clock[1] < 60, clock[2] < 60, clock.allSatisfy({ $0 >= 0 }) else {
      return nil
    }
    self.init(seconds: Int64(day.number) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2])
  }

  /// `21 November 2026, 23:06` in London time.
  public var written: String {
    let local = Instant(seconds: seconds + (isBritishSummerTime ? 3600 : 0))
    return
      "\(local.description.prefix(10).description.asWrittenDay), \(local.description.dropFirst(11).prefix(5))"
  }
}

extension String {
  fileprivate var asWrittenDay: String { Day(self)?.written ?? self }
}

extension Int64 {
  fileprivate func floored(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
