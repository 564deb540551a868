public import Chronicle
public import Vocabulary

/// Bodies as a snapshot shows them: which there are, what they are called, how they stand to one another.
///
/// A stateless lens. The indexes behind it are made once per archive.
public struct Register: Sendable {
  /// The snapshot looked through.
  public let snapshot: Snapshot
  let index: RegisterIndex

  fileprivate init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    index = snapshot.archive.derived(RegisterIndex.self, RegisterIndex.init)
  }
}

extension Snapshot {
  /// The bodies.
  public var register: Register { Register(self) }
}

/// Where in the tables things stand that are looked for by something other than their subject.
struct RegisterIndex: Sendable {
  /// Positions in the table of codes, by upper-cased code.
  var codes: [String: [Int]] = [:]
  /// Positions in the table of relations, by object.
  var relationsTo: [ID<Body>: [Int]] = [:]
  /// Positions in the table of successions, by successor.
  var successionsTo: [ID<Body>: [Int]] = [:]
  /// Positions in the table of overlaps, by the other body.
  var overlapsWith: [ID<Body>: [Int]] = [:]
  /// Positions in the table of bodies, by kind.
  var bodies: [BodyKind: [Int]] = [:]
  /// Positions in the table of placements, by scheme and code.
  var placements: [String: [String: [Int]]] = [:]
  /// The bodies of a demonstration, which are no part of England.
  var invented: Set<ID<Body>> = []

  init(_ archive: Archive) {
    for (position, version) in archive.table(Code.self).versions.enumerated() {
      codes[Code.key(version.fact.text), default: []].append(position)
    }
    for (position, version) in archive.table(Relation.self).versions.enumerated() {
      relationsTo[version.fact.object, default: []].append(position)
    }
    for (position, version) in archive.table(Succession.self).versions.enumerated() {
      successionsTo[version.fact.successor, default: []].append(position)
    }
    for (position, version) in archive.table(Overlap.self).versions.enumerated() {
      overlapsWith[version.fact.other, default: []].append(position)
    }
    for (position, version) in archive.table(Body.self).versions.enumerated() {
      bodies[version.fact.bodyKind, default: []].append(position)
    }
    for version in archive.table(Role.self).versions where version.fact.text == Role.demonstration {
      invented.insert(version.fact.subject)
    }
    for (position, version) in archive.table(Placement.self).versions.enumerated() {
      placements[version.fact.scheme, default: [:]][version.fact.code, default: []].append(position)
    }
  }
}

extension Register {
  // MARK: Bodies

  /// Whether a body was invented for a demonstration. Such a body has its pages and answers and is no part of England: no
  /// list or count of the country's bodies has it.
  public func isInvented(_ body: ID<Body>) -> Bool { index.invented.contains(body) }

