internal import Chronicle
internal import Oversight
internal import Register
public import Vocabulary

/// The scores of a body in a quarter.
public struct ScorecardEntry: Encodable, Hashable, Sendable {
  /// The quarter.
  public let quarter: String
  /// The framework it was scored by.
  public let framework: String
  /// How sure the rules are it was scored by.
  public let certainty: Certainty
  /// Average, segments and rank.
  public let summary: QuarterEntry
  /// How the segment came about, a sentence each.
  public let steps: [String]
  /// The domains.
  public let domains: [DomainScore]
  /// The metrics.
  public let scores: [Score]
  /// What has to be known to read the rest.
  public let notes: [String]

  /// The score of a domain.
  public struct DomainScore: Encodable, Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The mean of its metric scores; null where it has none.
    @OrNull public internal(set) var score: Double?
    /// Its segment; null where it is not known.
    @OrNull public internal(set) var segment: Int?
  }

  /// The score of a metric.
  public struct Score: Encodable, Hashable, Sendable {
    /// The id of the score.
    public let id: String
    /// The name of the metric.
    public let name: String
    /// The domain.
    public let domain: String
    /// The value; null where none is published.
    @OrNull public internal(set) var value: Double?
    /// The unit of the value.
    public let unit: String
    /// The score, from 1.00 to 4.00.
    public let score: Double
    /// Whether it enters the average.
    public let counts: Bool
    /// How it came about: `published`, `reproduced` or `computed`.
    public let basis: String
    /// The rule in words.
    public let rule: String
  }

  init(_ card: Scorecard, _ results: PublishedResults, by framework: Framework) {
    quarter = card.quarter.description
    self.framework = framework.name
    certainty = framework.certainty
    summary = QuarterEntry(card)
    notes = card.notes
    domains = card.domains.map {
      DomainScore(name: $0.domain.name, score: $0.score, segment: $0.segment)
    }
    let body = results.bodies.first { $0.code == card.code && $0.quarter == card.quarter }
    scores = card.scores.map { score in
      let placement = framework.metrics.first { $0.metric.scoreID == score.id }
      return Score(
        id: score.id, name: score.name, domain: framework.name(of: score.domain),
        value: placement.flatMap { body?.number($0.metric.code) },
        unit: placement?.metric.unit ?? "", score: score.score, counts: score.counts, basis: score.basis.rawValue,
        rule: placement?.rule.words ?? "")
    }
    steps = Self.steps(card, framework)
  }

  private static func steps(_ card: Scorecard, _ framework: Framework) -> [String] {
    var steps: [String] = []
    let counted = card.scores.filter(\.counts)
    if let average = card.average {
      let sum = counted.reduce(0) { $0 + $1.score }
      steps.append(
        "The \(counted.count) scores that count make \(Decimals.rounded(sum, places: 2)) in all, an average of "
          + "\(Decimals.rounded(average, places: 2))"
          + (card.publishedAverage.map { "; published as \(Decimals.rounded($0, places: 2))." } ?? "."))
    }
    if let unadjusted = card.unadjusted {
      steps.append(
        "By the average alone that is segment \(unadjusted), "
          + (card.unadjustedBasis == .published
            ? "taken over as published, because the quartiles need every trust in England."
            : "by the edges between segments."))
    }
    switch (card.override, card.unadjusted, card.adjusted) {
    case (true, let before?, let after?) where before != after:
      steps.append(
        "It is in financial deficit, so it can be in segment \(after) at best: the financial override moves it from "
          + "segment \(before) to \(after).")
    case (true, _, _): steps.append("It is in financial deficit; the financial override does not change its segment.")
    case (false, _, _): steps.append("It is not in financial deficit, so the financial override does not hold it.")
    case (nil, _, _): steps.append("Whether the financial override holds it is not published.")
    }
    switch card.support {
    case true: steps.append("It is in the programme of most intensive support, and so in segment \(card.final ?? 5).")
    case false: steps.append("It is not in the programme of most intensive support.")
    default: steps.append("Whether it is in the programme of most intensive support is not published for this quarter.")
    }
    return steps
  }
}

