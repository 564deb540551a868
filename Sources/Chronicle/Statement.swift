public import Vocabulary

/// One row of the record: what is said of a subject, for when, for whom, how surely, and by whom.
///
/// The untyped form of a fact, as it stands in journals and exported folders. Equal statements have equal text.
public struct Statement: Hashable, Sendable {
  /// The kind's name, for example `name-1`.
  public let kind: String
  /// When it is true.
  public let period: Period
  /// Who may see it.
  public let audience: Audience
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: SourceReference
  /// What it is about.
  public let subject: String
  /// The kind's own columns.
  public let fields: [String]

  /// The statement of a fact.
  public init<F: Fact>(
    _ fact: F, _ period: Period, audience: Audience = .public, certainty: Certainty = .official,
    source: SourceReference
  ) {
    kind = F.kind.name
    self.period = period
    self.audience = audience
    self.certainty = certainty
    self.source = source
    subject = fact.subject.text
    fields = fact.fields
  }

  /// Reads a row.
  public init(_ row: some StringProtocol) throws(LineError) {
    let all = try Line.split(row)
    guard all.count >= FactKind.commonColumns.count else {
      throw LineError("a row has at least the columns \(FactKind.commonColumns.joined(separator: ", "))")
    }
    guard let period = Period(from: all[1], until: all[2]) else {
      throw LineError(
        "'\(all[1])' to '\(all[2])' is no period: write dates as 2026-04-01, 2026-04, 2026, <2026 or ?")
    }
    guard let audience = Audience(rawValue: all[3]) else {
      throw LineError("'\(all[3])' is no audience: write public, internal or restricted")
    }
    guard let certainty = Certainty(rawValue: all[4]) else {
      let known = Certainty.allCases.map(\.rawValue).joined(separator: ", ")
      throw LineError("'\(all[4])' is no certainty: write one of \(known)")
    }
    guard let source = SourceReference(all[5]) else { throw LineError("'\(all[5])' is no source") }
    guard ID<Void>(all[6]) != nil else {
      throw LineError("'\(all[6])' is no identifier: use lower-case letters, digits, dots, hyphens")
    }
    self.kind = all[0]
    self.period = period
    self.audience = audience
    self.certainty = certainty
    self.source = source
    subject = all[6]
    fields = Array(all[7...])
  }

  /// The row: the canonical text, without a line end.
  public var text: String {
    Line.join(
      [kind, period.fromText, period.untilText, audience.rawValue, certainty.rawValue, source.text, subject]
        + fields)
  }

  /// The same statement for another audience.
  public func addressed(to audience: Audience) -> Statement {
    Statement(
      kind: kind, period: period, audience: audience, certainty: certainty, source: source, subject: subject,
      fields: fields)
  }

  /// The same statement for another period.
  public func during(_ period: Period) -> Statement {
    Statement(
      kind: kind, period: period, audience: audience, certainty: certainty, source: source, subject: subject,
      fields: fields)
  }

  init(
    kind: String, period: Period, audience: Audience, certainty: Certainty, source: SourceReference,
    subject: String,
    fields: [String]
  ) {
    self.kind = kind
    self.period = period
    self.audience = audience
    self.certainty = certainty
    self.source = source
    self.subject = subject
    self.fields = fields
  }
}

/// A change to the record. There are only these two; nothing is deleted.
public enum Change: Hashable, Sendable {
  /// Say something.
  case assert(Statement)
  /// Take back the entry with this number.
  case retract(Int)

  /// The text that is hashed and stored.
  public var line: String {
    switch self {
    case .assert(let statement): "+\t" + statement.text
    case .retract(let entry): "-\t\(entry)"
    }
  }

  /// Reads a stored line.
  public init(line: some StringProtocol) throws(LineError) {
    if line.hasPrefix("+\t") {
      self = .assert(try Statement(line.dropFirst(2)))
    } else if line.hasPrefix("-\t"), let entry = Int(line.dropFirst(2)), entry > 0 {
      self = .retract(entry)
    } else {
      throw LineError("a journal line begins with + and a row, or - and the number of an entry")
    }
  }
}
