internal import ArgumentParser
internal import Oversight
internal import Vocabulary

struct ScoreResults: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score the published results of a framework.",
    discussion: """
      Reads the file NHS England publishes for each type of trust, one row for each quarter, trust and metric, and \
      gives one row for each trust and quarter: its average, domain scores, segments and rank.

      The quartiles between segments need every trust in England. From the file of one type the unadjusted segment is \
      taken over as published, and the column unadjusted_basis says so; give the files of all types together and it is \
      computed. A rank comes with its likely range and with those it was taken among, or not at all.

        concordat oversight score mh_community_data_q4.csv --framework 2025-26 --csv
        concordat oversight score acute.csv ambulance.csv community.csv --json
        concordat oversight score results.csv --framework 2026-27 --thresholds 2.1,2.4,2.7
      """)

  @Argument(help: "The published files.", completion: .file(extensions: ["csv"]))
  var files: [String]

  @OptionGroup var options: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let scorer = try options.scorer()
    let (cards, notScored) = scorer.score(try .reading(files))
    let answer = ScoredResults(framework: scorer.framework, cards: cards, notScored: notScored)
    try output.print(answer, as: output.csv ? ScoreTable.tidy(cards) : ScoreTable.readable(cards), on: console)
    for note in answer.notes { console.note(note) }
    return .done
  }
}
