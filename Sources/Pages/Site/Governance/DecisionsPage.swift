internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// What a body has decided, the latest first.
enum DecisionsPage {
  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let body = visit.body(id) else { return UnknownBody.reply(visit, id) { .decisions($0) } }
    let answer = DecisionsAnswer(of: body, in: visit.snapshot)
    let name = "decisions-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.decisions.map(row), name: name)
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static let header = [
    "id", "day", "title", "decider", "function", "value", "place", "outcome", "reason",
  ]

  private static func row(_ entry: DecisionsAnswer.Entry) -> [String] {
    [
      entry.id, entry.day, entry.title, entry.decider?.name ?? "", entry.function,
      entry.value.map { Decimals.shortest($0.pounds) } ?? "", entry.place?.name ?? "", entry.outcome, entry.reason,
    ]
  }

  private static func page(_ visit: Visit, _ answer: DecisionsAnswer) -> [UInt8] {
    let body = answer.body
    let head = PageHead(kind: "Decisions", name: "What \(body.shortName) has decided", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: [(body.shortName, .body(body.id))]).page { html in
      if answer.decisions.isEmpty {
        html.add(
          Emptiness(
            "No decision is recorded up to this day",
            because: "Decisions come into the record as rows of text, each with its source.",
            instead: NamedLink("How facts are added", visit.address.at(.data))))
      } else {
        html.part("The register", id: "register") { html in
          html.add(
            Table(
              id: "decisions", caption: "Decisions up to \(answer.asAt.trueOnWritten), the latest first",
              note: "A sum is over the whole life of what was decided.",
              columns: [
                .words("Decision"), .words("Day"), .words("Decided by"), .words("Function"), .figures("Sum"),
                .words("Outcome"),
              ],
              rows: answer.decisions.map { entry in
                .init([
                  .init(entry.title, link: visit.link(to: .decision(entry.id))), .init(entry.dayWritten),
                  .init(entry.decider?.name ?? "not recorded"), .init(entry.function),
                  .init(entry.value?.written ?? ""), .init(entry.outcome.isEmpty ? "not recorded" : entry.outcome),
                ])
              }, downloads: visit.downloads))
        }
      }
      html.part("From here", id: "onwards") { html in
        html.way("Who runs it", visit.link(to: .governance(body.id)))
        html.way("What it decides on, and who exercises it", visit.link(to: .functions(body.id, level: "", since: nil)))
      }
      html.known(answer.sources, visit)
    }
  }
}
