internal import Formats

extension FileTable {
  /// The rows of the one text table in a file, as bytes and not as text, for files of millions of cells: the file
  /// itself, or the only `.csv` in a ZIP archive. Its headings stand in the first line, unless it has none.
  static func stream(_ file: InputFile, header: CSVDialect.Header = .firstRecord) throws -> CSVReader {
    let dialect = CSVDialect(header: header)
    guard try kind(of: file) == .zip else { return try CSVReader(file.bytes.stream(), dialect: dialect) }
    let archive = try ZIPArchive(file.bytes)
    return try CSVReader(try archive.stream(onlyText(of: archive, file)), dialect: dialect)
  }

  /// The bytes of that table: of the file itself, or of the only `.csv` in a ZIP archive, unpacked up to 64 MB.
  static func bytes(of file: InputFile) throws -> ByteSource {
    guard try kind(of: file) == .zip else { return file.bytes }
    let archive = try ZIPArchive(file.bytes)
    let text = try onlyText(of: archive, file)
    return ByteSource(try archive.bytes(of: text, atMost: 64 << 20), name: "\(file.name), \(text.path)")
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

  private static func onlyText(of archive: ZIPArchive, _ file: InputFile) throws -> ZIPArchive.Entry {
    let texts = texts(of: archive)
    guard texts.count == 1 else {
      throw ImportError(
        "\(file.name) holds \(texts.count) text tables where one is expected; unpack it and import them one by one")
    }
    return texts[0]
  }

  /// What archivers add for their own use (`__MACOSX`) is not among them.
  private static func texts(of archive: ZIPArchive) -> [ZIPArchive.Entry] {
    archive.files.filter { $0.path.lowercased().hasSuffix(".csv") }
  }
}
