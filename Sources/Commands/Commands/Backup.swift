internal import ArgumentParser
internal import Desk

struct Backup: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy a record while it is in use.",
    discussion: """
      The copy is checked before the command ends, and is itself a record: to restore it, put it where the record was.

        concordat backup england.concordat england-2026-11-21.concordat
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The new file. It must not be there yet.", completion: .file())
  var file: String

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let report = try target.open(console).backup(to: file)
    if output.json || output.csv {
      var table = Table([.init("File"), .init("Transactions", isNumber: true), .init("Head")])
      table.rows = [[report.file, String(report.transactions), report.head]]
      try output.print(report, as: table, on: console)
    } else {
      try console.say("Copied \(report.transactions) transactions to \(report.file), and the copy is whole.")
      try console.say("Head \(report.head)")
    }
    return .done
  }
}
