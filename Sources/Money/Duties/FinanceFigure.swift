public import Chronicle
public import Register
public import Vocabulary

/// A figure of a body's finances in a year, as its accounts, returns or notices say.
public struct FinanceFigure: Fact {
  /// What the figure is of.
  public enum Item: String, Hashable, Sendable, CaseIterable {
    /// What a board receives.
    case receipts
    /// What a body spends.
    case spend
    /// What a body earns, wherever from.
    case income
    /// Surplus, below £0 a deficit, without deficit support.
    case surplus
    /// Deficit support received.
    case deficitSupport = "deficit-support"
    /// Deficit support withheld.
    case supportWithheld = "support-withheld"
    /// The deficit that was agreed for a system, as an amount below £0.
    case agreedPosition = "agreed-position"
    /// The allocation of a board.
    case allocation
    /// The directed limit on a system's use of revenue.
    case revenueLimit = "revenue-limit"
    /// A system's use of revenue.
    case revenueUse = "revenue-use"
    /// The limit on running costs.
    case runningCostLimit = "running-cost-limit"
    /// Running costs.
    case runningCosts = "running-costs"
    /// Spend on mental health that counts towards its standard.
    case mentalHealthSpend = "mental-health-spend"
    /// The target of the standard, as NHS England issued it.
    case mentalHealthTarget = "mental-health-target"
    /// What fell short of the standard in the year before.
    case mentalHealthShortfall = "mental-health-shortfall"
    /// Spend on primary medical care.
    case primaryMedicalSpend = "primary-medical-spend"
    /// Spend on community services.
    case communitySpend = "community-spend"
    /// The minimum that is to be pooled for a health and wellbeing board.
    case betterCareMinimum = "better-care-minimum"
    /// Use of capital.
    case capitalUse = "capital-use"
    /// Cash at the end of the year.
    case cash
    /// Debts owed to the body for more than 90 days.
    case agedDebt = "aged-debt"
    /// Invoices that fell due.
    case invoicesDue = "invoices-due"
    /// Invoices that were paid in time.
    case invoicesInTime = "invoices-in-time"

    /// What it is, in words.
    public var words: String {
      rawValue.split(separator: "-").joined(separator: " ")
    }
  }

  /// When in the year the figure was made.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Before the year.
    case plan
    /// In the year, for all of it.
    case forecast
    /// After the year.
    case outturn
  }

  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// What the figure is of.
  public let item: Item
  /// The year.
  public let year: FinancialYear
  /// When in the year it was made.
  public let stage: Stage
  /// The body it is about beside, such as a health and wellbeing board; nil for none.
  public let about: ID<Body>?
  /// How much.
  public let amount: Pence

  /// A figure.
  public init(
    _ subject: ID<Body>, _ item: Item, _ year: FinancialYear, _ stage: Stage, about: ID<Body>? = nil, _ amount: Pence
  ) {
    self.subject = subject
    self.item = item
    self.year = year
    self.stage = stage
    self.about = about
    self.amount = amount
  }

  /// `finance-figure-1`.
  public static let kind = FactKind(
    "finance-figure-1", file: "finance-figures.tsv", columns: ["item", "year", "stage", "about", "amount"],
    meaning: "a figure of a body's finances")
  /// The columns.
  public var fields: [String] { [item.rawValue, year.key, stage.rawValue, about?.text ?? "", amount.description] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    item = try reader.word("item")
    year = try reader.year("year")
    stage = try reader.word("stage")
    let about = try reader.next("about")
    self.about = ID(about)
    if !about.isEmpty, self.about == nil { throw LineError("'\(about)' in column 'about' is no identifier of a body") }
    amount = try reader.pence("amount")
  }
}

/// A rate of a body's finances in a year, as a share: 0.044 for 4.4%.
public struct FinanceRate: Fact {
  /// What the rate is of.
  public enum Item: String, Hashable, Sendable, CaseIterable {
    /// Growth of the base allocation, before convergence.
    case baseGrowth = "base-growth"
    /// Points of growth that the standard for mental health adds.
    case mentalHealthPoints = "mental-health-points"
  }

  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// What the rate is of.
  public let item: Item
  /// The year.
  public let year: FinancialYear
  /// The rate.
  public let rate: Double

  /// A rate.
  public init(_ subject: ID<Body>, _ item: Item, _ year: FinancialYear, _ rate: Double) {
    self.subject = subject
    self.item = item
    self.year = year
    self.rate = rate
  }

  /// `finance-rate-1`.
  public static let kind = FactKind(
    "finance-rate-1", file: "finance-rates.tsv", columns: ["item", "year", "rate"],
    meaning: "a rate of a body's finances")
  /// The columns.
  public var fields: [String] { [item.rawValue, year.key, Decimals.shortest(rate)] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    item = try reader.word("item")
    year = try reader.year("year")
    rate = try reader.number("rate")
    guard rate.magnitude < 1 else { throw LineError("the rate \(rate) is a share: write 0.044 for 4.4%") }
  }
}
