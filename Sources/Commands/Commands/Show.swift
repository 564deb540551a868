internal import Answers
internal import ArgumentParser
internal import Register
internal import Vocabulary

struct Show: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what is known of one body on a day.",
    discussion: """
        concordat show england.concordat QRL@2026-04-01
        concordat show england.concordat A81001 --on 2022-06-30 --json
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The body.")
  var body: String

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let (body, snapshot) = try lens.body(self.body, in: record)
    guard let answer = BodyAnswer(body, in: snapshot) else {
      throw Failure(.usage, "nothing is known of '\(self.body)' as the record is seen here")
    }
    var table = Table([.init("What"), .init("Which", mayBeCut: true), .init("From"), .init("Until")])
    table.rows = [["id", answer.body.id, answer.body.from.text ?? "", answer.body.until.text ?? ""]]
    table.rows += answer.names.map { ["\($0.usage.rawValue) name", $0.name, $0.from.text ?? "", $0.until.text ?? ""] }
    table.rows += answer.body.codes.map { ["\($0.scheme) code", $0.code, $0.from.text ?? "", $0.until.text ?? ""] }
    table.rows += answer.upward.map {
      ["\($0.type)", "\($0.name) (\($0.id))", $0.from.text ?? "", $0.until.text ?? ""]
    }
    table.rows += answer.parts.map { ["parts", $0.written, "", ""] }
    if !output.json, !output.csv {
      try console.say("\(answer.body.name)\n\(answer.sentence)\n\(answer.lawSentence)\n")
    }
    try output.print(answer, as: table, on: console)
    return .done
  }
}
