internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// One rule: its text, citation and dates, the facts it needs, what a person must judge, and its examples.
enum RulePage {
  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let answer = RuleAnswer(id, in: visit.snapshot) else { return unknown(visit, id) }
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "rule-\(answer.rule.id)")
    case .csv:
      return DataReply.csv(
        header: ["example", "day", "explanation", "fact", "about", "period", "column", "value"],
        rows: answer.examples.flatMap(rows), name: "rule-\(answer.rule.id)")
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static func rows(_ example: RuleAnswer.Example) -> [[String]] {
    example.facts.flatMap { fact in
      fact.cells.map { cell in
        [
          example.result, example.day, example.explanation, fact.meaning, fact.subject, fact.period, cell.meaning,
          cell.value,
        ]
      }
    }
  }

  private static func unknown(_ visit: Visit, _ id: String) -> Reply {
    let words = "The rulebook has no rule “\(id.prefix(60))”."
    guard visit.address.format == .page else {
      return Reply(.notFound, type: "text/plain; charset=utf-8", body: Array("\(words)\n".utf8))
    }
    let head = PageHead(name: "No such rule", summary: words)
    return Reply(
      .notFound,
      body: Frame.sheet(visit, head: head, crumbs: crumbs, hasData: false).page { html in
        html.way("All rules", visit.link(to: .rules(Place.RulesView())))
      })
  }

  private static let crumbs: [(name: String, place: Place)] = [("The rulebook", .rules(Place.RulesView()))]

  // MARK: Page

  private static func page(_ visit: Visit, _ answer: RuleAnswer) -> [UInt8] {
    let rule = answer.rule
    let head = PageHead(
      kind: rule.heading, name: rule.id, summary: answer.sentence, badges: Badge.marks(of: rule))
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      html.part("What it says", id: "text") { html in
        html(.p, rule.rule, .class("finding"))
        for badge in Badge.marks(of: rule) where [.remembered, .assumed, .planned].contains(badge) {
          html.add(Callout("\(Sentences.capital(badge.word)): \(badge.meaning)", .change))
        }
        html.add(Facts(facts(answer), isWide: true))
      }
      if !rule.judgement.isEmpty {
        html.part("What a person must judge", id: "judgement") { html in html.paragraph(rule.judgement) }
      }
      html.part("What it needs, and what it finds", id: "needs") { html in
        html.add(
          Facts(
            [.init("Facts it needs", rule.facts), .init("A finding looks like", rule.finding)]
              .filter { !$0.isEmpty }, isWide: true))
      }
      if !answer.examples.isEmpty {
        html.part("Examples", id: "examples") { html in
          html.paragraph(
            "Three small invented records, and what the rule says of each. They are its tests too. Take any fact it needs "
              + "away from the first, and the answer becomes “not known”.")
          for example in answer.examples { write(example, to: &html) }
        }
      }
    }
  }

  private static func facts(_ answer: RuleAnswer) -> [Facts.Fact] {
    let rule = answer.rule
    return [
      .init("Where", rule.citation), .init("Rests on", GovernanceWords.plain(rule.strength)),
      .init("For when", GovernanceWords.dates(rule)), .init("About its dates", rule.dates),
      .init("Its standing as a text", GovernanceWords.plain(rule.status)),
      .init("Put to", Sentences.list(rule.subjects.map { BodyKind(rawValue: $0)?.plural ?? $0 })),
      .init("Decided by", rule.computable ? "the facts recorded" : "a person"),
      .init("How its text is known", Sentences.capital(answer.sure), badges: Badge.marks(of: rule)),
    ].filter { !$0.isEmpty }
  }

  private static func write(_ example: RuleAnswer.Example, to html: inout HTML) {
    let heading =
      switch example.result {
      case "met": "As the rule asks"
      case "finding": "Something is found"
      default: "It does not apply"
      }
    html(.h3, heading)
    html(.p, "On \(example.dayWritten): \(example.explanation)", .class("finding"))
    html.known("The record of this example") { html in
      html(.div, .class("small-table")) { html in
        html.add(
          Table(
            id: "example-\(example.result)", caption: heading,
            columns: [.words("About"), .words("Says"), .words("For when"), .words("In detail")],
            rows: example.facts.map { fact in
              .init([
                .init(fact.subject), .init(fact.meaning), .init(fact.period),
                .init(
                  fact.cells.map { $0.meaning.isEmpty ? $0.value : "\($0.meaning): \($0.value)" }.joined(
                    separator: "; ")),
              ])
            }))
      }
    }
  }
}

extension Facts.Fact {
  /// Whether there is nothing to say.
  var isEmpty: Bool { value.isEmpty && badges.isEmpty }
}
