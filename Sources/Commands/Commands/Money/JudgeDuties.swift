internal import Answers
internal import ArgumentParser
internal import Desk
internal import Vocabulary

struct JudgeDuties: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract: "Show how the financial duties of a body stand in a year.",
    discussion: """
      For a board or a trust: met, not met or not assessable, with the figures worked from and the law. A figure that \
      is not in the record leaves a duty not assessable; it is never taken for a pass. Up to 31 March 2026 a system \
      balances, from 1 April 2026 each body alone.

        concordat money duties england.concordat icb.essex --year 2026-27 --json
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The board or trust: an id, a name, or a code with its date.")
  var body: String

  @Option(help: "The financial year: 2026-27.")
  var year: String

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    guard let asked = FinancialYear(in: year) else {
      throw DeskError.misused("'\(year)' is no financial year: write --year 2026-27")
    }
    let record = try target.open(console)
    let (body, snapshot) = try lens.body(body, in: record)
    let answer: DutiesAnswer
    do {
      answer = try DutiesAnswer(of: body, year: asked, in: snapshot, blocks: record.blocks)
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    if !output.json, !output.csv { try console.say(answer.sentence + "\n") }
    try output.print(answer, as: MoneyWriting.table(answer), on: console)
    return .done
  }
}
