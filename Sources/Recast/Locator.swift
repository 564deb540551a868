internal import Chronicle
internal import Register
internal import Vocabulary

/// Finds where bodies lie on the map of another day: which board a sub-ICB location of January belongs to in April.
///
/// A body that exists on the day is climbed from, by `part-of`. One that does not is followed through its
/// successions, forwards or backwards; where those divide it, the recorded shares of the same basis divide it too.
/// Care counted where it is provided is never divided by where people live.
/// Each body is worked out once; the locator is used by one thread.
struct Locator {
  let snapshot: Snapshot
  let day: Day
  let kind: BodyKind
  let basis: Basis
  private let lens: Register
  private var found: [Key: Location] = [:]
  private var onTheWay: Set<Key> = []

  private struct Key: Hashable {
    let body: ID<Body>
    let counted: Day
  }

  init(_ snapshot: Snapshot, on day: Day, kind: BodyKind, basis: Basis) {
    self.snapshot = snapshot
    self.day = day
    self.kind = kind
    self.basis = basis
    lens = snapshot.on(day).register
  }

  /// Where what was counted for a body on a day lies on the map. Amortised O(1).
  mutating func locate(_ body: ID<Body>, countedOn counted: Day) -> Location {
    let key = Key(body: body, counted: counted)
    if let known = found[key] { return known }
    guard onTheWay.insert(key).inserted else {
      return .unknown("the recorded successions of \(lens.name(body)) go in a circle")
    }
    let location = work(body, counted)
    onTheWay.remove(key)
    found[key] = location
    return location
  }

  private mutating func work(_ body: ID<Body>, _ counted: Day) -> Location {
    guard let existence = lens.existence(body) else { return .unknown("\(body) is not in the record") }
    if let planned = plannedEnd(of: body) { return follow(body, planned, counted, isPlanned: true) }
    if existence.period.surelyContains(day)
      || (existence.period.mayContain(day) && !existence.period.until.isExact)
    {
      if let moved = movedParts(of: body, since: counted) { return moved }
      return climb(body, counted)
    }
    if existence.period.until.latest <= day {
      let after = snapshot.history(Succession.self, of: body)
        .filter { $0.fact.status.isInForce && $0.period.from.latest <= day }
      if !after.isEmpty { return follow(body, after, counted, isPlanned: false) }
      return climb(body, counted)
    }
    if existence.period.from.earliest > day { return trace(body, counted) }
    return climb(body, counted)
  }

  // MARK: Upwards

  private mutating func climb(_ body: ID<Body>, _ counted: Day) -> Location {
    if lens.kind(body) == kind {
      if lens.exists(body) { return .whole(body, .direct) }
      return .unknown(
        "\(lens.name(body)) does not exist on \(day.written), and what followed it is not recorded")
    }
    let sure = lens.relations(of: body, type: Relation.partOf).map(\.fact.object)
    if !sure.isEmpty { return best(of: sure, from: body, counted) }
    // No parent is sure on the day: take the one nearest in time, and say so.
    let history = snapshot.history(Relation.self, of: body).filter { $0.fact.type == Relation.partOf }
    guard
      let nearest = history.min(by: {
        lens.snapshot.distance(to: $0.period) < lens.snapshot.distance(to: $1.period)
      })
    else {
      return .none("\(lens.name(body)) is part of no \(kind.singular)")
    }
    let then = nearest.period.someDay ?? counted
    return best(of: [nearest.fact.object], from: body, min(then, max(counted, then)))
  }

  private mutating func best(of parents: [ID<Body>], from body: ID<Body>, _ counted: Day) -> Location {
    var last: Location = .none("\(lens.name(body)) is part of no \(kind.singular)")
    for parent in parents {
      let location = locate(parent, countedOn: counted)
      if case .none = location {
        last = location
        continue
      }
      return location
    }
    return last
  }

  // MARK: Forwards

  private func plannedEnd(of body: ID<Body>) -> [Version<Succession>]? {
    let planned = snapshot.history(Succession.self, of: body).filter {
      !$0.fact.status.isInForce && $0.period.from.latest <= day
        && [.merge, .split, .replace, .convert].contains($0.fact.event)
    }
    return planned.isEmpty ? nil : planned
  }

