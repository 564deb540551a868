internal import Answers
internal import ArgumentParser
internal import Desk

struct ShowDue: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List what falls due for a body, and what is overdue.",
    discussion: """
      Terms that end, yearly declarations and tests, reviews, agreements that run out, notices, papers and minutes, the \
      clocks of provider selection.

        concordat due england.concordat northmoor.icb --within 90d
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The body.")
  var body: String

  @Option(help: "How far to look: 90d for days, 12w for weeks.")
  var within = "90d"

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  private var days: Int? {
    guard let unit = within.last, let count = Int(within.dropLast()), count >= 0, count <= 3_660 else { return nil }
    return unit == "d" ? count : unit == "w" ? count * 7 : nil
  }

  func validate() throws {
    if days == nil { throw ValidationError("'\(within)' is no span: write --within 90d or --within 12w") }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let (found, snapshot) = try lens.named(body, in: record)
    let answer = DueAnswer(of: found, within: days ?? 90, in: snapshot)
    if !output.json, !output.csv { try console.say("\(answer.sentence)\n") }
    try output.print(
      answer,
      as: Table(
        [.init("Day"), .init("State"), .init("Sort"), .init("What", mayBeCut: true), .init("Owner"), .init("Rule")],
        rows: answer.entries.map { [$0.day, $0.isOverdue ? "overdue" : "due", $0.sort, $0.what, $0.owner, $0.rule] },
        nothing: "Nothing falls due."),
      on: console)
    return .done
  }
}
