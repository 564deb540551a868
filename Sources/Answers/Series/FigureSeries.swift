public import Chronicle
public import Measures
public import Recast
public import Register
public import Vocabulary

/// The figures of one measure over time, all on one map: every body of a kind, period after period.
///
/// Each period is recast from the pieces its own source counts by, so a series runs through a merger on one constant
/// footprint, and each figure keeps its mark.
public struct FigureSeries: Sendable {
  /// One body's figure for one period.
  public struct Point: Hashable, Sendable {
    /// The period as its source names it.
    public let label: String
    /// The time it is for.
    public let period: Period
    /// The figure; nil where the source has none or it is refused.
    public var value: Double?
    /// For a ratio, the count above the line.
    public var numerator: Double?
    /// For a ratio, the count below the line.
    public var denominator: Double?
    /// `exact`, `apportioned`, `refused` or `suppressed`; `missing` for a period no source has.
    public var status: String
    /// How final it is; empty for a period no source has.
    public let state: String
    /// How it was divided, or why it is not given.
    public var note: String
    /// The source it was read from, or empty.
    public let source: String
    /// The rule set it was released under; nil for a figure shown as its publisher released it.
    var rule: DisclosureRule?
  }

  /// What is measured.
  public let definition: MeasureDefinition
  /// The map the figures are on.
  public let map: Map
  /// What ties a figure to its unit.
  public let basis: Basis
  /// What the units were that the figures were counted by, each once.
  public let grains: [String]
  /// The points of each body, oldest first, periods without figures filled in.
  public let points: [ID<Body>: [Point]]
  /// The whole country: all units that have figures, placed or not.
  public let whole: [Point]

  /// The series of a measure on a map. O(periods × units).
  ///
  /// Throws `QuestionError` when the measure is not known, has no figures or cannot be recast.
  public init(
    of measure: ID<Measure>, on map: Map, _ snapshot: Snapshot, blocks: @escaping Blocks
  ) throws {
    guard let definition = snapshot.nearest(MeasureDefinition.self, of: measure)?.fact else {
      throw QuestionError("no measure is called '\(measure)': `concordat measures` lists those that are loaded")
    }
    let drawn: DrawnSeries
    switch definition.additivity {
    case .notAdditive:
      throw QuestionError("\(definition.name) does not add up across areas, so it has no series on another map")
    case .additive:
      drawn = try DrawnSeries(of: measure, named: definition.name, on: map, snapshot, blocks)
    case .ratio:
      guard let above = ID<Measure>(definition.numerator), let below = ID<Measure>(definition.denominator) else {
        throw QuestionError("\(definition.name) is a ratio and does not say of what")
      }
      drawn = try DrawnSeries(of: above, named: definition.name, on: map, snapshot, blocks)
        .divided(by: DrawnSeries(of: below, named: definition.name, on: map, snapshot, blocks))
    }
    self.definition = definition
    self.map = map
    basis = drawn.basis
    grains = drawn.grains
    let calendar = Calendar(of: drawn.whole)
    points = drawn.points.mapValues(calendar.filled)
    whole = calendar.filled(drawn.whole)
  }
}

extension FigureSeries {
  /// Why nothing is shown of a body, where that is because its figures are hidden.
  public func hidden(_ body: ID<Body>) -> String? { points[body]?.last { $0.status == "suppressed" }?.note }
}

/// The figures of one additive measure as they are drawn from blocks, before gaps are filled.
private struct DrawnSeries {
  var basis = Basis.resident
  var grains: [String] = []
  var points: [ID<Body>: [FigureSeries.Point]] = [:]
  var whole: [FigureSeries.Point] = []

  init(
    of measure: ID<Measure>, named name: String, on map: Map, _ snapshot: Snapshot, _ blocks: @escaping Blocks
  ) throws {
    let question = RecastQuestion(measure: measure, from: map.day, to: map)
    let workshop = Workshop(question: question, snapshot: snapshot, blocks: blocks)
    let known = workshop.observations(of: measure)
    guard let last = known.last else {
      throw QuestionError("no figures of \(name) are loaded: import a file that has them (`concordat formats`)")
    }
    basis = last.fact.basis
    // Figures of another basis count something else, and are never put in one line with these.
    for version in Calendar.ofOneCadence(known.filter { $0.fact.basis == basis }) { try draw(version, workshop) }
    grains = Set(grains).sorted()
  }

