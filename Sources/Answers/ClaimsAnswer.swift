public import Chronicle
public import Register
public import Vocabulary

/// Which numbers have others stated, and does the record bear them out?
public struct ClaimsAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// How many there are of each status, always all of them.
  public let counts: [StatusCount]
  /// The claims, by identifier.
  public let claims: [ClaimEntry]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// How many claims have a status.
  public struct StatusCount: Encodable, Hashable, Sendable {
    /// The status.
    public let status: Claim.Status
    /// What it means, in a word or two.
    public let written: String
    /// How many.
    public let count: Int
  }

  /// Every claim the record keeps.
  public init(in snapshot: Snapshot) {
    let all = snapshot.history(Claim.self).map(ClaimEntry.init).sorted { $0.id < $1.id }
    asAt = AsAt(snapshot)
    claims = all
    counts = Claim.Status.allCases.map { status in
      StatusCount(status: status, written: status.written, count: all.filter { $0.status == status }.count)
    }
    let tested = counts.map { "\(Sentences.number($0.count)) \($0.count == 1 ? "is" : "are") \($0.written)" }
    sentence =
      all.isEmpty
      ? "The record keeps no claims."
      : "Of \(Sentences.count(all.count, "stated number", "stated numbers")), \(tested.joined(separator: ", "))."
    var citations = Citations()
    citations.cite(all.map { $0 as any Sourced })
    for claim in all { citations.cite(claim.text, .reported) }
    sources = citations.notes(in: snapshot)
  }
}

/// A number somebody stated, and what the record makes of it.
public struct ClaimEntry: Encodable, Hashable, Sendable, Sourced {
  /// The claim's identifier.
  public let id: String
  /// What is claimed.
  public let statement: String
  /// The number, as it stands in the text.
  public let value: String
  /// What it counts.
  public let unit: String
  /// The text it stands in.
  public let text: String
  /// The date for which it is claimed, as far as the text says.
  public let asAt: String
  /// What the record makes of it.
  public let status: Claim.Status
  /// What the record finds, in a sentence.
  public let finding: String
  /// How sure the finding is.
  public let certainty: Certainty
  /// Where the finding was taken from.
  public let source: String

  init(_ version: Version<Claim>) {
    id = version.fact.subject.text
    statement = version.fact.statement
    value = version.fact.value
    unit = version.fact.unit
    text = version.fact.text
    asAt = version.fact.asAt
    status = version.fact.status
    finding = version.fact.finding
    certainty = version.certainty
    source = version.source.text
  }
}

extension Claim.Status {
  /// `borne out`, `no longer so`, `not testable here`.
  public var written: String {
    switch self {
    case .reproduced: "borne out"
    case .superseded: "no longer so"
    case .notTestable: "not testable here"
    }
  }
}
