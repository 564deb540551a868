internal import Answers
internal import Vocabulary

/// One body's section of the month's report: what needs a decision first, then everything.
struct PackSection {
  let section: PackAnswer.Section
  let month: String
  /// The beginning of every identifier in it, so that several sections can share a page.
  let mark: String
  /// The identifier of a measure's chart.
  let chartID: (PackAnswer.Item) -> String
  /// Where a measure's name leads.
  let link: (PackAnswer.Item) -> Link?
  /// Files of a chart, where there are some.
  let downloads: (PackAnswer.Item) -> [NamedLink]

  // MARK: Summaries

  func writeSummary(to html: inout HTML) {
    html.part("At a glance", id: "\(mark)-glance") { html in
      html.add(
        IconSummary(
          id: "\(mark)-summary", title: "\(section.name), \(month)", sentence: section.sentence,
          groups: Attention.allCases.map { attention in
            IconSummary.Group(
              attention.written,
              section.items.filter { $0.attention == attention }.map { item in
                SeriesDrawing(item.series, id: "").summary(link: link(item))
              })
          }))
      writeGrid(to: &html)
    }
  }

  private func writeGrid(to html: inout HTML) {
    let placed = section.items.compactMap { item in
      SeriesDrawing(item.series, id: "").gridItem(item.quartile, link: link(item))
    }
    guard !placed.isEmpty else { return }
    let unplaced = section.items.filter { $0.quartile == nil }
    html(.h3, "Against other bodies, and against itself")
    html.add(
      QuartileGrid(
        id: "\(mark)-grid", title: "Quarter of all bodies, and change",
        sentence:
          "Down: the quarter of all bodies the latest figure lies in. Across: whether it changed beyond its usual variation.",
        items: placed, unplaced: unplaced.map { NamedLink($0.series.measureName, link($0) ?? .here("\(mark)-summary")) }
      ))
  }

  // MARK: Charts

  /// The measures a board should look at first, each with its chart and what is said of it.
  func writeExceptions(to html: inout HTML) {
    let exceptions = section.items.filter(\.attention.isException)
    html.part("Exceptions first", id: "\(mark)-exceptions") { html in
      if exceptions.isEmpty {
        html(.p, "No measure asks for attention this month.", .class("finding"))
      }
      for item in exceptions { write(item, to: &html) }
    }
  }

  /// Every other measure with its chart.
  func writeOthers(to html: inout HTML) {
    let others = section.items.filter { !$0.attention.isException }
    guard !others.isEmpty else { return }
    html.part("Everything else", id: "\(mark)-others") { html in
      for item in others { write(item, to: &html) }
    }
  }

  private func write(_ item: PackAnswer.Item, to html: inout HTML) {
    html(.h3, item.series.measureName)
    html(.p) { html in
      html(.strong, item.attention.written)
      if let goal = item.series.goal {
        html.text(". \(Sentences.capital(goal.sort)): \(goal.name) ")
        html.add(Badge(goal.mark))
      }
    }
    html.add(SeriesDrawing(item.series, id: chartID(item)).chart(downloads: downloads(item)))
    writeNotes(item, to: &html)
    for words in item.commentary { write(words, to: &html) }
  }

  private func writeNotes(_ item: PackAnswer.Item, to html: inout HTML) {
    let notes =
      item.changes + item.series.remarks + (item.series.suggestion.map { ["A suggestion: \($0.sentence)"] } ?? [])
    guard !notes.isEmpty else { return }
    html(.ul, .class("note")) { html in for note in notes { html(.li, note) } }
  }

  private func write(_ words: PackAnswer.Words, to html: inout HTML) {
    html(.blockquote) { html in
      html(.p) { html in
        html(.strong, words.isThisMonth ? "Commentary" : "Last month's commentary")
        html.text(" \(words.text)")
      }
      let thread = [
        words.priority.isEmpty ? "" : "Priority: \(words.priority).",
        words.action.isEmpty ? "" : "Action: \(words.action).", words.owner.isEmpty ? "" : "By \(words.owner).",
        words.review.isEmpty ? "" : "Reviewed \(words.review).",
      ].filter { !$0.isEmpty }
      if !thread.isEmpty { html(.p, thread.joined(separator: " "), .class("note")) }
    }
  }

  // MARK: What is not there

  func writeGaps(to html: inout HTML) {
    guard !section.gaps.isEmpty else { return }
    html.part("What could not be shown", id: "\(mark)-gaps") { html in
      html.add(
        Table(
          id: "\(mark)-gap-table", caption: "Measures without a series here",
          columns: [.words("Measure"), .words("Why")],
          rows: section.gaps.map { .init([.init($0.name), .init(Sentences.capital($0.why))]) }))
    }
  }

  func writeWords(to html: inout HTML) {
    guard !section.words.isEmpty else { return }
    html.part("What the board says", id: "\(mark)-words") { html in
      for words in section.words { write(words, to: &html) }
    }
  }
}
