internal import Chronicle
public import Measures
public import Recast
internal import Register
public import Vocabulary

/// Asks for the figures of a measure on the map of another day, or for an area somebody made.
public struct RecastQuestion: Sendable {
  /// The measure.
  public var measure: ID<Measure>
  /// The day of the map the figures are shown from: what the sources of a figure are named by.
  public var from: Day
  /// The map they are shown on.
  public var map: Map
  /// Only this period, by its label; nil for all.
  public var label: String?
  /// Whether to give what flowed from each body to each.
  public var working: Bool

  /// A question.
  public init(measure: ID<Measure>, from: Day, to map: Map, label: String? = nil, working: Bool = false) {
    self.measure = measure
    self.from = from
    self.map = map
    self.label = label
    self.working = working
  }
}

/// Why a question has no answer, and what to do.
public struct QuestionError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let message: String
  /// A refusal to answer.
  public init(_ message: String) { self.message = message }
  /// The message.
  public var description: String { message }
}

/// Figures of a measure on a map: one table for each period, each figure marked for how it got there.
public struct RecastAnswer: Codable, Hashable, Sendable {
  /// The measure's identifier.
  public var measure: String
  /// The measure's name.
  public var measureName: String
  /// What it counts.
  public var unit: String
  /// Whether the figures are a ratio of two others.
  public var isRatio: Bool
  /// The day of the old map.
  public var from: String
  /// The day of the map shown.
  public var to: String
  /// The kind of body on it, or `made-area`.
  public var kind: String
  /// The periods, oldest first.
  public var periods: [Table]
  /// The whole in one sentence.
  public var sentence: String

  /// The figures of one period.
  public struct Table: Codable, Hashable, Sendable {
    /// The period as its source names it.
    public var period: String
    /// Its first day, and the day after its last.
    public var from, until: String
    /// What ties a figure to its unit, and what that means.
    public var basis, basisMeaning: String
    /// What the figures were counted by.
    public var grain: String
    /// Final, provisional, revised or an estimate.
    public var state: String
    /// Who may see it.
    public var audience: String
    /// The files the figures came from, with the lookups that placed them.
    public var provenance: [Provenance]
    /// A row for each body.
    public var rows: [Row]
    /// The sum of all figures, before and after; nil where some are hidden.
    public var total: Double?
    /// What belongs to no body of the kind.
    public var outside: Double
    /// What could not be placed.
    public var unplaced: Double
    /// Units without a figure.
    public var missing: Int
    /// What flowed from each body of the old map to each of the new, where asked for.
    public var working: [Flow]?
    /// What was done to small numbers; nil for figures shown as their publisher released them.
    public var smallNumbers: String?
    /// The table in one sentence.
    public var sentence: String
    /// The rule set its figures were released under.
    var rule: DisclosureRule?

    private enum CodingKeys: CodingKey {
      case period, from, until, basis, basisMeaning, grain, state, audience, provenance, rows, total, outside, unplaced,
        missing, working, smallNumbers, sentence
    }
  }

  /// One body's figure.
  public struct Row: Codable, Hashable, Sendable {
    /// The body; `none` for what belongs to none, `unplaced` for what cannot be placed.
    public var target: String
    /// Its code in the NHS register on the day of the map.
    public var targetCode: String
    /// Its name.
    public var targetName: String
    /// The figure; nil when there is none to give.
    public var value: Double?
    /// The part of it that was added up without dividing.
    public var exactPart: Double?
    /// `exact`, `apportioned`, `refused` or `suppressed`.
    public var status: String
    /// The codes of the bodies of the old map it came from.
    public var sources: [String]
    /// The names of those bodies.
    public var sourceNames: [String]
    /// How far off the method was where the truth is known: a fraction of the divided part.
    public var error: Double?
    /// How it was divided, or why it is not given.
    public var note: String
  }

  /// Where figures came from.
  public struct Provenance: Codable, Hashable, Sendable {
    /// The source.
    public var source: String
    /// What it is called, and who published it.
    public var title, publisher: String
    /// The SHA-256 of the file, where one was read.
    public var digest: String
  }

  /// What flowed from one body to another.
  public struct Flow: Codable, Hashable, Sendable {
    /// The body of the old map, its code and name; empty for none.
    public var source, sourceCode, sourceName: String
    /// The body of the new map, its code and name; empty for none.
    public var target, targetCode, targetName: String
    /// How much.
    public var value: Double
    /// Its share of all that the source has.
    public var share: Double
    /// `exact` or `apportioned`.
    public var status: String
    /// How many units it is the sum of.
    public var units: Int
  }
}
