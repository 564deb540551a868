internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

struct Why: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a figure was added up from, down to the row of the file.",
    discussion: """
      Gives every unit that counts towards a body's figure, how much of it counts and why, and where it stands in the \
      kept file; `concordat row` opens that row.

        concordat why england.concordat population.registered QRL@2026-04-01 --period 2025/26
        concordat row england.concordat SOURCE row=12
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The measure, as `concordat measures` lists it.")
  var measure: String

  @Argument(help: "The body; or `none` for what belongs to none, `unplaced` for what found no place.")
  var body: String

  @Option(help: "The period, as its source names it; the latest unless given.")
  var period: String?

  @Option(help: "The kind of body, where no body is named.")
  var kind = BodyKind.integratedCareBoard.rawValue

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    guard let id = ID<Measure>(measure) else {
      throw DeskError.misused(
        "'\(measure)' is no measure: `concordat measures \(record.path)` lists those that are loaded")
    }
    let (name, kind, snapshot) = try asked(of: record)
    let question = RecastQuestion(
      measure: id, from: snapshot.trueOn, to: .bodies(kind, on: snapshot.trueOn), label: period)
    let answer: PartsAnswer
    do {
      answer = try question.parts(of: name, snapshot, blocks: record.blocks)
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    if !output.json, !output.csv {
      try console.say(
        "\(answer.measureName), \(answer.period)\n\(answer.sentence)\n"
          + "Source \(answer.source), SHA-256 \(answer.digest.isEmpty ? "not known" : answer.digest)\n")
    }
    try output.print(answer, as: table(answer), on: console)
    return .done
  }

  private func asked(of record: Record) throws -> (String, BodyKind, Snapshot) {
    if ["none", "unplaced"].contains(body) {
      guard let kind = BodyKind(rawValue: kind) else { throw DeskError.misused("'\(kind)' is no kind of body") }
      return (body, kind, try lens.snapshot(of: record))
    }
    let (found, snapshot) = try lens.body(body, in: record)
    guard let kind = snapshot.register.kind(found) else {
      throw DeskError.misused("it is not recorded what kind of body '\(body)' is")
    }
    return (found.text, kind, snapshot)
  }

  private func table(_ answer: PartsAnswer) -> Table {
    var table = Table([
      .init("Unit"), .init("Name", mayBeCut: true), .init("Figure", isNumber: true), .init("Share", isNumber: true),
      .init("Counts", "value", isNumber: true), .init("Where", "place"), .init("Rows", isNumber: true),
      .init("Note", mayBeCut: true),
    ])
    table.rows = answer.parts.map { part in
      [
        part.unit, part.name, part.figure.map { Decimals.rounded($0, places: 6) } ?? "",
        Decimals.rounded(part.share, places: 9), part.value.map { Decimals.rounded($0, places: 6) } ?? "",
        part.place, String(part.rows), part.note,
      ]
    }
    return table
  }
}
