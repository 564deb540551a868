/// Why the gate stays shut: what is wrong and what to do.
public struct DisclosureError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let message: String

  /// An error with this message.
  public init(_ message: String) { self.message = message }

  /// The message.
  public var description: String { message }
}
