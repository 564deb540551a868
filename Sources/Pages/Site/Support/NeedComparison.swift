internal import Answers
internal import Chronicle
internal import Measures
internal import Register
internal import Vocabulary

/// The peers of a body in need, and how they compare by a rate within the limits of chance.
struct NeedComparison {
  private let body: ID<Body>
  private let visit: Visit
  private let peers: Result<PeersAnswer, QuestionError>
  private let rates: [MeasureEntry]
  private let measure: String?
  private let outcomes: Result<OutcomesAnswer, QuestionError>?
  private let gradient: Result<GradientAnswer, QuestionError>?

  init(_ body: ID<Body>, _ kind: BodyKind, measure: String?, _ visit: Visit) {
    self.body = body
    self.visit = visit
    self.measure = measure
    let (snapshot, blocks) = (visit.snapshot, visit.blocks)
    peers = Self.tried { try PeersAnswer(of: body, in: snapshot, blocks: blocks) }
    rates = MeasuresAnswer(in: snapshot).measures.filter { $0.isRatio && !$0.id.hasPrefix("deprivation.") }
    guard let measure else {
      outcomes = nil
      gradient = nil
      return
    }
    let chosen = ((try? peers.get())?.peers ?? []).compactMap(\.body.body)
    outcomes = Self.tried {
      guard let id = ID<Measure>(measure) else { throw QuestionError("No measure is called “\(measure)”.") }
      return try OutcomesQuestion(measure: id, kind: kind, for: body, peers: chosen).answer(snapshot, blocks: blocks)
    }
    gradient = Self.tried {
      guard let id = ID<Measure>(measure) else { throw QuestionError("No measure is called “\(measure)”.") }
      return try GradientQuestion(measure: id, area: .body(body)).answer(snapshot, blocks: blocks)
    }
  }

  private static func tried<Answer>(_ ask: () throws -> Answer) -> Result<Answer, QuestionError> {
    do { return .success(try ask()) } catch let error as QuestionError { return .failure(error) } catch {
      return .failure(QuestionError("these figures could not be read from the record"))
    }
  }

  func write(to html: inout HTML) {
    html.part("Peers in need", id: "peers") { html in
      switch peers {
      case .failure(let error): html.aside(Sentences.capital(error.message) + ".")
      case .success(let answer): write(answer, to: &html)
      }
    }
    html.part("Set beside others", id: "outcomes") { html in
      if let outcomes, let gradient {
        switch outcomes {
        case .failure(let error): html.aside(Sentences.capital(error.message) + ".")
        case .success(let answer): write(answer, to: &html)
        }
        switch gradient {
        case .failure(let error): html.aside("By deprivation: \(error.message).")
        case .success(let answer): write(answer, to: &html)
        }
      }
      if rates.isEmpty {
        html.aside("No rate is loaded that bodies could be compared by.")
      } else {
        html.aside("Choose a rate. Bodies are shown within the limits of chance and are not ranked.")
        html.add(
          Chips(rates.map { ($0.name, visit.link(to: .need(body.text, measure: $0.id))) }))
      }
    }
  }

  // MARK: Peers

  private func write(_ answer: PeersAnswer, to html: inout HTML) {
    html(.p, answer.sentence, .class("finding"))
    let used = answer.variables.filter(\.isUsed)
    html.add(
      Table(
        id: "peers-table", caption: "The nearest in need", note: answer.method,
        columns: [.words("Body"), .figures("Distance")] + used.map { .figures($0.name) },
        rows: ([answer.own] + answer.peers).map { row in
          .init(
            [
              .init(row.body.shortName, link: visit.link(to: .need(row.body.id, measure: measure))),
              .init(Figures.fixed(row.distance, places: 2)),
            ]
              + zip(used, row.values).map { variable, value in .init(Self.text(variable.key, value)) },
            isChosen: row.body.id == answer.own.body.id)
        }))
    html.known("What they are chosen by") { html in
      html.add(
        Table(
          id: "peers-variables", caption: "Variables and weights",
          columns: [.words("Variable"), .figures("Weight"), .words("For"), .words("Use")],
          rows: answer.variables.map { variable in
            .init([
              .init(variable.name), .init(Figures.fixed(variable.weight, places: 1)), .init(variable.period),
              .init(variable.isUsed ? "used" : variable.note),
            ])
          }))
    }
    if !answer.leftOut.isEmpty {
      html.aside(
        "Left out, because a variable of theirs is not known: \(Sentences.list(answer.leftOut.map(\.shortName))).")
    }
  }

  private static func text(_ key: String, _ value: Double) -> String {
    switch key {
    case "people": Figures.fixed(value, places: 0)
    case "need-index": Figures.fixed(value, places: 3)
    default: Figures.percent(value)
    }
  }

  // MARK: Outcomes