  /// The bodies of a kind that surely exist on the day, sorted by name; those of a demonstration apart.
  public func bodies(_ kind: BodyKind) -> [ID<Body>] {
    let table = snapshot.archive.table(Body.self).versions
    let found = (index.bodies[kind] ?? []).lazy.map { table[$0] }
      .filter {
        $0.period.surelyContains(snapshot.trueOn) && snapshot.holds($0) && !index.invented.contains($0.fact.subject)
      }.map(\.fact.subject)
    return Set(found).map { (name($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// All bodies of a kind, whenever they exist, sorted by name; those of a demonstration apart.
  public func everyBody(_ kind: BodyKind) -> [ID<Body>] {
    let table = snapshot.archive.table(Body.self).versions
    let found = (index.bodies[kind] ?? []).lazy.map { table[$0] }
      .filter { snapshot.holds($0) && !index.invented.contains($0.fact.subject) }.map(\.fact.subject)
    return Set(found).map { (name($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The kinds of which a body surely exists on the day.
  public var kinds: [BodyKind] {
    BodyKind.allCases.filter { kind in
      let table = snapshot.archive.table(Body.self).versions
      return (index.bodies[kind] ?? []).contains { position in
        table[position].period.surelyContains(snapshot.trueOn) && snapshot.holds(table[position])
      }
    }
  }

  /// What is recorded of a body's existence: its kind and life, on the day or, failing that, at its nearest.
  public func existence(_ body: ID<Body>) -> Version<Body>? {
    snapshot.nearest(Body.self, of: body)
  }

  /// The kind of a body.
  public func kind(_ body: ID<Body>) -> BodyKind? { existence(body)?.fact.bodyKind }

  /// Whether a body surely exists on the day.
  public func exists(_ body: ID<Body>) -> Bool { snapshot.first(Body.self, of: body) != nil }

  /// The legal form on the day.
  public func legalForm(_ body: ID<Body>) -> Version<LegalStatus>? { snapshot.nearest(LegalStatus.self, of: body) }

  // MARK: Names

  /// The official name on the day, or at the nearest time it has one; its identifier when it has none.
  public func name(_ body: ID<Body>) -> String { name(body, as: .official) ?? body.text }

  /// The short name, or the official name where there is none.
  public func shortName(_ body: ID<Body>) -> String { name(body, as: .short) ?? name(body) }

  private func name(_ body: ID<Body>, as usage: Name.Usage) -> String? {
    let table = snapshot.archive.table(Name.self).versions(of: body)
    var best: Version<Name>?
    for version in table where version.fact.usage == usage && snapshot.holds(version) {
      if version.period.surelyContains(snapshot.trueOn) { return version.fact.text }
      if best.map({ snapshot.distance(to: version.period) < snapshot.distance(to: $0.period) }) ?? true {
        best = version
      }
    }
    return best?.fact.text
  }

  // MARK: Codes

  /// The codes of a body on the day; of its whole life when it has none on the day.
  public func codes(_ body: ID<Body>) -> [Version<Code>] {
    let now = snapshot.all(Code.self, of: body)
    return now.isEmpty ? snapshot.history(Code.self, of: body) : now
  }

  /// The code of a body in a scheme on the day, or at its nearest.
  public func code(_ body: ID<Body>, in scheme: String) -> String? {
    snapshot.archive.table(Code.self).versions(of: body)
      .filter { $0.fact.scheme == scheme && snapshot.holds($0) }
      .min { snapshot.distance(to: $0.period) < snapshot.distance(to: $1.period) }?.fact.text
  }

  /// Every holding of a code, whenever, in any scheme or in one; codes are compared without regard to case.
  public func holders(ofCode code: String, in scheme: String? = nil) -> [Version<Code>] {
    let table = snapshot.archive.table(Code.self).versions
    return (index.codes[Code.key(code)] ?? []).map { table[$0] }
      .filter { (scheme == nil || $0.fact.scheme == scheme) && snapshot.holds($0) }
  }

  /// The bodies a code surely stands for on the day. A code without a day has no meaning, so there is no other way.
  public func bodies(withCode code: String, in scheme: String? = nil) -> [ID<Body>] {
    var found: [ID<Body>] = []
    for holder in holders(ofCode: code, in: scheme)
    where holder.period.surelyContains(snapshot.trueOn) && !found.contains(holder.fact.subject) {
      found.append(holder.fact.subject)
    }
    return found
  }

  // MARK: Relations

  /// The relations a body stands in on the day.
  public func relations(of body: ID<Body>, type: String? = nil) -> [Version<Relation>] {
    snapshot.all(Relation.self, of: body).filter { type == nil || $0.fact.type == type }
  }

  /// The relations others stand in to a body on the day.
  public func relations(to body: ID<Body>, type: String? = nil) -> [Version<Relation>] {
    let table = snapshot.archive.table(Relation.self).versions
    return (index.relationsTo[body] ?? []).map { table[$0] }
      .filter {
        (type == nil || $0.fact.type == type) && $0.period.surelyContains(snapshot.trueOn) && snapshot.holds($0)
      }
  }

  /// Every relation to a body, whenever.
  public func relationHistory(to body: ID<Body>) -> [Version<Relation>] {
    let table = snapshot.archive.table(Relation.self).versions
    return (index.relationsTo[body] ?? []).map { table[$0] }.filter { snapshot.holds($0) }
  }

  /// The nearest body of a kind that a body is part of on the day, itself included. O(depth).
  public func ancestor(of body: ID<Body>, kind: BodyKind) -> ID<Body>? {
    var seen: Set<ID<Body>> = []
    var level = [body]
    while !level.isEmpty {
      if let found = level.first(where: { self.kind($0) == kind }) { return found }
      seen.formUnion(level)
      level = level.flatMap { relations(of: $0, type: Relation.partOf).map(\.fact.object) }.filter {
        !seen.contains($0)
      }
    }
    return nil
  }

  /// The bodies of a kind that are part of a body on the day, through any number of levels, sorted by name.
  public func descendants(of body: ID<Body>, kind: BodyKind) -> [ID<Body>] {
    var seen: Set<ID<Body>> = [body]
    var level = [body]
    var found: [ID<Body>] = []
    while !level.isEmpty {
      level = level.flatMap { relations(to: $0, type: Relation.partOf).map(\.fact.subject) }
        .filter { seen.insert($0).inserted }
      found += level.filter { self.kind($0) == kind }
    }
    return found.map { (name($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  // MARK: Succession

  /// What took a body's place, whenever, by date.
  public func successions(from body: ID<Body>) -> [Version<Succession>] {
    snapshot.history(Succession.self, of: body)
  }

  /// What a body took the place of, whenever, by date.
  public func successions(to body: ID<Body>) -> [Version<Succession>] {
    let table = snapshot.archive.table(Succession.self).versions
    return (index.successionsTo[body] ?? []).map { table[$0] }.filter { snapshot.holds($0) }
      .sorted { ($0.period.from.earliest, $0.fact.subject) < ($1.period.from.earliest, $1.fact.subject) }
  }

  /// How much of a body went to a successor, one for each basis and unit counted.
  public func shares(from body: ID<Body>, to successor: ID<Body>? = nil) -> [Version<Share>] {
    snapshot.history(Share.self, of: body).filter { successor == nil || $0.fact.successor == successor }
  }

  // MARK: Areas

  /// The overlaps of areas with a body on the day.
  public func overlaps(with body: ID<Body>) -> [Version<Overlap>] {
    let table = snapshot.archive.table(Overlap.self).versions
    return (index.overlapsWith[body] ?? []).map { table[$0] }
      .filter { $0.period.surelyContains(snapshot.trueOn) && snapshot.holds($0) }
  }

  /// The body a piece of the map is placed in on the day by a fact of its own.
  public func placement(scheme: String, code: String) -> ID<Body>? {
    guard let positions = index.placements[scheme]?[code] else { return nil }
    let table = snapshot.archive.table(Placement.self).versions
    return positions.lazy.map { table[$0] }
      .first { $0.period.surelyContains(snapshot.trueOn) && snapshot.holds($0) }?.fact.body
  }

  /// The days after this one on which a body of a kind begins or ends, or a succession takes effect, in order.
  public func changeDays(of kinds: Set<BodyKind>) -> [Day] {
    var days: Set<Day> = []
    for version in snapshot.history(Body.self) where kinds.contains(version.fact.bodyKind) {
      if let day = version.period.from.day, day != .distantPast { days.insert(day) }
      if let day = version.period.until.day, day != .distantFuture { days.insert(day) }
    }
    for version in snapshot.history(Succession.self) {
      if let day = version.period.from.day, day != .distantPast, let kind = kind(version.fact.successor),
        kinds.contains(kind)
      {
        days.insert(day)
      }
    }
    return days.sorted()
  }
}

extension Snapshot {
  /// The version about a subject that is surely true on the day or, failing that, the one nearest to it in time.
  public func nearest<F: Fact>(_ type: F.Type, of subject: ID<F.Subject>) -> Version<F>? {
    var best: Version<F>?
    for version in archive.table(type).versions(of: subject) where holds(version) {
      if version.period.surelyContains(trueOn) { return version }
      if best.map({ distance(to: version.period) < distance(to: $0.period) }) ?? true { best = version }
    }
    return best
  }

  /// How many days lie between the day and a period: 0 inside it.
  public func distance(to period: Period) -> Int {
    if period.mayContain(trueOn) { return 0 }
    if trueOn < period.from.earliest { return Int(period.from.earliest.number) - Int(trueOn.number) }
    return Int(trueOn.number) - Int(period.until.latest.number) + 1
  }
}
