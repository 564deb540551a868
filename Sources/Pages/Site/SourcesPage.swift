internal import Answers
internal import Chronicle
internal import Vocabulary

/// Every source of the record: who published it, when, under what licence, and what was taken from it.
enum SourcesPage {
  static func reply(_ visit: Visit) -> Reply {
    let answer = SourcesAnswer(in: visit.snapshot)
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "sources")
    case .csv: return DataReply.csv(header: header, rows: answer.sources.map(row), name: "sources")
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static let header = [
    "source", "title", "publisher", "published", "licence", "address", "facts", "file", "digest", "note",
  ]

  private static func row(_ source: SourceEntry) -> [String] {
    [
      source.id, source.title, source.publisher, source.published.text ?? "", source.licence, source.address,
      String(source.facts), source.files.map(\.file).joined(separator: ";"),
      source.files.map(\.digest).joined(separator: ";"), source.note,
    ]
  }

  private static func page(_ visit: Visit, _ answer: SourcesAnswer) -> [UInt8] {
    let head = PageHead(
      name: "Sources", summary: "Everything in this record was taken from somewhere. Here is where.")
    return Frame.sheet(visit, head: head, crumbs: [("Data", .data)]).page { html in
      html.part("What the record rests on", id: "sources") { html in
        html(.p, answer.sentence, .class("finding"))
        html.add(table(answer, visit))
      }
      html.part("How sure a fact is", id: "certainty") { html in
        html(.p, "Each fact carries how sure it is, apart from where it came from.")
        html.add(
          Facts(
            CertaintyMark.allCases.map { Facts.Fact(Sentences.capital($0.written), $0.explanation) },
            isWide: true))
      }
    }
  }

  private static func table(_ answer: SourcesAnswer, _ visit: Visit) -> Table {
    let sources = answer.sources.sorted { ($1.facts, $0.title, $0.id) < ($0.facts, $1.title, $1.id) }
    return Table(
      id: "all-sources", caption: "Sources, those that gave most first",
      columns: [
        .words("Source"), .words("Published by"), .words("Published"), .words("Licence"), .figures("Facts"),
        .words("File kept"),
      ],
      rows: sources.map { source in
        .init([
          .init(source.title, link: visit.address.at(.source(source.id)).link), .init(source.publisher),
          .init(source.published.moment == .unknown ? "not stated" : source.published.written),
          .init(source.licence.isEmpty ? "not stated" : source.licence), .init(Figures.grouped(source.facts)),
          .init(source.files.first.map { String($0.digest.prefix(12)) + "…" } ?? "no"),
        ])
      },
      downloads: [NamedLink("CSV", visit.address.as(.csv)), NamedLink("JSON", visit.address.as(.json))])
  }
}
