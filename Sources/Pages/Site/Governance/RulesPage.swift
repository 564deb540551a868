internal import Answers
internal import Chronicle
internal import Vocabulary

/// The rulebook: every rule of how a system is governed, by part, by what it rests on, by day.
enum RulesPage {
  static func reply(_ visit: Visit, _ view: Place.RulesView) -> Reply {
    let answer = RulesAnswer(
      section: view.section, strength: view.strength, inForceOn: view.inForce ? visit.snapshot.trueOn : nil)
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "rules")
    case .csv: return DataReply.csv(header: header, rows: answer.rules.map(row), name: "rules")
    case .page: return Reply(body: page(visit, view, answer))
    }
  }

  // MARK: Data

  static let header = [
    "id", "section", "heading", "rule", "citation", "strength", "status", "weight", "from", "until", "dates",
    "certainty", "computable", "judgement", "facts",
  ]

  static func row(_ rule: RulesAnswer.Entry) -> [String] {
    [
      rule.id, rule.section, rule.heading, rule.rule, rule.citation, rule.strength, rule.status, rule.severity,
      rule.from ?? "", rule.until ?? "", rule.dates, rule.certainty, rule.computable ? "yes" : "no", rule.judgement,
      rule.facts,
    ]
  }

  // MARK: Page

  private static func page(_ visit: Visit, _ view: Place.RulesView, _ answer: RulesAnswer) -> [UInt8] {
    let whole = RulesAnswer()
    let head = PageHead(
      name: "The rulebook",
      summary: "\(whole.sentence) Each has its text in plain words, its citation, its dates, and examples.")
    return Frame.sheet(visit, head: head).page { html in
      html.part("How much of it can be checked", id: "coverage") { html in
        html.add(
          Facts([
            .init("Rules", Figures.grouped(whole.count)),
            .init("The facts decide", Figures.grouped(whole.computable)),
            .init("A person must judge", Figures.grouped(whole.count - whole.computable)),
          ]))
        html.way("What must a board contain? Every source, on three days", visit.link(to: .boardRequirements))
        html.way("Who decides?", visit.link(to: .whoDecides(WhoDecidesQuestion())))
      }
      html.part("Choose", id: "choose") { html in form(visit, view, to: &html) }
      if answer.rules.isEmpty { html.paragraph("No rule of the book is of this sort.") }
      for section in RulesAnswer.sections {
        let rules = answer.rules.filter { $0.section == section.value }
        if let first = rules.first {
          html.part("\(section.value). \(first.heading)", id: "part-\(section.value.lowercased())") { html in
            html.add(table(rules, id: "rules-\(section.value.lowercased())", caption: first.heading, visit))
          }
        }
      }
      html.part("How this is known", id: "known") { html in
        html.paragraph(
          "Each rule is told in our words, with the place where its source says it. The mark says how sure the text is: "
            + "one from memory has not been checked against its source yet. What is proposed is never in force until the "
            + "day of its commencement is recorded.")
      }
    }
  }

  private static func form(_ visit: Visit, _ view: Place.RulesView, to html: inout HTML) {
    html(.form, .action(Address(.rules(Place.RulesView()))), .word("method", "get")) { html in
      html.add(
        Picker(
          name: "section", label: "Part", options: [("", "All parts")] + RulesAnswer.sections, chosen: view.section))
      html.add(
        Picker(
          name: "strength", label: "Rests on", options: [("", "Anything")] + RulesAnswer.strengths,
          chosen: view.strength))
      html.add(
        Field(
          name: "in-force", label: "For when",
          kind: .ticks([("yes", "Only what is in force on \(visit.snapshot.trueOn.written)")]),
          value: view.inForce ? "yes" : ""))
      html.moment(visit)
      html(.button, "Show these rules", .type("submit"))
    }
  }

  /// Rules as a table, each leading to its page.
  static func table(_ rules: [RulesAnswer.Entry], id: String, caption: String, _ visit: Visit) -> Table {
    Table(
      id: id, caption: caption,
      columns: [
        .words("Rule"), .words("What it says"), .words("Where"), .words("Rests on"), .words("For when"),
        .words("Decided by"), .words("How sure"),
      ],
      rows: rules.map { rule in
        .init([
          .init(rule.id, link: visit.link(to: .rule(rule.id))), .init(rule.rule), .init(rule.citation),
          .init(GovernanceWords.plain(rule.strength)), .init(GovernanceWords.dates(rule)),
          .init(rule.computable ? "the facts" : "a person"), .init("", badges: Badge.marks(of: rule)),
        ])
      }, downloads: visit.downloads)
  }
}
