internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Foundation

struct Apply: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring a record up to a folder of text.",
    discussion: """
      Shows the plan as diff does, then makes all of it in one transaction. One bad row refuses the whole folder, with \
      its file and line. What the folder lacks stays in the record unless --prune is given, and even then only rows of \
      files that the folder has.

        concordat apply england.concordat england-as-text --why "Corrected the name of a board"

      A folder written with `export --journal` is replayed into an empty record, which then has the same head. Where \
      there is no record yet, an empty one is made.
      """)

  @OptionGroup var target: RecordArgument
  @OptionGroup var source: FolderArgument

  @Flag(help: "Retract rows that the folder's files lack.")
  var prune = false

  @Option(help: "Why the record is changed; it is kept with the transaction.")
  var why: String?

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let folder = try source.read()
    let isNew = !FileManager.default.fileExists(atPath: target.record)
    let record =
      isNew ? try Record.createEmpty(at: target.record, world: console.world) : try target.open(console)
    do {
      let status = try apply(folder, to: record, console)
      if status != .done, isNew { Record.discard(record) }
      return status
    } catch {
      if isNew { Record.discard(record) }
      throw error
    }
  }

  private func apply(_ folder: RecordFolder, to record: Record, _ console: Console) throws -> ExitStatus {
    switch folder {
    case .journal(let journal):
      let transactions = try record.replay(journal)
      let report = Replayed(transactions: transactions, head: try record.head().digest.hex)
      var table = Table([.init("Transactions", isNumber: true), .init("Head")])
      table.rows = [[String(report.transactions), report.head]]
      if output.json || output.csv {
        try output.print(report, as: table, on: console)
      } else {
        try console.say("Replayed \(report.transactions) transactions.")
        try console.say("Head \(report.head)")
      }
      return .done
    case .text(let text):
      let plan = try record.apply(text, prune: prune, why: why ?? defaultReason)
      if output.json || output.csv {
        try output.print(plan, as: PlanText.table(plan), on: console)
      } else {
        try console.out(PlanText.of(plan, width: console.width))
        if let number = plan.transaction {
          try console.say("Applied as transaction t\(number).")
          try console.say("Head \(plan.head)")
        } else if plan.findings.isEmpty {
          try console.say("Nothing to do.")
        }
      }
      for finding in PlanText.findings(plan) { console.note(finding) }
      guard plan.findings.isEmpty else {
        console.note("concordat: nothing was applied")
        return .refused
      }
      return .done
    }
  }

  private var defaultReason: String { source.shipped ? "The shipped reference" : "A folder of text" }

  private struct Replayed: Encodable {
    var transactions: Int
    var head: String
  }
}
