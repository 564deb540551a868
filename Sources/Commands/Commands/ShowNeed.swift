internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Measures
internal import Register
internal import Vocabulary

struct ShowNeed: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "need",
    abstract: "Show what an area needs: people by age, deprivation, weighted populations.",
    discussion: """
      For a body on a day, an area somebody made, or codes given here. Every figure says whether it is exact, \
      apportioned or refused, and from which file. What the record cannot say is named, with the file that would bring \
      it. --measure parts a measure by national fifths of deprivation instead.

        concordat need england.concordat icb.surrey-and-sussex --on 2026-04-01
        concordat need england.concordat made-area.harbour --json
        concordat need england.concordat --piece lsoa21 --codes "E01000001 E01000002"
        concordat need england.concordat icb.essex --measure population.resident.aged-65-and-over --csv
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The body or the made area; leave it out with --piece, or with --measure for England.")
  var area: String?

  @Option(help: "What the codes of an area nobody keeps are of: lsoa21, ward24, practice, network, council…")
  var piece: String?

  @Option(help: "The codes, parted by spaces or commas.")
  var codes: String?

  @Option(help: "Part this measure by fifths of deprivation.")
  var measure: String?

  @Option(help: "Only this period of the measure, as its source names it.")
  var period: String?

  @Option(
    help: "The edition of the indices of deprivation: 2019 or 2025. The latest published by the day, unless given.")
  var edition: String?

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let (place, snapshot) = try asked(of: record)
    do {
      if let measure { return try gradient(measure, place, snapshot, record, console) }
      guard let place else {
        throw DeskError.misused("say which area: a body, or --piece and --codes")
      }
      let answer = try NeedAnswer(place, edition: edition, in: snapshot, blocks: record.blocks)
      let spoken = !output.json && !output.csv
      if spoken { try console.say(answer.sentence + "\n") }
      try output.print(answer, as: NeedWriting.table(answer), on: console)
      if spoken {
        for contrast in answer.contrasts { try console.say("\n\(contrast.sentence)") }
        try console.say("\n\(answer.placeEvidence)")
        for gap in answer.gaps { try console.say("Missing: \(gap.what) \(gap.file).") }
      }
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    return .done
  }

  private func asked(of record: Record) throws -> (NeedArea?, Snapshot) {
    if let piece {
      guard area == nil else { throw DeskError.misused("an area and --piece exclude each other: give one of them") }
      let question = AreaQuestion(piece: piece, typed: codes ?? "")
      guard AreaQuestion.pieces.contains(where: { $0.word == piece }), !question.codes.isEmpty else {
        let known = AreaQuestion.pieces.map(\.word).joined(separator: ", ")
        throw DeskError.misused("give --piece as one of \(known), and at least one code in --codes")
      }
      guard question.codes.count <= AreaQuestion.limit else {
        throw DeskError.misused(
          "an area has at most \(AreaQuestion.limit) codes here; these are \(question.codes.count)")
      }
      let snapshot = try lens.snapshot(of: record)
      let unknown = try question.unknown(in: snapshot, blocks: record.blocks)
      guard unknown.isEmpty else {
        throw DeskError.refused(
          "\(unknown.prefix(5).joined(separator: ", ")): no such codes on \(snapshot.trueOn.written)")
      }
      return (.pieces(question), snapshot)
    }
    guard let area else { return (nil, try lens.snapshot(of: record)) }
    let (body, snapshot) = try lens.body(area, in: record)
    return (.body(body), snapshot)
  }

  private func gradient(
    _ measure: String, _ area: NeedArea?, _ snapshot: Snapshot, _ record: Record, _ console: Console
  ) throws -> ExitStatus {
    guard let id = ID<Measure>(measure) else {
      throw DeskError.misused(
        "'\(measure)' is no measure: `concordat measures \(record.path)` lists those that are loaded")
    }
    let answer = try GradientQuestion(measure: id, area: area, label: period, edition: edition)
      .answer(snapshot, blocks: record.blocks)
    let spoken = !output.json && !output.csv
    if spoken { try console.say(answer.sentence + "\n") }
    try output.print(answer, as: NeedWriting.table(answer), on: console)
    if spoken, !answer.note.isEmpty { try console.say("\n\(answer.note)") }
    return .done
  }
}
