internal import Answers
internal import ArgumentParser
internal import Register
internal import Vocabulary

struct History: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a body came from and what became of it.",
    discussion: """
      A body is written as its id, as a code with its date, or as scheme:code@date.

        concordat history england.concordat QNQ@2026-03-31
        concordat history england.concordat ons:E54000042@2023-01-01 --json
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The body.")
  var body: String

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let (body, snapshot) = try lens.body(self.body, in: record)
    guard let answer = HistoryAnswer(body, in: snapshot) else {
      throw Failure(.usage, "nothing is known of '\(self.body)' as the record is seen here")
    }
    var table = Table(
      [
        .init("Direction"), .init("Id"), .init("Name", mayBeCut: true), .init("Event"), .init("Date"), .init("Status"),
        .init("Basis"), .init("Counted", "unit"), .init("Part", isNumber: true), .init("Whole", isNumber: true),
        .init("Share", isNumber: true),
      ], nothing: "No predecessors and no successors are recorded.")
    for (direction, list) in [("predecessor", answer.predecessors), ("successor", answer.successors)] {
      for entry in list {
        let start = [
          direction, entry.id, entry.name, entry.event.rawValue, entry.date.text ?? "", entry.status.rawValue,
        ]
        if entry.shares.isEmpty { table.rows.append(start + ["", "", "", "", ""]) }
        for share in entry.shares {
          table.rows.append(
            start + [
              share.basis.rawValue, share.unit, "\(share.part)", "\(share.whole)",
              "\((share.share * 1_000_000).rounded() / 1_000_000)",
            ])
        }
      }
    }
    if !output.json, !output.csv { try console.say("\(answer.name), \(answer.life.written)\n\(answer.sentence)\n") }
    try output.print(answer, as: table, on: console)
    return .done
  }
}
