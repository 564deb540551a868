/// Pulls tags and text out of a UTF-8 XML document (XML 1.0), strictly and in bounded memory.
///
/// There is no document type: a DTD is refused, so the only entities are the five of XML and numeric ones, and
/// nothing can be expanded or fetched. Comments and processing instructions are passed over. Namespace prefixes
/// are cut off names, not resolved.
final class XMLReader {
  enum Event { case start, end, text, finish }

  /// The most a document may ask for.
  struct Limits {
    /// Bytes of one tag or one run of text.
    var tokenBytes = 4 << 20
    /// Tags inside tags.
    var depth = 64
    /// Attributes of one tag.
    var attributes = 256
    /// Bytes in the document.
    var totalBytes = 2 << 30
  }

  private struct Attribute {
    var name: Range<Int>
    var localStart: Int
    var value: Range<Int>
  }

  private var stream: ByteStream
  private let limits: Limits
  private let window = Block<UInt8>(capacity: 1 << 17)
  private var cursor = 0
  private var filled = 0
  private var consumed = 0
  private var atEnd = false

  private var openNames: [UInt8] = []
  private var openLengths: [Int] = []
  private var attributes: [Attribute] = []
  private var localName = 0..<0
  private var pendingEnd = false
  private var seenRoot = false

  private var textRange = 0..<0
  private var decoded: [UInt8] = []
  private var isDecoded = false

  /// Opens a document and reads past its byte order mark.
  init(_ stream: consuming ByteStream, limits: Limits = Limits()) throws(FormatError) {
    self.stream = stream
    self.limits = limits
    while filled < 3, try refill() {}
    let bytes = window.base
    if filled >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      cursor = 3
    } else if filled >= 2, (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) {
      throw FormatError(.encoding, at: place, "the document is UTF-16", remedy: "Save it again in UTF-8")
    }
  }

  /// How many tags are open. During `end`, the closing tag no longer counts.
  var depth: Int { openLengths.count }

  var place: FormatError.Place { .init(part: stream.name, byte: consumed + cursor) }

  /// The next tag or run of text.
  func next() throws(FormatError) -> Event {
    if pendingEnd {
      pendingEnd = false
      pop()
      return .end
    }
    while true {
      if cursor == filled {
        guard try refill() else { return try finish() }
      }
      if window.base[cursor] != 0x3C {
        if try readText() { return .text }
        continue
      }
      guard try hold(2) else { throw cut() }
      switch window.base[cursor + 1] {
      case UInt8(ascii: "/"):
        try readEnd()
        return .end
      case UInt8(ascii: "?"): try readInstruction()
      case UInt8(ascii: "!"):
        if try begins("<!--") {
          try readComment()
        } else if try begins("<![CDATA[") {
          if try readCharacterData() { return .text }
        } else {
          throw FormatError(
            .unsafe, at: place, "the document defines its own type (DTD)",
            remedy: "Do not trust this file; save it again with an ordinary spreadsheet program")
        }
      default:
        try readStart()
        return .start
      }
    }
  }

  /// True when the current tag has this local name.
  func isNamed(_ name: StaticString) -> Bool { equals(localName, name) }

  /// The value of an attribute, by its full name as written; entities decoded.
  func attribute(_ name: StaticString) throws(FormatError) -> String? {
    for attribute in attributes where equals(attribute.name, name) { return try text(of: attribute) }
    return nil
  }

  /// The value of an attribute, by its name without prefix, where it has a prefix.
  func prefixedAttribute(_ name: StaticString) throws(FormatError) -> String? {
    for attribute in attributes
    where attribute.localStart > attribute.name.lowerBound
      && equals(attribute.localStart..<attribute.name.upperBound, name)
    {
      return try text(of: attribute)
    }
    return nil
  }

  /// The raw bytes of an attribute, for values that need no decoding. Valid until the next event.
  func rawAttribute(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for attribute in attributes where equals(attribute.name, name) { return bytes(attribute.value) }
    return nil
  }

  /// The bytes of the current run of text, entities decoded, checked to be UTF-8. Valid until the next event.
  func withText<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    guard isDecoded else { return try body(bytes(textRange)) }
    let block = Block<UInt8>(capacity: decoded.count)
    for (index, byte) in decoded.enumerated() { block.base[index] = byte }
    return try body(UnsafeBufferPointer(start: block.base, count: decoded.count))
  }

  /// Reads past the end of the tag that has just started.
  func skip() throws(FormatError) {
    let outside = depth - 1
    while depth > outside {
      if try next() == .finish { return }
    }
  }

  func malformed(_ problem: String) -> FormatError {
    FormatError(
      .malformed, at: place, problem, remedy: "The file is damaged; save it again with a spreadsheet program")
  }
}

