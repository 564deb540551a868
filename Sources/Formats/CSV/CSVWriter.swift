/// Writes a text table (RFC 4180) in UTF-8. The same calls give the same bytes.
///
/// A field is quoted only when it must be. **Text that a spreadsheet would run as a formula**, because it starts
/// with `=`, `+`, `-`, `@`, a tab or a carriage return, is given a leading apostrophe; numbers written as numbers
/// are not.
///
/// ```swift
/// var table = CSVWriter()
/// table.text("QHL"); table.number(1_234); table.endRow()
/// ```
public struct CSVWriter: Sendable, CustomStringConvertible {
  /// The bytes between records.
  public enum LineEnd: String, Hashable, Sendable {
    /// A line feed.
    case lf = "\n"
    /// A carriage return and a line feed, as RFC 4180 has it.
    case crlf = "\r\n"
  }

  /// What is done to text that a spreadsheet would run as a formula.
  public enum Guarding: Hashable, Sendable {
    /// A leading apostrophe is added. For files that people open.
    case on
    /// Nothing. For files that only programs read back.
    case off
  }

  /// The bytes written so far and not yet drained.
  public private(set) var bytes: [UInt8] = []

  private let lineEnd: LineEnd
  private let guarding: Guarding
  private var atRowStart = true
  private var onlyEmptyField = false

  /// A writer with nothing written.
  public init(lineEnd: LineEnd = .crlf, guarding: Guarding = .on) {
    self.lineEnd = lineEnd
    self.guarding = guarding
  }

  /// Everything written and not yet drained, as text.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes a field of text. NUL is left out, because no reader accepts it.
  public mutating func text(_ text: String) {
    separate()
    onlyEmptyField = onlyEmptyField && text.isEmpty
    var mustQuote = false
    for byte in text.utf8 where byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D {
      mustQuote = true
      break
    }
    if mustQuote { bytes.append(0x22) }
    if guarding == .on, let first = text.utf8.first, CSVWriter.startsFormula(first) { bytes.append(0x27) }
    for byte in text.utf8 where byte != 0 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if mustQuote { bytes.append(0x22) }
  }

  /// Writes a whole number.
  public mutating func number(_ value: some BinaryInteger) {
    separate()
    onlyEmptyField = false
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes a decimal number in its shortest exact form; one that is not finite becomes an empty field.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return empty() }
    separate()
    onlyEmptyField = false
    bytes.append(contentsOf: NumberText.shortest(value).utf8)
  }

  /// Writes an empty field.
  public mutating func empty() { separate() }

  /// Writes a whole record of text.
  public mutating func row(_ texts: some Sequence<String>) {
    for text in texts { self.text(text) }
    endRow()
  }

  /// Ends the record. A record of one empty field is written as `""`, so that it is not a blank line.
  public mutating func endRow() {
    if !atRowStart, onlyEmptyField { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(contentsOf: lineEnd.rawValue.utf8)
    atRowStart = true
  }

  /// Hands over the bytes written so far and forgets them, to write a large table in pieces.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func separate() {
    if atRowStart {
      atRowStart = false
      onlyEmptyField = true
    } else {
      onlyEmptyField = false
      bytes.append(0x2C)
    }
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
