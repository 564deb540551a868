internal import ArgumentParser
internal import Chronicle
internal import Desk

struct Init: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a record that holds the shipped reference.",
    discussion: """
      The reference is the register of England's integrated care systems from 2016 to 2026: boards, partnerships, \
      clinical commissioning groups, councils, and how each became the next, every row with its source.

        concordat init england.concordat
        concordat init --empty copy.concordat
      """)

  @OptionGroup var target: RecordArgument

  @Flag(help: "Make an empty record, to apply a folder or replay a journal into.")
  var empty = false

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    var report = Report(record: target.record, facts: 0, transactions: 0, head: "")
    if empty {
      report.head = try Record.createEmpty(at: target.record, world: console.world).head().digest.hex
    } else {
      let made = try Record.create(at: target.record, world: console.world)
      report = Report(
        record: target.record, facts: made.plan.added, transactions: 1, head: made.plan.head)
    }
    if output.json || output.csv {
      var table = Table([
        .init("Record"), .init("Facts", isNumber: true), .init("Transactions", isNumber: true), .init("Head"),
      ])
      table.rows = [[report.record, String(report.facts), String(report.transactions), report.head]]
      try output.print(report, as: table, on: console)
    } else if empty {
      try console.say("Made \(report.record), an empty record.")
    } else {
      try console.say(
        "Made \(report.record): \(report.facts) facts of the shipped reference in one transaction.")
      try console.say("Head \(report.head)")
    }
    return .done
  }

  private struct Report: Encodable {
    var record: String
    var facts: Int
    var transactions: Int
    var head: String
  }
}
