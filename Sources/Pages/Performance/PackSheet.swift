public import Answers
internal import Vocabulary

/// The month's report as one page that stands alone: read on a screen, printed, or turned into a PDF.
///
/// Nothing is fetched: the style sheet is in the page, charts are drawn in it, and files beside it are only offered.
public enum PackSheet {
  /// The files that lie beside the page.
  public struct Files: Sendable {
    /// The name of the workbook, the table, the data and the document, each nil where it was not written.
    public var workbook, table, data, document: String?
    /// Whether every chart lies in `charts` as SVG, and as PNG.
    public var hasDrawings, hasPictures: Bool

    /// Files.
    public init(
      workbook: String? = nil, table: String? = nil, data: String? = nil, document: String? = nil,
      hasDrawings: Bool = false, hasPictures: Bool = false
    ) {
      self.workbook = workbook
      self.table = table
      self.data = data
      self.document = document
      self.hasDrawings = hasDrawings
      self.hasPictures = hasPictures
    }
  }

  /// The page.
  public static func page(_ pack: PackAnswer, style: [UInt8], files: Files = Files()) -> [UInt8] {
    let title = "\(Sentences.list(pack.sections.map(\.name))), \(pack.monthName)"
    var html = HTML(capacity: 1 << 20)
    html.raw("<!doctype html>\n")
    html(.html, .language("en-GB")) { html in
      html(.head) { html in
        html(.meta, .word("charset", "utf-8"))
        html(.meta, .word("name", "viewport"), .content("width=device-width, initial-scale=1"))
        html(.meta, .word("name", "color-scheme"), .content("light dark"))
        html(.title, "Performance report: \(title)")
        html.style(style)
      }
      html(.body) { html in
        html(.a, "Skip to the report", .class("skip"), .href(Link.here("main")))
        html(.main, .class("sheet"), .id("main"), .word("tabindex", "-1")) { html in
          html.add(
            PageHead(
              kind: "Integrated performance report", name: title,
              summary: pack.sections.map(\.sentence).joined(separator: " ")))
          if pack.audience != "public" {
            html.add(Callout("This pack holds figures that are not public. Do not publish it.", .alarm))
          }
          writeContents(pack, files, to: &html)
          for (number, section) in pack.sections.enumerated() { write(section, number, pack, files, to: &html) }
          writeFeeds(pack, to: &html)
          writeSources(pack, to: &html)
          writeMethod(pack, to: &html)
        }
      }
    }
    return html.finish()
  }

  /// The charts of a pack, each under the name of its file without an ending.
  public static func charts(_ pack: PackAnswer) -> [(name: String, svg: [UInt8])] {
    pack.sections.enumerated().flatMap { number, section in
      section.items.map { item in
        let name = chartName(item, section: number)
        let chart = SeriesDrawing(item.series, id: name).chart()
        return (name, chart.file(source: origin(of: item, pack)))
      }
    }
  }

  /// The name of a measure's chart in the section of that number, from 0: also its identifier on the page.
  public static func chartName(_ item: PackAnswer.Item, section number: Int) -> String {
    "s\(number + 1)-" + item.series.measure.map { $0.isLetter || $0.isNumber ? $0 : "-" }
  }

  private static func origin(of item: PackAnswer.Item, _ pack: PackAnswer) -> String {
    let titles = Set(item.series.points.map(\.source)).sorted().compactMap { id in
      pack.sources.first { $0.id == id }?.publisher
    }
    let publishers = Set(titles).filter { !$0.isEmpty }.sorted()
    return "Source: \(publishers.isEmpty ? "the record" : Sentences.list(publishers)). Rules \(pack.rules). "
      + "Record \(pack.record.prefix(12)), transaction \(pack.transaction)."
  }

  private static func writeContents(_ pack: PackAnswer, _ files: Files, to html: inout HTML) {
    html(.nav, .label("Contents")) { html in
      html(.ul, .class("chips")) { html in
        for (number, section) in pack.sections.enumerated() {
          html(.li) { html in html(.a, section.name, .href(Link.here("section-\(number + 1)"))) }
        }
        for (name, id) in [("Freshness", "feeds"), ("Sources", "sources"), ("Method", "method")] {
          html(.li) { html in html(.a, name, .href(Link.here(id))) }
        }
      }
    }
    let beside = [
      ("Workbook", files.workbook), ("Table of figures", files.table), ("Data", files.data),
      ("Document", files.document),
    ].compactMap { name, file in file.map { "\(name): \($0)" } }
    if !beside.isEmpty { html(.p, "Beside this page: \(beside.joined(separator: "; ")).", .class("note")) }
  }

