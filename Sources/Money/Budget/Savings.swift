public import Chronicle
public import Register
public import Vocabulary

/// A scheme by which a body means to save money in a year, up to a month.
public struct SavingsScheme: Fact {
  /// How likely it is to fail.
  public enum Risk: String, Hashable, Sendable, CaseIterable {
    /// Little.
    case low
    /// Some.
    case medium
    /// Much.
    case high
  }

  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// What it is called.
  public let name: String
  /// Who answers for it: a post.
  public let owner: String
  /// The year.
  public let year: FinancialYear
  /// The month of the year up to which it is told, 1 for April.
  public let month: Int
  /// What is planned for the year.
  public let plan: Pence
  /// What was saved so far.
  public let actual: Pence
  /// What is expected for the year.
  public let forecast: Pence
  /// The part of the forecast that goes on from year to year.
  public let recurrent: Pence
  /// How likely it is to fail.
  public let risk: Risk

  /// A scheme.
  public init(
    _ subject: ID<Body>, _ name: String, owner: String, _ year: FinancialYear, month: Int, plan: Pence, actual: Pence,
    forecast: Pence, recurrent: Pence, _ risk: Risk
  ) {
    self.subject = subject
    self.name = name
    self.owner = owner
    self.year = year
    self.month = month
    self.plan = plan
    self.actual = actual
    self.forecast = forecast
    self.recurrent = recurrent
    self.risk = risk
  }

  /// `savings-scheme-1`.
  public static let kind = FactKind(
    "savings-scheme-1", file: "savings-schemes.tsv",
    columns: ["name", "owner", "year", "month", "plan", "actual", "forecast", "recurrent", "risk"],
    meaning: "a body means to save money")
  /// The columns.
  public var fields: [String] {
    [
      name, owner, year.key, String(month), plan.description, actual.description, forecast.description,
      recurrent.description, risk.rawValue,
    ]
  }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    owner = try reader.next("owner")
    year = try reader.year("year")
    month = try reader.integer("month")
    guard (1...12).contains(month) else { throw LineError("the month is 1 for April to 12 for March") }
    plan = try reader.pence("plan")
    actual = try reader.pence("actual")
    forecast = try reader.pence("forecast")
    recurrent = try reader.pence("recurrent")
    risk = try reader.word("risk")
  }
}

/// Something that may cost a body money in a year, and what is done about it.
public struct FinancialRisk: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// What it is.
  public let name: String
  /// The year.
  public let year: FinancialYear
  /// What it costs if it comes about.
  public let gross: Pence
  /// How likely that is, from 0 to 1.
  public let probability: Double
  /// What mitigation takes off.
  public let mitigation: Pence

  /// A risk.
  public init(
    _ subject: ID<Body>, _ name: String, _ year: FinancialYear, gross: Pence, probability: Double,
    mitigation: Pence = .zero
  ) {
    self.subject = subject
    self.name = name
    self.year = year
    self.gross = gross
    self.probability = probability
    self.mitigation = mitigation
  }

  /// What is to be expected: gross times likelihood, less mitigation, and no less than nothing.
  public var net: Pence {
    max(.zero, Pence(Int64((Double(gross.count) * probability).rounded())) - mitigation)
  }

  /// `financial-risk-1`.
  public static let kind = FactKind(
    "financial-risk-1", file: "financial-risks.tsv", columns: ["name", "year", "gross", "probability", "mitigation"],
    meaning: "something may cost a body money")
  /// The columns.
  public var fields: [String] {
    [name, year.key, gross.description, Decimals.shortest(probability), mitigation.description]
  }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    year = try reader.year("year")
    gross = try reader.pence("gross")
    probability = try reader.number("probability")
    mitigation = try reader.pence("mitigation")
    guard (0...1).contains(probability), gross >= .zero, mitigation >= .zero else {
      throw LineError("a risk has a likelihood from 0 to 1, and costs and mitigation of £0 or more")
    }
  }
}
