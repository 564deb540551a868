public import Chronicle
public import Vocabulary

/// How a contract pays for a time. The fact's period is that time, so that a change of model keeps its history.
public struct ContractTerms: Fact {
  /// How it pays.
  public enum Model: String, Hashable, Sendable, CaseIterable {
    /// By treatments.
    case activity
    /// A sum.
    case block
    /// A sum and a part of what was done above or below plan.
    case blended
    /// A sum, treatments and incentives.
    case alignedPaymentAndIncentive = "aligned-payment-and-incentive"
    /// A sum for each weighted person.
    case capitated
    /// With a part at risk on outcomes.
    case outcomes
  }

  /// The contract.
  public typealias Subject = Contract
  /// The contract.
  public let subject: ID<Contract>
  /// How it pays.
  public let model: Model
  /// The part that is fixed for a year.
  public let fixed: Pence
  /// The value planned for the part that varies.
  public let planned: Pence
  /// The share of what is done above or below plan that is paid.
  public let variableRate: Double
  /// The most that is paid in a year; nil where no limit is set.
  public let limit: Pence?
  /// The share of the budget at risk on outcomes.
  public let atRisk: Double

  /// Terms.
  public init(
    _ subject: ID<Contract>, _ model: Model, fixed: Pence = .zero, planned: Pence = .zero, variableRate: Double = 1,
    limit: Pence? = nil, atRisk: Double = 0
  ) {
    self.subject = subject
    self.model = model
    self.fixed = fixed
    self.planned = planned
    self.variableRate = variableRate
    self.limit = limit
    self.atRisk = atRisk
  }

  /// `contract-terms-1`.
  public static let kind = FactKind(
    "contract-terms-1", file: "contract-terms.tsv",
    columns: ["model", "fixed", "planned", "variable-rate", "limit", "at-risk"],
    meaning: "a contract pays in a certain way")
  /// The columns.
  public var fields: [String] {
    [
      model.rawValue, fixed.description, planned.description, Decimals.shortest(variableRate),
      limit?.description ?? "", Decimals.shortest(atRisk),
    ]
  }
  /// Reads the columns.
  public init(subject: ID<Contract>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    model = try reader.word("model")
    fixed = try reader.pence("fixed")
    planned = try reader.pence("planned")
    variableRate = try reader.number("variable-rate")
    limit = try reader.penceIfAny("limit")
    atRisk = try reader.number("at-risk")
    guard (0...1).contains(variableRate), (0...1).contains(atRisk) else {
      throw LineError("the columns 'variable-rate' and 'at-risk' are shares: write numbers from 0 to 1")
    }
  }
}

/// An outcome a contract pays for. The fact's period is the time it is agreed for.
public struct ContractOutcome: Fact {
  /// The contract.
  public typealias Subject = Contract
  /// The contract.
  public let subject: ID<Contract>
  /// The outcome with its metric, baseline, target, day, weight and result.
  public let outcome: OutcomeSchedule.Outcome

  /// An outcome of a contract.
  public init(_ subject: ID<Contract>, _ outcome: OutcomeSchedule.Outcome) {
    self.subject = subject
    self.outcome = outcome
  }

  /// `contract-outcome-1`.
  public static let kind = FactKind(
    "contract-outcome-1", file: "contract-outcomes.tsv",
    columns: ["outcome", "metric", "baseline", "target", "due", "weight", "floor", "result"],
    meaning: "a contract pays for an outcome")
  /// The columns.
  public var fields: [String] {
    [
      outcome.name, outcome.metric, Decimals.shortest(outcome.baseline), Decimals.shortest(outcome.target),
      outcome.due.description, Decimals.shortest(outcome.weight), Decimals.shortest(outcome.floor),
      outcome.result.map(Decimals.shortest) ?? "",
    ]
  }
  /// Reads the columns.
  public init(subject: ID<Contract>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    let name = try reader.next("outcome")
    let metric = try reader.next("metric")
    let baseline = try reader.number("baseline")
    let target = try reader.number("target")
    guard let due = try reader.dayIfAny("due") else {
      throw LineError("the column 'due' is empty: an outcome needs the day by which it is reached")
    }
    let weight = try reader.number("weight")
    let floor = try reader.numberIfAny("floor")
    let result = try reader.numberIfAny("result")
    do {
      outcome = try OutcomeSchedule.Outcome(
        name, metric: metric, baseline: baseline, target: target, due: due, weight: weight, floor: floor,
        result: result)
    } catch { throw LineError(error.message) }
  }
}
