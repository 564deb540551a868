internal import ArgumentParser
internal import Desk

struct Redact: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lawfully erase an entry for good.",
    discussion: """
      The one exception to the rule that nothing is deleted, for personal data and withdrawn figures. The line is \
      blanked wherever the same was said, with the figures or the kept file that still hold it; its digest and the \
      ground stay, and `verify` still proves the chain and says how many lines are gone. Copies made before are not \
      reached: make new backups, and destroy the old.

        concordat log england.concordat t12
        concordat redact england.concordat 4711 --ground "UK GDPR article 17: personal data recorded in error"
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The number of the entry, as `log` shows it.")
  var entry: Int

  @Option(help: "The ground in law. It is public and stays.")
  var ground: String

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let report = try target.open(console).redact(entry: entry, ground: ground)
    var table = Table([
      .init("Entry", isNumber: true), .init("Entries"), .init("Ground"), .init("Contents"),
      .init("Retracted"),
      .init("Transaction", isNumber: true), .init("Head"),
    ])
    table.rows = [
      [
        String(report.entry), report.entries.map(String.init).joined(separator: ";"), report.ground,
        report.contents.joined(separator: ";"), report.retracted.map(String.init).joined(separator: ";"),
        String(report.transaction), report.head,
      ]
    ]
    if output.json || output.csv {
      try output.print(report, as: table, on: console)
    } else {
      let others =
        report.entries.count > 1 ? " and \(report.entries.count - 1) others that said the same" : ""
      try console.say("Erased entry \(report.entry)\(others), as transaction t\(report.transaction).")
      for note in report.notes { try console.say("  " + note) }
      try console.say("Copies made before today still hold it: make a new backup, and destroy the old ones.")
      try console.say("Head \(report.head)")
    }
    return .done
  }
}
