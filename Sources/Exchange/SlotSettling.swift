internal import Chronicle
internal import Vocabulary

/// Brings the claims of one file into a slot, beside what the record has there.
struct SlotSettling {
  private var known: [SlotClaim]
  private let before: [Period]
  private let originals: [Statement]
  private let incoming: [SlotClaim]
  private var added: [SlotClaim] = []
  private(set) var undecided: [Statement] = []

  /// A slot with what is known of it, and what a file says of it.
  init(known: [SlotClaim], incoming: [SlotClaim]) {
    self.known = known
    self.incoming =
      incoming.count < 2
      ? incoming
      : incoming.enumerated().sorted {
        ($0.element.period.from.earliest, $0.offset) < ($1.element.period.from.earliest, $1.offset)
      }.map(\.element)
    before = known.map(\.period)
    originals = known.map(\.statement)
    for claim in self.incoming { take(claim) }
  }

  /// What has to change: nothing where the record says it already.
  var changes: [Change] {
    var changes: [Change] = []
    for (index, claim) in known.enumerated() {
      let isSame = claim.period == before[index] && claim.statement == originals[index]
      guard !isSame, let entry = claim.entry else { continue }
      changes.append(.retract(entry))
      if !claim.period.isEmpty { changes.append(.assert(claim.statement.during(claim.period))) }
    }
    return changes + added.map { .assert($0.statement.during($0.period)) }
  }

  /// Takes in one claim of the file.
  private mutating func take(_ said: SlotClaim) {
    var claim = said
    var cuts: [(index: Int, period: Period)] = []
    for index in known.indices
    where known[index].value != claim.value && claim.period.overlaps(known[index].period) {
      let other = known[index]
      if saysBoth(said, other) { continue }
      switch SlotSettling.order(other, claim) {
      case .before where claim.isHistory(before: other):
        cuts.append((index, Period(from: claim.period.until, until: other.period.until)))
      case .after where other.isHistory(before: claim):
        claim.period = Period(from: other.period.until, until: claim.period.until)
      case .before:
        let cut = SlotSettling.cut(older: other, newer: claim)
        cuts.append((index, Period(from: other.period.from, until: cut)))
        claim.period = Period(from: cut, until: claim.period.until)
      case .after:
        let cut = SlotSettling.cut(older: claim, newer: other)
        cuts.append((index, Period(from: cut, until: other.period.until)))
        claim.period = Period(from: claim.period.from, until: cut)
      case .undecidable:
        undecided.append(said.statement)
        return
      }
      if claim.period.isEmpty { return }
    }
    for (index, period) in cuts { known[index].period = period }
    if let same = known.firstIndex(where: { $0.value == claim.value && $0.period.overlaps(claim.period) }) {
      known[same].merge(claim)
    } else if let same = added.firstIndex(where: {
      $0.value == claim.value && $0.period.overlaps(claim.period)
    }) {
      added[same].merge(claim)
    } else {
      added.append(claim)
    }
  }

  /// Whether the file itself says that two values held at once: then neither ends the other.
  private func saysBoth(_ claim: SlotClaim, _ other: SlotClaim) -> Bool {
    incoming.contains {
      $0.value == other.value && $0.period.overlaps(other.period) && $0.period.overlaps(claim.period)
    }
  }

  private enum Order { case before, after, undecidable }

  /// Whether what is known was seen before or after a claim: by their files, else by days they start on for certain.
  private static func order(_ known: SlotClaim, _ claim: SlotClaim) -> Order {
    if known.sighted.latest < claim.sighted.earliest { return .before }
    if known.sighted.earliest > claim.sighted.latest { return .after }
    let mine = claim.period.from
    let its = known.period.from
    if mine.isExact, mine.earliest > its.latest { return .before }
    if its.isExact, its.earliest > mine.latest { return .after }
    return .undecidable
  }

