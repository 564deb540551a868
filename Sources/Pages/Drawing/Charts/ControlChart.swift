public import Statistics
public import Vocabulary

/// A process over time: its values, what is usual for it, and the points that have a cause of their own.
///
/// The points are judged elsewhere; here they are only drawn. Each kind of point has a shape and a colour. Limits
/// belong to points, so that they can start afresh at a step change, or differ with what a share is out of.
///
/// After the conventions of *Making Data Count*, NHS England (2019), with colours of our own contrast.
public struct ControlChart: Chart {
  /// One point in time.
  public struct Point: Sendable {
    let label: String
    let day: Day?
    let value: Double?
    let variation: Variation
    let limits: Limits
    let target: Double?
    let plan: Double?
    let isProvisional: Bool
    let isExcluded: Bool

    /// A point in time and what is known of it.
    ///
    /// - Parameters:
    ///   - label: the time in words, such as a month.
    ///   - day: its first day, for the labels beneath; without days every so manieth label is written.
    ///   - value: nil where it is missing.
    ///   - target: what was to be reached then.
    ///   - plan: the trajectory.
    ///   - isProvisional: it may be revised, and is drawn hollow.
    ///   - isExcluded: it was left out of the limits, and is drawn as a plus.
    public init(
      _ label: String, day: Day? = nil, _ value: Double?, _ variation: Variation = .commonCause,
      limits: Limits = Limits(), target: Double? = nil, plan: Double? = nil, isProvisional: Bool = false,
      isExcluded: Bool = false
    ) {
      self.label = label
      self.day = day
      self.value = drawable(value)
      self.variation = variation
      self.limits = limits
      self.target = drawable(target)
      self.plan = drawable(plan)
      self.isProvisional = isProvisional
      self.isExcluded = isExcluded
    }
  }

  /// What is usual at a point; what is not known is nil.
  public struct Limits: Sendable, Equatable {
    let mean: Double?
    let lower: Double?
    let upper: Double?
    let nearLower: Double?
    let nearUpper: Double?

    /// The mean, the limits at three sigma, and those of what counts as near at two.
    public init(
      mean: Double? = nil, lower: Double? = nil, upper: Double? = nil, nearLower: Double? = nil,
      nearUpper: Double? = nil
    ) {
      self.mean = drawable(mean)
      self.lower = drawable(lower)
      self.upper = drawable(upper)
      self.nearLower = drawable(nearLower)
      self.nearUpper = drawable(nearUpper)
    }

    var all: [Double] { [mean, lower, upper, nearLower, nearUpper].compactMap { $0 } }
  }

  /// Where limits start afresh, or where something happened that a reader should know.
  public struct Event: Sendable {
    let position: Int
    let words: String
    let isStep: Bool

    /// A step change: limits start afresh at this point, because of what is said.
    public static func step(at position: Int, because words: String) -> Event {
      Event(position: position, words: words, isStep: true)
    }

    /// A note on this point.
    public static func note(at position: Int, _ words: String) -> Event {
      Event(position: position, words: words, isStep: false)
    }
  }

  /// The identifier of the drawing in its page.
  public let id: String
  /// What the drawing is of.
  public let title: String
  /// What the drawing shows, in a sentence.
  public let sentence: String
  let valueName: String
  let writing: BarList.Writing
  let points: [Point]
  let events: [(event: Event, sign: String)]
  let bounds: ClosedRange<Double>?
  let downloads: [NamedLink]

  /// A chart of points in the order of time.
  ///
  /// - Parameters:
  ///   - valueName: what is measured, for the table's column.
  ///   - events: those of positions that are not in the series are left out.
  ///   - bounds: what values can be at all, such as 0 to 1 for a share. Limits beyond are drawn at the bound; the
  ///     table has them as they are.
  ///   - downloads: the same figures in other forms.
  public init(
    id: String, title: String, sentence: String, valueName: String, writing: BarList.Writing, points: [Point],
    events: [Event] = [], bounds: ClosedRange<Double>? = nil, downloads: [NamedLink] = []
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.valueName = valueName
    self.writing = writing
    self.points = points
    self.bounds = bounds
    self.downloads = downloads
    var (steps, notes) = (0, 0)
    let order = events.indices.filter { points.indices.contains(events[$0].position) }
      .sorted { (events[$0].position, $0) < (events[$1].position, $1) }
    self.events = order.map { index in
      if events[index].isStep { steps += 1 } else { notes += 1 }
      return (events[index], events[index].isStep ? Self.letters(steps) : String(notes))
    }
  }

