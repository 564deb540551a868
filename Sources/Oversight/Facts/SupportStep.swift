public import Chronicle
public import Register
public import Vocabulary

/// A step of a body in a programme of support: the state it led to, who took it and on what it rests.
///
/// The fact's period begins on the day of the step. ``SupportEpisode`` says which step may follow which.
public struct SupportStep: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// The key of the programme, for example `recovery-support-programme`: see ``SupportOffer/key``.
  public let programme: String
  /// The state the step led to.
  public let state: SupportEpisode.State
  /// Who took it: a post or a body, never a person's name.
  public let by: String
  /// What it rests on: for an exit, who agreed for the region, for the board and nationally, parted by semicolons.
  public let basis: String
  /// What was said: the reason, the post of the improvement director, the plan to sustain the improvement.
  public let text: String
  /// By when the next step is due; nil where no day is set.
  public let due: Moment?

  /// A step.
  public init(
    _ subject: ID<Body>, programme: String, _ state: SupportEpisode.State, by: String, basis: String = "",
    _ text: String, due: Moment? = nil
  ) {
    self.subject = subject
    self.programme = programme
    self.state = state
    self.by = by
    self.basis = basis
    self.text = text
    self.due = due
  }

  /// `support-1`.
  public static let kind = FactKind(
    "support-1", file: "support-steps.tsv", columns: ["programme", "state", "by", "basis", "text", "due"],
    meaning: "a step of a body in a programme of support")
  /// The columns.
  public var fields: [String] { [programme, state.rawValue, by, basis, text, due?.description ?? ""] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    programme = try reader.next("programme")
    state = try reader.word("state")
    by = try reader.next("by")
    basis = try reader.next("basis")
    text = try reader.next("text")
    due = try reader.momentIfAny("due")
  }
}

extension FieldReader {
  /// The next field as a date; nil where it is empty.
  mutating func momentIfAny(_ name: StaticString) throws(LineError) -> Moment? {
    let text = try next(name)
    guard !text.isEmpty else { return nil }
    guard let moment = Moment(text) else {
      throw LineError("'\(text)' in column '\(name)' is no date: write 2026-06-30 or 2026-06, or leave it empty")
    }
    return moment
  }
}
