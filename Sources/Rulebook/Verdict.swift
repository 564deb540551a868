internal import Chronicle
public import Governance
public import Register
public import Vocabulary

/// What a rule says of a body on a day.
public struct Verdict: Hashable, Sendable {
  /// The four answers.
  public enum Result: String, Hashable, Sendable, CaseIterable {
    case met, finding
    case notApplicable = "not-applicable"
    case unknown
  }

  /// The rule.
  public let rule: RuleID
  /// The answer.
  public let result: Result
  /// Why, in sentences.
  public let explanation: String
  /// What was found, one by one.
  public let findings: [String]
  /// What is missing.
  public let missing: [Unknown]
  /// The facts that decided it.
  public let facts: [Trace.Reading]
  /// Whether only a person can answer.
  public let needsPerson: Bool
}

/// Which law is applied.
public enum Law: Hashable, Sendable {
  /// What is in force on the day, with the commencement dates the record holds.
  case actual
  /// As if the proposed law were in force: what would it change?
  case proposed
}

extension Rule {
  /// Puts the rule to a body. O(facts of the body).
  public func verdict(on body: ID<Body>, in governance: Governance, law: Law = .actual) -> Verdict {
    verdict(on: body, in: governance, law: law, turning: nil).verdict
  }

  /// The same, with one expectation turned round: for the test that asks whether the examples would notice.
  func verdict(
    on body: ID<Body>, in governance: Governance, law: Law, turning line: Int?
  ) -> (verdict: Verdict, lines: [Int]) {
    func answer(
      _ result: Verdict.Result, _ explanation: String, _ inquiry: Inquiry? = nil, needsPerson: Bool = false
    ) -> Verdict {
      Verdict(
        rule: id, result: result, explanation: explanation, findings: inquiry?.findings ?? [],
        missing: inquiry?.missing ?? [], facts: inquiry?.governance.trace?.readings ?? [], needsPerson: needsPerson)
    }
    if let why = notInForce(in: governance, law: law) { return (answer(.notApplicable, why), []) }
    let kind = governance.register.kind(body)
    guard let kind, subjects.contains(kind) else {
      let asked = kind?.singular ?? "body that is not in the record"
      return (answer(.notApplicable, "The rule is not put to a \(asked)."), [])
    }
    guard case .computed(let check) = self.kind else {
      guard case .judged(let question) = self.kind else { return (answer(.unknown, ""), []) }
      return (answer(.unknown, "A person must judge: \(question)", needsPerson: true), [])
    }
    let inquiry = Inquiry(Governance(governance.snapshot, trace: Trace()), of: body)
    inquiry.turned = line
    inquiry.attempt { () throws(Unknown) -> Void in try check(inquiry) }
    let verdict: Verdict
    if !inquiry.findings.isEmpty {
      var text = Rule.sentences(inquiry.findings)
      if !inquiry.missing.isEmpty { text += " Not known: \(Rule.list(inquiry.missing.map(\.what)))." }
      verdict = answer(.finding, text, inquiry)
    } else if !inquiry.missing.isEmpty {
      verdict = answer(.unknown, "Not known: \(Rule.list(inquiry.missing.map(\.what))).", inquiry)
    } else if !inquiry.kept.isEmpty {
      let kept = inquiry.kept.filter { $0 != "as it should be" }
      verdict = answer(
        .met, kept.isEmpty ? "What the rule asks is so on the facts recorded." : Rule.sentences(kept), inquiry)
    } else {
      let why = inquiry.exemption.isEmpty ? "Nothing is recorded that the rule is about" : inquiry.exemption
      verdict = answer(.notApplicable, Rule.sentences([why]), inquiry)
    }
    return (verdict, inquiry.lines)
  }

  /// Why the rule is not applied on the day; nil where it is.
  private func notInForce(in governance: Governance, law: Law) -> String? {
    let day = governance.snapshot.trueOn
    if text.status == .proposed {
      if law == .proposed { return nil }
      guard let start = governance.commencement(of: id) else {
        return "It is proposed and no commencement date is recorded, so it is not applied."
      }
      return start <= day ? nil : "It is commenced on \(start.written)."
    }
    if let from = text.from, day < from { return "It applies from \(from.written)." }
    if let until = text.until, day >= until { return "It applied until \(until.written)." }
    return nil
  }

  private static func sentences(_ parts: [String]) -> String {
    var seen: Set<String> = []
    return parts.filter { seen.insert($0).inserted }.map { part in
      let text = part.prefix(1).uppercased() + part.dropFirst()
      return text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
    }.joined(separator: " ")
  }

  private static func list(_ parts: [String]) -> String {
    var seen: Set<String> = []
    return parts.filter { seen.insert($0).inserted }.joined(separator: "; ")
  }
}

extension Governance {
  /// The day a proposed rule comes into force, where one is recorded.
  public func commencement(of rule: RuleID) -> Day? {
    calendar(Commencement.self).first { $0.given.provision == rule.text }?.given.on
  }
}
