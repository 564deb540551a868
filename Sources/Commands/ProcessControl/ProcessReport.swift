internal import Formats
internal import Statistics
internal import Vocabulary

/// What judged series are written as.
enum ProcessReport {
  private static let pointColumns = [
    "series_id", "i", "date", "value", "rebase_group", "fix_y", "mean", "mr", "mr_screened", "amr_raw", "amr", "lpl",
    "upl", "nlpl", "nupl", "outside_limits", "relative_to_mean", "close_to_limits", "special_cause_type",
    "special_cause_flag", "point_type", "short_group_warning", "target",
  ]

  /// One row a point. What is missing or withheld is empty; what was computed and came out as no number is `NaN`.
  static func points(_ series: [JudgedSeries]) -> String {
    var csv = CSVWriter()
    csv.row(pointColumns)
    for judged in series {
      for (index, point) in judged.chart.points.enumerated() {
        csv.text(judged.id)
        csv.number(index + 1)
        csv.text(judged.days[index].description)
        write(point, judged, &csv)
        csv.number(judged.process.target[index])
        csv.endRow()
      }
    }
    return csv.description
  }

  private static func write(_ point: ControlPoint, _ judged: JudgedSeries, _ csv: inout CSVWriter) {
    let stretch = judged.chart.stretches[point.stretch]
    let isShort = stretch.isShort(judged.rules)
    let isComputed = judged.chart.kind == .individuals && !(isShort && judged.rules.withholdsTrialLimits)
    func computed(_ number: Double) {
      if number.isNaN, isComputed { csv.text("NaN") } else { csv.number(number) }
    }
    func truth(_ truth: Bool) { csv.text(truth ? "TRUE" : "FALSE") }
    let isCompared = !point.value.isNaN && point.hasLimits
    csv.number(point.value)
    csv.number(stretch.number)
    csv.number(point.baselineValue)
    csv.number(point.centre)
    csv.number(point.movingRange)
    csv.number(point.usesMovingRange ? point.movingRange : .nan)
    for number in [
      stretch.rawMeanRange, stretch.meanRange, point.lower, point.upper, point.nearLower, point.nearUpper,
    ] { computed(number) }
    if isCompared { truth(point.isOutside) } else { csv.empty() }
    if point.value.isNaN { csv.empty() } else { csv.number(Int(point.side)) }
    if isCompared { truth(point.patterns.contains(.near)) } else { csv.empty() }
    csv.text(point.cause.label(judged.rules))
    truth(point.isSpecialCause)
    csv.text(point.meaning.rawValue)
    truth(isShort)
  }

  /// One row a series, as programs read it.
  static func summary(_ series: [JudgedSeries]) -> Table {
    var table = Table([
      .init("Series", "series_id"), .init("n", isNumber: true), .init("Missing", "n_missing", isNumber: true),
      .init("Variation", "variation_icon"), .init("Assurance", "assurance_type"), .init("Icon", "assurance_icon"),
      .init("Note", mayBeCut: true),
    ])
    for judged in series {
      let chart = judged.chart
      table.rows.append([
        judged.id, String(chart.points.count), String(judged.missing),
        chart.variation.map { $0.rawValue + ".svg" } ?? "",
        chart.assurance?.rawValue ?? "", chart.assurance.map { $0.icon + ".svg" } ?? "",
        judged.notes.joined(separator: "; "),
      ])
    }
    return table
  }

  /// One row a series, for people; the sentences follow it.
  static func overview(_ series: [JudgedSeries], width: Int?) -> String {
    var table = Table([
      .init("Series"), .init("Points", isNumber: true), .init("Last value", isNumber: true),
      .init("Mean", isNumber: true), .init("Lower limit", isNumber: true), .init("Upper limit", isNumber: true),
      .init("Target", isNumber: true), .init("Variation"), .init("Assurance"),
    ])
    for judged in series {
      let point = judged.chart.points.last ?? ControlPoint()
      table.rows.append(
        [judged.id, String(judged.days.count)]
          + [point.value, point.centre, point.lower, point.upper, judged.target ?? .nan].map(rounded)
          + [
            judged.chart.variation.map { $0.rawValue.replacing("_", with: " ") } ?? "withheld",
            judged.chart.assurance?.icon ?? "",
          ])
    }
    return table.text(width: width) + "\n" + series.map { sentence($0) + "\n" }.joined()
  }