  private func write(_ answer: OutcomesAnswer, to html: inout HTML) {
    let writing: BarList.Writing = answer.isShare ? .percent(places: 1) : .fixed(places: 3)
    html.add(
      FunnelChart(
        id: "funnel", title: "\(answer.name), \(answer.period)", sentence: answer.sentence, valueName: answer.name,
        denominatorName: answer.outOf, writing: writing,
        points: answer.rows.map { row in
          FunnelChart.Point(
            row.body.shortName + (row.isPeer ? " (peer)" : ""),
            link: visit.link(to: .need(row.body.id, measure: answer.measure)), outOf: row.denominator, row.value,
            Self.standing(row), isChosen: row.isOwn)
        },
        limits: answer.limits.map {
          FunnelChart.Limit(
            outOf: $0.denominator, lower95: $0.lower95, upper95: $0.upper95, lower998: $0.lower998,
            upper998: $0.upper998)
        }, overall: ("All together", answer.overall)))
    html.aside(answer.dispersion)
    let outside = answer.rows.filter { ["above", "below"].contains($0.standing) }
    if !outside.isEmpty {
      html.add(
        Table(
          id: "outside", caption: "Outside the 99.8% limits",
          note: "Above or below says which way, not whether that is good. By name; there is no rank.",
          columns: [.words("Body"), .words("Which way"), .figures("Value"), .figures("Likely range")],
          rows: outside.map { row in
            .init(
              [
                .init(row.body.shortName + (row.isPeer ? " (peer)" : "")), .init(row.standing),
                .init(writing.words(row.value)),
                .init("\(writing.words(row.lower)) to \(writing.words(row.upper))"),
              ], isChosen: row.isOwn)
          }))
    }
  }

  /// By chance alone, as the curves of the funnel are drawn.
  private static func standing(_ row: OutcomesAnswer.Row) -> FunnelChart.Standing {
    switch row.significance {
    case let words where words.hasSuffix("(0.001)"): .beyond998
    case let words where words.hasSuffix("(0.025)"): .beyond95
    default: .within
    }
  }

  // MARK: By deprivation

  private func write(_ answer: GradientAnswer, to html: inout HTML) {
    let writing: BarList.Writing = answer.isShare ? .percent(places: 1) : .fixed(places: 3)
    let slope = answer.slopes.first { $0.definition == "population-weighted" }
    let fit = slope.flatMap { slope in
      slope.mostDeprivedEnd.flatMap { most in
        slope.absolute.map { absolute in
          SlopeChart.Fit(
            mostDeprived: most, leastDeprived: most + absolute,
            gap: answer.isShare
              ? "slope \(Figures.fixed(absolute * 100, places: 1)) points"
              : "slope \(Figures.fixed(absolute, places: 3))")
        }
      }
    }
    html.add(
      SlopeChart(
        id: "gradient", title: "\(answer.name) by national fifths of deprivation, \(answer.period)",
        sentence: answer.sentence, valueName: answer.name, writing: writing,
        groups: answer.groups.map { group in
          .init(
            group.value,
            likely: group.lower.flatMap { lower in group.upper.flatMap { lower <= $0 ? lower...$0 : nil } })
        }, fit: fit))
    html.add(SlopeTable.table(answer, id: "slopes"))
  }
}

/// The gap and the slopes of a measure, each with its definition.
enum SlopeTable {
  static func table(_ answer: GradientAnswer, id: String) -> Table {
    let writing: BarList.Writing = answer.isShare ? .percent(places: 1) : .fixed(places: 3)
    func range(_ lower: Double?, _ upper: Double?) -> String {
      lower.flatMap { lower in upper.map { "\(writing.text(lower)) to \(writing.text($0))" } } ?? ""
    }
    var rows: [Table.Row] = []
    if let gap = answer.gap {
      rows.append(
        .init([
          "Gap", .init(writing.text(gap.absolute)), .init(range(gap.lower, gap.upper)),
          .init(gap.relative.map { Figures.fixed($0, places: 2) } ?? ""),
          "The most deprived fifth less the least; relative: the one over the other.",
        ]))
    }
    rows += answer.slopes.map { slope in
      .init([
        .init("Slope, \(slope.definition)"), .init(slope.absolute.map(writing.text) ?? "refused"),
        .init(range(slope.lower, slope.upper)), .init(slope.relative.map { Figures.fixed($0, places: 2) } ?? ""),
        .init(slope.note.isEmpty ? "\(slope.meaning)." : slope.note),
      ])
    }
    return Table(
      id: id, caption: "Gap and slopes: \(answer.name), \(answer.period)",
      columns: [
        .words("Measure of inequality"), .figures("Absolute"), .figures("Likely range"), .figures("Relative"),
        .words("What it is"),
      ], rows: rows)
  }
}
