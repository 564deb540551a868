internal import Chronicle
internal import Measures
internal import Register
internal import Statistics
internal import Vocabulary

/// What the record says of how a series is to be read: which way is better, what is to be reached, what happened.
struct StandingOfSeries {
  let profile: MeasureProfile?
  private let targets: [Version<Target>]
  private let remarks: [Version<SeriesNote>]
  private let formation: [SeriesAnswer.Note]

  /// A nil body is the whole country: what is said of one body alone does not concern it.
  init(_ definition: MeasureDefinition, _ body: ID<Body>?, _ snapshot: Snapshot) {
    profile = snapshot.nearest(MeasureProfile.self, of: definition.subject)?.fact
    formation = body.map { StandingOfSeries.formation(of: $0, snapshot) } ?? []
    let concerned = body.map { StandingOfSeries.forebears(of: $0, snapshot) } ?? []
    targets = snapshot.history(Target.self, of: definition.subject).filter { version in
      version.fact.body == nil || version.fact.body == body
    }
    let measures = [definition.subject] + [definition.numerator, definition.denominator].compactMap { ID<Measure>($0) }
    remarks = measures.flatMap { snapshot.history(SeriesNote.self, of: $0) }
      .filter { version in version.fact.body.map { concerned.contains($0) } ?? true }
      .sorted { ($0.period.from.earliest, $0.entry) < ($1.period.from.earliest, $1.entry) }
  }

  /// The days on which the body took others' place: figures before are recast, and the reader must know it.
  private static func formation(of body: ID<Body>, _ snapshot: Snapshot) -> [SeriesAnswer.Note] {
    let register = snapshot.register
    let steps = register.successions(to: body).filter { $0.fact.subject != body && $0.period.from.isExact }
    let days = Dictionary(grouping: steps, by: \.period.from)
    return days.sorted { $0.key.earliest < $1.key.earliest }.map { day, steps in
      let before = snapshot.on(day.earliest.advanced(by: -1)).register
      let names = Set(steps.map { before.shortName($0.fact.subject) })
      return SeriesAnswer.Note(
        from: When(day), effect: "map",
        text: "It took the place of \(Sentences.list(names.sorted())). Figures before are recast to the area shown.",
        certainty: steps[0].certainty, source: steps[0].source.text)
    }
  }

  /// The body and every body it took the place of, whole or in part.
  private static func forebears(of body: ID<Body>, _ snapshot: Snapshot) -> Set<ID<Body>> {
    var found: Set<ID<Body>> = [body]
    var open = [body]
    while let next = open.popLast() {
      for version in snapshot.register.successions(to: next) where found.insert(version.fact.subject).inserted {
        open.append(version.fact.subject)
      }
    }
    return found
  }

  var direction: ProcessSeries.Direction {
    switch profile?.polarity {
    case .higher: .increase
    case .lower: .decrease
    case .neutral, nil: .neutral
    }
  }

  /// The target a figure is held against: the one that stands on the last day of its period. A body's own plan goes
  /// before an ambition for all, and that before the standard.
  func target(on period: Period) -> Version<Target>? {
    let day = period.until.earliest.advanced(by: -1)
    let standing = targets.filter { $0.period.surelyContains(day) }
    return [Target.Sort.plan, .ambition, .standard].lazy
      .compactMap { sort in standing.last { $0.fact.sort == sort } }.first
  }

  /// The positions from which limits start afresh.
  func steps(in points: [FigureSeries.Point]) -> [ProcessSeries.StepChange] {
    var steps: [ProcessSeries.StepChange] = []
    for remark in remarks where remark.fact.effect == .step {
      let position = points.firstIndex { $0.period.from.earliest >= remark.period.from.earliest }
      if let position, position > 0, steps.last?.position != position {
        steps.append(ProcessSeries.StepChange(at: position, because: remark.fact.text))
      }
    }
    return steps
  }

  /// The positions that limits and runs leave out.
  func excluded(in points: [FigureSeries.Point]) -> [Int] {
    points.indices.filter { position in
      remarks.contains {
        $0.fact.effect == .exclude && $0.period.surelyContains(points[position].period.from.earliest)
      }
    }
  }

  /// What a reader is told, of the time shown. That a body began says nothing where no figure is older.
  func notes(from first: Period?, through last: Period?) -> [SeriesAnswer.Note] {
    let recorded = remarks.map { version in
      SeriesAnswer.Note(
        from: When(version.period.from), effect: version.fact.effect.rawValue, text: version.fact.text,
        certainty: version.certainty, source: version.source.text)
    }
    let older = formation.filter { note in first.map { note.from.moment.earliest > $0.from.earliest } ?? false }
    return (older + recorded)
      .filter { note in last.map { note.from.moment.earliest < $0.until.earliest } ?? true }
      .sorted { ($0.from.moment.earliest, $0.text) < ($1.from.moment.earliest, $1.text) }
  }
}
