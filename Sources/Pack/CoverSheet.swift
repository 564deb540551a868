public import Answers
internal import Formats
public import Vocabulary

/// The papers of an agenda as documents for a board's own template: the chair's sheet, and a cover for each item.
public enum CoverSheet {
  /// A document with the name of its file.
  public struct File: Sendable {
    /// `chair.docx`, `item-1.docx`…
    public let name: String
    /// The document.
    public let bytes: [UInt8]
  }

  /// The chair's sheet and the covers of its items.
  ///
  /// The day stands in the documents, so that the same sheet has the same bytes.
  ///
  /// - Throws: `FormatError` where the text cannot be written as a document.
  public static func documents(for agenda: AgendaAnswer, on day: Day) throws -> [File] {
    var files = [File(name: "chair.docx", bytes: try DocumentWriter.bytes(of: chair(agenda, day)))]
    for item in agenda.items {
      files.append(File(name: "item-\(item.number).docx", bytes: try DocumentWriter.bytes(of: cover(item, day))))
    }
    return files
  }

  private static func chair(_ agenda: AgendaAnswer, _ day: Day) throws -> TextDocument {
    var blocks: [TextDocument.Block] = [.paragraph([.plain(agenda.sentence)])]
    for item in agenda.items {
      blocks += [
        .heading(.one, "\(item.number). \(item.title)"),
        .table(
          TextDocument.Table(
            caption: "What the chair needs for item \(item.number)", headings: ["What", "State"],
            rows: [
              ["Authority and limit", item.authority], ["Quorum", item.quorum],
              ["Who leaves", item.leaving.joined(separator: "; ")],
              ["Who may not see the paper", item.withoutPaper.joined(separator: "; ")],
              ["The paper must show", item.toShow.joined(separator: " ")],
              ["Notice and papers", item.notice.joined(separator: " ")],
            ].map { row in row.map { $0.isEmpty ? "none" : $0 } })),
      ]
    }
    return TextDocument(properties: try properties("Chair's sheet", day), blocks: blocks)
  }

  private static func cover(_ item: AgendaAnswer.Item, _ day: Day) throws -> TextDocument {
    let power = item.check.power
    return TextDocument(
      properties: try properties(item.title, day),
      blocks: [
        .paragraph([.plain(item.check.sentence)]),
        .heading(.one, "Authority"), .paragraph([.plain(power?.sentence ?? "No function is given.")]),
        .heading(.one, "What was looked at"),
        .table(
          TextDocument.Table(
            caption: "Findings for the paper", headings: ["Topic", "Result", "Finding", "Source"],
            rows: item.check.findings.map { finding in
              [finding.topic, finding.result, finding.text, finding.citation].map { $0.isEmpty ? "none" : $0 }
            })),
      ])
  }

  private static func properties(_ title: String, _ day: Day) throws -> DocumentProperties {
    let civil = day.civil
    guard let date = CivilDate(year: civil.year, month: civil.month, day: civil.day) else {
      throw QuestionError("'\(day)' is no day a document can bear")
    }
    return DocumentProperties(
      title: title, publisher: "Concordat", description: "Made from the record for \(day.written).", created: date)
  }
}
