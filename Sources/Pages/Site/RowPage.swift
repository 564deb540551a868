internal import Answers
internal import Chronicle
internal import Vocabulary

/// One row of the file a source was read from, as it was handed in.
enum RowPage {
  static func reply(_ visit: Visit, _ id: String, _ place: RowPlace) -> Reply {
    do {
      guard let source = ID<Source>(id) else { throw QuestionError("No source is called “\(id)”.") }
      let row = try visit.rows(source, place)
      switch visit.address.format {
      case .json: return DataReply.json(row, name: "\(id)-row-\(row.number)")
      case .csv:
        return DataReply.csv(
          header: ["column", "heading", "cell"],
          rows: row.cells.indices.map { [String($0 + 1), heading($0, row), row.cells[$0]] },
          name: "\(id)-row-\(row.number)")
      case .page: return Reply(body: page(visit, id, row))
      }
    } catch {
      return missing(visit, id, (error as? QuestionError)?.message ?? "The file could not be read.")
    }
  }

  private static func missing(_ visit: Visit, _ id: String, _ message: String) -> Reply {
    guard visit.address.format == .page else {
      return Reply(.notFound, type: "text/plain; charset=utf-8", body: Array("\(message)\n".utf8))
    }
    let head = PageHead(name: "That row cannot be shown", summary: Sentences.capital(message))
    return Reply(
      .notFound,
      body: Frame.sheet(visit, head: head, crumbs: [("Data", .data), ("Sources", .sources)], hasData: false)
        .page { html in
          html(.p) { html in html(.a, "What is known of the source", .href(visit.address.at(.source(id)))) }
        })
  }

  private static func page(_ visit: Visit, _ id: String, _ row: KeptRow) -> [UInt8] {
    let place = row.table.isEmpty ? "row \(row.number)" : "sheet “\(row.table)”, row \(row.number)"
    let head = PageHead(
      kind: "Row of a file", name: "\(row.file), row \(Figures.grouped(row.number))",
      summary: "What stands on \(place) of the file as it was handed in, cell by cell.")
    let title = SourcesAnswer(in: visit.snapshot).sources.first { $0.id == id }?.title ?? id
    let crumbs: [(name: String, place: Place)] = [("Data", .data), ("Sources", .sources), (title, .source(id))]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      html.part("The row", id: "row") { html in
        html.add(
          Table(
            id: "cells", caption: "The cells of the row",
            note: row.headings.isEmpty ? "The table has no headings." : nil,
            columns: [.words("Column"), .words("Cell")],
            rows: row.cells.indices.map { column in
              let name = heading(column, row)
              return .init([
                .init(name.isEmpty ? "Column \(column + 1)" : name),
                .init(row.cells[column].isEmpty ? "–" : row.cells[column]),
              ])
            }))
      }
    }
  }

  private static func heading(_ column: Int, _ row: KeptRow) -> String {
    row.headings.indices.contains(column) ? row.headings[column] : ""
  }
}
