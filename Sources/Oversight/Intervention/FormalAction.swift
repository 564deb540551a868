public import Vocabulary

/// A formal action against a body, on a track of its own beside support.
public struct FormalAction: Hashable, Sendable {
  /// The code of the body.
  public let body: String
  /// What kind of action.
  public let kind: Kind
  /// The breach or failure, in words.
  public let breach: String
  /// What must be done, and by when.
  public let actions: [Requirement]
  /// From when it is in force.
  public let began: Day
  /// How it ended; nil while it is in force.
  public private(set) var end: End?

  /// A kind of action, with whom it may be taken against and by which law.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Promises a trust gives.
    case undertakings
    /// Requirements put on a trust.
    case discretionaryRequirements = "discretionary requirements"
    /// A condition added to a trust's licence.
    case licenceCondition = "licence condition"
    /// A request to a board for information.
    case informationRequest = "information request"
    /// A direction to a board that fails, or is at significant risk of failing, to discharge its functions.
    case direction

    /// The law it is taken under.
    public var basis: String {
      switch self {
      case .undertakings: "Health and Social Care Act 2012, section 106"
      case .discretionaryRequirements: "Health and Social Care Act 2012, section 105"
      case .licenceCondition: "Health and Social Care Act 2012, section 111"
      case .informationRequest: "National Health Service Act 2006, section 14Z60"
      case .direction: "National Health Service Act 2006, section 14Z61"
      }
    }

    /// Whether it is taken against integrated care boards; else against trusts.
    public var isForBoards: Bool { self == .informationRequest || self == .direction }
  }

  /// What must be done.
  public struct Requirement: Hashable, Sendable {
    /// The action.
    public let action: String
    /// By when.
    public let due: Day

    /// An action due on a day.
    public init(action: String, due: Day) {
      self.action = action
      self.due = due
    }
  }

  /// How an action ended.
  public enum End: Hashable, Sendable {
    /// A certificate says that it was complied with.
    case complied(certificate: String, on: Day)
    /// It was revoked.
    case revoked(reason: String, on: Day)
  }

  /// An action.
  ///
  /// - Throws: `OversightError` when it cannot be taken against such a body, or no breach or no action is named.
  public init(
    body: String, isBoard: Bool, kind: Kind, breach: String, actions: [Requirement], from day: Day
  ) throws(OversightError) {
    guard kind.isForBoards == isBoard else {
      throw OversightError(
        "\(kind.rawValue) under the \(kind.basis) cannot be taken against \(isBoard ? "a board" : "a trust")")
    }
    guard !breach.isEmpty, !actions.isEmpty else {
      throw OversightError("\(kind.rawValue) against \(body) must name the breach, and what must be done by when")
    }
    self.body = body
    self.kind = kind
    self.breach = breach
    self.actions = actions
    began = day
  }

  /// Ends the action.
  ///
  /// - Throws: `OversightError` when it has ended already, or would end before it began.
  public mutating func end(_ end: End) throws(OversightError) {
    if self.end != nil { throw OversightError("the \(kind.rawValue) against \(body) have ended already") }
    let day =
      switch end {
      case .complied(_, let day), .revoked(_, let day): day
      }
    guard day >= began else { throw OversightError("\(day) is before the action began, on \(began)") }
    self.end = end
  }

  /// What is overdue on a day: nothing once the action has ended.
  public func overdue(on day: Day) -> [Requirement] { end == nil ? actions.filter { $0.due < day } : [] }
}
