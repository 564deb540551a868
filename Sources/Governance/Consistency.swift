public import Chronicle
internal import Vocabulary

/// Something in the sheets that cannot be, whoever recorded it.
public struct Inconsistency: Hashable, Sendable {
  /// The entry it stands in.
  public let entry: Int
  /// What is wrong and what to do.
  public let reason: String

  /// Finds what cannot be in the whole of an archive: circles, two people in one seat at once, dates in the wrong order.
  /// O(rows).
  public static func all(in archive: Archive) -> [Inconsistency] {
    let governance = Snapshot(archive, trueOn: .distantFuture, audience: .restricted).governance
    return circles(governance.calendar(Group.self), through: { $0.given.parent }, "group", "reports to")
      + circles(governance.calendar(Authority.self), through: { $0.given.parent }, "authority", "is derived from")
      + circles(governance.calendar(Function.self), through: { $0.given.predecessor }, "function", "follows")
      + delegationCircles(governance.calendar(Authority.self)) + doubleHoldings(governance) + dates(governance)
  }

  /// Rows whose chain of parents comes back to themselves.
  private static func circles<S: Sheet>(
    _ rows: [Held<S>], through next: (Held<S>) -> ID<S>?, _ word: String, _ verb: String
  ) -> [Inconsistency] {
    var parent: [ID<S>: ID<S>] = [:]
    for row in rows { parent[row.id] = next(row) ?? parent[row.id] }
    return rows.compactMap { row in
      var seen: Set<ID<S>> = [row.id]
      var at = row.id
      while let up = parent[at] {
        if up == row.id {
          return Inconsistency(
            entry: row.version.entry,
            reason: "the \(word) '\(row.id)' \(verb) itself, by way of '\(parent[row.id] ?? up)': break the circle")
        }
        guard seen.insert(up).inserted else { return nil }
        at = up
      }
      return nil
    }
  }

  /// A function passed on until it comes back to one who passed it on.
  private static func delegationCircles(_ authorities: [Held<Authority>]) -> [Inconsistency] {
    let passed = authorities.filter { $0.given.sort != .reserved }
    var found: [Inconsistency] = []
    for start in passed {
      guard let function = start.given.function, let origin = start.given.giver else { continue }
      var reached: Set<ID<Holder>> = []
      var edge = [start]
      while let step = edge.popLast() {
        guard let taker = step.given.taker else { continue }
        if taker == origin {
          found.append(
            Inconsistency(
              entry: start.version.entry,
              reason: "the authority '\(start.id)' passes '\(function)' on from '\(origin)' and it comes back to "
                + "'\(origin)' through '\(step.id)': end one of them"))
          break
        }
        guard reached.insert(taker).inserted else { continue }
        edge += passed.filter {
          $0.given.function == function && $0.given.giver == taker && $0.period.intersection(step.period) != nil
        }
      }
    }
    return found
  }

  /// Two people in one seat at the same time.
  private static func doubleHoldings(_ governance: Governance) -> [Inconsistency] {
    var bySeat: [ID<Seat>: [Held<Appointment>]] = [:]
    for held in governance.calendar(Appointment.self) {
      if let seat = held.given.seat { bySeat[seat, default: []].append(held) }
    }
    var found: [Inconsistency] = []
    for (seat, held) in bySeat.sorted(by: { $0.key < $1.key }) {
      for (index, later) in held.enumerated() {
        guard
          let earlier = held[..<index].first(where: {
            $0.id != later.id && $0.period.until.latest > later.period.from.earliest
              && later.period.until.latest > $0.period.from.earliest
          })
        else { continue }
        found.append(
          Inconsistency(
            entry: later.version.entry,
            reason: "'\(later.id)' and '\(earlier.id)' hold the seat '\(seat)' at the same time: end one before the "
              + "other begins, or add a seat"))
      }
    }
    return found
  }

  private static func dates(_ governance: Governance) -> [Inconsistency] {
    var found: [Inconsistency] = []
    func order(_ entry: Int, _ first: (String, Day?), _ last: (String, Day?)) {
      guard let from = first.1, let until = last.1, until < from else { return }
      found.append(
        Inconsistency(
          entry: entry,
          reason: "'\(last.0)' is \(until) and '\(first.0)' is \(from): the one cannot come before the other"))
    }
    for row in governance.calendar(Interest.self) {
      let given = row.given
      order(row.version.entry, ("aware", given.aware), ("declared", given.declared))
    }
    for row in governance.calendar(Meeting.self) {
      let given = row.given
      order(row.version.entry, ("on", given.on), ("minutes-approved", given.minutesApproved))
      order(row.version.entry, ("on", given.on), ("minutes-published", given.minutesPublished))
    }
    for row in governance.calendar(Procurement.self) {
      let given = row.given
      order(row.version.entry, ("began", given.began), ("awarded", given.awarded))
      order(row.version.entry, ("began", given.began), ("contracted", given.contracted))
    }
    for row in governance.calendar(Representation.self) {
      let given = row.given
      order(row.version.entry, ("received", given.received), ("told", given.told))
    }
    for row in governance.calendar(Reconfiguration.self) {
      let given = row.given
      order(row.version.entry, ("called-in", given.calledIn), ("directed", given.directed))
    }
    return found
  }
}
