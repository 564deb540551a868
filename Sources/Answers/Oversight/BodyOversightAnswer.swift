public import Chronicle
internal import Oversight
public import Register
public import Vocabulary

/// How is a body judged on a day, how did that come about, and what support follows?
public struct BodyOversightAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// The framework that judges it on the day; null where none does.
  @OrNull public private(set) var framework: FrameworkEntry?
  /// Who leads its oversight on the day.
  public let leads: [LeadEntry]
  /// Its latest scores by the day; null where there are none.
  @OrNull public private(set) var card: ScorecardEntry?
  /// Its averages and segments in the quarters by the day, the earliest first.
  public let quarters: [QuarterEntry]
  /// What would move it a segment; null where that cannot be said.
  @OrNull public private(set) var simulation: SimulationEntry?
  /// What leads to each segment, where people judge and no score exists.
  public let triggers: [String]
  /// The segments people decided on, the latest first.
  public let decisions: [DecisionEntry]
  /// The programme of support it is in on the day; null where none is recorded.
  @OrNull public private(set) var support: String?
  /// The steps of its stays in programmes of support, the earliest first.
  public let steps: [SupportStepEntry]
  /// The exit criteria of the stay it is in, with what its figures say.
  public let criteria: [CriterionEntry]
  /// The formal actions against it, the earliest first.
  public let actions: [FormalActionEntry]
  /// The yearly assessments of it.
  public let assessments: [AssessmentEntry]
  /// What the record has and this answer cannot show, with the reason.
  public let notes: [String]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The answer on a body; nil for one that is not in the register.
  ///
  /// Throws when a shipped table or a block of figures cannot be read.
  public init?(_ id: ID<Body>, in snapshot: Snapshot, blocks: Blocks) throws {
    let register = snapshot.register
    guard let kind = register.kind(id) else { return nil }
    let catalogue = try FrameworkCatalogue.shipped()
    let day = snapshot.trueOn
    let judging = catalogue.frameworks.first {
      $0.engine != .catalogue && $0.judges(kind) && $0.period.contains(day) != false
    }
    body = NamedBody(id, in: register)
    asAt = AsAt(snapshot)
    _framework = OrNull(wrappedValue: judging.map { FrameworkEntry($0, catalogue, on: day) })
    leads = LeadEntry.all(on: day, catalogue).filter { kind == .nhsTrust ? $0.of == "trust" : $0.of == kind.rawValue }
    var citations = Citations()

    let figures = try OversightFigures.of(snapshot, catalogue, blocks: blocks)
    let past = Set(figures.quarters(by: day))
    let cards = figures.cards.filter { past.contains($0.quarter) && snapshot.trust($0.code, in: $0.quarter) == id }
    quarters = cards.map(QuarterEntry.init)
    let last = cards.last
    let scoring = last.flatMap { card in
      catalogue.frameworks.first { $0.engine == .scored && $0.years.contains(card.quarter.financialYear) }
    }
    _card = OrNull(
      wrappedValue: last.flatMap { card in scoring.map { ScorecardEntry(card, figures.results, by: $0) } })
    var notes: [String] = []
    _simulation = OrNull(wrappedValue: nil)
    if let last, let scoring {
      for origin in figures.origins[last.quarter] ?? [] { citations.cite(origin.source, origin.certainty) }
      do throws(OversightError) {
        let moved = try Scorer(scoring).simulate(figures.results, code: last.code, quarter: last.quarter)
        _simulation = OrNull(wrappedValue: SimulationEntry(moved))
      } catch {
        notes.append(Sentences.capital(error.message) + ".")
      }
    }
    triggers = judging?.engine == .judgement ? Self.triggers : []

    var course: OversightCourse?
    do throws(OversightCourse.Fault) { course = try snapshot.oversight(of: id, by: catalogue) } catch {
      notes.append("What is recorded of it does not fit together: \(error.message).")
    }
    let decided = snapshot.history(DecidedSegment.self, of: id).filter { $0.period.from.earliest <= day }
    decisions = decided.map { DecisionEntry($0, catalogue) }.reversed()
    citations.cite(decisions.map { $0 as any Sourced })
    let stay = course?.stays.last
    _support = OrNull(wrappedValue: stay.flatMap { $0.isOver || !$0.isNamed(on: day) ? nil : $0.programme.name })
    if let stay, !stay.isOver, !stay.isNamed(on: day) {
      notes.append(
        "It entered a programme of support that had ended by \(day.written); what followed is not recorded.")
    }
    // A programme that has ended as special measures did is not named after its end.
    let gone = Set(
      catalogue.support.filter { $0.isProgramme && $0.segment == nil && day >= $0.period.until.earliest }.map(\.key))
    let every = course?.stays.flatMap(\.steps) ?? []
    let shown = every.filter { !gone.contains($0.fact.programme) }
    if shown.count < every.count {
      notes.append(
        "Steps of a programme that had ended by \(day.written) are left out; they stand on pages of its time.")
    }
    steps = shown.map { SupportStepEntry($0, catalogue) }
    citations.cite(steps.map { $0 as any Sourced })
    let tested = snapshot.history(AgreedCriterion.self, of: id).filter { $0.period.from.earliest <= day }
    criteria =
      stay.map { stay in
        tested.filter { $0.period.from.earliest >= stay.episode.log[0].day }.map { CriterionEntry($0) }
      } ?? []
    citations.cite(criteria.map { $0 as any Sourced })
    actions = snapshot.history(TakenAction.self, of: id).filter { $0.period.from.earliest <= day }.map {
      FormalActionEntry($0, on: day, register)
    }
    citations.cite(actions.map { $0 as any Sourced })
    assessments = (course?.assessments ?? []).map(AssessmentEntry.init)
    for version in snapshot.history(AssessmentPart.self, of: id) where version.period.from.earliest <= day {
      citations.cite(version.source.text, version.certainty)
    }
    self.notes = notes
    sources = citations.notes(in: snapshot)
    sentence = Self.sentence(register.name(id), judging, last, decisions.first, day)
  }

  private static func sentence(
    _ name: String, _ framework: Framework?, _ card: Scorecard?, _ decision: DecisionEntry?, _ day: Day
  ) -> String {
    switch (framework?.engine, card, decision) {
    case (.judgement, _, let decision?):
      return "\(name) was in segment \(decision.segment), decided by \(decision.decidedBy): a judgement of people, and "
        + "no score."
    case (.judgement, _, nil):
      return "No score of \(name) exists for \(day.written): people judged, and the record has no decision of theirs."
    case (_, let card?, _):
      let segment = card.final.map { "segment \($0)" } ?? "no known segment"
      let average = card.average.map { " with an average of \(Decimals.rounded($0, places: 2))" } ?? ""
      return "\(name) was in \(segment) in \(card.quarter)\(average)."
    case (nil, nil, _): return "No framework of oversight judges \(name) on \(day.written), as far as the record knows."
    default: return "The record has no results of oversight for \(name)."
    }
  }

  /// What leads to a segment by judgement: the questions a proposal asks.
  private static let triggers: [String] = [
    "Everyone is in segment 2 unless evidence points elsewhere.",
    "Segment 1: every theme with most metrics in the best quarter, "
      + Sentences.list([Evidence.Question.wellRun, .onPlan].map(\.rawValue)) + ".",
    "Segment 3: two themes with most metrics in the lowest quarter, or any of: "
      + [Evidence.Question.drop, .requiresImprovement, .behindPlan, .lacksCapability].map(\.rawValue)
      .joined(separator: "; ") + ".",
    "Segment 4: \(Evidence.Question.breach.rawValue), together with any of: "
      + [Evidence.Question.longstanding, .leadershipFailure, .bigDeficit, .recommended].map(\.rawValue)
      .joined(separator: "; ") + ".",
  ]
}
