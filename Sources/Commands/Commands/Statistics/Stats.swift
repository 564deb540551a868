internal import ArgumentParser

/// Public health statistics of a file of numbers, a method a subcommand.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Compute rates, standardised rates, inequality, life expectancy, funnels and trends from a file.",
    usage: "concordat stats <method> <file> [--csv] [<options>]",
    discussion: """
      Needs no record. The file is a table of comma-separated values; its columns are found by name, in any order.

        concordat stats dsr deaths.csv --csv
        concordat stats rate births.csv --multiplier 1000 --confidence 0.95,0.998
        concordat stats funnel screening.csv --output significance
      """,
    subcommands: methods + [UnknownMethod.self], defaultSubcommand: UnknownMethod.self)

  /// The methods, in the order in which they are listed.
  static let methods: [any ParsableCommand.Type] = [
    RateStats.self, ProportionStats.self, MeanStats.self, DirectStats.self, IndirectStats.self, QuantileStats.self,
    SlopeStats.self, GapStats.self, LifeStats.self, LostYearsStats.self, FunnelStats.self, TrendStats.self,
  ]
}

/// What is asked for where the first word is no method: it takes every word, so that no option is blamed.
struct UnknownMethod: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "no-such-method", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run(on console: Console) throws -> ExitStatus {
    guard let word = words.first, !["-h", "--help"].contains(word) else { throw CleanExit.helpRequest(Stats.self) }
    let known = Stats.methods.compactMap { $0.configuration.commandName }.joined(separator: ", ")
    throw Failure(.usage, "'\(word)' is no method: write one of \(known), then the file")
  }
}

/// The file a method works on.
struct StatsInput: ParsableArguments {
  @Argument(help: "A table of comma-separated values with a heading.", completion: .file())
  var file: String

  func sheet() throws -> StatsSheet { try StatsSheet(path: file) }
}

/// Groups of rows that are worked on one by one.
struct GroupOption: ParsableArguments {
  @Option(
    name: .customLong("group"), parsing: .singleValue,
    help: "A column whose values divide the rows into groups; may be given again. 'area' where there is one.")
  var names: [String] = []

  /// The rows of each group, or all of them where nothing divides them.
  func groups(of sheet: StatsSheet, usually usual: String = "area") throws -> (names: [String], groups: [StatsGroup]) {
    let names = names.isEmpty ? (sheet.has(usual) ? [usual] : []) : names
    return (names, try sheet.groups(by: names))
  }
}