  /// When an older value gave way to a newer one.
  private static func cut(older: SlotClaim, newer: SlotClaim) -> Moment {
    let low = older.sighted.earliest.advanced(by: 1)
    let high = newer.sighted.latest
    let start = newer.period.from
    let isTrusted = newer.statement.certainty == .official || start.earliest >= low
    // The newer says since when, and it is later than the older's start.
    if start.isExact, start.earliest > older.period.from.latest, isTrusted { return start }
    var window = Moment(between: max(low, older.period.from.earliest.advanced(by: 1)), and: max(low, high))
    if !start.isExact, let both = window.common(with: start) { window = both }
    // The older says until when, and the newer was seen after that.
    let end = older.period.until
    if end != .never, end.latest <= high { return end.isExact ? end : window.common(with: end) ?? end }
    return window
  }
}

extension SlotClaim {
  /// Whether it is a stretch of the past with exact days, told by a later file, at or before the start of another: that
  /// other cannot have begun before its end.
  fileprivate func isHistory(before other: SlotClaim) -> Bool {
    statement.certainty == .official && period.from.isSaid && period.until.isExact && period.until != .never
      && period.from.earliest <= other.period.from.latest && sighted.earliest >= period.until.latest
  }

  /// Takes in the same value from a file: the more exact of both for each end, the surer of both statements.
  mutating func merge(_ claim: SlotClaim) {
    let isNewer = sighted.latest < claim.sighted.earliest
    let isOlder = sighted.earliest > claim.sighted.latest
    let isSurer = claim.statement.certainty.rank < statement.certainty.rank
    let from = SlotClaim.start(
      period.from, claim.period.from, prefersSecond: isSurer || (isNewer && !isLessSure(claim)))
    let until = SlotClaim.end(self, claim, isNewer: isNewer, isOlder: isOlder)
    let isReopened = until == .never && period.until != .never
    if isReopened || isSurer && (claim.period.from.isExact || !period.from.isExact) {
      statement = claim.statement
    }
    period = Period(from: from, until: until)
  }

  private func isLessSure(_ claim: SlotClaim) -> Bool {
    claim.statement.certainty.rank > statement.certainty.rank
  }

  private static func start(_ mine: Moment, _ its: Moment, prefersSecond: Bool) -> Moment {
    if mine == its { return mine }
    switch (mine.isSaid, its.isSaid) {
    case (true, true): return prefersSecond ? its : mine
    case (true, false): return mine
    case (false, true): return its
    case (false, false): return mine.common(with: its) ?? (prefersSecond ? its : mine)
    }
  }

  private static func end(_ mine: SlotClaim, _ its: SlotClaim, isNewer: Bool, isOlder: Bool) -> Moment {
    let a = mine.period.until
    let b = its.period.until
    if a == b { return a }
    if a == .never { return isOlder && mine.sighted.earliest >= b.latest ? a : b }
    // It was seen after its recorded end, so it has not ended, or has begun again.
    if b == .never { return isNewer && its.sighted.earliest >= a.latest ? b : a }
    switch (a.isExact, b.isExact) {
    case (true, true):
      return its.statement.certainty.rank < mine.statement.certainty.rank || isNewer ? b : a
    case (true, false): return a
    case (false, true): return b
    case (false, false): return a.common(with: b) ?? (isNewer ? b : a)
    }
  }
}

extension Certainty {
  /// 0 for the surest.
  fileprivate var rank: Int { Certainty.allCases.firstIndex(of: self) ?? Certainty.allCases.count }
}

extension Moment {
  /// Whether a day is said, and not only that it was always so.
  fileprivate var isSaid: Bool { isExact && self != .always }
}

extension Period {
  /// Whether two periods may share a day. Where one ends at the very moment the other begins they share none, even when
  /// that moment is known only in part.
  func overlaps(_ other: Period) -> Bool {
    if until == other.from || other.until == from { return false }
    return from.earliest < other.until.latest && other.from.earliest < until.latest
  }
}
