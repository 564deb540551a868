public import Vocabulary

/// What is known of a rule as a text: its identifier, wording, source, dates and weight.
public struct RuleText: Hashable, Sendable {
  /// What a rule rests on, the strongest first.
  public enum Strength: String, Hashable, Sendable, CaseIterable {
    case statute, regulation
    case modelConstitution = "model-constitution"
    case guidance
    /// A local constitution or policy: its own parameters decide.
    case local

    /// The strength in words.
    public var words: String { rawValue.replacing("-", with: " ") }
  }

  /// Whether a rule is law today.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case inForce = "in_force"
    case spent, superseded, reference, proposed, planned
  }

  /// What a finding under a rule weighs.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// A rule of statute or regulation is not kept.
    case breach = "BREACH"
    /// A term of the model constitution is departed from; lawful where NHS England approved the variation.
    case departure = "DEPARTURE"
    /// Guidance is not followed.
    case gap = "GAP"
    /// The body's own constitution or policy is not kept.
    case local = "LOCAL_BREACH"
    /// For information: from a superseded or secondary source.
    case info = "INFO"
    /// Of a proposed law, which is never applied before it is commenced.
    case future = "FUTURE"

    /// The weight, as it is said of any body: no word here says that a real body broke the law.
    public var words: String {
      switch self {
      case .breach: "irregular on the facts recorded: a rule of law"
      case .departure: "departs from the model constitution"
      case .gap: "a gap against guidance"
      case .local: "irregular on the facts recorded: a rule of its own"
      case .info: "for information"
      case .future: "under the proposed law"
      }
    }
  }

  /// Its identifier, for example `ICB.BOARD.CHAIR.APPROVAL`.
  public let id: RuleID
  /// The part of the rulebook it stands in.
  public let section: RuleSection
  /// What it says, in our words.
  public let text: String
  /// Where it says so.
  public let citation: String
  /// The first day it is in force; nil where no date is known, or it is not in force yet.
  public let from: Day?
  /// What is known of its beginning beside the date; may be empty.
  public let fromText: String
  /// The first day it is no longer in force; nil where no end is known.
  public let until: Day?
  /// What is known of its end beside the date; may be empty.
  public let untilText: String
  /// What it rests on.
  public let strength: Strength
  /// Whether it is law.
  public let status: Status
  /// What a finding under it weighs.
  public let severity: Severity
  /// How sure we are of the text.
  public let certainty: Certainty
  /// The certainty as the research noted it.
  public let sure: String
  /// The facts it needs.
  public let facts: String
  /// What a finding looks like.
  public let finding: String
}

/// The identifier of a rule.
public struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The text.
  public let text: String
  /// An identifier.
  public init(_ text: String) { self.text = text }
  /// An identifier written in the source.
  public init(stringLiteral text: String) { self.text = text }
  /// By the text.
  public static func < (a: RuleID, b: RuleID) -> Bool { a.text < b.text }
  /// The text.
  public var description: String { text }
}

/// A part of the rulebook.
public enum RuleSection: String, Hashable, Sendable, CaseIterable {
  case bodies = "A"
  case constitution = "B"
  case board = "C"
  case delegation = "D"
  case interests = "E"
  case meetings = "F"
  case duties = "G"
  case plans = "H"
  case partnership = "I"
  case places = "J"
  case selection = "K"
  case proposed = "L"

  /// Its heading.
  public var heading: String {
    switch self {
    case .bodies: "Bodies, their beginning and end, and changes of area"
    case .constitution: "The constitution"
    case .board: "The members of the board"
    case .delegation: "Committees and delegation"
    case .interests: "Interests"
    case .meetings: "Meetings, votes and openness"
    case .duties: "Duties tested through decisions"
    case .plans: "Plans, reports and oversight"
    case .partnership: "The integrated care partnership"
    case .places: "Places, collaboratives, the voluntary sector"
    case .selection: "Choosing providers of health care"
    case .proposed: "Proposed and planned changes"
    }
  }
}
