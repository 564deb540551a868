public import Vocabulary

/// The bank holidays of England and Wales, Good Friday and Christmas Day among them, and the clocks that run on them.
///
/// Computed from the Banking and Financial Dealings Act 1971 and the proclamations for single years, which are listed.
public enum BankHolidays {
  /// Days proclaimed for one year: moved or added. Sources: the proclamations in the London Gazette for the VE Day
  /// anniversary of 2020, the Platinum Jubilee of 2022, the State Funeral of 2022 and the Coronation of 2023.
  private static let added: [(year: Int, month: Int, day: Int)] = [
    (2020, 5, 8), (2022, 6, 2), (2022, 6, 3), (2022, 9, 19), (2023, 5, 8),
  ]
  private static let removed: [(year: Int, month: Int, day: Int)] = [(2020, 5, 4), (2022, 5, 30)]

  /// The bank holidays of a year, in order. O(1).
  public static func days(of year: Int) -> [Day] {
    guard let easter = easterSunday(of: year) else { return [] }
    var found: Set<Day> = [easter.advanced(by: -2), easter.advanced(by: 1)]
    func add(_ day: Day?) {
      if let day { found.insert(day) }
    }
    add(substitute(Day(year: year, month: 1, day: 1), taken: []))
    add(Day(year: year, month: 5, day: 1).map { firstMonday(from: $0) })
    add(Day(year: year, month: 5, day: 31).map { lastMonday(upTo: $0) })
    add(Day(year: year, month: 8, day: 31).map { lastMonday(upTo: $0) })
    let christmas = Day(year: year, month: 12, day: 25)
    let boxing = Day(year: year, month: 12, day: 26)
    // A Christmas or Boxing Day on a weekend is kept on the next weekday that is not itself a holiday.
    let onWeekdays = [christmas, boxing].compactMap { $0 }.filter { !isWeekend($0) }
    found.formUnion(onWeekdays)
    for day in [christmas, boxing].compactMap({ $0 }) where isWeekend(day) {
      add(substitute(day, taken: found))
    }
    for one in removed where one.year == year {
      if let day = Day(year: year, month: one.month, day: one.day) { found.remove(day) }
    }
    for one in added where one.year == year { add(Day(year: year, month: one.month, day: one.day)) }
    return found.sorted()
  }

  /// Whether a day is a working day: no Saturday, Sunday or bank holiday.
  public static func isWorkingDay(_ day: Day) -> Bool {
    !isWeekend(day) && !days(of: day.civil.year).contains(day)
  }

  /// The nth working day after a day, which itself is not counted.
  public static func workingDay(_ count: Int, after day: Day) -> Day {
    var day = day
    var left = count
    while left > 0 {
      day = day.advanced(by: 1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The nth working day before a day, which itself is not counted.
  public static func workingDay(_ count: Int, before day: Day) -> Day {
    var day = day
    var left = count
    while left > 0 {
      day = day.advanced(by: -1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  private static func isWeekend(_ day: Day) -> Bool { weekday(day) >= 5 }

  /// Monday is 0.
  private static func weekday(_ day: Day) -> Int {
    guard let monday = Day(year: 2024, month: 1, day: 1) else { return 0 }
    let difference = Int(day.number) - Int(monday.number)
    return ((difference % 7) + 7) % 7
  }

  private static func firstMonday(from day: Day) -> Day { day.advanced(by: (7 - weekday(day)) % 7) }
  private static func lastMonday(upTo day: Day) -> Day { day.advanced(by: -weekday(day)) }

  /// The day itself, or the next weekday that is free where it falls on a weekend.
  private static func substitute(_ day: Day?, taken: Set<Day>) -> Day? {
    guard var day else { return nil }
    while isWeekend(day) || taken.contains(day) { day = day.advanced(by: 1) }
    return day
  }

  /// Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 13, 1876, page 487).
  private static func easterSunday(of year: Int) -> Day? {
    let golden = year % 19
    let (century, ofCentury) = (year / 100, year % 100)
    let leap = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let offset = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - leap - ofCentury % 4) % 7
    let correction = (golden + 11 * leap + 22 * offset) / 451
    let number = leap + offset - 7 * correction + 114
    return Day(year: year, month: number / 31, day: number % 31 + 1)
  }
}
