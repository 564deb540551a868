public import Vocabulary

/// Small pure functions that make plain English of parts: short words, numbers written out, no more said than is known.
public enum Sentences {
  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// `three`, `twelve`, `13`, `1,240`; nought is `no`.
  public static func number(_ value: Int) -> String {
    words.indices.contains(value) ? words[value] : Decimals.grouped(Double(value))
  }

  /// `three boards`, `one board`, `no boards`, `42 boards`.
  public static func count(_ value: Int, _ one: String, _ many: String) -> String {
    "\(number(value)) \(value == 1 ? one : many)"
  }

  /// `a`, `a and b`, `a, b and c`. Where a part has a comma or `and` of its own, parts are set off by semicolons.
  public static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    if parts.contains(where: { $0.contains(",") || $0.contains(" and ") }) {
      return parts.dropLast().joined(separator: "; ") + "; and " + last
    }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `An integrated care board`, `a council`: a noun with its article.
  public static func article(_ noun: String) -> String {
    guard let first = noun.first else { return noun }
    // NHS begins with an N but is read en-aitch-ess.
    let vowel = "aeiouAEIOU".contains(first) || noun.hasPrefix("NHS")
    return vowel ? "an \(noun)" : "a \(noun)"
  }

  /// The same sentence with a capital letter.
  public static func capital(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// `January 2026`: the month a day lies in.
  public static func month(_ day: Day) -> String { "\(Day.monthNames[day.civil.month - 1]) \(day.civil.year)" }

  /// `58.8%`, `100%`, `less than 0.1%`: a share from 0 to 1, never rounded up to all or down to none.
  public static func percent(_ share: Double) -> String {
    if share > 0, share < 0.0005 { return "less than 0.1%" }
    if share < 1, share >= 0.9995 { return "more than 99.9%" }
    return Decimals.rounded(share * 100, places: 1) + "%"
  }
}
