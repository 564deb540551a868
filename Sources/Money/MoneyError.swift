/// Why an amount, a formula, a budget or a contract was refused: one sentence that says where, what is wrong and what
/// to do.
public struct MoneyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence, without its full stop.
  public let message: String

  /// An error with this sentence.
  public init(_ message: String) { self.message = message }

  /// The sentence.
  public var description: String { message }
}
