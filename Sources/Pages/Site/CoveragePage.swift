internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// Whether every small area of England lies in exactly one board on the day, or before there were boards in one group.
enum CoveragePage {
  static func reply(_ visit: Visit) -> Reply {
    let answers: [CoverageAnswer]
    do { answers = try visit.snapshot.coverage(blocks: visit.blocks).get() } catch {
      return Reply(.serverError, body: unreadable(error, visit))
    }
    let name = "coverage-\(visit.snapshot.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answers, name: name)
    case .csv:
      return DataReply.csv(
        header: ["small_areas", "body", "name", "count", "small_area", "reason"],
        rows: answers.flatMap { answer in
          answer.bodies.map { [answer.scheme, $0.body.id, $0.body.name, String($0.count), "", ""] }
            + (answer.gaps + answer.overlaps).map { [answer.scheme, "", "", "", $0.code, $0.reason] }
        }, name: name)
    case .page: return Reply(body: page(answers, visit))
    }
  }

  private static func page(_ answers: [CoverageAnswer], _ visit: Visit) -> [UInt8] {
    let head = PageHead(
      name: "Is everywhere covered once?",
      summary: "England is made of small areas of about 1,500 people. Each should lie in exactly one system.")
    let loaded = answers.filter { $0.count > 0 }
    return Frame.sheet(visit, head: head, crumbs: [("Systems", .bodies("icb"))]).page { html in
      if loaded.isEmpty {
        html.add(
          Emptiness(
            "This cannot be checked yet", because: answers.first?.sentence ?? "",
            instead: NamedLink("How to add data", visit.address.at(.data))))
      }
      for answer in loaded { write(answer, visit, to: &html) }
    }
  }

  private static func write(_ answer: CoverageAnswer, _ visit: Visit, to html: inout HTML) {
    let year = answer.scheme == "lsoa11" ? "2011" : "2021"
    html.part("Small areas of \(year)", id: answer.scheme) { html in
      html(.p, answer.sentence, .class("finding"))
      for note in answer.notes { html.aside(note) }
      pieces("In no \(answer.kind.singular)", "gaps", answer.gaps, of: answer.gapCount, answer, visit, to: &html)
      pieces("In more than one", "overlaps", answer.overlaps, of: answer.overlapCount, answer, visit, to: &html)
      html.add(
        Table(
          id: "\(answer.scheme)-bodies", caption: "Small areas in each",
          columns: [.words(Sentences.capital(answer.kind.singular)), .figures("Small areas of \(year)")],
          rows: answer.bodies.map { body in
            .init([
              .init(body.body.name, link: visit.link(toBody: body.body.id)), .init(Figures.grouped(body.count)),
            ])
          },
          foot: [.init(["All", .init(Figures.grouped(answer.placed))])], downloads: visit.downloads))
      html.part("How this is known", id: "\(answer.scheme)-known") { html in
        html.add(SourceTable.table(answer.sources, id: "\(answer.scheme)-sources", visit))
      }
    }
  }

  private static func pieces(
    _ heading: String, _ id: String, _ pieces: [UncoveredPiece], of count: Int, _ answer: CoverageAnswer,
    _ visit: Visit, to html: inout HTML
  ) {
    guard !pieces.isEmpty else { return }
    html.add(
      Table(
        id: "\(answer.scheme)-\(id)", caption: "\(heading): \(Figures.grouped(count))",
        note: count > pieces.count ? "The first \(Figures.grouped(pieces.count)) are listed." : nil,
        columns: [.words("Small area"), .words("Lies in"), .words("Why")],
        rows: pieces.map { piece in
          .init([
            .init(piece.code), .init(Sentences.list(piece.bodies.map(\.shortName))), .init(piece.reason),
          ])
        }, downloads: visit.downloads))
  }

  private static func unreadable(_ error: any Error, _ visit: Visit) -> [UInt8] {
    let head = PageHead(name: "Coverage cannot be checked", summary: "A lookup cannot be read: \(error)")
    return Frame.sheet(visit, head: head, hasData: false).page { html in
      html.way("What the record rests on", visit.link(to: .sources))
    }
  }
}

extension Snapshot {
  /// How the small areas of both censuses lie in the boards of the day, or in the groups before there were boards.
  fileprivate func coverage(blocks: @escaping Blocks) -> Result<[CoverageAnswer], any Error> {
    Shelf.value(Stand(self), in: archive) {
      let kind: BodyKind =
        register.bodies(.integratedCareBoard).isEmpty ? .clinicalCommissioningGroup : .integratedCareBoard
      return Result {
        try ["lsoa21", "lsoa11"].map { try CoverageAnswer(scheme: $0, kind: kind, in: self, blocks: blocks) }
      }
    }
  }
}
