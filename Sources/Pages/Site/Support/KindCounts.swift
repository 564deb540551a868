internal import Chronicle
internal import Register
internal import Vocabulary

/// How many bodies of each kind surely exist on a day.
///
/// The days on which lives begin and end are sorted once for each record, so that a page only searches them:
/// O(kinds · log bodies). Where only part of what is recorded counts as known, the bodies are gone through.
struct KindCounts: Sendable {
  private var starts: [BodyKind: [Day]] = [:]
  private var ends: [BodyKind: [Day]] = [:]

  private init(_ archive: Archive) {
    let snapshot = Snapshot(archive, trueOn: .distantPast)
    let register = snapshot.register
    for version in snapshot.history(Body.self)
    where version.period.from.latest < version.period.until.earliest && !register.isInvented(version.fact.subject) {
      starts[version.fact.bodyKind, default: []].append(version.period.from.latest)
      ends[version.fact.bodyKind, default: []].append(version.period.until.earliest)
    }
    for kind in starts.keys {
      starts[kind]?.sort()
      ends[kind]?.sort()
    }
  }

  /// The kinds of which there is one, with how many, in the order readers look for them.
  static func on(_ snapshot: Snapshot) -> [(kind: BodyKind, count: Int)] {
    let counts = snapshot.known == .latest ? indexed(snapshot) : counted(snapshot)
    return BodyKind.allCases.compactMap { kind in counts[kind].flatMap { $0 > 0 ? (kind, $0) : nil } }
  }

  private static func indexed(_ snapshot: Snapshot) -> [BodyKind: Int] {
    let index = snapshot.archive.derived(KindCounts.self, KindCounts.init)
    return Dictionary(
      uniqueKeysWithValues: index.starts.map { kind, days in
        (kind, upTo(snapshot.trueOn, days) - upTo(snapshot.trueOn, index.ends[kind] ?? []))
      })
  }

  private static func counted(_ snapshot: Snapshot) -> [BodyKind: Int] {
    let register = snapshot.register
    return snapshot.all(Body.self).filter { !register.isInvented($0.fact.subject) }
      .reduce(into: [:]) { $0[$1.fact.bodyKind, default: 0] += 1 }
  }

  /// How many of the sorted days are not after a day.
  private static func upTo(_ day: Day, _ days: [Day]) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
