/// A value that stands in the data as null when there is none, so that its key is always there.
@propertyWrapper public struct OrNull<Value: Encodable & Hashable & Sendable>: Encodable, Hashable, Sendable {
  /// The value, if there is one.
  public var wrappedValue: Value?

  /// A value or none.
  public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  /// The value, or null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
