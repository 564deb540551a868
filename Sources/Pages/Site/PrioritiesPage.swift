internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// The priorities of one body: what matters, the sign of its measure, what is done, by whom, and when it is looked at
/// again.
struct PrioritiesPage {
  let answer: PrioritiesAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    let answer: PrioritiesAnswer?
    do {
      answer = try ID<Body>(id).flatMap { try PrioritiesAnswer(of: $0, in: visit.snapshot, blocks: visit.blocks) }
    } catch {
      return unread(visit)
    }
    guard let answer else { return UnknownBody.reply(visit, id) { .bodyPriorities($0) } }
    let name = "priorities-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.items.map(row), name: name)
    case .page: return Reply(body: PrioritiesPage(answer: answer, visit: visit).page())
    }
  }

  private static func unread(_ visit: Visit) -> Reply {
    let words = "These figures could not be read from the record."
    guard visit.address.format == .page else {
      return Reply(.serverError, type: "text/plain; charset=utf-8", body: Array("\(words)\n".utf8))
    }
    let head = PageHead(kind: "Priorities", name: "No priorities to show", summary: words)
    return Reply(.serverError, body: Frame.sheet(visit, head: head, hasData: false).page { _ in })
  }

  // MARK: Data

  private static let header =
    ReviewsPage.header + [
      "period", "value", "target", "variation", "assurance", "attention", "signal", "this_month", "this_month_said",
      "last_month", "last_month_said",
    ]

  private static func row(_ item: PrioritiesAnswer.Item) -> [String] {
    func number(_ value: Double?) -> String { value.map(Decimals.shortest) ?? "" }
    let (thread, series) = (item.thread, item.series)
    return ReviewsPage.row(thread) + [
      series?.latest?.period ?? "", number(series?.latest?.value), number(series?.goal?.value),
      series?.variation ?? "", series?.assurance ?? "", item.attention?.rawValue ?? "",
      series?.sentence ?? item.gap, thread.now?.month ?? "", thread.now?.text ?? "", thread.before?.month ?? "",
      thread.before?.text ?? "",
    ]
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let head = PageHead(kind: "Priorities", name: "What \(answer.body.shortName) attends to", summary: answer.sentence)
    let crumbs: [(name: String, place: Place)] = [
      ("Priorities", .priorities), (answer.body.shortName, .body(answer.body.id)),
    ]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      if answer.items.isEmpty {
        html.part("How a priority comes here", id: "empty") { html in
          html.paragraph("Whoever keeps this record writes down what the body says, month by month:")
          html.sample(Recording.comment(on: answer.body.id, visit), label: "The command that records a priority")
        }
      }
      for (position, item) in answer.items.enumerated() { write(item, "priority-\(position + 1)", to: &html) }
      html.part("From here", id: "onwards") { html in
        html(.ul, .class("plain")) { html in
          for (words, place) in [
            ("How it is doing, every measure", Place.performance(answer.body.id, month: nil)),
            ("Which reviews are due, of every body", .priorities),
          ] { html(.li) { html in html(.a, words, .href(visit.link(to: place))) } }
        }
      }
      if !answer.sources.isEmpty {
        html.part("How this is known", id: "known") { html in
          html.add(SourceTable.table(answer.sources, id: "sources", visit))
        }
      }
    }
  }

  private func write(_ item: PrioritiesAnswer.Item, _ id: String, to html: inout HTML) {
    let thread = item.thread
    html.part(thread.priority.isEmpty ? "Priority not named" : thread.priority, id: id) { html in
      html(.h3) { html in
        if let link = link(item) { html(.a, thread.measureName, .href(link)) } else { html.text(thread.measureName) }
      }
      writeSignal(item, to: &html)
      if thread.reviewState == .overdue {
        html.add(
          Callout("The review was due \(ReviewsPage.day(thread.review)) and nothing has been promised since.", .alarm))
      }
      html.add(
        Facts(
          [
            .init("Action", thread.action.isEmpty ? "none is recorded" : thread.action),
            .init("Owner", thread.owner.isEmpty ? "none is recorded" : thread.owner),
            .init("Review", ReviewsPage.review(thread)),
          ], isWide: true))
      writeWords(thread, id, to: &html)
    }
  }

  private func link(_ item: PrioritiesAnswer.Item) -> Link? {
    item.series.map { visit.link(to: .series($0.measure, of: answer.body.id, rules: Place.usualRules)) }
  }

  private func writeSignal(_ item: PrioritiesAnswer.Item, to html: inout HTML) {
    guard let series = item.series else {
      if !item.gap.isEmpty { html(.p, "There is no signal: \(item.gap).", .class("finding")) }
      return
    }
    html(.p, series.sentence, .class("finding"))
    let drawing = SeriesDrawing(series, id: "")
    html(.p) { html in
      if let attention = item.attention { html(.strong, "\(attention.written). ") }
      html.text("Variation: ")
      if let variation = drawing.variation { html.add(VariationIcon(variation)) } else { html.text("not judged") }
      html.text(" Target: ")
      if let assurance = drawing.assurance { html.add(AssuranceIcon(assurance)) } else { html.text("not judged") }
    }
  }

  /// The month before and the newest side by side; where neither says anything, what was said last.
  private func writeWords(_ thread: PriorityThread, _ id: String, to html: inout HTML) {
    let pair = [thread.before, thread.now].compactMap { $0 }
    let said = pair.isEmpty ? [thread.last] : pair
    html.add(
      Table(
        id: "\(id)-words", caption: "What was said",
        note: thread.now == nil ? "Nothing is recorded of it for the newest month the body has spoken of." : nil,
        columns: [.words("Of")] + said.map { .words($0.monthWritten) },
        rows: [
          .init([.init(thread.measureName)] + said.map { .init($0.text, badges: [Badge($0.mark)]) })
        ]))
  }
}