  private mutating func draw(_ version: Version<Observation>, _ workshop: Workshop) throws {
    let (recasting, rule) = try workshop.recasting(version)
    grains.append(version.fact.grain)
    func point(_ value: Double?, _ status: String, _ note: String = "") -> FigureSeries.Point {
      FigureSeries.Point(
        label: version.fact.label, period: version.period, value: value, status: status,
        state: version.fact.state.rawValue, note: note, source: version.source.source?.text ?? "",
        rule: rule)
    }
    for row in recasting.rows {
      let isPlain = row.mark == .exact && rule == nil
      points[row.target, default: []].append(
        point(row.mark.isGiven ? row.value : nil, row.mark.status, isPlain ? "" : Workshop.note(row, under: rule)))
    }
    whole.append(
      recasting.hidden == 0
        ? point(recasting.total, "exact")
        : point(nil, "suppressed", ShownFigures.reason(recasting.hidden, under: rule)))
  }

  /// The ratio of two series, where both have a figure.
  func divided(by below: DrawnSeries) -> DrawnSeries {
    var ratio = self
    ratio.whole = DrawnSeries.divide(whole, by: below.whole)
    ratio.points = [:]
    for (body, above) in points { ratio.points[body] = DrawnSeries.divide(above, by: below.points[body] ?? []) }
    return ratio
  }

  private static func divide(
    _ above: [FigureSeries.Point], by below: [FigureSeries.Point]
  ) -> [FigureSeries.Point] {
    let denominators = Dictionary(below.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    return above.map { top in
      var point = top
      let bottom = denominators[top.label]
      point.numerator = top.value
      point.denominator = bottom?.value
      point.rule = top.rule ?? bottom?.rule
      guard let upper = top.value, let lower = bottom?.value, lower > 0 else {
        let withheld = [top, bottom].compactMap { $0 }.first { $0.value == nil }
        point.value = nil
        point.status = withheld?.status ?? "refused"
        point.note = withheld?.note ?? "there is nothing to divide by"
        return point
      }
      guard ShownFigures.mayDivide(upper, by: lower, under: [top.rule, bottom?.rule]) else {
        point.value = nil
        (point.status, point.note) = ("suppressed", ShownFigures.tooFew)
        return point
      }
      point.value = upper / lower
      if let bottom, bottom.status != "exact" { point.status = bottom.status }
      return point
    }
  }
}

/// The periods a series runs through.
private struct Calendar {
  /// Every period, the ones without figures included.
  private let periods: [(label: String, period: Period)]

  init(of points: [FigureSeries.Point]) {
    var periods: [(String, Period)] = []
    for point in points {
      if let last = periods.last { periods += Calendar.missing(between: last.1, and: point.period) }
      periods.append((point.label, point.period))
    }
    self.periods = periods
  }

  /// The points with a gap for each period that has none.
  func filled(_ points: [FigureSeries.Point]) -> [FigureSeries.Point] {
    let known = Dictionary(points.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    return periods.map { label, period in
      known[label]
        ?? FigureSeries.Point(
          label: label, period: period, value: nil, status: "missing", state: "", note: "no figure", source: "")
    }
  }

  /// Figures of one length of period: of months and years side by side the sort that has more, the shorter of equals.
  static func ofOneCadence(_ versions: [Version<Observation>]) -> [Version<Observation>] {
    let byLength = Dictionary(grouping: versions) { length($0.period) }
    let chosen = byLength.max { a, b in (a.value.count, -a.key) < (b.value.count, -b.key) }
    return chosen?.value ?? []
  }

  /// The length in months, so that February is as long as March; 0 for a single day.
  private static func length(_ period: Period) -> Int {
    let days = Int(period.until.earliest.number) - Int(period.from.earliest.number)
    return days <= 1 ? 0 : (days + 15) / 30
  }

  /// The months between two months, and the last days between two last days of months.
  private static func missing(between first: Period, and second: Period) -> [(String, Period)] {
    let isEnd = isMonthsEnd(first) && isMonthsEnd(second)
    guard isEnd || first.month != nil && second.month != nil else { return [] }
    var periods: [(String, Period)] = []
    var next = first.until.earliest
    while next.startOfNextMonth <= second.from.earliest {
      let after = next.startOfNextMonth
      periods.append((label(ofMonth: next), Period(from: isEnd ? after.advanced(by: -1) : next, until: after)))
      next = after
    }
    return periods
  }

  private static func isMonthsEnd(_ period: Period) -> Bool {
    guard let from = period.from.day, let until = period.until.day else { return false }
    return until == from.advanced(by: 1) && until == until.startOfMonth
  }

  private static func label(ofMonth day: Day) -> String { String(day.description.prefix(7)) }
}
