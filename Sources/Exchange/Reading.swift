public import Chronicle
public import Measures
public import Register
public import Vocabulary

/// What a reader made of one file: facts and figures, each with the row it came from, and what it could not use.
///
/// Nothing is stored yet. A reading with a fatal fault is never stored in part.
public struct Reading: Sendable {
  /// What the file is called, who published it, and when, as far as it or its name says.
  public var title: String
  /// The publisher.
  public var publisher: String
  /// When it was published: a claim.
  public var published: Moment?
  /// The licence.
  public var licence: String
  /// The day or days for which the file shows how things stand, when it is a register and not figures for a period.
  public var asAt: Moment
  /// Facts of the register, to be reconciled with what is known; their source is filled in later, their locator kept.
  public var statements: [Statement] = []
  /// Figures.
  public var figures: [Figures] = []
  /// Correspondences of pieces of the map to bodies.
  public var lookups: [Correspondence] = []
  /// The measures the figures are of.
  public var definitions: [MeasureDefinition] = []
  /// Rows read, the refused ones included; header rows are not counted.
  public var rowsRead = 0
  /// Rows that were not used, and why.
  public var refused: [Refusal] = []
  /// What a person should know of how the file was read.
  public var notes: [String] = []

  /// A reading of nothing yet.
  public init(
    title: String, publisher: String, published: Moment? = nil, licence: String = Reading.openGovernmentLicence,
    asAt: Moment = .unknown
  ) {
    self.title = title
    self.publisher = publisher
    self.published = published
    self.licence = licence
    self.asAt = asAt
  }

  /// The Open Government Licence v3.0.
  public static let openGovernmentLicence = "Open Government Licence v3.0"

  /// A row that was not used.
  public struct Refusal: Hashable, Sendable, Codable {
    /// Where: a sheet and row, or a row number.
    public var row: String
    /// Why, and what to do.
    public var reason: String

    /// A refusal.
    public init(row: String, reason: String) {
      self.row = row
      self.reason = reason
    }
  }

  /// Figures of one or more measures for one period, in one block.
  public struct Figures: Sendable {
    /// The time they are for.
    public var period: Period
    /// The period's name: `2026-01`, `2025/26`, `mid-2020`.
    public var label: String
    /// What ties a figure to its unit.
    public var basis: Basis
    /// What the units are: `practice`, `lsoa11`, `lsoa21`, `commissioner`, `trust`, `sub-icb-location`, `icb`.
    public var grain: String
    /// How final they are.
    public var state: Observation.State
    /// The sheet of the file they stand in; empty where the file is one table.
    public var sheet: String
    /// The figures. Where rows were added up, column `rows` says how many; column `row` gives the first row.
    public var block: Block
    /// Which column holds which measure.
    public var columns: [(measure: ID<Measure>, column: String)]

    /// Figures.
    public init(
      period: Period, label: String, basis: Basis, grain: String, state: Observation.State = .final,
      sheet: String = "", block: Block, columns: [(measure: ID<Measure>, column: String)]
    ) {
      self.period = period
      self.label = label
      self.basis = basis
      self.grain = grain
      self.state = state
      self.sheet = sheet
      self.block = block
      self.columns = columns
    }
  }

  /// A correspondence of pieces to bodies, as it stood from a day.
  public struct Correspondence: Sendable {
    /// Its identifier without the day: two editions of the same correspondence share it.
    public var id: ID<Lookup>
    /// What the pieces are.
    public var piece: String
    /// What the bodies are.
    public var bodyKind: BodyKind
    /// The scheme of the bodies' codes.
    public var scheme: String
    /// The day from which it stood so.
    public var from: Day
    /// Units are pieces; column `code` the body's code; column `name`, where there is one, its name.
    public var block: Block

    /// A correspondence.
    public init(id: ID<Lookup>, piece: String, bodyKind: BodyKind, scheme: String, from: Day, block: Block) {
      self.id = id
      self.piece = piece
      self.bodyKind = bodyKind
      self.scheme = scheme
      self.from = from
      self.block = block
    }
  }
}

/// One format Concordat reads.
public protocol Reader: Sendable {
  /// A word for the format, for example `ods-organisations`.
  var format: String { get }
  /// What the format is and who publishes it, in a sentence.
  var summary: String { get }
  /// The measures it yields.
  var measures: [MeasureDefinition] { get }
  /// Whether figures and facts from it are official publications, and so public.
  var isOfficialPublication: Bool { get }

  /// Whether a file is of this format, from its structure alone; never from its name.
  func recognise(_ file: InputFile) throws -> Recognition

  /// Reads a file. `register` sees everything known, to resolve codes with their dates.
  ///
  /// Throws `ImportError` (or a `FormatError`) when the file cannot be used as a whole.
  func read(_ file: InputFile, register: Register) throws -> Reading
}

/// Whether a file is of a format.
public enum Recognition: Hashable, Sendable {
  /// It is.
  case yes
  /// It looks like it and is not usable: which columns or sheets are missing, and what to do.
  case almost(String)
  /// It is not.
  case no
}

/// Why a file was refused, and what to do. Nothing of it was stored.
public struct ImportError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let message: String

  /// A refusal.
  public init(_ message: String) { self.message = message }

  /// The message.
  public var description: String { message }
}
