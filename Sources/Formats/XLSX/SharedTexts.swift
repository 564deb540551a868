/// The texts of a workbook, each once, in the order of their first use (ECMA-376 part 1, 18.4).
struct SharedTexts {
  private var texts: [String] = []
  private var uses = 0
  /// By bytes, because two texts that look alike need not be the same.
  private var indexes: [[UInt8]: Int] = [:]

  /// The number of a text.
  mutating func index(of text: String) -> Int {
    uses += 1
    let key = Array(text.utf8)
    if let index = indexes[key] { return index }
    indexes[key] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// `xl/sharedStrings.xml`.
  var part: XMLWriter {
    var xml = XMLWriter()
    xml.element(
      "sst", ["xmlns": WorkbookWriter.main, "count": String(uses), "uniqueCount": String(texts.count)]
    ) { xml in
      for text in texts {
        xml.element("si") { xml in
          xml.element("t", ["xml:space": "preserve"], text: RichText.escaped(text))
        }
      }
    }
    return xml
  }
}

extension RichText {
  /// Makes text that looks like an escaped character, such as `_x000D_`, stay what it is (ECMA-376 part 1, 22.9.2.19).
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (at, byte) in bytes.enumerated() {
      let looksEscaped =
        byte == UInt8(ascii: "_") && at + 6 < bytes.count && bytes[at + 1] == UInt8(ascii: "x")
        && bytes[at + 6] == UInt8(ascii: "_")
        && bytes[at + 2..<at + 6].allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
      if looksEscaped { out += "_x005F_".utf8 } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
