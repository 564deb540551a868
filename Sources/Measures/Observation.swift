public import Chronicle
public import Vocabulary

/// Something that is counted or measured, for example people registered with practices.
public enum Measure {}

/// Figures of one measure for one period exist, in a block.
///
/// The fact's period is the time the figures are for: a month for activity, a single day for a count on a day.
public struct Observation: Fact {
  /// How final the figures are.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case final
    case provisional
    case revised
    case estimate
  }

  /// A measure.
  public typealias Subject = Measure
  /// The measure.
  public let subject: ID<Measure>
  /// What ties a figure to its unit.
  public let basis: Basis
  /// What the units of the block are: `practice`, `lsoa11`, `lsoa21`, `commissioner`, `trust`, `sub-icb-location`, `icb`.
  public let grain: String
  /// The period as its source names it, for example `2026-01` or `2025/26`.
  public let label: String
  /// How final the figures are.
  public let state: State
  /// The column of the block that holds the figures.
  public let column: String
  /// The block.
  public let block: Digest
  /// How many units the block has.
  public let count: Int

  /// Figures in a block.
  public init(
    _ subject: ID<Measure>, basis: Basis, grain: String, label: String, state: State = .final, column: String,
    block: Digest, count: Int
  ) {
    self.subject = subject
    self.basis = basis
    self.grain = grain
    self.label = label
    self.state = state
    self.column = column
    self.block = block
    self.count = count
  }

  /// `observation-1`.
  public static let kind = FactKind(
    "observation-1", file: "observations.tsv",
    columns: ["basis", "grain", "label", "state", "column", "block", "count"],
    meaning: "figures of a measure for a period exist, in a block")
  /// The columns.
  public var fields: [String] {
    [basis.rawValue, grain, label, state.rawValue, column, block.hex, String(count)]
  }
  /// Reads the columns.
  public init(subject: ID<Measure>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    basis = try reader.word("basis")
    grain = try reader.next("grain")
    label = try reader.next("label")
    state = try reader.word("state")
    column = try reader.next("column")
    let hex = try reader.next("block")
    guard let block = Digest(hex: hex) else { throw LineError("'\(hex)' in column 'block' is no digest") }
    self.block = block
    count = try reader.integer("count")
  }
}
