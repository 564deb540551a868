/// What stands in the value column of a published result.
public enum ResultValue: Hashable, Sendable {
  /// A number, a percent sign and thousands commas left out.
  case number(Double)
  /// A length of time in seconds, published as `00:28:41`.
  case duration(Double)
  /// A band or rating in words.
  case text(String)
  /// Nothing, or a sign that stands for nothing published.
  case missing

  /// Reads a cell. Every text means something, so this does not fail.
  public init(_ cell: String) {
    let signs: Set<String> = ["", "-", "–", "—", "*", ":", "..", "n/a", "na", "nan", "null", "none", "suppressed"]
    if signs.contains(cell.lowercased()) {
      self = .missing
    } else if let number = ResultValue.plainNumber(cell) {
      self = .number(number)
    } else if let seconds = ResultValue.seconds(cell) {
      self = .duration(seconds)
    } else {
      self = .text(cell)
    }
  }

  /// The number, or the seconds of a length of time; nil for words and for nothing.
  public var magnitude: Double? {
    switch self {
    case .number(let number): number
    case .duration(let seconds): seconds
    case .text, .missing: nil
    }
  }

  private static func plainNumber(_ cell: String) -> Double? {
    var text = cell.filter { $0 != "," }
    if text.last == "%" { text.removeLast() }
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }), let number = Double(text),
      number.isFinite
    else { return nil }
    return number
  }

  private static func seconds(_ cell: String) -> Double? {
    let parts = cell.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    var seconds = 0.0
    for part in parts {
      guard let number = Double(part), number >= 0, number.isFinite else { return nil }
      seconds = seconds * 60 + number
    }
    return seconds
  }
}
