internal import Answers
internal import ArgumentParser
internal import Desk

struct Find: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find a body by any name or code it ever had, or by a place.",
    discussion: """
        concordat find england.concordat Bassetlaw
        concordat find england.concordat QNQ
        concordat find england.concordat "SW1A 1AA"
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "A name, a code, a council, a postcode or a term.")
  var words: [String]

  @Option(help: "The most hits to list.")
  var limit = 20

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit lies between 1 and 10000") }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let text = words.joined(separator: " ")
    let answer = FindAnswer(
      text, in: try lens.snapshot(of: record), limit: limit, blocks: record.blocks)
    var table = Table(
      [
        .init("Id"), .init("Name", mayBeCut: true), .init("Kind"), .init("Matched", mayBeCut: true),
        .init("Life", mayBeCut: true),
      ], nothing: "No body is called so.")
    table.rows = answer.hits.map {
      [$0.id, $0.name, $0.kind, "\($0.matched.what): \($0.matched.text)", $0.periodWritten]
    }
    if !output.json, !output.csv {
      for meaning in answer.meanings { try console.say("\(meaning.term): \(meaning.meaning)") }
      if !answer.meanings.isEmpty { try console.say("") }
    }
    try output.print(answer, as: table, on: console)
    if !output.json, !output.csv {
      try console.say("\n\(answer.sentence)")
      if let only = answer.hits.first, answer.count == 1 { try console.say(only.sentence) }
    }
    return .done
  }
}
