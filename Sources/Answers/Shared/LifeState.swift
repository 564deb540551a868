internal import Chronicle
internal import Register
internal import Vocabulary

/// How a body's life stands to the day of an answer.
public enum LifeState: String, Encodable, Hashable, Sendable, CaseIterable {
  /// It surely exists on the day.
  case existing
  /// It had ended by the day.
  case ended
  /// It had not begun on the day.
  case notYet = "not-yet"
  /// Its dates are known only in part, so it may or may not have existed on the day.
  case uncertain

  init(_ life: Period, on day: Day) {
    if life.surelyContains(day) {
      self = .existing
    } else if life.mayContain(day) {
      self = .uncertain
    } else {
      self = day < life.from.earliest ? .notYet : .ended
    }
  }
}

extension Register {
  /// The day nearest to the lens's on which a body surely, or failing that possibly, existed.
  func detailDay(_ life: Period) -> Day {
    let day = snapshot.trueOn
    if life.surelyContains(day) { return day }
    if life.until.earliest != .distantPast, day >= life.until.earliest {
      let last = life.until.earliest.advanced(by: -1)
      if last >= life.from.latest { return last }
    }
    return life.from.latest == .distantPast || life.from.latest == .distantFuture ? day : life.from.latest
  }

  /// The region of a body on the day: its own, or that of the board of the system it belongs to.
  func region(of body: ID<Body>) -> ID<Body>? {
    if kind(body) == .nhsRegion { return nil }
    if let region = ancestor(of: body, kind: .nhsRegion) { return region }
    return board(of: body).flatMap { ancestor(of: $0, kind: .nhsRegion) }
  }

  /// The board of the system a system or partnership belongs to.
  func board(of body: ID<Body>) -> ID<Body>? {
    if kind(body) == .integratedCareBoard { return body }
    return system(of: body).flatMap { system in
      relations(to: system, type: Tie.serves).map(\.fact.subject).sorted()
        .first { kind($0) == .integratedCareBoard }
    }
  }

  /// The system a board or partnership serves, or a place lies in.
  func system(of body: ID<Body>) -> ID<Body>? {
    if let system = ancestor(of: body, kind: .integratedCareSystem) { return system }
    return relations(of: body, type: Tie.serves).map(\.fact.object).sorted().first {
      kind($0) == .integratedCareSystem
    }
  }
}

/// The words for ties that the register does not name itself.
enum Tie {
  static let serves = "serves"
}
