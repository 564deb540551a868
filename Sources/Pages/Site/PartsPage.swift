internal import Answers
internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// What one body's figure was added up from.
enum PartsPage {
  /// The most parts shown on the page; all of them are in the downloads.
  private static let shown = 200

  static func reply(_ visit: Visit, _ id: String, of body: String, _ view: Place.MeasureView) -> Reply {
    do {
      let answer = try parts(visit, id, of: body, view)
      switch visit.address.format {
      case .json: return DataReply.json(answer, name: "\(id)-\(body)-parts")
      case .csv: return csv(answer)
      case .page: return Reply(body: page(visit, answer, view))
      }
    } catch {
      return missing(visit, (error as? QuestionError)?.message ?? "These figures could not be read from the record.")
    }
  }

  private static func parts(
    _ visit: Visit, _ id: String, of body: String, _ view: Place.MeasureView
  ) throws -> PartsAnswer {
    guard let measure = ID<Measure>(id) else { throw QuestionError("No measure is called “\(id)”.") }
    guard let kind = BodyKind(rawValue: view.kind) else {
      throw QuestionError("Figures cannot be shown for “\(view.kind)”.")
    }
    let day = visit.snapshot.trueOn
    return try RecastQuestion(measure: measure, from: day, to: .bodies(kind, on: day), label: view.period)
      .parts(of: body, visit.snapshot, blocks: visit.blocks)
  }

  private static func missing(_ visit: Visit, _ message: String) -> Reply {
    guard visit.address.format == .page else {
      return Reply(.notFound, type: "text/plain; charset=utf-8", body: Array("\(message)\n".utf8))
    }
    let head = PageHead(name: "There is no such figure", summary: Sentences.capital(message))
    return Reply(
      .notFound,
      body: Frame.sheet(visit, head: head, crumbs: [("Figures", .measures)], hasData: false).page { html in
        html(.p) { html in
          html(.a, "See the measures that are loaded", .href(visit.address.at(.measures)))
        }
      })
  }

  private static func page(_ visit: Visit, _ answer: PartsAnswer, _ view: Place.MeasureView) -> [UInt8] {
    let head = PageHead(
      kind: "Why this figure",
      name: "\(answer.targetName): \(answer.measureName), \(MeasureWriting.period(answer.period))",
      summary: answer.sentence)
    let crumbs: [(name: String, place: Place)] = [
      ("Figures", .measures), (answer.measureName, .measure(answer.measure, view)),
    ]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      html.part("What was added up", id: "parts") { html in html.add(table(visit, answer)) }
      html.part("Where it was read", id: "source") { html in
        html.add(
          Facts(
            [
              .init("Source", answer.source, link: visit.address.at(.source(answer.source)).link),
              .init("Counted by", MeasureWriting.grain(answer.grain)),
              .init("Fingerprint of the file (SHA-256)", answer.digest.isEmpty ? "not known" : answer.digest),
            ], isWide: true))
      }
    }
  }

  private static func table(_ visit: Visit, _ answer: PartsAnswer) -> Table {
    let isDivided = answer.parts.contains { $0.share != 1 }
    let hasNotes = answer.parts.contains { !$0.note.isEmpty }
    let more = answer.parts.count - shown
    return Table(
      id: "the-parts", caption: "The parts of the figure, the largest first",
      note: "The last column opens the row of the file."
        + (more > 0 ? " The first \(shown) are shown; \(Figures.grouped(more)) more are in the downloads." : ""),
      columns: [.words("Unit"), .figures("Its figure")]
        + (isDivided ? [.figures("Share"), .figures("Counts here")] : [])
        + (hasNotes ? [.words("Note")] : []) + [.words("Row of the file")],
      rows: answer.parts.prefix(shown).map { row(of: $0, visit, answer, isDivided, hasNotes) },
      foot: [
        .init(
          ["All of them"] + (isDivided ? ["", ""] : []) + [.init(number(answer.sum))] + (hasNotes ? [""] : []) + [""])
      ],
      downloads: [
        NamedLink("All parts as CSV", visit.address.as(.csv)), NamedLink("As JSON", visit.address.as(.json)),
      ])
  }

  private static func row(
    of part: PartsAnswer.Part, _ visit: Visit, _ answer: PartsAnswer, _ isDivided: Bool, _ hasNotes: Bool
  ) -> Table.Row {
    let name = part.name.isEmpty ? part.unit : "\(part.name) (\(part.unit))"
    return .init(
      [
        .init(name, link: part.body.isEmpty ? nil : visit.address.at(.body(part.body)).link),
        .init(part.figure.map(number) ?? "not given"),
      ]
        + (isDivided ? [.init(Sentences.percent(part.share)), .init(part.value.map(number) ?? "–")] : [])
        + (hasNotes ? [.init(Sentences.capital(part.note))] : [])
        + [
          .init(
            part.place + (part.rows > 1 ? " and \(Figures.grouped(part.rows - 1)) more" : ""),
            link: RowPlace(part.place).map { visit.address.at(.row(answer.source, $0)).link })
        ])
  }

  private static func number(_ value: Double) -> String { Decimals.grouped(value) }

  private static func csv(_ answer: PartsAnswer) -> Reply {
    DataReply.csv(
      header: ["unit", "name", "figure", "share", "value", "place", "rows", "note"],
      rows: answer.parts.map { part in
        [
          part.unit, part.name, part.figure.map(Decimals.shortest) ?? "", Decimals.shortest(part.share),
          part.value.map(Decimals.shortest) ?? "", part.place, String(part.rows), part.note,
        ]
      }, name: "\(answer.measure)-\(answer.target)-parts")
  }
}
