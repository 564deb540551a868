public import Vocabulary

/// The segment people decided on, beside what was proposed.
public struct SegmentDecision: Hashable, Sendable {
  /// The code of the body.
  public let body: String
  /// The key of the framework it is decided under.
  public let framework: String
  /// The segment that was proposed; nil where no proposal is known.
  public let proposed: Int?
  /// The segment decided on.
  public let decided: Int
  /// Who decided.
  public let decidedBy: String
  /// Who approved it nationally; empty where that is not needed.
  public let approver: String
  /// Why it differs from the proposal; may be empty where it does not.
  public let reason: String
  /// Where the evidence is to be found.
  public let evidence: [String]
  /// The day of the decision.
  public let day: Day

  /// A decision.
  ///
  /// - Throws: `OversightError` when nobody is named, evidence is missing, a departure from the proposal has no reason,
  ///   or a move into or out of segment 4 or 5 has no national approver.
  public init(
    body: String, framework: String, proposed: Int?, decided: Int, from current: Int?, decidedBy: String,
    approver: String = "", reason: String = "", evidence: [String], on day: Day
  ) throws(OversightError) {
    guard (1...5).contains(decided) else {
      throw OversightError("\(decided) is no segment: decide on one from 1 to 5")
    }
    guard !decidedBy.isEmpty else {
      throw OversightError("the segment of \(body) needs a named person who decides: a score or a proposal does not")
    }
    guard !evidence.isEmpty else { throw OversightError("the segment of \(body) needs its evidence named") }
    if let proposed, decided != proposed, reason.isEmpty {
      throw OversightError("segment \(decided) differs from the proposed \(proposed): say why before it is recorded")
    }
    let isIntense = decided >= 4 || (current ?? 0) >= 4
    guard !isIntense || decided == current || !approver.isEmpty else {
      throw OversightError(
        "a move \(decided >= 4 ? "into" : "out of") segment \(max(decided, current ?? 0)) needs national approval: name "
          + "the approver")
    }
    self.body = body
    self.framework = framework
    self.proposed = proposed
    self.decided = decided
    self.decidedBy = decidedBy
    self.approver = approver
    self.reason = reason
    self.evidence = evidence
    self.day = day
  }
}

/// The decisions on one body, in order. Decisions are added and never taken back.
public struct SegmentHistory: Hashable, Sendable {
  /// The decisions, the earliest first.
  public private(set) var decisions: [SegmentDecision] = []

  /// No decision yet.
  public init() {}

  /// The segment in force; nil before the first decision.
  public var current: Int? { decisions.last?.decided }

  /// Adds a decision.
  ///
  /// - Throws: `OversightError` when it is earlier than the last, or on another body.
  public mutating func add(_ decision: SegmentDecision) throws(OversightError) {
    if let last = decisions.last {
      guard decision.body == last.body else {
        throw OversightError("the history is that of \(last.body), and the decision is on \(decision.body)")
      }
      guard decision.day >= last.day else {
        throw OversightError(
          "the decision of \(decision.day) is earlier than the last, of \(last.day): decisions are only added")
      }
    }
    decisions.append(decision)
  }
}
