public import Chronicle
public import Register
public import Vocabulary

/// A condition agreed for leaving a programme of support, with the figures it is tested on.
///
/// The fact's period begins on the day it was agreed. Its figures may be added to while it stays the same criterion.
public struct AgreedCriterion: Fact {
  /// Which side of the threshold meets it.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    /// The threshold or more.
    case atLeast = "at-least"
    /// The threshold or less.
    case atMost = "at-most"
  }

  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// What is measured: the code or name of a metric.
  public let measure: String
  /// Which side of the threshold meets it.
  public let side: Side
  /// The threshold.
  public let threshold: Double
  /// How many periods in a row it must be met.
  public let periods: Int
  /// By when.
  public let due: Day
  /// Who brings the evidence: a post.
  public let owner: String
  /// The figures in order of time, the latest last; nil where a period has none.
  public let values: [Double?]

  /// A criterion; two periods in a row unless another number is agreed.
  public init(
    _ subject: ID<Body>, _ measure: String, _ side: Side, _ threshold: Double, periods: Int = 2, due: Day,
    owner: String, values: [Double?] = []
  ) {
    self.subject = subject
    self.measure = measure
    self.side = side
    self.threshold = threshold
    self.periods = max(1, periods)
    self.due = due
    self.owner = owner
    self.values = values
  }

  /// The criterion as it is tested.
  public var criterion: ExitCriterion {
    ExitCriterion(
      measure: measure, threshold: threshold, isFloor: side == .atLeast, periods: periods, due: due, owner: owner)
  }

  /// `exit-criterion-1`.
  public static let kind = FactKind(
    "exit-criterion-1", file: "exit-criteria.tsv",
    columns: ["measure", "side", "threshold", "periods", "due", "owner", "values"],
    meaning: "a condition agreed for leaving a programme of support")
  /// The columns; the figures parted by semicolons, a period without one as a hyphen.
  public var fields: [String] {
    [
      measure, side.rawValue, Decimals.shortest(threshold), String(periods), due.description, owner,
      values.map { $0.map(Decimals.shortest) ?? "-" }.joined(separator: "; "),
    ]
  }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    measure = try reader.next("measure")
    side = try reader.word("side")
    threshold = try reader.number("threshold")
    periods = try reader.integer("periods")
    guard (1...60).contains(periods) else {
      throw LineError("'\(periods)' in column 'periods' cannot be: write how many in a row, from 1 to 60")
    }
    let due = try reader.next("due")
    guard let day = Day(due) else { throw LineError("'\(due)' in column 'due' is no day: write 2026-06-30") }
    self.due = day
    owner = try reader.next("owner")
    var values: [Double?] = []
    for item in TextList.items(try reader.next("values")) {
      guard item == "-" || Double(item)?.isFinite == true else {
        throw LineError("'\(item)' in column 'values' is no figure: write 71.5; -; 78, the latest last")
      }
      values.append(Double(item))
    }
    self.values = values
  }
}

/// Several things in one column, parted by semicolons.
enum TextList {
  static func items(_ text: String) -> [String] {
    text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
