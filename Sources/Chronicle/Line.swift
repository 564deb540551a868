public import Vocabulary

/// What is wrong with a line of the record, and where.
public struct LineError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let message: String

  /// An error with this message.
  public init(_ message: String) { self.message = message }

  /// The message.
  public var description: String { message }
}

/// The text of a record is lines of fields parted by tabs.
///
/// Inside a field a tab, a line feed, a carriage return and a backslash are written `\t`, `\n`, `\r` and `\\`;
/// nothing else is escaped, no other control character is allowed, and text is in Unicode normalisation form C.
public enum Line {
  /// The field as it stands in a line.
  public static func escape(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 || $0 == 92 }) else { return field }
    var bytes: [UInt8] = []
    for byte in field.utf8 {
      switch byte {
      case 9: bytes += [92, UInt8(ascii: "t")]
      case 10: bytes += [92, UInt8(ascii: "n")]
      case 13: bytes += [92, UInt8(ascii: "r")]
      case 92: bytes += [92, 92]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The line of these fields, without a line end.
  public static func join(_ fields: [String]) -> String { fields.map(escape).joined(separator: "\t") }

  /// The fields of a line.
  public static func split(_ line: some StringProtocol) throws(LineError) -> [String] {
    var line = String(line)
    // A local copy made contiguous once; the closure cannot throw a typed error, so the result carries it.
    let result: Result<[String], LineError> = line.withUTF8 { bytes in
      var reader = FieldReader(UnsafeRawBufferPointer(bytes))
      var fields: [String] = []
      do throws(LineError) {
        while let field = try reader.nextIfAny() { fields.append(field) }
        return .success(fields)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

/// Reads the fields of one line in order, straight from its bytes. O(1) space beside the fields themselves.
public struct FieldReader {
  private let bytes: UnsafeRawBufferPointer
  /// Where the next field begins.
  private(set) var position: Int
  private var ended = false

  /// A reader of a line's bytes, which must outlive it.
  public init(_ bytes: UnsafeRawBufferPointer) { self.init(bytes, from: 0) }

  /// A reader of the fields of a line from a place on.
  init(_ bytes: UnsafeRawBufferPointer, from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next field, or nil after the last.
  public mutating func nextIfAny() throws(LineError) -> String? {
    if ended { return nil }
    var end = position
    var escaped = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 9 { break }
      if byte < 32 || byte == 127 {
        throw LineError(
          "a control character (\(byte)) stands in a field: remove it or write it as \\t, \\n or \\r")
      }
      if byte == 92 { escaped = true }
      end += 1
    }
    let slice = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
    if end == bytes.count { ended = true } else { position = end + 1 }
    return escaped ? try FieldReader.unescape(slice) : String(decoding: slice, as: UTF8.self)
  }

  /// The next field; there must be one.
  public mutating func next(_ name: StaticString) throws(LineError) -> String {
    guard let field = try nextIfAny() else { throw LineError("the column '\(name)' is missing") }
    return field
  }

  /// The next field as an identifier.
  public mutating func id<Thing>(_ name: StaticString) throws(LineError) -> ID<Thing> {
    let text = try next(name)
    guard let id = ID<Thing>(text) else {
      throw LineError(
        "'\(text)' in column '\(name)' is no identifier: use lower-case letters, digits, dots, hyphens")
    }
    return id
  }

  /// The next field as one of an enumeration's words.
  public mutating func word<Word: RawRepresentable & CaseIterable>(_ name: StaticString) throws(LineError)
    -> Word
  where Word.RawValue == String {
    let text = try next(name)
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw LineError("'\(text)' in column '\(name)' is not one of: \(known)")
    }
    return word
  }

  /// The next field as a whole number.
  public mutating func integer(_ name: StaticString) throws(LineError) -> Int {
    let text = try next(name)
    guard let value = Int(text) else {
      throw LineError("'\(text)' in column '\(name)' is not a whole number")
    }
    return value
  }

  /// The next field as a number.
  public mutating func number(_ name: StaticString) throws(LineError) -> Double {
    let text = try next(name)
    guard let value = Double(text), value.isFinite else {
      throw LineError("'\(text)' in column '\(name)' is not a number")
    }
    return value
  }

  /// Throws unless every field has been read.
  public func end() throws(LineError) {
    if !ended { throw LineError("there are more columns than this kind of fact has") }
  }

  private static func unescape(_ slice: UnsafeRawBufferPointer) throws(LineError) -> String {
    var out: [UInt8] = []
    var i = 0
    while i < slice.count {
      if slice[i] != 92 {
        out.append(slice[i])
        i += 1
        continue
      }
      guard i + 1 < slice.count else {
        throw LineError("a field ends in a lone backslash: write \\\\ for a backslash")
      }
      switch slice[i + 1] {
      case UInt8(ascii: "t"): out.append(9)
      case UInt8(ascii: "n"): out.append(10)
      case UInt8(ascii: "r"): out.append(13)
      case 92: out.append(92)
      default:
        throw LineError("unknown escape: only \\t, \\n, \\r and \\\\ are written with a backslash")
      }
      i += 2
    }
    return String(decoding: out, as: UTF8.self)
  }
}
