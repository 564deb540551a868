public import Chronicle
internal import Reference

/// A record, or part of one, as a folder of readable text: tables of facts, and the blocks they name.
///
/// In memory, wherever it came from: a folder on disk, a record about to be exported, or the program itself.
public struct FolderText: Sendable {
  /// One table of facts.
  public struct Table: Hashable, Sendable {
    /// The file's name, for example `bodies.tsv`.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  /// The tables, by name.
  public let tables: [Table]
  /// The digests of the blocks, sorted.
  public let blocks: [Digest]
  /// Fetches the bytes of one of the blocks, as they are: whether they have that digest is for the reader to see.
  let block: @Sendable (Digest) throws -> [UInt8]

  init(
    tables: [Table], blocks: [Digest] = [],
    block: @escaping @Sendable (Digest) throws -> [UInt8] = { _ in [] }
  ) {
    self.tables = tables.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.blocks = blocks.sorted { $0.hex < $1.hex }
    self.block = block
  }

  /// The register that ships with Concordat.
  public static var shippedReference: FolderText {
    FolderText(tables: ShippedReference.files.map { Table(name: $0.name, bytes: $0.bytes) })
  }
}
