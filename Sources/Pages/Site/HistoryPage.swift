internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// How one body came to be and what became of it, as far back and forward as the record goes.
struct HistoryPage {
  let answer: HistoryAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let body = ID<Body>(id), let answer = HistoryAnswer(body, in: visit.snapshot) else {
      return UnknownBody.reply(visit, id) { .history($0) }
    }
    let name = "history-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv:
      return DataReply.csv(
        header: [
          "from", "from_name", "to", "to_name", "event", "status", "date", "basis", "unit", "part", "whole",
          "share",
          "certainty", "source",
        ], rows: rows(answer), name: name)
    case .page: return Reply(body: HistoryPage(answer: answer, visit: visit).page())
    }
  }

  private static func rows(_ answer: HistoryAnswer) -> [[String]] {
    let names = Dictionary(answer.graph.nodes.map { ($0.id, $0.name) }) { first, _ in first }
    return answer.graph.edges.flatMap { edge -> [[String]] in
      let start = [
        edge.from, names[edge.from] ?? "", edge.to, names[edge.to] ?? "", edge.event.rawValue,
        edge.status.rawValue,
        edge.date.text ?? "",
      ]
      if edge.shares.isEmpty { return [start + ["", "", "", "", "", edge.certainty.rawValue, edge.source]] }
      return edge.shares.map { share in
        start + [
          share.basis.rawValue, share.unit, BodyData.number(share.part), BodyData.number(share.whole),
          BodyData.number(share.share), share.certainty.rawValue, share.source,
        ]
      }
    }
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let kind = BodyKind(rawValue: answer.kind)
    let head = PageHead(
      kind: kind.map { Sentences.capital(Wording.singular($0)) }, name: "The history of \(answer.name)",
      summary: answer.sentence)
    let crumbs: [(name: String, place: Place)] =
      (kind.map { [(Sentences.capital($0.plural), .bodies($0.rawValue))] } ?? []) + [
        (answer.shortName, .body(answer.id))
      ]
    let own = Flows.End(id: answer.id, name: answer.shortName)
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      SuccessionPart(
        id: "before", heading: "What it came from", own: own, came: answer.predecessors, passed: [],
        callouts: answer.alterations
      ).write(visit, to: &html)
      SuccessionPart(id: "after", heading: "What became of it", own: own, came: [], passed: answer.successors)
        .write(visit, to: &html)
      if answer.predecessors.isEmpty, answer.successors.isEmpty {
        html.part("Before and after", id: "alone") { html in
          html.paragraph("The record knows of nothing that came before it or after it.")
        }
      }
      html.part("Names and codes over time", id: "time") { html in html.add(Lives.line(answer, visit)) }
      every(in: &html)
      beyond(in: &html)
      html.part("How this is known", id: "known") { html in
        html.add(SourceTable.table(answer.sources, id: "sources", visit))
      }
    }
  }

  /// Every name, code and legal form with its time, surety and source.
  private func every(in html: inout HTML) {
    html.part("Every name, code and legal form", id: "every") { html in
      html.add(
        Table(
          id: "every-table", caption: "Each with its first and last day",
          columns: [.words("What"), .words("Value"), .words("From"), .words("To"), .words("How sure")],
          rows: answer.names.map { row("\(Sentences.capital($0.usage.rawValue)) name", $0.name, $0) }
            + answer.codes.map { row(Wording.scheme($0.scheme), $0.code, $0) }
            + answer.legalForms.map { row("In law", $0.form.written, $0) }, downloads: visit.downloads))
    }
  }

  private func row(_ what: String, _ value: String, _ thing: some Spanning & Sourced) -> Table.Row {
    .init([
      .init(what), .init(value), .init(thing.from.written), .init(BodiesPage.lastDay(thing.until)),
      .init("", badges: [Badge(thing.mark)]),
    ])
  }

  /// The steps beyond the nearest ones.
  private func beyond(in html: inout HTML) {
    let names = Dictionary(answer.graph.nodes.map { ($0.id, $0.shortName) }) { first, _ in first }
    let far = answer.graph.edges.filter { $0.from != answer.id && $0.to != answer.id }
    guard !far.isEmpty else { return }
    let flows = Flows(
      far.map { edge in
        Flows.Item(
          from: Flows.End(id: edge.from, name: names[edge.from] ?? edge.from),
          to: Flows.End(id: edge.to, name: names[edge.to] ?? edge.to), event: edge.event.written,
          shares: edge.shares,
          mark: edge.mark, date: edge.date)
      })
    html.part("Further back and further on", id: "beyond") { html in
      html.paragraph(
        "\(Sentences.capital(Sentences.count(far.count, "step", "steps"))) that lead here from before, or on from here."
      )
      html.add(flows.table(id: "beyond-table", caption: "Each step, with shares on every basis", visit))
      if answer.graph.hasMore { html.aside("The record goes further still: open a body to follow it.") }
    }
  }
}
