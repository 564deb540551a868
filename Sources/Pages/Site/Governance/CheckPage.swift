internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// What every rule says of a body on a day: what was found first, then what is not known, then the rest.
struct CheckPage {
  let answer: CheckAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String, proposed: Bool) -> Reply {
    guard let body = visit.body(id) else { return UnknownBody.reply(visit, id) { .check($0, proposed: proposed) } }
    let answer = CheckAnswer(of: body, asProposed: proposed, in: visit.snapshot)
    let name = "check-\(id)-\(answer.asAt.trueOn)-\(answer.law)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.rules.map(row), name: name)
    case .page: return Reply(body: CheckPage(answer: answer, visit: visit).page())
    }
  }

  // MARK: Data

  private static let header = [
    "rule", "result", "weight", "citation", "text", "explanation", "findings", "missing", "facts", "needs_person",
    "certainty",
  ]

  private static func row(_ entry: CheckAnswer.Entry) -> [String] {
    [
      entry.rule, entry.result, entry.result == "finding" ? entry.weight : "", entry.citation, entry.text,
      entry.explanation, entry.findings.joined(separator: "; "), entry.missing.joined(separator: "; "),
      entry.facts.map { "\($0.kind) \($0.subject) \($0.column)=\($0.value)" }.joined(separator: "; "),
      entry.needsPerson ? "yes" : "no", entry.certainty,
    ]
  }

  // MARK: Page

  private var isProposed: Bool { answer.law == "proposed" }

  private func entries(_ result: String, byPerson: Bool = false) -> [CheckAnswer.Entry] {
    answer.rules.filter { $0.result == result && $0.needsPerson == byPerson }
  }

  private func page() -> [UInt8] {
    let body = answer.body
    let head = PageHead(
      kind: isProposed ? "The rules, as if the proposed law were in force" : "The rules, one by one",
      name: "How \(body.shortName) stands", summary: answer.sentence, badges: isProposed ? [.planned] : [])
    return Frame.sheet(visit, head: head, crumbs: [(body.shortName, .body(body.id))]).page { html in
      html.presence(of: body, visit)
      counts(in: &html)
      findings(in: &html)
      table("What is not known", id: "unknown", entries("unknown"), "Facts that are missing", in: &html) {
        $0.missing.joined(separator: "; ")
      }
      table("What a person must judge", id: "person", entries("unknown", byPerson: true), "What to judge", in: &html) {
        $0.explanation
      }
      table("What is as the rule asks", id: "met", entries("met"), "Why", in: &html) { $0.explanation }
      notApplicable(in: &html)
    }
  }

  private func counts(in html: inout HTML) {
    html.part("In numbers", id: "counts") { html in
      let counts = answer.counts
      html.add(
        Facts([
          .init("Something was found", Figures.grouped(counts.finding)),
          .init("Facts are missing", Figures.grouped(counts.unknown)),
          .init("A person must judge", Figures.grouped(counts.person)),
          .init("As the rule asks", Figures.grouped(counts.met)),
          .init("Does not apply", Figures.grouped(counts.notApplicable)),
        ]))
      for note in answer.notes { html.add(Callout(note)) }
      if !answer.notes.isEmpty {
        html.way("Who keeps this record, and how to send a correction", visit.link(to: .about))
      }
      if isProposed {
        html.way("The same under the law as it is", visit.link(to: .check(answer.body.id, proposed: false)))
      } else {
        html.way(
          "What would differ if the proposed law were in force", visit.link(to: .check(answer.body.id, proposed: true)))
      }
      html.way("The rulebook", visit.link(to: .rules(Place.RulesView())))
    }
  }

  private func findings(in html: inout HTML) {
    html.part("What was found", id: "findings") { html in
      if answer.findings.isEmpty { html.paragraph("Nothing was found in what could be checked.") }
      for (index, entry) in answer.findings.enumerated() {
        html(.h3) { html in html(.a, entry.rule, .href(visit.link(to: .rule(entry.rule)))) }
        html(.p, entry.explanation, .class("finding"))
        html.add(
          Facts(
            [
              .init("The rule", entry.text, badges: badges(entry)), .init("Where", entry.citation),
              .init("Weight", Sentences.capital(entry.weight)),
              .init("Not known", entry.missing.joined(separator: "; ")),
            ].filter { !$0.isEmpty }, isWide: true))
        if !entry.facts.isEmpty {
          let shown = entry.facts.prefix(Self.mostFacts)
          html.known("\(Figures.counted(entry.facts.count, "fact", "facts")) it rests on") { html in
            html(.div, .class("small-table")) { html in
              html.add(
                Table(
                  id: "facts-\(index + 1)", caption: "Facts \(entry.rule) rests on",
                  columns: [.words("Fact"), .words("About"), .words("Column"), .words("Says"), .figures("Entry")],
                  rows: shown.map { fact in
                    .init([
                      .init(FactWords.many(fact.kind)), .init(fact.subject), .init(fact.column), .init(fact.value),
                      .init(Figures.grouped(fact.entry)),
                    ])
                  }))
            }
            if shown.count < entry.facts.count {
              html.way(
                "The other \(Figures.grouped(entry.facts.count - shown.count)), as data", visit.address.as(.json).link)
            }
          }
        }
      }
    }
  }

  /// The facts of one finding that the page shows; the data have all of them.
  private static let mostFacts = 40

  private func badges(_ entry: CheckAnswer.Entry) -> [Badge] {
    Certainty(rawValue: entry.certainty).map { [Badge($0)] } ?? []
  }

  private func table(
    _ heading: String, id: String, _ entries: [CheckAnswer.Entry], _ why: String, in html: inout HTML,
    words: (CheckAnswer.Entry) -> String
  ) {
    guard !entries.isEmpty else { return }
    html.part(heading, id: id) { html in
      html.add(list(entries, id: "\(id)-table", caption: heading, why, words: words))
    }
  }

  private func list(
    _ entries: [CheckAnswer.Entry], id: String, caption: String, _ why: String, words: (CheckAnswer.Entry) -> String
  ) -> Table {
    Table(
      id: id, caption: "\(caption): \(Figures.counted(entries.count, "rule", "rules"))",
      columns: [.words("Rule"), .words("What it says"), .words(why), .words("Where"), .words("How sure")],
      rows: entries.map { entry in
        .init([
          .init(entry.rule, link: visit.link(to: .rule(entry.rule))), .init(entry.text), .init(words(entry)),
          .init(entry.citation), .init("", badges: badges(entry)),
        ])
      }, downloads: visit.downloads)
  }

  private func notApplicable(in html: inout HTML) {
    let entries = entries("not-applicable")
    guard !entries.isEmpty else { return }
    html.part("What does not apply", id: "not-applicable") { html in
      html.known("\(Figures.counted(entries.count, "rule", "rules")), each with the reason") { html in
        html(.div, .class("small-table")) { html in
          html.add(list(entries, id: "not-applicable-table", caption: "What does not apply", "Why") { $0.explanation })
        }
      }
    }
  }
}
