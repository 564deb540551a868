internal import ArgumentParser
internal import Desk

struct Publish: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make what came of an internal file public.",
    discussion: """
      One transaction that names who did it and why. The source is the one that import printed.

      Counts of people go through a gate: small ones are hidden, others rounded, as the rule of their measure says. \
      --rule names one for this source: hes-1-7-round-5, count-under-5, rate-under-10, or none for figures that were \
      cleared elsewhere. What is released is a table of its own; the figures and their file stay internal. --on adds \
      them up first: icb, sub-icb-location, council, nhs-region, or an area that was made. What could be subtracted \
      from an earlier release is hidden, and an area's figure that could be is refused.

        concordat publish england.concordat file.tidy-figures.3f2a9c41d07b --why "Agreed by the board in public"
        concordat publish england.concordat file.tidy-figures.3f2a9c41d07b --rule count-under-5 --on icb --why "Board paper"
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The source whose facts become public.")
  var source: String

  @Option(help: "Why it becomes public; it is kept with the transaction.")
  var why: String

  @Option(
    help: "The rule for small numbers in this source: hes-1-7-round-5, count-under-5, rate-under-10 or none.",
    completion: .list(["hes-1-7-round-5", "count-under-5", "rate-under-10", "none"]))
  var rule: String?

  @Option(help: "What the figures are added up for first: icb, sub-icb-location, council, nhs-region or a made area.")
  var on: String?

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let report = try target.open(console).publish(source, why: why, under: rule, on: on)
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
      for reason in report.hidden { console.note("hidden: \(reason)") }
      try console.say("Head \(report.head)")
    } else {
      try console.say("Nothing of \(report.source) is internal: nothing was changed.")
    }
    return .done
  }
}
