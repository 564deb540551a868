/// How text from the record becomes text on a page, and never anything else.
enum Escaping {
  /// Appends the words as character data that is safe in an element and in a quoted attribute, in HTML and XML.
  ///
  /// The five characters with a meaning in markup become references. Characters that no page may carry, or
  /// that could make a reader see another text than the one recorded, become U+FFFD: the control characters,
  /// and the marks that override the direction of writing.
  static func append(_ words: String, to bytes: inout [UInt8]) {
    var words = words
    words.withUTF8 { utf8 in
      var start = 0
      var index = 0
      func flush(_ bytes: inout [UInt8]) {
        if start < index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index])) }
      }
      while index < utf8.count {
        let byte = utf8[index]
        if isPlain(byte) {
          index += 1
          continue
        }
        let (length, replacement) = change(at: index, in: utf8)
        if let replacement {
          flush(&bytes)
          replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
          start = index + length
        }
        index += length
      }
      flush(&bytes)
    }
  }

  /// True for a byte that never needs a second look.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x27: false
    case 0x00...0x1F: byte == 0x0A || byte == 0x09
    case 0x7F, 0xC2, 0xE2, 0xEF: false
    default: true
    }
  }

  /// How many bytes the character here has, and what stands in for it when it may not pass.
  private static func change(
    at index: Int, in utf8: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, replacement: StaticString?) {
    func byte(_ offset: Int) -> UInt8 { index + offset < utf8.count ? utf8[index + offset] : 0 }
    switch utf8[index] {
    case 0x26: return (1, "&amp;")
    case 0x3C: return (1, "&lt;")
    case 0x3E: return (1, "&gt;")
    case 0x22: return (1, "&quot;")
    case 0x27: return (1, "&#39;")
    case 0xC2:  // U+0080 to U+009F: the second set of controls.
      return (2, byte(1) < 0xA0 ? "\u{FFFD}" : nil)
    case 0xE2:  // U+202A to U+202E and U+2066 to U+2069: embeddings, overrides, isolates.
      let turns =
        (byte(1) == 0x80 && (0xAA...0xAE).contains(byte(2)))
        || (byte(1) == 0x81 && (0xA6...0xA9).contains(byte(2)))
      return (3, turns ? "\u{FFFD}" : nil)
    case 0xEF:  // U+FFFE and U+FFFF are not characters.
      return (3, byte(1) == 0xBF && byte(2) >= 0xBE ? "\u{FFFD}" : nil)
    default: return (1, "\u{FFFD}")
    }
  }
}
