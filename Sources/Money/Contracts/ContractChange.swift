public import Vocabulary

/// Whether a change the authority chooses may be made without a new procurement.
///
/// Source: The Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348), regulation 13, as made.
public struct ContractChange: Hashable, Sendable {
  /// The lifetime value when the contract was signed.
  public let original: Pence
  /// All changes of the lifetime value since, this one included, added up.
  public let cumulative: Pence
  /// Whether the contract stays of the same character.
  public let keepsCharacter: Bool

  /// A change.
  ///
  /// - Throws: `MoneyError` where the original value is not above £0.
  public init(original: Pence, changes: [Pence], keepsCharacter: Bool) throws(MoneyError) {
    guard original > .zero else { throw MoneyError("a change is weighed against a lifetime value above £0") }
    self.original = original
    cumulative = changes.total
    self.keepsCharacter = keepsCharacter
  }

  /// Whether all changes together stay below £500,000.
  public var isBelowSum: Bool { cumulative.magnitude < Pence(50_000_000) }
  /// Whether all changes together stay below a quarter of the original value.
  public var isBelowQuarter: Bool { cumulative.magnitude.count * 4 < original.count }
  /// Whether it may be made: the same character, and one of the two tests.
  public var isAllowed: Bool { keepsCharacter && (isBelowSum || isBelowQuarter) }
}
