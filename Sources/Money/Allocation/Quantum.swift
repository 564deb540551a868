public import Vocabulary

/// The money that is shared out: without one, a share is a percentage and never an amount.
public enum Quantum: Hashable, Sendable {
  /// An allocation that was published and loaded, and where.
  case published(Pence, source: String)
  /// What somebody supposes for the sake of argument.
  case supposed(Pence, scenario: String)

  /// An allocation of a published source.
  ///
  /// - Throws: `MoneyError` where the source is not named or the amount is negative.
  public static func loaded(_ amount: Pence, from source: String) throws(MoneyError) -> Quantum {
    guard !source.isEmpty else { throw MoneyError("name the publication this allocation was read in") }
    guard amount >= .zero else { throw MoneyError("\(amount.written) cannot be shared out: it is negative") }
    return .published(amount, source: source)
  }

  /// An amount somebody supposes, under the name of a scenario.
  ///
  /// - Throws: `MoneyError` where the scenario has no name or one that would pass for an allocation of NHS England,
  ///   or the amount is negative.
  public static func scenario(_ amount: Pence, named name: String) throws(MoneyError) -> Quantum {
    guard amount >= .zero else { throw MoneyError("\(amount.written) cannot be shared out: it is negative") }
    return .supposed(amount, scenario: try AllocationScenario.checked(name: name))
  }

  /// The amount.
  public var amount: Pence {
    switch self {
    case .published(let amount, _), .supposed(let amount, _): amount
    }
  }

  /// What stands beside every pound of it.
  public var label: String {
    switch self {
    case .published(_, let source): "shared out of an allocation loaded from \(source)"
    case .supposed(_, let scenario): "scenario '\(scenario)': no allocation of anybody"
    }
  }
}
