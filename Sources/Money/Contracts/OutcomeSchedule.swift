public import Vocabulary

/// The outcomes a contract pays for, each with its metric, baseline, target and day.
public struct OutcomeSchedule: Hashable, Sendable {
  /// One outcome.
  public struct Outcome: Hashable, Sendable {
    /// What is to be better for people.
    public let name: String
    /// What it is measured by.
    public let metric: String
    /// Where it stood.
    public let baseline: Double
    /// Where it is to be; below the baseline where lower is better.
    public let target: Double
    /// The day by which.
    public let due: Day
    /// Its weight among the outcomes.
    public let weight: Double
    /// Where pay begins; the baseline unless agreed otherwise.
    public let floor: Double
    /// What was measured; nil where nothing is known yet.
    public let result: Double?

    /// An outcome.
    ///
    /// - Throws: `MoneyError` without a name or a metric, or with a target that is where pay begins.
    public init(
      _ name: String, metric: String, baseline: Double, target: Double, due: Day, weight: Double,
      floor: Double? = nil, result: Double? = nil
    ) throws(MoneyError) {
      guard !name.isEmpty, !metric.isEmpty else {
        throw MoneyError("an outcome needs a name and the metric it is measured by")
      }
      guard baseline.isFinite, target.isFinite, target != floor ?? baseline else {
        throw MoneyError("\(name): the target must differ from where pay begins")
      }
      guard weight > 0, weight.isFinite else { throw MoneyError("\(name): the weight must be above 0") }
      self.name = name
      self.metric = metric
      self.baseline = baseline
      self.target = target
      self.due = due
      self.weight = weight
      self.floor = floor ?? baseline
      self.result = result
    }

    /// How much of the way from floor to target was gone, from 0 to 1, whichever way is better; nil without a result.
    public var score: Double? { result.map { min(1, max(0, ($0 - floor) / (target - floor))) } }
  }

  /// What is paid for outcomes in a year, and where the rest goes. The three add up to what is at risk.
  public struct Pay: Hashable, Sendable {
    /// What of the budget is at risk.
    public let atRisk: Pence
    /// What is paid.
    public let paid: Pence
    /// What outcomes that are measured did not earn.
    public let retained: Pence
    /// What is held until outcomes are measured: not measured is neither met nor missed.
    public let held: Pence
    /// The weighted score of the outcomes that are measured, as far as they reach; 0 where a gate failed.
    public let score: Double
    /// How it came about.
    public let why: String
  }

  /// The outcomes.
  public let outcomes: [Outcome]

  /// A schedule.
  ///
  /// - Throws: `MoneyError` without any outcome, or with weights that do not add up to 1.
  public init(_ outcomes: [Outcome]) throws(MoneyError) {
    guard !outcomes.isEmpty else {
      throw MoneyError("an outcome contract needs at least one outcome, with metric, baseline, target and day")
    }
    let sum = outcomes.reduce(0) { $0 + $1.weight }
    guard abs(sum - 1) < 1e-9 else {
      throw MoneyError("the weights of the outcomes add up to \(Decimals.rounded(sum, places: 4)), and must to 1")
    }
    self.outcomes = outcomes
  }

  /// What a year's budget pays, with a share of it at risk; nothing where a gate of safety failed.
  ///
  /// - Throws: `MoneyError` where the share does not lie between 0 and 1.
  public func pay(on budget: Pence, atRisk share: Double, gateFailed: Bool = false) throws(MoneyError) -> Pay {
    guard (0...1).contains(share), let atRisk = Pence(pounds: budget.pounds * share) else {
      throw MoneyError("the share at risk lies between 0 and 1")
    }
    let slices = try Apportionment.divide(atRisk, by: outcomes.map(\.weight))
    var paid = Pence.zero
    var held = Pence.zero
    var score = 0.0
    var words: [String] = []
    for (outcome, slice) in zip(outcomes, slices) {
      guard let reached = outcome.score else {
        held = held + slice
        words.append("\(outcome.name) is not measured: \(slice.written) is held")
        continue
      }
      let earned = Pence(Int64((Double(slice.count) * (gateFailed ? 0 : reached)).rounded()))
      paid = paid + earned
      score += outcome.weight * (gateFailed ? 0 : reached)
      words.append("\(outcome.name) \(Decimals.rounded(reached, places: 3)) × \(slice.written)")
    }
    if gateFailed { words.insert("a gate of safety failed, so nothing is earned", at: 0) }
    return Pay(
      atRisk: atRisk, paid: paid, retained: atRisk - paid - held, held: held, score: score,
      why: words.joined(separator: "; "))
  }
}
