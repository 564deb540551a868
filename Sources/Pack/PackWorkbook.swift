internal import Answers
internal import Formats
internal import Vocabulary

/// A pack as a workbook for publication: a summary of measures and the figures, one table a sheet.
enum PackWorkbook {
  static func document(_ pack: PackAnswer) throws -> SpreadsheetDocument {
    SpreadsheetDocument(
      properties: try PackProperties.of(pack),
      cover: [
        pack.sections.map(\.sentence).joined(separator: " "),
        "Each series is judged by statistical process control under the rules named \(pack.rules).",
        "Made from the record with the digest \(pack.record), transaction \(pack.transaction).",
      ],
      notes: [
        "A share is written as a percentage. Other figures are in the unit of their measure.",
        "A figure marked apportioned was shared out between areas; the note beside it says how.",
        "A target is held against the figures of the periods it stands for.",
      ],
      tables: [summary(pack), figures(pack), feeds(pack), sources(pack)].filter { !$0.rows.isEmpty })
  }

  private static func summary(_ pack: PackAnswer) -> SpreadsheetTable {
    SpreadsheetTable(
      sheet: "Summary", title: "What each measure asks of the board, \(pack.monthName)",
      notes: ["The most pressing measures come first."], sources: ["Sources: see the sheet Sources."],
      headings: [
        "Body", "Measure", "Heading", "Latest period", "Latest figure [note 1]", "Target [note 3]", "Variation",
        "Assurance", "What it asks", "Quarter of all bodies (1 is best)",
      ],
      rows: pack.sections.flatMap { section in
        section.items.map { item in
          let series = item.series
          return [
            .text(section.name), .text(series.measureName), .text(series.theme.isEmpty ? "Other" : series.theme),
            .text(series.latest?.period ?? "none"), cell(series.latest?.value, series),
            cell(series.goal?.value, series, .notApplicable),
            .text(series.variation ?? "not judged"), .text(series.assurance ?? "not judged"),
            .text(item.attention.written),
            item.quartile.map { .number(Double($0), .plain) } ?? .missing(.notApplicable),
          ]
        }
      })
  }

  private static func figures(_ pack: PackAnswer) -> SpreadsheetTable {
    SpreadsheetTable(
      sheet: "Figures", title: "Every figure, with its limits", notes: [], sources: ["Sources: see the sheet Sources."],
      headings: [
        "Body", "Measure", "Period", "Figure [note 1]", "Mean", "Lower limit", "Upper limit", "Target [note 3]",
        "Special cause", "Status [note 2]", "Note",
      ],
      rows: pack.sections.flatMap { section in
        section.items.flatMap { item in
          item.series.points.map { point in
            [
              .text(section.name), .text(item.series.measureName), .text(point.period),
              cell(point.value, item.series, point.status == "suppressed" ? .confidential : .notAvailable),
              cell(point.mean, item.series), cell(point.lower, item.series), cell(point.upper, item.series),
              cell(point.target, item.series, .notApplicable), .text(point.cause), .text(point.status),
              .text(point.note.isEmpty ? "none" : point.note),
            ]
          }
        }
      })
  }

  private static func feeds(_ pack: PackAnswer) -> SpreadsheetTable {
    SpreadsheetTable(
      sheet: "Freshness", title: "The latest figure of each measure", notes: [], sources: [],
      headings: ["Measure", "Latest period", "For the month reported", "Data set"],
      rows: pack.feeds.map { feed in
        [
          .text(feed.name), .text(feed.latest.isEmpty ? "none" : feed.latest),
          .text(feed.isCurrent ? "yes" : "not yet"), .text(feed.dataSet.isEmpty ? "not stated" : feed.dataSet),
        ]
      })
  }

  private static func sources(_ pack: PackAnswer) -> SpreadsheetTable {
    SpreadsheetTable(
      sheet: "Sources", title: "The files the figures were read from", notes: [], sources: [],
      headings: ["Source", "Published by", "Published", "Licence", "File", "SHA-256"],
      rows: pack.sources.map { source in
        [source.title, source.publisher, source.published, source.licence, source.file, source.digest]
          .map { .text($0.isEmpty ? "not stated" : $0) }
      })
  }

  private static func cell(
    _ value: Double?, _ series: SeriesAnswer, _ absent: Shorthand = .notAvailable
  ) -> SpreadsheetCell {
    guard let value else { return .missing(absent) }
    if series.isRatio { return .number(value, .percentOneDecimal) }
    return .number(value, value == value.rounded() ? .integer : .oneDecimal)
  }
}

/// What documents of a pack say about themselves. Their date is the pack's own, so that the same pack has the same bytes.
enum PackProperties {
  static func of(_ pack: PackAnswer) throws -> DocumentProperties {
    let bodies = Sentences.list(pack.sections.map(\.name))
    guard let day = Day("\(pack.month)-01"),
      let date = CivilDate(year: day.civil.year, month: day.civil.month, day: day.civil.day)
    else { throw QuestionError("'\(pack.month)' is no month") }
    return DocumentProperties(
      title: "Integrated performance report: \(bodies), \(pack.monthName)", publisher: bodies,
      description: pack.sections.map(\.sentence).joined(separator: " "), created: date)
  }
}
