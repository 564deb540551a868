public import Chronicle
public import Register
public import Vocabulary

/// A line of the budget tree: money for a purpose under another line. The fact's period is the time it is there for.
///
/// Each line has one parent and one owner, so that money is counted once; ``views`` may overlap and are never added
/// to one another.
public struct BudgetLine: Fact {
  /// What the owner of a line may do with it.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// Kept by the body above.
    case held
    /// Spent by those it was delegated to.
    case delegated
    /// Kept by each body and planned together.
    case aligned
    /// Shown for information; nobody can spend it.
    case notional
    /// Put into a pooled fund.
    case pooled

    /// Whether money is really spent on it.
    public var isSpent: Bool { self != .notional }
  }

  /// Where money comes from.
  public enum Stream: String, Hashable, Sendable, CaseIterable {
    /// Core services.
    case core
    /// Specialised services.
    case specialised
    /// Primary medical care.
    case primaryMedical = "primary-medical"
    /// Pharmacy, ophthalmic and dental services.
    case otherPrimary = "other-primary"
    /// Running costs.
    case running
    /// Service development.
    case development
    /// Capital.
    case capital
    /// What a body earns beside its allocations.
    case additionalIncome = "additional-income"
    /// A council's money.
    case council
  }

  /// The line itself.
  public typealias Subject = BudgetLine
  /// Its identifier.
  public let subject: ID<BudgetLine>
  /// What it is called.
  public let name: String
  /// The line it lies under; nil for the top.
  public let parent: ID<BudgetLine>?
  /// The body whose money it is.
  public let owner: ID<Body>
  /// What may be done with it.
  public let standing: Standing
  /// Where the money comes from.
  public let stream: Stream
  /// The purpose it is fenced for; empty where it takes over the fence of the line above, or none.
  public let ringFence: String
  /// The delegation by which it may be spent; empty where it needs none.
  public let delegation: String
  /// The views it is shown in, for example `place:harbour` or `programme:frailty`.
  public let views: [String]

  /// A line.
  public init(
    _ subject: ID<BudgetLine>, _ name: String, under parent: ID<BudgetLine>? = nil, owner: ID<Body>,
    _ standing: Standing = .held, stream: Stream = .core, ringFence: String = "", delegation: String = "",
    views: [String] = []
  ) {
    self.subject = subject
    self.name = name
    self.parent = parent
    self.owner = owner
    self.standing = standing
    self.stream = stream
    self.ringFence = ringFence
    self.delegation = delegation
    self.views = views
  }

  /// `budget-line-1`.
  public static let kind = FactKind(
    "budget-line-1", file: "budget-lines.tsv",
    columns: ["name", "parent", "owner", "standing", "stream", "ring-fence", "delegation", "views"],
    meaning: "there is a line in the tree of budgets")
  /// The columns.
  public var fields: [String] {
    [
      name, parent?.text ?? "", owner.text, standing.rawValue, stream.rawValue, ringFence, delegation,
      views.joined(separator: "; "),
    ]
  }
  /// Reads the columns.
  public init(subject: ID<BudgetLine>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    let parent = try reader.next("parent")
    self.parent = ID(parent)
    if !parent.isEmpty, self.parent == nil {
      throw LineError("'\(parent)' in column 'parent' is no identifier of a line")
    }
    owner = try reader.id("owner")
    standing = try reader.word("standing")
    stream = try reader.word("stream")
    ringFence = try reader.next("ring-fence")
    delegation = try reader.next("delegation")
    views = try reader.words("views")
  }
}
