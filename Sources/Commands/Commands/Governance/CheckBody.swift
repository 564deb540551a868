internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Register
internal import Rulebook
internal import Vocabulary

struct CheckBody: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a body against the rulebook on a day, clause by clause.",
    discussion: """
      Each rule answers met, finding, not applicable or unknown; a missing fact is never a finding. --law proposed asks \
      what the Health Bill of May 2026 would change, as if it were in force.

        concordat check england.concordat northmoor.icb --on 2025-11-01
        concordat check england.concordat northmoor.icb --law proposed --findings
      """)

  /// Which law.
  enum Choice: String, ExpressibleByArgument, CaseIterable { case actual, proposed }

  @OptionGroup var target: RecordArgument

  @Argument(help: "The body: an identifier, a code with its date, or its name in quotation marks.")
  var body: String

  @Option(help: "The law as it is (actual) or as proposed (proposed).")
  var law = Choice.actual

  @Flag(help: "Only what found something.")
  var findings = false

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let (found, snapshot) = try lens.named(body, in: record)
    let answer = CheckAnswer(of: found, law: law == .actual ? .actual : .proposed, in: snapshot)
    let spoken = !output.json && !output.csv
    if spoken { try console.say("\(answer.sentence)\n") }
    let shown =
      findings ? answer.findings : spoken ? answer.rules.filter { $0.result != "not-applicable" } : answer.rules
    try output.print(
      answer,
      as: Table(
        [
          .init("Rule"), .init("Result"), .init("Weight", "severity"), .init("Citation", mayBeCut: true),
          .init("Why", "explanation", mayBeCut: true),
        ],
        rows: shown.map {
          [$0.rule, $0.result, $0.result == "finding" ? $0.severity : "", $0.citation, $0.explanation]
        }, nothing: "Nothing was found."),
      on: console)
    if spoken { for note in answer.notes { try console.say("\n\(note)") } }
    return .done
  }
}

extension LensOptions {
  /// The one body a word means, by identifier, code or name.
  func named(_ word: String, in record: Record) throws -> (body: ID<Body>, snapshot: Snapshot) {
    let snapshot = try snapshot(of: record)
    if case .nothing = snapshot.register.resolve(word) {
      let found = snapshot.register.meant(by: word)
      if found.count == 1 { return (found[0], snapshot) }
      if found.count > 1 {
        throw DeskError.misused("'\(word)' could be any of \(found.map(\.text).joined(separator: ", ")): write one")
      }
    }
    return try body(word, in: record)
  }
}
