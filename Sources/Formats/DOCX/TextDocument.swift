/// A document of words, tables and pictures, in the order they are read.
///
/// ```swift
/// let bytes = try DocumentWriter.bytes(of: document)
/// ```
public struct TextDocument: Hashable, Sendable {
  /// What the document says about itself; its title also stands at its head.
  public var properties: DocumentProperties

  /// What follows the title.
  public var blocks: [Block]

  /// A document from its parts.
  public init(properties: DocumentProperties, blocks: [Block]) {
    self.properties = properties
    self.blocks = blocks
  }

  /// One thing under another.
  public enum Block: Hashable, Sendable {
    /// A heading. No level is passed over on the way down.
    case heading(Level, String)
    /// A paragraph of words.
    case paragraph([Run])
    /// A list with bullets, an item each.
    case bullets([[Run]])
    /// A table.
    case table(Table)
    /// A picture.
    case image(Image)
  }

  /// The rank of a heading below the title.
  public enum Level: Int, Hashable, Sendable, CaseIterable {
    /// A part of the document: Heading 1.
    case one = 1
    /// A part of a part: Heading 2.
    case two
    /// The smallest part: Heading 3.
    case three
  }

  /// Words of one kind. A line end in them is a new line.
  public enum Run: Hashable, Sendable {
    /// As the paragraph has them.
    case plain(String)
    /// In bold.
    case bold(String)
    /// In italics.
    case italic(String)
    /// Leading to an address of the web or of mail, such as `https://www.england.nhs.uk`.
    case link(String, to: String)

    var words: String {
      switch self {
      case .plain(let words), .bold(let words), .italic(let words), .link(let words, _): words
      }
    }
  }

  /// A table with one row of headings, which is repeated on each page.
  public struct Table: Hashable, Sendable {
    /// What it shows; also what a screen reader calls it.
    public var caption: String

    /// The heading of each column, none empty, no two alike.
    public var headings: [String]

    /// The cells, row by row, each row as long as the headings; none empty.
    public var rows: [[String]]

    /// The columns, counted from 0, that hold figures and stand to the right.
    public var figures: Set<Int>

    /// A table from its parts.
    public init(caption: String, headings: [String], rows: [[String]], figures: Set<Int> = []) {
      self.caption = caption
      self.headings = headings
      self.rows = rows
      self.figures = figures
    }
  }

  /// A picture and what it shows in words.
  public struct Image: Hashable, Sendable {
    /// The picture as a PNG file.
    public var png: [UInt8]

    /// The same picture as an SVG file, which newer programs show instead.
    public var svg: [UInt8]?

    /// What the picture shows, for those who do not see it.
    public var alternative: String

    /// How wide it stands on the page, in millimetres, at most 160; its height follows.
    public var width: Double

    /// A picture, as wide as the text unless told.
    public init(png: [UInt8], svg: [UInt8]? = nil, alternative: String, width: Double = 160) {
      self.png = png
      self.svg = svg
      self.alternative = alternative
      self.width = width
    }
  }
}
