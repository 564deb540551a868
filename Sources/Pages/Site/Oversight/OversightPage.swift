internal import Answers
internal import Chronicle
internal import Vocabulary

/// By what bodies are judged on a day: the framework, its rules with worked examples, and who leads.
enum OversightPage {
  static func reply(_ visit: Visit) -> Reply {
    let answer: OversightAnswer
    do { answer = try OversightAnswer(in: visit.snapshot, blocks: visit.blocks) } catch {
      return OversightFault.reply(visit, error)
    }
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "oversight-\(answer.asAt.trueOn)")
    case .csv: return DataReply.csv(header: header, rows: rows(answer), name: "oversight-\(answer.asAt.trueOn)")
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static let header = [
    "framework", "name", "in_force", "from", "until", "years", "engine", "judges", "segments", "metrics", "certainty",
    "source", "note",
  ]

  private static func rows(_ answer: OversightAnswer) -> [[String]] {
    let all =
      answer.frameworks.map { ("yes", $0) } + answer.catalogues.map { ("yes", $0) } + answer.others.map { ("no", $0) }
    return all.map { inForce, entry in
      [
        entry.id, entry.name, inForce, entry.from.text ?? "", entry.until.text ?? "",
        entry.years.joined(separator: ";"), entry.engine, entry.judges.joined(separator: ";"), entry.segments,
        String(entry.metrics), entry.certainty.rawValue, entry.source.title, entry.note,
      ]
    }
  }

  private static func page(_ visit: Visit, _ answer: OversightAnswer) -> [UInt8] {
    let head = PageHead(name: "How bodies are judged", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: [("Figures", .measures)]).page { html in
      for framework in answer.frameworks { write(framework, visit, to: &html) }
      writeLeads(answer, visit, to: &html)
      html.part("Results", id: "results") { html in
        if answer.quarters.isEmpty {
          html.paragraph(
            "No results are loaded that were known on this day. NHS England publishes them each quarter, a file for each "
              + "type of trust.")
          html.sample("concordat import RECORD mh_community_data_q4.csv", label: "The command that adds such a file")
        } else {
          html.paragraph("The record has results of \(Sentences.list(answer.quarters)).")
          html.way("The league, with the range of every rank", visit.link(to: .league(quarter: "", group: "")))
        }
      }
      writeLists(answer, visit, to: &html)
    }
  }

  // MARK: A framework

  private static func write(_ framework: FrameworkEntry, _ visit: Visit, to html: inout HTML) {
    html.part(framework.name, id: "framework-\(framework.id)") { html in
      html.add(
        Facts(
          [
            .init("In force", framework.periodWritten), .init("Judges", Sentences.list(framework.judges)),
            .init("Segments", framework.segments),
            .init(
              "A segment comes about",
              framework.engine == "scored" ? "by scores" : "by people’s judgement; there is no score"),
            .init(
              "Metrics", Figures.grouped(framework.metrics),
              link: visit.link(to: .oversightMetrics(framework: framework.id, against: ""))),
            .init("How sure", "", badges: [Badge(framework.certainty)]),
          ], isWide: true))
      html.paragraph(framework.note)
      writeDomains(framework, to: &html)
      if !framework.segmentRule.isEmpty {
        html(.h3, "From scores to a segment")
        html(.p) { html in
          html.text(framework.segmentRule + " ")
          if let certainty = framework.segmentRuleCertainty { html.add(Badge(certainty)) }
        }
        html(.ul) { html in for words in framework.overrides { html(.li, words) } }
      }
      if framework.engine == "judgement" {
        html.paragraph(
          "Figures are prompts here. A segment is proposed with its reasons, and a named person decides, with evidence "
            + "and, for segment 4, with national approval. The page of each body shows what was decided.")
      }
      writeRules(framework, to: &html)
      writeSupport(framework, to: &html)
      html(.p, .class("note")) { html in
        html.text("Read in: ")
        if let link = Link(https: framework.source.address) {
          html(.a, framework.source.title, .href(link))
        } else {
          html.text(framework.source.title)
        }
      }
    }
  }