// MARK: - The window

extension XMLReader {
  /// Gets more bytes, keeping those from the cursor on. False at the end of the stream.
  private func refill() throws(FormatError) -> Bool {
    guard !atEnd else { return false }
    if cursor > 0 {
      let left = filled - cursor
      window.base.update(from: window.base + cursor, count: left)
      consumed += cursor
      cursor = 0
      filled = left
    }
    guard filled <= limits.tokenBytes else { throw tooLong() }
    window.reserve(filled + (1 << 16), keeping: filled)
    let count = try stream.read(
      into: UnsafeMutableRawBufferPointer(start: window.base + filled, count: window.capacity - filled))
    if count == 0 { atEnd = true }
    filled += count
    guard consumed + filled <= limits.totalBytes else {
      throw FormatError(
        .tooLarge, at: place, "the document is larger than \(limits.totalBytes) bytes",
        remedy: "Check that this is the right file, or raise the limit")
    }
    return count > 0
  }

  /// Makes sure that `count` bytes lie in the window from the cursor on.
  private func hold(_ count: Int) throws(FormatError) -> Bool {
    while filled - cursor < count {
      guard try refill() else { return false }
    }
    return true
  }

  private func begins(_ text: StaticString) throws(FormatError) -> Bool {
    guard try hold(text.utf8CodeUnitCount) else { return false }
    return equals(cursor..<cursor + text.utf8CodeUnitCount, text)
  }

  /// The distance from the cursor to the first place at or after `from` where this text stands.
  private func distance(to text: StaticString, from: Int) throws(FormatError) -> Int {
    let length = text.utf8CodeUnitCount
    let first = text.utf8Start.pointee
    var at = from
    while true {
      let here = window.base + cursor
      let last = filled - cursor - length
      while at <= last {
        if here[at] == first, equals(cursor + at..<cursor + at + length, text) { return at }
        at += 1
      }
      guard try refill() else { throw cut() }
    }
  }

  private func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    let expected = text.utf8Start
    for index in 0..<range.count where window.base[range.lowerBound + index] != expected[index] {
      return false
    }
    return true
  }

  private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: window.base + range.lowerBound, count: range.count)
  }

  private func cut() -> FormatError {
    FormatError(
      .truncated, at: place, "the document stops in the middle",
      remedy: "The file is damaged; download or save it again")
  }

  private func tooLong() -> FormatError {
    FormatError(
      .tooLarge, at: place, "a tag or text is longer than \(limits.tokenBytes) bytes",
      remedy: "Check that this is the right file, or raise the limit")
  }
}

// MARK: - Tags

extension XMLReader {
  private func readStart() throws(FormatError) {
    // Find the end of the tag, passing over quoted values.
    var at = 1
    var quote: UInt8 = 0
    scan: while true {
      let here = window.base + cursor
      let available = filled - cursor
      while at < available {
        let byte = here[at]
        if quote != 0 {
          if byte == quote { quote = 0 }
          if byte == 0x3C { throw malformed("there is a < inside an attribute") }
        } else if byte == 0x3E {
          break scan
        } else if byte == 0x22 || byte == 0x27 {
          quote = byte
        } else if byte == 0x3C {
          throw malformed("a tag does not close")
        }
        at += 1
      }
      guard try refill() else { throw cut() }
    }
    guard at <= limits.tokenBytes else { throw tooLong() }
    let tagEnd = cursor + at
    let isEmpty = window.base[tagEnd - 1] == 0x2F
    let end = isEmpty ? tagEnd - 1 : tagEnd
    guard depth > 0 || !seenRoot else { throw malformed("there is a second root element") }
    seenRoot = true

    var position = cursor + 1
    let name = readName(&position, end: end)
    guard !name.isEmpty else { throw malformed("a tag has no name") }
    localName = afterColon(name)..<name.upperBound
    try readAttributes(from: position, to: end)

    guard depth < limits.depth else {
      throw FormatError(
        .unsafe, at: place, "tags are nested more than \(limits.depth) deep",
        remedy: "Do not trust this file; save it again with an ordinary spreadsheet program")
    }
    openNames.append(contentsOf: bytes(name))
    openLengths.append(name.count)
    pendingEnd = isEmpty
    cursor = tagEnd + 1
  }

