public import Vocabulary

/// The words of a source are kept, line by line, as they read once marks of the page are cleaned away.
///
/// The file they were read from is kept beside them as an `Original`. In the block a row is a line or a part of one:
/// its unit is the line's number in the file, counted from one, and column `text` what it says.
public struct KeptText: Fact {
  /// A source.
  public typealias Subject = Source
  /// The source.
  public let subject: ID<Source>
  /// The block of lines.
  public let block: Digest
  /// How many rows it has.
  public let count: Int

  /// The words of a source.
  public init(_ subject: ID<Source>, block: Digest, count: Int) {
    self.subject = subject
    self.block = block
    self.count = count
  }

  /// `text-1`.
  public static let kind = FactKind(
    "text-1", file: "texts.tsv", columns: ["block", "count"], meaning: "the words of a source, line by line, in a block"
  )
  /// Block and count.
  public var fields: [String] { [block.hex, String(count)] }
  /// Reads the columns.
  public init(subject: ID<Source>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    let hex = try reader.next("block")
    guard let digest = Digest(hex: hex) else { throw LineError("'\(hex)' in column 'block' is no digest") }
    block = digest
    count = try reader.integer("count")
  }
}
