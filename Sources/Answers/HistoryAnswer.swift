public import Chronicle
public import Register
public import Vocabulary

/// What was a body before, what was it called, and what became of it?
public struct HistoryAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// Its identifier.
  public let id: String
  /// Its official name on the day or at the nearest time.
  public let name: String
  /// Its short name.
  public let shortName: String
  /// What it is.
  public let kind: String
  /// The life of the body.
  public let life: LifeEntry
  /// The answer in a few sentences.
  public let sentence: String
  /// Every name it ever had, by start.
  public let names: [NameEntry]
  /// Every code it ever had, by scheme and start.
  public let codes: [CodeEntry]
  /// What it was in law, by start.
  public let legalForms: [LegalEntry]
  /// What it took the place of, or gained from, by date.
  public let predecessors: [SuccessionEntry]
  /// What took its place, or gained from it, by date.
  public let successors: [SuccessionEntry]
  /// What changed while it went on, in sentences: its area, its codes.
  public let alterations: [String]
  /// All that came before and after it, to a depth.
  public let graph: SuccessionGraph
  /// The last change of it before the day.
  @OrNull public internal(set) var previousChange: String?
  /// The next change of it after the day.
  @OrNull public internal(set) var nextChange: String?
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The history of a body; nil when nothing is recorded of it. O(bodies within `depth` successions).
  public init?(_ body: ID<Body>, depth: Int = 4, in snapshot: Snapshot) {
    let register = snapshot.register
    guard let existence = register.existence(body) else { return nil }
    asAt = AsAt(snapshot)
    id = body.text
    name = register.name(body)
    shortName = register.shortName(body)
    kind = existence.fact.bodyKind.rawValue
    life = LifeEntry(existence, on: snapshot.trueOn)
    names = snapshot.history(Name.self, of: body).map(NameEntry.init).sorted(by: NameEntry.inOrder)
    codes = snapshot.history(Code.self, of: body).map(CodeEntry.init).sorted(by: CodeEntry.inOrder)
    legalForms = snapshot.history(LegalStatus.self, of: body).map(LegalEntry.init)
    predecessors = register.predecessorEntries(of: body)
    successors = register.successorEntries(of: body)
    alterations = Sentences.alterations(
      predecessors: predecessors, successors: successors, codes: codes, kind: existence.fact.bodyKind)
    graph = SuccessionGraph(of: body, depth: depth, in: register)
    let days = HistoryAnswer.changeDays(
      life: existence.period, spans: names.map(\.period) + codes.map(\.period) + legalForms.map(\.period),
      successions: predecessors + successors)
    _previousChange = OrNull(wrappedValue: days.last { $0 <= snapshot.trueOn }?.description)
    _nextChange = OrNull(wrappedValue: days.first { $0 > snapshot.trueOn }?.description)
    var citations = Citations()
    citations.cite(existence)
    citations.cite(names.map { $0 as any Sourced } + codes + legalForms + predecessors + successors)
    for entry in predecessors + successors { citations.cite(entry.shares.map { $0 as any Sourced }) }
    sources = citations.notes(in: snapshot)
    let detail = snapshot.on(register.detailDay(existence.period)).register
    sentence = Sentences.joined([
      Sentences.life(
        name, noun: detail.noun(body, existence.fact.bodyKind),
        region: detail.region(of: body).map(detail.shortName),
        life: existence.period,
        state: life.state),
      Sentences.before(predecessors, kind: existence.fact.bodyKind, on: snapshot.trueOn),
      Sentences.after(successors, kind: existence.fact.bodyKind, on: snapshot.trueOn),
    ])
  }

  /// The exact days on which something about a body changed, in order.
  static func changeDays(life: Period, spans: [Period], successions: [SuccessionEntry]) -> [Day] {
    var days: Set<Day> = []
    for period in [life] + spans {
      for day in [period.from.day, period.until.day].compactMap({ $0 }) { days.insert(day) }
    }
    for entry in successions { if let day = entry.date.moment.day { days.insert(day) } }
    return days.filter { $0 != .distantPast && $0 != .distantFuture }.sorted()
  }
}

/// When a body lives or lived.
public struct LifeEntry: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// The first day.
  public let from: When
  /// The first day after.
  public let until: When
  /// How it stands to the day of the answer.
  public let state: LifeState
  /// The life in words.
  public let written: String
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<Body>, on day: Day) {
    from = When(version.period.from)
    until = When(version.period.until)
    state = LifeState(version.period, on: day)
    written = version.period.written
    certainty = version.certainty
    source = version.source.text
  }
}

extension NameEntry {
  static func inOrder(_ a: NameEntry, _ b: NameEntry) -> Bool {
    let (first, second) = (a.from.moment.earliest, b.from.moment.earliest)
    if first != second { return first < second }
    let usages = Name.Usage.allCases
    let (one, two) = (usages.firstIndex(of: a.usage) ?? 0, usages.firstIndex(of: b.usage) ?? 0)
    return one != two ? one < two : a.name < b.name
  }
}

extension Sentences {
  /// The sentences there are, one after another.
  static func joined(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
