internal import Answers
internal import Chronicle
internal import Vocabulary

/// One source: what it is, what it gave, and which file of it is kept.
enum SourcePage {
  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let source = SourcesAnswer(in: visit.snapshot).sources.first(where: { $0.id == id }),
      let key = ID<Source>(id)
    else { return missing(visit, id) }
    let rows = SourceRows(of: key, in: visit.snapshot)
    switch visit.address.format {
    case .json: return DataReply.json(Answer(source: source, taken: rows), name: "source-\(id)")
    case .csv:
      return DataReply.csv(
        header: ["fact", "subject", "says", "from", "until", "certainty", "place", "entry"],
        rows: rows.groups.flatMap(\.sample).map { row in
          [
            row.fact, row.subject, row.says.joined(separator: "; "), row.from, row.until, row.certainty,
            row.place,
            String(row.entry),
          ]
        }, name: "source-\(id)")
    case .page: return Reply(body: page(visit, source, rows))
    }
  }

  private struct Answer: Encodable {
    let source: SourceEntry
    let taken: SourceRows
  }

  private static func missing(_ visit: Visit, _ id: String) -> Reply {
    let head = PageHead(name: "There is no such source", summary: "The record names no source “\(id)”.")
    return Reply(
      .notFound,
      body: Frame.sheet(visit, head: head, crumbs: [("Data", .data), ("Sources", .sources)], hasData: false)
        .page { html in
          html(.p) { html in html(.a, "See every source", .href(visit.address.at(.sources))) }
        })
  }

  private static func page(_ visit: Visit, _ source: SourceEntry, _ rows: SourceRows) -> [UInt8] {
    let count = rows.groups.map(\.count).reduce(0, +)
    let head = PageHead(
      kind: "Source", name: source.title,
      summary:
        "\(source.publisher.isEmpty ? "Its publisher is not stated" : "Published by \(source.publisher)"). "
        + "\(Sentences.capital(Sentences.count(count, "fact", "facts"))) of this record \(count == 1 ? "comes" : "come") "
        + "from it.")
    let crumbs: [(name: String, place: Place)] = [("Data", .data), ("Sources", .sources)]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      html.part("What it is", id: "about") { html in writeFacts(source, rows, to: &html) }
      html.part("What was taken from it", id: "taken") { html in
        if rows.groups.isEmpty {
          html.add(
            Emptiness(
              "No fact was taken from it.",
              because: "It is named because others refer to it, such as the law a body was made under."))
        } else {
          writeTaken(visit, source, rows, to: &html)
        }
      }
      writeMeasures(visit, source, to: &html)
    }
  }

  private static func writeFacts(_ source: SourceEntry, _ rows: SourceRows, to html: inout HTML) {
    let sure = CertaintyMark.allCases.compactMap { mark in
      rows.certainties[mark.rawValue].map { "\(Figures.grouped($0)) \(mark.written)" }
    }
    var facts: [Facts.Fact] = [
      .init("Published by", source.publisher.isEmpty ? "not stated" : source.publisher),
      .init("Published", source.published.moment == .unknown ? "date not stated" : source.published.written),
      .init("Licence", source.licence.isEmpty ? "not stated" : source.licence),
    ]
    if !source.address.isEmpty {
      facts.append(.init("Where to read it", source.address, link: Link(https: source.address)))
    }
    if !sure.isEmpty { facts.append(.init("How sure its facts are", sure.joined(separator: ", "))) }
    if !source.note.isEmpty { facts.append(.init("Note", source.note)) }
    facts.append(.init("Its name in this record", source.id))
    html.add(Facts(facts, isWide: true))
    for file in source.files {
      html.add(
        Facts(
          [
            .init("File kept", file.file), .init("Read as", file.format),
            .init("Size", "\(Figures.grouped(file.bytes)) bytes"),
            .init("Fingerprint (SHA-256)", file.digest),
          ], isWide: true))
    }
    if source.files.isEmpty {
      html(.p, "No file of it is kept: it shipped with the register, or was written by hand.", .class("note"))
    }
  }

  private static func writeTaken(_ visit: Visit, _ source: SourceEntry, _ rows: SourceRows, to html: inout HTML) {
    html.add(
      Table(
        id: "kinds", caption: "Facts by kind", columns: [.words("Kind"), .figures("Facts")],
        rows: rows.groups.map { .init([.init(FactWords.many($0.fact)), .init(Figures.grouped($0.count))]) }))
    html(.h3, "Some of them")
    for group in rows.groups {
      html.known("\(FactWords.many(group.fact)): \(group.sample.count) of \(Figures.grouped(group.count))") {
        html in
        html(.div, .class("small-table")) { html in html.add(sample(group, visit, source)) }
      }
    }
  }

  private static func sample(_ group: SourceRows.Group, _ visit: Visit, _ source: SourceEntry) -> Table {
    Table(
      id: "sample-\(group.fact)", caption: FactWords.many(group.fact),
      columns: [.words("About"), .words("Says"), .words("Where in the source"), .figures("Entry")],
      rows: group.sample.map { row in
        .init([
          .init(row.subject), .init(row.says.filter { !$0.isEmpty }.joined(separator: "; ")),
          .init(row.place.isEmpty ? "the whole" : row.place, link: opened(row.place, visit, source)),
          .init(Figures.grouped(row.entry)),
        ])
      })
  }

  /// The row itself, where the file is kept and the place names a row.
  private static func opened(_ place: String, _ visit: Visit, _ source: SourceEntry) -> Link? {
    guard !source.files.isEmpty, let place = RowPlace(place) else { return nil }
    return visit.address.at(.row(source.id, place)).link
  }

  private static func writeMeasures(_ visit: Visit, _ source: SourceEntry, to html: inout HTML) {
    let measures = MeasuresAnswer(in: visit.snapshot).measures.filter { measure in
      measure.periods.contains { $0.source.prefix { $0 != "#" } == source.id }
    }
    guard !measures.isEmpty else { return }
    html.part("Figures it gave", id: "measures") { html in
      html.add(
        Chips(measures.map { ($0.name, visit.address.at(.measure($0.id, Place.MeasureView())).link) }))
    }
  }
}
