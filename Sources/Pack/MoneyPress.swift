public import Answers
internal import Formats
internal import Pages
internal import Vocabulary

/// The finance report of a month in every form it is printed in, as files in memory.
///
/// The same report gives the same bytes.
public struct MoneyPress: Sendable {
  /// The name of the file by which a folder is known to hold a report.
  public static let mark = "money.json"

  private let report: MoneyReport
  private let style: [UInt8]

  /// A press for one report. `style` is the style sheet that the page carries in itself.
  public init(_ report: MoneyReport, style: [UInt8]) {
    self.report = report
    self.style = style
  }

  /// Every file, by path: the page, the workbook, the data and a table for each that has rows.
  ///
  /// - Throws: `FormatError` when a figure or a word cannot be held by a workbook.
  public func files() throws -> [PackPress.File] {
    let told = report.tables.filter { !$0.rows.isEmpty }
    let name = "money-\(report.month)"
    let tables = told.map { table in
      PackPress.File(
        path: "\(table.key).csv",
        bytes: DataReply.csv(
          header: table.headings, rows: table.rows.map { $0.map(\.plain) }, name: "\(name)-\(table.key)"
        ).body)
    }
    let beside = ["money.xlsx", Self.mark] + tables.map(\.path)
    let files =
      [
        PackPress.File(path: "index.html", bytes: MoneySheet.page(report, style: style, files: beside)),
        PackPress.File(path: Self.mark, bytes: DataReply.json(report, name: name).body),
        PackPress.File(path: "money.xlsx", bytes: try WorkbookWriter.bytes(of: workbook(told))),
      ] + tables
    return files.sorted { $0.path < $1.path }
  }

  private func workbook(_ tables: [MoneyReport.Table]) throws -> SpreadsheetDocument {
    guard let day = Day("\(report.month)-01"),
      let date = CivilDate(year: day.civil.year, month: day.civil.month, day: day.civil.day)
    else { throw QuestionError("'\(report.month)' is no month") }
    return SpreadsheetDocument(
      properties: DocumentProperties(
        title: "Finance report: \(report.body.name), \(report.monthName)", publisher: report.body.name,
        description: report.sentence, created: date),
      cover: [
        report.sentence,
        "Made from the record with the digest \(report.asAt.head), transaction \(report.asAt.transaction).",
      ],
      notes: ["Amounts are in pounds. Shares are written as percentages."],
      tables: tables.map { table in
        SpreadsheetTable(
          sheet: String(table.title.filter { !":\\/?*[]".contains($0) }.prefix(31)), title: table.title,
          notes: table.note.isEmpty ? [] : [table.note], sources: ["Source: the record."], headings: table.headings,
          rows: table.rows.map { $0.map(Self.cell) })
      })
  }

  private static func cell(_ cell: MoneyReport.Cell) -> SpreadsheetCell {
    switch cell {
    case .words(let words): words.isEmpty ? .missing(.notApplicable) : .text(words)
    case .pence(let count): .number(Pence(count).pounds, .twoDecimals)
    case .share(let share): .number(share, .percentOneDecimal)
    case .none: .missing(.notAvailable)
    }
  }
}
