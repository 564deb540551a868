public import Chronicle
public import Vocabulary

/// Figures of a measure went past the gate and became public, in a block that holds nothing else.
///
/// It is never taken back: what has been told has been told, and later releases are checked against it.
public struct Release: Fact {
  /// A measure.
  public typealias Subject = Measure
  /// The measure.
  public let subject: ID<Measure>
  /// What ties a figure to its unit.
  public let basis: Basis
  /// What the cells are: the units of the file, the kind of body they were added up for, or `made-area`.
  public let grain: String
  /// The period as its source names it.
  public let label: String
  /// The day of the map the units were added up on; nil where the cells are the units of the file.
  public let map: Day?
  /// The identifier of the rule set.
  public let rule: String
  /// The column of the block that holds the figures.
  public let column: String
  /// The block, as it was released.
  public let block: Digest
  /// How many cells it has.
  public let count: Int

  /// Figures as they were released: an observation of the same block, on a map, under a rule set.
  public init(_ shown: Observation, on map: Day?, under rule: String) {
    subject = shown.subject
    basis = shown.basis
    grain = shown.grain
    label = shown.label
    self.map = map
    self.rule = rule
    column = shown.column
    block = shown.block
    count = shown.count
  }

  /// `release-1`.
  public static let kind = FactKind(
    "release-1", file: "releases.tsv",
    columns: ["basis", "grain", "label", "map", "rule", "column", "block", "count"],
    meaning: "figures of a measure went past the gate for small numbers and became public")
  /// The columns.
  public var fields: [String] {
    [basis.rawValue, grain, label, map?.description ?? "", rule, column, block.hex, String(count)]
  }
  /// Reads the columns.
  public init(subject: ID<Measure>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    basis = try reader.word("basis")
    grain = try reader.next("grain")
    label = try reader.next("label")
    let day = try reader.next("map")
    map = Day(day)
    if !day.isEmpty, map == nil { throw LineError("'\(day)' in column 'map' is no date: write 2026-04-01") }
    rule = try reader.next("rule")
    column = try reader.next("column")
    let hex = try reader.next("block")
    guard let block = Digest(hex: hex) else { throw LineError("'\(hex)' in column 'block' is no digest") }
    self.block = block
    count = try reader.integer("count")
  }
}
