internal import ArgumentParser
internal import Statistics

struct TrendStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "Recent trend markers over the last five years.",
    discussion: """
      Columns: year, and group where there are several. Proportions need numerator and denominator, other figures \
      value with its 95% limits lower_cl and upper_cl. Both are judged where both are there, unless --kind chooses.
      """)

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @Option(help: "proportion or other.") var kind: Kind?
  @OptionGroup var output: OutputOptions

  enum Kind: String, ExpressibleByArgument, CaseIterable { case proportion, other }

  func run(on console: Console) throws -> ExitStatus {
    let sheet = try input.sheet()
    let isProportion = try wants(.proportion, ["numerator", "denominator"], sheet)
    let isOther = try wants(.other, ["value", "lower_cl", "upper_cl"], sheet)
    guard isProportion || isOther else {
      throw Failure(
        .refused,
        "\(sheet.name): the columns must be numerator and denominator, or value, lower_cl and upper_cl; they are "
          + sheet.columns.joined(separator: ", "))
    }
    let (names, groups) = try group.groups(of: sheet, usually: "group")
    var result = StatsResult(
      names + ["n_years"] + (isProportion ? ["prop_trend", "prop_reason", "prop_chisq", "prop_slope_logit"] : [])
        + (isOther ? ["other_trend", "other_reason", "other_chisq", "other_slope"] : []))
    for group in groups {
      try sheet.refuseTwins(in: group, by: ["year"])
      let rows = try group.rows.map { (year: try sheet.figure($0, "year"), row: $0) }.sorted { $0.year < $1.year }
      var cells: [StatsResult.Cell] = group.key.map { .text($0) } + [.number(rows.count)]
      if isProportion {
        cells += told(RecentTrend(proportions: try rows.map { try proportion($0.year, $0.row, sheet) }))
      }
      if isOther { cells += told(RecentTrend(values: try rows.map { try value($0.year, $0.row, sheet) })) }
      result.add(cells)
    }
    try result.print(output, on: console)
    return .done
  }

  private func wants(_ kind: Kind, _ columns: [String], _ sheet: StatsSheet) throws -> Bool {
    if self.kind == kind { for column in columns { _ = try sheet.index(column) } }
    return (self.kind ?? kind) == kind && columns.allSatisfy(sheet.has)
  }

  private func proportion(
    _ year: Double, _ row: StatsSheet.Row, _ sheet: StatsSheet
  ) throws -> (year: Double, count: Double, total: Double)? {
    guard let count = try sheet.count(row, "numerator"), let total = try sheet.count(row, "denominator") else {
      return nil
    }
    if !(total > 0) { throw sheet.fault(row, "denominator", "must be above nought") }
    if count > total { throw sheet.fault(row, "numerator", "is more than there are") }
    return (year, count, total)
  }

  private func value(
    _ year: Double, _ row: StatsSheet.Row, _ sheet: StatsSheet
  ) throws -> (year: Double, value: Double, limits: Interval)? {
    guard let value = try sheet.number(row, "value"), let lower = try sheet.number(row, "lower_cl"),
      let upper = try sheet.number(row, "upper_cl")
    else { return nil }
    if lower > upper { throw sheet.fault(row, "lower_cl", "is above the upper limit") }
    return (year, value, Interval(lower: lower, upper: upper))
  }

  private func told(_ trend: RecentTrend) -> [StatsResult.Cell] {
    [.text(trend.marker.rawValue), .text(trend.reason.rawValue), .number(trend.chiSquare), .number(trend.slope)]
  }
}
