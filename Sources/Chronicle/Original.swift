public import Vocabulary

/// The file a source was read from is kept, whole, under its digest.
public struct Original: Fact {
  /// A source.
  public typealias Subject = Source
  /// The source.
  public let subject: ID<Source>
  /// The name of the file.
  public let file: String
  /// The format it was read as.
  public let format: String
  /// How many bytes it has.
  public let bytes: Int
  /// SHA-256 of the file.
  public let digest: Digest

  /// A kept file.
  public init(_ subject: ID<Source>, file: String, format: String, bytes: Int, digest: Digest) {
    self.subject = subject
    self.file = file
    self.format = format
    self.bytes = bytes
    self.digest = digest
  }

  /// `original-1`.
  public static let kind = FactKind(
    "original-1", file: "originals.tsv", columns: ["file", "format", "bytes", "digest"],
    meaning: "the file a source was read from")
  /// The columns.
  public var fields: [String] { [file, format, String(bytes), digest.hex] }
  /// Reads the columns.
  public init(subject: ID<Source>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    file = try reader.next("file")
    format = try reader.next("format")
    bytes = try reader.integer("bytes")
    let hex = try reader.next("digest")
    guard let digest = Digest(hex: hex) else { throw LineError("'\(hex)' in column 'digest' is no digest") }
    self.digest = digest
  }
}

/// An entry was lawfully erased. What it said is gone; that it was there, and why it went, stays.
public struct Redaction: Fact {
  /// An erased entry.
  public enum Erased {}
  /// An erased entry.
  public typealias Subject = Erased
  /// `entry.` and the entry's number.
  public let subject: ID<Erased>
  /// The ground in law.
  public let ground: String

  /// The erasure of an entry.
  public init(entry: Int, ground: String) {
    subject = ID(slug: "entry.\(entry)")
    self.ground = ground
  }

  /// The number of the entry.
  public var entry: Int? { Int(subject.text.dropFirst("entry.".count)) }

  /// `redaction-1`.
  public static let kind = FactKind(
    "redaction-1", file: "redactions.tsv", columns: ["ground"], meaning: "an entry was lawfully erased")
  /// The ground.
  public var fields: [String] { [ground] }
  /// Reads the columns.
  public init(subject: ID<Erased>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    ground = try reader.next("ground")
  }
}
