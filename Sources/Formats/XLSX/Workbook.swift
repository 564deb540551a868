/// Reads an Excel workbook (`.xlsx`, ECMA-376).
///
/// Opening reads the list of sheets, the shared strings and the styles; rows are then streamed. Formulas are
/// never computed, their last values are read. Merged cells, drawings, macros, links and the claimed dimension
/// of a sheet are ignored, so a workbook whose drawing is missing is read like any other.
///
/// ```swift
/// let workbook = try Workbook(try .file("ePCN.xlsx"))
/// try workbook.sheet("PCN Details").forEachRow { row in use(row.text(0)) }
/// ```
public struct Workbook: Sendable {
  /// The most a workbook may hold before it is refused.
  public struct Limits: Hashable, Sendable {
    /// The archive that a workbook is.
    public var archive = ZIPArchive.Limits()
    /// Sheets; 1,000 unless told.
    public var sheets = 1_000
    /// Shared strings; 5 million unless told.
    public var sharedStrings = 5_000_000
    /// Bytes of all shared strings; 256 MiB unless told.
    public var sharedStringBytes = 256 << 20
    /// Bytes of the text in one cell; 1 MiB unless told.
    public var cellBytes = 1 << 20
    /// Cells in one sheet; 50 million unless told.
    public var cells = 50_000_000
    /// Cell styles; 100,000 unless told.
    public var styles = 100_000

    /// The limits above.
    public init() {}
  }

  /// The sheets in the order of their tabs, hidden ones included.
  public let sheets: [Sheet]

  /// How the workbook counts days.
  public var dates: DateSystem { contents.dates }

  private let contents: WorkbookContents

  /// Opens a workbook. O(sheets + shared strings).
  public init(_ source: ByteSource, limits: Limits = Limits()) throws(FormatError) {
    let kind = FileKind.sniff(try source.read(at: 0, count: Swift.min(source.size, 4096)))
    guard kind == .zip || kind == .unknown || kind == .empty else {
      throw FormatError(
        .unsupported, at: .init(part: source.name), "this is \(kind.name), not an Excel workbook (.xlsx)",
        remedy: kind == .compoundFile
          ? "Remove its password and save it as .xlsx" : "Give the .xlsx file, or import it as what it is")
    }
    let archive = try ZIPArchive(source, limits: limits.archive)
    let contents = try WorkbookContents(archive, limits: limits)
    self.contents = contents
    sheets = contents.sheets.map {
      Sheet(name: $0.name, isHidden: $0.isHidden, path: $0.path, contents: contents)
    }
  }

  /// The sheet with this name, exactly as on its tab.
  public func sheet(_ name: String) throws(FormatError) -> Sheet {
    guard let sheet = sheets.first(where: { $0.name == name }) else {
      throw FormatError(
        .missing, at: .init(part: contents.archive.source.name), "there is no sheet “\(Excerpt.clip(name))”",
        remedy: "The sheets are: " + Excerpt.list(sheets.map(\.name)))
    }
    return sheet
  }
}

extension Workbook {
  /// One sheet of a workbook.
  public struct Sheet: Sendable {
    /// The name on the tab.
    public let name: String

    /// True when the tab is hidden.
    public let isHidden: Bool

    let path: String?
    let contents: WorkbookContents

    /// The rows of the sheet, to be pulled one by one.
    public func reader() throws(FormatError) -> SheetReader {
      guard let path, let entry = contents.archive[path: path] else {
        throw FormatError(
          .missing, at: .init(part: "\(contents.archive.source.name), \(Excerpt.clip(name))"),
          "the sheet has no table of cells", remedy: "Choose another sheet; this may be a chart")
      }
      return try SheetReader(try contents.archive.stream(entry), contents: contents)
    }

    /// Calls a function with each row in order. Rows without cells may be absent.
    public func forEachRow(_ body: (SheetRow) throws -> Void) throws {
      var reader = try reader()
      while let row = try reader.next() { try body(row) }
    }
  }
}
