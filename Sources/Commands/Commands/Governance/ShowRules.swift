internal import Answers
internal import ArgumentParser
internal import Rulebook
internal import Vocabulary

struct ShowRules: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules of how a system is governed, with their citations.",
    discussion: """
      Every rule has its text, its citation, its dates, what it rests on, and how sure we are of it. --on keeps those \
      in force on a day; --board asks what a board must contain on that day, by every source there is.

        concordat rules england.concordat --strength statute --on 2026-11-01
        concordat rules england.concordat --id ICB.BOARD.CHAIR.APPROVAL
        concordat rules england.concordat --board --on 2021-06-30
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "Only what rests on: statute, regulation, model-constitution, guidance or local.")
  var strength: String?

  @Option(help: "Only a part of the rulebook: A to L.")
  var section: String?

  @Option(help: "Only the rule of this identifier, with its examples.")
  var id: String?

  @Flag(help: "What must a board contain? Every source is given.")
  var board = false

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let strength, RuleText.Strength(rawValue: strength) == nil {
      let known = RuleText.Strength.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(strength)' is none of: \(known)")
    }
    if let section, RuleSection(rawValue: section.uppercased()) == nil {
      throw ValidationError("'\(section)' is no part of the rulebook: write A to L")
    }
    if let id, Rules.rule(RuleID(id)) == nil { throw ValidationError("the rulebook has no rule '\(id)'") }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let snapshot = try lens.snapshot(of: record)
    if board {
      let answer = BoardRequirementsAnswer(in: snapshot)
      if !output.json, !output.csv { try console.say("\(answer.sentence)\n") }
      try output.print(answer, as: ShowRules.table(answer.requirements), on: console)
      return .done
    }
    let day = lens.dayText.flatMap { Day($0) }
    let answer = RulesAnswer { rule in
      if let id { return rule.id.text == id }
      if let strength, rule.text.strength.rawValue != strength { return false }
      if let section, rule.text.section.rawValue != section.uppercased() { return false }
      guard let day else { return true }
      return rule.text.status != .proposed && (rule.text.from.map { day >= $0 } ?? true)
        && (rule.text.until.map { day < $0 } ?? true)
    }
    if !output.json, !output.csv { try console.say("\(answer.sentence)\n") }
    try output.print(answer.rules, as: ShowRules.table(answer.rules), on: console)
    if let id, let rule = Rules.rule(RuleID(id)), !output.json, !output.csv {
      try console.say("\n\(rule.text.text)\n\(rule.text.citation)\nFacts needed: \(rule.text.facts)")
      try console.say("\nMet, for example, on \(rule.examples.day.written):\n\(rule.examples.met)")
      try console.say("\nA finding:\n\(rule.examples.finding)")
    }
    return .done
  }

  private static func table(_ rules: [RulesAnswer.Entry]) -> Table {
    Table(
      [
        .init("Rule", "id"), .init("From"), .init("Until"), .init("Rests on", "strength"), .init("Status"),
        .init("Certainty"), .init("Computable"), .init("Citation", mayBeCut: true),
        .init("Text", "rule", mayBeCut: true),
      ],
      rows: rules.map {
        [
          $0.id, $0.from ?? "", $0.until ?? "", $0.strength, $0.status, $0.certainty, $0.computable ? "yes" : "no",
          $0.citation, $0.rule,
        ]
      })
  }
}
