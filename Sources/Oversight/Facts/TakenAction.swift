public import Chronicle
public import Register
public import Vocabulary

/// A formal action against a body, with the law it is taken under and one thing that must be done.
///
/// The fact's period is the time it is in force. Further requirements of the same action are facts of their own.
public struct TakenAction: Fact {
  /// Where an action stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// It is in force.
    case inForce = "in force"
    /// A certificate says that it was complied with.
    case complied
    /// It was revoked.
    case revoked
  }

  /// A body.
  public typealias Subject = Body
  /// The body it is taken against.
  public let subject: ID<Body>
  /// What kind of action.
  public let action: FormalAction.Kind
  /// The body that takes it.
  public let by: ID<Body>
  /// The law it is taken under, with any subsection: see ``FormalAction/Kind/basis``.
  public let basis: String
  /// The breach or failure, in words.
  public let breach: String
  /// What must be done.
  public let requirement: String
  /// By when.
  public let due: Day
  /// Where it stands.
  public let state: State
  /// How it ended: the certificate or the reason; empty while it is in force.
  public let ending: String

  /// An action.
  public init(
    _ subject: ID<Body>, _ action: FormalAction.Kind, by: ID<Body>, basis: String, breach: String,
    requirement: String, due: Day, state: State = .inForce, ending: String = ""
  ) {
    self.subject = subject
    self.action = action
    self.by = by
    self.basis = basis
    self.breach = breach
    self.requirement = requirement
    self.due = due
    self.state = state
    self.ending = ending
  }

  /// `formal-action-1`.
  public static let kind = FactKind(
    "formal-action-1", file: "formal-actions.tsv",
    columns: ["action", "by", "basis", "breach", "requirement", "due", "state", "ending"],
    meaning: "a formal action is taken against a body")
  /// The columns.
  public var fields: [String] {
    [action.rawValue, by.text, basis, breach, requirement, due.description, state.rawValue, ending]
  }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    action = try reader.word("action")
    by = try reader.id("by")
    basis = try reader.next("basis")
    breach = try reader.next("breach")
    requirement = try reader.next("requirement")
    let due = try reader.next("due")
    guard let day = Day(due) else { throw LineError("'\(due)' in column 'due' is no day: write 2026-06-30") }
    self.due = day
    state = try reader.word("state")
    ending = try reader.next("ending")
  }
}