  private static func write(
    _ section: PackAnswer.Section, _ number: Int, _ pack: PackAnswer, _ files: Files, to html: inout HTML
  ) {
    let part = PackSection(section, number, pack, files)
    html(.section, .id("section-\(number + 1)")) { html in
      if pack.sections.count > 1 { html(.h2, section.name) }
      html(.p, "On the map of \(Day(section.map)?.written ?? section.map).", .class("note"))
      part.writeSummary(to: &html)
      part.writeWords(to: &html)
      part.writeExceptions(to: &html)
      part.writeOthers(to: &html)
      part.writeGaps(to: &html)
    }
  }

  private static func writeFeeds(_ pack: PackAnswer, to html: inout HTML) {
    html.part("How fresh the figures are", id: "feeds") { html in
      let late = pack.feeds.filter { !$0.isCurrent }
      html(
        .p,
        late.isEmpty
          ? "Every measure has a figure for \(pack.monthName)."
          : "\(Sentences.capital(Sentences.count(late.count, "measure has", "measures have"))) no figure for \(pack.monthName) yet.",
        .class("finding"))
      html.add(
        Table(
          id: "feed-table", caption: "The latest figure of each measure",
          columns: [
            .words("Measure"), .words("Latest figure"), .words("Data set"), .words("For this month usually by"),
          ],
          rows: pack.feeds.map { feed in
            .init(
              [
                .init(feed.name), .init(MeasureWriting.period(feed.latest)),
                .init(feed.dataSet.isEmpty ? "not stated" : feed.dataSet),
                .init(Day(feed.expected)?.written ?? "not stated"),
              ], isChosen: !feed.isCurrent)
          }))
    }
  }

  private static func writeSources(_ pack: PackAnswer, to html: inout HTML) {
    html.part("Sources", id: "sources") { html in
      html.add(
        Table(
          id: "source-table", caption: "The files the figures were read from",
          note:
            "Each is kept in the record under its fingerprint (SHA-256). `concordat why` opens the row behind a figure.",
          columns: [.words("Source"), .words("Published by"), .words("File"), .words("Fingerprint")],
          rows: pack.sources.map { source in
            .init([
              .init(source.title), .init(source.publisher.isEmpty ? "not stated" : source.publisher),
              .init(source.file.isEmpty ? "not kept" : source.file),
              .init(source.digest.isEmpty ? "not known" : String(source.digest.prefix(16))),
            ])
          }))
    }
  }

  private static func writeMethod(_ pack: PackAnswer, to html: inout HTML) {
    html.part("Method", id: "method") { html in
      html(
        .p,
        "Each series is judged by statistical process control under the rules named \(pack.rules): a point is marked "
          + "when chance alone would seldom put it there. Limits start afresh only where a person has recorded a "
          + "change with its reason. Figures of bodies that merged or split are recast to the area shown, and say how.")
      html(
        .p,
        "Made from the record with the digest \(pack.record), transaction \(pack.transaction). The same record "
          + "gives the same pack, byte for byte.")
      html.marksExplained()
    }
  }
}

extension PackSection {
  fileprivate init(_ section: PackAnswer.Section, _ number: Int, _ pack: PackAnswer, _ files: PackSheet.Files) {
    let name = { (item: PackAnswer.Item) in PackSheet.chartName(item, section: number) }
    self.init(
      section: section, month: pack.monthName, mark: "s\(number + 1)", chartID: name, link: { .here(name($0)) },
      downloads: { item in
        (files.hasDrawings ? [NamedLink("Chart as SVG", Link.beside(["charts", "\(name(item)).svg"]))] : [])
          + (files.hasPictures ? [NamedLink("Chart as PNG", Link.beside(["charts", "\(name(item)).png"]))] : [])
      })
  }
}
