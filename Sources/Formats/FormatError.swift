/// Why some bytes could not be read as the format they claim to be.
///
/// The one error of this module. Its `description` is meant to be shown to the person who supplied the file:
/// where, what is wrong, and what to do about it.
public struct FormatError: Error, Hashable, Sendable {
  /// The sort of trouble, for callers that act differently on each.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The operating system would not give the bytes.
    case unreadable
    /// There is nothing in the file.
    case empty
    /// The file stops before its end.
    case truncated
    /// The bytes break the rules of the format.
    case malformed
    /// The bytes do not agree with their own checksum.
    case damaged
    /// The text is not in the expected character encoding.
    case encoding
    /// The format allows it, this reader does not.
    case unsupported
    /// Harmful if trusted: a path that climbs out of its folder, a bomb, an entity.
    case unsafe
    /// More than the limits the caller set.
    case tooLarge
    /// A part, column or member that must be there is not.
    case missing
  }

  /// The sort of trouble.
  public let kind: Kind

  /// Where in the file.
  public var place: Place

  /// What is wrong, one sentence without its full stop.
  public let problem: String

  /// What to do about it, one sentence without its full stop.
  public let remedy: String

  /// An error from its parts.
  public init(_ kind: Kind, at place: Place = Place(), _ problem: String, remedy: String) {
    self.kind = kind
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }

  /// The same error, found while reading this part of a larger file.
  public func inside(_ part: String) -> FormatError {
    var copy = self
    copy.place.part = place.part.map { "\(part), \($0)" } ?? part
    return copy
  }
}

extension FormatError: CustomStringConvertible {
  /// Place, problem and remedy as one line of text.
  public var description: String {
    let located = place.description
    return (located.isEmpty ? "" : located + ": ") + problem + ". " + remedy + "."
  }
}

extension FormatError {
  /// A position in a file, as exactly as the format allows.
  public struct Place: Hashable, Sendable, CustomStringConvertible {
    /// The file, archive entry or document part.
    public var part: String?
    /// Line of text, from 1.
    public var line: Int?
    /// Row or record, from 1.
    public var row: Int?
    /// Column, from 1.
    public var column: Int?
    /// Byte offset, from 0.
    public var byte: Int?

    /// A place; leave out what is not known.
    public init(
      part: String? = nil, line: Int? = nil, row: Int? = nil, column: Int? = nil, byte: Int? = nil
    ) {
      self.part = part
      self.line = line
      self.row = row
      self.column = column
      self.byte = byte
    }

    /// `data.zip, line 3, row 2, column 7`.
    public var description: String {
      var words: [String] = []
      if let part { words.append(part) }
      if let line { words.append("line \(line)") }
      if let row { words.append("row \(row)") }
      if let column { words.append("column \(column)") }
      if let byte { words.append("byte \(byte)") }
      return words.joined(separator: ", ")
    }
  }
}
