internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// Make an area of codes or ticks, and see what it is and what its figures are. Nothing is kept but the address.
enum AreaPage {
  static func reply(_ visit: Visit, _ form: Place.AreaForm) -> Reply {
    let checked = AreaForm(form, visit)
    guard let question = checked.question, checked.isSound else {
      guard visit.address.format == .page else {
        let message =
          checked.problems.isEmpty
          ? "Say what the area is made of: piece and codes." : checked.problems.joined(separator: " ")
        return Reply(.badRequest, type: "text/plain; charset=utf-8", body: Array("\(message)\n".utf8))
      }
      return Reply(body: page(visit, checked, nil))
    }
    let measures = form.measure.isEmpty ? nil : checked.measures
    guard let answer = try? AreaAnswer(question, measures: measures, in: visit.snapshot, blocks: visit.blocks)
    else {
      return Reply(.serverError, body: page(visit, checked, nil))
    }
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "area")
    case .csv: return DataReply.csv(header: header, rows: answer.figures.map(row), name: "area")
    case .page: return Reply(body: page(visit, checked, answer))
    }
  }

  private static let header = [
    "measure", "name", "unit", "period", "value", "exact_part", "status", "basis", "counted_by", "note",
  ]

  private static func row(_ figure: AreaAnswer.Figure) -> [String] {
    [
      figure.measure, figure.name, figure.unit, figure.period, figure.value.map(Decimals.shortest) ?? "",
      figure.exactPart.map(Decimals.shortest) ?? "", figure.status, figure.basis, figure.grain, figure.note,
    ]
  }

  // MARK: The page

  private static func page(_ visit: Visit, _ form: AreaForm, _ answer: AreaAnswer?) -> [UInt8] {
    let head = PageHead(
      name: answer == nil ? "Make an area" : "An area you made",
      summary: answer?.sentence
        ?? "List the pieces of any area, and see which boards it lies in and what its figures are. No map is drawn by hand."
    )
    return Frame.sheet(visit, head: head, hasData: answer != nil).page { html in
      html.add(ErrorSummary(form.fields))
      if let answer {
        writeFigures(visit, answer, form, to: &html)
        writePlaces(visit, answer, to: &html)
        writePieces(visit, answer, to: &html)
        writeKeeping(visit, form, to: &html)
        html.part("Change the area", id: "form") { html in form.write(to: &html) }
      } else {
        html.part("Paste codes", id: "form") { html in form.write(to: &html) }
        html.part("Or tick the parts of a board", id: "ticks") { html in form.writeTicks(to: &html) }
        html.part("What codes look like", id: "examples") { html in html.add(AreaForm.examples) }
      }
    }
  }

  // MARK: Figures

  private static func writeFigures(
    _ visit: Visit, _ answer: AreaAnswer, _ form: AreaForm, to html: inout HTML
  ) {
    html.part("Its figures", id: "figures") { html in
      let given = answer.figures.filter { $0.value != nil }
      let refused = answer.figures.filter { $0.value == nil }
      if answer.figures.isEmpty {
        FileGuide.write(what: "No official figures have been loaded yet.", to: &html)
      } else if given.isEmpty {
        html.add(
          Emptiness(
            "None of the figures can be worked out for this area.",
            because:
              "The reason for each is below. An area made of small areas suits counts of residents; one made of "
              + "practices or sub-ICB locations suits counts of registered people and of waits."))
      } else {
        html.add(table(given, visit))
      }
      if !refused.isEmpty { writeRefused(refused, isOpen: given.isEmpty, to: &html) }
      html(.p) { html in
        html(
          .a, form.isAll ? "Only the main figures" : "Show every measure",
          .href(visit.address.at(.area(form.turned))))
      }
      html.way("What its people need: age, deprivation and weighted need", visit.link(to: .areaNeed(form.form)))
    }
  }

  private static func table(_ figures: [AreaAnswer.Figure], _ visit: Visit) -> Table {
    Table(
      id: "area-figures", caption: "The latest figures for the area",
      note: "On the map of \(visit.snapshot.trueOn.written).",
      columns: [
        .words("Measure"), .figures("Figure"), .words("Counts"), .words("For"), .words("Basis"),
        .words("Mark"),
        .words("Note"),
      ],
      rows: figures.map { figure in
        .init([
          .init(figure.name, link: visit.address.at(.measure(figure.measure, Place.MeasureView())).link),
          .init(figure.value.map { MeasureWriting.text($0, isRatio: figure.isRatio) } ?? ""),
          .init(figure.isRatio ? "share" : figure.unit), .init(MeasureWriting.period(figure.period)),
          .init(figure.basis), .init("", badges: [MeasureWriting.badge(figure.status)]),
          .init(Sentences.capital(figure.note)),
        ])
      },
      downloads: [NamedLink("CSV", visit.address.as(.csv)), NamedLink("JSON", visit.address.as(.json))])
  }

  private static func writeRefused(_ figures: [AreaAnswer.Figure], isOpen: Bool, to html: inout HTML) {
    let table = Table(
      id: "area-refused", caption: "Not worked out, and why", columns: [.words("Measure"), .words("Why")],
      rows: figures.map { .init([.init($0.name, badges: [.refused]), .init(Sentences.capital($0.note))]) })
    if isOpen {
      html.add(table)
    } else {
      html.known("\(Figures.counted(figures.count, "measure", "measures")) not worked out, and why") { html in
        html(.div, .class("small-table")) { html in html.add(table) }
      }
    }
  }

  // MARK: Where it lies and what it is made of

  private static func writePlaces(_ visit: Visit, _ answer: AreaAnswer, to html: inout HTML) {
    html.part("Where it lies", id: "places") { html in
      for (name, bodies) in [("Boards", answer.boards), ("Councils", answer.councils)] where !bodies.isEmpty {
        html.add(
          Table(
            id: "within-\(name.lowercased())", caption: name,
            columns: [.words("Body"), .figures("Pieces in it"), .words("")],
            rows: bodies.map { within in
              .init([
                .init(within.body.name, link: visit.address.at(.body(within.body.id)).link),
                .init(Figures.grouped(within.pieces)), .init(within.isPartly ? "some only in part" : ""),
              ])
            }))
      }
      if answer.boards.isEmpty, answer.councils.isEmpty {
        html(
          .p,
          "Which boards and councils it lies in cannot be told: the lookup for these pieces is not loaded.")
        html.sample(FileGuide.command, label: "The command that adds a file")
      }
    }
  }

  private static func writePieces(_ visit: Visit, _ answer: AreaAnswer, to html: inout HTML) {
    let words = AreaQuestion.pieces.first { $0.word == answer.piece }
    html.part("What it is made of", id: "pieces") { html in
      html(
        .p,
        Figures.counted(answer.pieces.count, words?.one ?? answer.piece, words?.many ?? answer.piece) + ".",
        .class("finding"))
      let chips = Chips(
        answer.pieces.map { piece in
          (
            name: piece.body.map { "\($0.shortName) (\(piece.code))" } ?? piece.code,
            link: piece.body.map { visit.address.at(.body($0.id)).link }
          )
        })
      if answer.pieces.count > 24 {
        html.known("All its codes") { html in html.add(chips) }
      } else {
        html.add(chips)
      }
    }
  }

  private static func writeKeeping(_ visit: Visit, _ form: AreaForm, to html: inout HTML) {
    html.part("Keep it", id: "keep") { html in
      html(
        .p,
        "This site keeps nothing. The page’s address holds the whole area: save the permanent link, or send it to others. "
          + "Whoever keeps the record can add the area to it under a name, and see its figures for any day:")
      html.sample(form.command, label: "The command that keeps the area")
    }
  }
}
