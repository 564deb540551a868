extension ControlChart {
  /// Finds the patterns of a stretch and names its points by them.
  mutating func judge(_ stretch: Stretch, _ series: ProcessSeries, _ rules: ControlRules) {
    points.withUnsafeMutableBufferPointer { points in
      Judge(points: points, positions: stretch.positions, rules: rules).judge(series)
    }
  }
}

/// Judges the points of one stretch where they stand, so that nothing is copied or checked twice.
///
/// Which side a point is on is a toss of a coin, and a processor that guesses wrongly waits: runs are counted without a
/// branch on it.
private struct Judge {
  let points: UnsafeMutableBufferPointer<ControlPoint>
  let positions: Range<Int>
  let rules: ControlRules

  func judge(_ series: ProcessSeries) {
    compare()
    findShifts()
    findTrends()
    if rules.twoInThree != .off { findTwoInThree() }
    for position in positions where !points[position].patterns.isDisjoint(with: .special) {
      let cause = cause(position, series.direction)
      points[position].cause = cause
      points[position].meaning = ControlPoint.Meaning(upwards: cause.sign > 0, series.direction)
      if rules.targetIsImprovement, meetsTarget(position, series) { points[position].meaning = .improvement }
    }
  }

  /// Compares each point with its centre and its limits. A limit itself is within; a missing value is nowhere.
  private func compare() {
    for position in positions {
      let point = points[position]
      let away = point.value - point.centre
      let tie = rules.tieTolerance * max(point.value.magnitude, point.centre.magnitude)
      points[position].side = (away > tie ? 1 : 0) - (away < -tie ? 1 : 0)
      if point.value > point.upper || point.value < point.lower {
        points[position].patterns.insert(.outside)
      } else if point.value > point.nearUpper || point.value < point.nearLower {
        points[position].patterns.insert(.near)
      }
    }
  }

  /// Marks runs on one side of the centre. A point on the centre, a missing one and an excluded one break a run.
  ///
  /// Source: Western Electric, *Statistical Quality Control Handbook* (1956), with the length as the rules have it.
  private func findShifts() {
    var side: Int8 = 0
    var length = 0
    for position in positions {
      let here = points[position].isExcluded ? 0 : points[position].side
      length = (here == side ? length : 0) + 1
      side = here
      if length >= rules.shiftLength, side != 0 { mark(.shift, last: rules.shiftLength, to: position) }
    }
  }

  /// Marks runs in which each point is higher, or each lower, than the one before. Equal neighbours break a run.
  private func findTrends() {
    var slope = 0
    var length = 1
    for position in positions.dropFirst() {
      let here = step(to: position)
      length = (here == slope ? length : 1) + 1
      slope = here
      if length >= rules.trendLength, slope != 0 { mark(.trend, last: rules.trendLength, to: position) }
    }
  }

  /// Marks points near a limit in windows of three that are all on one side and of which two at least are near.
  ///
  /// Source: Western Electric, *Statistical Quality Control Handbook* (1956), with all three on one side.
  private func findTwoInThree() {
    let near: ControlPoint.Patterns = rules.twoInThree == .beyondToo ? [.near, .outside] : .near
    for last in positions.dropFirst(2) {
      let window = last - 2...last
      // Few points are near: to count them first is quickest.
      var count = 0
      for position in window { count += points[position].patterns.isDisjoint(with: near) ? 0 : 1 }
      guard count >= 2 else { continue }
      let side = points[last].side
      guard side != 0, points[last - 1].side == side, points[last - 2].side == side else { continue }
      guard !window.contains(where: { points[$0].isExcluded }) else { continue }
      for position in window where !points[position].patterns.isDisjoint(with: near) {
        points[position].patterns.insert(.twoInThree)
      }
    }
  }

  private func mark(_ pattern: ControlPoint.Patterns, last count: Int, to position: Int) {
    for place in position - count + 1...position { points[place].patterns.insert(pattern) }
  }

  /// Whether a point is higher (1) or lower (-1) than the one before; 0 where they are equal or one does not count.
  private func step(to position: Int) -> Int {
    let (before, here) = (points[position - 1], points[position])
    guard !before.isExcluded, !here.isExcluded else { return 0 }
    return (here.value > before.value ? 1 : 0) - (here.value < before.value ? 1 : 0)
  }

  /// The pattern a point is named by.
  private func cause(
    _ position: Int, _ direction: ProcessSeries.Direction
  ) -> ControlPoint.SpecialCause {
    let point = points[position]
    if point.patterns.contains(.outside) { return point.value > point.upper ? .aboveLimit : .belowLimit }
    let isHigh = point.side > 0
    var trend = ControlPoint.SpecialCause.none
    if point.patterns.contains(.trend) { trend = isRising(position) ? .rising : .falling }
    let shift = !point.patterns.contains(.shift) ? .none : isHigh ? ControlPoint.SpecialCause.shiftAbove : .shiftBelow
    let two =
      !point.patterns.contains(.twoInThree)
      ? .none : isHigh ? ControlPoint.SpecialCause.nearUpperLimit : .nearLowerLimit
    let order = rules.precedence == .trendFirst ? (trend, two, shift) : (shift, trend, two)
    let first = order.0 != .none ? order.0 : order.1 != .none ? order.1 : order.2
    guard rules.improvementWins, first.sign * direction.sign < 0 else { return first }
    if order.1.sign * direction.sign > 0 { return order.1 }
    return order.2.sign * direction.sign > 0 ? order.2 : first
  }

  /// Which way a point of a trend points: to the next point where that is in a trend too, else from the one before.
  private func isRising(_ position: Int) -> Bool {
    let isFirst = position == positions.lowerBound
    switch rules.trendDirection {
    case .alongTrend:
      let next = position + 1
      let goesOn = next < positions.upperBound && points[next].patterns.contains(.trend)
      return goesOn || isFirst
        ? points[next].value > points[position].value : points[position].value > points[position - 1].value
    case .sincePreviousPoint:
      return isFirst
        ? points[position + 1].value > points[position].value
        : points[position].value > points[position - 1].value
    }
  }

  private func meetsTarget(_ position: Int, _ series: ProcessSeries) -> Bool {
    switch series.direction {
    case .increase: points[position].value >= series.target[position]
    case .decrease: points[position].value <= series.target[position]
    case .neutral: false
    }
  }
}

extension ControlPoint.Meaning {
  /// What a pattern upwards or downwards means where one way may be better.
  init(upwards isUp: Bool, _ direction: ProcessSeries.Direction) {
    switch direction {
    case .increase: self = isUp ? .improvement : .concern
    case .decrease: self = isUp ? .concern : .improvement
    case .neutral: self = isUp ? .neutralHigh : .neutralLow
    }
  }
}
