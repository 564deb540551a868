internal import Chronicle
internal import Measures
internal import Statistics
internal import Vocabulary

/// Plain words for a judged series.
enum SeriesSentences {
  /// A figure as it is read aloud: a share as a percentage, a count with its thousands parted.
  static func figure(_ value: Double, isRatio: Bool) -> String {
    if isRatio { return "\(Decimals.rounded(value * 100, places: 1))%" }
    return value == value.rounded() || value.magnitude >= 1000
      ? Decimals.grouped(value.rounded()) : Decimals.rounded(value, places: 1)
  }

  /// `January 2026` for a month; any other period as its source names it.
  private static func period(_ point: FigureSeries.Point) -> String {
    point.period.month.map { Sentences.month($0) } ?? point.label
  }

  static func whole(
    _ name: String, _ definition: MeasureDefinition, _ points: [FigureSeries.Point], _ chart: ControlChart,
    goal: Version<Target>?, direction: ProcessSeries.Direction
  ) -> String {
    let isRatio = definition.additivity == .ratio
    guard let position = points.lastIndex(where: { $0.value != nil }), let value = points[position].value else {
      return "\(name) has no figures."
    }
    var sentence = "\(name): \(figure(value, isRatio: isRatio)) in \(period(points[position]))"
    let point = chart.points[position]
    sentence += ", \(variation(chart, point, direction))"
    if let goal {
      sentence +=
        "; the \(goal.fact.sort.rawValue) is \(figure(goal.fact.value, isRatio: isRatio))\(assurance(chart.assurance))"
    }
    return sentence + "."
  }

  private static func variation(
    _ chart: ControlChart, _ point: ControlPoint, _ direction: ProcessSeries.Direction
  ) -> String {
    guard let icon = chart.variation else { return "too few figures to tell a change from the usual variation" }
    return switch icon {
    case .commonCause: "within its usual variation"
    case .improvementHigh, .improvementLow: "a change for the better beyond its usual variation\(pattern(point))"
    case .concernHigh, .concernLow: "a change for the worse beyond its usual variation\(pattern(point))"
    case .neutralHigh: "higher than its usual variation\(pattern(point))"
    case .neutralLow: "lower than its usual variation\(pattern(point))"
    }
  }

  private static func pattern(_ point: ControlPoint) -> String {
    switch point.cause {
    case .none: ""
    case .aboveLimit: " (above the upper limit)"
    case .belowLimit: " (below the lower limit)"
    case .rising: " (rising without a break)"
    case .falling: " (falling without a break)"
    case .nearUpperLimit: " (two of three near the upper limit)"
    case .nearLowerLimit: " (two of three near the lower limit)"
    case .shiftAbove: " (a run above the mean)"
    case .shiftBelow: " (a run below the mean)"
    }
  }

  private static func assurance(_ assurance: Assurance?) -> String {
    switch assurance {
    case .pass: ", which it can be expected to meet"
    case .fail: ", which it cannot be expected to meet without a change"
    case .inconsistent: ", which it may meet or miss"
    case nil: ""
    }
  }

  /// What limits could not tell.
  static func remarks(_ chart: ControlChart, _ rules: ControlRules) -> [String] {
    var remarks: [String] = []
    if chart.remarks.contains(.missing) {
      remarks.append("Periods without a figure break runs and trends; nothing was put in their place.")
    }
    if chart.remarks.contains(.lastMissing) { remarks.append("The last period has no figure.") }
    if chart.remarks.contains(.short) {
      remarks.append(
        "Fewer than \(rules.minimumPoints) figures stand behind the last limits: they are trial limits.")
    }
    if chart.remarks.contains(.constant) { remarks.append("Every figure is the same, so nothing varies.") }
    if chart.remarks.contains(.allScreened) || chart.remarks.contains(.collapsed) {
      remarks.append("So few figures differ from one another that limits mean little here.")
    }
    if chart.remarks.contains(.noRange) { remarks.append("There are too few figures in a row for limits.") }
    return remarks
  }
}