  /// What a series shows, as a person would say it.
  static func sentence(_ judged: JudgedSeries) -> String {
    let chart = judged.chart
    var text = "\(judged.id): "
    switch chart.variation {
    case nil: text += "there is too little to judge its variation by"
    case .commonCause: text += "it shows only the usual variation"
    case .improvementHigh, .improvementLow: text += "it has changed for the better"
    case .concernHigh, .concernLow: text += "it has changed for the worse"
    case .neutralHigh: text += "it has changed upwards"
    case .neutralLow: text += "it has changed downwards"
    }
    if let target = judged.target {
      switch chart.assurance {
      case nil: text += "; whether it meets its target of \(rounded(target)) cannot be said"
      case .pass: text += "; as it is, it meets its target of \(rounded(target)) consistently"
      case .fail: text += "; as it is, it misses its target of \(rounded(target)) consistently"
      case .inconsistent: text += "; as it is, it meets its target of \(rounded(target)) at times"
      }
    }
    if let isOnTrajectory = chart.isOnTrajectory {
      text += isOnTrajectory ? "; it is on its trajectory" : "; it is behind its trajectory"
    }
    let notes = judged.notes.map { " Note: \($0)." }.joined()
    return text + "." + notes
  }

  private static func rounded(_ number: Double) -> String {
    number.isNaN ? "" : Decimals.rounded(number, places: 4)
  }
}

/// Judged series as a program reads them.
struct ProcessDocument: Encodable {
  let preset: String
  let chart: String
  let series: [Series]

  struct Series: Encodable {
    let id: String
    let n: Int
    let missing: Int
    let variation: String?
    let assurance: String?
    let target: Double?
    let onTrajectory: Bool?
    let sentence: String
    let notes: [String]
    let runs: Runs?
    let steps: [Step]
    let suggestion: Suggestion?
    let points: [Point]?
  }

  /// The longest run and the crossings of the last stretch, and what chance explains.
  struct Runs: Encodable {
    let useful: Int
    let longest: Int
    let longestAllowed: Int
    let crossings: Int
    let crossingsNeeded: Int
    let isSignal: Bool
  }

  struct Step: Encodable {
    let date: String
    let reason: String
  }

  /// A step change that is suggested and not applied.
  struct Suggestion: Encodable {
    let date: String
    let meanBefore, meanAfter, standardErrors: Double
    let countBefore, countAfter, runLength: Int
  }

  struct Point: Encodable {
    let date: String
    let value, mean, lower, upper: Double?
    let cause, meaning: String
  }

  init(_ series: [JudgedSeries], preset: String, kind: ProcessSeries.Kind, withPoints: Bool) {
    self.preset = preset
    chart = kind.rawValue
    self.series = series.map { Series($0, withPoints: withPoints) }
  }
}

extension ProcessDocument.Series {
  init(_ judged: JudgedSeries, withPoints: Bool) {
    let chart = judged.chart
    id = judged.id
    n = chart.points.count
    missing = judged.missing
    variation = chart.variation?.rawValue
    assurance = chart.assurance?.rawValue
    target = judged.target
    onTrajectory = chart.isOnTrajectory
    sentence = ProcessReport.sentence(judged)
    notes = judged.notes
    runs = chart.stretches.last.map { .init(RunsAnalysis(of: $0, in: chart)) }
    steps = judged.process.steps.map { .init(date: judged.days[$0.position].description, reason: $0.reason) }
    suggestion = judged.suggestion.map {
      .init(
        date: judged.days[$0.position].description, meanBefore: $0.meanBefore, meanAfter: $0.meanAfter,
        standardErrors: $0.standardErrors, countBefore: $0.countBefore, countAfter: $0.countAfter,
        runLength: $0.runLength)
    }
    points =
      withPoints
      ? zip(judged.days, chart.points).map { day, point in
        .init(
          date: day.description, value: point.value.orNil, mean: point.centre.orNil, lower: point.lower.orNil,
          upper: point.upper.orNil, cause: point.cause.label(judged.rules), meaning: point.meaning.rawValue)
      } : nil
  }
}

extension ProcessDocument.Runs {
  init(_ runs: RunsAnalysis) {
    useful = runs.usefulCount
    longest = runs.longestRun
    longestAllowed = runs.longestRunAllowed
    crossings = runs.crossings
    crossingsNeeded = runs.crossingsNeeded
    isSignal = runs.isSignal
  }
}

extension Double {
  /// The number; nil where it is none.
  fileprivate var orNil: Double? { isNaN ? nil : self }
}
