internal import Answers
internal import Chronicle
internal import Measures
internal import Register
internal import Vocabulary

/// The first page: the map of the systems on the chosen day, a search, and the ways in.
enum HomePage {
  static func reply(_ visit: Visit) -> Reply {
    let answer = visit.snapshot.map
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "map-\(answer.asAt.trueOn)")
    case .csv: return csv(answer)
    case .page: return Reply(body: page(answer, visit))
    }
  }

  private static func csv(_ answer: MapAnswer) -> Reply {
    func row(_ body: MapBody, _ label: String, _ place: [String]) -> [String] {
      [
        body.id, body.name, body.shortName, body.region?.name ?? "", label, String(body.changedBefore),
        String(body.changesNext), body.certainty.rawValue, body.source,
      ] + place
    }
    return DataReply.csv(
      header: [
        "id", "name", "short_name", "region", "label", "changed_before", "changes_next", "certainty",
        "source", "row", "column",
      ],
      rows: answer.tiles.map { row($0.body, $0.label, [String($0.row), String($0.column)]) }
        + answer.untiled.map { row($0, "", ["", ""]) },
      name: "map-\(answer.asAt.trueOn)")
  }

  private static func page(_ answer: MapAnswer, _ visit: Visit) -> [UInt8] {
    let head = PageHead(
      name: "Who plans your health and care, on any date",
      summary:
        "Concordat is the open, dated record of England’s integrated care systems: which bodies there are, what came "
        + "before them, what follows, and how each fact is known.")
    let map = SystemsMap(answer, visit)
    return Frame.sheet(visit, head: head).page { html in
      html(.div, .class("part")) { html in
        html.add(visit.searchBox(isLarge: true))
        html.aside("Try a council, a board, a code such as QNQ, or a word such as ICP.")
      }
      html(.div, .class("columns")) { html in
        html(.div, .class("column")) { html in
          systems(map, visit, in: &html)
          ground(map, visit, in: &html)
          holdings(visit, in: &html)
        }
        html(.aside, .class("column")) { html in
          demonstration(visit, in: &html)
          regions(answer, visit, in: &html)
          changes(answer, visit, in: &html)
          waysIn(visit, in: &html)
        }
      }
    }
  }

  private static func systems(_ map: SystemsMap, _ visit: Visit, in html: inout HTML) {
    let answer = map.answer
    html.part("The map on \(answer.asAt.trueOnWritten)", id: "map") { html in
      if map.isEmpty {
        html(.p, answer.sentence, .class("finding"))
        withoutMap(answer, visit, in: &html)
      } else {
        html.add(map.tiles(id: "tiles", sentence: map.sentence))
        if map.isBorrowed {
          html.aside(
            "Each partnership is drawn where the board that took its place in 2022 stands. The record has no outlines of "
              + "the partnerships, and their areas were not all the same as the boards’.")
        }
      }
      if !answer.untiled.isEmpty, !map.isBorrowed {
        html(.h3, "Without a place on the map")
        html.add(Chips(answer.untiled.map { ($0.shortName, visit.link(toBody: $0.id)) }))
      }
      if answer.kind == .integratedCareBoard { html.aside(answer.coverage.sentence) }
      html.known(answer.sources, visit)
    }
  }

  private static func withoutMap(_ answer: MapAnswer, _ visit: Visit, in html: inout HTML) {
    let possible = BodiesAnswer(.sustainabilityAndTransformationPartnership, in: visit.snapshot).uncertain
    html.add(
      Emptiness(
        "There is no map for this day",
        because: possible.isEmpty
          ? "The record begins in 2016, with the partnerships that came before the systems of today. Nothing in it is "
            + "older, so what there was on \(answer.asAt.trueOnWritten) is not known here."
          : "Partnerships were being formed. The record knows of \(Sentences.number(possible.count)) that may have existed, "
            + "but not the day each began, so it draws no map.",
        instead: NamedLink("How the map came to be, from 2016", visit.address.at(.story))))
    if !possible.isEmpty {
      html(.h3, "Partnerships that may have existed")
      html.add(Chips(possible.map { ($0.shortName, visit.link(toBody: $0.id)) }))
    }
  }

  private static func ground(_ map: SystemsMap, _ visit: Visit, in html: inout HTML) {
    guard let ground = map.ground(id: "ground-map") else { return }
    html.part("The map on the ground", id: "ground") { html in
      html.add(ground.map)
      html.way("Where these outlines come from", visit.link(to: .source(ground.source)))
    }
  }

  private static func regions(_ answer: MapAnswer, _ visit: Visit, in html: inout HTML) {
    guard !answer.regions.isEmpty, let kind = answer.kind else { return }
    let order = Regions.ordered(answer.regions.compactMap { $0.region?.name })
    func place(_ count: RegionCount) -> Int {
      count.region.flatMap { order.firstIndex(of: $0.name) } ?? order.count
    }
    html.part("Counted by region", id: "regions") { html in
      html.add(
        Table(
          id: "region-table", caption: Sentences.capital(kind.plural),
          columns: [.words("Region"), .figures("How many")],
          rows: answer.regions.sorted { place($0) < place($1) }.map { count in
            .init([
              .init(
                count.region?.name ?? "No region recorded",
                link: count.region.map { visit.link(toBody: $0.id) }),
              .init(Figures.grouped(count.count)),
            ])
          },
          foot: [
            .init([
              .init("England", link: visit.link(to: .bodies(kind.rawValue))),
              .init(Figures.grouped(answer.regions.reduce(0) { $0 + $1.count })),
            ])
          ]))
    }
  }

  private static func changes(_ answer: MapAnswer, _ visit: Visit, in html: inout HTML) {
    html.part("What changed last, what is next", id: "changes") { html in
      html.add(
        Trail(
          [answer.previousChange, answer.nextChange].compactMap { $0 }.map { change in
            Trail.Step(
              change.sentence, when: change.dateWritten,
              link: Day(change.date).map { visit.link(to: .changes($0)) },
              isPlanned: !change.inForce)
          }))
      if answer.nextChange == nil {
        html.aside(
          "The record knows of no later change of the map. Changes that are planned are shown here once recorded."
        )
      }
      html.way("Every change of the map", visit.link(to: .changes(nil)))
    }
  }

  private static func waysIn(_ visit: Visit, in html: inout HTML) {
    let ways: [(String, String, Link)] = [
      (
        "Who covers my area?",
        "Type a council or a district; its boards are named, with the share of it in each.",
        visit.link(to: .find("Waverley"))
      ),
      (
        "What moved on 1 April 2026?", "42 boards became 36: who went where, and how many people.",
        visit.link(to: .changes(Day(year: 2026, month: 4, day: 1)))
      ),
      (
        "How deprived are the systems?", "The share of small areas among the poorest fifth of England.",
        visit.link(to: figures("deprivation.share-in-most-deprived-fifth", visit))
      ),
      (
        "Registered people on the new map", "Figures of the old boards, shown on the new ones.",
        visit.link(to: figures("population.registered", visit))
      ),
      (
        "Who decides?", "Ask who may decide on something, where and up to which sum.",
        visit.link(to: .whoDecides(WhoDecidesQuestion()))
      ),
      (
        "The rulebook", "Every rule of how a system is governed, with its citation, its dates and examples.",
        visit.link(to: .rules(Place.RulesView()))
      ),
      ("How is all this known?", "Each source, and what was taken from it.", visit.link(to: .sources)),
    ]
    html.part("Five minutes here", id: "ways") { html in
      html(.ol, .class("plain")) { html in
        for (name, note, link) in ways {
          html(.li) { html in
            html(.a, name, .href(link))
            html(.br)
            html(.span, note, .class("note"))
          }
        }
      }
    }
  }

  /// The demonstration system, where the record holds it: each question with its answer, and what shows why.
  private static func demonstration(_ visit: Visit, in html: inout HTML) {
    guard let answer = DemonstrationAnswer(in: visit.snapshot), !answer.steps.isEmpty else {
      return
    }
    html.part("Five minutes with \(answer.body.shortName)", id: "demonstration") { html in
      html.aside("An invented system, complete enough to try everything on. Nothing in it is real.")
      html(.ol, .class("plain")) { html in
        for step in answer.steps {
          html(.li) { html in
            html(.a, step.question, .href(link(to: step, visit)))
            html(.br)
            html(.span, step.answer, .class("note"))
          }
        }
      }
    }
  }

  private static func link(to step: DemonstrationAnswer.Step, _ visit: Visit) -> Link {
    let place: Place =
      switch step.why {
      case .governance(let body): .governance(body)
      case .power(let function, let place, let value):
        .whoDecides(WhoDecidesQuestion(function: function, place: place, value: value))
      case .decision(let id): .decision(id)
      case .performance(let body): .performance(body, month: nil)
      case .functions(let body, let since): .functions(body, level: "", since: since)
      }
    return Address(place, on: step.on ?? visit.address.on, known: visit.address.known).link
  }

  private static func holdings(_ visit: Visit, in html: inout HTML) {
    let counts = KindCounts.on(visit.snapshot)
    let head = visit.snapshot.archive.head
    html.part("What the record holds", id: "holds") { html in
      html(
        .p,
        counts.isEmpty
          ? "On \(visit.snapshot.trueOn.written) the record is sure of no body."
          : "On \(visit.snapshot.trueOn.written) the record is sure of these bodies. It keeps what was true before, too."
      )
      html.add(
        Chips(
          counts.map { kind, count in
            (
              Sentences.capital(Sentences.count(count, kind.singular, kind.plural)),
              visit.link(to: .bodies(kind.rawValue))
            )
          }))
      html(.p) { html in
        html.text("All of it can be ")
        html(.a, "taken away as text", .href(visit.link(to: .data)))
        html.text(
          ". \(Sentences.capital(Sentences.count(head.transactions, "transaction", "transactions"))) made it: see "
        )
        html(.a, "what was recorded and when", .href(visit.link(to: .journal)))
        html.text(".")
      }
    }
  }

  /// The page of a measure where its figures are loaded, else the page that says which file lights it up.
  private static func figures(_ measure: String, _ visit: Visit) -> Place {
    guard let id = ID<Measure>(measure), visit.snapshot.nearest(MeasureDefinition.self, of: id) != nil else {
      return .measures
    }
    return .measure(measure, Place.MeasureView())
  }
}
