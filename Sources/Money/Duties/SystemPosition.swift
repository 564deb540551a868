public import Vocabulary

/// What a board and its trusts come to together: not the board's allocation, because trusts earn from others too.
///
/// Contract income between the board and its trusts cancels out in the net form; income from outside stays.
public struct SystemPosition: Hashable, Sendable {
  /// What the board spends, net.
  public let boardSpend: Pence
  /// What the trusts spend.
  public let providerSpend: Pence
  /// What the trusts earn, wherever from.
  public let providerIncome: Pence
  /// What the board is allocated.
  public let allocation: Pence
  /// Deficit support that was withheld from the system.
  public let supportWithheld: Pence

  /// A position.
  public init(
    boardSpend: Pence, providerSpend: Pence, providerIncome: Pence, allocation: Pence, supportWithheld: Pence = .zero
  ) {
    self.boardSpend = boardSpend
    self.providerSpend = providerSpend
    self.providerIncome = providerIncome
    self.allocation = allocation
    self.supportWithheld = supportWithheld
  }

  /// What the system spends: the board and its trusts, less what the trusts earn.
  public var spend: Pence { boardSpend + providerSpend - providerIncome }
  /// What it may spend: the allocation and the support that was withheld.
  public var envelope: Pence { allocation + supportWithheld }
  /// Envelope less spend: above £0 underspent.
  public var variance: Pence { envelope - spend }
}
