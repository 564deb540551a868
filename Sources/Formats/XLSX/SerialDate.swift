/// How a workbook counts days.
public enum DateSystem: Hashable, Sendable {
  /// Day 1 is 1 January 1900, and day 60 is a 29 February 1900 that never was.
  case since1900
  /// Day 0 is 1 January 1904.
  case since1904

  /// The civil date of a serial number, the time of day cut off.
  ///
  /// Nil before the first day, after 31 December 9999, and for the day that never was.
  public func civil(_ serial: Double) -> (year: Int, month: Int, day: Int)? {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    let day = Int(serial)
    // Days from 1 January 1970.
    let number: Int
    switch self {
    case .since1900:
      guard day >= 1, day != 60 else { return nil }
      number = day - 25_569 + (day < 60 ? 1 : 0)
    case .since1904:
      number = day - 24_107
      guard number <= 2_932_896 else { return nil }
    }
    return DateSystem.civil(daysSince1970: number)
  }

  /// The era arithmetic of Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms* (2013).
  static func civil(daysSince1970 number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// The inverse, from the same paper; a day beyond the end of its month counts on into the next.
  static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

/// Whether a number format shows dates (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum DateFormat {
  static func isBuiltIn(_ id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// True when the code has a year, month, day, hour, minute or second outside quotes, escapes and colours.
  static func isDate(_ code: String) -> Bool {
    var scalars = code.lowercased().unicodeScalars.makeIterator()
    if code.lowercased() == "general" { return false }
    while let scalar = scalars.next() {
      switch scalar {
      case "\\", "_", "*": _ = scalars.next()
      case "\"":
        while let inner = scalars.next(), inner != "\"" {}
      case "[":
        var inside = ""
        while let inner = scalars.next(), inner != "]" { inside.unicodeScalars.append(inner) }
        // Elapsed time: [h], [mm], [ss].
        if let first = inside.unicodeScalars.first, "hms".unicodeScalars.contains(first),
          inside.unicodeScalars.allSatisfy({ $0 == first })
        {
          return true
        }
      case "y", "m", "d", "h", "s": return true
      default: continue
      }
    }
    return false
  }
}
