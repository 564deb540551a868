public import Vocabulary

/// What a framework judges bodies by: one row of the catalogue of measures.
public struct Metric: Hashable, Sendable {
  /// Its code: as published where it is, else a key of ours.
  public let code: String
  /// A key shared by metrics of several frameworks that count the same thing; empty where there is none.
  public let concept: String
  /// Its name.
  public let name: String
  /// What is counted; empty where it is not known or nothing is.
  public let numerator: String
  /// What it is divided by; empty for a count.
  public let denominator: String
  /// The unit, for example `%`.
  public let unit: String
  /// Which way is better.
  public let polarity: Polarity
  /// The kinds of body it is said of.
  public let bodies: [String]
  /// How often it is published.
  public let cadence: String
  /// How it may be recast from one map to another.
  public let additivity: Additivity
  /// The data set it comes from.
  public let dataSet: String
  /// Who owns that data set.
  public let owner: String
  /// What is hidden in it for fear of recognising people.
  public let disclosure: String
  /// How sure we are of the code, of the name, and of numerator, denominator, unit and cadence.
  public let certainty: Sureness
  /// The key of its source in ``FrameworkCatalogue/sources``.
  public let source: String

  /// Which way is better.
  public enum Polarity: String, Hashable, Sendable, CaseIterable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
    /// Nearer to a target is better.
    case target
    /// A band or rating.
    case banded
    /// Neither.
    case none
  }

  /// How figures may be carried from one map to another.
  public enum Additivity: String, Hashable, Sendable, CaseIterable {
    /// Counts add up.
    case sum
    /// Numerator and denominator are carried apart, then divided.
    case ratio
    /// A mean that needs the number it was taken over.
    case weightedMean = "weighted-mean"
    /// Not at all.
    case none
  }

  /// How sure we are of each part of a row.
  public struct Sureness: Hashable, Sendable {
    /// Of the code.
    public let code: Certainty
    /// Of the name.
    public let name: Certainty
    /// Of numerator, denominator, unit and cadence.
    public let definition: Certainty
  }
}

extension Metric {
  /// The published id of its score: `OF1023` for the value `OF0023`.
  public var scoreID: String { code.hasPrefix("OF0") ? "OF1" + code.dropFirst(3) : code }

  static let columns = [
    "code", "concept", "name", "numerator", "denominator", "unit", "polarity", "bodies", "cadence", "additivity",
    "data_set", "owner", "disclosure", "code_certainty", "name_certainty", "definition_certainty", "source",
  ]

  init(_ row: TextTable.Row) throws(OversightError) {
    code = try row.text("code")
    concept = row["concept"]
    name = try row.text("name")
    numerator = row["numerator"]
    denominator = row["denominator"]
    unit = row["unit"]
    polarity = try row.word("polarity", as: Polarity.self)
    bodies = row.words("bodies")
    cadence = row["cadence"]
    additivity = try row.word("additivity", as: Additivity.self)
    dataSet = row["data_set"]
    owner = row["owner"]
    disclosure = row["disclosure"]
    certainty = Sureness(
      code: try row.word("code_certainty", as: Certainty.self),
      name: try row.word("name_certainty", as: Certainty.self),
      definition: try row.word("definition_certainty", as: Certainty.self))
    source = try row.text("source")
  }
}
