internal import Formats

extension FileTable {
  /// The rows of the one text table in a file, as bytes and not as text, for files of millions of cells: the file
  /// itself, or the only `.csv` in a ZIP archive. Its headings stand in the first line, unless it has none.
  static func stream(_ file: InputFile, header: CSVDialect.Header = .firstRecord) throws -> CSVReader {
    let dialect = CSVDialect(header: header)
    guard try kind(of: file) == .zip else { return try CSVReader(file.bytes.stream(), dialect: dialect) }
    let archive = try ZIPArchive(file.bytes)
    let texts = texts(of: archive)
    guard texts.count == 1 else {
      throw ImportError(
        "\(file.name) holds \(texts.count) text tables where one is expected; unpack it and import them one by one")
    }
    return try CSVReader(try archive.stream(texts[0]), dialect: dialect)
  }

  /// The headings of that table, or nil when the file holds none or several. A damaged archive throws.
  static func headings(of file: InputFile) throws -> Headings? {
    switch try kind(of: file) {
    case .workbook: return nil
    case .zip:
      let archive = try ZIPArchive(file.bytes)
      let texts = texts(of: archive)
      guard texts.count == 1 else { return nil }
      let reader = try CSVReader(try archive.stream(texts[0]))
      return Headings(reader.columns)
    default:
      do {
        let reader = try CSVReader(file.bytes.stream())
        return Headings(reader.columns)
      } catch {
        if error.kind == .unreadable { throw error }
        return nil
      }
    }
  }

  /// What archivers add for their own use (`__MACOSX`) is not among them.
  private static func texts(of archive: ZIPArchive) -> [ZIPArchive.Entry] {
    archive.files.filter { $0.path.lowercased().hasSuffix(".csv") }
  }
}
