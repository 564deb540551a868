internal import Answers
internal import Chronicle
internal import Measures
internal import Register
internal import Vocabulary

/// Figures of a measure on a footprint, with the working shown.
enum MeasurePage {
  static func reply(_ visit: Visit, _ id: String, _ view: Place.MeasureView) -> Reply {
    guard let measure = ID<Measure>(id), let entry = MeasureEntry.find(measure, in: visit.snapshot) else {
      return unknown(visit, id)
    }
    do {
      let shown = try MeasureShown(entry, view, visit)
      switch visit.address.format {
      case .json: return DataReply.json(shown.answer, name: "\(id)-\(shown.on)")
      case .csv: return MeasureTables.csv(shown, working: view.working)
      case .page: return Reply(body: page(visit, shown, view))
      }
    } catch {
      let message = (error as? QuestionError)?.message ?? "These figures could not be read from the record."
      return refusal(visit, entry, view, message)
    }
  }

  // MARK: Where there is nothing to show

  private static func unknown(_ visit: Visit, _ id: String) -> Reply {
    guard visit.address.format == .page else {
      return Reply(
        .notFound, type: "text/plain; charset=utf-8", body: Array("There is no measure of that name.\n".utf8))
    }
    let head = PageHead(
      name: "There is no such measure", summary: "The record has no measure called “\(id)”.")
    let sheet = Frame.sheet(visit, head: head, crumbs: [("Figures", .measures)], hasData: false)
    return Reply(
      .notFound,
      body: sheet.page { html in
        html(.p) { html in
          html(.a, "See the measures that are loaded", .href(visit.address.at(.measures)))
          html.text(". More appear when official files are added:")
        }
        html.sample(FileGuide.command, label: "The command that adds a file")
      })
  }

  private static func refusal(
    _ visit: Visit, _ entry: MeasureEntry, _ view: Place.MeasureView, _ message: String
  ) -> Reply {
    guard visit.address.format == .page else {
      return Reply(.badRequest, type: "text/plain; charset=utf-8", body: Array("\(message)\n".utf8))
    }
    let head = PageHead(kind: "Measure", name: entry.name, summary: entry.meaning)
    let sheet = Frame.sheet(visit, head: head, crumbs: [("Figures", .measures)], hasData: false)
    return Reply(
      body: sheet.page { html in
        html(.div, .class("part")) { html in html.add(Callout(Sentences.capital(message), .alarm)) }
        html.part("Choose what to see", id: "choose") { html in
          MeasureForm.write(visit, entry, view, from: view.from, to: &html)
        }
      })
  }

  // MARK: The page

  private static func page(_ visit: Visit, _ shown: MeasureShown, _ view: Place.MeasureView) -> [UInt8] {
    let state = shown.table.map { MeasureWriting.badges(state: $0.state) } ?? []
    let head = PageHead(kind: "Measure", name: shown.entry.name, summary: shown.entry.meaning, badges: state)
    return Frame.sheet(visit, head: head, crumbs: [("Figures", .measures)]).page { html in
      html(.div, .class("columns")) { html in
        html(.div, .class("column")) { html in
          writeFigures(visit, shown, to: &html)
        }
        html(.aside, .class("column")) { html in
          html.part("Choose what to see", id: "choose") { html in
            MeasureForm.write(visit, shown.entry, view, from: shown.from, to: &html)
          }
          html.part("What it is", id: "what") { html in writeFacts(visit, shown, to: &html) }
        }
      }
      html.part("Every figure", id: "table") { html in
        html.add(MeasureTables.figures(shown, visit))
        html.known("What the marks mean") { html in
          html.add(
            Facts(
              ([Badge.exact, .apportioned, .refused] + (shown.table?.smallNumbers == nil ? [] : [.suppressed])).map {
                Facts.Fact(Sentences.capital($0.word), $0.meaning)
              },
              isWide: true))
        }
      }
      writeComparison(visit, shown, to: &html)
      writeWorking(visit, shown, view, to: &html)
      writeKnown(visit, shown, to: &html)
    }
  }

  private static func writeFigures(_ visit: Visit, _ shown: MeasureShown, to html: inout HTML) {
    html.part("\(MeasureWriting.period(shown.label)), by \(shown.kind.singular)", id: "figures") { html in
      html.add(
        BarList(
          id: "bars", title: "\(shown.entry.name), \(MeasureWriting.period(shown.label))",
          sentence: shown.sentence,
          valueName: shown.entry.isRatio ? "Share" : Sentences.capital(shown.entry.unit),
          writing: shown.writing,
          items: shown.bodies.map { row in
            BarList.Item(shown.name(row), value(row), link: visit.address.at(.body(row.target)).link)
          },
          reference: shown.entry.isRatio ? shown.table?.total.map { ("England", $0) } : nil))
      html(.p, .class("note")) { html in
        html.text("A solid bar is exact; hatching is shared out. ")
        html(.a, "How to read the marks", .href(visit.address.at(.about)))
      }
    }
  }

