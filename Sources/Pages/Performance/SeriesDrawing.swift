internal import Answers
internal import Statistics
internal import Vocabulary

/// How a judged series is drawn and written: one way for the site, the pack and the files beside it.
struct SeriesDrawing {
  let series: SeriesAnswer
  private let id: String

  /// Identifiers in a page begin with `id`.
  init(_ series: SeriesAnswer, id: String) {
    self.series = series
    self.id = id
  }

  var writing: BarList.Writing {
    if series.isRatio { return .percent(places: 1) }
    return series.points.allSatisfy { $0.value.map { $0 == $0.rounded() } ?? true } ? .whole : .fixed(places: 1)
  }

  /// The control chart, with its table.
  func chart(downloads: [NamedLink] = []) -> ControlChart {
    ControlChart(
      id: id, title: "\(series.measureName): \(series.bodyName)", sentence: series.sentence,
      valueName: series.isRatio ? "Share" : Sentences.capital(series.unit), writing: writing,
      points: series.points.map(point), events: events, bounds: series.isRatio ? 0...1 : nil, downloads: downloads)
  }

  private func point(_ point: SeriesAnswer.Point) -> ControlChart.Point {
    ControlChart.Point(
      MeasureWriting.period(point.period), day: Day(point.from), point.value, variation(of: point),
      limits: ControlChart.Limits(mean: point.mean, lower: point.lower, upper: point.upper), target: point.target,
      isProvisional: ["provisional", "estimate"].contains(point.state))
  }

  private func variation(of point: SeriesAnswer.Point) -> Variation {
    let isLower = series.polarity == "lower"
    return switch point.meaning {
    case "special_cause_improvement": isLower ? .improvementLow : .improvementHigh
    case "special_cause_concern": isLower ? .concernHigh : .concernLow
    case "special_cause_neutral_high": .neutralHigh
    case "special_cause_neutral_low": .neutralLow
    default: .commonCause
    }
  }

  private var events: [ControlChart.Event] {
    series.notes.compactMap { note in
      guard
        let position = series.points.firstIndex(where: { point in
          Day(point.from).map { $0 >= note.from.moment.earliest } ?? false
        })
      else {
        return nil
      }
      return note.effect == "step" ? .step(at: position, because: note.text) : .note(at: position, note.text)
    }
  }

  /// The icons.
  var variation: Variation? { series.variation.flatMap { Variation(rawValue: $0) } }
  var assurance: Assurance? {
    guard series.goal != nil else { return Assurance.none }
    switch series.assurance {
    case "consistent_pass": return .pass
    case "consistent_fail": return .fail
    case "inconsistent": return .inconsistent
    default: return nil
    }
  }

  /// Its line in a summary of many.
  func summary(link: Link?) -> IconSummary.Row {
    let latest = series.latest
    return IconSummary.Row(
      series.measureName, link: link, date: latest.map { MeasureWriting.period($0.period) } ?? "no figure",
      value: latest?.value, target: series.goal?.value, variation: variation, assurance: assurance,
      mean: latest?.mean, lower: latest?.lower, upper: latest?.upper, writing: writing,
      series: series.points.suffix(24).map(\.value), seriesSentence: series.sentence,
      badges: latest.map { $0.status == "apportioned" ? [.apportioned] : [] } ?? [])
  }

  /// Its place in the grid of quartiles and changes; nil where it is not set against others.
  func gridItem(_ quartile: Int?, link: Link?) -> QuartileGrid.Item? {
    guard let quartile else { return nil }
    let movement: QuartileGrid.Movement =
      switch variation {
      case .improvementHigh, .improvementLow: .improved
      case .concernHigh, .concernLow: .deteriorated
      default: .maintained
      }
    return QuartileGrid.Item(series.measureName, link: link, quartile: quartile, movement)
  }
}
