public import Chronicle
public import Register
public import Vocabulary

/// A fund with a cap that is awarded over years, such as money for transformation. The fact's period is its term.
public struct CappedFund: Fact {
  /// The fund itself.
  public typealias Subject = CappedFund
  /// Its identifier.
  public let subject: ID<CappedFund>
  /// What it is called.
  public let name: String
  /// The most that may be awarded.
  public let cap: Pence

  /// A fund.
  public init(_ subject: ID<CappedFund>, _ name: String, cap: Pence) {
    self.subject = subject
    self.name = name
    self.cap = cap
  }

  /// `capped-fund-1`.
  public static let kind = FactKind(
    "capped-fund-1", file: "capped-funds.tsv", columns: ["name", "cap"], meaning: "there is a fund with a cap")
  /// The columns.
  public var fields: [String] { [name, cap.description] }
  /// Reads the columns.
  public init(subject: ID<CappedFund>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    cap = try reader.pence("cap")
  }
}

/// What a body is awarded from a fund for a year.
public struct FundAward: Fact {
  /// The fund.
  public typealias Subject = CappedFund
  /// The fund.
  public let subject: ID<CappedFund>
  /// The body.
  public let body: ID<Body>
  /// The year.
  public let year: FinancialYear
  /// How much.
  public let amount: Pence

  /// An award.
  public init(_ subject: ID<CappedFund>, to body: ID<Body>, _ year: FinancialYear, _ amount: Pence) {
    self.subject = subject
    self.body = body
    self.year = year
    self.amount = amount
  }

  /// `fund-award-1`.
  public static let kind = FactKind(
    "fund-award-1", file: "fund-awards.tsv", columns: ["body", "year", "amount"],
    meaning: "a body is awarded money from a fund")
  /// The columns.
  public var fields: [String] { [body.text, year.key, amount.description] }
  /// Reads the columns.
  public init(subject: ID<CappedFund>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    body = try reader.id("body")
    year = try reader.year("year")
    amount = try reader.pence("amount")
  }
}

/// A fund with its awards by year.
public struct FundProfile: Sendable {
  /// The fund.
  public let fund: CappedFund
  /// The awards, by year and body.
  public let awards: [FundAward]

  /// What is awarded in each year, the earliest first.
  public var years: [(year: FinancialYear, amount: Pence)] {
    Dictionary(grouping: awards, by: \.year).sorted { $0.key < $1.key }.map { ($0.key, $0.value.map(\.amount).total) }
  }

  /// What may still be awarded; below £0 where the cap is broken.
  public var left: Pence { fund.cap - awards.map(\.amount).total }

  /// What is wrong; nil where the awards keep to the cap.
  public var finding: String? {
    left < .zero
      ? "\(fund.name) has awards of \((-left).written) (\(-left.count) pence) more than its cap of "
        + "\(fund.cap.written): withdraw an award" : nil
  }
}

extension Snapshot {
  /// The funds with a cap, by identifier.
  public var cappedFunds: [FundProfile] {
    history(CappedFund.self).map(\.fact).sorted { $0.subject < $1.subject }.map { fund in
      FundProfile(
        fund: fund,
        awards: history(FundAward.self, of: fund.subject).map(\.fact).sorted { ($0.year, $0.body) < ($1.year, $1.body) }
      )
    }
  }
}
