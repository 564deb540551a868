public import Chronicle
internal import Governance
internal import Measures
internal import Oversight
internal import Register
internal import Vocabulary

/// What does the record rest on?
public struct SourcesAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The sources, by title.
  public let sources: [SourceEntry]

  /// Every source the record names. O(facts).
  public init(in snapshot: Snapshot) {
    let counted = SourceUses.of(snapshot)
    asAt = AsAt(snapshot)
    sources = snapshot.history(Source.self)
      .map { SourceEntry($0, uses: counted.uses[$0.fact.subject] ?? [:], in: snapshot) }
      .sorted { (Folding.fold($0.title), $0.id) < (Folding.fold($1.title), $1.id) }
    let used = sources.filter { $0.facts > 0 }.count
    sentence =
      "The record names \(Sentences.count(sources.count, "source", "sources")); \(Sentences.number(used)) of them \(used == 1 ? "is" : "are") what its facts were taken from."
  }
}

/// A source, and what was taken from it.
public struct SourceEntry: Encodable, Hashable, Sendable {
  /// How many facts of a kind were taken from it.
  public struct Use: Encodable, Hashable, Sendable {
    /// The kind of fact: `name-1`.
    public let fact: String
    /// What such a fact says.
    public let meaning: String
    /// How many.
    public let count: Int
  }

  /// A kept file it was read from.
  public struct File: Encodable, Hashable, Sendable {
    /// The name of the file.
    public let file: String
    /// The format it was read as.
    public let format: String
    /// How many bytes it has.
    public let bytes: Int
    /// SHA-256 of the file.
    public let digest: String
  }

  /// Its identifier.
  public let id: String
  /// What it is called.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// When, as its publisher says.
  public let published: When
  /// Where it can be read, or empty.
  public let address: String
  /// The licence it is used under.
  public let licence: String
  /// Anything a reader should know of it.
  public let note: String
  /// The files kept of it.
  public let files: [File]
  /// What was taken from it, by kind of fact.
  public let uses: [Use]
  /// How many facts were taken from it in all.
  public let facts: Int

  init(_ version: Version<Source>, uses: [String: (kind: FactKind, count: Int)], in snapshot: Snapshot) {
    let source = version.fact
    id = source.subject.text
    title = source.title
    publisher = source.publisher
    published = When(source.published ?? .unknown)
    address = source.address
    licence = source.licence
    note = source.note
    files = snapshot.history(Original.self, of: source.subject).map {
      File(file: $0.fact.file, format: $0.fact.format, bytes: $0.fact.bytes, digest: $0.fact.digest.hex)
    }
    self.uses = uses.values.map { Use(fact: $0.kind.name, meaning: $0.kind.meaning, count: $0.count) }
      .sorted { $0.fact < $1.fact }
    facts = uses.values.map(\.count).reduce(0, +)
  }
}

/// Counts what was taken from each source.
private struct SourceUses: Sendable {
  var uses: [ID<Source>: [String: (kind: FactKind, count: Int)]] = [:]

  /// What everyone sees in the record as it stands now is counted once for an archive.
  private struct Usual: Sendable {
    let uses: SourceUses
  }

  static func of(_ snapshot: Snapshot) -> SourceUses {
    guard snapshot.known == .latest, snapshot.audience == .public else { return SourceUses(snapshot) }
    return snapshot.archive.derived(Usual.self) { _ in Usual(uses: SourceUses(snapshot)) }.uses
  }

  private init(_ snapshot: Snapshot) {
    count(Body.self, in: snapshot)
    count(Name.self, in: snapshot)
    count(Code.self, in: snapshot)
    count(LegalStatus.self, in: snapshot)
    count(Role.self, in: snapshot)
    count(Address.self, in: snapshot)
    count(Relation.self, in: snapshot)
    count(Succession.self, in: snapshot)
    count(Share.self, in: snapshot)
    count(Overlap.self, in: snapshot)
    count(Placement.self, in: snapshot)
    count(AreaMember.self, in: snapshot)
    count(Tile.self, in: snapshot)
    count(Claim.self, in: snapshot)
    count(Term.self, in: snapshot)
    count(Lookup.self, in: snapshot)
    count(MeasureDefinition.self, in: snapshot)
    count(Observation.self, in: snapshot)
    count(MeasureProfile.self, in: snapshot)
    count(Target.self, in: snapshot)
    count(SeriesNote.self, in: snapshot)
    count(Commentary.self, in: snapshot)
    count(DisclosurePolicy.self, in: snapshot)
    count(Release.self, in: snapshot)
    count(DecidedSegment.self, in: snapshot)
    count(SupportStep.self, in: snapshot)
    count(AgreedCriterion.self, in: snapshot)
    count(TakenAction.self, in: snapshot)
    count(AssessmentPart.self, in: snapshot)
    for sheet in Sheets.all { count(rowsOf: sheet, in: snapshot) }
  }

  private mutating func count<S: Sheet>(rowsOf sheet: S.Type, in snapshot: Snapshot) {
    count(Row<S>.self, in: snapshot)
  }

  mutating func count<F: Fact>(_ type: F.Type, in snapshot: Snapshot) {
    for version in snapshot.history(type) {
      guard let source = version.source.source else { continue }
      uses[source, default: [:]][F.kind.name, default: (F.kind, 0)].count += 1
    }
  }
}
