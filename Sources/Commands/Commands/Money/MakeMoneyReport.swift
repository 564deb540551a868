internal import Answers
internal import ArgumentParser
internal import Assets
internal import Desk
internal import Pack
internal import Register
internal import Vocabulary

struct MakeMoneyReport: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print the finance report of a month: thirteen tables for a board with its trusts, a trust or a place.",
    discussion: """
      Duties, the system body by body, spend by line, movements, savings, contracts, pools, fenced money, risks, the \
      underlying position, capital, cash, and the fair share: as a page that stands alone, a workbook, tables and data. \
      What is not recorded is named, and nothing stands for it. The same record gives the same files, byte for byte.

        concordat money report england.concordat --area icb.essex --month 2026-06 --out money-2026-06
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "The board, trust or place: an id, a name, or a code with its date.")
  var area: String

  @Option(help: "The month: 2026-06.")
  var month: String

  @Option(help: "The folder to write; made if it is not there. What it holds of an earlier report is replaced.")
  var out: String

  @OptionGroup var reader: AudienceOption

  @Flag(help: "Print what was written as one JSON document.")
  var json = false

  func validate() throws {
    if Day("\(month)-01") == nil { throw ValidationError("'\(month)' is no month: write --month 2026-06") }
  }

  func run(on console: Console) throws -> ExitStatus {
    guard let first = Day("\(month)-01") else { throw DeskError.misused("'\(month)' is no month") }
    let record = try target.open(console)
    let snapshot = try record.snapshot(on: first.startOfNextMonth.advanced(by: -1), audience: reader.audience)
    let report: MoneyReport
    do {
      report = try MoneyReport(
        of: snapshot.register.one(area).body, month: first, in: snapshot, blocks: record.blocks)
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    let style = Array(UnsafeBufferPointer(start: concordat_style(), count: concordat_style_count()))
    let files = try MoneyPress(report, style: style).files()
    try PackFolder(out, mark: MoneyPress.mark).write(files)
    let told = report.tables.filter { !$0.rows.isEmpty }.count
    if json {
      try console.out(
        JSONText.of(Written(folder: out, files: files.map(\.path), tables: told, findings: report.findings)))
    } else {
      try console.say(report.sentence)
      try console.say("\(files.count) files in \(out)")
    }
    return .done
  }

  private struct Written: Encodable {
    let folder: String
    let files: [String]
    let tables: Int
    let findings: [String]
  }
}
