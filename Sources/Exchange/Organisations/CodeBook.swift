internal import Chronicle
internal import Register
internal import Vocabulary

/// Which bodies a code has stood for, and when: a code never resolves without its days.
struct CodeBook {
  private let register: Register
  private var known: [String: [Holder]] = [:]

  /// One body's holding of an ODS code, clipped to the body's life.
  struct Holder: Hashable {
    let body: ID<Body>
    let kind: BodyKind
    let period: Period
  }

  /// The codes a register knows.
  init(_ register: Register) { self.register = register }

  /// Every holding of an ODS code, by start. O(1) after the first time.
  mutating func holders(of code: String) -> [Holder] {
    if let holders = known[code] { return holders }
    var holders: [Holder] = []
    for version in register.holders(ofCode: code, in: "ods") {
      let body = version.fact.subject
      for life in register.snapshot.history(Body.self, of: body) {
        guard let period = version.period.intersection(life.period) else { continue }
        holders.append(Holder(body: body, kind: life.fact.bodyKind, period: period))
      }
    }
    holders.sort { ($0.period.from.earliest, $0.body) < ($1.period.from.earliest, $1.body) }
    known[code] = holders
    return holders
  }

  /// The holdings of a code by bodies of these kinds.
  mutating func holders(of code: String, kinds: Set<BodyKind>) -> [Holder] {
    holders(of: code).filter { kinds.contains($0.kind) }
  }

  /// The holdings of a code that may be in force on one of some days.
  mutating func holders(of code: String, kinds: Set<BodyKind>, at moment: Moment) -> [Holder] {
    holders(of: code, kinds: kinds).filter {
      $0.period.from.earliest <= moment.latest && moment.earliest < $0.period.until.latest
    }
  }

  /// What a body with a code and a life is called here.
  enum Identity: Hashable {
    /// A body the register has.
    case known(ID<Body>)
    /// A new one.
    case new(ID<Body>)
    /// The code stands for something else at that time.
    case taken(ID<Body>, BodyKind)

    /// Whether the register has no such body yet.
    var isNew: Bool { if case .new = self { true } else { false } }
  }

  /// The body of a kind that has a code during a life: one the register has or, failing that, a new identifier.
  mutating func identity(code: String, kind: BodyKind, life: Period) -> Identity {
    let overlapping = holders(of: code).filter {
      $0.period.from.earliest < life.until.latest && life.from.earliest < $0.period.until.latest
    }
    if let same = overlapping.first(where: { $0.kind == kind }) { return .known(same.body) }
    if let other = overlapping.first { return .taken(other.body, other.kind) }
    // A code is not given to a second body of the same kind: this is the one that held it before or after.
    if let same = holders(of: code).last(where: { $0.kind == kind }) { return .known(same.body) }
    let plain = ID<Body>(slug: "ods.\(code.lowercased())")
    guard register.existence(plain) != nil else { return .new(plain) }
    // The code was another body's before: the year tells them apart.
    let year = life.from.latest == .distantFuture ? "" : ".\(life.from.latest.civil.year)"
    return .new(ID(slug: "ods.\(code.lowercased())\(year.isEmpty ? ".later" : year)"))
  }

  /// Whether the body of a kind with a code may have existed at some time in a period, or is not known at all.
  mutating func isOpen(_ code: String, _ kind: BodyKind, during period: Period) -> Bool {
    let known = holders(of: code, kinds: [kind])
    return known.isEmpty
      || known.contains {
        $0.period.from.earliest < period.until.latest && period.from.earliest < $0.period.until.latest
      }
  }

  /// When a file that shows a body under a holder at some moment, and not since when, lets them be taken as tied: for
  /// as long as both existed. Where the holder took over a part of another body's area meanwhile, the tie may be no
  /// older than that day.
  func undated(_ life: Period, under holder: Holder, seen: Moment) -> Period? {
    guard let both = life.clipped(to: holder.period) else { return nil }
    var latest = both.from.latest
    for change in register.successions(to: holder.body)
    where change.fact.status.isInForce && Self.partial.contains(change.fact.event) {
      guard let day = change.period.from.day, day > both.from.latest, day <= seen.latest else { continue }
      latest = max(latest, day)
    }
    let period = Period(from: Moment(between: both.from.earliest, and: latest), until: both.until)
    return period.isEmpty ? nil : period
  }

  private static let partial: Set<Succession.Event> = [.boundaryChange, .transfer]

  /// When one holder was part of another, whichever bodies of these kinds they were.
  mutating func together(_ lower: String, _ upper: String, lower kinds: Set<BodyKind>) -> [Period] {
    let above = Set(holders(of: upper).map(\.body))
    var periods: [Period] = []
    for holder in holders(of: lower, kinds: kinds) {
      for tie in register.snapshot.history(Relation.self, of: holder.body)
      where tie.fact.type == Relation.partOf && above.contains(tie.fact.object) {
        if let period = tie.period.intersection(holder.period) { periods.append(period) }
      }
    }
    return periods
  }

  /// The ONS codes of a body that may be in force at a moment.
  func onsCodes(of body: ID<Body>, at moment: Moment) -> Set<String> {
    Set(
      register.snapshot.history(Code.self, of: body).filter {
        $0.fact.scheme == "ons" && $0.period.from.earliest <= moment.latest
          && moment.earliest < $0.period.until.latest
      }.map(\.fact.text))
  }

  /// What a body is called, for messages.
  func name(_ body: ID<Body>) -> String { register.name(body) }
}

extension Period {
  /// The part of a stated period that lies in the life of what it refers to.
  ///
  /// Where that life's start or end is known only in part, and the stated day may lie inside it, the stated day is
  /// kept: who states it says that the other was there then.
  func clipped(to life: Period) -> Period? {
    let start: Moment
    if !life.from.isExact, from.earliest >= life.from.earliest, from.earliest != .distantPast {
      start = from
    } else {
      start = Moment(
        between: max(from.earliest, life.from.earliest), and: max(from.latest, life.from.latest))
    }
    let end: Moment
    if !life.until.isExact, until.latest <= life.until.latest, until != .never {
      end = until
    } else {
      end = Moment(
        between: min(until.earliest, life.until.earliest), and: min(until.latest, life.until.latest))
    }
    let period = Period(from: start, until: end)
    return period.isEmpty ? nil : period
  }
}
