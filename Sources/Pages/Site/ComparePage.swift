internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// Bodies side by side.
enum ComparePage {
  static func reply(_ visit: Visit, _ texts: [String]) -> Reply {
    let asked = texts.prefix(24).map { Asked(String($0.prefix(120)), visit.snapshot) }
    let bodies = asked.compactMap(\.body)
    let answer = try? CompareAnswer(bodies, in: visit.snapshot, figures: figures(visit))
    switch (visit.address.format, answer) {
    case (.json, let answer?): return DataReply.json(answer, name: "compare-\(answer.asAt.trueOn)")
    case (.csv, let answer?):
      return DataReply.csv(
        header: ["what"] + answer.columns.map(\.body.name), rows: answer.rows.map { [$0.label] + $0.values },
        name: "compare-\(answer.asAt.trueOn)")
    default: return Reply(body: page(answer, asked, visit))
    }
  }

  /// What was typed or ticked, and the body it means.
  private struct Asked {
    let text: String
    let body: ID<Body>?
    let error: String?

    init(_ text: String, _ snapshot: Snapshot) {
      self.text = text
      if let id = ID<Body>(text), snapshot.register.existence(id) != nil {
        body = id
        error = nil
        return
      }
      let found = FindAnswer(text, in: snapshot, limit: 6).hits.filter { $0.matched.fit == "exact" }
      let current = found.filter { $0.matched.isCurrent }
      let candidates = Set((current.isEmpty ? found : current).map(\.id)).sorted()
      body = candidates.count == 1 ? candidates.first.flatMap { ID<Body>($0) } : nil
      error =
        body != nil
        ? nil
        : candidates.isEmpty
          ? "No body answers to “\(text)”. Write its code, such as QRL, or its full name."
          : "“\(text)” means several bodies. Write the code of one of them."
    }
  }

  private static func figures(_ visit: Visit) -> CompareAnswer.Figures {
    { body, snapshot in
      guard let kind = snapshot.register.kind(body) else { return [] }
      return BodyFigure.of(body.text, kind: kind, on: snapshot.trueOn, visit).map { figure in
        Figure(
          id: figure.measure, label: "\(figure.label), \(figure.table.period)", value: figure.row.value,
          written: (figure.row.status == "apportioned" ? "about " : "") + figure.written,
          basis: figure.table.basis,
          status: figure.row.status, note: figure.row.note,
          source: figure.table.provenance.first?.source ?? "")
      }
    }
  }

  // MARK: Page

  private static func page(_ answer: CompareAnswer?, _ asked: [Asked], _ visit: Visit) -> [UInt8] {
    let head = PageHead(
      name: "Compare",
      summary: answer?.sentence ?? "Set two to six bodies side by side on one day. Nothing is added up.")
    return Frame.sheet(visit, head: head, hasData: answer != nil).page { html in
      if let answer { table(answer, visit, in: &html) }
      form(answer, asked, visit, in: &html)
    }
  }

  private static func table(_ answer: CompareAnswer, _ visit: Visit, in html: inout HTML) {
    html.part("Side by side", id: "table") { html in
      html.add(
        Chips(answer.columns.map { ($0.body.shortName, visit.link(toBody: $0.body.id)) }))
      html.add(
        Table(
          id: "compare-table", caption: "On \(answer.asAt.trueOnWritten)",
          columns: [.words("What")] + answer.columns.map { .words($0.body.shortName) },
          rows: answer.rows.map { row in .init([.init(row.label)] + row.values.map { .init($0) }) },
          downloads: visit.downloads))
      html.aside("“None recorded” means that the record has none, not that there are none.")
      html.known(answer.sources, visit)
    }
  }

  private static func form(_ answer: CompareAnswer?, _ asked: [Asked], _ visit: Visit, in html: inout HTML) {
    let boards = visit.snapshot.register.bodies(.integratedCareBoard)
    let register = visit.snapshot.register
    let chosen = asked.compactMap(\.body)
    let typed = asked.filter { one in one.body.map { !boards.contains($0) } ?? true }
    let errors = typed.compactMap(\.error) + tooFew(answer, chosen)
    let text = Field(
      name: "body", label: "A code or name", kind: .text, value: typed.first?.text ?? "", id: "typed",
      hint: "Such as QRL, or QNQ@2026-03-31 for a body that has ended", error: errors.first)
    let more = Field(
      name: "body", label: "Another code or name", kind: .text, value: typed.dropFirst().first?.text ?? "",
      id: "typed-2")
    html.part(answer == nil ? "Choose two to six" : "Choose others", id: "choose") { html in
      html.add(ErrorSummary([text]))
      html(.form, .action(Link(path: ["compare"])), .word("method", "get")) { html in
        html.moment(visit)
        if boards.isEmpty {
          html.paragraph("There are no boards on this day. Type codes or names of other bodies.")
        } else {
          html.add(
            Field(
              name: "body", label: "Boards on \(visit.snapshot.trueOn.written)",
              kind: .ticks(boards.map { ($0.text, register.shortName($0)) }),
              value: chosen.map(\.text).joined(separator: ","),
              id: "boards"))
        }
        html.add(text)
        html.add(more)
        html(.button, "Compare", .type("submit"))
      }
    }
  }

  private static func tooFew(_ answer: CompareAnswer?, _ chosen: [ID<Body>]) -> [String] {
    guard answer == nil, !chosen.isEmpty else { return [] }
    return Set(chosen).count < 2 ? ["Choose at least one more body."] : ["Choose at most six bodies."]
  }
}
