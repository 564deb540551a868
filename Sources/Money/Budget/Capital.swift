public import Chronicle
public import Register
public import Vocabulary

/// A scheme of capital of one body in one year.
public struct CapitalScheme: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// What it is called.
  public let name: String
  /// The year.
  public let year: FinancialYear
  /// What is planned.
  public let plan: Pence
  /// What was spent; nil while nothing is known.
  public let actual: Pence?
  /// Whether it is a lease, which is shown on its own.
  public let isLease: Bool

  /// A scheme.
  public init(
    _ subject: ID<Body>, _ name: String, _ year: FinancialYear, plan: Pence, actual: Pence? = nil, isLease: Bool = false
  ) {
    self.subject = subject
    self.name = name
    self.year = year
    self.plan = plan
    self.actual = actual
    self.isLease = isLease
  }

  /// `capital-scheme-1`.
  public static let kind = FactKind(
    "capital-scheme-1", file: "capital-schemes.tsv", columns: ["name", "year", "plan", "actual", "lease"],
    meaning: "a body plans a scheme of capital")
  /// The columns.
  public var fields: [String] {
    [name, year.key, plan.description, actual?.description ?? "", isLease ? "yes" : "no"]
  }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    year = try reader.year("year")
    plan = try reader.pence("plan")
    actual = try reader.penceIfAny("actual")
    let lease = try reader.next("lease")
    guard ["yes", "no"].contains(lease) else { throw LineError("'\(lease)' in column 'lease' must be yes or no") }
    isLease = lease == "yes"
  }
}

/// What a body, or a board with its trusts, may use of capital in a year: an envelope, or a limit set by order on one.
public struct CapitalLimit: Fact {
  /// What sets the limit.
  public enum Ground: String, Hashable, Sendable, CaseIterable {
    /// The envelope of a system or a provider.
    case envelope
    /// An order on a named foundation trust.
    case order
  }

  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// What sets it.
  public let ground: Ground
  /// The year.
  public let year: FinancialYear
  /// How much.
  public let amount: Pence

  /// A limit.
  public init(_ subject: ID<Body>, _ ground: Ground, _ year: FinancialYear, _ amount: Pence) {
    self.subject = subject
    self.ground = ground
    self.year = year
    self.amount = amount
  }

  /// `capital-limit-1`.
  public static let kind = FactKind(
    "capital-limit-1", file: "capital-limits.tsv", columns: ["ground", "year", "amount"],
    meaning: "what a body may use of capital")
  /// The columns.
  public var fields: [String] { [ground.rawValue, year.key, amount.description] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    ground = try reader.word("ground")
    year = try reader.year("year")
    amount = try reader.pence("amount")
  }
}
