internal import Answers
internal import Chronicle
internal import Formats
internal import Measures
internal import Register
internal import Vocabulary

/// What the people of an area need: the sentence first, then ages, deprivation, weighted need, peers and what is missing.
struct NeedPage {
  let answer: NeedAnswer
  let visit: Visit
  /// The body, with the peers and the rate it is set beside them by; nil for an area nobody keeps.
  let comparison: NeedComparison?

  /// The kinds of body that have people of their own.
  static let kinds: Set<BodyKind> = [
    .integratedCareBoard, .subICBLocation, .clinicalCommissioningGroup, .nhsRegion, .council, .primaryCareNetwork,
    .generalPractice, .madeArea, .cluster,
  ]

  static func reply(_ visit: Visit, _ id: String, measure: String?) -> Reply {
    guard let body = ID<Body>(id), let kind = visit.snapshot.register.kind(body) else {
      return UnknownBody.reply(visit, id) { .need($0, measure: measure) }
    }
    return reply(visit, .body(body), name: "need-\(id)-\(visit.snapshot.trueOn)") {
      NeedComparison(body, kind, measure: measure, visit)
    }
  }

  static func reply(_ visit: Visit, _ form: Place.AreaForm) -> Reply {
    let checked = AreaForm(form, visit)
    guard let question = checked.question, checked.isSound else {
      return refusal(
        visit, .badRequest,
        checked.problems.isEmpty
          ? "Say what the area is made of: piece and codes." : checked.problems.joined(separator: ". ") + ".")
    }
    return reply(visit, .pieces(question), name: "need-area") { nil }
  }

  private static func reply(
    _ visit: Visit, _ area: NeedArea, name: String, _ comparison: () -> NeedComparison?
  ) -> Reply {
    let found = Shelf.value(Stand(visit.snapshot, "need \(area)"), in: visit.snapshot.archive) {
      Result { try NeedAnswer(area, in: visit.snapshot, blocks: visit.blocks) }
    }
    switch found {
    case .failure(let error):
      return refusal(
        visit, .notFound, (error as? QuestionError)?.message ?? "These figures could not be read from the record.")
    case .success(let answer):
      switch visit.address.format {
      case .json: return DataReply.json(answer, name: name)
      case .csv: return DataReply.csv(header: NeedAnswer.columns, rows: answer.rows, name: name)
      case .page:
        return Reply(body: NeedPage(answer: answer, visit: visit, comparison: comparison()).page())
      }
    }
  }

