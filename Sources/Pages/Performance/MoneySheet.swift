public import Answers

/// The finance report of a month as one page that stands alone: nothing is fetched, every table has its words.
public enum MoneySheet {
  /// The page; `files` are the names of those that lie beside it.
  public static func page(_ report: MoneyReport, style: [UInt8], files: [String]) -> [UInt8] {
    let title = "\(report.body.name), \(report.monthName)"
    var html = HTML(capacity: 1 << 18)
    html.raw("<!doctype html>\n")
    html(.html, .language("en-GB")) { html in
      html(.head) { html in
        html(.meta, .word("charset", "utf-8"))
        html(.meta, .word("name", "viewport"), .content("width=device-width, initial-scale=1"))
        html(.meta, .word("name", "color-scheme"), .content("light dark"))
        html(.title, "Finance report: \(title)")
        html.style(style)
      }
      html(.body) { html in
        html(.a, "Skip to the report", .class("skip"), .href(Link.here("main")))
        html(.main, .class("sheet"), .id("main"), .word("tabindex", "-1")) { html in
          html.add(PageHead(kind: "Finance report", name: title, summary: report.sentence))
          html(.p, "Beside this page: \(files.joined(separator: "; ")).", .class("note"))
          writeFindings(report, to: &html)
          for table in report.tables { write(table, to: &html) }
          html(
            .p,
            "Made from the record as of \(report.asAt.trueOnWritten), transaction \(report.asAt.transaction), digest "
              + "\(report.asAt.head).", .class("note"))
        }
      }
    }
    return html.finish()
  }

  private static func writeFindings(_ report: MoneyReport, to html: inout HTML) {
    html(.section, .id("findings")) { html in
      html(.h2, "What is wrong")
      if report.findings.isEmpty {
        html(.p, "Nothing was found wrong with budgets, pools and contracts.")
      } else {
        html(.ul) { html in for finding in report.findings { html(.li, "\(finding).") } }
      }
    }
  }

  private static func write(_ table: MoneyReport.Table, to html: inout HTML) {
    html(.section, .id("table-\(table.key)")) { html in
      html(.h2, table.title)
      guard !table.rows.isEmpty else {
        html(.p, table.note)
        return
      }
      let columns = table.headings.indices.map { column in
        table.rows.contains { $0[column].isFigure }
          ? Table.Column.figures(table.headings[column]) : .words(table.headings[column])
      }
      html.add(
        Table(
          id: table.key, caption: table.title, note: table.note.isEmpty ? nil : table.note, columns: columns,
          rows: table.rows.map { row in .init(row.map { .init($0.written) }) }))
    }
  }
}

extension MoneyReport.Cell {
  /// Whether it is aligned as figures are.
  fileprivate var isFigure: Bool {
    switch self {
    case .pence, .share: true
    case .words, .none: false
    }
  }
}