  private static func value(_ row: RecastAnswer.Row) -> BarList.Value {
    if row.status == "suppressed" { return .suppressed }
    guard let value = row.value else { return .refused(because: row.note) }
    return switch row.status {
    case "exact": .exact(value)
    case "apportioned": .apportioned(value, exactPart: row.exactPart ?? 0)
    default: .refused(because: row.note)
    }
  }

  private static func writeFacts(_ visit: Visit, _ shown: MeasureShown, to html: inout HTML) {
    guard let table = shown.table else { return }
    let basis = Basis(rawValue: table.basis)
    html.add(
      Facts(
        [
          .init("Counted in", shown.entry.isRatio ? "percent" : shown.entry.unit),
          .init("Basis", table.basis), .init("Counted by", MeasureWriting.grain(table.grain)),
          .init("Period", MeasureWriting.period(table.period)),
          .init("Periods held", String(shown.entry.labels.count)),
          .init("Old map", shown.from.written), .init("This map", shown.on.written),
        ] + (shown.entry.isRatio || table.total == nil ? [] : [.init("In all", shown.text(table.total))])))
    if let notice = table.smallNumbers { html(.p, notice, .class("finding")) }
    if let basis { html(.p, MeasureWriting.explanation(basis), .class("note")) }
    if shown.entry.isRatio { writeParts(visit, shown.entry, to: &html) }
  }

  private static func writeParts(_ visit: Visit, _ entry: MeasureEntry, to html: inout HTML) {
    html(.p, .class("note")) { html in
      html.text("A share is never added up: its two counts are. ")
      html(
        .a, "The count above the line",
        .href(visit.address.at(.measure(entry.numerator, Place.MeasureView()))))
      html.text(" and ")
      html(
        .a, "the count below it", .href(visit.address.at(.measure(entry.denominator, Place.MeasureView()))))
      html.text(".")
    }
  }

  // MARK: As it was, as it is

  private static func writeComparison(_ visit: Visit, _ shown: MeasureShown, to html: inout HTML) {
    guard let comparison = MeasureTables.comparison(shown, visit) else { return }
    html.part("As it was, as it is", id: "comparison") { html in
      let old = (shown.oldTable?.rows ?? []).count { $0.target != "none" && $0.target != "unplaced" }
      let same = comparison.unchanged
      html(
        .p,
        "The same figures on two maps: \(Figures.grouped(old)) \(shown.kind.plural) on \(shown.from.written), "
          + "\(Figures.grouped(shown.bodies.count)) on \(shown.on.written). "
          + (same == 0
            ? "Every figure differs."
            : "\(Sentences.capital(Figures.spelt(same))) have the same figure on both."),
        .class("finding"))
      html.add(comparison.table)
    }
  }

  // MARK: The working

  private static func writeWorking(
    _ visit: Visit, _ shown: MeasureShown, _ view: Place.MeasureView, to html: inout HTML
  ) {
    guard let flows = shown.table?.working else { return }
    html.part("The working: what went where", id: "working") { html in
      if shown.moved.isEmpty {
        html(
          .p,
          "Nothing moved between \(shown.kind.plural) from \(shown.from.written) to \(shown.on.written): every figure "
            + "stays with its body.", .class("finding"))
      } else {
        html.add(MeasureTables.drawing(shown, visit))
      }
      if view.working {
        html.add(MeasureTables.pairs(flows, shown))
      } else {
        var open = view
        open.working = true
        html(.p) { html in
          html(
            .a, "Show all \(Figures.grouped(flows.count)) pairs of old and new body",
            .href(visit.address.at(.measure(shown.entry.id, open))))
        }
      }
    }
  }

  // MARK: How it is known

  private static func writeKnown(_ visit: Visit, _ shown: MeasureShown, to html: inout HTML) {
    guard let table = shown.table else { return }
    html.part("How this is known", id: "known") { html in
      html(.p, method(shown, table))
      let divided = shown.bodies.filter { $0.status == "apportioned" }
      if !divided.isEmpty {
        html(.h3, "How far off the shared figures may be")
        html(.ul) { html in for row in divided { html(.li, MeasureTables.error(row, shown)) } }
      }
      html(.h3, "Where the figures came from")
      html.add(Provenance.table(shown, table, visit))
      if table.missing > 0 {
        html(
          .p,
          "\(Figures.counted(table.missing, "unit has", "units have")) no figure in the source, and count as nothing."
        )
      }
    }
  }

  private static func method(_ shown: MeasureShown, _ table: RecastAnswer.Table) -> String {
    "The source counts by \(MeasureWriting.grain(table.grain)). Each of these was placed in the \(shown.kind.singular) "
      + "it belongs to on \(shown.on.written), and the figures were added up. Where a body was divided and nothing finer "
      + "is known, its figure is shared out by people and marked “about”."
  }
}
