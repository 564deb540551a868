internal import Answers
internal import ArgumentParser
internal import Oversight
internal import Vocabulary

struct ListFrameworkMetrics: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "List the metrics of a framework, or of all.",
    discussion: """
      Each with numerator and denominator, how it is scored, how it may be recast, and how sure we are of its code, its \
      name, its definition and its rule. A code that is assumed is a key of ours, not an official one.

        concordat oversight metrics --framework 2022-23
        concordat oversight metrics --csv
      """)

  @Option(help: "Only this framework, or the one used in this financial year.")
  var framework: String?

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let answer = try MetricsAnswer(framework: framework.map { try FrameworkOptions.find($0).id }).metrics
    try output.print(answer, as: output.csv ? tidy(answer) : readable(answer), on: console)
    return .done
  }

  private func tidy(_ entries: [MetricEntry]) -> Table {
    var table = Table(
      [
        "framework", "code", "name", "domain", "subdomain", "applies_to", "rule", "rule_certainty", "numerator",
        "denominator", "unit", "polarity", "cadence", "additivity", "data_set", "owner", "disclosure", "code_certainty",
        "name_certainty", "definition_certainty", "source",
      ].map { .init($0) })
    table.rows = entries.map { entry in
      [
        entry.framework, entry.code, entry.name, entry.domain, entry.subdomain, entry.appliesTo, entry.rule,
        entry.ruleCertainty.rawValue, entry.numerator, entry.denominator, entry.unit, entry.polarity, entry.cadence,
        entry.additivity, entry.dataSet, entry.owner, entry.disclosure, entry.codeCertainty.rawValue,
        entry.nameCertainty.rawValue,
        entry.definitionCertainty.rawValue, entry.source.title,
      ]
    }
    return table
  }

  private func readable(_ entries: [MetricEntry]) -> Table {
    var table = Table([
      .init("Framework"), .init("Code"), .init("Name", mayBeCut: true), .init("Domain", mayBeCut: true),
      .init("For"), .init("Unit"), .init("Better"), .init("Scoring", mayBeCut: true), .init("Rule is"),
      .init("Code is"), .init("Name is"),
    ])
    table.rows = entries.map { entry in
      [
        entry.framework, entry.code, entry.name, entry.domain, entry.appliesTo, entry.unit, entry.polarity, entry.rule,
        entry.ruleCertainty.rawValue, entry.codeCertainty.rawValue, entry.nameCertainty.rawValue,
      ]
    }
    return table
  }
}
