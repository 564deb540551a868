public import Chronicle
public import Register
public import Vocabulary

/// An amount on a budget line. Another version never takes an earlier one's place in the record: it stands beside it.
public struct BudgetAmount: Fact {
  /// What the amount is.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// As planned before the year.
    case plan
    /// As allowed now.
    case budget
    /// As spent so far.
    case actual
    /// As expected for the whole year.
    case forecast
    /// What goes on from year to year.
    case underlying
  }

  /// The line.
  public typealias Subject = BudgetLine
  /// The line.
  public let subject: ID<BudgetLine>
  /// What the amount is.
  public let basis: Basis
  /// The year.
  public let year: FinancialYear
  /// The month of the year up to which it counts, 1 for April; 12 for the whole year.
  public let month: Int
  /// The version, 1 for the first.
  public let version: Int
  /// The amount.
  public let amount: Pence
  /// The part that goes on from year to year.
  public let recurrent: Pence
  /// Why it is so, and who authorised it: a post.
  public let reason: String

  /// An amount.
  public init(
    _ subject: ID<BudgetLine>, _ basis: Basis, _ year: FinancialYear, month: Int = 12, version: Int = 1,
    _ amount: Pence, recurrent: Pence? = nil, reason: String = ""
  ) {
    self.subject = subject
    self.basis = basis
    self.year = year
    self.month = month
    self.version = version
    self.amount = amount
    self.recurrent = recurrent ?? amount
    self.reason = reason
  }

  /// `budget-amount-1`.
  public static let kind = FactKind(
    "budget-amount-1", file: "budget-amounts.tsv",
    columns: ["basis", "year", "month", "version", "amount", "recurrent", "reason"],
    meaning: "there is an amount on a line of the budget")
  /// The columns.
  public var fields: [String] {
    [
      basis.rawValue, year.key, String(month), String(version), amount.description, recurrent.description, reason,
    ]
  }
  /// Reads the columns.
  public init(subject: ID<BudgetLine>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    basis = try reader.word("basis")
    year = try reader.year("year")
    month = try reader.integer("month")
    version = try reader.integer("version")
    guard (1...12).contains(month), version >= 1 else {
      throw LineError("the month is 1 for April to 12 for March, and the first version is 1")
    }
    amount = try reader.pence("amount")
    recurrent = try reader.pence("recurrent")
    reason = try reader.next("reason")
  }
}

/// Money moved from one line to another within a year: what one loses the other gains.
public struct Virement: Fact {
  /// The line the money leaves.
  public typealias Subject = BudgetLine
  /// The line the money leaves.
  public let subject: ID<BudgetLine>
  /// The line it goes to.
  public let to: ID<BudgetLine>
  /// The year.
  public let year: FinancialYear
  /// The month of the year in which it moves, 1 for April.
  public let month: Int
  /// How much.
  public let amount: Pence
  /// Why, and who authorised it: a post.
  public let reason: String

  /// A movement.
  public init(
    from subject: ID<BudgetLine>, to: ID<BudgetLine>, _ year: FinancialYear, month: Int, _ amount: Pence, reason: String
  ) {
    self.subject = subject
    self.to = to
    self.year = year
    self.month = month
    self.amount = amount
    self.reason = reason
  }

  /// `virement-1`.
  public static let kind = FactKind(
    "virement-1", file: "virements.tsv", columns: ["to", "year", "month", "amount", "reason"],
    meaning: "money moves from one line of the budget to another")
  /// The columns.
  public var fields: [String] { [to.text, year.key, String(month), amount.description, reason] }
  /// Reads the columns.
  public init(subject: ID<BudgetLine>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    to = try reader.id("to")
    year = try reader.year("year")
    month = try reader.integer("month")
    guard (1...12).contains(month) else { throw LineError("the month is 1 for April to 12 for March") }
    amount = try reader.pence("amount")
    guard amount > .zero else { throw LineError("a virement moves more than £0: to move money back, swap the lines") }
    reason = try reader.next("reason")
  }
}

/// A body has closed its books up to a month: what is recorded for it later is refused.
public struct BooksClosed: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// The year.
  public let year: FinancialYear
  /// The last month closed, 1 for April.
  public let month: Int

  /// A closing.
  public init(_ subject: ID<Body>, _ year: FinancialYear, through month: Int) {
    self.subject = subject
    self.year = year
    self.month = month
  }

  /// `books-closed-1`.
  public static let kind = FactKind(
    "books-closed-1", file: "books-closed.tsv", columns: ["year", "month"],
    meaning: "a body has closed its books up to a month")
  /// The columns.
  public var fields: [String] { [year.key, String(month)] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    year = try reader.year("year")
    month = try reader.integer("month")
    guard (1...12).contains(month) else { throw LineError("the month is 1 for April to 12 for March") }
  }
}
