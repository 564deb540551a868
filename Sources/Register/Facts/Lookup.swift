public import Chronicle
public import Vocabulary

/// A correspondence of pieces of the map to bodies exists, in a block, as it stood from a day.
///
/// The block's units are the pieces' codes; its column `code` holds the code of the body, and `name`, where there
/// is one, its name.
public struct Lookup: Fact {
  /// A lookup.
  public typealias Subject = Lookup
  /// The lookup, for example `lookup.lsoa21.ods`.
  public let subject: ID<Lookup>
  /// What the pieces are: `lsoa11`, `lsoa21`, `postcode`, `ward24`…
  public let piece: String
  /// What kind of body they are placed in.
  public let bodyKind: BodyKind
  /// The scheme of the bodies' codes, `ods` or `ons`; they are read as they stood on the fact's first day.
  public let scheme: String
  /// The block.
  public let block: Digest
  /// How many pieces it has.
  public let count: Int

  /// A lookup.
  public init(
    _ subject: ID<Lookup>, piece: String, bodyKind: BodyKind, scheme: String, block: Digest, count: Int
  ) {
    self.subject = subject
    self.piece = piece
    self.bodyKind = bodyKind
    self.scheme = scheme
    self.block = block
    self.count = count
  }

  /// `lookup-1`.
  public static let kind = FactKind(
    "lookup-1", file: "lookups.tsv", columns: ["piece", "kind", "scheme", "block", "count"],
    meaning: "pieces of the map correspond to bodies, in a block")
  /// The columns.
  public var fields: [String] { [piece, bodyKind.rawValue, scheme, block.hex, String(count)] }
  /// Reads the columns.
  public init(subject: ID<Lookup>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    piece = try reader.next("piece")
    bodyKind = try reader.word("kind")
    scheme = try reader.next("scheme")
    let hex = try reader.next("block")
    guard let block = Digest(hex: hex) else { throw LineError("'\(hex)' in column 'block' is no digest") }
    self.block = block
    count = try reader.integer("count")
  }
}
