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
    let catalogue = try FrameworkCatalogue.shipped()
    let frameworks = try framework.map { [try FrameworkOptions.find($0)] } ?? catalogue.frameworks
    let answer = frameworks.flatMap { framework in framework.metrics.map { Entry($0, framework, catalogue) } }
    try output.print(answer, as: output.csv ? tidy(answer) : readable(answer), on: console)
    return .done
  }

  private func tidy(_ entries: [Entry]) -> Table {
    var table = Table(
      [
        "framework", "code", "name", "domain", "subdomain", "applies_to", "rule", "rule_certainty", "numerator",
        "denominator", "unit", "polarity", "cadence", "additivity", "data_set", "owner", "disclosure", "code_certainty",
        "name_certainty", "definition_certainty", "source",
      ].map { .init($0) })
    table.rows = entries.map { entry in
      [
        entry.framework, entry.code, entry.name, entry.domain, entry.subdomain, entry.appliesTo, entry.rule,
        entry.ruleCertainty, entry.numerator, entry.denominator, entry.unit, entry.polarity, entry.cadence,
        entry.additivity, entry.dataSet, entry.owner, entry.disclosure, entry.codeCertainty, entry.nameCertainty,
        entry.definitionCertainty, entry.source,
      ]
    }
    return table
  }

  private func readable(_ entries: [Entry]) -> Table {
    var table = Table([
      .init("Framework"), .init("Code"), .init("Name", mayBeCut: true), .init("Domain", mayBeCut: true),
      .init("For"), .init("Unit"), .init("Better"), .init("Scoring", mayBeCut: true), .init("Rule is"),
      .init("Code is"), .init("Name is"),
    ])
    table.rows = entries.map { entry in
      [
        entry.framework, entry.code, entry.name, entry.domain, entry.appliesTo, entry.unit, entry.polarity, entry.rule,
        entry.ruleCertainty, entry.codeCertainty, entry.nameCertainty,
      ]
    }
    return table
  }

  private struct Entry: Encodable {
    var framework: String
    var code: String
    var name: String
    var domain: String
    var subdomain: String
    var appliesTo: String
    var rule: String
    var ruleCertainty: String
    var numerator: String
    var denominator: String
    var unit: String
    var polarity: String
    var cadence: String
    var additivity: String
    var dataSet: String
    var owner: String
    var disclosure: String
    var codeCertainty: String
    var nameCertainty: String
    var definitionCertainty: String
    var source: String

    init(_ placement: Framework.Placement, _ framework: Framework, _ catalogue: FrameworkCatalogue) {
      let metric = placement.metric
      self.framework = framework.id
      code = metric.code
      name = metric.name
      domain = framework.domains.first { $0.id == placement.domain }?.name ?? placement.domain
      subdomain = placement.subdomain
      appliesTo = placement.applies
      rule = placement.rule.words
      ruleCertainty = placement.certainty.rawValue
      numerator = metric.numerator
      denominator = metric.denominator
      unit = metric.unit
      polarity = metric.polarity.rawValue
      cadence = metric.cadence
      additivity = metric.additivity.rawValue
      dataSet = metric.dataSet
      owner = metric.owner
      disclosure = metric.disclosure
      codeCertainty = metric.certainty.code.rawValue
      nameCertainty = metric.certainty.name.rawValue
      definitionCertainty = metric.certainty.definition.rawValue
      source = catalogue.sources[metric.source]?.title ?? ""
    }
  }
}