  private static func writeDomains(_ framework: FrameworkEntry, to html: inout HTML) {
    html.add(
      Table(
        id: "domains-\(framework.id)", caption: "Domains of the \(framework.name)",
        columns: [.words("Domain"), .figures("Metrics"), .words("Set"), .words("How sure")],
        rows: framework.domains.map { domain in
          .init([
            .init(domain.name), .init(String(domain.metrics)),
            .init(domain.national ? "nationally" : "locally, or to come"),
            .init("", badges: [Badge(domain.certainty)]),
          ])
        }))
  }

  private static func writeRules(_ framework: FrameworkEntry, to html: inout HTML) {
    guard !framework.rules.isEmpty else { return }
    html.add(
      Table(
        id: "rules-\(framework.id)", caption: "How a value becomes a score", note: "From 1.00, the best, to 4.00",
        columns: [.words("Rule"), .words("An example"), .figures("Metrics"), .words("How sure")],
        rows: framework.rules.map { rule in
          .init([
            .init(Sentences.capital(rule.rule)), .init(rule.worked), .init(String(rule.metrics)),
            .init("", badges: rule.certainties.map { Badge($0) }),
          ])
        }))
  }

  private static func writeSupport(_ framework: FrameworkEntry, to html: inout HTML) {
    guard !framework.support.isEmpty else { return }
    html.add(
      Table(
        id: "support-\(framework.id)", caption: "What follows from a segment",
        columns: [.figures("Segment"), .words("Support"), .words("What it is"), .words("How sure")],
        rows: framework.support.map { offer in
          .init([
            .init(String(offer.segment)), .init(offer.name), .init(offer.summary),
            .init("", badges: [Badge(offer.certainty)]),
          ])
        }))
  }

  // MARK: The rest

  private static func writeLeads(_ answer: OversightAnswer, _ visit: Visit, to html: inout HTML) {
    html.part("Who leads oversight", id: "leads") { html in
      html.paragraph("Who leads is a rule with dates: another day may have another answer.")
      html.add(
        Table(
          id: "leads-table", caption: "On \(answer.asAt.trueOnWritten)",
          columns: [
            .words("Of"), .words("Leads"), .words("The rule"), .words("For when"), .words("How sure"), .words("Source"),
          ],
          rows: answer.leads.map { lead in
            .init([
              .init(lead.of == "trust" ? "Trusts" : "Boards"), .init(lead.leads), .init(lead.rule),
              .init(lead.periodWritten), .init("", badges: [Badge(lead.certainty)]),
              .init(lead.source.title, link: Link(https: lead.source.address)),
            ])
          }))
    }
  }

  private static func writeLists(_ answer: OversightAnswer, _ visit: Visit, to html: inout HTML) {
    html.part("Every framework and list of measures", id: "lists") { html in
      html.way("All metrics, by framework", visit.link(to: .oversightMetrics(framework: "", against: "")))
      html.add(
        Table(
          id: "lists-table", caption: "Frameworks and lists, on this and other days",
          columns: [
            .words("Name"), .words("For when"), .words("How"), .figures("Metrics"), .words("How sure"), .words("Note"),
          ],
          rows: (answer.frameworks + answer.catalogues + answer.others).map { entry in
            .init([
              .init(entry.name, link: visit.link(to: .oversightMetrics(framework: entry.id, against: ""))),
              .init(entry.periodWritten), .init(entry.engine == "catalogue" ? "a list" : entry.engine),
              .init(String(entry.metrics)), .init("", badges: [Badge(entry.certainty)]), .init(entry.note),
            ])
          }, downloads: visit.downloads))
    }
  }
}

/// What is sent back where oversight cannot be shown: a question that has no answer, or a record that cannot be read.
enum OversightFault {
  static func reply(_ visit: Visit, _ error: any Error) -> Reply {
    let question = error as? QuestionError
    let words = question.map { Sentences.capital($0.message) + "." } ?? "The results cannot be read: \(error)"
    let status: Reply.Status = question == nil ? .serverError : .badRequest
    guard visit.address.format == .page else {
      return Reply(status, type: "text/plain; charset=utf-8", body: Array("\(words)\n".utf8))
    }
    let head = PageHead(name: "This cannot be shown", summary: words)
    return Reply(
      status,
      body: Frame.sheet(visit, head: head, crumbs: [("How bodies are judged", .oversight)], hasData: false).page {
        html in
        html.way("How bodies are judged", visit.link(to: .oversight))
      })
  }
}
