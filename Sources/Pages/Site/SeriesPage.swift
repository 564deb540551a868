internal import Answers
internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Statistics
internal import Vocabulary

/// One measure of one body over time, judged by process control.
enum SeriesPage {
  static func reply(_ visit: Visit, _ id: String, of body: String, _ rules: String) -> Reply {
    do {
      let series = try answer(visit, id, of: body, rules)
      switch visit.address.format {
      case .json: return DataReply.json(series, name: "\(id)-\(body)-series")
      case .csv: return csv(series)
      case .page: return Reply(body: page(visit, series))
      }
    } catch {
      return missing(visit, (error as? QuestionError)?.message ?? "These figures could not be read from the record.")
    }
  }

  static func answer(_ visit: Visit, _ id: String, of body: String, _ rules: String) throws -> SeriesAnswer {
    guard let named = ControlRules.named(rules) else {
      let known = ControlRules.presets.map(\.name)
      throw QuestionError("no rules are called “\(rules)”: there are \(Sentences.list(known))")
    }
    guard let measure = ID<Measure>(id), let key = ID<Body>(body) else {
      throw QuestionError("no measure or body is called so")
    }
    let register = visit.snapshot.register
    guard let map = register.map(of: key, near: visit.snapshot.trueOn) else {
      throw QuestionError("“\(body)” is no body that figures can be shown for")
    }
    let figures = try FigureSeries(of: measure, on: map, visit.snapshot, blocks: visit.blocks)
    guard let series = SeriesAnswer(key, in: figures, by: named, visit.snapshot) else {
      let why = figures.hidden(key).map { ": \($0)" } ?? ""
      throw QuestionError("\(register.name(key)) has no figures of \(figures.definition.name)\(why)")
    }
    return series
  }

  private static func missing(_ visit: Visit, _ message: String) -> Reply {
    guard visit.address.format == .page else {
      return Reply(.notFound, type: "text/plain; charset=utf-8", body: Array("\(message)\n".utf8))
    }
    let head = PageHead(name: "There is no such series", summary: Sentences.capital(message))
    return Reply(
      .notFound,
      body: Frame.sheet(visit, head: head, crumbs: [("Figures", .measures)], hasData: false).page { html in
        html(.p) { html in html(.a, "See the measures that are loaded", .href(visit.address.at(.measures))) }
      })
  }

  private static func page(_ visit: Visit, _ series: SeriesAnswer) -> [UInt8] {
    let head = PageHead(
      kind: "Over time", name: "\(series.measureName): \(series.bodyName)", summary: series.sentence)
    let crumbs: [(name: String, place: Place)] = [
      ("Figures", .measures), (series.measureName, .measure(series.measure, Place.MeasureView())),
    ]
    let drawing = SeriesDrawing(series, id: "series")
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      html.part("The series", id: "chart") { html in
        html.add(
          drawing.chart(downloads: [
            NamedLink("These figures as CSV", visit.address.as(.csv)), NamedLink("As JSON", visit.address.as(.json)),
          ]))
        writeSigns(drawing, to: &html)
      }
      html.part("What to know", id: "notes") { html in writeNotes(series, to: &html) }
      html.part("How it is judged", id: "rules") { html in writeRules(visit, series, to: &html) }
    }
  }

  private static func writeSigns(_ drawing: SeriesDrawing, to html: inout HTML) {
    html(.p) { html in
      html.text("Variation: ")
      if let variation = drawing.variation { html.add(VariationIcon(variation)) } else { html.text("not judged") }
      html.text(" Target: ")
      if let assurance = drawing.assurance { html.add(AssuranceIcon(assurance)) } else { html.text("not judged") }
    }
  }

  private static func writeNotes(_ series: SeriesAnswer, to html: inout HTML) {
    if let goal = series.goal {
      html(.p) { html in
        html.text("\(Sentences.capital(goal.sort)): \(goal.name). ")
        html.add(Badge(goal.mark))
      }
    }
    let remarks = series.remarks + (series.suggestion.map { [$0.sentence] } ?? [])
    if !remarks.isEmpty { html(.ul) { html in for remark in remarks { html(.li, remark) } } }
    if let suggestion = series.suggestion {
      html(.p, "Whoever keeps this record can write down what changed then; the reason stays with it:")
      html.sample(Recording.step(suggestion, of: series), label: "The command that records the step")
    }
    guard !series.notes.isEmpty else {
      if remarks.isEmpty, series.goal == nil { html(.p, "Nothing is noted of this series.", .class("note")) }
      return
    }
    html.add(
      Table(
        id: "dated-notes", caption: "Dated notes",
        columns: [.words("From"), .words("What happened"), .words("What it does"), .words("How sure")],
        rows: series.notes.map { note in
          .init([
            .init(note.from.written), .init(note.text), .init(effect(note.effect)),
            .init("", badges: [Badge(note.mark)]),
          ])
        }))
  }

  private static func effect(_ effect: String) -> String {
    switch effect {
    case "step": "limits start afresh"
    case "exclude": "left out of limits and runs"
    case "map": "figures before are recast"
    default: "shown only"
    }
  }

  private static func writeRules(_ visit: Visit, _ series: SeriesAnswer, to html: inout HTML) {
    html(
      .p,
      "Rules \(series.rules). A point is marked when chance alone would seldom put it there: beyond three sigma, in a "
        + "run on one side of the mean, in a trend, or two of three near a limit. Basis: \(series.basis).")
    html.add(
      Chips(
        ControlRules.presets.map { rules in
          (
            "Judge by \(rules.name)",
            rules.name == series.rules
              ? nil : visit.address.at(.series(series.measure, of: series.body, rules: rules.name)).link
          )
        }))
  }

  private static func csv(_ series: SeriesAnswer) -> Reply {
    DataReply.csv(
      header: ["measure", "body"] + SeriesAnswer.columns,
      rows: series.points.map { [series.measure, series.body] + $0.cells },
      name: "\(series.measure)-\(series.body)-series")
  }
}
