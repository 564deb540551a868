public import Vocabulary

/// A figure worked out from named parts, any of which may be missing: then it is missing too, and says which.
public struct Working: Hashable, Sendable {
  /// One part of a sum.
  public struct Term: Hashable, Sendable {
    /// What it is.
    public let name: String
    /// How much, with the sign it is added with; nil where it is not known.
    public let amount: Pence?

    /// A part.
    public init(_ name: String, _ amount: Pence?) {
      self.name = name
      self.amount = amount
    }
  }

  /// What the figure is.
  public let name: String
  /// What it was worked out from.
  public let terms: [Term]
  /// The figure; nil where a part is missing.
  public let amount: Pence?
  /// How it was worked out from the parts.
  public let how: String

  /// A sum of parts; not known where there is no part.
  public init(_ name: String, sumOf terms: [Term]) {
    self.name = name
    self.terms = terms
    amount = Working.missing(terms).isEmpty && !terms.isEmpty ? terms.compactMap(\.amount).total : nil
    how = terms.count == 1 ? "as recorded" : "the sum of its parts"
  }

  /// One recorded figure.
  public init(_ name: String, _ amount: Pence?) { self.init(name, sumOf: [Term(name, amount)]) }

  /// A figure worked out otherwise from parts that are all known.
  public init(_ name: String, of terms: [Term], how: String, _ work: () -> Pence?) {
    self.name = name
    self.terms = terms
    self.how = how
    amount = Working.missing(terms).isEmpty ? work() : nil
  }

  /// The names of the parts that are missing.
  public var missing: [String] { Working.missing(terms) }

  private static func missing(_ terms: [Term]) -> [String] { terms.filter { $0.amount == nil }.map(\.name) }
}
