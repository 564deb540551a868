internal import Answers
internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// The figures a body's page shows where they are loaded: people and deprivation.
struct BodyFigure {
  /// The measure's identifier.
  let measure: String
  /// What the figure is called on the page.
  let label: String
  /// The table it stands in.
  let table: RecastAnswer.Table
  /// The body's row.
  let row: RecastAnswer.Row

  /// The figure as a reader would write it.
  var written: String {
    guard let value = row.value, value.isFinite else { return "not known" }
    return measure.hasPrefix("deprivation.") ? Figures.percent(value) : Figures.grouped(Int(value.rounded()))
  }

  /// The marks to show beside it.
  var badges: [Badge] {
    [Badge(status: row.status)].compactMap { $0 } + (table.state == "provisional" ? [.provisional] : [])
  }

  /// The measures shown, and what they are called.
  static let measures = [
    ("population.registered", "Registered people"), ("population.resident", "Residents"),
    ("deprivation.share-in-most-deprived-fifth", "Small areas in the poorest fifth of England"),
  ]

  /// The figures of a body on a day; empty where none is loaded, or bodies of its kind have none.
  static func of(_ body: String, kind: BodyKind, on day: Day, _ visit: Visit) -> [BodyFigure] {
    guard kinds.contains(kind) else { return [] }
    return measures.compactMap { measure, label in
      guard let table = table(measure, kind, day, visit),
        let row = table.rows.first(where: { $0.target == body })
      else { return nil }
      return BodyFigure(measure: measure, label: label, table: table, row: row)
    }
  }

  private static let kinds: Set<BodyKind> = [
    .integratedCareBoard, .subICBLocation, .clinicalCommissioningGroup, .nhsRegion,
  ]

  /// The latest figures of a measure on the bodies of a kind; worked out once for each day asked for.
  static func table(_ measure: String, _ kind: BodyKind, _ day: Day, _ visit: Visit) -> RecastAnswer.Table? {
    guard let id = ID<Measure>(measure), visit.snapshot.nearest(MeasureDefinition.self, of: id) != nil else {
      return nil
    }
    return Shelf.value(
      Stand(visit.snapshot.on(day), "\(measure) \(kind.rawValue)"), in: visit.snapshot.archive
    ) {
      try? RecastQuestion(measure: id, from: day, to: .bodies(kind, on: day))
        .answer(visit.snapshot, blocks: visit.blocks).periods.last
    }
  }
}
