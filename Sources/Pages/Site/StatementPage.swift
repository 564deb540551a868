public import Answers
internal import Vocabulary

/// The annual statement on inequalities in health as one page that stands alone: no script, no picture, no other file.
public enum StatementPage {
  /// The page.
  public static func page(_ answer: InequalityAnswer) -> [UInt8] {
    let name = "Information on health inequalities, \(answer.year)"
    var html = HTML()
    html.raw("<!doctype html>\n")
    html(.html, .language("en-GB")) { html in
      html(.head) { html in
        html(.meta, .word("charset", "utf-8"))
        html(.meta, .word("name", "viewport"), .content("width=device-width, initial-scale=1"))
        html(.title, "\(name) – \(answer.need.name)")
        html.raw(
          """
          <style>
          body{font:1.05rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}
          table{border-collapse:collapse;margin:1rem 0;width:100%}caption{text-align:left;padding:.5rem 0}
          caption strong{display:block}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #767676}
          .figure{text-align:right}.scroll{overflow-x:auto}.skip{position:absolute;left:-99rem}.skip:focus{left:1rem}
          .mark svg{width:.8em;height:.8em;margin-right:.3em}.open{border-left:.3rem solid #767676;padding-left:.8rem}
          @media print{.scroll{overflow:visible}}
          </style>

          """)
      }
      html(.body) { html in
        html(.a, "Skip to the statement", .class("skip"), .href(Link.here("main")))
        html(.main, .id("main")) { html in
          html(.h1, name)
          html(.p, answer.need.name)
          html(.p, answer.sentence, .class("lede"))
          dimensions(answer, in: &html)
          figures(answer, in: &html)
          gradients(answer, in: &html)
          gaps(answer, in: &html)
          narrative(answer, in: &html)
          sources(answer, in: &html)
        }
      }
    }
    return html.finish()
  }

  private static func dimensions(_ answer: InequalityAnswer, in html: inout HTML) {
    html.part("Deprivation, ethnicity, age and sex", id: "dimensions") { html in
      html.add(
        Table(
          id: "dimension-table", caption: "What the record says by each",
          columns: [.words("By"), .words("What it says")],
          rows: answer.dimensions.map { .init([.init(Sentences.capital($0.id)), .init($0.sentence)]) }))
    }
  }

  private static func figures(_ answer: InequalityAnswer, in html: inout HTML) {
    html.part("The people of the area", id: "people") { html in
      html.add(
        Table(
          id: "figure-table", caption: "Figures, each with its mark",
          note: "True on \(answer.need.asAt.trueOnWritten).",
          columns: [
            .words("Figure"), .figures("Here"), .figures("England"), .words("Basis"), .words("For"), .words("Mark"),
          ],
          rows: answer.need.figures.map { figure in
            .init([
              .init(figure.name), .init(NeedPage.text(figure, figure.value)),
              .init(NeedPage.text(figure, figure.england)), .init(figure.basis), .init(figure.period),
              .init("", badges: [MeasureWriting.badge(figure.status)]),
            ])
          }))
      if !answer.need.ages.isEmpty {
        html.add(
          Table(
            id: "age-table", caption: "Residents by age",
            columns: [.words("Age"), .figures("Residents"), .figures("Share"), .figures("Share in England")],
            rows: answer.need.ages.map { band in
              .init([
                .init(band.name), .init(Figures.fixed(band.people, places: 0)), .init(Figures.percent(band.share)),
                .init(Figures.percent(band.england)),
              ])
            }))
      }
      for contrast in answer.need.contrasts { html(.p, contrast.sentence) }
      html(.p, answer.need.placeEvidence)
    }
  }

  private static func gradients(_ answer: InequalityAnswer, in html: inout HTML) {
    html.part("By deprivation", id: "gradients") { html in
      if answer.gradients.isEmpty {
        html(.p, "No measure is loaded that could be parted by deprivation.")
      }
      for (number, gradient) in answer.gradients.enumerated() {
        let writing: BarList.Writing = gradient.isShare ? .percent(places: 1) : .fixed(places: 3)
        html(.h3, gradient.name)
        html(.p, gradient.sentence)
        html.add(
          Table(
            id: "gradient-\(number + 1)", caption: "\(gradient.name) by national fifths of deprivation",
            note: "\(gradient.period), out of \(gradient.outOf). Indices of Deprivation \(gradient.edition).",
            columns: [.words("Fifth"), .figures("Value"), .figures("Likely range"), .figures("Out of")],
            rows: gradient.groups.map { group in
              .init([
                .init(
                  "\(group.quintile)"
                    + (group.quintile == 1 ? ", most deprived" : group.quintile == 5 ? ", least deprived" : "")),
                .init(writing.words(group.value)),
                .init(group.value == nil ? "" : "\(writing.words(group.lower)) to \(writing.words(group.upper))"),
                .init(Figures.fixed(group.denominator, places: 0)),
              ])
            }))
        html.add(SlopeTable.table(gradient, id: "slopes-\(number + 1)"))
      }
      if !answer.refused.isEmpty {
        html.add(
          Table(
            id: "not-parted", caption: "Not parted by deprivation, and why",
            columns: [.words("Measure"), .words("Why")],
            rows: answer.refused.map { .init([.init($0.name), .init(Sentences.capital($0.why))]) }))
      }
    }
  }

  private static func gaps(_ answer: InequalityAnswer, in html: inout HTML) {
    html.part("Gaps in the data", id: "gaps") { html in
      if answer.need.gaps.isEmpty { return html(.p, "None of what a statement should cover is missing.") }
      html.add(
        Table(
          id: "gap-table", caption: "What is missing, and the file that would bring it",
          columns: [.words("Topic"), .words("What is missing"), .words("File")],
          rows: answer.need.gaps.map { .init([.init(Sentences.capital($0.topic)), .init($0.what), .init($0.file)]) }))
    }
  }

  private static func narrative(_ answer: InequalityAnswer, in html: inout HTML) {
    for part in answer.narrative {
      html.part(part.heading, id: "narrative-\(part.id)") { html in
        if part.text.isEmpty {
          html(.p, "Not written yet. \(part.prompt)", .class("open"))
        } else {
          for paragraph in part.text.split(separator: "\n\n") {
            html(.p, String(paragraph.replacing("\n", with: " ")))
          }
        }
      }
    }
  }

  private static func sources(_ answer: InequalityAnswer, in html: inout HTML) {
    html.part("Sources", id: "sources") { html in
      html.add(
        Table(
          id: "source-table", caption: "What the figures were taken from",
          columns: [.words("Source"), .words("Publisher"), .words("Identifier in the record")],
          rows: answer.need.sources.map { .init([.init($0.title), .init($0.publisher), .init($0.id)]) }))
      html(
        .p,
        "Worked out from the record as it stood at transaction \(answer.need.asAt.transaction), digest "
          + "\(answer.need.asAt.head.prefix(12)).")
    }
  }
}
