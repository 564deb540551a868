internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Vocabulary

struct Import: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take official files, or tables of your own, into a record.",
    discussion: """
      A file is recognised by what is in it, never by its name; `concordat formats` lists what is read. Each file is \
      one transaction or nothing: what is only half understood is refused with the reason. The same file again changes \
      nothing; a revised one takes the place of the old, and the figures that changed are listed.

        concordat import england.concordat epraccur.csv GPAD-mapping.csv
        concordat import england.concordat our-figures.csv --published 2026-03

      A text that claims are taken from is kept, whole and cleaned line by line, as the text of its source:

        concordat import england.concordat article.txt --text-of brief-001

      What comes of an official publication is public at once. Anything else, and everything with --internal, is kept \
      from the public until `concordat publish`.

      Ends with status 65 when a file was refused, 74 when one could not be read; the others are imported.
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The files.", completion: .file())
  var files: [String]

  @Flag(name: .customLong("internal"), help: "Keep official publications from the public too.")
  var isInternal = false

  @Option(help: "Read as this format, whatever the file looks like.")
  var format: String?

  @Option(help: "When the file was published, where it does not say: 2026-04-01, 2026-04 or 2026.")
  var published: String?

  @Option(help: "The source that the one file is the text of. It is kept from the public until `concordat publish`.")
  var textOf: String?

  @Option(help: "Why, for the journal.")
  var why: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let published, Moment(published) == nil {
      throw ValidationError("'\(published)' is no date: write 2026-04-01, 2026-04 or 2026")
    }
    if let textOf {
      guard ID<Source>(textOf) != nil else { throw ValidationError("'\(textOf)' is no source's identifier") }
      guard files.count == 1 else { throw ValidationError("one file is the text of a source: give one with --text-of") }
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let progress = Progress(console)
    let options = ImportOptions(
      readers: console.readers, format: format, isInternal: isInternal,
      published: published.flatMap { Moment($0) },
      why: why, progress: { progress.show($0) })
    let source = textOf.flatMap { ID<Source>($0) }
    var reports: [ImportReport] = []
    for file in files {
      let report =
        if let source { try record.importText(file, of: source, why: why) } else { record.importFile(file, options) }
      progress.clear()
      reports.append(report)
      if let error = report.error { console.note("concordat: \(error)") }
      if !output.json, !output.csv { for line in Import.lines(report) { try console.say(line) } }
    }
    if output.json || output.csv { try output.print(reports, as: Import.table(reports), on: console) }
    if reports.contains(where: { $0.status == .blocked }) { return .blocked }
    return reports.contains { $0.status == .refused } ? .refused : .done
  }

  private static func lines(_ report: ImportReport) -> [String] {
    switch report.status {
    case .refused, .blocked: return ["\(report.file): \(report.status.rawValue), nothing of it was stored"]
    case .unchanged: return ["\(report.file): unchanged"] + report.notes.map { "  " + $0 }
    case .imported: break
    }
    var lines = [
      "\(report.file): \(report.format ?? ""), \(Decimals.grouped(Double(report.rowsRead))) rows read"
    ]
    if report.rowsRefusedCount > 0 {
      lines.append("  \(report.rowsRefusedCount) rows refused:")
      lines += report.rowsRefused.prefix(10).map { "    \($0.row): \($0.reason)" }
      if report.rowsRefusedCount > 10 { lines.append("    … --json lists more") }
    }
    if !report.measures.isEmpty { lines.append("  measures: " + report.measures.joined(separator: ", ")) }
    if !report.lookups.isEmpty { lines.append("  lookups: " + report.lookups.joined(separator: ", ")) }
    if report.changedCellsCount > 0 {
      lines.append("  \(Decimals.grouped(Double(report.changedCellsCount))) figures changed:")
      lines += report.changedCells.prefix(10).map { cell in
        let old = cell.old.map(Decimals.shortest) ?? "none"
        let new = cell.new.map(Decimals.shortest) ?? "none"
        return "    \(cell.measure) \(cell.period) \(cell.unit): \(old) → \(new)"
      }
      if report.changedCellsCount > 10 { lines.append("    … --json lists more") }
    }
    lines += report.notes.map { "  " + $0 }
    let transaction = report.transaction.map { " as transaction t\($0)" } ?? ""
    lines.append(
      "  \(report.entriesAdded) entries, \(report.audience ?? "")\(transaction), source \(report.source ?? "")"
    )
    return lines
  }

  private static func table(_ reports: [ImportReport]) -> Table {
    var table = Table([
      .init("File"), .init("Status"), .init("Format"), .init("Source"), .init("Audience"),
      .init("Rows read", isNumber: true), .init("Rows refused", isNumber: true), .init("Measures"),
      .init("Entries added", isNumber: true), .init("Changed cells", isNumber: true), .init("Error"),
    ])
    table.rows = reports.map { report in
      [
        report.file, report.status.rawValue, report.format ?? "", report.source ?? "", report.audience ?? "",
        String(report.rowsRead), String(report.rowsRefusedCount), report.measures.joined(separator: ";"),
        String(report.entriesAdded), String(report.changedCellsCount), report.error ?? "",
      ]
    }
    return table
  }
}
