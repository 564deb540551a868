/// A control chart: every point of a series judged by a set of rules, and what the icons say.
///
/// ```swift
/// let chart = ControlChart(of: ProcessSeries(values, direction: .decrease), by: .nhsr02)
/// chart.variation   // .concernHigh
/// ```
///
/// To judge many series, keep one chart and call ``draw(_:by:)``: its memory is used again, and nothing is allocated
/// once it has held the longest. Time is O(points).
///
/// Source: W. A. Shewhart, *Economic Control of Quality of Manufactured Product* (1931); D. J. Wheeler, *Understanding
/// Variation* (1993), for the XmR chart; the sources of each pattern and kind of chart stand at their functions.
public struct ControlChart: Sendable {
  /// What is measured.
  public internal(set) var kind = ProcessSeries.Kind.individuals
  /// The points in the order of time.
  public internal(set) var points: [ControlPoint] = []
  /// The stretches between step changes.
  public internal(set) var stretches: [Stretch] = []
  /// What the icon of variation says; nil where it is withheld.
  public internal(set) var variation: VariationIcon?
  /// What the icon of assurance says; nil where there is no target, no better side, or nothing to compare with.
  public internal(set) var assurance: Assurance?
  /// Whether the last value is at or on the better side of what was planned for it; nil where there is no plan.
  public internal(set) var isOnTrajectory: Bool?
  /// What a reader should know before trusting it.
  public internal(set) var remarks: Remarks = []

  /// The numbers moving ranges are taken of, one a point.
  var ranged: [Double] = []
  /// Room to sort values in.
  var sorted: [Double] = []

  /// A chart of nothing.
  public init() {}

  /// The chart of a series.
  public init(of series: ProcessSeries, by rules: ControlRules) { draw(series, by: rules) }

  /// Points between two step changes, which share their limits.
  public struct Stretch: Hashable, Sendable {
    /// How many step changes came before it, one at its own first point counted.
    public var number: Int
    /// The positions of its points.
    public var positions: Range<Int>
    /// The position after the last that limits are computed from.
    public var baselineEnd: Int
    /// How many of its points have a value.
    public var valueCount = 0
    /// The mean of the moving ranges before screening; NaN where there is none.
    public var rawMeanRange = Double.nan
    /// The mean of the moving ranges that were kept; NaN where none was.
    public var meanRange = Double.nan

    /// Whether it is too short for more than trial limits.
    public func isShort(_ rules: ControlRules) -> Bool {
      (rules.withholdsTrialLimits ? valueCount : positions.count) < rules.minimumPoints
    }
  }

  /// What a reader should know before trusting a chart.
  public struct Remarks: OptionSet, Hashable, Sendable {
    /// The bits.
    public var rawValue: UInt8
    /// Remarks of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Values are missing; each breaks moving ranges, runs, trends and windows of three.
    public static let missing = Remarks(rawValue: 1)
    /// The last row has no value.
    public static let lastMissing = Remarks(rawValue: 2)
    /// A stretch is too short for more than trial limits.
    public static let short = Remarks(rawValue: 4)
    /// Nothing varies within a stretch.
    public static let constant = Remarks(rawValue: 8)
    /// Every moving range of a stretch was screened out, so that it has no limits.
    public static let allScreened = Remarks(rawValue: 16)
    /// Every moving range of a stretch other than nought was screened out, so that its limits fall onto its mean.
    public static let collapsed = Remarks(rawValue: 32)
    /// A stretch has no two neighbouring values, and so no limits.
    public static let noRange = Remarks(rawValue: 64)
  }

  /// Judges a series, in the place of what the chart held.
  ///
  /// Denominators, moving targets and a trajectory are as long as the values; see ``ProcessSeries/fault(under:)``.
  public mutating func draw(_ series: ProcessSeries, by rules: ControlRules) {
    take(series)
    for index in stretches.indices {
      let stretch = limit(stretches[index], series, rules)
      stretches[index] = stretch
      let isWithheld = stretch.isShort(rules) && rules.withholdsTrialLimits
      if isWithheld { withhold(stretch) } else { judge(stretch, series, rules) }
      remark(stretch, series.kind, rules)
    }
    conclude(series, rules)
  }

  /// Lays out the points and the stretches they are in.
  private mutating func take(_ series: ProcessSeries) {
    points.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
    remarks = []
    kind = series.kind
    for (position, value) in series.values.enumerated() {
      var point = ControlPoint()
      point.value = series.kind.hasDenominator ? value / series.denominators[position] : value
      if point.value.isNaN { remarks.insert(.missing) }
      points.append(point)
    }
    for position in series.excluded where points.indices.contains(position) { points[position].isExcluded = true }
    guard !points.isEmpty else { return }
    if points[points.count - 1].value.isNaN { remarks.insert(.lastMissing) }
    var start = 0
    var number = 0
    while start < points.count {
      var end = points.count
      for step in series.steps where step.position > start && step.position < end { end = step.position }
      let length = min(end - start, series.baseline ?? .max)
      if series.steps.contains(where: { $0.position == start }) { number += 1 }
      var stretch = Stretch(number: number, positions: start..<end, baselineEnd: start + length)
      for position in start..<end {
        points[position].stretch = stretches.count
        if !points[position].value.isNaN { stretch.valueCount += 1 }
        if position < stretch.baselineEnd, !points[position].isExcluded {
          points[position].baselineValue = points[position].value
        }
      }
      stretches.append(stretch)
      start = end
    }
  }

  /// Takes the limits of a stretch back, whose points are too few.
  private mutating func withhold(_ stretch: Stretch) {
    for position in stretch.positions {
      points[position].setLimits(points[position].centre, lower: .nan, upper: .nan, .nan, .nan)
    }
  }

  private mutating func remark(_ stretch: Stretch, _ kind: ProcessSeries.Kind, _ rules: ControlRules) {
    if stretch.isShort(rules) { remarks.insert(.short) }
    guard kind == .individuals || kind == .t else { return }
    if stretch.rawMeanRange.isNaN {
      remarks.insert(.noRange)
    } else if stretch.rawMeanRange == 0 {
      remarks.insert(stretch.meanRange.isNaN ? [.constant, .allScreened] : .constant)
    } else if stretch.meanRange == 0 {
      remarks.insert(.collapsed)
    }
  }

  /// What the icons say.
  private mutating func conclude(_ series: ProcessSeries, _ rules: ControlRules) {
    variation = nil
    assurance = nil
    isOnTrajectory = nil
    guard let last = points.indices.last, let stretch = stretches.last else { return }
    if let position = points.lastIndex(where: { !$0.value.isNaN }), series.trajectory.indices.contains(position) {
      let planned = series.trajectory[position]
      let ahead = (points[position].value - planned) * Double(series.direction.sign)
      if !planned.isNaN, series.direction != .neutral { isOnTrajectory = ahead >= 0 }
    }
    if stretch.isShort(rules), rules.withholdsTrialLimits { return }
    assurance = Assurance(
      of: series.target[last], between: points[last].lower, and: points[last].upper, series.direction,
      equality: rules.targetEquality)
    switch rules.iconSource {
    case .lastRow: variation = VariationIcon(points[last].meaning, series.direction)
    case .lastValue:
      let position = points.lastIndex { !$0.value.isNaN }
      variation = position.map { VariationIcon(points[$0].meaning, series.direction) }
    case .lastSpecialCause:
      let position = points.lastIndex { $0.isSpecialCause }
      let meaning = position.map { ControlPoint.Meaning(upwards: points[$0].side > 0, series.direction) }
      variation = VariationIcon(meaning ?? .commonCause, series.direction)
    }
  }
}
