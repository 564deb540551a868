/// Writes an XML 1.0 document in UTF-8, element by element. The same calls give the same bytes.
///
/// Line ends in text become LF. A character that XML cannot hold (XML 1.0, section 2.2), such as a bell, is written
/// as U+FFFD, so that a reader sees that something was there.
struct XMLWriter {
  /// Names and values in the order they are written; one that is nil is left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// The document so far.
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)

  /// Writes an element with nothing in it.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:]) {
    start(name, attributes)
    bytes.append(contentsOf: "/>".utf8)
  }

  /// Writes an element that holds text alone.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { xml in xml.escape(text, inAttribute: false) }
  }

  /// Writes an element whose contents the function writes.
  mutating func element<Failure: Error>(
    _ name: StaticString, _ attributes: Attributes = [:], _ body: (inout XMLWriter) throws(Failure) -> Void
  ) throws(Failure) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    try body(&self)
    bytes.append(contentsOf: "</".utf8)
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func start(_ name: StaticString, _ attributes: Attributes) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for case (let key, let value?) in attributes {
      bytes.append(UInt8(ascii: " "))
      append(key)
      bytes.append(contentsOf: "=\"".utf8)
      escape(value, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func append(_ name: StaticString) { name.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"" where inAttribute: bytes.append(contentsOf: "&quot;".utf8)
      case "\t" where inAttribute: bytes.append(contentsOf: "&#9;".utf8)
      case "\n" where afterReturn: continue
      case "\n", "\r":
        if inAttribute { bytes.append(contentsOf: "&#10;".utf8) } else { bytes.append(0x0A) }
      default: bytes.append(contentsOf: String(XMLWriter.isAllowed(scalar) ? scalar : "\u{FFFD}").utf8)
      }
    }
  }

  /// XML 1.0, section 2.2, `Char`.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}
