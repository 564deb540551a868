internal import Measures
internal import Vocabulary

/// How are we doing this month? The report of one body or several, the same for every form it is printed in.
public struct PackAnswer: Encodable, Sendable {
  /// The month, `2026-01`, and in words.
  public let month, monthName: String
  /// The set of rules that points were judged by.
  public let rules: String
  /// The digest and number of the last transaction of the record it was made from: who has these can make it again.
  public let record: String
  /// The number of that transaction.
  public let transaction: Int
  /// Who may see it.
  public let audience: String
  /// One section for each body, in the order asked.
  public let sections: [Section]
  /// How fresh each measure is.
  public let feeds: [Feed]
  /// The files the figures were read from.
  public let sources: [Origin]

  /// One body's report.
  public struct Section: Encodable, Sendable {
    /// The body and its name.
    public let body, name: String
    /// The day of the map it is shown on.
    public let map: String
    /// The measures, the most pressing first.
    public let items: [Item]
    /// Measures that could not be shown, and why.
    public let gaps: [Gap]
    /// What the body says of the month, and said of the month before.
    public let words: [Words]

    /// The section in a sentence.
    public let sentence: String

    init(body: String, name: String, map: String, items: [Item], gaps: [Gap], words: [Words]) {
      self.body = body
      self.name = name
      self.map = map
      self.items = items
      self.gaps = gaps
      self.words = words
      sentence = Section.sentence(name, items)
    }

    private static func sentence(_ name: String, _ items: [Item]) -> String {
      func told(_ count: Int, _ one: String, _ many: String) -> String {
        count == 0 ? "none \(one)" : "\(Sentences.number(count)) \(count == 1 ? one : many)"
      }
      let exceptions = items.count { $0.attention.isException }
      let better = items.count { [.improving, .celebrate].contains($0.attention) }
      return
        "\(name): of \(Sentences.count(items.count, "measure", "measures")), "
        + "\(told(exceptions, "asks for attention", "ask for attention")) and "
        + "\(told(better, "is improving or meets its target", "are improving or meet their target"))."
    }
  }

  /// One measure of a body.
  public struct Item: Encodable, Sendable {
    /// Its series, judged.
    public let series: SeriesAnswer
    /// What it asks of a board.
    public let attention: Attention
    /// The quarter of all bodies its latest figure lies in, 1 the best; nil where that cannot be told.
    public let quartile: Int?
    /// How many bodies it is set against.
    public let bodies: Int
    /// What is new since last month, in sentences.
    public let changes: [String]
    /// Whether a figure has come since last month.
    public let hasNewFigure: Bool
    /// What the body says of it.
    public let commentary: [Words]

    /// The most pressing first; then by heading and name.
    func isBefore(_ other: Item) -> Bool {
      (attention, series.theme, series.measureName, series.measure)
        < (other.attention, other.series.theme, other.series.measureName, other.series.measure)
    }
  }

  /// What a body says of a measure, and does about it.
  public struct Words: Encodable, Hashable, Sendable {
    /// Whether it is said of this month; otherwise of the month before.
    public let isThisMonth: Bool
    /// The priority the measure serves, what is said, what is done, by whom.
    public let priority, text, action, owner: String
    /// When it is looked at again, or empty.
    public let review: String

    init(_ said: Commentary, isThisMonth: Bool) {
      self.isThisMonth = isThisMonth
      priority = said.priority
      text = said.text
      action = said.action
      owner = said.owner
      review = said.review?.written ?? ""
    }
  }

  /// A measure that could not be shown.
  public struct Gap: Encodable, Hashable, Sendable {
    /// The measure and its name.
    public let measure, name: String
    /// Why.
    public let why: String
  }

  /// How fresh a measure is.
  public struct Feed: Encodable, Hashable, Sendable {
    /// The measure and its name.
    public let measure, name: String
    /// The latest period with a figure.
    public let latest: String
    /// Whether that is the month reported.
    public let isCurrent: Bool
    /// The day on which figures for the month are usually published, or empty.
    public let expected: String
    /// The data set.
    public let dataSet: String
  }

  /// A file that figures were read from.
  public struct Origin: Encodable, Hashable, Sendable {
    /// Its identifier in the record.
    public let id: String
    /// What it is, who published it, when, and under which licence.
    public let title, publisher, published, licence: String
    /// The name of the file, and its SHA-256.
    public let file, digest: String
  }

  /// What is new since last month.
  static func changes(from before: SeriesAnswer?, to now: SeriesAnswer) -> [String] {
    guard let before else { return ["It is new in this pack."] }
    var changes: [String] = []
    if now.latest?.period == before.latest?.period { changes.append("No figure has come since last month.") }
    if now.variation != before.variation {
      changes.append("Variation: \(words(before.variation)) last month, \(words(now.variation)) now.")
    }
    if now.assurance != before.assurance {
      changes.append("Target: \(words(before.assurance)) last month, \(words(now.assurance)) now.")
    }
    return changes
  }

  private static func words(_ icon: String?) -> String {
    switch icon {
    case "common_cause": "usual variation"
    case "improvement_high", "improvement_low": "improving"
    case "concern_high", "concern_low": "getting worse"
    case "neutral_high": "higher than usual"
    case "neutral_low": "lower than usual"
    case "consistent_pass": "will be met"
    case "consistent_fail": "will be missed"
    case "inconsistent": "met or missed by chance"
    default: "not known"
    }
  }
}
