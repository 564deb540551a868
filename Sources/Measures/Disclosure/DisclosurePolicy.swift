public import Chronicle
public import Vocabulary

/// A measure is published under a rule set.
public struct DisclosurePolicy: Fact {
  /// A measure.
  public typealias Subject = Measure
  /// The measure.
  public let subject: ID<Measure>
  /// The identifier of the rule set, for example `hes-1-7-round-5`.
  public let rule: String

  /// A measure's rule set.
  public init(_ measure: ID<Measure>, rule: String) {
    subject = measure
    self.rule = rule
  }

  /// `disclosure-1`.
  public static let kind = FactKind(
    "disclosure-1", file: "disclosure.tsv", columns: ["rule"], meaning: "a measure is published under a rule set")
  /// The rule set.
  public var fields: [String] { [rule] }
  /// Reads the column. A rule set this version does not know is read, and refused by ``known()``.
  public init(subject: ID<Measure>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    rule = try reader.next("rule")
  }

  fileprivate static var knownRules: String { DisclosureRule.all.map(\.id).joined(separator: ", ") }

  /// The rule set, if this version knows it.
  public func known() throws(DisclosureError) -> DisclosureRule {
    guard let known = DisclosureRule.named(rule) else {
      throw DisclosureError(
        "The measure '\(subject)' is under the disclosure rule '\(rule)', which is not known here, so nothing of it"
          + " is published. Use one of: \(DisclosurePolicy.knownRules).")
    }
    return known
  }
}

extension Snapshot {
  /// The rule set a measure is under on the snapshot's day. Throws when there is none, or not one only.
  public func disclosureRule(of measure: ID<Measure>) throws(DisclosureError) -> DisclosureRule {
    let policies = all(DisclosurePolicy.self, of: measure).map(\.fact)
    guard let policy = policies.first else {
      throw DisclosureError(
        "No disclosure rule is recorded for the measure '\(measure)', so nothing of it is published. Record one of:"
          + " \(DisclosurePolicy.knownRules).")
    }
    guard Set(policies).count == 1 else {
      let rules = Set(policies.map(\.rule)).sorted().joined(separator: ", ")
      throw DisclosureError(
        "The measure '\(measure)' is under several disclosure rules at once (\(rules)), so nothing of it is published."
          + " Retract all but one.")
    }
    return try policy.known()
  }
}
