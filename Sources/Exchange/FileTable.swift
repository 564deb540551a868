internal import Formats

/// One table of text in a file: the file itself, a table in an archive, a sheet of a workbook.
struct FileTable {
  /// Where the table is, for messages: empty for the file itself, else the sheet or the path in the archive.
  let place: String
  private let scan: ((Row) throws -> Bool) throws -> Void

  /// A row of text.
  struct Row {
    /// The fields, as they stand.
    let fields: [String]
    /// The line of the file or the row of the sheet, from 1.
    let number: Int

    /// A field without the space around it; empty where the row is too short.
    subscript(column: Int) -> String {
      guard fields.indices.contains(column) else { return "" }
      return fields[column].trimmed
    }

    /// A field of a column that may not be there.
    subscript(column: Int?) -> String { column.map { self[$0] } ?? "" }

    /// Whether nothing is written in it.
    var isBlank: Bool { fields.allSatisfy { $0.trimmed.isEmpty } }
  }

  /// Calls a function with each row in order, blank ones left out, until it says to stop by false.
  func rows(_ body: (Row) throws -> Bool) throws {
    try scan { row in row.isBlank ? true : try body(row) }
  }

  /// The first rows, at most so many.
  func head(_ count: Int) throws -> [Row] {
    var head: [Row] = []
    try rows { row in
      head.append(row)
      return head.count < count
    }
    return head
  }
}

extension FileTable {
  /// The kind of a file, workbooks told from other archives.
  static func kind(of file: InputFile) throws -> FileKind {
    let kind = FileKind.sniff(try file.bytes.read(at: 0, count: min(file.bytes.size, 8192)))
    return kind == .zip ? try ZIPArchive(file.bytes).kind : kind
  }

  /// Every table in a file: none when it is no table, no workbook and no archive of tables.
  static func all(in file: InputFile) throws -> [FileTable] {
    switch try kind(of: file) {
    case .workbook: return try Workbook(file.bytes).sheets.map(sheet)
    case .zip:
      let archive = try ZIPArchive(file.bytes)
      var tables: [FileTable] = []
      for entry in archive.files {
        let start = try archive.stream(entry).start(8192)
        switch FileKind.sniff(start) {
        case .table: tables.append(text(place: entry.path, start: start) { try archive.stream(entry) })
        case .zip:
          let bytes = try archive.bytes(of: entry, atMost: 64 << 20)
          guard let workbook = try? Workbook(ByteSource(bytes, name: entry.path)) else { continue }
          tables += workbook.sheets.map { sheet in
            FileTable(place: "\(entry.path), \(sheet.name)", scan: self.sheet(sheet).scan)
          }
        default: break
        }
      }
      return tables
    case .table:
      let start = try file.bytes.read(at: 0, count: min(file.bytes.size, 8192))
      return [text(place: "", start: start) { file.bytes.stream() }]
    default: return []
    }
  }

  private static func sheet(_ sheet: Workbook.Sheet) -> FileTable {
    FileTable(place: sheet.name) { body in
      guard var reader = try? sheet.reader() else { return }  // A chart has no table of cells.
      while let row = try reader.next() {
        guard let last = row.cells.last else { continue }
        var fields = Array(repeating: "", count: last.address.column + 1)
        for cell in row.cells { fields[cell.address.column] = cell.text }
        guard try body(Row(fields: fields, number: row.number)) else { return }
      }
    }
  }

  private static func text(
    place: String, start: [UInt8], _ open: @escaping () throws -> ByteStream
  ) -> FileTable {
    let dialect = CSVDialect(delimiter: delimiter(start), header: .none, encoding: encoding(start))
    return FileTable(place: place) { body in
      var reader = try CSVReader(try open(), dialect: dialect)
      while let row = try reader.next() {
        guard try body(Row(fields: row.texts, number: row.line)) else { return }
      }
    }
  }

  /// The separator that the first line has most of.
  private static func delimiter(_ start: [UInt8]) -> Unicode.Scalar {
    let line = start.drop { $0 == 10 || $0 == 13 }.prefix { $0 != 10 && $0 != 13 }
    func count(_ scalar: Unicode.Scalar) -> Int { line.count { $0 == UInt8(ascii: scalar) } }
    let comma = count(",")
    return count("\t") > comma ? "\t" : count(";") > comma ? ";" : ","
  }

  /// UTF-8 unless the start of the text cannot be; the cut at its end may fall inside a character.
  private static func encoding(_ start: [UInt8]) -> CSVDialect.Encoding {
    let cuts = start.count < 8192 ? 0...0 : 0...3
    return cuts.contains { String(validating: start.dropLast($0), as: UTF8.self) != nil }
      ? .utf8 : .windows1252
  }
}

extension ByteStream {
  /// At most so many bytes from the start.
  fileprivate consuming func start(_ count: Int) throws -> [UInt8] {
    var stream = self
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = try bytes.withUnsafeMutableBytes { buffer in
        try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      }
      if got == 0 { break }
      filled += got
    }
    return Array(bytes.prefix(filled))
  }
}

extension String {
  /// The text without the space around it, no-break space and byte order mark included.
  var trimmed: String {
    // Nearly every cell begins and ends in a plain character.
    if let first = utf8.first, let last = utf8.last, (33...126).contains(first), (33...126).contains(last) {
      return self
    }
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isSpace(first) || isSpace(last) else {
      return self
    }
    guard let start = scalars.firstIndex(where: { !isSpace($0) }),
      let end = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[start...end])
  }
}
