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

  /// Every claim the record keeps, with the words of its line where its text is kept.
  ///
  /// Throws when a text that is kept cannot be read.
  public init(in snapshot: Snapshot, blocks: @escaping Blocks) throws {
    var all = snapshot.history(Claim.self).map(ClaimEntry.init).sorted { $0.id < $1.id }
    for (text, lines) in try KeptLines.of(Set(all.map(\.text)), in: snapshot, blocks: blocks) {
      for index in all.indices where all[index].text == text {
        all[index].words = all[index].line.flatMap { lines[$0] }
      }
    }
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
  /// The line of the text, counted from one, where that is recorded.
  @OrNull public internal(set) var line: Int?
  /// What that line says, where the text is kept.
  @OrNull public internal(set) var words: String?
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
    let place = SourceReference(version.fact.text)
    text = place?.source?.text ?? version.fact.text
    _line = OrNull(wrappedValue: (place?.locator.split(separator: "=").last).flatMap { Int($0) })
    _words = OrNull(wrappedValue: nil)
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

/// The lines of texts that are kept.
enum KeptLines {
  /// What each line says, by the text's source and the line's number. Texts that are not kept are left out.
  static func of(
    _ texts: Set<String>, in snapshot: Snapshot, blocks: Blocks
  ) throws -> [(text: String, lines: [Int: String])] {
    try texts.sorted().compactMap { text in
      guard let id = ID<Source>(text), let kept = snapshot.history(KeptText.self, of: id).last else { return nil }
      let block = try blocks(kept.fact.block)
      let rows = zip(block.units, block.texts["text"] ?? []).compactMap { unit, words in Int(unit).map { ($0, words) } }
      return (text, Dictionary(rows, uniquingKeysWith: { $0 + " " + $1 }))
    }
  }
}
