internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Vocabulary

struct ShowMonth: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "month",
    abstract: "Show which official files of a month have come, are due or were revised.",
    discussion: """
      Run it before a pack is printed. With --since it lists each figure that has changed since a transaction: the one \
      printed on the last pack, for example.

        concordat month england.concordat --month 2026-01
        concordat month england.concordat --month 2026-01 --since t12 --csv
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "The month: 2026-01. The month before this one, unless given.")
  var month: String?

  @Option(help: "List what has changed since this transaction: t12.")
  var since: String?

  @OptionGroup var reader: AudienceOption

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let month, Day("\(month)-01") == nil { throw ValidationError("'\(month)' is no month: write --month 2026-01") }
    if let since, !since.hasPrefix("t") || Int(since.dropFirst()) == nil {
      throw ValidationError("'\(since)' is no transaction: write --since t12")
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let snapshot = try record.snapshot(audience: reader.audience)
    let today = record.world.today
    let asked = month.flatMap { Day("\($0)-01") } ?? today.startOfMonth.advanced(by: -1).startOfMonth
    if let since = since.flatMap({ Int($0.dropFirst()) }) {
      return try showChanges(of: asked, since: since, snapshot, record, on: console)
    }
    let answer = MonthAnswer(of: asked, in: snapshot, today: today)
    var table = Table([
      .init("Data set", "data_set", mayBeCut: true), .init("State"), .init("Expected"), .init("Arrived"),
      .init("Latest"), .init("Revisions", isNumber: true), .init("Sources", mayBeCut: true),
    ])
    table.rows = answer.feeds.map { feed in
      [
        feed.dataSet, feed.state.rawValue, feed.expected, feed.arrived, feed.latest, String(feed.revisions),
        feed.sources.joined(separator: ";"),
      ]
    }
    if !output.json, !output.csv { try console.say("\(answer.sentence)\n") }
    try output.print(answer, as: table, on: console)
    return .done
  }

  private func showChanges(
    of month: Day, since: Int, _ snapshot: Snapshot, _ record: Record, on console: Console
  ) throws -> ExitStatus {
    guard since <= snapshot.archive.head.transactions else {
      throw DeskError.refused(
        "the record has no transaction t\(since): it has \(snapshot.archive.head.transactions)")
    }
    let answer = try RevisionsAnswer(of: month, since: since, in: snapshot, blocks: record.blocks)
    var table = Table([
      .init("Measure"), .init("Period"), .init("Unit"), .init("Then", "then", isNumber: true),
      .init("Now", "now", isNumber: true), .init("Source", mayBeCut: true),
    ])
    table.rows = answer.cells.map { cell in
      [
        cell.measure, cell.period, cell.unit, cell.then.map { Decimals.shortest($0) } ?? "",
        cell.now.map { Decimals.shortest($0) } ?? "", cell.source,
      ]
    }
    if !output.json, !output.csv { try console.say("\(answer.sentence)\n") }
    try output.print(answer, as: table, on: console)
    return answer.cells.isEmpty ? .done : .difference
  }
}
