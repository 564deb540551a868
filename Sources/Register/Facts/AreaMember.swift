public import Chronicle
public import Vocabulary

/// A piece of the map belongs to an area that somebody made: a neighbourhood, a place, an area for one question.
public struct AreaMember: Fact {
  /// A body: the area.
  public typealias Subject = Body
  /// The area.
  public let subject: ID<Body>
  /// What the piece is: `lsoa11`, `lsoa21`, `ward24`, `practice`, `network`, `sub-icb-location`, `council`.
  public let piece: String
  /// The piece's code.
  public let code: String

  /// A member of an area.
  public init(_ area: ID<Body>, piece: String, code: String) {
    subject = area
    self.piece = piece
    self.code = code
  }

  /// `area-member-1`.
  public static let kind = FactKind(
    "area-member-1", file: "area-members.tsv", columns: ["piece", "code"],
    meaning: "a piece of the map belongs to an area somebody made")
  /// Piece and code.
  public var fields: [String] { [piece, code] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    piece = try reader.next("piece")
    code = try reader.next("code")
  }
}
