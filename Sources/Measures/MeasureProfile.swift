public import Chronicle
public import Vocabulary

/// How a measure is to be read: which way is better, how often it comes, whose it is.
public struct MeasureProfile: Fact {
  /// Which way is better.
  public enum Polarity: String, Hashable, Sendable, CaseIterable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
    /// Neither: it is watched, not judged.
    case neutral
  }

  /// How often figures come.
  public enum Cadence: String, Hashable, Sendable, CaseIterable {
    case daily
    case weekly
    case monthly
    case quarterly
    case yearly
    case irregular
  }

  /// A measure.
  public typealias Subject = Measure
  /// The measure.
  public let subject: ID<Measure>
  /// Which way is better.
  public let polarity: Polarity
  /// How often figures come.
  public let cadence: Cadence
  /// The heading it is reported under, for example `Urgent and emergency care`.
  public let theme: String
  /// The data set it is taken from, as its publisher calls it.
  public let dataSet: String
  /// Who answers for the figures.
  public let owner: String
  /// How many days after the end of its period a figure is usually published; nil where that is not known.
  public let lag: Int?

  /// A profile.
  public init(
    _ subject: ID<Measure>, _ polarity: Polarity, cadence: Cadence, theme: String, dataSet: String = "",
    owner: String = "", lag: Int? = nil
  ) {
    self.subject = subject
    self.polarity = polarity
    self.cadence = cadence
    self.theme = theme
    self.dataSet = dataSet
    self.owner = owner
    self.lag = lag
  }

  /// `measure-profile-1`.
  public static let kind = FactKind(
    "measure-profile-1", file: "measure-profiles.tsv",
    columns: ["polarity", "cadence", "theme", "data-set", "owner", "lag"],
    meaning: "how a measure is to be read")
  /// The columns.
  public var fields: [String] {
    [polarity.rawValue, cadence.rawValue, theme, dataSet, owner, lag.map(String.init) ?? ""]
  }
  /// Reads the columns.
  public init(subject: ID<Measure>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    polarity = try reader.word("polarity")
    cadence = try reader.word("cadence")
    theme = try reader.next("theme")
    dataSet = try reader.next("data-set")
    owner = try reader.next("owner")
    let text = try reader.next("lag")
    lag = Int(text)
    if !text.isEmpty, lag == nil {
      throw LineError("'\(text)' in column 'lag' is no number of days: write 42, or leave it empty")
    }
  }
}