  private static func refusal(_ visit: Visit, _ status: Reply.Status, _ message: String) -> Reply {
    guard visit.address.format == .page else {
      return Reply(status, type: "text/plain; charset=utf-8", body: Array("\(message)\n".utf8))
    }
    let head = PageHead(name: "Need cannot be told", summary: Sentences.capital(message))
    return Reply(
      status,
      body: Frame.sheet(visit, head: head, hasData: false).page { html in
        html.way("All systems", visit.link(to: .bodies(BodyKind.integratedCareBoard.rawValue)))
        html.way("Make an area", visit.link(to: .area(Place.AreaForm())))
      })
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let head = PageHead(kind: "What its people need", name: answer.name, summary: answer.sentence)
    let crumbs: [(name: String, place: Place)] =
      ID<Body>(answer.id) == nil || answer.kind == BodyKind.madeArea.rawValue && comparison == nil
      ? [("Make an area", .area(Place.AreaForm()))] : [(answer.name, .body(answer.id))]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      figures(in: &html)
      ages(in: &html)
      deprivation(in: &html)
      contrasts(in: &html)
      indices(in: &html)
      comparison?.write(to: &html)
      gaps(in: &html)
      html.part("How this is known", id: "known") { html in
        html.add(SourceTable.table(answer.sources, id: "sources", visit))
      }
    }
  }

  static func text(_ figure: NeedFigure, _ value: Double?) -> String {
    guard let value else { return "" }
    return switch figure.unit {
    case "share": Figures.percent(value)
    case "index": Figures.fixed(value, places: 3)
    case "people": Figures.fixed(value, places: value == value.rounded() ? 0 : 1)
    default: Figures.fixed(value, places: 1)
    }
  }

  private func figures(in html: inout HTML) {
    html.part("The figures", id: "figures") { html in
      html.add(
        Table(
          id: "need-figures", caption: "People, deprivation and need",
          note:
            "On the map of \(visit.snapshot.trueOn.written). Residents and registered people are counted in different "
            + "ways and are never mixed. An index sets weighted people for each registered one against England at 1.",
          columns: [
            .words("Figure"), .figures("Here"), .figures("England"), .words("Basis"), .words("For"), .words("Mark"),
            .words("Note"),
          ],
          rows: answer.figures.map { figure in
            .init([
              .init(figure.name), .init(Self.text(figure, figure.value)), .init(Self.text(figure, figure.england)),
              .init(figure.basis), .init(figure.period), .init("", badges: [MeasureWriting.badge(figure.status)]),
              .init(Sentences.capital(figure.note)),
            ])
          }, downloads: visit.downloads))
    }
  }

  private func ages(in html: inout HTML) {
    guard !answer.ages.isEmpty else { return }
    let period = answer.figure("residents")?.period ?? ""
    html.part("Age", id: "age") { html in
      let older = answer.figure("aged-65-and-over")
      html.add(
        AgePyramid(
          id: "ages", title: "Share of residents by age, \(period)",
          sentence: older.flatMap { figure in
            figure.value.map { value in
              "\(Sentences.percent(value)) are 65 or over; in England "
                + "\(figure.england.map(Sentences.percent) ?? "not known")."
            }
          } ?? "Residents by age.", writing: .percent(places: 1), sides: ["Here"],
          bands: answer.ages.map { .init($0.name, [$0.share], against: [$0.england]) }, against: "England",
          downloads: visit.downloads))
    }
  }

  private func deprivation(in html: inout HTML) {
    guard let deprivation = answer.deprivation else { return }
    html.part("Deprivation", id: "deprivation") { html in
      let isByPeople = deprivation.quintiles.allSatisfy { $0.peopleShare != nil }
      let isExact = deprivation.status == "exact"
      html.add(
        BarList(
          id: "fifths",
          title: isByPeople
            ? "Share of residents in each national fifth of deprivation"
            : "Share of neighbourhoods in each national fifth of deprivation",
          sentence: "Were the area like England, each fifth would hold a fifth.",
          valueName: isByPeople ? "Share of residents" : "Share of neighbourhoods", writing: .percent(places: 1),
          items: deprivation.quintiles.map { group in
            let value = group.peopleShare ?? group.neighbourhoodShare
            return .init(
              Self.fifth(group.number), isExact ? .exact(value) : .apportioned(value, exactPart: 0),
              isChosen: group.number == 1)
          }, reference: ("England", 0.2)))
      html.add(groups("fifth", deprivation.quintiles, deprivation))
      html.known("By tenths") { html in
        html(.div, .class("small-table")) { html in html.add(groups("tenth", deprivation.deciles, deprivation)) }
      }
      if deprivation.peopleUnknown > 0 {
        html.aside(
          "\(Figures.fixed(deprivation.peopleUnknown, places: 0)) residents live in small areas that the indices do not "
            + "have, and are in no fifth.")
      }
    }
  }

  private static func fifth(_ number: Int) -> String {
    "Fifth \(number)" + (number == 1 ? ", most deprived" : number == 5 ? ", least deprived" : "")
  }

  private func groups(
    _ word: String, _ groups: [NeedAnswer.Group], _ deprivation: NeedAnswer.Deprivation
  ) -> Table {
    let hasPeople = groups.contains { $0.people != nil }
    return Table(
      id: "\(word)s-counted", caption: "Neighbourhoods\(hasPeople ? " and residents" : "") by national \(word)",
      note: "Indices of Deprivation \(deprivation.edition)"
        + (hasPeople ? "; residents of \(deprivation.peopleOf)." : ".") + " 1 is the most deprived.",
      columns: [.words(Sentences.capital(word)), .figures("Neighbourhoods"), .figures("Share of neighbourhoods")]
        + (hasPeople ? [.figures("Residents"), .figures("Share of residents")] : []),
      rows: groups.map { group in
        .init(
          [
            .init(String(group.number)), .init(Figures.fixed(group.neighbourhoods, places: 0)),
            .init(Figures.percent(group.neighbourhoodShare)),
          ]
            + (hasPeople
              ? [
                .init(group.people.map { Figures.fixed($0, places: 0) } ?? ""),
                .init(group.peopleShare.map { Figures.percent($0) } ?? ""),
              ] : []))
      })
  }

  private func contrasts(in html: inout HTML) {
    html.part("Contrasts inside it", id: "contrasts") { html in
      for contrast in answer.contrasts {
        if contrast.among == .predecessors {
          html.add(Callout(contrast.sentence, .change))
        } else {
          html(.p, contrast.sentence, .class("finding"))
        }
        let table = Table(
          id: "contrast-\(contrast.among.rawValue)",
          caption: "Neighbourhoods in England’s most deprived fifth, by \(contrast.parts)",
          note: "The part of the area that lies in each, on the map of \(Day(contrast.on)?.written ?? contrast.on).",
          columns: [
            .words("Part"), .figures("Share"), .figures("Most deprived"), .figures("Neighbourhoods"),
          ],
          rows: contrast.rows.map { row in
            .init([
              .init(row.body.shortName, link: visit.link(toBody: row.body.id)), .init(Figures.percent(row.share)),
              .init(Self.count(row.mostDeprived)), .init(Self.count(row.neighbourhoods)),
            ])
          })
        if contrast.rows.count > 12 {
          html.known("All \(contrast.rows.count) of them") { html in
            html(.div, .class("small-table")) { html in html.add(table) }
          }
        } else {
          html.add(table)
        }
      }
      html.aside(answer.placeEvidence)
    }
  }

  private static func count(_ value: Double) -> String {
    Figures.fixed(value, places: value == value.rounded() ? 0 : 1)
  }

  private func indices(in html: inout HTML) {
    let given = answer.figures.filter { $0.unit == "index" && $0.value != nil }
    guard !given.isEmpty else { return }
    html.part("Weighted need", id: "weighted") { html in
      html.add(
        BarList(
          id: "indices", title: "Need for each person registered, England at 1",
          sentence: "Above 1, its people need more than England’s average; below, less.", valueName: "Index",
          writing: .fixed(places: 3),
          items: given.map { figure in
            let value = figure.value ?? 0
            return .init(
              figure.name, figure.status == "exact" ? .exact(value) : .apportioned(value, exactPart: 0),
              isChosen: figure.key == "need.core")
          }, reference: ("England", 1)))
    }
  }

  private func gaps(in html: inout HTML) {
    html.part("What cannot be said", id: "gaps") { html in
      if answer.gaps.isEmpty {
        html.paragraph("Nothing that an account of need should cover is missing.")
      } else {
        html.add(
          Table(
            id: "need-gaps", caption: "What is missing, and the file that would bring it",
            columns: [.words("Topic"), .words("What is missing"), .words("File")],
            rows: answer.gaps.map { .init([.init(Sentences.capital($0.topic)), .init($0.what), .init($0.file)]) }))
      }
    }
  }
}
