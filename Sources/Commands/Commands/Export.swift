internal import ArgumentParser
internal import Desk

struct Export: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the public record as a folder of readable text.",
    discussion: """
      One table for each kind of fact, sorted, and the blocks of figures they name. Equal records give equal folders, \
      byte for byte, so a folder can be kept under version control, read by anyone, changed by hand and applied again.

        concordat export england.concordat england-as-text
        concordat export england.concordat england-journal --journal

      With --journal the whole history is written instead: what is not public or was lawfully erased appears as its \
      digest alone, and replaying it gives the same head.
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The folder: new, empty, or an earlier export.", completion: .directory)
  var folder: String

  @Flag(help: "Write the journal, transaction by transaction, instead of what is known now.")
  var journal = false

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let report = try journal ? record.exportJournal(to: folder) : record.export(to: folder)
    var table = Table([.init("File"), .init("Rows", isNumber: true)])
    table.rows = report.files.map { [$0.file, String($0.rows)] }
    try output.print(report, as: table, on: console)
    if !output.json, !output.csv {
      let blocks = report.blocks > 0 ? ", \(report.blocks) blocks" : ""
      let hidden = report.withheld > 0 ? ", \(report.withheld) lines withheld" : ""
      let erased = report.redacted > 0 ? ", \(report.redacted) lines redacted" : ""
      try console.say("")
      try console.say("Wrote \(report.folder): \(report.files.count) files\(blocks)\(hidden)\(erased).")
      try console.say("Head \(report.head)")
    }
    return .done
  }
}
