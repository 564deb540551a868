internal import ArgumentParser

/// Public health statistics of a file of numbers, a method a subcommand.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Compute rates, standardised rates, inequality, life expectancy, funnels and trends from a file.",
    discussion: """
      Needs no record. The file is a table of comma-separated values; its columns are found by name, in any order.

        concordat stats dsr deaths.csv --csv
        concordat stats rate births.csv --multiplier 1000 --confidence 0.95,0.998
        concordat stats funnel screening.csv --output significance
      """,
    subcommands: [
      RateStats.self, ProportionStats.self, MeanStats.self, DirectStats.self, IndirectStats.self, QuantileStats.self,
      SlopeStats.self, LifeStats.self, FunnelStats.self, TrendStats.self,
    ])
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
