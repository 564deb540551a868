internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// All bodies of a kind on the day.
enum BodiesPage {
  static func reply(_ visit: Visit, _ kind: String) -> Reply {
    guard let known = BodyKind(rawValue: kind) else { return Reply(.notFound, body: unknown(kind, visit)) }
    let answer = visit.snapshot.bodies(known)
    let name = "\(known.rawValue)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return csv(answer, name)
    case .page: return Reply(body: page(answer, visit))
    }
  }

  /// The most bodies on one page; the data has all of them.
  private static let most = 500

  private static func csv(_ answer: BodiesAnswer, _ name: String) -> Reply {
    DataReply.csv(
      header: [
        "id", "name", "short_name", "kind", "ods_code", "ons_code", "from", "until", "region", "legal_form",
        "standing",
        "sure", "certainty", "source",
      ],
      rows: (answer.bodies.map { ($0, true) } + answer.uncertain.map { ($0, false) }).map { body, isSure in
        [
          body.id, body.name, body.shortName, body.kind, codes(body, "ods"), codes(body, "ons"),
          body.from.text ?? "",
          body.until.text ?? "", body.region?.name ?? "", body.legalForm?.rawValue ?? "",
          body.standing?.rawValue ?? "",
          String(isSure), body.certainty.rawValue, body.source,
        ]
      }, name: name)
  }

  private static func codes(_ body: BodyEntry, _ scheme: String) -> String {
    body.codes.filter { $0.scheme == scheme }.map(\.code).joined(separator: " ")
  }

  // MARK: Page

  private static func page(_ answer: BodiesAnswer, _ visit: Visit) -> [UInt8] {
    let head = PageHead(name: Sentences.capital(Wording.plural(answer.kind)), summary: answer.sentence)
    return Frame.sheet(visit, head: head).page { html in
      html(.div, .class("part")) { html in
        if let meaning = KindWords.explanation(answer.kind) { html.paragraph(meaning) }
        if isByRegion(answer) { regionLinks(answer, visit, in: &html) }
        if answer.kind == .integratedCareBoard { councils(visit, in: &html) }
      }
      if answer.bodies.isEmpty, answer.uncertain.isEmpty {
        nothing(answer, visit, in: &html)
      } else if isByRegion(answer) {
        byRegion(answer, visit, in: &html)
      } else if !answer.bodies.isEmpty {
        html.part("On \(answer.asAt.trueOnWritten)", id: "list") { html in
          list(answer.bodies, id: "bodies", caption: Sentences.capital(answer.kind.plural), visit, in: &html)
        }
      }
      if !answer.uncertain.isEmpty {
        html.part("May have existed", id: "uncertain") { html in
          html.paragraph(
            "Their dates are known only in part, so the record cannot say whether they existed on this day.")
          list(
            answer.uncertain, id: "uncertain-bodies", caption: "Dates known only in part", visit, in: &html)
        }
      }
      html.known(answer.sources, visit)
      html.part("Other kinds of body on this day", id: "kinds") { html in
        html.add(kinds(visit, current: answer.kind))
      }
    }
  }

  /// How many upper-tier councils the boards have, and the way to whether they cover everywhere.
  private static func councils(_ visit: Visit, in html: inout HTML) {
    let answer = visit.snapshot.councils
    if !answer.sources.isEmpty { html(.p, answer.sentence) }
    html.way("Is everywhere covered once?", visit.link(to: .coverage))
  }

  /// A table of bodies; of very many, only the first.
  private static func list(
    _ bodies: [BodyEntry], id: String, caption: String, _ visit: Visit, in html: inout HTML
  ) {
    if bodies.count > most {
      html.paragraph(
        "These are the first \(Figures.grouped(most)) of \(Figures.grouped(bodies.count)) by name. The CSV and JSON have all of them."
      )
      html.way("Find one by its name or code", visit.link(to: .find("")))
    }
    html.add(table(Array(bodies.prefix(most)), id: id, caption: caption, visit))
  }

  private static func byRegion(_ answer: BodiesAnswer, _ visit: Visit, in html: inout HTML) {
    let names = Regions.ordered(answer.regions.compactMap { $0.region?.name })
    for count in answer.regions.sorted(by: { place($0, names) < place($1, names) }) {
      let bodies = answer.bodies.filter { $0.region == count.region }
      html.part(count.region?.name ?? "No region recorded", id: anchor(count.region)) { html in
        html.add(
          table(
            bodies, id: "\(anchor(count.region))-bodies",
            caption: Sentences.capital(
              Sentences.count(bodies.count, answer.kind.singular, answer.kind.plural)), visit,
            hasRegion: false))
      }
    }
  }

  private static func isByRegion(_ answer: BodiesAnswer) -> Bool {
    answer.regions.contains { $0.region != nil } && (8...most).contains(answer.bodies.count)
  }

  private static func regionLinks(_ answer: BodiesAnswer, _ visit: Visit, in html: inout HTML) {
    let names = Regions.ordered(answer.regions.compactMap { $0.region?.name })
    html(.nav, .label("Regions")) { html in
      html.add(
        Chips(
          answer.regions.sorted { place($0, names) < place($1, names) }.map { count in
            ("\(count.region?.name ?? "No region recorded") \(count.count)", Link.here(anchor(count.region)))
          }))
    }
  }

  private static func place(_ count: RegionCount, _ names: [String]) -> Int {
    count.region.flatMap { names.firstIndex(of: $0.name) } ?? names.count
  }

  private static func anchor(_ region: RegionName?) -> String {
    region.map { $0.id.replacing(".", with: "-") } ?? "no-region"
  }

  private static func table(
    _ bodies: [BodyEntry], id: String, caption: String, _ visit: Visit, hasRegion: Bool = true
  ) -> Table {
    let regions = hasRegion && bodies.contains { $0.region != nil }
    let coded = bodies.contains { !$0.codes.isEmpty }
    let counts = bodies.first?.bodyKind == .integratedCareBoard ? visit.snapshot.councils.counts : [:]
    return Table(
      id: id, caption: caption,
      columns: [.words("Name")] + (coded ? [.words("NHS code (ODS)"), .words("Statistics code (ONS)")] : [])
        + [.words("From"), .words("To")] + (regions ? [.words("Region")] : []) + [.words("In law")]
        + (counts.isEmpty ? [] : [.figures("Upper-tier councils")]),
      rows: bodies.map { body in
        .init(
          [
            .init(
              body.name, link: visit.link(toBody: body.id),
              badges: body.certainty == .official ? [] : [Badge(body.certainty)])
          ]
            + (coded ? [.init(codes(body, "ods")), .init(codes(body, "ons"))] : [])
            + [.init(body.from.written), .init(lastDay(body.until))]
            + (regions ? [.init(body.region?.name ?? "")] : [])
            + [.init(body.legalForm?.written ?? "not recorded")]
            + (counts.isEmpty ? [] : [.init(counts[body.id].map(Figures.grouped) ?? "not recorded")]))
      }, downloads: visit.downloads)
  }

  /// The last day rather than the first day after; `goes on` where there is no end.
  static func lastDay(_ until: When) -> String {
    if until.text == nil { return "goes on" }
    return until.moment.day.map { $0.advanced(by: -1).written } ?? until.written
  }

  private static func nothing(_ answer: BodiesAnswer, _ visit: Visit, in html: inout HTML) {
    let all = visit.snapshot.register.everyBody(answer.kind)
    let first = all.compactMap { visit.snapshot.register.existence($0)?.period.from.latest }
      .filter { $0 != .distantPast && $0 != .distantFuture }.min()
    html.add(
      Emptiness(
        "None on \(answer.asAt.trueOnWritten)",
        because: all.isEmpty
          ? "The record holds no \(answer.kind.singular). They come with a file that is imported: see how to add data."
          : "The record knows \(Sentences.count(all.count, answer.kind.singular, answer.kind.plural)), but none on this day.",
        instead: all.isEmpty
          ? NamedLink("How to add data", visit.address.at(.data))
          : first.map { NamedLink("See them on \($0.written)", visit.address.on($0)) }))
  }

  /// The kinds that exist on the day, with how many.
  static func kinds(_ visit: Visit, current: BodyKind?) -> Chips {
    Chips(
      KindCounts.on(visit.snapshot).filter { $0.kind != current }.map { kind, count in
        (
          "\(Sentences.capital(kind.plural)) \(Figures.grouped(count))",
          visit.link(to: .bodies(kind.rawValue))
        )
      })
  }

  private static func unknown(_ kind: String, _ visit: Visit) -> [UInt8] {
    let head = PageHead(
      name: "No such kind of body",
      summary: "Nothing in the record is called “\(kind.prefix(60))”. These are the kinds it knows.")
    return Frame.sheet(visit, head: head, hasData: false).page { html in
      html.part("Kinds that exist on \(visit.snapshot.trueOn.written)", id: "kinds") { html in
        html.add(kinds(visit, current: nil))
      }
      html.part("Every kind", id: "all-kinds") { html in
        html.add(
          Chips(
            BodyKind.allCases.map { (Sentences.capital($0.plural), visit.link(to: .bodies($0.rawValue))) }))
      }
    }
  }
}
