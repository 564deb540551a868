internal import Answers
internal import Register
internal import Vocabulary

/// The public register of interests of a body, and how conflicts were handled meeting by meeting.
struct InterestsPage {
  let answer: InterestsAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let answer = ID<Body>(id).flatMap({ InterestsAnswer(of: $0, in: visit.snapshot) }) else {
      return UnknownBody.reply(visit, id) { .interests($0) }
    }
    let name = "interests-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: rows(answer), name: name)
    case .page: return Reply(body: InterestsPage(answer: answer, visit: visit).page())
    }
  }

  private static let header = [
    "what", "person", "sort", "about", "counterparty", "declared", "where", "reviewed", "meeting", "item", "handling",
    "minuted", "certainty", "source",
  ]

  private static func rows(_ answer: InterestsAnswer) -> [[String]] {
    let entries = [("interest", answer.interests), ("nil return", answer.nilReturns)].flatMap { what, entries in
      entries.map { entry in
        [
          what, entry.person.name, entry.sort, entry.about, entry.counterparty?.name ?? "", entry.declared ?? "",
          entry.place, entry.reviewed ?? "", "", "", "", "", entry.certainty.rawValue, entry.source,
        ]
      }
    }
    let handled = answer.handled.map { one in
      [
        "handled", one.conflict.person, "", one.conflict.interest, "", "", "", "", one.title, String(one.number),
        one.conflict.handling, one.conflict.isMinuted.map { $0 ? "yes" : "no" } ?? "", "", "",
      ]
    }
    return entries + handled
  }

  private func page() -> [UInt8] {
    let head = PageHead(
      kind: "Interests", name: "Interests of those who serve \(answer.body.shortName)", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: OpenWays.crumbs(answer.body)).page { html in
      html.part("Register", id: "register") { html in
        guard !answer.interests.isEmpty else { return html.paragraph("No interest is on public record for this day.") }
        html.add(
          Table(
            id: "register-table", caption: "Interests that stand on \(answer.asAt.trueOnWritten)",
            columns: [
              .words("Person"), .words("Sort"), .words("What"), .words("In whom"), .words("Declared"), .words("Where"),
              .words("Last confirmed"), .words("How sure"),
            ],
            rows: answer.interests.map { entry in
              .init([
                .init(entry.person.name), .init(Sentences.capital(entry.sort)), .init(Recorded.words(entry.about)),
                entry.counterparty.map { .init($0.shortName, link: visit.link(toBody: $0.id)) } ?? .init("none named"),
                .init(Recorded.day(entry.declared)), .init(Recorded.words(entry.place)),
                .init(Recorded.day(entry.reviewed)), .init("", badges: [Badge(entry.mark)]),
              ])
            }, downloads: visit.downloads))
      }
      nilReturns(in: &html)
      handled(in: &html)
      OpenWays.write(answer.body, visit, to: &html)
      OpenWays.writeSources(answer.sources, visit, to: &html)
    }
  }

  private func nilReturns(in html: inout HTML) {
    html.part("Nil returns", id: "nil-returns") { html in
      if answer.nilReturns.isEmpty {
        html.paragraph("Nobody is on record as having said that there is nothing to declare.")
      } else {
        html.add(
          Table(
            id: "nil-table", caption: "Who said that there is nothing to declare",
            columns: [.words("Person"), .words("Declared"), .words("Last confirmed")],
            rows: answer.nilReturns.map {
              .init([.init($0.person.name), .init(Recorded.day($0.declared)), .init(Recorded.day($0.reviewed))])
            }))
      }
      if let without = answer.withoutReturn {
        html.paragraph(
          without.isEmpty
            ? "Of everyone who sits on its groups a return is on record."
            : "No return is on record of: \(Sentences.list(without.map(\.name))).")
      } else {
        html.paragraph("Whether anyone made no return is not known: the register is not said to be complete.")
      }
    }
  }

  private func handled(in html: inout HTML) {
    html.part("How they were handled", id: "handled") { html in
      guard !answer.handled.isEmpty else {
        return html.paragraph("The record holds no interest that was handled at a meeting.")
      }
      html.add(
        Table(
          id: "handled-table", caption: "Meeting by meeting, the latest first",
          note: "Of private items neither the person nor the interest is told",
          columns: [
            .words("Meeting"), .figures("Item"), .words("What it was about"), .words("Person"), .words("Interest"),
            .words("What was done"), .words("Minuted"),
          ],
          rows: answer.handled.map { one in
            .init([
              .init(one.title, link: visit.link(to: .meeting(one.meeting))), .init(String(one.number)),
              .init(one.item.isEmpty ? "private" : one.item),
              .init(one.conflict.person.isEmpty ? "not told" : one.conflict.person),
              .init(one.conflict.interest.isEmpty ? "not told" : one.conflict.interest),
              .init(Recorded.words(one.conflict.handling)), .init(Recorded.truth(one.conflict.isMinuted)),
            ])
          }))
    }
  }
}
