/// A day that may be known only in part: 1 July 2022, some day in June 2017, before June 2017, or unknown.
///
/// A moment is the closed range of days on which the thing may have happened. What a source did not
/// say is kept as a range and never invented. Text forms:
///
/// | text | meaning |
/// |---|---|
/// | `2022-07-01` | that day |
/// | `2017-06`, `2017` | some day in that month, that year |
/// | `<2017-06` | before that month (or year, or day) |
/// | `>2019` | after that year (or month, or day) |
/// | `2017-06-03/2017-06-09` | some day from the first to the second |
/// | `?` | unknown |
public struct Moment: Hashable, Sendable {
  /// The first day on which it may have been.
  public let earliest: Day
  /// The last day on which it may have been.
  public let latest: Day

  /// Exactly this day.
  public init(on day: Day) {
    earliest = day
    latest = day
  }

  /// Some day from `earliest` to `latest`, both included. The order is put right if it is not.
  public init(between earliest: Day, and latest: Day) {
    self.earliest = min(earliest, latest)
    self.latest = max(earliest, latest)
  }

  /// Some day, nobody knows which.
  public static let unknown = Moment(between: .distantPast, and: .distantFuture)
  /// Before every day of the record.
  public static let always = Moment(on: .distantPast)
  /// After every day of the record.
  public static let never = Moment(on: .distantFuture)

  /// Whether the day is known exactly.
  public var isExact: Bool { earliest == latest }

  /// The day, when it is known exactly.
  public var day: Day? { isExact ? earliest : nil }
}

extension Moment: CustomStringConvertible {
  /// Reads one of the text forms of the table above; anything else is nil. Empty text is nil too,
  /// because what it means depends on which end of a period it stands for.
  public init?(_ text: some StringProtocol) {
    if text == "?" {
      self = .unknown
    } else if text.hasPrefix("<") {
      guard let bound = Moment(text.dropFirst()), bound.isBounded else { return nil }
      self.init(between: .distantPast, and: bound.earliest.advanced(by: -1))
    } else if text.hasPrefix(">") {
      guard let bound = Moment(text.dropFirst()), bound.isBounded else { return nil }
      self.init(between: bound.latest.advanced(by: 1), and: .distantFuture)
    } else if let day = Day(text) {
      self.init(on: day)
    } else if text.utf8.count == 7, let first = Day("\(text)-01") {
      self.init(between: first, and: first.startOfNextMonth.advanced(by: -1))
    } else if text.utf8.count == 4, let first = Day("\(text)-01-01"), let last = Day("\(text)-12-31") {
      self.init(between: first, and: last)
    } else if let slash = text.firstIndex(of: "/"), let first = Day(text[..<slash]),
      let last = Day(text[text.index(after: slash)...]), first < last
    {
      self.init(between: first, and: last)
    } else {
      return nil
    }
  }

  private var isBounded: Bool { earliest != .distantPast && latest != .distantFuture }

  /// The shortest text form that reads back as the same moment.
  public var description: String {
    if let day { return day.description }
    if self == .unknown { return "?" }
    if earliest == .distantPast { return "<" + Moment.shortest(startingOn: latest.advanced(by: 1)) }
    if latest == .distantFuture { return ">" + Moment.shortest(endingOn: earliest.advanced(by: -1)) }
    let year = String(earliest.description.prefix(4))
    if Moment(year) == self { return year }
    let month = String(earliest.description.prefix(7))
    if Moment(month) == self { return month }
    return "\(earliest)/\(latest)"
  }

  private static func shortest(startingOn day: Day) -> String {
    let date = day.civil
    if date.day != 1 { return day.description }
    return String(day.description.prefix(date.month == 1 ? 4 : 7))
  }

  private static func shortest(endingOn day: Day) -> String {
    let date = day.civil
    if date.month == 12, date.day == 31 { return String(day.description.prefix(4)) }
    if day.advanced(by: 1).civil.day == 1 { return String(day.description.prefix(7)) }
    return day.description
  }

  /// The moment as a reader would write it: `1 July 2022`, `June 2017`, `before June 2017`, `date unknown`.
  public var written: String {
    if let day { return day.written }
    if self == .unknown { return "date unknown" }
    if earliest == .distantPast {
      return "before \(Moment.spoken(Moment.shortest(startingOn: latest.advanced(by: 1))))"
    }
    if latest == .distantFuture {
      return "after \(Moment.spoken(Moment.shortest(endingOn: earliest.advanced(by: -1))))"
    }
    let text = description
    return text.contains("/") ? "between \(earliest.written) and \(latest.written)" : Moment.spoken(text)
  }

  private static func spoken(_ text: String) -> String {
    if let day = Day(text) { return day.written }
    guard text.utf8.count == 7, let first = Day("\(text)-01") else { return text }
    let date = first.civil
    return "\(Day.monthNames[date.month - 1]) \(date.year)"
  }
}
