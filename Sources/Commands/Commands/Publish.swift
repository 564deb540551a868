internal import ArgumentParser
internal import Desk

struct Publish: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make what came of an internal file public.",
    discussion: """
      One transaction that names who did it and why. The source is the one that import printed.

        concordat publish england.concordat file.tidy-figures.3f2a9c41d07b --why "Agreed by the board in public"
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The source whose facts become public.")
  var source: String

  @Option(help: "Why it becomes public; it is kept with the transaction.")
  var why: String

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let report = try target.open(console).publish(source, why: why)
    var table = Table([
      .init("Source"), .init("Published", isNumber: true), .init("Superseded", isNumber: true),
      .init("Transaction", isNumber: true), .init("Head"),
    ])
    table.rows = [
      [
        report.source, String(report.published), String(report.superseded),
        report.transaction.map(String.init) ?? "", report.head,
      ]
    ]
    if output.json || output.csv {
      try output.print(report, as: table, on: console)
    } else if let transaction = report.transaction {
      try console.say(
        "\(report.published) facts of \(report.source) are public, as transaction t\(transaction).")
      if report.superseded > 0 {
        try console.say("They take the place of \(report.superseded) that were public before.")
      }
      try console.say("Head \(report.head)")
    } else {
      try console.say("Nothing of \(report.source) is internal: nothing was changed.")
    }
    return .done
  }
}
