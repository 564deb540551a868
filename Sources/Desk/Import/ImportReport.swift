public import Exchange

/// What became of one file that was handed in.
public struct ImportReport: Codable, Hashable, Sendable {
  /// What became of it.
  public enum Status: String, Codable, Hashable, Sendable {
    /// It is in the record now.
    case imported
    /// It was in the record already, byte for byte.
    case unchanged
    /// It cannot be used. Nothing of it was stored.
    case refused
    /// It could not be read, or the record not written. Nothing of it was stored.
    case blocked
  }

  /// A row that was not used.
  public struct Row: Codable, Hashable, Sendable {
    /// Where: a sheet and row, or a row number.
    public var row: String
    /// Why, and what to do.
    public var reason: String

    /// A refused row.
    public init(row: String, reason: String) {
      self.row = row
      self.reason = reason
    }
  }

  /// A figure that the file states otherwise than the record did.
  public struct Cell: Codable, Hashable, Sendable {
    /// The measure.
    public var measure: String
    /// The period, as its source names it.
    public var period: String
    /// The unit the figure is of: a practice, a small area.
    public var unit: String
    /// What the record said; nil when it had no figure.
    public var old: Double?
    /// What the file says; nil when it has none.
    public var new: Double?

    /// A changed figure.
    public init(measure: String, period: String, unit: String, old: Double?, new: Double?) {
      self.measure = measure
      self.period = period
      self.unit = unit
      self.old = old
      self.new = new
    }
  }

  /// The file, as it was named.
  public var file: String
  /// What became of it.
  public var status: Status
  /// The format it was recognised as.
  public var format: String?
  /// Who may see what came of it.
  public var audience: String?
  /// The source its facts name.
  public var source: String?
  /// Rows read, the refused ones included.
  public var rowsRead = 0
  /// How many rows were not used.
  public var rowsRefusedCount = 0
  /// The first of them.
  public var rowsRefused: [Row] = []
  /// The measures it has figures of.
  public var measures: [String] = []
  /// The correspondences it has.
  public var lookups: [String] = []
  /// How many lines were added to the journal.
  public var entriesAdded = 0
  /// The transaction.
  public var transaction: Int?
  /// How many figures it states otherwise than the record did.
  public var changedCellsCount = 0
  /// The first of them.
  public var changedCells: [Cell] = []
  /// How much it changed in the register.
  public var registerChangesCount = 0
  /// The first of those changes: renamed, closed, new, moved.
  public var registerChanges: [DescribedChange] = []
  /// What a person should know of how it was read.
  public var notes: [String] = []
  /// Why it was refused, and what to do.
  public var error: String?

  /// The most rows and cells that are listed.
  public static let listed = 100

  init(file: String, status: Status) {
    self.file = file
    self.status = status
  }
}
