internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Governance
internal import Register
internal import Vocabulary

struct ShowFunctions: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "functions",
    abstract: "Print the functions and decisions map, as it was on any day.",
    discussion: """
      The map is made from the record: each function with who holds it, who exercises it and to what limit. --since \
      compares with an earlier day, and says which functions have no home after the later one.

        concordat functions england.concordat northmoor.icb --on 2026-03-31
        concordat functions england.concordat northmoor.icb --since 2026-03-31 --on 2026-04-01
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The body whose map it is; all of them unless given.")
  var body: String?

  @Option(help: "Only one level: multi-system, system, place or neighbourhood.")
  var level: String?

  @Option(help: "Compare with this earlier day.")
  var since: String?

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let level, Function.Level(rawValue: level) == nil {
      throw ValidationError("'\(level)' is no level: write \(Function.Level.expected)")
    }
    if let since, Day(since) == nil { throw ValidationError("'\(since)' is no date: write --since 2026-03-31") }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let snapshot = try lens.snapshot(of: record)
    let found = try body.map { try lens.named($0, in: record).body }
    let spoken = !output.json && !output.csv
    if let since = since.flatMap({ Day($0) }) {
      let change = FunctionsChange(of: found, from: snapshot.on(since), to: snapshot)
      if spoken { try console.say("\(change.sentence)\n") }
      try output.print(
        change,
        as: Table(
          [
            .init("What", "sort"), .init("Function", "title"), .init("Before", mayBeCut: true),
            .init("After", mayBeCut: true),
          ],
          rows: change.changes.map { [$0.sort, $0.title, $0.before, $0.after] }, nothing: "Nothing differs."),
        on: console)
      return .done
    }
    let answer = FunctionsAnswer(of: found, level: level.flatMap { Function.Level(rawValue: $0) }, in: snapshot)
    if spoken { try console.say("\(answer.sentence)\n") }
    try output.print(
      answer,
      as: Table(
        [
          .init("Function", "title", mayBeCut: true), .init("Level"), .init("Enactment", mayBeCut: true),
          .init("Holder", mayBeCut: true),
          .init("Exercised by", "exercised", mayBeCut: true), .init("Limit", isNumber: !spoken),
          .init("Place", mayBeCut: true), .init("Home"),
        ],
        rows: answer.functions.flatMap { function -> [[String]] in
          let home = function.homeless.isEmpty ? "yes" : "no home: \(function.homeless)"
          let head = [function.title, function.level, function.enactment, function.holder.name]
          if function.exercised.isEmpty { return [head + [function.holder.name, "", "", home]] }
          return function.exercised.map { exercise in
            head + [
              exercise.by.name, spoken ? exercise.limit?.written ?? "" : exercise.limit.map { "\($0.pounds)" } ?? "",
              exercise.places.map(\.name).joined(separator: "; "), home,
            ]
          }
        }, nothing: "No functions are recorded."),
      on: console)
    return .done
  }
}
