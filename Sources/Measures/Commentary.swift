public import Chronicle
public import Register
public import Vocabulary

/// What a body says of its figures in a month: the words beside a chart in its board paper.
///
/// The fact's period is the month it is said for. With a priority, an action, an owner and a review it is the thread
/// from what matters, through what the figures show, to what is done about it and when it is looked at again.
public struct Commentary: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body that says it.
  public let subject: ID<Body>
  /// The measure it is about; nil for the whole month.
  public let measure: ID<Measure>?
  /// The priority the measure serves, or empty.
  public let priority: String
  /// What is said.
  public let text: String
  /// What is being done, or empty.
  public let action: String
  /// Who does it: a post, never a person's name.
  public let owner: String
  /// When it is looked at again; nil where no day is set.
  public let review: Moment?

  /// A commentary.
  public init(
    _ subject: ID<Body>, on measure: ID<Measure>?, priority: String = "", _ text: String, action: String = "",
    owner: String = "", review: Moment? = nil
  ) {
    self.subject = subject
    self.measure = measure
    self.priority = priority
    self.text = text
    self.action = action
    self.owner = owner
    self.review = review
  }

  /// `commentary-1`.
  public static let kind = FactKind(
    "commentary-1", file: "commentary.tsv", columns: ["measure", "priority", "text", "action", "owner", "review"],
    meaning: "what a body says of its figures in a month, and does about them")
  /// The columns.
  public var fields: [String] {
    [measure?.text ?? "", priority, text, action, owner, review?.description ?? ""]
  }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    let measure = try reader.next("measure")
    self.measure = ID<Measure>(measure)
    if !measure.isEmpty, self.measure == nil {
      throw LineError("'\(measure)' in column 'measure' is no identifier")
    }
    priority = try reader.next("priority")
    text = try reader.next("text")
    action = try reader.next("action")
    owner = try reader.next("owner")
    let review = try reader.next("review")
    self.review = review.isEmpty ? nil : Moment(review)
    if !review.isEmpty, self.review == nil {
      throw LineError("'\(review)' in column 'review' is no date: write 2026-06-30 or 2026-06, or leave it empty")
    }
  }
}
