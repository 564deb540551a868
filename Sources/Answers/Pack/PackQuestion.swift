public import Chronicle
internal import Measures
internal import Recast
public import Register
public import Statistics
public import Vocabulary

/// Asks for the month's report of one body or of several: every monthly measure, judged.
public struct PackQuestion: Sendable {
  /// The bodies, each with a section of its own. They are never summed.
  public var bodies: [ID<Body>]
  /// Any day of the month reported.
  public var month: Day
  /// The rules that points are judged by.
  public var rules: ControlRules
  /// Only measures under these headings; empty for all.
  public var themes: Set<String>

  /// A question.
  public init(of bodies: [ID<Body>], month: Day, by rules: ControlRules = .nhsr02, themes: Set<String> = []) {
    self.bodies = bodies
    self.month = month.startOfMonth
    self.rules = rules
    self.themes = themes
  }

  /// The last day of the month.
  var end: Day { month.startOfNextMonth.advanced(by: -1) }

  /// The month as it is written in data: `2026-01`.
  var label: String { String(month.description.prefix(7)) }
}

extension PackQuestion {
  /// The report.
  ///
  /// A body is shown on the map of the last day of the month or, where it did not exist then, on the map of the day
  /// nearest to it on which it does: figures of before are recast, so they can be compared.
  ///
  /// Throws `QuestionError` when there is no body, or nothing monthly is known of any. O(measures × periods × units).
  public func answer(_ snapshot: Snapshot, blocks: @escaping Blocks) throws -> PackAnswer {
    guard !bodies.isEmpty else { throw QuestionError("a pack is for one body at least") }
    var book = SeriesBook(snapshot, blocks: blocks)
    let sections = try bodies.map { try section($0, &book, snapshot) }
    guard sections.contains(where: { !$0.items.isEmpty }) else {
      throw QuestionError(
        "no monthly figures of \(Sentences.list(sections.map(\.name))) are loaded for \(Sentences.month(month)) or before"
      )
    }
    return PackAnswer(
      month: label, monthName: Sentences.month(month), rules: rules.name,
      record: snapshot.archive.head.digest.hex, transaction: snapshot.archive.head.transactions,
      audience: snapshot.audience.rawValue, sections: sections, feeds: feeds(of: sections, snapshot),
      sources: sources(of: sections, snapshot))
  }

  private func section(_ body: ID<Body>, _ book: inout SeriesBook, _ snapshot: Snapshot) throws -> PackAnswer.Section {
    guard let map = snapshot.register.map(of: body, near: end) else {
      throw QuestionError("'\(body)' is no body that figures can be shown for")
    }
    var items: [PackAnswer.Item] = []
    var gaps: [PackAnswer.Gap] = []
    for measure in book.monthly(themes) {
      let figures: FigureSeries
      do { figures = try book.series(measure, on: map) } catch let error as QuestionError {
        gaps.append(PackAnswer.Gap(measure: measure.text, name: book.name(measure), why: error.message))
        continue
      }
      guard let now = SeriesAnswer(body, in: figures, upTo: end, by: rules, snapshot) else {
        if let why = figures.hidden(body) {
          gaps.append(PackAnswer.Gap(measure: measure.text, name: figures.definition.name, why: why))
        }
        continue
      }
      let before = SeriesAnswer(body, in: figures, upTo: month.advanced(by: -1), by: rules, snapshot)
      items.append(
        PackAnswer.Item(
          now, before: before, rank: Standing(of: body, in: figures, at: now.latest?.period, now.polarity),
          commentary: commentary(of: body, on: measure, snapshot)))
    }
    let day = map.day
    return PackAnswer.Section(
      body: body.text, name: snapshot.on(day).register.name(body), map: day.description,
      items: items.sorted { $0.isBefore($1) }, gaps: gaps,
      words: commentary(of: body, on: nil, snapshot))
  }

  /// What the body said for the month and for the one before it.
  private func commentary(
    of body: ID<Body>, on measure: ID<Measure>?, _ snapshot: Snapshot
  ) -> [PackAnswer.Words] {
    let all = snapshot.history(Commentary.self, of: body).filter { $0.fact.measure == measure }
    return [(end, true), (month.advanced(by: -1), false)].flatMap { day, isNew in
      all.filter { $0.period.surelyContains(day) }.map { PackAnswer.Words($0.fact, isThisMonth: isNew) }
    }
  }

