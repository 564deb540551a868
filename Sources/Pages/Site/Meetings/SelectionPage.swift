internal import Answers
internal import Register
internal import Vocabulary

/// How a body chose its providers of health care.
struct SelectionPage {
  let answer: SelectionAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let answer = ID<Body>(id).flatMap({ SelectionAnswer(of: $0, in: visit.snapshot) }) else {
      return UnknownBody.reply(visit, id) { .selection($0) }
    }
    let name = "selection-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.choices.map(row), name: name)
    case .page: return Reply(body: SelectionPage(answer: answer, visit: visit).page())
    }
  }

  private static let header = [
    "id", "title", "route", "state", "value_pounds", "began", "awarded", "signed", "provider", "standstill_begins",
    "standstill_ends", "earliest_signing", "representations", "certainty", "source",
  ]

  private static func row(_ choice: SelectionAnswer.Choice) -> [String] {
    [
      choice.id, choice.title, choice.route, choice.state, choice.value.map { Decimals.shortest($0.pounds) } ?? "",
      choice.began ?? "", choice.awarded ?? "", choice.signed ?? "", choice.provider?.name ?? "",
      choice.standstill?.begins ?? "", choice.standstill?.ends ?? "", choice.standstill?.earliest ?? "",
      String(choice.representations.count), choice.certainty.rawValue, choice.source,
    ]
  }

  private func page() -> [UInt8] {
    let head = PageHead(
      kind: "Choice of providers", name: "How \(answer.body.shortName) chose its providers", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: OpenWays.crumbs(answer.body)).page { html in
      if !answer.choices.isEmpty {
        html.part("The choices", id: "choices") { html in html.add(choices) }
        html.part("Notices", id: "notices") { html in html.add(notices) }
        html.part("Standstill", id: "standstill") { html in
          html.paragraph(
            "It begins the day after the notice of the intention to award, and ends at midnight closing the eighth "
              + "working day after that, or later where a provider made representations in time (SI 2023/1348, "
              + "regulation 12)."
          )
          html.add(standstills)
        }
        html.part("Representations", id: "representations") { html in
          let rows = representationRows
          if rows.isEmpty {
            html.paragraph("No representations are on record.")
          } else {
            html.add(
              Table(
                id: "representation-table", caption: "What came of them", note: "Who made them is not told",
                columns: [
                  .words("Service"), .words("Received"), .words("In time"), .words("Heard"), .words("Reviewed"),
                  .words("Decision told"),
                ], rows: rows))
          }
        }
      }
      OpenWays.write(answer.body, visit, to: &html)
      OpenWays.writeSources(answer.sources, visit, to: &html)
    }
  }

  private var choices: Table {
    Table(
      id: "choice-table", caption: "The latest first", note: "Who bid is not told",
      columns: [
        .words("Service"), .words("Route"), .words("State"), .figures("Lifetime value"), .words("Began"),
        .words("Awarded"), .words("Signed"), .words("Provider"), .words("How sure"),
      ],
      rows: answer.choices.map { choice in
        .init([
          .init(choice.title), .init(Recorded.words(choice.route)), .init(Sentences.capital(choice.state)),
          .init(choice.value?.written ?? "not recorded"), .init(Recorded.day(choice.began)),
          .init(Recorded.day(choice.awarded)), .init(Recorded.day(choice.signed)),
          choice.provider.map { .init($0.shortName, link: visit.link(toBody: $0.id)) } ?? .init("not told yet"),
          .init("", badges: [Badge(choice.mark)]),
        ])
      }, downloads: visit.downloads)
  }

  private var notices: Table {
    Table(
      id: "notice-table", caption: "By service",
      columns: [.words("Service"), .words("Notice"), .words("Submitted"), .words("Published")],
      rows: answer.choices.flatMap { choice in
        choice.notices.map { notice in
          .init([
            .init(choice.title), .init(Recorded.words(notice.sort)), .init(Recorded.day(notice.submitted)),
            .init(Recorded.day(notice.published)),
          ])
        }
      })
  }

  private var standstills: Table {
    Table(
      id: "standstill-table", caption: "Worked out from the notices",
      columns: [.words("Service"), .words("Begins"), .words("Ends at midnight closing"), .words("May be signed from")],
      rows: answer.choices.compactMap { choice in
        choice.standstill.map { standstill in
          let open = "open until a decision is told"
          return .init([
            .init(choice.title), .init(Recorded.day(standstill.begins)),
            .init(standstill.ends.map { Recorded.day($0) } ?? open),
            .init(standstill.earliest.map { Recorded.day($0) } ?? open, badges: [.derived]),
          ])
        }
      })
  }

  private var representationRows: [Table.Row] {
    answer.choices.flatMap { choice in
      choice.representations.map { one in
        .init([
          .init(choice.title), .init(Recorded.day(one.received)), .init(Recorded.truth(one.inTime)),
          .init(Recorded.truth(one.heard)), .init(Recorded.truth(one.reviewed)), .init(Recorded.day(one.told)),
        ])
      }
    }
  }
}
