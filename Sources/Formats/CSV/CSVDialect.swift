/// How a text table is written, told by the caller and never guessed.
public struct CSVDialect: Hashable, Sendable {
  /// The character encoding of the text.
  public enum Encoding: Hashable, Sendable {
    /// UTF-8, with or without a byte order mark. Anything else in it is refused with its line.
    case utf8
    /// Windows code page 1252, as old spreadsheet exports are. Its five unassigned bytes are refused.
    case windows1252
  }

  /// Whether the first record names the columns.
  public enum Header: Hashable, Sendable {
    /// The first record names the columns.
    case firstRecord
    /// Every record is data, as in the files of the Organisation Data Service.
    case none
  }

  /// The byte between fields: a comma, or perhaps a semicolon or a tab.
  public var delimiter: UInt8

  /// Whether the first record names the columns.
  public var header: Header

  /// The character encoding of the text.
  public var encoding: Encoding

  /// A dialect; without arguments, commas in UTF-8 with a header.
  public init(
    delimiter: Unicode.Scalar = ",", header: Header = .firstRecord, encoding: Encoding = .utf8
  ) {
    precondition(
      delimiter.isASCII && delimiter != "\"" && delimiter != "\r" && delimiter != "\n" && delimiter != "\0",
      "a delimiter is one ASCII character other than a quote or a line end")
    self.delimiter = UInt8(truncatingIfNeeded: delimiter.value)
    self.header = header
    self.encoding = encoding
  }

  /// Commas, UTF-8, the first record names the columns.
  public static let standard = CSVDialect()

  /// Commas, UTF-8, every record is data.
  public static let headerless = CSVDialect(header: .none)
}
