public import Chronicle
public import Vocabulary

/// What a measure counts, and how it may be added up.
public struct MeasureDefinition: Fact {
  /// Whether figures may be added across units.
  public enum Additivity: String, Hashable, Sendable, CaseIterable {
    /// Counts: the figure of a whole is the sum of its parts'.
    case additive
    /// A rate: recast through the two additive measures it is made of.
    case ratio
    /// Neither: an index, a median. It cannot be recast.
    case notAdditive = "not-additive"
  }

  /// A measure.
  public typealias Subject = Measure
  /// The measure.
  public let subject: ID<Measure>
  /// Its name.
  public let name: String
  /// What it counts: `people`, `waits`, `attendances`, `neighbourhoods`.
  public let unit: String
  /// Whether it adds up.
  public let additivity: Additivity
  /// For a ratio, the measure above the line; otherwise empty.
  public let numerator: String
  /// For a ratio, the measure below the line; otherwise empty.
  public let denominator: String
  /// What it is, in a sentence or two.
  public let meaning: String

  /// A measure.
  public init(
    _ subject: ID<Measure>, _ name: String, unit: String, additivity: Additivity = .additive, numerator: String = "",
    denominator: String = "", meaning: String
  ) {
    self.subject = subject
    self.name = name
    self.unit = unit
    self.additivity = additivity
    self.numerator = numerator
    self.denominator = denominator
    self.meaning = meaning
  }

  /// `measure-1`.
  public static let kind = FactKind(
    "measure-1", file: "measures.tsv",
    columns: ["name", "unit", "additivity", "numerator", "denominator", "meaning"],
    meaning: "what a measure counts")
  /// The columns.
  public var fields: [String] { [name, unit, additivity.rawValue, numerator, denominator, meaning] }
  /// Reads the columns.
  public init(subject: ID<Measure>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    unit = try reader.next("unit")
    additivity = try reader.word("additivity")
    numerator = try reader.next("numerator")
    denominator = try reader.next("denominator")
    meaning = try reader.next("meaning")
  }
}