  private mutating func follow(
    _ body: ID<Body>, _ after: [Version<Succession>], _ counted: Day, isPlanned: Bool
  ) -> Location {
    let chosen = relevant(after.map(\.fact.successor), to: body)
    let date = after[0].period.from.latest
    var route = Location.Route.direct
    if isPlanned {
      route.isPlanned = true
      route.notes.append("follows a change planned for \(date.written) that is not yet in force")
    }
    if chosen.count == 1 { return onward(locate(chosen[0], countedOn: date), route) }
    guard basis != .provided else {
      return scatter(
        chosen.map { ($0, date) },
        "\(lens.name(body)) was divided on \(date.written); care counted where it is provided is not divided by "
          + "where people live")
    }
    guard let shares = shares(of: body, among: chosen) else {
      return scatter(
        chosen.map { ($0, date) }, "\(lens.name(body)) was divided on \(date.written), and no shares are recorded")
    }
    route.divisions = 1
    route.weights = shares.unit
    return divide(shares.parts.map { ($0.body, $0.share, date) }, route)
  }

  /// Of the successors recorded, those that matter: sub-ICB locations first, because they nest in boards and are
  /// placed exactly where boards are later divided; else those of the kind asked for; else of the body's own kind. So
  /// a group is not followed both to its board and to its sub-ICB location.
  private func relevant(_ successors: [ID<Body>], to body: ID<Body>) -> [ID<Body>] {
    var unique: [ID<Body>] = []
    for successor in successors where !unique.contains(successor) { unique.append(successor) }
    let order: [BodyKind?] = [.subICBLocation, kind, lens.kind(body), .integratedCareBoard]
    for preferred in order {
      let same = unique.filter { lens.kind($0) == preferred }
      if !same.isEmpty { return same }
    }
    return unique
  }

  /// Shares of one body among others, in the first unit that covers all of them, the basis's own units first.
  private func shares(of body: ID<Body>, among successors: [ID<Body>]) -> (
    parts: [Location.Part], unit: String
  )? {
    let all = snapshot.history(Share.self, of: body).map(\.fact)
    let bases: [Basis] = basis == .resident ? [.resident, .registered] : [.registered, .resident]
    for basis in bases {
      var units: [String] = []
      for share in all where share.basis == basis && !units.contains(share.unit) { units.append(share.unit) }
      for unit in units.sorted(by: { $0.hasPrefix("people") && !$1.hasPrefix("people") }) {
        let rows = successors.compactMap { successor in
          all.first { $0.basis == basis && $0.unit == unit && $0.successor == successor }
        }
        let total = rows.map(\.part).reduce(0, +)
        guard rows.count == successors.count, total > 0 else { continue }
        return (zip(successors, rows).map { Location.Part($0, $1.part / total) }, unit)
      }
    }
    return nil
  }

  /// Parts of a body that goes on existing but gave an area away between the count and the day.
  private mutating func movedParts(of body: ID<Body>, since counted: Day) -> Location? {
    let gone = snapshot.history(Succession.self, of: body).filter {
      $0.fact.status.isInForce && [.boundaryChange, .transfer].contains($0.fact.event)
        && $0.period.from.latest <= day && $0.period.from.latest > counted
    }
    guard !gone.isEmpty, basis != .provided else { return nil }
    let successors = relevant(gone.map(\.fact.successor), to: body)
    let all = snapshot.history(Share.self, of: body).map(\.fact)
    guard
      let first = all.first(where: { $0.successor == successors.first && $0.unit.hasPrefix("people") })
        ?? all.first(where: { $0.successor == successors.first })
    else { return nil }
    let rows = successors.compactMap { successor in
      all.first { $0.successor == successor && $0.unit == first.unit && $0.basis == first.basis }
    }
    guard rows.count == successors.count else { return nil }
    let away = rows.map(\.fraction).reduce(0, +)
    guard away > 0, away < 1 else { return nil }
    var route = Location.Route.direct
    route.divisions = 1
    route.weights = first.unit
    let date = gone[0].period.from.latest
    let stayed = climb(body, date)
    let parts = zip(successors, rows).map { ($0, $1.fraction, date) }
    return combine([(stayed, 1 - away)] + parts.map { (locate($0.0, countedOn: $0.2), $0.1) }, route)
  }

  // MARK: Backwards

