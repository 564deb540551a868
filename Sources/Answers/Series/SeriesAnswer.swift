public import Chronicle
internal import Measures
internal import Recast
public import Register
public import Statistics
public import Vocabulary

/// How is this body doing on this measure? One series on one map, judged by named rules.
public struct SeriesAnswer: Encodable, Hashable, Sendable {
  /// One period.
  public struct Point: Encodable, Hashable, Sendable {
    /// The period as its source names it, and its first day.
    public let period, from: String
    /// The figure; nil where there is none.
    public let value: Double?
    /// For a ratio, its two counts.
    public let numerator, denominator: Double?
    /// `exact`, `apportioned`, `refused`, `suppressed` or `missing`.
    public let status: String
    /// How final it is.
    public let state: String
    /// How it was divided, or why it is not given.
    public let note: String
    /// The source it was read from.
    public let source: String
    /// The mean and the limits; nil where there are none.
    public let mean, lower, upper: Double?
    /// What is to be reached.
    public let target: Double?
    /// The pattern it is part of, as charts name it; `Common Cause` for none.
    public let cause: String
    /// What that means: `common_cause`, `special_cause_improvement`…
    public let meaning: String
    /// The stretch of limits it belongs to, from 0.
    public let stretch: Int

    /// The point as a row of a table, under ``SeriesAnswer/columns``; what is not given is empty, what is hidden `*`.
    public var cells: [String] {
      func number(_ value: Double?) -> String { value.map(Decimals.shortest) ?? "" }
      return [
        period, status == "suppressed" ? "*" : number(value), number(numerator), number(denominator), status, state,
        number(mean), number(lower),
        number(upper), number(target), cause, meaning, source, note,
      ]
    }
  }

  /// A dated note on the series.
  public struct Note: Encodable, Hashable, Sendable, Sourced {
    /// From when.
    public let from: When
    /// What it does: `note`, `step` or `exclude`.
    public let effect: String
    /// What happened.
    public let text: String
    /// How sure it is.
    public let certainty: Certainty
    /// Where it was taken from.
    public let source: String
  }

  /// What is to be reached.
  public struct Goal: Encodable, Hashable, Sendable, Sourced {
    /// What it is called.
    public let name: String
    /// `standard`, `ambition` or `plan`.
    public let sort: String
    /// The value.
    public let value: Double
    /// How sure it is.
    public let certainty: Certainty
    /// Where it was taken from.
    public let source: String
  }

  /// A step change the figures suggest. It is shown, and changes nothing.
  public struct Suggestion: Encodable, Hashable, Sendable {
    /// The first period after it, and its first day.
    public let period, from: String
    /// The means on either side.
    public let meanBefore, meanAfter: Double
    /// How many periods are on either side.
    public let before, after: Int
    /// The difference of the means in standard errors.
    public let standardErrors: Double
    /// The evidence in a sentence.
    public let sentence: String
  }

  /// The measure, its name, and what it counts.
  public let measure, measureName, unit: String
  /// Whether the figures are a share of one.
  public let isRatio: Bool
  /// The heading it is reported under.
  public let theme: String
  /// Which way is better: `higher`, `lower` or `neutral`.
  public let polarity: String
  /// The body and its name.
  public let body, bodyName: String
  /// The day of the map.
  public let map: String
  /// What ties a figure to its unit.
  public let basis: String
  /// The set of rules.
  public let rules: String
  /// The periods, oldest first.
  public let points: [Point]
  /// What is to be reached on the last day shown; nil where nothing is.
  public let goal: Goal?
  /// `common_cause`, `improvement_high`…; nil where there are too few figures.
  public let variation: String?
  /// `consistent_pass`, `consistent_fail` or `inconsistent`; nil without a target.
  public let assurance: String?
  /// What a reader must know.
  public let notes: [Note]
  /// A step change the figures suggest.
  public let suggestion: Suggestion?
  /// What limits could not be told, in sentences.
  public let remarks: [String]
  /// What was done to small numbers; nil where every figure is as its publisher released it.
  public let smallNumbers: String?
  /// The series in a plain sentence.
  public let sentence: String

  /// The latest figure that is given.
  public var latest: Point? { points.last { $0.value != nil } }
  /// How many of the last figures are wanting: 0 when the last period has one.
  public var wanting: Int { points.reversed().prefix { $0.value == nil }.count }

  /// A figure as it is read aloud: a share as a percentage, a count with its thousands parted.
  public func written(_ value: Double) -> String { SeriesSentences.figure(value, isRatio: isRatio) }

  /// The columns of ``Point/cells``.
  public static let columns = [
    "period", "value", "numerator", "denominator", "status", "state", "mean", "lower_limit", "upper_limit", "target",
    "special_cause", "meaning", "source", "note",
  ]

  private enum CodingKeys: CodingKey {
    case measure, measureName, unit, isRatio, theme, polarity, body, bodyName, map, basis, rules, points, goal,
      variation, assurance, notes, suggestion, remarks, smallNumbers, sentence
  }
}

