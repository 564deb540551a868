public import Chronicle
internal import Register
public import Vocabulary

/// What do the terms mean? Several meanings of one term stand side by side.
public struct TermsAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The terms, by the alphabet.
  public let terms: [TermGroup]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// Every term the record explains.
  public init(in snapshot: Snapshot) {
    asAt = AsAt(snapshot)
    let entries = snapshot.history(Term.self).map { TermEntry($0, on: snapshot.trueOn) }
    terms = Dictionary(grouping: entries, by: \.term).map {
      TermGroup(term: $0, meanings: $1.sorted(by: TermEntry.inOrder))
    }
    .sorted { (Folding.fold($0.term), $0.term) < (Folding.fold($1.term), $1.term) }
    var citations = Citations()
    citations.cite(entries.map { $0 as any Sourced })
    sources = citations.notes(in: snapshot)
  }

  /// The meanings of a folded text, where it is a term.
  static func meanings(of query: String, in snapshot: Snapshot) -> [TermEntry] {
    guard !query.isEmpty else { return [] }
    return snapshot.history(Term.self).filter { Folding.fold($0.fact.term) == query }
      .map { TermEntry($0, on: snapshot.trueOn) }.sorted(by: TermEntry.inOrder)
  }
}

/// A term and its meanings.
public struct TermGroup: Encodable, Hashable, Sendable {
  /// The term.
  public let term: String
  /// What it means, or may mean.
  public let meanings: [TermEntry]
  /// Whether it has several meanings.
  public var isAmbiguous: Bool { meanings.count > 1 }
}

/// One meaning of a term.
public struct TermEntry: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// The meaning's identifier.
  public let id: String
  /// The term.
  public let term: String
  /// What it means here.
  public let meaning: String
  /// The kind of body it names, or null.
  @OrNull public internal(set) var kind: String?
  /// When and where it is used so.
  public let note: String
  /// Whether it is used so on the day.
  public let isCurrent: Bool
  /// From when it is used so.
  public let from: When
  /// Until when.
  public let until: When
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<Term>, on day: Day) {
    id = version.fact.subject.text
    term = version.fact.term
    meaning = version.fact.meaning
    _kind = OrNull(wrappedValue: version.fact.bodyKind.isEmpty ? nil : version.fact.bodyKind)
    note = version.fact.note
    isCurrent = version.period.surelyContains(day)
    from = When(version.period.from)
    until = When(version.period.until)
    certainty = version.certainty
    source = version.source.text
  }

  static func inOrder(_ a: TermEntry, _ b: TermEntry) -> Bool {
    a.isCurrent != b.isCurrent ? a.isCurrent : a.id < b.id
  }
}
