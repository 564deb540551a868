internal import Answers
internal import ArgumentParser
internal import Desk
internal import Exchange
internal import Formats
internal import Money
internal import Vocabulary

struct ComputeTargets: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "target",
    abstract: "Compute the targets of practices by the weighted-capitation formula.",
    discussion: """
      Reads practices, or areas, one a row: people, the same people weighted for each need, and what costs do. Gives \
      each target with every figure on the way to it. Columns are found by name, in any order; results that stand in \
      the file are not read.

        concordat money target practices.csv --parameters 2018-19 --csv
        concordat money target wp_2025_26.csv --parameters 2025-26 --json
      """)

  @Argument(help: "The table of practices.", completion: .file(extensions: ["csv"]))
  var file: String

  @Option(help: "The year whose parameters are used: 2018-19, 2022-23, 2023-24, 2024-25 or 2025-26.")
  var parameters: String

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let formula: CapitationFormula
    do { formula = try CapitationFormula(.shipped(for: parameters)) } catch { throw DeskError.misused(error.message) }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let table = try CapitationTable(InputFile(name: name, bytes: .file(file)), for: formula)
    let answer = try TargetsAnswer(of: table.units, by: formula, notes: table.notes)
    if !output.json, !output.csv { try console.say(answer.sentence + "\n") }
    try output.print(answer, as: MoneyWriting.table(answer), on: console)
    if !output.json { for note in answer.notes { console.note(note) } }
    return .done
  }
}
