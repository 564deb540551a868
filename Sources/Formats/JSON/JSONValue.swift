/// A JSON value (RFC 8259).
public enum JSONValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// True or false.
  case boolean(Bool)
  /// A number, with the text it was written as.
  case number(JSONNumber)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in the order of the file.
  case object(JSONObject)

  /// The text, where this is text.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The number, where this is one.
  public var double: Double? { if case .number(let value) = self { value.double } else { nil } }

  /// The whole number, where this is one, written without a point or exponent.
  public var int: Int? { if case .number(let value) = self { Int(value.text) } else { nil } }

  /// The truth, where this is one.
  public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

  /// The values, where this is an array.
  public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The members, where this is an object.
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// The member with this name, where this is an object that has it.
  public subscript(name: String) -> JSONValue? { object?[name] }
}

/// A number in JSON: its text, so that nothing is lost, and its nearest double.
public struct JSONNumber: Hashable, Sendable {
  /// The digits as written.
  public let text: String

  /// The nearest double; always finite.
  public let double: Double

  init(text: String, double: Double) {
    self.text = text
    self.double = double
  }

  /// A whole number.
  public init(_ value: Int) { self.init(text: String(value), double: Double(value)) }

  /// A number in its shortest form; nil when it is not finite.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(text: NumberText.shortest(value), double: value)
  }
}

/// The members of a JSON object, in order, each name once.
public struct JSONObject: Hashable, Sendable {
  /// The names and values, in order.
  public private(set) var members: [Member] = []

  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue
  }

  /// An object without members.
  public init() {}

  /// The value with this name. O(members).
  public subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  /// Adds a member; the caller has made sure that the name is new.
  mutating func append(_ name: String, _ value: JSONValue) {
    members.append(Member(name: name, value: value))
  }
}
