/// Writes compact JSON, piece by piece. The same calls give the same bytes.
///
/// Members come in the order they are written. Whole numbers have no `.0`, other numbers their shortest exact
/// form, and a number that is not finite becomes `null`. Control characters, U+2028 and U+2029 are escaped.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("code", "QHL")
///   json.array("years") { json in json.value(2025); json.value(2026) }
/// }
/// ```
public struct JSONWriter: Sendable, CustomStringConvertible {
  /// The bytes written so far and not yet drained.
  public private(set) var bytes: [UInt8] = []

  private var needsComma = false

  /// A writer with nothing written.
  public init() {}

  /// Everything written and not yet drained, as text.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over the bytes written so far and forgets them, to send a large answer in pieces.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  // MARK: Values

  /// Writes an object whose members the function writes.
  public mutating func object<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try nested(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array whose values the function writes.
  public mutating func array<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try nested(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Writes text; `null` for nil.
  public mutating func value(_ text: String?) {
    guard let text else { return null() }
    separate()
    quote(text)
  }

  /// Writes a whole number; `null` for nil.
  public mutating func value(_ number: Int?) {
    guard let number else { return null() }
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a number; `null` for nil and for what is not finite.
  public mutating func value(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: NumberText.shortest(number).utf8)
  }

  /// Writes true or false; `null` for nil.
  public mutating func value(_ truth: Bool?) {
    guard let truth else { return null() }
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  /// Writes a value that was read, its numbers as they were written.
  public mutating func value(_ json: JSONValue) {
    switch json {
    case .null: null()
    case .boolean(let truth): value(truth)
    case .string(let text): value(text)
    case .number(let number):
      separate()
      bytes.append(contentsOf: number.text.utf8)
    case .array(let values): array { json in for value in values { json.value(value) } }
    case .object(let object):
      self.object { json in for member in object.members { json.member(member.name, member.value) } }
    }
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  // MARK: Members

  /// Writes a member that is text; `null` for nil.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// Writes a member that is a whole number; `null` for nil.
  public mutating func member(_ name: String, _ number: Int?) {
    key(name)
    value(number)
  }

  /// Writes a member that is a number; `null` for nil and for what is not finite.
  public mutating func member(_ name: String, _ number: Double?) {
    key(name)
    value(number)
  }

  /// Writes a member that is true or false; `null` for nil.
  public mutating func member(_ name: String, _ truth: Bool?) {
    key(name)
    value(truth)
  }

  /// Writes a member that is a value that was read.
  public mutating func member(_ name: String, _ json: JSONValue) {
    key(name)
    value(json)
  }

  /// Writes a member that is an object.
  public mutating func object<Failure: Error>(
    _ name: String, _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    key(name)
    try object(body)
  }

  /// Writes a member that is an array.
  public mutating func array<Failure: Error>(
    _ name: String, _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    key(name)
    try array(body)
  }

  /// Writes the name of a member; a value must follow.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }
}

extension JSONWriter {
  private mutating func nested<Failure: Error>(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    separate()
    bytes.append(open)
    needsComma = false
    try body(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { utf8 in
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        if byte == 0xE2, index + 2 < utf8.count, utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 {
          bytes.append(contentsOf: (utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
          index += 3
          continue
        }
        if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F { bytes.append(byte) } else { escape(byte) }
        index += 1
      }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}
