internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// One body: what it is, what is in it, what it came from, what became of it.
struct BodyPage {
  let answer: BodyAnswer
  let history: HistoryAnswer
  let kind: BodyKind
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let body = ID<Body>(id), let answer = BodyAnswer(body, in: visit.snapshot),
      let kind = answer.body.bodyKind
    else { return UnknownBody.reply(visit, id) { .body($0) } }
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "\(id)-\(answer.asAt.trueOn)")
    case .csv: return BodyData.csv(answer)
    case .page:
      guard let history = HistoryAnswer(body, depth: 1, in: visit.snapshot) else {
        return UnknownBody.reply(visit, id) { .body($0) }
      }
      return Reply(body: BodyPage(answer: answer, history: history, kind: kind, visit: visit).page())
    }
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let crumbs: [(name: String, place: Place)] =
      [(Sentences.capital(kind.plural), .bodies(kind.rawValue))]
      + (answer.body.region.map { [($0.name, .body($0.id))] } ?? [])
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      presence(in: &html)
      html(.div, .class("columns")) { html in
        html(.div, .class("column")) { html in
          next(in: &html)
          after(in: &html)
          before(in: &html)
          sectors(in: &html)
          parts(in: &html)
          councils(in: &html)
          boards(in: &html)
          time(in: &html)
        }
        html(.aside, .class("column")) { html in
          brief(in: &html)
          figures(in: &html)
          place(in: &html)
          onwards(in: &html)
        }
      }
      sources(in: &html)
    }
  }

  private var head: PageHead {
    let standing = answer.law.map { ", \(StandingWords.written($0.standing))" } ?? ""
    var badges = [Badge(answer.body.certainty)]
    if answer.state == .notYet { badges.append(.planned) }
    return PageHead(
      kind: Sentences.capital(Wording.singular(kind)) + standing, name: answer.body.name,
      summary: answer.sentence,
      badges: badges)
  }

  /// That the body does not exist on the day, and what the page shows instead.
  private func presence(in html: inout HTML) {
    guard answer.state != .existing else { return }
    html(.div, .class("part")) { html in
      let shown = Day(answer.shownOn)
      let day = answer.asAt.trueOnWritten
      let words =
        switch answer.state {
        case .ended: "It did not exist on \(day): it had ended. This page shows it as on its last day"
        case .notYet: "It did not exist yet on \(day). This page shows it as on its first day"
        case .uncertain, .existing:
          "Whether it existed on \(day) is not known. This page shows what is recorded nearest to that day"
        }
      html.add(Callout(words + (shown.map { ", \($0.written)." } ?? "."), .change))
      if let shown, shown != visit.snapshot.trueOn {
        html.way("See everything as on \(shown.written)", visit.address.on(shown).link)
      }
    }
  }

  // MARK: Where it came from and where it went

  private var own: Flows.End { Flows.End(id: answer.body.id, name: answer.body.shortName) }

  private func isToCome(_ entry: SuccessionEntry) -> Bool {
    entry.planned || entry.date.moment.earliest > visit.snapshot.trueOn
  }

  private func next(in html: inout HTML) {
    let came = answer.predecessors.filter { isToCome($0) && answer.state != .notYet }
    let passed = answer.successors.filter(isToCome)
    SuccessionPart(id: "next", heading: "What comes next", own: own, came: came, passed: passed)
      .write(visit, to: &html)
  }

  private func after(in html: inout HTML) {
    SuccessionPart(
      id: "after", heading: answer.state == .ended ? "Where its people went" : "What passed from it",
      own: own, came: [],
      passed: answer.successors.filter { !isToCome($0) }
    ).write(visit, to: &html)
  }

  private func before(in html: inout HTML) {
    SuccessionPart(
      id: "before", heading: answer.state == .notYet ? "What it will be made from" : "What it came from",
      own: own,
      came: answer.predecessors.filter { !isToCome($0) || answer.state == .notYet }, passed: [],
      callouts: answer.alterations
    ).write(visit, to: &html)
  }

  // MARK: What is in it

  private func sectors(in html: inout HTML) {
    guard !answer.sectors.isEmpty else { return }
    html.part("Who makes up the system", id: "sectors") { html in
      html.add(
        Facts(
          answer.sectors.map { Facts.Fact(Sentences.capital($0.sector.rawValue), $0.written) }, isWide: true))
      html.aside(
        "“None recorded” means that the record has none, not that there are none. More come with files that are imported."
      )
      for sector in answer.sectors where !sector.members.isEmpty {
        html(.details, .class("known")) { html in
          html(
            .summary,
            "\(Sentences.capital(sector.sector.rawValue)): \(Sentences.count(sector.members.count, "organisation", "organisations")) by name"
          )
          html.add(Chips(sector.members.map { ($0.shortName, visit.link(toBody: $0.id)) }))
        }
      }
    }
  }

  private func parts(in html: inout HTML) {
    guard !answer.parts.isEmpty else { return }
    html.part("What is in it", id: "parts") { html in
      for group in answer.parts {
        html(.h3, Sentences.capital(group.written))
        if group.members.isEmpty {
          html.aside("There are too many to list here: search for one by its name or code.")
        } else {
          html.add(
            Chips(
              group.members.map { ($0.shortName + ($0.sure ? "" : " (perhaps)"), visit.link(toBody: $0.id)) })
          )
        }
      }
    }
  }

  private func councils(in html: inout HTML) {
    guard !answer.councils.isEmpty else { return }
    html.part("Councils", id: "councils") { html in
      html(.p, answer.councilsSentence, .class("finding"))
      let upper = answer.councils.filter(\.upperTier)
      let lower = answer.councils.filter { !$0.upperTier }
      html.add(
        councilTable(upper, id: "upper-councils", caption: "Councils with social care and public health"))
      if !lower.isEmpty {
        html(.details, .class("known")) { html in
          html(
            .summary, Sentences.capital(Sentences.count(lower.count, "district council", "district councils"))
          )
          html(.div, .class("small-table")) { html in
            html.add(councilTable(lower, id: "lower-councils", caption: "District councils"))
          }
        }
      }
      html.aside(
        "A share is of the council’s small areas: neighbourhoods of about 1,500 people used for counting.")
    }
  }

  private func councilTable(_ councils: [CouncilEntry], id: String, caption: String) -> Table {
    Table(
      id: id, caption: caption,
      columns: [.words("Council"), .figures("Share inside"), .figures("Small areas")],
      rows: councils.map { council in
        .init([
          .init(council.name, link: visit.link(toBody: council.id)), .init(council.shareWritten),
          .init("\(Figures.grouped(council.part)) of \(Figures.grouped(council.whole))"),
        ])
      }, downloads: visit.downloads)
  }

  private func boards(in html: inout HTML) {
    guard !answer.boards.isEmpty else { return }
    html.part("Which board covers it", id: "boards") { html in
      let shared = answer.boards.contains { $0.share < 1 && $0.by == nil }
      html.add(
        Table(
          id: "board-table", caption: "On \(Day(answer.shownOn)?.written ?? answer.shownOn)",
          columns: [.words("Board")] + (shared ? [.figures("Share of it")] : []) + [
            .words("Through"), .words("How sure"),
          ],
          rows: answer.boards.map { board in
            .init(
              [.init(board.board.name, link: visit.link(toBody: board.board.id))]
                + (shared ? [.init(board.shareWritten)] : [])
                + [
                  board.by.map { .init($0.shortName, link: visit.link(toBody: $0.id)) }
                    ?? .init(throughWords(board)),
                  .init("", badges: [Badge(board.mark)]),
                ])
          }, downloads: visit.downloads))
    }
  }

  private func throughWords(_ board: BoardEntry) -> String {
    switch board.through {
    case "overlap": "small areas of both"
    case "part-of": "part of it"
    default: board.through
    }
  }

  // MARK: Over time

  private func time(in html: inout HTML) {
    html.part("Names and codes over time", id: "time") { html in
      html.add(Lives.line(history, visit))
      html.way("The whole history, with every share", visit.link(to: .history(answer.body.id)))
    }
  }
}