  private func readAttributes(from start: Int, to end: Int) throws(FormatError) {
    attributes.removeAll(keepingCapacity: true)
    let source = window.base
    var position = start
    while true {
      let gap = position
      while position < end, isSpace(source[position]) { position += 1 }
      guard position < end else { return }
      guard position > gap else { throw malformed("attributes are not separated by a space") }
      let name = readName(&position, end: end)
      while position < end, isSpace(source[position]) { position += 1 }
      guard !name.isEmpty, position < end, source[position] == 0x3D else {
        throw malformed("an attribute has no name or no value")
      }
      position += 1
      while position < end, isSpace(source[position]) { position += 1 }
      guard position < end, source[position] == 0x22 || source[position] == 0x27 else {
        throw malformed("an attribute is not quoted")
      }
      let quote = source[position]
      let valueStart = position + 1
      position = valueStart
      while position < end, source[position] != quote { position += 1 }
      guard position < end else { throw malformed("an attribute is not quoted") }
      let value = valueStart..<position
      position += 1
      for other in attributes where bytes(other.name).elementsEqual(bytes(name)) {
        throw malformed("an attribute is given twice")
      }
      attributes.append(Attribute(name: name, localStart: afterColon(name), value: value))
      guard attributes.count <= limits.attributes else {
        throw FormatError(
          .tooLarge, at: place, "a tag has more than \(limits.attributes) attributes",
          remedy: "Do not trust this file; save it again with an ordinary spreadsheet program")
      }
    }
  }

  private func readEnd() throws(FormatError) {
    let length = try distance(to: ">", from: 2)
    var position = cursor + 2
    let name = readName(&position, end: cursor + length)
    while position < cursor + length, isSpace(window.base[position]) { position += 1 }
    guard position == cursor + length, let open = openLengths.last, open == name.count,
      openNames.suffix(open).elementsEqual(bytes(name))
    else { throw malformed("a closing tag does not match its opening tag") }
    localName = afterColon(name)..<name.upperBound
    cursor += length + 1
    pop()
  }

  private func pop() {
    guard let length = openLengths.popLast() else { return }
    openNames.removeLast(length)
  }

  private func readName(_ position: inout Int, end: Int) -> Range<Int> {
    let start = position
    let source = window.base
    while position < end {
      let byte = source[position]
      if isSpace(byte) || byte == 0x3D || byte == 0x2F || byte == 0x22 || byte == 0x27 || byte == 0x26
        || byte < 0x20
      {
        break
      }
      position += 1
    }
    return start..<position
  }

