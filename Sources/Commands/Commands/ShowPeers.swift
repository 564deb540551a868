internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Measures
internal import Register
internal import Vocabulary

struct ShowPeers: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "peers",
    abstract: "Show which bodies are nearest to one in need, and how they compare.",
    discussion: """
      Peers are chosen by need, not by hand: share of residents in the most deprived fifth, share aged 65 and over, \
      weighted people for each one registered, and number of people. The variables, their weights and the distances \
      are shown. --measure sets all bodies of the kind within the limits of chance for a rate, with the peers marked. \
      Nothing is ranked.

        concordat peers england.concordat icb.essex --on 2026-04-01
        concordat peers england.concordat icb.essex --weight people=0 --weight core20=2 --count 8
        concordat peers england.concordat icb.essex --measure waiting-list.share-over-52-weeks --csv
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The body.")
  var body: String

  @Option(help: "How many peers.")
  var count = 5

  @Option(help: "How much a variable counts: core20=2, aged-65-and-over=1, need-index=1, people=0.")
  var weight: [String] = []

  @Option(help: "Set the bodies within the limits of chance for this rate.")
  var measure: String?

  @Option(help: "Only this period of the rate, as its source names it.")
  var period: String?

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if count < 1 || count > 100 { throw ValidationError("--count is a number from 1 to 100") }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let (found, snapshot) = try lens.body(body, in: record)
    let spoken = !output.json && !output.csv
    do {
      let peers = try PeersAnswer(
        of: found, count: count, weights: try weights(), in: snapshot, blocks: record.blocks)
      guard let measure else {
        if spoken { try console.say("\(peers.sentence)\n") }
        try output.print(peers, as: NeedWriting.table(peers), on: console)
        if spoken {
          try console.say("\n\(peers.method)")
          for variable in peers.variables {
            let use = variable.isUsed ? "weight \(Decimals.rounded(variable.weight, places: 3))" : variable.note
            try console.say(
              "\(variable.key): \(variable.name), \(variable.period.isEmpty ? "" : "\(variable.period), ")\(use)")
          }
        }
        return .done
      }
      guard let id = ID<Measure>(measure), let kind = snapshot.register.kind(found) else {
        throw DeskError.misused(
          "'\(measure)' is no measure: `concordat measures \(record.path)` lists those that are loaded")
      }
      let question = OutcomesQuestion(
        measure: id, kind: kind, for: found, peers: peers.peers.compactMap(\.body.body), label: period)
      let answer = try question.answer(snapshot, blocks: record.blocks)
      if spoken { try console.say("\(answer.sentence)\n") }
      try output.print(answer, as: NeedWriting.table(answer), on: console)
      if spoken { try console.say("\n\(answer.dispersion)\n\(peers.sentence)") }
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    return .done
  }

  private func weights() throws -> [String: Double] {
    var weights: [String: Double] = [:]
    for text in weight {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let value = Double(parts[1]), value >= 0, value.isFinite else {
        throw DeskError.misused("'\(text)' is no weight: write --weight core20=2")
      }
      weights[String(parts[0])] = value
    }
    return weights
  }
}
