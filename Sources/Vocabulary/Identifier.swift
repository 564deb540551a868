/// A permanent identifier of something of one type; the type keeps a board's id from being taken for a source's.
///
/// Lower-case letters, digits, dots and hyphens, beginning with a letter or digit, at most 96 characters.
/// An identifier says nothing that could change: it is neither a code nor a name, though it may look like the
/// name under which the thing was first recorded.
public struct ID<Thing>: Hashable, Sendable {
  /// The text.
  public let text: String

  /// Reads an identifier; nil when it is not made as described above.
  public init?(_ text: some StringProtocol) {
    var first = true
    guard (1...96).contains(text.utf8.count) else { return nil }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "."), UInt8(ascii: "-"): if first { return nil }
      default: return nil
      }
      first = false
    }
    self.text = String(text)
  }

  /// The identifier of another type with the same text, where one thing is seen in two roles.
  public init(_ other: ID<some Any>) { text = other.text }

  /// An identifier made from any text: lower-cased, with every run of other characters as one hyphen.
  public init(slug text: some StringProtocol) {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      default: if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
      if bytes.count == 96 { break }
    }
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    while let first = bytes.first, first == UInt8(ascii: ".") { bytes.removeFirst() }
    self.text = bytes.isEmpty ? "unnamed" : String(decoding: bytes, as: UTF8.self)
  }
}

extension ID: Comparable, CustomStringConvertible {
  /// By the bytes of the text.
  public static func < (a: ID, b: ID) -> Bool { a.text < b.text }
  /// The text.
  public var description: String { text }
}
