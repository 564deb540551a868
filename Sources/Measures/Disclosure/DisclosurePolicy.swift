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

  /// The rule set, if this version knows it.
  public func known() throws(DisclosureError) -> DisclosureRule {
    guard let known = DisclosureRule.named(rule) else {
      let ids = DisclosureRule.all.map(\.id).joined(separator: ", ")
      throw DisclosureError(
        "The measure '\(subject)' is under the disclosure rule '\(rule)', which is not known here, so nothing of it"
          + " is published. Use one of: \(ids).")
    }
    return known
  }
}
