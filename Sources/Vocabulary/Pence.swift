/// An amount of money in whole pence. Sums are exact.
///
/// An amount read from text or from pounds is below ten million million pounds, so that a sum of thousands of them
/// cannot overflow.
public struct Pence: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The number of pence; negative for a debt, a cut or an overspend.
  public let count: Int64

  /// This many pence.
  public init(_ count: Int64) { self.count = count }

  /// The nearest whole pence to an amount in pounds, halves away from zero; nil for one that is no number or too large.
  public init?(pounds: Double) {
    let pence = (pounds * 100).rounded(.toNearestOrAwayFromZero)
    guard pence.magnitude <= Pence.limit else { return nil }
    self.init(Int64(pence))
  }

  private static let limit = 1e15

  /// No money.
  public static let zero = Pence(0)
  /// Adds.
  public static func + (a: Pence, b: Pence) -> Pence { Pence(a.count + b.count) }
  /// Subtracts.
  public static func - (a: Pence, b: Pence) -> Pence { Pence(a.count - b.count) }
  /// The amount with the opposite sign.
  public static prefix func - (a: Pence) -> Pence { Pence(-a.count) }
  /// Whether one amount is less than another.
  public static func < (a: Pence, b: Pence) -> Bool { a.count < b.count }

  /// The amount in pounds, for ratios and drawings.
  public var pounds: Double { Double(count) / 100 }

  /// The amount without its sign.
  public var magnitude: Pence { Pence(abs(count)) }
}

extension Pence: CustomStringConvertible {
  /// Reads pounds and pence: `1135.41`, `-20`, `£1,135.4`. Anything else, or a third decimal, is nil.
  public init?(_ text: some StringProtocol) {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    if digits.first == "£" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Pence.whole(parts[0]) else { return nil }
    var pence = 0
    if parts.count == 2 {
      guard (1...2).contains(parts[1].utf8.count), let fraction = Pence.number(parts[1]) else { return nil }
      pence = parts[1].utf8.count == 1 ? fraction * 10 : fraction
    }
    let count = Int64(whole) * 100 + Int64(pence)
    self.init(isNegative ? -count : count)
  }

  /// Whole pounds, with or without commas between the thousands.
  private static func whole(_ text: some StringProtocol) -> Int? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard let first = groups.first, (1...3).contains(first.utf8.count) else { return nil }
      guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
    }
    return number(groups.joined())
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    guard (1...13).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  /// `1135.41`, with both decimals and no separators: the form in files.
  public var description: String {
    let pence = count.magnitude % 100
    return "\(count < 0 ? "-" : "")\(count.magnitude / 100).\(pence < 10 ? "0" : "")\(pence)"
  }

  /// `£1,135.41`, as a reader would write it; whole pounds without pence.
  public var written: String {
    let pounds = String(count.magnitude / 100)
    var grouped: [Character] = []
    for (offset, digit) in pounds.reversed().enumerated() {
      if offset > 0, offset % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let pence = count.magnitude % 100
    let decimals = pence == 0 ? "" : ".\(pence < 10 ? "0" : "")\(pence)"
    return "\(count < 0 ? "-" : "")£\(String(grouped.reversed()))\(decimals)"
  }
}

extension Sequence<Pence> {
  /// The sum, exact.
  public var total: Pence { reduce(.zero, +) }
}
