internal import Chronicle
public import Register
public import Vocabulary

/// A body as an answer names it.
public struct NamedBody: Encodable, Hashable, Sendable {
  /// Its permanent identifier.
  public let id: String
  /// Its official name on the day of the answer, or at the nearest time it has one.
  public let name: String
  /// Its short name.
  public let shortName: String
  /// What it is: `icb`, `council`…
  public let kind: String

  /// A body as a register names it.
  public init(_ body: ID<Body>, in register: Register) {
    id = body.text
    name = register.name(body)
    shortName = register.shortName(body)
    kind = register.kind(body)?.rawValue ?? "unknown"
  }

  /// What it is.
  public var bodyKind: BodyKind? { BodyKind(rawValue: kind) }
  /// Its identifier as the register knows it.
  public var body: ID<Body>? { ID(id) }
}

extension NamedBody {
  /// By short name, then identifier: the order of every list of bodies that has no better one.
  static func inOrder(_ a: NamedBody, _ b: NamedBody) -> Bool { (a.shortName, a.id) < (b.shortName, b.id) }
}
