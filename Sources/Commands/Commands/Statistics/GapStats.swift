internal import ArgumentParser
internal import Statistics

struct GapStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "gap", abstract: "Absolute and relative gaps between the most and the least deprived.",
    discussion: """
      Columns: quantile (1 the most deprived), value, and area where there are several. With the limits of each value \
      in lowercl and uppercl the absolute gap has limits of the same confidence, by Zou and Donner. The absolute gap is \
      the value of the most deprived less that of the least, the relative gap the one over the other; quantiles in \
      between are not used.
      """)

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @Option(help: "The column of values.") var value = "value"
  @Option(help: "The column of lower limits.") var lower = "lowercl"
  @Option(help: "The column of upper limits.") var upper = "uppercl"
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let sheet = try input.sheet()
    let (names, groups) = try group.groups(of: sheet)
    let hasLimits = sheet.has(lower) && sheet.has(upper)
    var result = StatsResult(
      names + ["most_deprived", "least_deprived", "absolute_gap"] + (hasLimits ? ["lowercl", "uppercl"] : [])
        + ["relative_gap", "statistic"] + (hasLimits ? ["method"] : []))
    for group in groups {
      let (most, least) = try ends(of: group, sheet)
      let gap = Gap(most: try sheet.figure(most, value), least: try sheet.figure(least, value))
      var cells: [StatsResult.Cell] = group.key.map { .text($0) }
      cells += [.number(gap.most), .number(gap.least), .number(gap.absolute)]
      if hasLimits {
        let limits = gap.limits(most: try limits(most, sheet), least: try limits(least, sheet))
        cells += [.number(limits.lower), .number(limits.upper)]
      }
      result.add(
        cells + [.number(gap.relative), .text("most deprived less least; most over least")]
          + (hasLimits ? [.text("Zou and Donner")] : []))
    }
    try result.print(output, on: console)
    return .done
  }

  /// The rows of the most and of the least deprived quantile.
  private func ends(of group: StatsGroup, _ sheet: StatsSheet) throws -> (StatsSheet.Row, StatsSheet.Row) {
    try sheet.refuseTwins(in: group, by: ["quantile"])
    let placed = try group.rows.map { (place: try sheet.population($0, "quantile"), row: $0) }
    guard placed.count > 1, let most = placed.min(by: { $0.place < $1.place }),
      let least = placed.max(by: { $0.place < $1.place })
    else { throw sheet.fault(group, "a gap is between two quantiles at least") }
    guard most.place == 1 else { throw sheet.fault(most.row, "quantile", "is the lowest: 1 is the most deprived") }
    return (most.row, least.row)
  }

  private func limits(_ row: StatsSheet.Row, _ sheet: StatsSheet) throws -> Interval {
    let (value, lower, upper) = (
      try sheet.figure(row, value), try sheet.figure(row, lower), try sheet.figure(row, upper)
    )
    guard lower <= value else { throw sheet.fault(row, self.lower, "is above the value") }
    guard value <= upper else { throw sheet.fault(row, self.upper, "is below the value") }
    return Interval(lower: lower, upper: upper)
  }
}
