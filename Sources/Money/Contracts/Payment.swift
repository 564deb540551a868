public import Vocabulary

/// What a contract pays, part by part, with why.
public struct Payment: Hashable, Sendable {
  /// What a part is paid for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A sum that does not depend on what is done.
    case fixed
    /// What follows the number of treatments.
    case variable
    /// What follows agreed steps of quality.
    case incentive
    /// What follows outcomes of people.
    case outcome
  }

  /// One part.
  public struct Part: Hashable, Sendable {
    /// What it is paid for.
    public let kind: Kind
    /// How much.
    public let amount: Pence
    /// How it came about.
    public let why: String

    /// A part.
    public init(_ kind: Kind, _ amount: Pence, because why: String) {
      self.kind = kind
      self.amount = amount
      self.why = why
    }
  }

  /// The parts, in the order they were computed.
  public let parts: [Part]
  /// What a limit kept from being paid.
  public let unpaid: Pence

  /// The parts, cut to a limit where there is one; what is cut stands in ``unpaid``.
  init(_ parts: [Part], limit: Pence? = nil) {
    self.parts = parts
    unpaid = limit.map { max(.zero, parts.map(\.amount).total - $0) } ?? .zero
  }

  /// What is paid.
  public var total: Pence { parts.map(\.amount).total - unpaid }

  /// The share of each kind in all parts, in tenths of a percent that add up to 1,000; empty where nothing is paid.
  ///
  /// A negative part, such as the variable part of a blended payment for less than was planned, counts by its size.
  public var mix: [Kind: Int] {
    let sums = Kind.allCases.map { kind in parts.filter { $0.kind == kind }.map(\.amount).total.magnitude }
    guard let shares = try? Apportionment.divide(1000, by: sums.map { Double($0.count) }) else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(Kind.allCases, shares.map { Int($0) }))
  }
}
