internal import Chronicle
public import Vocabulary

/// What a person meant by a word for a body: an identifier, a code with a day, or a code with its scheme and a day.
public enum Resolution: Hashable, Sendable {
  /// One body, and the day that was named with it.
  case one(ID<Body>, on: Day?)
  /// Several could be meant.
  case ambiguous([Candidate])
  /// None is.
  case nothing(String)

  /// A body that could be meant.
  public struct Candidate: Hashable, Sendable {
    /// The body.
    public let body: ID<Body>
    /// What to write to mean it and nothing else.
    public let write: String
    /// When the code was its own, or its life.
    public let period: Period
  }
}

extension Register {
  /// Reads `icb.frimley`, `QNQ@2026-03-31` or `ods:QNQ@2026-03-31`. A code with no day takes the lens's day when
  /// exactly one body holds it then, and otherwise lists whom it ever stood for.
  public func resolve(_ word: String) -> Resolution {
    let parts = word.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    var day: Day?
    if parts.count == 2 {
      guard let parsed = Day(parts[1]) else {
        return .nothing("'\(parts[1])' is no date: write a code with its date as QRL@2026-04-01")
      }
      day = parsed
    }
    let name = String(parts[0])
    if let id = ID<Body>(name), !snapshot.history(Body.self, of: id).isEmpty { return .one(id, on: day) }
    var scheme: String?
    var code = name
    if let colon = name.firstIndex(of: ":") {
      scheme = String(name[..<colon]).lowercased()
      code = String(name[name.index(after: colon)...])
    }
    let lens = day.map { snapshot.on($0).register } ?? self
    let now = lens.bodies(withCode: code, in: scheme)
    if now.count == 1 { return .one(now[0], on: day) }
    let ever = holders(ofCode: code, in: scheme)
    if now.isEmpty, ever.isEmpty {
      let example = "a body is written as an id, a code with its date (QRL@2026-04-01) or scheme:code@date"
      return .nothing("no body was ever called '\(word)': \(example); `concordat find` looks in every name")
    }
    let listed = now.isEmpty ? ever : ever.filter { now.contains($0.fact.subject) }
    return .ambiguous(
      listed.map { holder in
        let candidateDay = day.flatMap { holder.period.surelyContains($0) ? $0 : nil } ?? holder.period.someDay
        let dated = candidateDay.map { "\(holder.fact.scheme):\(holder.fact.text)@\($0)" }
        return Resolution.Candidate(
          body: holder.fact.subject,
          write: now.count > 1 ? holder.fact.subject.text : dated ?? holder.fact.subject.text,
          period: holder.period)
      })
  }
}

extension Period {
  /// A day the period surely covers, as late as is sensible: its first day when it has not ended, else its last.
  public var someDay: Day? {
    if until == .never { return from.latest == .distantPast ? nil : from.latest }
    let last = until.earliest.advanced(by: -1)
    return last >= from.latest && until.earliest != .distantPast ? last : nil
  }
}
