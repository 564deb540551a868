internal import ArgumentParser
internal import Desk

struct Verify: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove that a record is whole and unaltered.",
    discussion: """
      Checks the digest of every line, of every transaction, and of every kept file, and reports the first broken \
      link. A record that was cut short breaks no link: note the head that export, backup and verify print, and give \
      it later to have it looked for.

        concordat verify england.concordat
        concordat verify england.concordat --head 3f2a9c41d07b

      Ends with status 1 when the chain is broken or the head is not there.
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "A head noted earlier: its 64 digits, or at least the first twelve.")
  var head: String?

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let report = try target.open(console).verify(head: head)
    if output.json || output.csv {
      try output.print(report, as: Verify.table(report), on: console)
    } else {
      for line in Verify.lines(report, head: head) { try console.say(line) }
    }
    return report.whole ? .done : .difference
  }

  private static func lines(_ report: VerificationReport, head: String?) -> [String] {
    var lines: [String] = []
    if let broken = report.broken {
      lines.append("BROKEN: \(broken).")
      lines.append("Restore a backup, and keep this file for whoever finds out what happened.")
      return lines
    }
    let counts = "\(report.transactions) transactions, \(report.entries) entries"
    let redacted = report.redacted > 0 ? ", \(report.redacted) redacted" : ""
    let withheld = report.withheld > 0 ? ", \(report.withheld) withheld from this copy" : ""
    lines.append("Chain whole: \(counts)\(redacted)\(withheld).")
    for digest in report.damaged { lines.append("DAMAGED: the kept file \(digest).") }
    if let head {
      lines.append(
        report.found.map { "Head \(head) is transaction t\($0)." }
          ?? "MISSING: no transaction has the head \(head). The record was cut short, or is another one.")
    }
    lines.append("Head \(report.head)")
    return lines
  }

  private static func table(_ report: VerificationReport) -> Table {
    var table = Table([
      .init("Whole"), .init("Transactions", isNumber: true), .init("Entries", isNumber: true), .init("Head"),
      .init("Redacted", isNumber: true), .init("Withheld", isNumber: true), .init("Broken"), .init("Damaged"),
    ])
    table.rows = [
      [
        String(report.whole), String(report.transactions), String(report.entries), report.head,
        String(report.redacted), String(report.withheld), report.broken ?? "",
        report.damaged.joined(separator: ";"),
      ]
    ]
    return table
  }
}
