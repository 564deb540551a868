internal import Formats

/// The formats Concordat reads.
public enum Readers {
  /// Every reader, in the order they are asked.
  public static let all: [any Reader] =
    [
      ODSOrganisations(),
      PrimaryCareNetworks(),
      PracticeMapping(),
    ] + FigureReaders.all

  /// The one reader of a file, told by the file's structure. Data about people is looked for first.
  ///
  /// Throws `ImportError` for a file of no known format, saying what it is instead, or which format it comes nearest to
  /// and what it lacks; and for one that could be of two.
  public static func recognise(_ file: InputFile, among readers: [any Reader] = all) throws -> any Reader {
    try refuseWhatIsNoTable(file)
    try PersonalData.check(file)
    var found: [any Reader] = []
    var almost: [(format: String, why: String)] = []
    for reader in readers {
      switch try reader.recognise(file) {
      case .yes: found.append(reader)
      case .almost(let why): almost.append((reader.format, why))
      case .no: break
      }
    }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let formats = found.map(\.format).joined(separator: " and ")
      throw ImportError("\(file.name) could be \(formats): this should not be; please report it")
    }
    if !almost.isEmpty {
      let reasons = almost.map { "\($0.format): \($0.why)" }.joined(separator: "; or ")
      throw ImportError("\(file.name) was not read. It comes nearest to \(reasons)")
    }
    throw ImportError(
      "\(file.name) is of no format that is known here\(try contents(file)). `concordat formats` lists what is read"
    )
  }

  private static func refuseWhatIsNoTable(_ file: InputFile) throws {
    let kind: FileKind
    do { kind = try FileTable.kind(of: file) } catch let error as FormatError {
      throw ImportError("\(file.name) was not read: \(error)")
    }
    let remedy: String
    switch kind {
    case .table, .workbook, .zip, .json, .xml: return
    case .empty: remedy = "get it again"
    case .gzip: remedy = "unpack it first"
    case .compoundFile: remedy = "remove its password and save it as .xlsx or CSV"
    case .pdf: remedy = "look for the same figures as CSV or .xlsx"
    case .html: remedy = "it is likely an error page saved in place of the file: get the file again"
    case .unknown: remedy = "give a CSV, an .xlsx workbook or a ZIP archive of them; text must be UTF-8"
    }
    throw ImportError("\(file.name) is \(kind.name): \(remedy)")
  }

  /// The headings of the first table, for a person to see what the file is.
  private static func contents(_ file: InputFile) throws -> String {
    guard let table = try FileTable.all(in: file).first, let first = try table.head(1).first else {
      return " (\(try FileTable.kind(of: file).name))"
    }
    return "; its first row is \(Headings(first.fields).listed)"
  }
}
