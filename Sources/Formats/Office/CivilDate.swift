/// A day of the Gregorian calendar, for a cell or the properties of a document.
public struct CivilDate: Hashable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int

  /// The month, 1 to 12.
  public let month: Int

  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil where the calendar has none, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let number = DateSystem.daysSince1970(year: year, month: month, day: day)
    guard DateSystem.civil(daysSince1970: number) == (year, month, day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `2026-07-09` (ISO 8601).
  public var description: String {
    "\(CivilDate.padded(year, to: 4))-\(CivilDate.padded(month, to: 2))-\(CivilDate.padded(day, to: 2))"
  }

  /// The serial number in a workbook that counts from 1900; nil before 1 March 1900, where programs disagree about
  /// the 29 February that never was.
  var serial: Int? {
    let serial = DateSystem.daysSince1970(year: year, month: month, day: day) + 25_569
    return serial > 60 ? serial : nil
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