  private mutating func trace(_ body: ID<Body>, _ counted: Day) -> Location {
    let before = lens.successions(to: body).filter { $0.fact.status.isInForce && $0.period.from.latest > day }
    guard !before.isEmpty else {
      return .unknown(
        "\(lens.name(body)) did not exist on \(day.written), and what it followed is not recorded")
    }
    var unique: [ID<Body>] = []
    for version in before where !unique.contains(version.fact.subject) { unique.append(version.fact.subject) }
    let wanted = unique.filter { lens.kind($0) == kind }
    let same = unique.filter { lens.kind($0) == lens.kind(body) }
    let chosen = !wanted.isEmpty ? wanted : !same.isEmpty ? same : unique
    let date = before[0].period.from.latest.advanced(by: -1)
    if chosen.count == 1 { return onward(locate(chosen[0], countedOn: date), .direct) }
    guard basis != .provided else {
      return scatter(
        chosen.map { ($0, date) },
        "\(lens.name(body)) was made of several bodies; which of them a provider belonged to is not known")
    }
    // How much of the body each predecessor brought, in one unit that all of them are counted in.
    let bases: [Basis] = basis == .resident ? [.resident, .registered] : [.registered, .resident]
    for basis in bases {
      let candidates = snapshot.history(Share.self, of: chosen[0]).map(\.fact)
        .filter { $0.successor == body && $0.basis == basis }
      for unit in candidates.map(\.unit).sorted(by: { $0.hasPrefix("people") && !$1.hasPrefix("people") }) {
        let rows = chosen.compactMap { predecessor in
          snapshot.history(Share.self, of: predecessor).map(\.fact)
            .first { $0.successor == body && $0.basis == basis && $0.unit == unit }
        }
        let total = rows.map(\.part).reduce(0, +)
        guard rows.count == chosen.count, total > 0 else { continue }
        var route = Location.Route.direct
        route.divisions = 1
        route.weights = unit
        return divide(zip(chosen, rows).map { ($0, $1.part / total, date) }, route)
      }
    }
    return scatter(
      chosen.map { ($0, date) },
      "\(lens.name(body)) was made of several bodies, and their shares are not recorded")
  }

  // MARK: Dividing

  /// Several bodies among which nothing may be divided: one of them, where they all lie in the same one.
  private mutating func scatter(_ among: [(body: ID<Body>, counted: Day)], _ reason: String) -> Location {
    var bodies: [ID<Body>] = []
    var isSure = true
    for part in among {
      switch locate(part.body, countedOn: part.counted) {
      case .whole(let body, _): bodies.append(body)
      case .parts(let parts, _): bodies += parts.map(\.body)
      case .scattered(let among, _): bodies += among
      case .none, .unknown: isSure = false
      }
    }
    let unique = Set(bodies).sorted()
    return isSure && unique.count == 1 ? .whole(unique[0], .direct) : .scattered(among: unique, reason)
  }

  private mutating func divide(
    _ parts: [(body: ID<Body>, share: Double, counted: Day)], _ route: Location.Route
  ) -> Location {
    combine(parts.map { (locate($0.body, countedOn: $0.counted), $0.share) }, route)
  }

  private func onward(_ location: Location, _ route: Location.Route) -> Location {
    switch location {
    case .whole(let body, let next): .whole(body, route.then(next))
    case .parts(let parts, let next): .parts(parts, route.then(next))
    case .none, .scattered, .unknown: location
    }
  }

  /// One location from several with shares. Parts that meet in the same body are whole again.
  private func combine(_ located: [(location: Location, share: Double)], _ start: Location.Route) -> Location {
    var route = start
    var order: [ID<Body>] = []
    var sums: [ID<Body>: Double] = [:]
    var deepest = 0
    func add(_ body: ID<Body>, _ share: Double) {
      if sums[body] == nil { order.append(body) }
      sums[body, default: 0] += share
    }
    for (location, share) in located {
      switch location {
      case .whole(let body, let next):
        add(body, share)
        route = route.then(next)
      case .parts(let parts, let next):
        for part in parts { add(part.body, share * part.share) }
        deepest = max(deepest, next.divisions)
        var flat = next
        flat.divisions = 0
        route = route.then(flat)
      case .scattered(let among, let reason): return .scattered(among: among, reason)
      case .none(let reason), .unknown(let reason): return .unknown(reason)
      }
    }
    route.divisions = start.divisions + deepest
    if order.count == 1 {
      route.divisions = 0
      route.weights = ""
      return .whole(order[0], route)
    }
    return .parts(order.map { Location.Part($0, sums[$0] ?? 0) }, route)
  }
}
