internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Vocabulary

struct CompareTexts: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff-texts",
    abstract: "Show what two kept texts say differently, sentence by sentence.",
    discussion: """
      Texts are kept with `concordat import --text-of SOURCE`. Sentences that share half of their words or more are set \
      side by side with the words, numbers and dates that only one of them has, and the claims the record keeps of them; \
      then come those that stand in one text alone.

        concordat diff-texts england.concordat brief-001 brief-002
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The source of the one text.")
  var first: String

  @Argument(help: "The source of the other.")
  var second: String

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let (one, two) = (try source(first), try source(second))
    let answer: TextsAnswer
    do {
      answer = try TextsAnswer(one, against: two, in: lens.snapshot(of: record), blocks: record.blocks)
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    try output.print(answer, as: table(answer), on: console)
    if !output.json, !output.csv { try console.say("\n\(answer.sentence)") }
    return .done
  }

  private func source(_ word: String) throws -> ID<Source> {
    guard let id = ID<Source>(word) else { throw DeskError.misused("'\(word)' is no name of a source") }
    return id
  }

  private func table(_ answer: TextsAnswer) -> Table {
    var table = Table([
      .init("How"), .init("Line", "first_line", isNumber: true), .init("The one", "first", mayBeCut: true),
      .init("Line", "second_line", isNumber: true), .init("The other", "second", mayBeCut: true),
      .init("Only the one", "only_first", mayBeCut: true), .init("Only the other", "only_second", mayBeCut: true),
      .init("Claims", mayBeCut: true),
    ])
    table.rows =
      answer.changed.map { pair in
        [
          "otherwise", String(pair.first.line), pair.first.words, String(pair.second.line), pair.second.words,
          pair.onlyFirst.joined(separator: " "), pair.onlySecond.joined(separator: " "),
          pair.claims.joined(separator: ";"),
        ]
      }
      + answer.onlyFirst.map { ["only the one", String($0.line), $0.words, "", "", "", "", ""] }
      + answer.onlySecond.map { ["only the other", "", "", String($0.line), $0.words, "", "", ""] }
    return table
  }
}
