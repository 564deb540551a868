internal import ArgumentParser
internal import Desk
internal import Oversight
internal import Vocabulary

struct ListFrameworks: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "frameworks",
    abstract: "List the frameworks, and how sure we are of each.",
    discussion: "With the years each is used in, whom it judges, and whether by scores or by judgement.")

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let catalogue = try FrameworkCatalogue.shipped()
    let answer = catalogue.frameworks.map { Entry($0, catalogue) }
    var table = Table([
      .init("Framework"), .init("Name", mayBeCut: true), .init("From"), .init("Until"), .init("Years"),
      .init("Engine"), .init("Judges", "subjects"), .init("Segments"), .init("Domains", mayBeCut: true),
      .init("Metrics", isNumber: true), .init("Certainty"), .init("Source", mayBeCut: true),
      .init("Note", mayBeCut: true),
    ])
    table.rows = answer.map { entry in
      [
        entry.framework, entry.name, entry.from, entry.until, entry.years.joined(separator: " "), entry.engine,
        entry.subjects.joined(separator: " "), entry.segments, entry.domains.joined(separator: "; "),
        String(entry.metrics), entry.certainty, entry.source, entry.note,
      ]
    }
    try output.print(answer, as: table, on: console)
    return .done
  }

  private struct Entry: Encodable {
    var framework: String
    var name: String
    var from: String
    var until: String
    var years: [String]
    var engine: String
    var subjects: [String]
    var segments: String
    var domains: [String]
    var metrics: Int
    var certainty: String
    var source: String
    var note: String

    init(_ framework: Framework, _ catalogue: FrameworkCatalogue) {
      self.framework = framework.id
      name = framework.name
      from = framework.period.fromText
      until = framework.period.untilText
      years = framework.years
      engine = framework.engine.rawValue
      subjects = framework.subjects
      segments = framework.segments
      domains = framework.domains.map(\.name)
      metrics = framework.metrics.count
      certainty = framework.certainty.rawValue
      source = catalogue.sources[framework.source]?.title ?? ""
      note = framework.note
    }
  }
}

struct ShowLead: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "lead",
    abstract: "Show who leads oversight of a kind of body on a day.",
    discussion: """
      It is a dated rule: the answer of 2022 is not that of 2026.

        concordat oversight lead --on 2022-09-01
        concordat oversight lead --on 2026-04-01 --of icb
      """)

  @Option(help: "The day.")
  var on: DayArgument

  @Option(help: "The kind of body: trust or icb.")
  var of = "trust"

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let catalogue = try FrameworkCatalogue.shipped()
    let subjects = Set(catalogue.leadership.map(\.subject)).sorted()
    guard subjects.contains(of) else {
      throw DeskError.misused("'\(of)' is no kind of body with a rule: use one of \(subjects.joined(separator: ", "))")
    }
    let answer = catalogue.lead(of: of, on: on.day).map { Entry($0, catalogue) }
    var table = Table(
      [
        .init("Leads"), .init("From"), .init("Until"), .init("Rule", mayBeCut: true), .init("Certainty"),
        .init("Source", mayBeCut: true),
      ], nothing: "Not known for \(on.day.written).")
    table.rows = answer.map { [$0.leads, $0.from, $0.until, $0.rule, $0.certainty, $0.source] }
    try output.print(answer, as: table, on: console)
    return .done
  }

  private struct Entry: Encodable {
    var leads: String
    var from: String
    var until: String
    var rule: String
    var certainty: String
    var source: String

    init(_ lead: OversightLead, _ catalogue: FrameworkCatalogue) {
      leads = lead.leads
      from = lead.period.fromText
      until = lead.period.untilText
      rule = lead.summary
      certainty = lead.certainty.rawValue
      source = catalogue.sources[lead.source]?.title ?? ""
    }
  }
}
