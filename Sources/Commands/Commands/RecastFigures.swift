internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

struct RecastFigures: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "recast",
    abstract: "Show figures of one map on another.",
    discussion: """
      Every figure says how it got there: exact (added up), apportioned (divided by stated weights, with the error \
      measured where it can be) or refused (and why). What belongs to no body keeps a row of its own, so totals stay.

        concordat recast england.concordat --measure population.registered --from 2026-03-31 --to 2026-04-01
        concordat recast england.concordat --measure waiting-list.incomplete --from 2026-01-31 --to 2026-04-01 \
      --csv --working
        concordat recast england.concordat --measure population.resident --from 2022-07-01 --to 2022-07-01 \
      --area made-area.harbour
        concordat recast england.concordat --measure waiting-list.incomplete --from 2026-01-31 --to 2026-04-01 \
      --known published:2026-03-31
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "The measure, as `concordat measures` lists it.")
  var measure: String

  @Option(help: "The day of the old map: the bodies that figures are shown to come from.")
  var from: DayArgument

  @Option(help: "The day of the map to show the figures on.")
  var to: DayArgument

  @Option(help: "The kind of body to show them for.")
  var kind: String?

  @Option(help: "An area somebody made, instead of a kind of body.")
  var area: String?

  @Option(help: "Only this period, as its source names it.")
  var period: String?

  @Flag(help: "Show what flowed from each body of the old map to each of the new.")
  var working = false

  @OptionGroup var known: KnownOption

  @OptionGroup var reader: AudienceOption

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let snapshot = try record.snapshot(
      on: to.day, known: known.knowledge(of: record), audience: reader.audience)
    guard let id = ID<Measure>(measure) else {
      throw DeskError.misused(
        "'\(measure)' is no measure: `concordat measures \(record.path)` lists those that are loaded")
    }
    let question = RecastQuestion(
      measure: id, from: from.day, to: try map(snapshot), label: period, working: working)
    let answer: RecastAnswer
    do {
      answer = try question.answer(snapshot, blocks: record.blocks)
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    try output.print(answer, as: working ? workingTable(answer) : table(answer), on: console)
    if !output.json, !output.csv { try console.say("\n\(answer.sentence)") }
    return .done
  }

  private func map(_ snapshot: Snapshot) throws -> Map {
    if let area {
      guard kind == nil else { throw DeskError.misused("--kind and --area exclude each other: give one of them") }
      switch snapshot.register.resolve(area) {
      case .one(let body, _): return .area(body, on: to.day)
      default: throw DeskError.misused("no area is called '\(area)': make one with `concordat area`")
      }
    }
    guard let kind = BodyKind(rawValue: kind ?? "icb") else {
      let known = BodyKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw DeskError.misused("'\(kind ?? "")' is no kind of body: use one of \(known)")
    }
    return .bodies(kind, on: to.day)
  }

  private func table(_ answer: RecastAnswer) -> Table {
    let places = answer.isRatio ? 9 : 6
    var table = Table([
      .init("Period"), .init("Measure"), .init("Target"), .init("Name", "target_name", mayBeCut: true),
      .init("Value", isNumber: true),
      .init("Exact part", isNumber: true), .init("Status"), .init("Basis"), .init("From", "sources", mayBeCut: true),
      .init("Note", mayBeCut: true), .init("Code", "target_code"), .init("State"),
      .init("Error", "error", isNumber: true), .init("Files", "files", mayBeCut: true),
    ])
    for period in answer.periods {
      let files = period.provenance.map(\.source).joined(separator: ";")
      for row in period.rows {
        table.rows.append([
          period.period, answer.measure, row.target, row.targetName, number(row.value, places),
          number(row.exactPart, places),
          row.status, period.basis, row.sources.joined(separator: ";"), row.note, row.targetCode, period.state,
          number(row.error, 6), files,
        ])
      }
    }
    return table
  }

  private func workingTable(_ answer: RecastAnswer) -> Table {
    var table = Table([
      .init("Period"), .init("Measure"), .init("Source"), .init("Source name", mayBeCut: true), .init("Target"),
      .init("Target name", mayBeCut: true), .init("Value", isNumber: true), .init("Share", isNumber: true),
      .init("Status"), .init("Units", isNumber: true), .init("Source code"), .init("Target code"),
    ])
    for period in answer.periods {
      for flow in period.working ?? [] {
        table.rows.append([
          period.period, answer.measure, flow.source, flow.sourceName, flow.target, flow.targetName,
          number(flow.value, 6),
          number(flow.share, 9), flow.status, String(flow.units), flow.sourceCode, flow.targetCode,
        ])
      }
    }
    return table
  }

  private func number(_ value: Double?, _ places: Int) -> String {
    value.map { Decimals.rounded($0, places: places) } ?? ""
  }
}

/// A day on the command line.
struct DayArgument: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(argument) else { return nil }
    self.day = day
  }
}
