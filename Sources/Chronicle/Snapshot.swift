public import Vocabulary

/// What is taken as known when a question is answered.
public enum Knowledge: Hashable, Sendable {
  /// All that is recorded now.
  case latest
  /// All that was recorded by a transaction: provable from the journal.
  case recorded(by: Int)
  /// All that its sources had published by a day: claimed by the sources, not provable.
  case published(by: Day)
}

/// A lens on an archive: true on a day, known by a point, for an audience. Made in O(1).
public struct Snapshot: Sendable {
  /// The archive looked at.
  public let archive: Archive
  /// The day for which the answer is to be true.
  public let trueOn: Day
  /// What is taken as known.
  public let known: Knowledge
  /// Who asks.
  public let audience: Audience

  /// A lens.
  public init(_ archive: Archive, trueOn: Day, known: Knowledge = .latest, audience: Audience = .public) {
    self.archive = archive
    self.trueOn = trueOn
    self.known = known
    self.audience = audience
  }

  /// The same lens turned to another day.
  public func on(_ day: Day) -> Snapshot { Snapshot(archive, trueOn: day, known: known, audience: audience) }

  /// Whether a version is known and may be seen, whenever it is true.
  public func holds<F>(_ version: Version<F>) -> Bool {
    guard audience.maySee(version.audience) else { return false }
    switch known {
    case .latest: return version.retracted == .max
    case .recorded(let transaction): return version.recorded <= transaction && version.retracted > transaction
    case .published(let day):
      guard publication(of: version.source.source, recordedBy: version.recorded) <= day else { return false }
      guard version.retracted != .max else { return true }
      return archive.transactions[version.retracted - 1].at.londonDay > day
    }
  }

  /// The day a source was published. A source that does not say counts from the day it was recorded, and one that
  /// says a month from the last day of that month: never earlier than it can have been.
  private func publication(of source: ID<Source>?, recordedBy transaction: Int) -> Day {
    let recorded = archive.transactions[transaction - 1].at.londonDay
    guard let source, let published = archive.derived(Publications.self, Publications.init).latest[source]
    else {
      return recorded
    }
    return published
  }

  /// All known versions of a fact, whenever they are true.
  public func history<F: Fact>(_ type: F.Type) -> some Sequence<Version<F>> {
    archive.table(type).versions.lazy.filter { holds($0) }
  }

  /// The known versions about a subject, whenever they are true, by start.
  public func history<F: Fact>(_ type: F.Type, of subject: ID<F.Subject>) -> [Version<F>] {
    archive.table(type).versions(of: subject).filter { holds($0) }
  }

  /// All known versions that are surely true on the day.
  public func all<F: Fact>(_ type: F.Type) -> some Sequence<Version<F>> {
    archive.table(type).versions.lazy.filter { $0.period.surelyContains(trueOn) && holds($0) }
  }

  /// The known versions about a subject that are surely true on the day.
  public func all<F: Fact>(_ type: F.Type, of subject: ID<F.Subject>) -> [Version<F>] {
    archive.table(type).versions(of: subject).filter { $0.period.surelyContains(trueOn) && holds($0) }
  }

  /// The first known version about a subject that is surely true on the day.
  public func first<F: Fact>(_ type: F.Type, of subject: ID<F.Subject>) -> Version<F>? {
    archive.table(type).versions(of: subject).first { $0.period.surelyContains(trueOn) && holds($0) }
  }
}

/// When each source says it was published.
private struct Publications: Sendable {
  var latest: [ID<Source>: Day] = [:]

  init(_ archive: Archive) {
    for version in archive.table(Source.self).versions where version.retracted == .max {
      if let published = version.fact.published, published.latest != .distantFuture {
        latest[version.fact.subject] = published.latest
      }
    }
  }
}
