internal import Chronicle
internal import Synchronization
internal import Vocabulary

/// Crosswalks already worked out for an archive: the measures of a file, and the months of a report, come by the same
/// units again and again.
///
/// Safe for any number of threads. What is kept is bounded by the units it holds; beyond that it starts afresh.
final class CrosswalkShelf: Sendable {
  /// Everything a crosswalk depends on but the archive.
  struct Key: Hashable {
    let grain: String
    let basis: Basis
    let period: Period
    let units: [String]
    let texts: [String: [String]]
    let map: Map
    let day: Day
    let known: Knowledge
    let audience: Audience

    init(_ units: Units, on map: Map, _ snapshot: Snapshot) {
      grain = units.grain
      basis = units.basis
      period = units.period
      self.units = units.block.units
      texts = units.block.texts
      self.map = map
      day = snapshot.trueOn
      known = snapshot.known
      audience = snapshot.audience
    }
  }

  private struct Kept {
    var crosswalks: [Key: Crosswalk] = [:]
    var units = 0
  }

  private static let mostUnits = 250_000
  private let kept = Mutex(Kept())

  /// The crosswalk under a key, worked out where it is not kept.
  func crosswalk(_ key: Key, _ make: () throws -> Crosswalk) rethrows -> Crosswalk {
    if let crosswalk = kept.withLock({ $0.crosswalks[key] }) { return crosswalk }
    let made = try make()
    kept.withLock { kept in
      if kept.units + key.units.count > Self.mostUnits { kept = Kept() }
      if kept.crosswalks.updateValue(made, forKey: key) == nil { kept.units += key.units.count }
    }
    return made
  }
}

extension Archive {
  var crosswalks: CrosswalkShelf { derived(CrosswalkShelf.self) { _ in CrosswalkShelf() } }
}
