/// What a file is, by its bytes and not by its name.
public enum FileKind: String, Hashable, Sendable, CaseIterable {
  /// No bytes at all.
  case empty
  /// A ZIP archive, which may be a workbook: ask ``ZIPArchive/kind``.
  case zip
  /// An Excel workbook (`.xlsx`).
  case workbook
  /// A gzip file.
  case gzip
  /// JSON, perhaps GeoJSON.
  case json
  /// Lines of text with commas, semicolons or tabs.
  case table
  /// A Microsoft compound file: an old `.xls` workbook, or one with a password.
  case compoundFile
  /// A PDF document.
  case pdf
  /// A web page, often an error page saved under the name of the file that was wanted.
  case html
  /// An XML document.
  case xml
  /// Something else.
  case unknown

  /// The kind in words, with its article.
  public var name: String {
    switch self {
    case .empty: "an empty file"
    case .zip: "a ZIP archive"
    case .workbook: "an Excel workbook"
    case .gzip: "a gzip file"
    case .json: "a JSON file"
    case .table: "a text table"
    case .compoundFile: "an old Excel file (.xls) or one with a password"
    case .pdf: "a PDF document"
    case .html: "a web page"
    case .xml: "an XML document"
    case .unknown: "a file of an unknown kind"
    }
  }

  /// Guesses the kind from the first bytes of a file; a few kilobytes are enough. O(bytes).
  public static func sniff(_ prefix: [UInt8]) -> FileKind {
    if prefix.isEmpty { return .empty }
    for (signature, kind) in signatures where prefix.starts(with: signature) { return kind }
    var text = prefix[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    if text.contains(0) { return .unknown }
    let trimmed = text.drop { $0 <= 0x20 }
    switch trimmed.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .json
    case UInt8(ascii: "<"):
      let head = String(decoding: trimmed.prefix(256), as: UTF8.self).lowercased()
      return head.hasPrefix("<!doctype html") || head.contains("<html") || head.hasPrefix("<head")
        ? .html : (head.hasPrefix("<?xml") ? .xml : .unknown)
    default: return looksLikeTable(text) ? .table : .unknown
    }
  }

  private static let signatures: [([UInt8], FileKind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip), ([0x1F, 0x8B], .gzip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile), (Array("%PDF-".utf8), .pdf),
  ]

  /// Printable text with a separator in its first line that is not blank.
  private static func looksLikeTable(_ text: ArraySlice<UInt8>) -> Bool {
    let isPrintable = text.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard isPrintable else { return false }
    let line = text.split(maxSplits: 1, whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first ?? []
    return line.contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 }
  }
}

extension ZIPArchive {
  /// The second look at a ZIP archive: `.workbook` when it holds one, else `.zip`.
  public var kind: FileKind {
    self[path: "[Content_Types].xml"] != nil
      && entries.contains { $0.path.hasPrefix("xl/workbook") && $0.path.hasSuffix(".xml") }
      ? .workbook : .zip
  }
}
