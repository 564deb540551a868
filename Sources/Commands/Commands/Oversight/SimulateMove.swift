internal import ArgumentParser
internal import Desk
internal import Oversight
internal import Vocabulary

struct SimulateMove: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Show what would move a body to the next better segment.",
    discussion: """
      For each metric alone: the score it would need, and a value that had such a score in the same quarter. A movement \
      within the limits of ordinary variation is noise and gets no credit; limits need twelve quarters in the files.

        concordat oversight simulate mh_community_data_q4.csv --body RDY --quarter "Q4 2025/26"
      """)

  @Argument(
    help: "The published files, more quarters for the limits among them.", completion: .file(extensions: ["csv"]))
  var files: [String]

  @Option(help: "The code of the body, as in the column Trust_code.")
  var body: String

  @Option(help: "The quarter: \"Q4 2025/26\", or Q4 where the files have one only.")
  var quarter: String

  @OptionGroup var options: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let scorer = try options.scorer()
    let results = try PublishedResults.reading(files)
    let simulation = try scorer.simulate(results, code: body, quarter: try chosenQuarter(results))
    let answer = Answer(simulation)
    try output.print(answer, as: table(answer), on: console)
    if !output.json, !output.csv { try console.say("\n\(simulation.sentence)") }
    return .done
  }

  private func chosenQuarter(_ results: PublishedResults) throws -> Quarter {
    if let exact = Quarter(quarter) { return exact }
    let all = Set(results.bodies.map(\.quarter)).sorted()
    let matching = all.filter { "Q\($0.number)" == quarter.uppercased() }
    guard let only = matching.first, matching.count == 1 else {
      throw DeskError.misused(
        "'\(quarter)' is no quarter of the files: they have \(all.map(\.description).joined(separator: ", "))")
    }
    return only
  }

  private func table(_ answer: Answer) -> Table {
    var table = Table(
      [
        .init("Metric"), .init("Name", mayBeCut: true), .init("Score", isNumber: true),
        .init("Needed", "needed_score", isNumber: true), .init("Value", isNumber: true),
        .init("As", "example_code"), .init("Had", "example_value", isNumber: true), .init("Credit"),
        .init("Why", mayBeCut: true),
      ], nothing: "No average moves it.")
    table.rows = answer.steps.map { step in
      [
        step.metric, step.name, ScoreTable.number(step.score, 2), ScoreTable.number(step.neededScore, 2),
        ScoreTable.number(step.value, 2), step.exampleCode ?? "", ScoreTable.number(step.exampleValue, 2),
        step.credit, step.why,
      ]
    }
    return table
  }

  private struct Answer: Encodable {
    var body: String
    var name: String
    var quarter: String
    var segment: Int?
    var target: Int?
    var edge: Double?
    var edgeFrom: String?
    var edgeIsWithinLikelyRange: Bool
    var sentence: String
    var steps: [Step]

    init(_ simulation: Simulation) {
      body = simulation.card.code
      name = simulation.card.name
      quarter = simulation.card.quarter.description
      segment = simulation.card.adjusted
      target = simulation.target
      edge = simulation.edge.flatMap { $0.isFinite ? $0 : nil }
      edgeFrom = simulation.origin?.rawValue
      edgeIsWithinLikelyRange = simulation.isWithinLikelyRange
      sentence = simulation.sentence
      steps = simulation.steps.map(Step.init)
    }
  }

  private struct Step: Encodable {
    var metric: String
    var name: String
    var score: Double
    var neededScore: Double?
    var value: Double?
    var exampleCode: String?
    var exampleValue: Double?
    var credit: String
    var why: String

    init(_ step: Simulation.Step) {
      metric = step.score.id
      name = step.score.name
      score = step.score.score
      neededScore = step.needed
      value = step.value
      exampleCode = step.example?.code
      exampleValue = step.example?.value
      switch step.credit {
      case .credited(let limits):
        credit = "credited"
        why = "outside \(Step.words(limits))"
      case .noise(let limits):
        credit = "noise"
        why = "within \(Step.words(limits))"
      case .notAssessable(let reason):
        credit = "none"
        why = step.needed == nil ? "even 1.00 would not do it alone" : reason
      }
    }

    private static func words(_ limits: ClosedRange<Double>) -> String {
      "the limits \(ScoreTable.number(limits.lowerBound, 2)) to \(ScoreTable.number(limits.upperBound, 2))"
    }
  }
}
