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
    try disclosureRule(of: measure, from: nil)
  }

  /// The rule set that figures of a measure are under when they come of one source.
  ///
  /// What was recorded for this source goes before what holds for the measure whoever counts it. Throws when there is
  /// none, or not one only.
  public func disclosureRule(
    of measure: ID<Measure>, from source: ID<Source>?
  ) throws(DisclosureError) -> DisclosureRule {
    let policies = all(DisclosurePolicy.self, of: measure)
    let own = policies.filter { source != nil && $0.source.source == source }
    return try DisclosurePolicy.one(of: (own.isEmpty ? policies : own).map(\.fact), for: measure)
  }

  /// Whether a rule set was recorded for figures of a measure from this very source.
  public func hasOwnDisclosureRule(_ measure: ID<Measure>, from source: ID<Source>) -> Bool {
    all(DisclosurePolicy.self, of: measure).contains { $0.source.source == source }
  }

  /// How small numbers were treated in the figures a measure is shown with: of its last release. Nil for figures that
  /// never went through the gate here.
  public func lastRelease(of measure: ID<Measure>) -> Release? {
    history(Release.self, of: measure).max { $0.entry < $1.entry }?.fact
  }
}

extension DisclosurePolicy {
  fileprivate static func one(
    of policies: [DisclosurePolicy], for measure: ID<Measure>
  ) throws(DisclosureError) -> DisclosureRule {
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
