internal import Chronicle
public import Register
public import Vocabulary

/// A name a body has or had.
public struct NameEntry: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// The name.
  public let name: String
  /// How it is used: official, short, alias, former.
  public let usage: Name.Usage
  /// The first day.
  public let from: When
  /// The first day after.
  public let until: When
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<Name>) {
    name = version.fact.text
    usage = version.fact.usage
    from = When(version.period.from)
    until = When(version.period.until)
    certainty = version.certainty
    source = version.source.text
  }
}

/// A code a body has or had.
public struct CodeEntry: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// The scheme: `ods`, `ons`.
  public let scheme: String
  /// The code.
  public let code: String
  /// The first day.
  public let from: When
  /// The first day after.
  public let until: When
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<Code>) {
    scheme = version.fact.scheme
    code = version.fact.text
    from = When(version.period.from)
    until = When(version.period.until)
    certainty = version.certainty
    source = version.source.text
  }

  /// How to name the body by this code and nothing else: `ods:QNQ@2026-03-31`.
  public var written: String {
    period.someDay.map { "\(scheme):\(code)@\($0)" } ?? "\(scheme):\(code)"
  }
}

/// What a body is in law for a time, and whether it can own a decision.
public struct LegalEntry: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// The form.
  public let form: LegalForm
  /// Whether the law made it: statutory, not in statute, a contract designation…
  public let standing: LegalStanding
  /// Whether it is a person in law, and so can hold a power, own a decision and sign.
  public let canOwnDecision: Bool
  /// What the form means, in a sentence for everyone.
  public let explanation: String
  /// The first day.
  public let from: When
  /// The first day after.
  public let until: When
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<LegalStatus>) {
    form = version.fact.form
    standing = version.fact.form.standing
    canOwnDecision = version.fact.form.isLegalPerson
    explanation = version.fact.form.explanation
    from = When(version.period.from)
    until = When(version.period.until)
    certainty = version.certainty
    source = version.source.text
  }
}
