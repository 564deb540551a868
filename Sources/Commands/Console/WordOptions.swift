internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Measures
internal import Register
internal import Vocabulary

/// On whose word something is written down, for whom, and why. Who writes is what ``World`` says.
struct WordOptions: ParsableArguments {
  @Option(help: "Why it is written down; it is kept with the transaction.")
  var why: String?

  @Option(help: "The source it was taken from, as the record names it; one of its own unless given.")
  var source: String?

  @Flag(name: .customLong("public"), help: "Show it to everyone.")
  var isPublic = false

  func word() throws -> Word {
    let id = source.flatMap { ID<Source>($0) }
    if let source, id == nil { throw DeskError.misused("'\(source)' is no name of a source: use its identifier") }
    return Word(source: id, audience: isPublic ? .public : .internal, why: why)
  }

  /// Prints what came of it.
  func print(_ report: WrittenReport, _ output: OutputOptions, on console: Console) throws {
    guard output.json || output.csv else {
      guard let transaction = report.transaction else {
        return try console.say("The record says so already: nothing was changed.")
      }
      try console.say(
        "Written down as \(report.source), \(report.audience), in transaction t\(transaction) by \(report.who).")
      if report.replaced > 0 { try console.say("It takes the place of what was said before.") }
      return try console.say("Head \(report.head)")
    }
    let table = Table(
      [
        .init("Fact"), .init("Subject"), .init("Audience"), .init("Source"), .init("Replaced", isNumber: true),
        .init("Who"), .init("Transaction", isNumber: true), .init("Head"),
      ],
      rows: [
        [
          report.fact, report.subject, report.audience, report.source, String(report.replaced), report.who,
          report.transaction.map(String.init) ?? "", report.head,
        ]
      ])
    try output.print(report, as: table, on: console)
  }
}

extension Record {
  /// The measure a word names. Throws when it cannot be the name of one.
  func measureID(_ word: String) throws -> ID<Measure> {
    guard let id = ID<Measure>(word) else {
      throw DeskError.misused("'\(word)' is no measure: `concordat measures \(path)` lists those that are loaded")
    }
    return id
  }
}
