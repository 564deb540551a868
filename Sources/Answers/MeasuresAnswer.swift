public import Chronicle
public import Measures
public import Vocabulary

/// Of which measures does the record have figures, for when, and from whom?
public struct MeasuresAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The measures, by identifier.
  public let measures: [MeasureEntry]

  /// Every measure with figures the snapshot may show. O(observations).
  public init(in snapshot: Snapshot) {
    asAt = AsAt(snapshot)
    measures = MeasureEntry.all(in: snapshot)
    let periods = Set(measures.flatMap(\.periods).map(\.label)).count
    sentence =
      measures.isEmpty
      ? "No official figures have been loaded yet."
      : "The record has figures of \(Sentences.count(measures.count, "measure", "measures")), for "
        + "\(Sentences.count(periods, "period", "periods"))."
  }
}

/// A measure the record has figures of.
public struct MeasureEntry: Encodable, Hashable, Sendable {
  /// Figures of one period.
  public struct Held: Encodable, Hashable, Sendable {
    /// The period as its source names it.
    public let label: String
    /// The first day.
    public let from: When
    /// The first day after.
    public let until: When
    /// Final, provisional, revised or an estimate.
    public let state: String
    /// What ties a figure to its unit.
    public let basis: Basis
    /// What the figures were counted by.
    public let grain: String
    /// How many units have a figure.
    public let units: Int
    /// Where they were taken from.
    public let source: String
  }

  /// The measure's identifier.
  public let id: String
  /// Its name.
  public let name: String
  /// What it counts.
  public let unit: String
  /// Whether it adds up: `additive`, `ratio`, `not-additive`.
  public let additivity: String
  /// For a ratio, the measure above the line; otherwise empty.
  public let numerator: String
  /// For a ratio, the measure below the line; otherwise empty.
  public let denominator: String
  /// What it is, in a sentence or two.
  public let meaning: String
  /// The periods held, oldest first.
  public let periods: [Held]

  /// What ties its figures to their units, each once.
  public var bases: [Basis] { Basis.allCases.filter { basis in periods.contains { $0.basis == basis } } }
  /// What its figures were counted by, each once.
  public var grains: [String] { Array(Set(periods.map(\.grain))).sorted() }
  /// The names of its periods, oldest first, each once.
  public var labels: [String] {
    var seen: Set<String> = []
    return periods.map(\.label).filter { seen.insert($0).inserted }
  }
  /// The latest figures.
  public var latest: Held? { periods.last }
  /// Whether it is a share of one, made of two other measures.
  public var isRatio: Bool { additivity == MeasureDefinition.Additivity.ratio.rawValue }

  private init(_ definition: MeasureDefinition, periods: [Held]) {
    id = definition.subject.text
    name = definition.name
    unit = definition.unit
    additivity = definition.additivity.rawValue
    numerator = definition.numerator
    denominator = definition.denominator
    meaning = definition.meaning
    self.periods = periods
  }

  /// Every measure with figures of its own, and every ratio whose two parts have some, by identifier.
  static func all(in snapshot: Snapshot) -> [MeasureEntry] {
    let held = Dictionary(grouping: snapshot.history(Observation.self), by: \.fact.subject)
    return definitions(in: snapshot).compactMap { entry($0, held) }
  }

  /// A measure with its figures, which may be none; nil when nothing is known of it.
  public static func find(_ id: ID<Measure>, in snapshot: Snapshot) -> MeasureEntry? {
    guard let definition = snapshot.history(MeasureDefinition.self, of: id).last?.fact else { return nil }
    let parts = [id] + [definition.numerator, definition.denominator].compactMap { ID<Measure>($0) }
    let held = Dictionary(
      uniqueKeysWithValues: Set(parts).map { ($0, snapshot.history(Observation.self, of: $0)) })
    return entry(definition, held.filter { !$0.value.isEmpty }) ?? MeasureEntry(definition, periods: [])
  }

  private static func definitions(in snapshot: Snapshot) -> [MeasureDefinition] {
    let latest = Dictionary(
      snapshot.history(MeasureDefinition.self).map { ($0.fact.subject, $0.fact) },
      uniquingKeysWith: { _, last in last })
    return latest.values.sorted { $0.subject < $1.subject }
  }

  private static func entry(
    _ definition: MeasureDefinition, _ held: [ID<Measure>: [Version<Observation>]]
  ) -> MeasureEntry? {
    guard definition.additivity == .ratio else {
      return held[definition.subject].map { MeasureEntry(definition, periods: periods($0)) }
    }
    guard let above = ID<Measure>(definition.numerator).flatMap({ held[$0] }),
      let below = ID<Measure>(definition.denominator).flatMap({ held[$0] })
    else { return nil }
    let both = Set(below.map(\.fact.label))
    return MeasureEntry(definition, periods: periods(above.filter { both.contains($0.fact.label) }))
  }

  private static func periods(_ versions: [Version<Observation>]) -> [Held] {
    versions.sorted {
      ($0.period.from.earliest, $0.fact.label, $0.entry) < ($1.period.from.earliest, $1.fact.label, $1.entry)
    }
    .map { version in
      Held(
        label: version.fact.label, from: When(version.period.from), until: When(version.period.until),
        state: version.fact.state.rawValue, basis: version.fact.basis, grain: version.fact.grain,
        units: version.fact.count, source: version.source.text)
    }
  }
}