/// The average and segments of a body in a quarter.
public struct QuarterEntry: Encodable, Hashable, Sendable {
  /// The quarter.
  public let quarter: String
  /// The average of its metric scores; null where there is none.
  @OrNull public private(set) var average: Double?
  /// The segment by the average alone; null where it is not known.
  @OrNull public private(set) var unadjusted: Int?
  /// Whether the financial override holds it; null where that is not published.
  @OrNull public private(set) var override: Bool?
  /// The segment after the override; null where it is not known.
  @OrNull public private(set) var adjusted: Int?
  /// The segment with the support programme; null where it is not known.
  @OrNull public private(set) var final: Int?
  /// Whether it is in the programme of most intensive support; null where that is not published.
  @OrNull public private(set) var support: Bool?
  /// Its rank with its range; null where it has none.
  @OrNull public private(set) var rank: RankEntry?

  init(_ card: Scorecard) {
    quarter = card.quarter.description
    _average = OrNull(wrappedValue: card.average)
    _unadjusted = OrNull(wrappedValue: card.unadjusted)
    _override = OrNull(wrappedValue: card.override)
    _adjusted = OrNull(wrappedValue: card.adjusted)
    _final = OrNull(wrappedValue: card.final)
    _support = OrNull(wrappedValue: card.support)
    _rank = OrNull(wrappedValue: card.placing.map { RankEntry($0) })
  }
}

/// What would move a body to the next better segment.
public struct SimulationEntry: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// The segment it would move to; null where none is in reach.
  @OrNull public private(set) var target: Int?
  /// Whether chance alone might have moved it.
  public let withinLikelyRange: Bool
  /// The metrics, those in reach first.
  public let steps: [Step]

  /// What one metric alone would have to do.
  public struct Step: Encodable, Hashable, Sendable {
    /// The id of the score.
    public let id: String
    /// The name of the metric.
    public let name: String
    /// The score now.
    public let score: Double
    /// The score needed; null where even 1.00 would not do.
    @OrNull public internal(set) var needed: Double?
    /// A value that had such a score in the same quarter; null where none is known.
    @OrNull public internal(set) var example: Double?
    /// Whether process control would call it a change: `credited`, `noise` or `none`.
    public let credit: String
    /// Why.
    public let why: String
  }

  init(_ simulation: Simulation) {
    sentence = simulation.sentence
    _target = OrNull(wrappedValue: simulation.target)
    withinLikelyRange = simulation.isWithinLikelyRange
    steps = simulation.steps.map { step in
      let (credit, why) = Self.words(step)
      return Step(
        id: step.score.id, name: step.score.name, score: step.score.score, needed: step.needed,
        example: step.example?.value, credit: credit, why: why)
    }
  }

  private static func words(_ step: Simulation.Step) -> (String, String) {
    func limits(_ range: ClosedRange<Double>) -> String {
      "\(Decimals.rounded(range.lowerBound, places: 2)) to \(Decimals.rounded(range.upperBound, places: 2))"
    }
    return switch step.credit {
    case .credited(let range): ("credited", "outside its ordinary variation, \(limits(range))")
    case .noise(let range): ("noise", "within its ordinary variation, \(limits(range))")
    case .notAssessable(let reason): ("none", step.needed == nil ? "even 1.00 would not do it alone" : reason)
    }
  }
}

/// A segment people decided on.
public struct DecisionEntry: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// The framework it was decided under.
  public let framework: String
  /// The day of the decision.
  public let from: When
  /// The first day after it stood.
  public let until: When
  /// The segment.
  public let segment: Int
  /// The segment that was proposed; null where that is not known.
  @OrNull public private(set) var proposed: Int?
  /// Who decided.
  public let decidedBy: String
  /// Who approved it nationally; empty where that was not needed.
  public let approver: String
  /// Where the evidence is.
  public let evidence: String
  /// Why it differs from the proposal.
  public let reason: String
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<DecidedSegment>, _ catalogue: FrameworkCatalogue) {
    let fact = version.fact
    framework = catalogue.frameworks.first { $0.id == fact.framework }?.name ?? fact.framework
    from = When(version.period.from)
    until = When(version.period.until)
    segment = fact.segment
    _proposed = OrNull(wrappedValue: fact.proposed)
    decidedBy = fact.decidedBy
    approver = fact.approver
    evidence = fact.evidence
    reason = fact.reason
    certainty = version.certainty
    source = version.source.text
  }
}

