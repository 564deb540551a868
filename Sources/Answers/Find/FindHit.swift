internal import Chronicle
public import Register
public import Vocabulary

/// A body that was found, by which of its names or codes, and what became of it.
public struct FindHit: Encodable, Hashable, Sendable, Spanning {
  /// Its identifier.
  public let id: String
  /// Its official name on the day or at the nearest time.
  public let name: String
  /// Its short name.
  public let shortName: String
  /// What it is.
  public let kind: String
  /// The first day of its life.
  public let from: When
  /// The first day after its life.
  public let until: When
  /// How its life stands to the day.
  public let state: LifeState
  /// The name or code that answered.
  public let matched: MatchedText
  /// The names it had after the one that answered.
  public let laterNames: [NameEntry]
  /// What took its place.
  public let successors: [SuccessionEntry]
  /// The boards that serve it on the day, where it is not one itself.
  public let boards: [BoardEntry]
  /// The answer in a sentence.
  public let sentence: String

  init?(_ body: ID<Body>, matched: MatchedText, in register: Register) {
    guard let existence = register.existence(body) else { return nil }
    let snapshot = register.snapshot
    let kind = existence.fact.bodyKind
    id = body.text
    name = register.name(body)
    shortName = register.shortName(body)
    self.kind = kind.rawValue
    from = When(existence.period.from)
    until = When(existence.period.until)
    state = LifeState(existence.period, on: snapshot.trueOn)
    self.matched = matched
    laterNames =
      matched.isCode ? [] : FindHit.later(than: matched, names: snapshot.history(Name.self, of: body))
    successors = register.successorEntries(of: body).filter { !$0.predecessorGoesOn }
    let lens = snapshot.on(register.detailDay(existence.period)).register
    boards =
      kind == .integratedCareBoard || kind == .clinicalCommissioningGroup ? [] : lens.boards(serving: body)
    sentence = Sentences.joined([
      Sentences.life(
        name, noun: lens.noun(body, kind),
        region: Kinds.rank(kind) < 6 ? lens.region(of: body).map(lens.shortName) : nil,
        life: existence.period, state: state),
      Sentences.boards(boards), Sentences.after(successors, kind: kind, on: snapshot.trueOn),
    ])
  }

  /// What the body is.
  public var bodyKind: BodyKind? { BodyKind(rawValue: kind) }

  private static func later(than matched: MatchedText, names: [Version<Name>]) -> [NameEntry] {
    names.filter {
      $0.period.from.latest > matched.from.moment.latest && $0.fact.text != matched.text
        && ($0.fact.usage == .official || $0.fact.usage == .alias)
    }
    .map(NameEntry.init).sorted(by: NameEntry.inOrder)
  }
}

/// The name or code by which a body was found, and when it was its own.
public struct MatchedText: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// The name or code as it is recorded.
  public let text: String
  /// `code ods`, `official name`, `former name`…
  public let what: String
  /// Whether it is a code.
  public let isCode: Bool
  /// How well it answers: `exact`, `beginning`, `words`.
  public let fit: String
  /// Whether it is its own on the day.
  public let isCurrent: Bool
  /// The first day.
  public let from: When
  /// The first day after.
  public let until: When
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<Name>, fit: FindIndex.Fit, on day: Day) {
    text = version.fact.text
    let usage = version.fact.usage
    what = usage == .alias ? "other name" : "\(usage.rawValue) name"
    isCode = false
    self.fit = MatchedText.written(fit)
    isCurrent = version.period.surelyContains(day)
    from = When(version.period.from)
    until = When(version.period.until)
    certainty = version.certainty
    source = version.source.text
  }

  init(_ version: Version<Code>, fit: FindIndex.Fit, on day: Day) {
    text = version.fact.text
    what = "\(version.fact.scheme.uppercased()) code"
    isCode = true
    self.fit = MatchedText.written(fit)
    isCurrent = version.period.surelyContains(day)
    from = When(version.period.from)
    until = When(version.period.until)
    certainty = version.certainty
    source = version.source.text
  }

  private static func written(_ fit: FindIndex.Fit) -> String {
    switch fit {
    case .code, .name: "exact"
    case .beginning: "beginning"
    case .words: "words"
    case .beginningsOfWords: "beginnings of words"
    }
  }

  /// `Former name, until 30 June 2022`: which it is and when it was its own.
  public var written: String {
    let when = periodWritten
    return when == "always" ? Sentences.capital(what) : "\(Sentences.capital(what)), \(when)"
  }
}

extension Sentences {
  /// `It lies in two boards: …`; empty where none is known.
  static func boards(_ boards: [BoardEntry]) -> String {
    guard let first = boards.first else { return "" }
    let word = Kinds.word(first.board.bodyKind)
    if let council = first.by, council.bodyKind == .council {
      return boards.count == 1 && first.share == 1
        ? "Its council is \(council.name), its \(word.one) \(first.board.name)."
        : "Its council is \(council.name), which lies in \(count(boards.count, word.one, word.many)):"
          + " \(list(boards.map(\.board.shortName)))."
    }
    if boards.count == 1 {
      return first.share < 1
        ? "\(percent(first.share)) of it lies in \(first.board.name)."
        : "Its \(word.one) is \(first.board.name)."
    }
    let parts = boards.map { "\($0.board.shortName) (\(percent($0.share)) of its small areas)" }
    return "It lies in \(count(boards.count, word.one, word.many)): \(list(parts))."
  }
}
