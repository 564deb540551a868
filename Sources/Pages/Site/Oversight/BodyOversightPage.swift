internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// How one body is judged: its scores and how each came about, what people decided, and what support follows.
struct BodyOversightPage {
  let answer: BodyOversightAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    let answer: BodyOversightAnswer?
    do {
      answer = try ID<Body>(id).flatMap { try BodyOversightAnswer($0, in: visit.snapshot, blocks: visit.blocks) }
    } catch {
      return OversightFault.reply(visit, error)
    }
    guard let answer else { return UnknownBody.reply(visit, id) { .bodyOversight($0) } }
    let name = "oversight-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: rows(answer), name: name)
    case .page: return Reply(body: BodyOversightPage(answer: answer, visit: visit).page())
    }
  }

  private static let header = [
    "what", "when", "id", "name", "domain", "value", "unit", "score", "segment", "basis", "counts", "by", "note",
    "certainty", "source",
  ]

  /// Scores, decisions, steps and actions in one table, told apart by the first column.
  private static func rows(_ answer: BodyOversightAnswer) -> [[String]] {
    func number(_ value: Double?) -> String { value.map { Decimals.rounded($0, places: 6) } ?? "" }
    func row(
      _ what: String, _ when: String, id: String = "", name: String = "", domain: String = "", value: String = "",
      unit: String = "", score: String = "", segment: Int? = nil, basis: String = "", counts: String = "",
      by: String = "", note: String = "", _ certainty: String, _ source: String
    ) -> [String] {
      [
        what, when, id, name, domain, value, unit, score, segment.map(String.init) ?? "", basis, counts, by, note,
        certainty, source,
      ]
    }
    let sources = answer.sources.map(\.id).joined(separator: ";")
    let quarters = answer.quarters.map {
      row("quarter", $0.quarter, score: number($0.average), segment: $0.final, "derived", sources)
    }
    let domains =
      answer.card.map { card in
        card.domains.map {
          row("domain", card.quarter, domain: $0.name, score: number($0.score), segment: $0.segment, "derived", sources)
        }
      } ?? []
    let scores =
      answer.card.map { card in
        card.scores.map {
          row(
            "metric", card.quarter, id: $0.id, name: $0.name, domain: $0.domain, value: number($0.value), unit: $0.unit,
            score: number($0.score), basis: $0.basis, counts: $0.counts ? "yes" : "no", note: $0.rule,
            card.certainty.rawValue, sources)
        }
      } ?? []
    let decisions = answer.decisions.map {
      row(
        "decision", $0.from.text ?? "", name: $0.framework, segment: $0.segment, by: $0.decidedBy, note: $0.reason,
        $0.certainty.rawValue, $0.source)
    }
    let steps = answer.steps.map {
      row(
        "support", $0.on.text ?? "", name: $0.programme, basis: $0.state, by: $0.by, note: $0.text,
        $0.certainty.rawValue, $0.source)
    }
    let actions = answer.actions.map {
      row(
        "formal action", $0.from.text ?? "", name: $0.action, basis: $0.basis, by: $0.by.name, note: $0.requirement,
        $0.certainty.rawValue, $0.source)
    }
    return quarters + domains + scores + decisions + steps + actions
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let kind = answer.body.bodyKind
    let head = PageHead(
      kind: kind.map { Sentences.capital(Wording.singular($0)) }, name: "How \(answer.body.shortName) is judged",
      summary: answer.sentence)
    let crumbs: [(name: String, place: Place)] =
      (kind.map { [(Sentences.capital($0.plural), .bodies($0.rawValue))] } ?? []) + [
        (answer.body.shortName, .body(answer.body.id))
      ]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      standing(in: &html)
      card(in: &html)
      moving(in: &html)
      judgement(in: &html)
      decisions(in: &html)
      support(in: &html)
      actions(in: &html)
      assessments(in: &html)
      if !answer.notes.isEmpty {
        html.part("What this page cannot show", id: "notes") { html in
          html(.ul) { html in for note in answer.notes { html(.li, note) } }
        }
      }
      html.part("How this is known", id: "known") { html in
        if answer.sources.isEmpty {
          html.paragraph("Nothing on this page was taken from the record beyond the body itself.")
        } else {
          html.add(SourceTable.table(answer.sources, id: "sources", visit))
        }
      }
    }
  }

  /// The framework, who leads, and the support it is in.
  private func standing(in html: inout HTML) {
    html.part("On \(answer.asAt.trueOnWritten)", id: "standing") { html in
      var facts: [Facts.Fact] = []
      if let framework = answer.framework {
        facts.append(
          .init(
            "Judged by", framework.name, link: visit.link(to: .oversight), badges: [Badge(framework.certainty)]))
      } else {
        facts.append(.init("Judged by", "no framework that is known"))
      }
      for lead in answer.leads {
        facts.append(.init("Oversight is led by", lead.leads, badges: [Badge(lead.certainty)]))
      }
      facts.append(.init("Support programme", supportWords))
      html.add(Facts(facts, isWide: true))
      if let support = answer.support { html.add(Callout("It is in a programme of support: \(support).", .alarm)) }
    }
  }

  /// The programme by the record, else by the flag of the results.
  private var supportWords: String {
    if let support = answer.support { return support }
    guard let card = answer.card else { return "none recorded" }
    switch card.summary.support {
    case true: return "in the programme of most intensive support in \(card.quarter), as published"
    case false: return "in none in \(card.quarter), as published"
    default: return "not published for \(card.quarter), none recorded"
    }
  }

  // MARK: Scores

  private func card(in html: inout HTML) {
    guard let card = answer.card else { return }
    html.part("Scores in \(card.quarter)", id: "scores") { html in
      if let rank = card.summary.rank {
        html(
          .p,
          "It is ranked \(rank.place), and could as well be anywhere from \(rank.low) to \(rank.high), among \(rank.among).",
          .class("finding"))
        html.way(
          "The whole league",
          visit.link(to: .league(quarter: card.quarter, group: "")))
      }
      html(.h3, "How the segment came about")
      html(.ol) { html in for step in card.steps { html(.li, step) } }
      html.add(
        Table(
          id: "domains", caption: "Domains", columns: [.words("Domain"), .figures("Score"), .figures("Segment")],
          rows: card.domains.map {
            .init([.init($0.name), .init(Self.two($0.score)), .init($0.segment.map(String.init) ?? "not known")])
          }))
      html.add(
        Table(
          id: "metrics", caption: "Metrics",
          note: "From 1.00, the best, to 4.00. Reproduced: worked out by the rule, and the same as published",
          columns: [
            .words("Metric"), .words("Domain"), .figures("Value"), .figures("Score"), .words("How it came about"),
          ],
          rows: card.scores.map { score in
            .init([
              .init(score.name), .init(score.domain),
              .init(score.value.map { "\(Decimals.rounded($0, places: 2)) \(score.unit)" } ?? "not published"),
              .init(Self.two(score.score)),
              .init(
                "\(Sentences.capital(score.basis)): \(score.rule)"
                  + (score.counts ? "" : "; counts only as a part of another")),
            ])
          }, downloads: visit.downloads))
      if !card.notes.isEmpty {
        html(.ul) { html in for note in card.notes { html(.li, Sentences.capital(note) + ".") } }
      }
      if answer.quarters.count > 1 { quarters(in: &html) }
    }
  }

  private func quarters(in html: inout HTML) {
    html.add(
      Table(
        id: "quarters", caption: "Segments over time",
        columns: [
          .words("Quarter"), .figures("Average"), .figures("By average"), .figures("After override"), .figures("Final"),
          .figures("Rank and its likely range"),
        ],
        rows: answer.quarters.map { quarter in
          .init([
            .init(quarter.quarter), .init(Self.two(quarter.average)), .init(Self.segment(quarter.unadjusted)),
            .init(Self.segment(quarter.adjusted)), .init(Self.segment(quarter.final)),
            .init(quarter.rank.map { "\($0.place) (\($0.low) to \($0.high))" } ?? "not ranked"),
          ])
        }))
  }

  private static func segment(_ segment: Int?) -> String { segment.map(String.init) ?? "not known" }
  private static func two(_ score: Double?) -> String { score.map { Figures.fixed($0, places: 2) } ?? "none" }

  /// What would move it a segment.
  private func moving(in html: inout HTML) {
    guard let simulation = answer.simulation else { return }
    html.part("What would move it a segment", id: "moving") { html in
      html(.p, simulation.sentence, .class("finding"))
      if simulation.withinLikelyRange {
        html.paragraph("The edge lies within the likely range of its average: chance alone might have moved it.")
      }
      guard !simulation.steps.isEmpty else { return }
      html.add(
        Table(
          id: "moves", caption: "Each metric alone, all else staying as it is",
          note: "A movement that process control calls noise gets no credit",
          columns: [
            .words("Metric"), .figures("Score"), .figures("Score needed"), .figures("A value that had it"),
            .words("Credit"), .words("Why"),
          ],
          rows: simulation.steps.map { step in
            .init([
              .init(step.name), .init(Self.two(step.score)),
              .init(step.needed.map { Figures.fixed($0, places: 2) } ?? "out of reach"),
              .init(step.example.map { Decimals.rounded($0, places: 2) } ?? "none known"), .init(step.credit),
              .init(step.why),
            ])
          }))
    }
  }

  // MARK: Judgement

  private func judgement(in html: inout HTML) {
    guard !answer.triggers.isEmpty, let framework = answer.framework else { return }
    html.part("No score exists: people decide", id: "judgement") { html in
      html.paragraph(
        "Under the \(framework.name) figures are prompts. A segment is proposed with reasons, and a named person decides."
      )
      html(.h3, "What leads to a segment")
      html(.ul) { html in for trigger in answer.triggers { html(.li, trigger) } }
      html.aside("In outline. A question that nobody answered is neither a yes nor a no.")
    }
  }

  private func decisions(in html: inout HTML) {
    guard !answer.decisions.isEmpty || !answer.triggers.isEmpty else { return }
    html.part("What people decided", id: "decisions") { html in
      guard !answer.decisions.isEmpty else {
        return html.paragraph("The record has no decision on its segment by this day.")
      }
      html.add(
        Table(
          id: "decision-table", caption: "Decisions on its segment, the latest first",
          columns: [
            .words("From"), .figures("Segment"), .figures("Proposed"), .words("Decided by"), .words("Approved by"),
            .words("Why"), .words("Evidence"), .words("How sure"),
          ],
          rows: answer.decisions.map { decision in
            .init([
              .init(decision.from.written), .init(String(decision.segment)),
              .init(decision.proposed.map(String.init) ?? "not known"), .init(decision.decidedBy),
              .init(decision.approver.isEmpty ? "not needed" : decision.approver), .init(decision.reason),
              .init(decision.evidence), .init("", badges: [Badge(decision.mark)]),
            ])
          }, downloads: visit.downloads))
    }
  }

  // MARK: Support and intervention

  private func support(in html: inout HTML) {
    guard !answer.steps.isEmpty else { return }
    html.part("Support", id: "support") { html in
      html.add(
        Table(
          id: "steps", caption: "Steps",
          columns: [
            .words("When"), .words("Programme"), .words("State"), .words("By"), .words("Rests on"),
            .words("What was said"),
            .words("Next due"), .words("How sure"),
          ],
          rows: answer.steps.map { step in
            .init([
              .init(step.on.written), .init(step.programme), .init(Sentences.capital(step.state)), .init(step.by),
              .init(step.basis), .init(step.text), .init(step.due?.written ?? ""),
              .init("", badges: [Badge(step.mark)]),
            ])
          }))
      guard !answer.criteria.isEmpty else { return }
      html.add(
        Table(
          id: "criteria", caption: "What must be met to leave",
          columns: [
            .words("Condition"), .words("By"), .words("Owner"), .words("What its figures say"), .words("How sure"),
          ],
          rows: answer.criteria.map { criterion in
            .init([
              .init(criterion.written), .init(criterion.due), .init(criterion.owner),
              .init(Sentences.capital(criterion.verdict)), .init("", badges: [Badge(criterion.mark)]),
            ])
          }))
    }
  }

  private func actions(in html: inout HTML) {
    guard !answer.actions.isEmpty else { return }
    html.part("Formal action", id: "actions") { html in
      html.add(
        Table(
          id: "action-table", caption: "Beside support, on a track of its own",
          columns: [
            .words("Action"), .words("For when"), .words("By"), .words("Law"), .words("Breach"),
            .words("What must be done"),
            .words("Due"), .words("State"), .words("How sure"),
          ],
          rows: answer.actions.map { action in
            .init([
              .init(Sentences.capital(action.action)), .init(action.periodWritten),
              .init(action.by.shortName, link: visit.link(toBody: action.by.id)), .init(action.basis),
              .init(action.breach), .init(action.requirement), .init(action.due),
              .init(
                Sentences.capital(action.state) + (action.overdue ? ", overdue" : "")
                  + (action.ending.isEmpty ? "" : ": \(action.ending)")),
              .init("", badges: [Badge(action.mark)]),
            ])
          }))
    }
  }

  private func assessments(in html: inout HTML) {
    guard !answer.assessments.isEmpty else { return }
    html.part("Yearly assessments", id: "assessments") { html in
      html.paragraph("NHS England assesses each board each year, in words. There is no grade.")
      for assessment in answer.assessments.reversed() {
        html(.h3, "\(assessment.year)" + (assessment.issued.map { ", issued on \($0)" } ?? ", not issued by this day"))
        html.add(
          Facts(
            assessment.findings.map { .init(Sentences.capital($0.heading), $0.narrative) }
              + assessment.views.map { .init("Views of others", $0) }
              + assessment.development.map { .init("To develop", $0) }, isWide: true))
      }
    }
  }
}
