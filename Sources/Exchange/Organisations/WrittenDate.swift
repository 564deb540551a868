internal import Vocabulary

/// Dates as the files of the health service write them.
enum WrittenDate {
  /// Reads `20260401`, `2026-04-01`, `01/04/2026`, `01Apr2026`, `01-APR-2026`, and the day count of a spreadsheet.
  static func day(_ text: String) -> Day? {
    let parts = text.prefix(10).split { "-/. ".contains($0) }.map(String.init)
    if let day = Day(text.prefix(10)),
      text.count == 10 || text.dropFirst(10).first == "T" || text.dropFirst(10).first == " "
    {
      return day
    }
    if text.utf8.count == 8, let number = Int(text) {
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    if text.utf8.count == 5, let serial = Int32(text), (20_000...80_000).contains(serial) {
      return Day(number: serial - 25_569)
    }
    if parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
      year > 1000
    {
      return Day(year: year, month: month, day: day)
    }
    let letters = text.filter(\.isLetter)
    let digits = text.split { !$0.isNumber }.map(String.init)
    if let month = month(letters), digits.count == 2, let day = Int(digits[0]), let year = Int(digits[1]),
      year > 1000
    {
      return Day(year: year, month: month, day: day)
    }
    return nil
  }

  /// 1 to 12 for the English name of a month or at least its first three letters.
  static func month(_ text: some StringProtocol) -> Int? {
    let word = text.lowercased()
    guard word.count >= 3 else { return nil }
    return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }

  /// The date in a file's name, as far as there is one: `etr_2026-04.csv`, `Mapping_Aug25.csv`, `ePCN_2022-2023.xlsx`.
  static func inName(_ name: String) -> Moment? {
    let stem = name.split(separator: ".", omittingEmptySubsequences: true).dropLast(
      name.contains(".") ? 1 : 0
    )
    .joined(separator: ".")
    let pieces = stem.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    for (index, piece) in pieces.enumerated() {
      let next = pieces.indices.contains(index + 1) ? pieces[index + 1] : ""
      let afterNext = pieces.indices.contains(index + 2) ? pieces[index + 2] : ""
      if piece.count == 8, let day = day(piece) { return Moment(on: day) }
      let letters = piece.prefix(while: \.isLetter)
      if let month = month(letters) {
        let rest = String(piece.dropFirst(letters.count))
        if let year = year(rest.isEmpty ? next : rest) { return moment(year, month) }
      }
      guard let year = year(piece), piece.count == 4 else { continue }
      if let second = self.year(next), next.count == 4, second == year + 1 {
        return moment(year, nil).flatMap { first in
          moment(second, nil).map { Moment(between: first.earliest, and: $0.latest) }
        }
      }
      if next.count == 2, let month = Int(next), (1...12).contains(month) {
        if afterNext.count == 2, let day = Int(afterNext).flatMap({ Day(year: year, month: month, day: $0) }) {
          return Moment(on: day)
        }
        return moment(year, month)
      }
      if let month = month(next) { return moment(year, month) }
      return moment(year, nil)
    }
    return nil
  }

  /// 2016 to 2099 from `2026` or `26`.
  private static func year(_ text: String) -> Int? {
    guard let number = Int(text), text.allSatisfy(\.isNumber) else { return nil }
    let year = text.count == 2 ? 2000 + number : number
    return (2013...2099).contains(year) ? year : nil
  }

  private static func moment(_ year: Int, _ month: Int?) -> Moment? {
    guard let month else { return Moment(String(year)) }
    return Moment("\(year)-\(month < 10 ? "0" : "")\(month)")
  }
}