  private func afterColon(_ name: Range<Int>) -> Int {
    let source = window.base
    var index = name.lowerBound
    while index < name.upperBound {
      if source[index] == 0x3A { return index + 1 }
      index += 1
    }
    return name.lowerBound
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private func readInstruction() throws(FormatError) {
    let length = try distance(to: "?>", from: 2)
    if length > 5, equals(cursor..<cursor + 5, "<?xml"), isSpace(window.base[cursor + 5]) {
      guard consumed + cursor <= 3 else { throw malformed("the XML declaration is not at the start") }
      let declaration = String(decoding: bytes(cursor..<cursor + length), as: UTF8.self).lowercased()
      if let encoding = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first {
        let value = encoding.drop { $0 != "\"" && $0 != "'" }.dropFirst().prefix { $0 != "\"" && $0 != "'" }
        guard value == "utf-8" || value == "us-ascii" else {
          throw FormatError(
            .encoding, at: place, "the document is in “\(Excerpt.clip(String(value)))”",
            remedy: "Save it again in UTF-8")
        }
      }
    }
    cursor += length + 2
  }

  private func readComment() throws(FormatError) {
    let length = try distance(to: "-->", from: 4)
    cursor += length + 3
  }

  private func finish() throws(FormatError) -> Event {
    guard depth == 0, seenRoot else { throw cut() }
    return .finish
  }
}

// MARK: - Text

extension XMLReader {
  /// Reads text up to the next tag. False when it is white space outside the root.
  private func readText() throws(FormatError) -> Bool {
    var at = 0
    var needsDecoding = false
    var ored: UInt8 = 0
    scan: while true {
      let here = window.base + cursor
      let available = filled - cursor
      while at < available {
        let byte = here[at]
        if byte == 0x3C { break scan }
        if byte == 0x26 || byte == 0x0D { needsDecoding = true }
        if byte < 0x20, !isSpace(byte) { throw malformed("there is a control character in the text") }
        ored |= byte
        at += 1
      }
      guard try refill() else {
        guard depth == 0 else { throw cut() }
        break
      }
    }
    guard at <= limits.tokenBytes else { throw tooLong() }
    let range = cursor..<cursor + at
    if depth == 0 {
      guard bytes(range).allSatisfy(isSpace) else {
        throw malformed("there is text outside the root element")
      }
      cursor += at
      return false
    }
    if ored >= 0x80 { try checkEncoding(range) }
    isDecoded = needsDecoding
    if needsDecoding { decoded = try decode(range) } else { textRange = range }
    cursor += at
    return true
  }

  private func readCharacterData() throws(FormatError) -> Bool {
    let length = try distance(to: "]]>", from: 9)
    guard depth > 0 else { throw malformed("there is text outside the root element") }
    textRange = cursor + 9..<cursor + length
    isDecoded = false
    try checkEncoding(textRange)
    for byte in bytes(textRange) where byte < 0x20 && !isSpace(byte) {
      throw malformed("there is a control character in the text")
    }
    cursor += length + 3
    return true
  }

  private func checkEncoding(_ range: Range<Int>) throws(FormatError) {
    if UTF8Check.firstFault(in: bytes(range)) != nil {
      throw FormatError(.encoding, at: place, "the text is not UTF-8", remedy: "Save the file again in UTF-8")
    }
  }

  private func text(of attribute: Attribute) throws(FormatError) -> String {
    try checkEncoding(attribute.value)
    return String(decoding: try decode(attribute.value), as: UTF8.self)
  }

  /// Entities replaced, CRLF and CR as LF.
  private func decode(_ range: Range<Int>) throws(FormatError) -> [UInt8] {
    let source = window.base
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = source[at]
      at += 1
      switch byte {
      case 0x26:
        var end = at
        while end < range.upperBound, end - at < 12, source[end] != 0x3B { end += 1 }
        guard end < range.upperBound, source[end] == 0x3B, let scalar = entity(at..<end) else {
          throw FormatError(
            .unsafe, at: place, "there is an entity that XML does not define",
            remedy: "Do not trust this file; save it again with an ordinary spreadsheet program")
        }
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
        at = end + 1
      case 0x0D:
        out.append(0x0A)
        if at < range.upperBound, source[at] == 0x0A { at += 1 }
      default: out.append(byte)
      }
    }
    return out
  }

  private func entity(_ range: Range<Int>) -> Unicode.Scalar? {
    switch String(decoding: bytes(range), as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case let name where name.hasPrefix("#"):
      let isHexadecimal = name.hasPrefix("#x")
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      guard let first = digits.utf8.first, first != 0x2B, first != 0x2D,
        let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
        value == 9 || value == 10 || value == 13 || value >= 0x20
      else { return nil }
      return Unicode.Scalar(value)
    default: return nil
    }
  }
}
