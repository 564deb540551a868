extension JSONValue {
  /// The most a document may hold before it is refused.
  public struct Limits: Hashable, Sendable {
    /// Bytes; 256 MiB unless told.
    public var bytes = 256 << 20
    /// Values inside values; 64 unless told.
    public var depth = 64

    /// The limits above.
    public init() {}
  }

  /// Reads one JSON document, strictly: no comments, trailing commas, duplicate names, lone surrogates, leading
  /// zeros or numbers too large for a double. A byte order mark is allowed. O(bytes).
  ///
  /// - Throws: ``FormatError`` with the line and the byte.
  public init(parsing bytes: [UInt8], name: String = "data", limits: Limits = Limits()) throws(FormatError) {
    guard bytes.count <= limits.bytes else {
      throw FormatError(
        .tooLarge, at: .init(part: name), "the document is larger than \(limits.bytes) bytes",
        remedy: "Check that this is the right file, or raise the limit")
    }
    if let fault = bytes.withUnsafeBufferPointer({ UTF8Check.firstFault(in: $0) }) {
      throw FormatError(
        .encoding, at: .init(part: name, byte: fault), "the text is not UTF-8",
        remedy: "Save it again in UTF-8")
    }
    var parser = JSONParser(bytes, name: name, limits: limits)
    self = try parser.document()
  }

  /// Reads one JSON document from a text.
  public init(parsing text: String) throws(FormatError) { try self.init(parsing: Array(text.utf8)) }

  /// Reads one JSON document from a stream, at most `limits.bytes` of it.
  public init(reading stream: consuming ByteStream, limits: Limits = Limits()) throws(FormatError) {
    let name = stream.name
    try self.init(parsing: try stream.bytes(atMost: limits.bytes), name: name, limits: limits)
  }
}

/// Recursive descent over bytes that are known to be UTF-8.
struct JSONParser {
  private let bytes: [UInt8]
  private let name: String
  private let limits: JSONValue.Limits
  private var at = 0

  init(_ bytes: [UInt8], name: String, limits: JSONValue.Limits) {
    self.bytes = bytes
    self.name = name
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  mutating func document() throws(FormatError) -> JSONValue {
    skipSpace()
    guard at < bytes.count else { throw fault("there is nothing here", kind: .empty) }
    let value = try value(depth: 0)
    skipSpace()
    guard at == bytes.count else { throw fault("there is text after the end of the document") }
    return value
  }

  private mutating func value(depth: Int) throws(FormatError) -> JSONValue {
    guard at < bytes.count else { throw cut() }
    switch bytes[at] {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw fault("a value is expected here")
    }
  }

  private mutating func object(depth: Int) throws(FormatError) -> JSONObject {
    try checkDepth(depth)
    at += 1
    var object = JSONObject()
    var names: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return object }
    while true {
      skipSpace()
      guard at < bytes.count else { throw cut() }
      guard bytes[at] == UInt8(ascii: "\"") else { throw fault("a name in quotes is expected here") }
      let start = at
      let name = try string()
      guard names.insert(name).inserted else {
        at = start
        throw fault("the name “\(Excerpt.clip(name))” is given twice in one object")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else {
        throw at < bytes.count ? fault("a colon is expected here") : cut()
      }
      skipSpace()
      object.append(name, try value(depth: depth))
      skipSpace()
      if take(UInt8(ascii: "}")) { return object }
      guard take(UInt8(ascii: ",")) else {
        throw at < bytes.count ? fault("a comma or a closing brace is expected here") : cut()
      }
    }
  }

  private mutating func array(depth: Int) throws(FormatError) -> [JSONValue] {
    try checkDepth(depth)
    at += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return values }
    while true {
      skipSpace()
      values.append(try value(depth: depth))
      skipSpace()
      if take(UInt8(ascii: "]")) { return values }
      guard take(UInt8(ascii: ",")) else {
        throw at < bytes.count ? fault("a comma or a closing bracket is expected here") : cut()
      }
    }
  }

