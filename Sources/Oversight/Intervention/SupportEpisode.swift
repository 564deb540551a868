public import Vocabulary

/// One stay of a body in recovery support, from entry to exit: a state machine that only takes steps that are allowed.
public struct SupportEpisode: Hashable, Sendable {
  /// The code of the body.
  public let body: String
  /// Where the episode stands.
  public private(set) var state: State
  /// The agreed exit criteria; none before a plan is agreed.
  public private(set) var criteria: [ExitCriterion] = []
  /// Every step taken, in order.
  public private(set) var log: [Entry]

  /// Where an episode stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// The decision to enter is made.
    case entered
    /// An improvement director looks for root causes.
    case diagnostic
    /// The plan and its exit criteria are agreed.
    case planAgreed = "plan agreed"
    /// The plan is carried out and reviewed monthly.
    case delivering
    /// All criteria are met, and stay met.
    case readyToExit = "ready to exit"
    /// Left, to segment 3 with support for the transition.
    case exited
    /// Gone on to formal action.
    case escalated
  }

  /// A step.
  public enum Step: Hashable, Sendable {
    /// A director is named and starts on the root causes.
    case beginDiagnostic(director: String)
    /// The plan is agreed, with its exit criteria.
    case agreePlan([ExitCriterion])
    /// Work on the plan begins.
    case beginDelivery
    /// The series of each criterion, by measure, are tested.
    case declareReady(series: [String: [Double?]], sustainabilityPlan: String)
    /// Region, board and nation approve the exit.
    case exit(region: String, board: String, nation: String)
    /// More time is given, with a reason.
    case extend(reason: String)
    /// Support has not worked, and formal action follows.
    case escalate(reason: String)
  }

  /// A step with who took it and when.
  public struct Entry: Hashable, Sendable {
    /// The state the step led to.
    public let state: State
    /// Who took it.
    public let by: String
    /// When.
    public let day: Day
    /// What was said.
    public let note: String
  }

  /// Opens an episode. Entry is a decision of a named person, never the consequence of a score.
  ///
  /// - Throws: `OversightError` when nobody is named or no reason is given.
  public init(body: String, enteredBy: String, reason: String, on day: Day) throws(OversightError) {
    guard !enteredBy.isEmpty, !reason.isEmpty else {
      throw OversightError("entry of \(body) into recovery support needs a named person and a reason")
    }
    self.body = body
    state = .entered
    log = [Entry(state: .entered, by: enteredBy, day: day, note: reason)]
  }

  /// Takes a step.
  ///
  /// - Throws: `OversightError` when the step is not allowed from here, or what it needs is missing; nothing changes
  ///   then.
  public mutating func take(_ step: Step, by person: String, on day: Day) throws(OversightError) {
    guard !person.isEmpty else { throw OversightError("every step of support needs a named person") }
    if let last = log.last, day < last.day {
      throw OversightError("a step on \(day) is earlier than the last, on \(last.day): steps are only added")
    }
    let outcome = try result(of: step)
    if case .agreePlan(let agreed) = step { criteria = agreed }
    state = outcome.state
    log.append(Entry(state: outcome.state, by: person, day: day, note: outcome.note))
  }

  /// The segment after the episode: 3 with support for the transition, not straight to 1 or 2; nil before its end.
  public var segmentAfterwards: Int? { state == .exited ? 3 : nil }

  /// The state a step leads to, and what is noted.
  private func result(of step: Step) throws(OversightError) -> (state: State, note: String) {
    switch (state, step) {
    case (.entered, .beginDiagnostic(let director)):
      try need(director, "an improvement director")
      return (.diagnostic, "improvement director \(director)")
    case (.diagnostic, .agreePlan(let criteria)):
      guard !criteria.isEmpty else {
        throw OversightError("a plan needs exit criteria: a measure, a threshold, a date and an owner")
      }
      return (.planAgreed, "\(criteria.count) exit criteria")
    case (.planAgreed, .beginDelivery): return (.delivering, "")
    case (.delivering, .declareReady(let series, let plan)):
      try need(plan, "a plan to sustain the improvement")
      for criterion in criteria {
        let verdict = criterion.verdict(on: series[criterion.measure] ?? [])
        guard verdict == .met else {
          throw OversightError("the criterion on \(criterion.measure) is not met: \(verdict.words)")
        }
      }
      return (.readyToExit, plan)
    case (.readyToExit, .exit(let region, let board, let nation)):
      try need(region, "the agreement of the region")
      try need(board, "the agreement of the board")
      try need(nation, "national approval")
      return (.exited, "agreed by \(region) and \(board), approved by \(nation)")
    case (.delivering, .extend(let reason)), (.readyToExit, .extend(let reason)):
      try need(reason, "a reason")
      return (.delivering, "extended: \(reason)")
    case (.diagnostic, .escalate(let reason)), (.planAgreed, .escalate(let reason)),
      (.delivering, .escalate(let reason)):
      try need(reason, "a reason")
      return (.escalated, reason)
    default: throw OversightError("an episode that is '\(state.rawValue)' cannot \(step.words)")
    }
  }

  private func need(_ text: String, _ what: String) throws(OversightError) {
    if text.isEmpty { throw OversightError("the step needs \(what), and none is given") }
  }
}

extension SupportEpisode.Step {
  /// The step as a phrase.
  public var words: String {
    switch self {
    case .beginDiagnostic: "begin the diagnostic"
    case .agreePlan: "agree a plan"
    case .beginDelivery: "begin delivery"
    case .declareReady: "be declared ready to exit"
    case .exit: "exit"
    case .extend: "be extended"
    case .escalate: "be escalated"
    }
  }
}

extension ExitCriterion.Verdict {
  /// The verdict as a phrase.
  public var words: String {
    switch self {
    case .met: "met"
    case .notYetSustained(let run): "met for \(run) period\(run == 1 ? "" : "s") only"
    case .notMet(let latest): "the latest value is \(Decimals.shortest(latest))"
    case .unknown: "a figure is missing"
    }
  }
}
