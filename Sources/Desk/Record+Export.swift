internal import Chronicle
internal import Store

/// What was exported.
public struct ExportReport: Codable, Hashable, Sendable {
  /// A file and its size.
  public struct File: Codable, Hashable, Sendable {
    /// Its name.
    public var file: String
    /// How many rows of facts it has; for a journal, how many transactions.
    public var rows: Int
  }

  /// The folder.
  public var folder: String
  /// Its files, by name.
  public var files: [File]
  /// How many blocks it has.
  public var blocks: Int
  /// The digest that stands for the record as it was exported.
  public var head: String
  /// How many transactions that is.
  public var transactions: Int
  /// Lines withheld because they are not public; only in a journal.
  public var withheld: Int
  /// Lines that were lawfully erased; only in a journal.
  public var redacted: Int
}

extension Record {
  /// Writes what everyone may see of the record, as it is known now, to a folder of readable text.
  ///
  /// Equal records give equal folders, byte for byte. The folder replaces an earlier export or is made; a folder that
  /// holds anything else is left alone.
  public func export(to folder: String) throws -> ExportReport {
    let archive = try archive()
    let text = try FolderText(of: archive, in: journal)
    return try ExportFolder.replacing(folder) { target in
      try target.write(Array(Readme.tables.utf8), to: ExportFolder.readme)
      for table in text.tables { try target.write(table.bytes, to: table.name) }
      for digest in text.blocks {
        try target.write(text.block(digest), to: "\(ExportFolder.blocks)/\(digest.hex).tsv")
      }
      return ExportReport(
        folder: folder, files: text.tables.map { .init(file: $0.name, rows: $0.rows) },
        blocks: text.blocks.count, head: archive.head.digest.hex, transactions: archive.head.transactions,
        withheld: 0, redacted: 0)
    }
  }
}

extension FolderText.Table {
  /// How many rows it has, without the header.
  var rows: Int { max(0, bytes.count { $0 == 10 } - 1) }
}