  private mutating func string() throws(FormatError) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
    guard at < bytes.count else { throw cut() }
    if bytes[at] == 0x22 {
      defer { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    var out = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x22:
        at += 1
        return String(decoding: out, as: UTF8.self)
      case 0x5C: try escape(into: &out)
      case 0..<0x20: throw fault("a control character in a string must be escaped")
      default:
        out.append(byte)
        at += 1
      }
    }
    throw cut()
  }

  private mutating func escape(into out: inout [UInt8]) throws(FormatError) {
    guard at + 1 < bytes.count else { throw cut() }
    let letter = bytes[at + 1]
    let simple: UInt8? =
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
      case UInt8(ascii: "b"): 8
      case UInt8(ascii: "t"): 9
      case UInt8(ascii: "n"): 10
      case UInt8(ascii: "f"): 12
      case UInt8(ascii: "r"): 13
      default: nil
      }
    if let simple {
      out.append(simple)
      at += 2
      return
    }
    guard letter == UInt8(ascii: "u") else { throw fault("there is no such escape") }
    var code = try hexadecimal(at + 2)
    var length = 6
    if (0xD800..<0xDC00).contains(code), at + 7 < bytes.count, bytes[at + 6] == 0x5C,
      bytes[at + 7] == UInt8(ascii: "u")
    {
      let low = try hexadecimal(at + 8)
      if (0xDC00..<0xE000).contains(low) {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        length = 12
      }
    }
    guard let scalar = Unicode.Scalar(code) else { throw fault("an escape is half of a character") }
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    at += length
  }

  private func hexadecimal(_ start: Int) throws(FormatError) -> UInt32 {
    guard start + 4 <= bytes.count else { throw cut() }
    var value: UInt32 = 0
    for index in start..<start + 4 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue, bytes[index] < 0x80 else {
        throw fault("an escape needs four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func number() throws(FormatError) -> JSONNumber {
    let start = at
    _ = take(UInt8(ascii: "-"))
    let firstDigit = at
    let whole = digits()
    guard whole > 0 else { throw fault("a number needs a digit here") }
    guard whole == 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
      at = start
      throw fault("a number may not start with zero")
    }
    if take(UInt8(ascii: ".")) {
      guard digits() > 0 else { throw fault("a number needs a digit here") }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard digits() > 0 else { throw fault("a number needs a digit here") }
    }
    let double = bytes.withUnsafeBufferPointer {
      DecimalBytes.double(UnsafeBufferPointer(rebasing: $0[start..<at]))
    }
    guard let double else {
      at = start
      throw fault("a number is too large")
    }
    return JSONNumber(text: String(decoding: bytes[start..<at], as: UTF8.self), double: double)
  }

  private mutating func digits() -> Int {
    let start = at
    while at < bytes.count, bytes[at] &- 0x30 <= 9 { at += 1 }
    return at - start
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(FormatError) -> JSONValue {
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[at...].starts(with: expected) else { throw fault("a value is expected here") }
    at += expected.count
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
      at += 1
    }
  }

  private func checkDepth(_ depth: Int) throws(FormatError) {
    guard depth <= limits.depth else {
      throw FormatError(
        .unsafe, at: place, "values are nested more than \(limits.depth) deep",
        remedy: "Do not trust this file; get it again from its publisher")
    }
  }

  private var place: FormatError.Place {
    let before = bytes[..<Swift.min(at, bytes.count)]
    return .init(part: name, line: before.count { $0 == 0x0A } + 1, byte: at)
  }

  private func fault(_ problem: String, kind: FormatError.Kind = .malformed) -> FormatError {
    FormatError(kind, at: place, problem, remedy: "This is not valid JSON; ask its publisher or repair it")
  }

  private func cut() -> FormatError {
    FormatError(.truncated, at: place, "the document stops in the middle", remedy: "Download it again")
  }
}