  private func feeds(of sections: [PackAnswer.Section], _ snapshot: Snapshot) -> [PackAnswer.Feed] {
    let items = sections.flatMap(\.items)
    return Dictionary(grouping: items, by: \.series.measure).sorted { $0.key < $1.key }.map { measure, items in
      let latest = items.compactMap { $0.series.latest?.period }.max() ?? ""
      let name = items[0].series.measureName
      let profile = ID<Measure>(measure).flatMap { snapshot.nearest(MeasureProfile.self, of: $0)?.fact }
      let due = profile?.lag.map { end.advanced(by: $0) }
      return PackAnswer.Feed(
        measure: measure, name: name, latest: latest, isCurrent: latest == label,
        expected: due.map(\.description) ?? "", dataSet: profile?.dataSet ?? "")
    }
  }

  private func sources(of sections: [PackAnswer.Section], _ snapshot: Snapshot) -> [PackAnswer.Origin] {
    let used = Set(sections.flatMap(\.items).flatMap(\.series.points).map(\.source)).filter { !$0.isEmpty }
    return used.sorted().compactMap { text in
      guard let id = ID<Source>(text) else { return nil }
      let source = snapshot.nearest(Source.self, of: id)?.fact
      let original = snapshot.nearest(Original.self, of: id)?.fact
      return PackAnswer.Origin(
        id: text, title: source?.title ?? text, publisher: source?.publisher ?? "",
        published: source?.published?.description ?? "", licence: source?.licence ?? "",
        file: original?.file ?? "", digest: original?.digest.hex ?? "")
    }
  }
}

/// The series of a record, each worked out once for a map however many bodies are reported.
private struct SeriesBook {
  private struct Key: Hashable {
    let measure: ID<Measure>
    let map: Map
  }

  private let snapshot: Snapshot
  private let blocks: Blocks
  private let measures: [MeasureEntry]
  private var kept: [Key: FigureSeries] = [:]

  init(_ snapshot: Snapshot, blocks: @escaping Blocks) {
    self.snapshot = snapshot
    self.blocks = blocks
    measures = MeasureEntry.all(in: snapshot)
  }

  /// The measures with figures by month. The two counts of a ratio stand behind it and are left out, unless one of
  /// them is judged in its own right.
  func monthly(_ themes: Set<String>) -> [ID<Measure>] {
    let counts = Set(measures.filter(\.isRatio).flatMap { [$0.numerator, $0.denominator] })
    return measures.filter { $0.additivity != MeasureDefinition.Additivity.notAdditive.rawValue }
      .filter { entry in
        entry.periods.contains { Period(from: $0.from.moment, until: $0.until.moment).month != nil }
      }
      .compactMap { entry in ID<Measure>(entry.id).map { ($0, entry.id) } }
      .filter { measure, id in
        let profile = snapshot.nearest(MeasureProfile.self, of: measure)?.fact
        guard themes.isEmpty || themes.contains(profile?.theme ?? "") else { return false }
        return !counts.contains(id) || (profile.map { $0.polarity != .neutral } ?? false)
      }
      .map(\.0)
  }

  func name(_ measure: ID<Measure>) -> String { measures.first { $0.id == measure.text }?.name ?? measure.text }

  mutating func series(_ measure: ID<Measure>, on map: Map) throws -> FigureSeries {
    let key = Key(measure: measure, map: map)
    if let known = kept[key] { return known }
    let made = try FigureSeries(of: measure, on: map, snapshot, blocks: blocks)
    kept[key] = made
    return made
  }
}

/// Where a body stands among those of its kind.
private struct Standing {
  let quartile: Int?
  let bodies: Int

  /// The quarter its figure lies in, 1 the best; none for a measure without a better side, or for fewer than eight
  /// bodies. Equal figures share the better quarter.
  init(of body: ID<Body>, in figures: FigureSeries, at period: String?, _ polarity: String) {
    let values = figures.points.compactMapValues { points in points.first { $0.label == period }?.value }
    bodies = values.count
    guard polarity != MeasureProfile.Polarity.neutral.rawValue, values.count >= 8, let mine = values[body] else {
      quartile = nil
      return
    }
    let better = values.values.count { polarity == MeasureProfile.Polarity.higher.rawValue ? $0 > mine : $0 < mine }
    quartile = better * 4 / values.count + 1
  }
}

extension PackAnswer.Item {
  fileprivate init(_ now: SeriesAnswer, before: SeriesAnswer?, rank: Standing, commentary: [PackAnswer.Words]) {
    series = now
    attention = Attention(now)
    quartile = rank.quartile
    bodies = rank.bodies
    self.commentary = commentary
    changes = PackAnswer.changes(from: before, to: now)
    hasNewFigure = now.latest?.period != before?.latest?.period
  }
}
