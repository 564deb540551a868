internal import ArgumentParser
internal import Desk
internal import Vocabulary

struct Log: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show who changed the record, when and why.",
    discussion: """
      Without a transaction, all of them, the latest last. With one, its lines and the numbers of its entries: + says \
      something, - takes back the entry with that number.

        concordat log england.concordat
        concordat log england.concordat t12
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "A transaction, for example t12.")
  var transaction: String?

  @OptionGroup var reader: AudienceOption
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    if let transaction {
      guard let number = Int(transaction.hasPrefix("t") ? transaction.dropFirst() : transaction[...]) else {
        throw DeskError.misused("'\(transaction)' is no transaction: write its number, as t12")
      }
      let entry = try record.log(of: number, for: reader.audience)
      if !output.json, !output.csv {
        try console.say("t\(entry.transaction)  \(entry.at)  \(entry.who): \(entry.why)")
        try console.say("")
      }
      try output.print(entry, as: Log.table(entry.lines ?? []), on: console)
    } else {
      let entries = try record.log()
      try output.print(entries, as: Log.table(entries), on: console)
    }
    return .done
  }

  private static func table(_ entries: [LogEntry]) -> Table {
    var table = Table(
      [
        .init("Transaction"), .init("At"), .init("Who"), .init("Why", mayBeCut: true),
        .init("Entries", isNumber: true), .init("Digest"),
      ], nothing: "The record is empty.")
    table.rows = entries.map { entry in
      [
        "t\(entry.transaction)", entry.at, entry.who, entry.why, String(entry.entries),
        String(entry.digest.prefix(12)),
      ]
    }
    return table
  }

  private static func table(_ lines: [LogLine]) -> Table {
    var table = Table([.init("Entry", isNumber: true), .init("Line", mayBeCut: true), .init("Taken back")])
    table.rows = lines.map { line in
      let ground = line.ground.map { ": \($0)" } ?? ""
      return [
        String(line.entry), line.line?.replacing("\t", with: "  ") ?? "[\(line.absence ?? "")\(ground)]",
        line.retractedBy.map { "t\($0)" } ?? "",
      ]
    }
    return table
  }
}
