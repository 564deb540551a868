internal import Chronicle
public import Measures
public import Register
internal import Vocabulary

/// Reads the 27-column files of the Organisation Data Service: NHS trusts (`etr`) and prescribing cost centres
/// (`epraccur`), told apart by their columns.
///
/// The files have no headings and columns are then taken by position; a copy that was given headings is read by
/// them. Of the cost centres only general practices (prescribing setting 4) are used. Welsh rows are passed over.
///
/// The files name only the parent a body has now. A trust's parent carries no date: the tie is taken to be as old as
/// both are, and never reaches outside the life of either. A practice's commissioner carries dates: where its code
/// passed from a clinical commissioning group to a sub-ICB location, each gets its own part.
public struct ODSOrganisations: Reader {
  /// The reader.
  public init() {}
  /// `ods-organisations`.
  public let format = "ods-organisations"
  /// What it reads.
  public let summary =
    "NHS trusts (etr) and general practices (epraccur): 27-column files of the Organisation Data Service, NHS England"
  /// None: it yields facts of the register.
  public let measures: [MeasureDefinition] = []
  /// They are.
  public let isOfficialPublication = true

  /// Judges by the first rows.
  public func recognise(_ file: InputFile) throws -> Recognition {
    let tables = try FileTable.all(in: file)
    guard tables.count == 1, let table = tables.first else { return .no }
    return ODSLayout.recognise(try table.head(200))
  }

  /// Reads trusts or practices.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    guard let table = try FileTable.all(in: file).first else {
      throw ImportError("\(file.name) holds no table")
    }
    var rows: [FileTable.Row] = []
    try table.rows {
      rows.append($0)
      return true
    }
    let layout = try ODSLayout(rows)
    if layout.hasHeadings { rows.removeFirst() }
    if let last = rows.last, last.fields.count < layout.width {
      throw ImportError(
        "\(file.name) ends in the middle of line \(last.number): it was not completely saved; get it again")
    }
    var writer = OrganisationWriter()
    let records = layout.records(rows, into: &writer)
    var reading =
      switch layout.content {
      case .trusts: Reading(title: "NHS trusts (ODS file etr)", publisher: ODSOrganisations.publisher)
      case .costCentres:
        Reading(title: "General practices (ODS file epraccur)", publisher: ODSOrganisations.publisher)
      }
    var book = CodeBook(register)
    let today = register.snapshot.trueOn
    let date: (asAt: Moment, note: String)
    switch layout.content {
    case .trusts:
      date = ODSTrusts.day(records, &book).settled(file, today: today)
      ODSTrusts.write(records, asAt: date.asAt, &book, &writer)
    case .costCentres:
      date = ODSPractices.day(records, &book).settled(file, today: today)
      ODSPractices.write(records, asAt: date.asAt, &book, &writer)
    }
    reading.asAt = date.asAt
    reading.published = date.asAt == .unknown ? nil : date.asAt
    reading.notes = [date.note]
    try writer.finish(&reading, file: file)
    return reading
  }

  static let publisher = "NHS England, Organisation Data Service"
}
