internal import Answers
internal import ArgumentParser
internal import Desk
internal import Vocabulary

struct ShowFairShare: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "fair-share",
    abstract: "Show what an area's fair share of England's money is, and why.",
    discussion: """
      From the weighted populations of practices of a year: a percentage, an index and pounds of each million, for the \
      area, its parts by council and its practices, which add up exactly. Amounts appear only for a named scenario.

        concordat money fair-share england.concordat --area icb.essex --year 2025-26 --json
        concordat money fair-share england.concordat --area made-area.harbour --year 2025-26 \\
          --scenario "as in 2024/25" --quantum 107600000000
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "The area: an id, a name, a code with its date, or an area that was made.")
  var area: String

  @Option(help: "The financial year: 2025-26.")
  var year: String

  @Option(help: "The name of a scenario; with --quantum.")
  var scenario: String?

  @Option(help: "What the scenario supposes for all of England, in pounds.")
  var quantum: String?

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (scenario == nil) != (quantum == nil) {
      throw ValidationError("--scenario and --quantum go together: a sum of money needs a name, and a name a sum")
    }
    if let quantum, Pence(quantum) == nil {
      throw ValidationError("'\(quantum)' is no amount: write pounds, for example --quantum 107600000000")
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    guard let asked = FinancialYear(in: year) else {
      throw DeskError.misused("'\(year)' is no financial year: write --year 2025-26")
    }
    let record = try target.open(console)
    let (body, snapshot) = try lens.body(area, in: record)
    let supposed = quantum.flatMap { Pence($0) }.map { (name: scenario ?? "", amount: $0) }
    let answer: FairShareAnswer
    do {
      answer = try FairShareAnswer(of: body, year: asked, scenario: supposed, in: snapshot, blocks: record.blocks)
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    if !output.json, !output.csv { try console.say(answer.sentence + "\n") }
    try output.print(answer, as: MoneyWriting.table(answer), on: console)
    if !output.json { for note in answer.notes { console.note(note) } }
    return .done
  }
}
