internal import Vocabulary

/// A calendar month.
struct Month: Hashable {
  let year: Int
  let month: Int

  init?(year: Int, month: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// Finds a month written as a name and a year in a text such as `RTT-January-2026` or `MSitAE-JUNE-2025`.
  init?(in text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    var found: (year: Int?, month: Int?) = (nil, nil)
    for word in words {
      if word.count == 4, let year = Int(word) { found.year = year }
      if let month = Month.number(named: word) { found.month = month }
    }
    guard let year = found.year, let month = found.month else { return nil }
    self.init(year: year, month: month)
  }

  /// The number of a month called by its English name or the first three letters of it.
  static func number(named word: some StringProtocol) -> Int? {
    guard word.count >= 3 else { return nil }
    let names = Day.monthNames.map { $0.lowercased() }
    let position = names.firstIndex { $0 == word.lowercased() || $0.prefix(3) == word.lowercased() }
    return position.map { $0 + 1 }
  }

  /// Finds a day written out in a text such as `Thursday 12th March 2026`.
  static func day(in text: String) -> Day? {
    guard let month = Month(in: text) else { return nil }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let numbers = words.compactMap { word -> Int? in
      let digits = word.prefix(while: \.isNumber)
      guard (1...2).contains(digits.count),
        ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
      else {
        return nil
      }
      return Int(digits)
    }
    guard numbers.count == 1 else { return nil }
    return Day(year: month.year, month: month.month, day: numbers[0])
  }

  /// `2026-01`.
  var label: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  /// The first day.
  var first: Day { Day(year: year, month: month, day: 1) ?? .distantPast }

  /// The last day.
  var last: Day { first.startOfNextMonth.advanced(by: -1) }

  /// The whole month.
  var period: Period { Period(from: first, until: first.startOfNextMonth) }

  /// The last day as a period of one day: for what is counted as it stands at the month's end.
  var end: Period { Period(from: last, until: last.advanced(by: 1)) }

  /// `January 2026`.
  var written: String { "\(Day.monthNames[month - 1]) \(year)" }
}

extension Month {
  /// The month a cell names: `April 2022`, `2022-04`, or a day in it such as `2022-04-01`.
  init(of text: String) throws(RowFault) {
    let parts = text.split(separator: "-")
    if (2...3).contains(parts.count), parts[0].count == 4, let year = Int(parts[0]), let number = Int(parts[1]),
      parts.count == 2 || Day(text) != nil, let month = Month(year: year, month: number)
    {
      self = month
    } else if let month = Month(in: text) {
      self = month
    } else {
      throw RowFault("'\(text.prefix(40))' names no month; write 'April 2022', 2022-04 or 2022-04-01")
    }
  }
}

extension [String] {
  /// Names in order as a span: `April 2022`; `April 2022 to July 2025`.
  var span: String {
    guard let first, let last else { return "" }
    return first == last ? first : "\(first) to \(last)"
  }
}
