/// A page being written: bytes, and the few ways to add to them safely.
///
/// The writer is passed `inout` to closures, one for each element, so the nesting of the Swift is the nesting
/// of the page. Text from the record is always escaped. Only a literal in our own source can be raw, and only a
/// ``Link`` can be a destination. SVG is written by the same writer.
///
/// ```swift
/// var html = HTML()
/// html(.p, .class("lede")) { html in
///   html.text("Who decides in ")
///   html(.a, "Frimley", .href(Link(path: ["systems", "frimley"])))
/// }
/// let page = html.finish()
/// ```
///
/// Every operation is O(bytes written). The value cannot be copied, so a page is never duplicated by accident.
public struct HTML: ~Copyable {
  var bytes: [UInt8]

  /// An empty page with room for this many bytes before it must grow.
  public init(capacity: Int = 32_768) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// The number of bytes written so far.
  public var count: Int { bytes.count }

  /// The page, as UTF-8.
  public consuming func finish() -> [UInt8] { bytes }

  /// Adds text, escaped so that it can only be read as text.
  public mutating func text(_ words: String) { Escaping.append(words, to: &bytes) }

  /// Adds a style sheet of the program's own, for a page that must stand alone. `</` in it would end it, and is refused.
  public mutating func style(_ sheet: [UInt8]) {
    precondition(!String(decoding: sheet, as: UTF8.self).contains("</"), "a style sheet cannot hold the end of itself")
    raw("<style>")
    bytes += sheet
    raw("</style>\n")
  }

  /// Adds a literal from our own source without escaping it.
  public mutating func raw(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds an element and, between its tags, what the closure writes.
  public mutating func callAsFunction(
    _ tag: Tag, _ attributes: Attribute..., content: (inout HTML) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  /// Adds an element that holds this text.
  public mutating func callAsFunction(_ tag: Tag, _ words: String, _ attributes: Attribute...) {
    open(tag, attributes)
    text(words)
    close(tag)
  }

  /// Adds an element with nothing in it: `<br>`, `<input …>`, `<path …/>`, `<td></td>`.
  public mutating func callAsFunction(_ tag: Tag, _ attributes: Attribute...) {
    switch tag.form {
    case .void: open(tag, attributes)
    case .shape:
      open(tag, attributes)
      bytes.removeLast()
      raw("/>")
    case .block, .inline:
      open(tag, attributes)
      close(tag)
    }
  }

  private mutating func open(_ tag: Tag, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: tag.rawValue.utf8)
    for attribute in attributes { attribute.append(to: &bytes) }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ tag: Tag) {
    assert(tag.form != .void, "\(tag) cannot hold anything")
    raw("</")
    bytes.append(contentsOf: tag.rawValue.utf8)
    bytes.append(UInt8(ascii: ">"))
    // A line for each block keeps pages readable and their differences small.
    if tag.form == .block { bytes.append(UInt8(ascii: "\n")) }
  }
}