extension SeriesAnswer {
  /// A body's series, judged.
  ///
  /// - Parameters:
  ///   - figures: the series of all bodies on the map.
  ///   - upTo: the last period shown, by its last day; nil for all.
  /// - Returns: nil when the body has no figure at all.
  public init?(
    _ body: ID<Body>, in figures: FigureSeries, upTo end: Day? = nil, by rules: ControlRules, _ snapshot: Snapshot
  ) {
    guard let all = figures.points[body] else { return nil }
    self.init(
      body.text, snapshot.on(figures.map.day).register.name(body), all, figures, upTo: end, by: rules,
      StandingOfSeries(figures.definition, body, snapshot))
  }

  /// The series of the whole country.
  public init?(
    ofWhole figures: FigureSeries, upTo end: Day? = nil, by rules: ControlRules, _ snapshot: Snapshot
  ) {
    self.init(
      "england", "England", figures.whole, figures, upTo: end, by: rules,
      StandingOfSeries(figures.definition, nil, snapshot))
  }

  private init?(
    _ body: String, _ name: String, _ all: [FigureSeries.Point], _ figures: FigureSeries, upTo end: Day?,
    by rules: ControlRules, _ standing: StandingOfSeries
  ) {
    let shown = all.filter { point in end.map { point.period.until.earliest <= $0.advanced(by: 1) } ?? true }
    guard shown.contains(where: { $0.value != nil }) else { return nil }
    let targets = shown.map { standing.target(on: $0.period) }
    let series = ProcessSeries(
      shown.map { $0.value ?? .nan }, direction: standing.direction,
      target: targets.contains { $0 != nil } ? .moving(targets.map { $0?.fact.value ?? .nan }) : .none,
      steps: standing.steps(in: shown), excluded: standing.excluded(in: shown))
    let chart = ControlChart(of: series, by: rules)
    measure = figures.definition.subject.text
    measureName = figures.definition.name
    unit = figures.definition.unit
    isRatio = figures.definition.additivity == .ratio
    theme = standing.profile?.theme ?? ""
    polarity = (standing.profile?.polarity ?? .neutral).rawValue
    self.body = body
    bodyName = name
    map = figures.map.day.description
    basis = figures.basis.rawValue
    self.rules = rules.name
    points = zip(shown, chart.points).enumerated().map { position, pair in
      Point(pair.0, pair.1, target: targets[position]?.fact.value, rules)
    }
    goal = targets.last.flatMap { $0 }.map(Goal.init)
    variation = chart.variation?.rawValue
    assurance = chart.assurance?.rawValue
    notes = standing.notes(from: shown.first?.period, through: shown.last?.period)
    suggestion = chart.suggestedStep(by: rules).map {
      Suggestion($0, shown, isRatio: figures.definition.additivity == .ratio)
    }
    smallNumbers = shown.last { $0.rule != nil }?.rule?.notice
    remarks = SeriesSentences.remarks(chart, rules) + [smallNumbers].compactMap { $0 }
    sentence = SeriesSentences.whole(
      name, figures.definition, shown, chart, goal: targets.last.flatMap { $0 }, direction: standing.direction)
  }
}

extension SeriesAnswer.Point {
  fileprivate init(
    _ figure: FigureSeries.Point, _ judged: ControlPoint, target: Double?, _ rules: ControlRules
  ) {
    func given(_ value: Double) -> Double? { value.isFinite ? value : nil }
    period = figure.label
    from = figure.period.from.description
    value = figure.value
    numerator = figure.numerator
    denominator = figure.denominator
    status = figure.status
    state = figure.state
    note = figure.note
    source = figure.source
    mean = given(judged.centre)
    lower = given(judged.lower)
    upper = given(judged.upper)
    self.target = target
    cause = judged.cause.label(rules)
    meaning = judged.meaning.rawValue
    stretch = judged.stretch
  }
}

extension SeriesAnswer.Goal {
  fileprivate init(_ version: Version<Target>) {
    name = version.fact.name
    sort = version.fact.sort.rawValue
    value = version.fact.value
    certainty = version.certainty
    source = version.source.text
  }
}

extension SeriesAnswer.Suggestion {
  fileprivate init(_ step: SuggestedStep, _ shown: [FigureSeries.Point], isRatio: Bool) {
    period = shown[step.position].label
    from = shown[step.position].period.from.description
    meanBefore = step.meanBefore
    meanAfter = step.meanAfter
    before = step.countBefore
    after = step.countAfter
    standardErrors = step.standardErrors
    let way = step.meanAfter > step.meanBefore ? "rose" : "fell"
    sentence =
      "From \(period) the mean \(way) from \(SeriesSentences.figure(step.meanBefore, isRatio: isRatio)) to "
      + "\(SeriesSentences.figure(step.meanAfter, isRatio: isRatio)), "
      + "\(Decimals.rounded(step.standardErrors, places: 1)) standard errors apart, with \(step.runLength) figures in a "
      + "row on one side of the mean before. If something is known to have changed then, record a step with its reason; "
      + "until then the limits stay."
  }
}
