internal import Answers
internal import Formats
internal import Pages

/// A pack as a document for a board's own template: headings, sentences, tables, and charts where they were painted.
enum PackDocument {
  static func document(_ pack: PackAnswer, _ pictures: [String: [UInt8]]) throws -> TextDocument {
    var blocks: [TextDocument.Block] = []
    for (number, section) in pack.sections.enumerated() {
      blocks += [
        .heading(.one, section.name), .paragraph([.plain(section.sentence)]), .table(summary(section)),
      ]
      blocks += words(section.words)
      let exceptions = section.items.filter(\.attention.isException)
      let others = section.items.filter { !$0.attention.isException }
      for (heading, items) in [("Exceptions first", exceptions), ("Everything else", others)] where !items.isEmpty {
        blocks.append(.heading(.two, heading))
        for item in items { blocks += block(of: item, pictures[PackSheet.chartName(item, section: number)]) }
      }
    }
    if !pack.sources.isEmpty { blocks += [.heading(.one, "Sources"), .table(sources(pack))] }
    blocks += [
      .heading(.one, "Method"),
      .paragraph([
        .plain(
          "Each series is judged by statistical process control under the rules named \(pack.rules). Made from the record "
            + "with the digest \(pack.record), transaction \(pack.transaction).")
      ]),
    ]
    return TextDocument(properties: try PackProperties.of(pack), blocks: blocks)
  }

  private static func block(of item: PackAnswer.Item, _ picture: [UInt8]?) -> [TextDocument.Block] {
    var blocks: [TextDocument.Block] = [
      .heading(.three, item.series.measureName),
      .paragraph([.bold(item.attention.written + ". "), .plain(item.series.sentence)]),
    ]
    if let picture {
      blocks.append(.image(TextDocument.Image(png: picture, alternative: item.series.sentence)))
    }
    let notes = item.changes + item.series.remarks
    if !notes.isEmpty { blocks.append(.bullets(notes.map { [.plain($0)] })) }
    return blocks + words(item.commentary)
  }

  private static func words(_ said: [PackAnswer.Words]) -> [TextDocument.Block] {
    said.map { words in
      .paragraph([
        .bold(words.isThisMonth ? "Commentary: " : "Last month's commentary: "), .plain(words.text),
        .plain(words.action.isEmpty ? "" : " Action: \(words.action)."),
        .plain(words.owner.isEmpty ? "" : " By \(words.owner)."),
        .plain(words.review.isEmpty ? "" : " Reviewed \(words.review)."),
      ])
    }
  }

  private static func summary(_ section: PackAnswer.Section) -> TextDocument.Table {
    TextDocument.Table(
      caption: "What each measure asks of the board",
      headings: ["Measure", "Latest", "Figure", "Target", "What it asks"],
      rows: section.items.map { item in
        let series = item.series
        return [
          series.measureName, series.latest?.period ?? "none",
          series.latest?.value.map { series.written($0) } ?? "none",
          series.goal.map { series.written($0.value) } ?? "none", item.attention.written,
        ]
      }, figures: [2, 3])
  }

  private static func sources(_ pack: PackAnswer) -> TextDocument.Table {
    TextDocument.Table(
      caption: "The files the figures were read from", headings: ["Source", "Published by", "File"],
      rows: pack.sources.map { source in
        [source.title, source.publisher, source.file].map { $0.isEmpty ? "not stated" : $0 }
      })
  }
}
