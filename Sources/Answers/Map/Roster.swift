internal import Chronicle
internal import Register
internal import Vocabulary

/// The lives and successions of all bodies of some kinds, read once for a question about many days.
struct Roster {
  /// A succession as one of its two bodies sees it.
  struct Turn {
    let moment: Moment
    let other: ID<Body>
    let isSameKind: Bool
    let isInForce: Bool
    /// Whether the body is the predecessor.
    let isGift: Bool
  }

  /// A body.
  struct Member {
    let body: ID<Body>
    let kind: BodyKind
    let lives: [Period]
    let turns: [Turn]
  }

  /// The bodies, by kind as asked, then name.
  let members: [Member]

  init(_ kinds: [BodyKind], in register: Register) {
    members = kinds.flatMap { kind in
      register.everyBody(kind).map { body in
        let gifts = register.successions(from: body).map { version in
          Turn(
            moment: version.period.from, other: version.fact.successor,
            isSameKind: register.kind(version.fact.successor) == kind,
            isInForce: version.fact.status.isInForce,
            isGift: true)
        }
        let gains = register.successions(to: body).map { version in
          Turn(
            moment: version.period.from, other: version.fact.subject,
            isSameKind: register.kind(version.fact.subject) == kind, isInForce: version.fact.status.isInForce,
            isGift: false)
        }
        return Member(
          body: body, kind: kind, lives: register.snapshot.history(Body.self, of: body).map(\.period),
          turns: gifts + gains)
      }
    }
  }

  /// The exact days on which one of the bodies begins, ends or takes part in a succession, in order.
  var exactDays: [Day] {
    var days: Set<Day> = []
    for member in members {
      for period in member.lives { days.formUnion([period.from.day, period.until.day].compactMap(\.self)) }
      days.formUnion(member.turns.compactMap(\.moment.day))
    }
    return days.filter { $0 != .distantPast && $0 != .distantFuture }.sorted()
  }

  /// Every day by which something has surely happened to one of the bodies, in order.
  var sureDays: [Day] {
    var days: Set<Day> = []
    for member in members {
      for period in member.lives { days.formUnion([period.from.latest, period.until.latest]) }
      days.formUnion(member.turns.map(\.moment.latest))
    }
    return days.filter { $0 != .distantPast && $0 != .distantFuture }.sorted()
  }

  /// The bodies that begin, end, grow or shrink on a day.
  func changed(on day: Day) -> Set<ID<Body>> {
    Set(
      members.filter { member in
        member.lives.contains { $0.from.day == day || $0.until.day == day }
          || member.turns.contains { $0.moment.day == day }
      }
      .map(\.body))
  }

  /// How many bodies of a kind surely existed on a day, and how many more may have.
  func count(_ kind: BodyKind, on day: Day) -> (sure: Int, possible: Int) {
    let own = members.filter { $0.kind == kind }
    let sure = own.filter { $0.lives.contains { $0.surelyContains(day) } }.count
    return (sure, own.filter { $0.lives.contains { $0.mayContain(day) } }.count - sure)
  }
}
