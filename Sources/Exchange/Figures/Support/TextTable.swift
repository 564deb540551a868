internal import Formats

/// The one text table in a file: the file itself, or the only table in a ZIP archive.
///
/// What archivers add for their own use (`__MACOSX`) is passed over.
enum TextTable {
  /// Opens the table.
  static func open(_ file: InputFile) throws -> CSVReader {
    guard try isArchive(file) else { return try CSVReader(file.bytes.stream()) }
    let archive = try ZIPArchive(file.bytes)
    return try CSVReader(try archive.stream(try onlyTable(of: archive, named: file.name)))
  }

  /// The headings of the table, or nil when the file holds no text table. A damaged archive throws.
  static func headings(_ file: InputFile) throws -> Headings? {
    if try isArchive(file) {
      let archive = try ZIPArchive(file.bytes)
      let tables = tables(of: archive)
      guard tables.count == 1 else { return nil }
      let reader = try CSVReader(try archive.stream(tables[0]))
      return Headings(reader.columns)
    }
    do {
      let reader = try CSVReader(file.bytes.stream())
      return Headings(reader.columns)
    } catch {
      if error.kind == .unreadable { throw error }
      return nil
    }
  }

  /// Whether the file begins as a ZIP archive does.
  static func isArchive(_ file: InputFile) throws -> Bool {
    guard file.bytes.size >= 4 else { return false }
    return try file.bytes.read(at: 0, count: 4) == [0x50, 0x4B, 0x03, 0x04]
  }

  private static func tables(of archive: ZIPArchive) -> [ZIPArchive.Entry] {
    archive.files.filter { $0.path.lowercased().hasSuffix(".csv") }
  }

  private static func onlyTable(of archive: ZIPArchive, named name: String) throws -> ZIPArchive.Entry {
    let tables = tables(of: archive)
    guard tables.count == 1 else {
      throw ImportError(
        "\(name) holds \(tables.count) text tables where one is expected; unpack it and import them one by one"
      )
    }
    return tables[0]
  }
}
