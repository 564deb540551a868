internal import Chronicle
public import Vocabulary

/// A source an answer rests on, and how sure what was taken from it is.
public struct SourceNote: Encodable, Hashable, Sendable {
  /// Its identifier.
  public let id: String
  /// What it is called; its identifier when the record has no entry for it.
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
  /// How sure what was taken from it is, surest first.
  public let certainties: [Certainty]
  /// How many facts of the answer were taken from it.
  public let facts: Int

  init(_ id: ID<Source>, certainties: [Certainty], facts: Int, in snapshot: Snapshot) {
    let known = snapshot.nearestSource(id)
    self.id = id.text
    title = known?.title ?? id.text
    publisher = known?.publisher ?? ""
    published = When(known?.published ?? .unknown)
    address = known?.address ?? ""
    licence = known?.licence ?? ""
    note = known?.note ?? ""
    self.certainties = certainties
    self.facts = facts
  }
}

/// Collects what an answer was taken from.
struct Citations {
  private var found: [ID<Source>: [Certainty: Int]] = [:]

  mutating func cite(_ things: some Sequence<any Sourced>) {
    for thing in things { cite(thing.source, thing.certainty) }
  }

  mutating func cite(_ text: String, _ certainty: Certainty) {
    guard let source = SourceReference(text)?.source else { return }
    found[source, default: [:]][certainty, default: 0] += 1
  }

  mutating func cite<F>(_ version: Version<F>?) {
    guard let version, let source = version.source.source else { return }
    found[source, default: [:]][version.certainty, default: 0] += 1
  }

  /// The sources, those of most facts first.
  func notes(in snapshot: Snapshot) -> [SourceNote] {
    found.map { source, uses in
      SourceNote(
        source, certainties: Certainty.allCases.filter { uses[$0] != nil }, facts: uses.values.reduce(0, +),
        in: snapshot)
    }
    .sorted { ($1.facts, $0.id) < ($0.facts, $1.id) }
  }
}

extension Snapshot {
  /// What the record says of a source, whenever it says it.
  func nearestSource(_ id: ID<Source>) -> Source? { history(Source.self, of: id).last?.fact }
}
