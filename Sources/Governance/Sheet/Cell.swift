internal import Register
public import Vocabulary

/// A value that stands in one column of a sheet, as text that is read and written the same way.
public protocol Cell: Hashable, Sendable {
  /// Reads the text of a cell that is not empty; nil when it is no such value.
  init?(cell: String)
  /// The text of the cell.
  var cell: String { get }
  /// What to write, for somebody whose cell was refused: `a day, for example 2026-04-01`.
  static var expected: String { get }
  /// What the value is the identifier of, where it is one.
  static var referent: Referent? { get }
}

/// What an identifier in a column stands for, and must therefore exist.
public enum Referent: Hashable, Sendable {
  /// A body of the register.
  case body
  /// The subject of a sheet: the name of its kind of fact.
  case sheet(String)
  /// Anybody who can hold a power or appoint: a body, a group, a seat or a person.
  case holder
  /// What people can be involved in: a decision, a plan, a proposal, a choice of provider, an order.
  case matter
}

/// Anybody who can hold a power, appoint or be a party: a body, a group, a seat or a person.
public enum Holder {}

extension Cell {
  /// Nothing: most cells name no other thing.
  public static var referent: Referent? { nil }
}

extension String: Cell {
  /// Any text.
  public init?(cell: String) { self = cell }
  /// The text.
  public var cell: String { self }
  /// Text.
  public static var expected: String { "text" }
}

extension Int: Cell {
  /// A whole number, not negative.
  public init?(cell: String) {
    guard let value = Int(cell), value >= 0 else { return nil }
    self = value
  }
  /// The number.
  public var cell: String { String(self) }
  /// A whole number.
  public static var expected: String { "a whole number, for example 12" }
}

extension Bool: Cell {
  /// `yes` or `no`.
  public init?(cell: String) {
    switch cell {
    case "yes": self = true
    case "no": self = false
    default: return nil
    }
  }
  /// `yes` or `no`.
  public var cell: String { self ? "yes" : "no" }
  /// Yes or no.
  public static var expected: String { "yes or no" }
}

extension Day: Cell {
  /// A day.
  public init?(cell: String) { self.init(cell) }
  /// The day.
  public var cell: String { description }
  /// A day.
  public static var expected: String { "a day, for example 2026-04-01" }
}

extension ID: Cell {
  /// An identifier.
  public init?(cell: String) { self.init(cell) }
  /// Its text.
  public var cell: String { text }
  /// An identifier.
  public static var expected: String { "an identifier: lower-case letters, digits, dots and hyphens" }
  /// A body, the subject of a sheet, or a holder of powers.
  public static var referent: Referent? {
    if Thing.self == Body.self { return .body }
    if Thing.self == Holder.self { return .holder }
    if Thing.self == Matter.self { return .matter }
    return (Thing.self as? any Sheet.Type).map { .sheet($0.kindName) }
  }
}

/// One word of a fixed list.
public protocol Word: Cell, RawRepresentable, CaseIterable where RawValue == String {}

extension Word {
  /// The word.
  public init?(cell: String) { self.init(rawValue: cell) }
  /// The word.
  public var cell: String { rawValue }
  /// The words there are.
  public static var expected: String { "one of " + allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Array: Cell where Element: Cell {
  /// Values parted by semicolons.
  public init?(cell: String) {
    var found: [Element] = []
    for part in cell.split(separator: ";") {
      let text = part.drop { $0 == " " }
      guard let end = text.lastIndex(where: { $0 != " " }), let value = Element(cell: String(text[...end])) else {
        return nil
      }
      found.append(value)
    }
    self = found
  }
  /// The values, parted by semicolons.
  public var cell: String { map(\.cell).joined(separator: "; ") }
  /// Several.
  public static var expected: String { "a list parted by semicolons, each \(Element.expected)" }
  /// What each names.
  public static var referent: Referent? { Element.referent }
}

/// A sum of money in whole pence; written in pounds, `480000` or `480000.50`.
public struct Pounds: Cell, Comparable {
  /// The sum in pence.
  public let pence: Int

  /// A sum.
  public init(pence: Int) { self.pence = pence }

  /// A sum in whole pounds.
  public init(_ pounds: Int) { pence = pounds * 100 }

  /// Pounds, with or without two places for pence, up to a million million.
  public init?(cell: String) {
    let parts = cell.split(separator: ".", omittingEmptySubsequences: false)
    let isDigits = { (text: Substring) in !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } }
    guard parts.count <= 2, isDigits(parts[0]), parts[0].utf8.count <= 13, let pounds = Int(parts[0]) else {
      return nil
    }
    guard parts.count == 2 else {
      pence = pounds * 100
      return
    }
    guard isDigits(parts[1]), parts[1].utf8.count == 2, let part = Int(parts[1]) else { return nil }
    pence = pounds * 100 + part
  }

  /// Pounds, with two places where there are pence.
  public var cell: String {
    let part = pence % 100
    return part == 0 ? String(pence / 100) : "\(pence / 100)." + (part < 10 ? "0" : "") + String(part)
  }

  /// Pounds.
  public static var expected: String { "a sum in pounds, for example 480000 or 480000.50" }

  /// The smaller first.
  public static func < (a: Pounds, b: Pounds) -> Bool { a.pence < b.pence }

  /// `£480,000` or `£480,000.50`.
  public var written: String {
    let text = cell
    let whole = text.prefix { $0 != "." }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return "£" + grouped + text.dropFirst(whole.count)
  }
}
