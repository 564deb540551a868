public import Chronicle
public import Vocabulary

/// Where a body stands on a tile map.
public struct Tile: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// The map it is on.
  public let map: String
  /// Rows count from the south.
  public let row: Int
  /// Columns count from the west, two to a tile, so that rows can be offset by half a tile.
  public let column: Int
  /// The label on the tile: two to five letters.
  public let label: String

  /// A tile.
  public init(_ subject: ID<Body>, map: String, row: Int, column: Int, label: String) {
    self.subject = subject
    self.map = map
    self.row = row
    self.column = column
    self.label = label
  }

  /// `tile-1`.
  public static let kind = FactKind(
    "tile-1", file: "tiles.tsv", columns: ["map", "row", "column", "label"],
    meaning: "where a body stands on a tile map")
  /// Map, row, column, label.
  public var fields: [String] { [map, String(row), String(column), label] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    map = try reader.next("map")
    row = try reader.integer("row")
    column = try reader.integer("column")
    label = try reader.next("label")
  }
}

/// A number somebody stated, with its date, and what the record makes of it.
public struct Claim: Fact {
  /// What the record makes of a claim.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case reproduced
    case superseded
    case notTestable = "not-testable"
  }

  /// A claim.
  public typealias Subject = Claim
  /// The claim.
  public let subject: ID<Claim>
  /// What is claimed.
  public let statement: String
  /// The number.
  public let value: String
  /// What it counts.
  public let unit: String
  /// The text it stands in, and where in it: `brief-001#line=21`.
  public let text: String
  /// The date for which it is claimed, as far as the text says.
  public let asAt: String
  /// What the record makes of it.
  public let status: Status
  /// What the record finds, in a sentence.
  public let finding: String

  /// `claim-1`.
  public static let kind = FactKind(
    "claim-1", file: "claims.tsv", columns: ["statement", "value", "unit", "text", "as-at", "status", "finding"],
    meaning: "a number somebody stated, and what the record makes of it")
  /// The columns.
  public var fields: [String] { [statement, value, unit, text, asAt, status.rawValue, finding] }
  /// Reads the columns.
  public init(subject: ID<Claim>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    statement = try reader.next("statement")
    value = try reader.next("value")
    unit = try reader.next("unit")
    text = try reader.next("text")
    asAt = try reader.next("as-at")
    status = try reader.word("status")
    finding = try reader.next("finding")
  }
}

/// One meaning of a term; a term with several is shown with all of them.
public struct Term: Fact {
  /// A term.
  public typealias Subject = Term
  /// The meaning.
  public let subject: ID<Term>
  /// The term, for example ICP.
  public let term: String
  /// What it means here.
  public let meaning: String
  /// The kind of body it names, or empty.
  public let bodyKind: String
  /// When and where it is used so.
  public let note: String

  /// `term-1`.
  public static let kind = FactKind(
    "term-1", file: "terms.tsv", columns: ["term", "meaning", "kind", "note"], meaning: "one meaning of a term")
  /// Term, meaning, kind, note.
  public var fields: [String] { [term, meaning, bodyKind, note] }
  /// Reads the columns.
  public init(subject: ID<Term>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    term = try reader.next("term")
    meaning = try reader.next("meaning")
    bodyKind = try reader.next("kind")
    note = try reader.next("note")
  }
}
