internal import Answers
internal import Chronicle
internal import Vocabulary

/// What must a board contain? Every source, on the days between which the answer changed and on the day of the page.
enum BoardRequirementsPage {
  static func reply(_ visit: Visit) -> Reply {
    let usual = BoardRequirementsHistory.usual
    let own = visit.snapshot.trueOn
    let answer = BoardRequirementsHistory(on: usual.contains(own) ? usual : usual + [own], in: visit.snapshot)
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "board-\(answer.asAt.trueOn)")
    case .csv:
      return DataReply.csv(
        header: ["day"] + RulesPage.header,
        rows: answer.days.flatMap { day in day.requirements.map { [day.asAt.trueOn] + RulesPage.row($0) } },
        name: "board-\(answer.asAt.trueOn)")
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static func page(_ visit: Visit, _ answer: BoardRequirementsHistory) -> [UInt8] {
    let head = PageHead(name: "What must a board contain?", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: [("The rulebook", .rules(Place.RulesView()))]).page { html in
      for day in answer.days {
        html.part(day.asAt.trueOnWritten, id: "on-\(day.asAt.trueOn)") { html in
          html(.p, day.sentence, .class("finding"))
          if !day.requirements.isEmpty {
            html.add(
              RulesPage.table(
                day.requirements, id: "board-\(day.asAt.trueOn)", caption: "On \(day.asAt.trueOnWritten), by source",
                visit))
          }
        }
      }
      if let last = answer.days.last, !last.proposed.isEmpty {
        html.part("What is proposed", id: "proposed") { html in
          html.paragraph("This is not law. It counts for nothing until the day of its commencement is recorded.")
          html.add(RulesPage.table(last.proposed, id: "board-proposed", caption: "Under the proposed law", visit))
        }
      }
    }
  }
}
