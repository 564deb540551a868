internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Governance
internal import Register
internal import Vocabulary

struct WhoDecides: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "who-decides",
    abstract: "Say who decides: the holder, the chain of delegation, and its limits.",
    discussion: """
      A function is asked for by its identifier, its title or a word people use. The answer is true on a day.

        concordat who-decides england.concordat --function "elective care" --place "Harbour City" --value 1000000
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "What is to be decided on: a function's identifier, title or other word.")
  var function: String

  @Option(help: "Where: a place's identifier or name.")
  var place: String?

  @Option(help: "The sum in pounds, whole-life.")
  var value: String?

  @Option(help: "The kind of decision: award, plan, policy.")
  var kind: String?

  @Option(help: "The body that holds the function, where several do.")
  var body: String?

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let value, Pounds(cell: value) == nil {
      throw ValidationError("'\(value)' is no sum: write it in pounds, --value 1000000 or --value 1000000.50")
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let snapshot = try lens.snapshot(of: record)
    let place = try place.map { try lens.named($0, in: record).body }
    let body = try body.map { try lens.named($0, in: record).body }
    let answer: WhoDecidesAnswer
    do {
      let found = try snapshot.governance.function(meantBy: function, at: place, by: body)
      answer = WhoDecidesAnswer(
        Power.Question(found.id, place: place, value: value.flatMap { Pounds(cell: $0) }, kind: kind), in: snapshot)
    } catch {
      throw DeskError.refused(error.message)
    }
    let spoken = !output.json && !output.csv
    if spoken { try console.say("\(answer.sentence)\n") }
    try output.print(
      answer,
      as: Table(
        [
          .init("From"), .init("To"), .init("By"), .init("Limit", isNumber: !spoken), .init("Since"),
          .init("Instrument", mayBeCut: true), .init("Source", mayBeCut: true),
        ],
        rows: answer.chain.map {
          [
            $0.from.name, $0.to.name, $0.by,
            spoken ? $0.limit?.written ?? "no limit" : $0.limit.map { "\($0.pounds)" } ?? "",
            $0.since.text ?? "", $0.instrument, $0.source,
          ]
        }, nothing: "Nothing recorded passes it on."),
      on: console)
    if spoken {
      for other in answer.others {
        try console.say("Also: \(other.decider.name)\(other.limit.map { ", up to \($0.written)" } ?? "")")
      }
      for other in answer.hindered { try console.say("Not: \(other.reasons.joined(separator: "; "))") }
      for gap in answer.gaps { try console.say("Gap: \(gap)") }
    }
    return .done
  }
}
