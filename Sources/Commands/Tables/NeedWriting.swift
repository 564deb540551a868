internal import Answers
internal import Vocabulary

/// Answers about need as tables: the same rows for people, for CSV, and for the files of the annual statement.
enum NeedWriting {
  private static func number(_ value: Double?) -> String { value.map { Decimals.rounded($0, places: 6) } ?? "" }

  /// Every figure of an account of need, one a row.
  static func table(_ answer: NeedAnswer) -> Table {
    let titles = [
      "Group", "Figure", "Value", "Unit", "England", "Mark", "Basis", "Period", "Counted by", "Source", "Note",
    ]
    let columns = zip(titles, NeedAnswer.columns).map { title, key in
      Table.Column(
        title, key, isNumber: ["value", "england"].contains(key),
        mayBeCut: ["figure", "source", "note"].contains(key))
    }
    return Table(columns, rows: answer.rows)
  }

  private static let gradientColumns: [Table.Column] = [
    .init("Measure"), .init("Row"), .init("Value", isNumber: true), .init("Lower", isNumber: true),
    .init("Upper", isNumber: true), .init("Numerator", isNumber: true), .init("Denominator", isNumber: true),
    .init("Relative", isNumber: true), .init("Period"), .init("Edition"), .init("Mark", "status"),
    .init("Note", mayBeCut: true),
  ]

  /// A measure by fifths, its gap and its slopes, one a row.
  static func table(_ answer: GradientAnswer) -> Table {
    var table = Table(gradientColumns)
    func row(
      _ name: String, _ value: Double?, _ lower: Double?, _ upper: Double?, _ counts: (Double, Double)?,
      _ relative: Double?, _ note: String
    ) {
      table.rows.append([
        answer.measure, name, number(value), number(lower), number(upper), number(counts?.0), number(counts?.1),
        number(relative), answer.period, answer.edition, value == nil ? "refused" : answer.status, note,
      ])
    }
    for group in answer.groups {
      row(
        "fifth \(group.quintile)", group.value, group.lower, group.upper, (group.numerator, group.denominator), nil,
        answer.note)
    }
    row(
      "deprivation not known", answer.unknown.value, answer.unknown.lower, answer.unknown.upper,
      (answer.unknown.numerator, answer.unknown.denominator), nil, "")
    row(
      "gap", answer.gap?.absolute, answer.gap?.lower, answer.gap?.upper, nil, answer.gap?.relative,
      "most deprived less least; relative: most over least")
    for slope in answer.slopes {
      row(
        "slope, \(slope.definition)", slope.absolute, slope.lower, slope.upper, nil, slope.relative,
        slope.note.isEmpty ? slope.meaning : slope.note)
    }
    return table
  }

  /// The peers of a body, its own row first.
  static func table(_ answer: PeersAnswer) -> Table {
    let used = answer.variables.filter(\.isUsed)
    var table = Table(
      [.init("Body"), .init("Name", mayBeCut: true), .init("Distance", isNumber: true)]
        + used.map { .init($0.key, isNumber: true) } + [.init("Mark", "status")])
    table.rows = ([answer.own] + answer.peers).map { row in
      [row.body.id, row.body.name, number(row.distance)] + row.values.map { number($0) }
        + [row.isApportioned ? "apportioned" : "exact"]
    }
    return table
  }

  /// Bodies within the limits of chance, by name.
  static func table(_ answer: OutcomesAnswer) -> Table {
    var table = Table([
      .init("Body"), .init("Name", mayBeCut: true), .init("Value", isNumber: true), .init("Lower", isNumber: true),
      .init("Upper", isNumber: true), .init("Numerator", isNumber: true), .init("Denominator", isNumber: true),
      .init("By chance", "significance"), .init("Against the limits", "standing"), .init("Chosen", "chosen"),
      .init("Mark", "status"), .init("Note", mayBeCut: true),
    ])
    table.rows = answer.rows.map { row in
      [
        row.body.id, row.body.name, number(row.value), number(row.lower), number(row.upper), number(row.numerator),
        number(row.denominator), row.significance, row.standing, row.isOwn ? "own" : row.isPeer ? "peer" : "",
        row.status, row.note,
      ]
    }
    return table
  }

  /// Several measures by fifths, one below the other.
  static func gradients(_ answers: [GradientAnswer]) -> Table {
    var whole = Table(gradientColumns)
    for answer in answers { whole.rows += table(answer).rows }
    return whole
  }

  /// The row of a measure that could not be parted.
  static func refused(_ refusal: InequalityAnswer.Refusal) -> [String] {
    [refusal.measure, "not parted", "", "", "", "", "", "", "", "", "refused", refusal.why]
  }
}
