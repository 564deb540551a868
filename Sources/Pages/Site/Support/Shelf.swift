internal import Answers
internal import Chronicle
internal import Register
internal import Synchronization
internal import Vocabulary

/// What an answer depends on besides the record: the day, what counts as known, who asks, and more in words.
struct Stand: Hashable, Sendable {
  let day: Day
  let known: Knowledge
  let audience: Audience
  let more: String

  init(_ snapshot: Snapshot, _ more: String = "") {
    day = snapshot.trueOn
    known = snapshot.known
    audience = snapshot.audience
    self.more = more
  }
}

/// Keeps the last answers of one type that were worked out for a record, because many pages show them again.
///
/// There is one shelf for each type of answer and archive, and it goes with the archive. It holds at most 64 answers.
final class Shelf<Value: Sendable>: Sendable {
  private let kept = Mutex<[Stand: Value]>([:])

  private init() {}

  /// The answer for a stand, worked out where it is not kept.
  static func value(_ stand: Stand, in archive: Archive, _ make: () -> Value) -> Value {
    let shelf = archive.derived(Shelf<Value>.self) { _ in Shelf<Value>() }
    if let known = shelf.kept.withLock({ $0[stand] }) { return known }
    let made = make()
    shelf.kept.withLock { kept in
      if kept.count >= 64 { kept.removeAll() }
      kept[stand] = made
    }
    return made
  }
}

extension Snapshot {
  /// The bodies of a kind on the day: of some there are thousands.
  func bodies(_ kind: BodyKind) -> BodiesAnswer {
    Shelf.value(Stand(self, kind.rawValue), in: archive) { BodiesAnswer(kind, in: self) }
  }

  /// The councils of the boards of the day.
  var councils: CouncilsAnswer { Shelf.value(Stand(self), in: archive) { CouncilsAnswer(in: self) } }

  /// The map of the day.
  var map: MapAnswer { Shelf.value(Stand(self), in: archive) { MapAnswer(in: self) } }

  /// What changed on a day.
  func changes(on day: Day) -> ChangesAnswer {
    Shelf.value(Stand(on(day)), in: archive) { ChangesAnswer(on: day, in: self) }
  }

  /// The story of the map.
  var story: MapHistoryAnswer { Shelf.value(Stand(self), in: archive) { MapHistoryAnswer(in: self) } }
}

extension CouncilsAnswer {
  /// How many upper-tier councils each board has, by its identifier; a board of which no council is recorded has none.
  var counts: [String: Int] {
    Dictionary(boards.filter { $0.count > 0 }.map { ($0.board.id, $0.count) }, uniquingKeysWith: { first, _ in first })
  }
}
