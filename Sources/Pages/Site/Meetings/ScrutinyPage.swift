internal import Answers
internal import Register
internal import Vocabulary

/// What a body's councils can scrutinise, changes of services, and how the body spends its time.
struct ScrutinyPage {
  let answer: ScrutinyAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let answer = ID<Body>(id).flatMap({ ScrutinyAnswer(of: $0, in: visit.snapshot) }) else {
      return UnknownBody.reply(visit, id) { .scrutiny($0) }
    }
    let name = "scrutiny-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: rows(answer), name: name)
    case .page: return Reply(body: ScrutinyPage(answer: answer, visit: visit).page())
    }
  }

  private static let header = ["view", "for", "on", "what", "state", "value", "note"]

  /// All views in one table, told apart by the first column.
  private static func rows(_ answer: ScrutinyAnswer) -> [[String]] {
    let plans = answer.councils.flatMap { plan in
      plan.entries.map { ["forward plan", plan.council.name, $0.on, $0.title, $0.sort, "", $0.why] }
    }
    let changes = answer.reconfigurations.map { change in
      [
        "change of services", change.councils.map(\.name).joined(separator: ";"), change.consulted ?? "", change.title,
        change.state, change.calledIn ?? "", change.reason,
      ]
    }
    let cycle = [
      ("median", answer.cycle.median), ("least", answer.cycle.least.map(Double.init)),
      ("most", answer.cycle.most.map(Double.init)), ("known", Double(answer.cycle.known)),
      ("all", Double(answer.cycle.all)),
    ].map { name, value in
      ["decision cycle", answer.body.name, "", name, "", value.map(Decimals.shortest) ?? "", ""]
    }
    let themes = answer.balance.themes.map {
      ["minutes by theme", answer.body.name, "", $0.name, "", Decimals.shortest($0.minutes), ""]
    }
    let purposes = answer.balance.purposes.map {
      ["minutes by purpose", answer.body.name, "", $0.name, "", Decimals.shortest($0.minutes), ""]
    }
    return plans + changes + cycle + themes + purposes
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let head = PageHead(
      kind: "Scrutiny", name: "What councils can scrutinise in \(answer.body.shortName)", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: OpenWays.crumbs(answer.body)).page { html in
      councils(in: &html)
      changes(in: &html)
      cycle(in: &html)
      balance(in: &html)
      OpenWays.write(answer.body, visit, to: &html)
      OpenWays.writeSources(answer.sources, visit, to: &html)
    }
  }

  private func councils(in html: inout HTML) {
    html.part("To come, by council", id: "councils") { html in
      guard !answer.councils.isEmpty else { return html.paragraph("Which councils lie in its area is not known.") }
      for (position, plan) in answer.councils.enumerated() {
        html(.h3, plan.council.name + (plan.isPart ? ", in part: \(Sentences.percent(plan.share)) of it" : ""))
        if plan.entries.isEmpty {
          html.paragraph("Nothing to come is on record for it.")
        } else {
          html.add(
            Table(
              id: "plan-\(position + 1)", caption: "To come for \(plan.council.shortName)",
              columns: [.words("What"), .words("When"), .words("Sort"), .words("Why")],
              rows: plan.entries.map { entry in
                .init([
                  .init(entry.title), .init(Recorded.day(entry.on)), .init(Sentences.capital(entry.sort)),
                  .init(Sentences.capital(entry.why)),
                ])
              }))
        }
      }
    }
  }

  private func changes(in html: inout HTML) {
    html.part("Changes of services", id: "changes") { html in
      guard !answer.reconfigurations.isEmpty else { return html.paragraph("None is on record.") }
      html.add(
        Table(
          id: "change-table", caption: "Notified, called in, decided",
          columns: [
            .words("Change"), .words("State"), .words("Substantial"), .words("Councils"), .words("Consultation began"),
            .words("Notified"), .words("Called in"), .words("Directed"),
          ],
          rows: answer.reconfigurations.map { change in
            .init([
              .init(change.title, badges: [Badge(change.mark)]), .init(Recorded.words(change.state)),
              .init(Recorded.truth(change.substantial)), .init(Recorded.list(change.councils.map(\.shortName))),
              .init(Recorded.day(change.consulted)), .init(Recorded.day(change.notified)),
              .init(Recorded.day(change.calledIn)),
              .init(
                Recorded.day(change.directed) + (change.direction.isEmpty ? "" : ": \(change.direction)")),
            ])
          }, downloads: visit.downloads))
      let withdrawn = answer.reconfigurations.filter { $0.state == "withdrawn" }
      if !withdrawn.isEmpty {
        html.add(
          Table(
            id: "withdrawn-table", caption: "Withdrawn, and why", columns: [.words("Change"), .words("Reason")],
            rows: withdrawn.map { .init([.init($0.title), .init(Recorded.words($0.reason))]) }))
      }
    }
  }

  private func cycle(in html: inout HTML) {
    html.part("From proposal to decision", id: "cycle") { html in
      html(.p, answer.cycle.sentence, .class("finding"))
      html.add(
        Table(
          id: "cycle-table", caption: "Days from the proposal to the decision",
          columns: [.words("What"), .figures("Value")],
          rows: [
            .init([.init("Middle"), .init(Recorded.number(answer.cycle.median))]),
            .init([.init("Fewest"), .init(Recorded.number(answer.cycle.least))]),
            .init([.init("Most"), .init(Recorded.number(answer.cycle.most))]),
            .init([.init("Decisions with both days"), .init("\(answer.cycle.known) of \(answer.cycle.all)")]),
          ]))
    }
  }

  private func balance(in html: inout HTML) {
    let balance = answer.balance
    html.part("What its meetings spend their time on", id: "balance") { html in
      html(.p, balance.sentence, .class("finding"))
      guard !balance.themes.isEmpty else { return }
      html.add(ScrutinyPage.shares(balance.themes, id: "themes", caption: "By theme", heading: "Theme"))
      html.add(ScrutinyPage.shares(balance.purposes, id: "purposes", caption: "By purpose", heading: "Purpose"))
      html.aside("An item of several themes is parted evenly among them. Private items stand together.")
    }
  }

  private static func shares(_ shares: [AgendaBalance.Share], id: String, caption: String, heading: String) -> Table {
    Table(
      id: id, caption: caption, note: "Minutes of the items of meetings held in twelve months",
      columns: [.words(heading), .figures("Minutes"), .figures("Share")],
      rows: shares.map {
        .init([
          .init(Sentences.capital($0.name)), .init(Decimals.rounded($0.minutes, places: 1)),
          .init(Sentences.percent($0.share)),
        ])
      })
  }
}