  /// `A` to `Z`, then `AA`.
  private static func letters(_ number: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let last = String(alphabet[(number - 1) % 26])
    return number <= 26 ? last : letters((number - 1) / 26) + last
  }

  /// Whether no value is known.
  public var isTableOnly: Bool { points.allSatisfy { $0.value == nil } }

  /// The words beneath: where limits start afresh and why, and what was noted.
  public var notes: [ChartNote] {
    events.map { event, sign in
      ChartNote(
        sign: sign, place: points[event.position].label,
        words: event.isStep ? "Limits start afresh: \(event.words)" : event.words)
    }
  }

  /// The figures: one row for each point.
  public var twin: Table {
    func has(_ part: (Point) -> Double?) -> Bool { points.contains { part($0) != nil } }
    let optional: [(title: String, part: (Point) -> Double?)] = [
      ("Target", \.target), ("Planned", \.plan), ("Mean", \.limits.mean), ("Lower limit", \.limits.lower),
      ("Upper limit", \.limits.upper),
    ].filter { has($0.part) }
    return Table(
      id: "\(id)-table", caption: title,
      columns: [.words("When"), .figures(valueName), .words("Variation")] + optional.map { .figures($0.title) },
      rows: points.map { point in
        let variation =
          point.value == nil ? "" : point.isExcluded ? "left out of the limits" : point.variation.term
        return .init(
          [
            .init(point.label),
            .init(writing.words(point.value), badges: point.isProvisional ? [.provisional] : []),
            .init(variation),
          ] + optional.map { column in .init(column.part(point).map(writing.text) ?? "") })
      },
      downloads: downloads)
  }
}

extension ControlChart {
  /// What each mark and line means; lines with their latest value.
  public var key: ChartKey {
    let shown = points.filter { $0.value != nil }
    var entries: [(sign: ChartKey.Sign, words: String)] = []
    for variation in Variation.allCases {
      guard shown.contains(where: { $0.variation == variation && !$0.isExcluded }) else { continue }
      let words =
        switch variation {
        case .commonCause: "usual variation (common cause)"
        case .improvementHigh, .improvementLow: "better (special cause)"
        case .concernHigh: "worse, high (special cause)"
        case .concernLow: "worse, low (special cause)"
        case .neutralHigh: "higher (special cause)"
        case .neutralLow: "lower (special cause)"
        }
      if !entries.contains(where: { $0.words == words }) {
        entries.append((.mark(variation.shape, ["point", variation.style]), words))
      }
    }
    if shown.contains(where: \.isProvisional) {
      entries.append((.mark(.circle, ["point", "point-common", "point-hollow"]), "hollow: provisional"))
    }
    if shown.contains(where: \.isExcluded) {
      entries.append((.mark(.plus, ["point-open"]), "left out of the limits"))
    }
    if points.contains(where: { $0.value == nil }) {
      entries.append((.mark(.cross, ["point-open"]), "not known"))
    }
    func last(_ part: (Point) -> Double?) -> String? { points.lazy.compactMap(part).last.map(writing.text) }
    if let mean = last(\.limits.mean) { entries.append((.line("line-mean"), "mean \(mean)")) }
    if let lower = last(\.limits.lower), let upper = last(\.limits.upper) {
      entries.append((.line("line-limit"), "limits \(lower) to \(upper)"))
    } else if let limit = last(\.limits.upper) ?? last(\.limits.lower) {
      entries.append((.line("line-limit"), "limit \(limit)"))
    }
    if points.contains(where: { $0.limits.nearLower != nil || $0.limits.nearUpper != nil }) {
      entries.append((.line("line-near"), "near a limit"))
    }
    if let target = last(\.target) { entries.append((.line("line-target"), "target \(target)")) }
    if let plan = last(\.plan) { entries.append((.line("line-plan"), "planned \(plan)")) }
    return ChartKey(entries: entries)
  }
}