/// A step of support.
public struct SupportStepEntry: Encodable, Hashable, Sendable, Sourced {
  /// The name of the programme.
  public let programme: String
  /// The state the step led to.
  public let state: String
  /// When.
  public let on: When
  /// Who took it.
  public let by: String
  /// What it rests on.
  public let basis: String
  /// What was said.
  public let text: String
  /// By when the next step is due; null where no day is set.
  @OrNull public private(set) var due: When?
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<SupportStep>, _ catalogue: FrameworkCatalogue) {
    let fact = version.fact
    programme = catalogue.support.first { $0.key == fact.programme }?.name ?? fact.programme
    state = fact.state.rawValue
    on = When(version.period.from)
    by = fact.by
    basis = fact.basis
    text = fact.text
    _due = OrNull(wrappedValue: fact.due.map { When($0) })
    certainty = version.certainty
    source = version.source.text
  }
}

/// A condition for leaving support.
public struct CriterionEntry: Encodable, Hashable, Sendable, Sourced {
  /// The condition in words: `Four-hour standard at least 70, 2 periods in a row`.
  public let written: String
  /// By when.
  public let due: String
  /// Who brings the evidence.
  public let owner: String
  /// What its figures say.
  public let verdict: String
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<AgreedCriterion>) {
    let fact = version.fact
    written =
      "\(fact.measure) \(fact.side == .atLeast ? "at least" : "at most") \(Decimals.shortest(fact.threshold)), "
      + "\(Sentences.count(fact.periods, "period", "periods")) in a row"
    due = fact.due.written
    owner = fact.owner
    verdict = fact.criterion.verdict(on: fact.values).words
    certainty = version.certainty
    source = version.source.text
  }
}

/// A formal action against a body.
public struct FormalActionEntry: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// What kind of action.
  public let action: String
  /// The body that takes it.
  public let by: NamedBody
  /// The law it is taken under.
  public let basis: String
  /// The breach or failure.
  public let breach: String
  /// What must be done.
  public let requirement: String
  /// By when.
  public let due: String
  /// Where it stands on the day: `in force`, `complied`, `revoked`.
  public let state: String
  /// How it ended; empty while it is in force.
  public let ending: String
  /// Whether it is overdue on the day.
  public let overdue: Bool
  /// The first day.
  public let from: When
  /// The first day after; null while it is in force.
  public let until: When
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<TakenAction>, on day: Day, _ register: Register) {
    let fact = version.fact
    let isOver = version.period.until.earliest <= day
    action = fact.action.rawValue
    by = NamedBody(fact.by, in: register)
    basis = fact.basis
    breach = fact.breach
    requirement = fact.requirement
    due = fact.due.written
    state = (isOver ? fact.state : .inForce).rawValue
    ending = isOver ? fact.ending : ""
    overdue = !isOver && fact.due < day
    from = When(version.period.from)
    until = When(isOver ? version.period.until : .never)
    certainty = version.certainty
    source = version.source.text
  }
}

/// The yearly assessment of a board: words, and no grade.
public struct AssessmentEntry: Encodable, Hashable, Sendable {
  /// The financial year.
  public let year: String
  /// What was found, by heading.
  public let findings: [Finding]
  /// What health and wellbeing boards and the partnership said.
  public let views: [String]
  /// The areas for development.
  public let development: [String]
  /// The day of the letter; null before it is issued.
  @OrNull public private(set) var issued: String?

  /// What was found under a heading.
  public struct Finding: Encodable, Hashable, Sendable {
    /// The heading.
    public let heading: String
    /// The narrative.
    public let narrative: String
    /// Where its evidence is.
    public let evidence: [String]
  }

  init(_ assessment: AnnualAssessment) {
    year = assessment.year
    findings = AnnualAssessment.Heading.allCases.compactMap { heading in
      assessment.findings[heading].map {
        Finding(heading: heading.rawValue, narrative: $0.narrative, evidence: $0.evidence)
      }
    }
    views = assessment.views
    development = assessment.development
    _issued = OrNull(wrappedValue: assessment.issued?.written)
  }
}
