internal import Chronicle
internal import Vocabulary

extension FieldReader {
  /// The next field as an amount in pounds and pence.
  mutating func pence(_ name: StaticString) throws(LineError) -> Pence {
    let text = try next(name)
    guard let amount = Pence(text) else {
      throw LineError("'\(text)' in column '\(name)' is no amount: write pounds and pence, for example 1250000.00")
    }
    return amount
  }

  /// The next field as an amount in pounds and pence; nil where it is empty.
  mutating func penceIfAny(_ name: StaticString) throws(LineError) -> Pence? {
    let text = try next(name)
    guard !text.isEmpty else { return nil }
    guard let amount = Pence(text) else {
      throw LineError(
        "'\(text)' in column '\(name)' is no amount: write pounds and pence, for example 1250000.00, or leave it empty")
    }
    return amount
  }

  /// The next field as a financial year.
  mutating func year(_ name: StaticString) throws(LineError) -> FinancialYear {
    let text = try next(name)
    guard let year = FinancialYear(in: text) else {
      throw LineError("'\(text)' in column '\(name)' is no financial year: write 2026-27")
    }
    return year
  }

  /// The next field as a number; nil where it is empty.
  mutating func numberIfAny(_ name: StaticString) throws(LineError) -> Double? {
    let text = try next(name)
    guard !text.isEmpty else { return nil }
    guard let number = Double(text), number.isFinite else {
      throw LineError("'\(text)' in column '\(name)' is no number: write one, or leave it empty")
    }
    return number
  }

  /// The next field as a day; nil where it is empty.
  mutating func dayIfAny(_ name: StaticString) throws(LineError) -> Day? {
    let text = try next(name)
    guard !text.isEmpty else { return nil }
    guard let day = Day(text) else {
      throw LineError("'\(text)' in column '\(name)' is no day: write 2026-06-30, or leave it empty")
    }
    return day
  }

  /// The next field as words parted by semicolons.
  mutating func words(_ name: StaticString) throws(LineError) -> [String] {
    try next(name).split(separator: ";").map(\.trimmingSpaces).filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// The text without spaces around it.
  var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
