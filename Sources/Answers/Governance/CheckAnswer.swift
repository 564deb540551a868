public import Chronicle
internal import Governance
public import Register
public import Rulebook
public import Vocabulary

/// A body's standing against every rule on a day: how many were checked, which found something, which lack facts.
public struct CheckAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// Which law was applied: `actual` or `proposed`.
  public let law: String
  /// How many rules gave each answer.
  public let counts: Counts
  /// Every rule's answer, in the order of the rulebook.
  public let rules: [Entry]
  /// What a reader must know of it.
  public let notes: [String]

  /// How many rules gave each answer.
  public struct Counts: Encodable, Hashable, Sendable {
    /// Those that were put to the body and that the facts decided.
    public let checked: Int
    /// As the rule asks.
    public let met: Int
    /// Something was found.
    public let finding: Int
    /// Facts are missing.
    public let unknown: Int
    /// A person must judge.
    public let person: Int
    /// The rule is not about the body, or not in force.
    public let notApplicable: Int
  }

  /// What one rule says.
  public struct Entry: Encodable, Hashable, Sendable {
    /// The rule.
    public let rule: String
    /// What the rule says.
    public let text: String
    /// Where it says so.
    public let citation: String
    /// `met`, `finding`, `not-applicable` or `unknown`.
    public let result: String
    /// What a finding weighs.
    public let severity: String
    /// The same in words that accuse nobody.
    public let weight: String
    /// Why, with the facts that decided it.
    public let explanation: String
    /// What was found, one by one.
    public let findings: [String]
    /// The facts that are missing.
    public let missing: [String]
    /// The facts it rests on.
    public let facts: [Fact]
    /// Whether only a person can answer.
    public let needsPerson: Bool
    /// How sure we are of the rule's text.
    public let certainty: String
  }

  /// A fact a rule rested on.
  public struct Fact: Encodable, Hashable, Sendable {
    /// The kind of fact.
    public let kind: String
    /// What it is about.
    public let subject: String
    /// The column.
    public let column: String
    /// What stands there.
    public let value: String
    /// The entry of the journal.
    public let entry: Int
  }

  /// What every rule says of a body on the snapshot's day.
  public init(of body: ID<Body>, law: Law = .actual, in snapshot: Snapshot) {
    let verdicts = Rules.verdicts(on: body, in: snapshot, law: law)
    let isReal = !snapshot.register.codes(body).filter { $0.fact.scheme == "ods" || $0.fact.scheme == "gss" }.isEmpty
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    self.law = law == .actual ? "actual" : "proposed"
    rules = verdicts.compactMap { verdict in
      guard let rule = RuleCatalogue.rule(verdict.rule) else { return nil }
      // Of a real body nothing here says that it broke the law: only what is irregular on the facts recorded.
      let severity = isReal && [.breach, .local].contains(rule.severity) ? "IRREGULAR" : rule.severity.rawValue
      return Entry(
        rule: rule.id.text, text: rule.text, citation: rule.citation, result: verdict.result.rawValue,
        severity: severity, weight: rule.severity.words, explanation: verdict.explanation,
        findings: verdict.findings, missing: verdict.missing.map(\.description),
        facts: verdict.facts.filter { !$0.cell.isEmpty }.map {
          Fact(kind: $0.kind, subject: $0.subject, column: $0.column, value: $0.cell, entry: $0.entry)
        },
        needsPerson: verdict.needsPerson, certainty: rule.certainty.rawValue)
    }
    let number = { (result: Verdict.Result) in verdicts.filter { $0.result == result && !$0.needsPerson }.count }
    let person = verdicts.filter(\.needsPerson).count
    let counts = Counts(
      checked: number(.met) + number(.finding), met: number(.met), finding: number(.finding),
      unknown: number(.unknown), person: person, notApplicable: number(.notApplicable))
    self.counts = counts
    let name = snapshot.register.name(body)
    sentence =
      "Of \(verdicts.count) rules, \(counts.checked) could be checked for \(name) on \(snapshot.trueOn.written): "
      + "\(counts.met) \(counts.met == 1 ? "is" : "are") as the rule asks and \(counts.finding) found something. "
      + "\(counts.unknown) lack facts, \(person) need a person, and \(counts.notApplicable) do not apply."
    notes =
      isReal
      ? [
        "What is found is irregular on the facts recorded. The record may be incomplete or wrong: each finding names "
          + "its facts and their source, and a correction is made by sending the fact with its source."
      ] : []
  }

  /// What every rule says of a body on the snapshot's day, under the law as it is or as it is proposed.
  public init(of body: ID<Body>, asProposed isProposed: Bool, in snapshot: Snapshot) {
    self.init(of: body, law: isProposed ? .proposed : .actual, in: snapshot)
  }

  /// The entries that found something, the weightiest first.
  public var findings: [Entry] {
    let weights = RuleText.Severity.allCases.map(\.words)
    return rules.filter { $0.result == Verdict.Result.finding.rawValue }.enumerated()
      .sorted { a, b in
        let (first, second) = (weights.firstIndex(of: a.element.weight), weights.firstIndex(of: b.element.weight))
        return (first ?? weights.count, a.offset) < (second ?? weights.count, b.offset)
      }.map(\.element)
  }
}
