internal import Answers
internal import Chronicle
internal import Governance
internal import Vocabulary

/// One decision: whose it is, by what power, from which paper and minute, who was there, and whom to ask.
struct DecisionPage {
  let answer: DecisionRecordAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let answer = ID<Decision>(id).flatMap({ DecisionRecordAnswer($0, in: visit.snapshot) }) else {
      return unknown(visit, id)
    }
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "decision-\(id)")
    case .csv:
      return DataReply.csv(header: ["what", "value", "detail"], rows: rows(answer), name: "decision-\(id)")
    case .page: return Reply(body: DecisionPage(answer: answer, visit: visit).page())
    }
  }

  private static func unknown(_ visit: Visit, _ id: String) -> Reply {
    let words = "The record holds no decision “\(id.prefix(96))” up to \(visit.snapshot.trueOn.written)."
    guard visit.address.format == .page else {
      return Reply(.notFound, type: "text/plain; charset=utf-8", body: Array("\(words)\n".utf8))
    }
    let head = PageHead(name: "No such decision", summary: words)
    return Reply(
      .notFound, body: Frame.sheet(visit, head: head, hasData: false).page { html in html.add(visit.searchBox()) })
  }

  // MARK: Data

  private static func rows(_ answer: DecisionRecordAnswer) -> [[String]] {
    let decision = answer.decision
    var rows = [
      ["title", decision.title, decision.id], ["day", decision.day, ""], ["body", answer.body.name, answer.body.id],
      ["decider", decision.decider?.name ?? "", decision.decider?.id ?? ""],
      ["value", decision.value.map { Decimals.shortest($0.pounds) } ?? "", ""],
      ["outcome", decision.outcome, decision.reason],
      ["function", decision.function, answer.function],
      ["power", answer.power?.instrument ?? "", answer.power?.id ?? ""],
      ["paper", answer.item?.paper ?? "", answer.item?.paperOn ?? ""],
      ["minute", answer.item?.minute ?? "", answer.item?.minutesPublished ?? ""], ["contact", answer.contact, ""],
    ]
    rows += answer.present.map { ["present", $0.person.name, $0.wasThere ? $0.capacity : "not there for the item"] }
    rows += answer.votes.map { ["vote", $0.person.name, $0.way] }
    rows += answer.handled.map { ["interest", $0.person.name, $0.handling] }
    rows += answer.involved.map { ["involved", $0.who, "\($0.sort) \($0.day)"] }
    rows += answer.effects.map { ["effect on \($0.on)", $0.words, ""] }
    rows += answer.actions.map { ["action", $0.text, $0.owner] }
    return rows
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let head = PageHead(kind: "Decision", name: answer.decision.title, summary: answer.sentence)
    let crumbs: [(name: String, place: Place)] = [
      (answer.body.shortName, .body(answer.body.id)), ("Decisions", .decisions(answer.body.id)),
    ]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      html.part("In brief", id: "brief") { html in html.add(Facts(brief, isWide: true)) }
      power(in: &html)
      paper(in: &html)
      present(in: &html)
      votes(in: &html)
      involved(in: &html)
      html.part("What it was said to change", id: "effects") { html in
        html.add(
          Facts(
            answer.effects.map { .init("Effect on \($0.on)", $0.words.isEmpty ? "not stated" : $0.words) }, isWide: true
          ))
      }
      actions(in: &html)
      html.known(answer.sources, visit)
    }
  }

  private var brief: [Facts.Fact] {
    let decision = answer.decision
    return [
      .init("Whose decision", answer.body.name, link: visit.link(toBody: answer.body.id)),
      .init("Decided by", decision.decider?.name ?? "not recorded"), .init("Day", decision.dayWritten),
      .init("Sum, over its whole life", decision.value?.written ?? ""),
      .init("Place", decision.place?.name ?? "", link: decision.place.map { visit.link(toBody: $0.id) }),
      .init("Outcome", decision.outcome.isEmpty ? "not recorded" : decision.outcome), .init("Why", decision.reason),
      .init("Advice taken", Sentences.list(answer.advice)), .init("Law relied on", answer.law),
      .init("Whom to ask", answer.contact.isEmpty ? "nobody is recorded" : answer.contact),
    ].filter { !$0.isEmpty }
  }

  private func power(in html: inout HTML) {
    html.part("By what power", id: "power") { html in
      if let power = answer.power {
        html.add(
          Facts(
            [
              .init("The power", Sentences.capital(GovernanceWords.by(power.by))),
              .init("From", power.giver?.name ?? ""),
              .init("To", power.taker?.name ?? ""), .init("Up to", power.limit?.written ?? "no limit is set"),
              .init("Where it says so", power.instrument),
              .init("In force on the day", power.wasInForce ? "yes" : "not on the facts recorded"),
            ].filter { !$0.isEmpty }, isWide: true))
      } else {
        html.paragraph("The record names no power that it relies on.")
      }
      if !answer.function.isEmpty {
        let question = WhoDecidesQuestion(
          function: answer.function, place: answer.decision.place?.id ?? "",
          value: answer.decision.value.map { Decimals.shortest($0.pounds) } ?? "")
        html.way(
          "Who could decide on this, on that day",
          Address(.whoDecides(question), on: Day(answer.decision.day), known: visit.address.known).link)
      }
      html.way(
        "How \(answer.body.shortName) stood against the rules on that day",
        Address(.check(answer.body.id, proposed: false), on: Day(answer.decision.day), known: visit.address.known).link)
    }
  }

  private func paper(in html: inout HTML) {
    html.part("Paper and minute", id: "paper") { html in
      guard let item = answer.item else { return html.paragraph("No meeting is recorded at which it was taken.") }
      let taken =
        switch item.open {
        case true?: "in public"
        case false?: item.ground.isEmpty ? "in private, and no reason is recorded" : "in private: \(item.ground)"
        case nil: "not recorded"
        }
      html.add(
        Facts(
          [
            .init("Meeting", item.meetingTitle), .init("Item", "\(item.number). \(item.title)"), .init("Taken", taken),
            .init("Paper", item.paper.isEmpty ? "none is public" : item.paper, link: Link(https: item.paper)),
            .init("Paper published", GovernanceWords.day(item.paperOn)),
            .init("The minutes say", item.minute.isEmpty ? "nothing is recorded" : item.minute),
            .init("Minutes published", GovernanceWords.day(item.minutesPublished)),
          ].filter { !$0.isEmpty }, isWide: true))
    }
  }

  private func present(in html: inout HTML) {
    html.part("Who was there", id: "present") { html in
      if answer.present.isEmpty { html.paragraph("Nobody is recorded as having been there.") }
      if !answer.handled.isEmpty {
        html.sentences(
          answer.handled.map { handled in
            "\(handled.person.name): \(handled.handling)" + (handled.interest.isEmpty ? "" : " (\(handled.interest))")
          })
      }
      if !answer.present.isEmpty {
        html.add(
          Table(
            id: "present-table", caption: "At the meeting",
            columns: [.words("Who"), .words("Seat"), .words("In what capacity"), .words("There for the item")],
            rows: answer.present.map { one in
              .init([
                .init(one.person.name), .init(Sentences.capital(one.seat)),
                .init(one.presided ? "\(one.capacity), presided" : one.capacity), .init(one.wasThere ? "yes" : "no"),
              ])
            }, downloads: visit.downloads))
      }
    }
  }

  private func votes(in html: inout HTML) {
    guard !answer.votes.isEmpty else { return }
    html.part("How people voted", id: "votes") { html in
      html.add(
        Table(
          id: "votes-table", caption: "Votes", columns: [.words("Who"), .words("Vote")],
          rows: answer.votes.map { .init([.init($0.person.name), .init($0.way)]) }))
    }
  }

  private func involved(in html: inout HTML) {
    html.part("Who was involved", id: "involved") { html in
      if answer.involved.isEmpty { return html.paragraph("Nobody is recorded as having been involved before it.") }
      html.add(
        Table(
          id: "involved-table", caption: "Before the decision",
          columns: [
            .words("Who"), .words("How"), .words("When"), .words("What they said"), .words("What became of it"),
          ],
          rows: answer.involved.map { one in
            .init([
              .init(one.who), .init(one.sort), .init(GovernanceWords.day(one.day)), .init(one.said), .init(one.became),
            ])
          }))
    }
  }

  private func actions(in html: inout HTML) {
    guard !answer.actions.isEmpty else { return }
    html.part("What is to be done", id: "actions") { html in
      html.add(
        Table(
          id: "actions-table", caption: "Actions from the item",
          columns: [.words("What"), .words("Who"), .words("Due"), .words("Done")],
          rows: answer.actions.map { one in
            .init([
              .init(one.text), .init(one.owner), .init(GovernanceWords.day(one.due)),
              .init(one.done.isEmpty ? "not yet" : GovernanceWords.day(one.done)),
            ])
          }))
    }
  }
}
