internal import ArgumentParser
internal import Statistics
internal import Vocabulary

struct LifeStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "life-expectancy", abstract: "Life expectancy at each age by Chiang's abridged life table.",
    discussion: """
      Columns: startage (or ageband), deaths, pop, and area where there are several. Any age bands will do; the last \
      is open. Suppressed where 5,000 people or fewer are counted, more people die than there are, or the 95% interval \
      is wider than 20 years. Other columns are kept.
      """)

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @OptionGroup var confidence: ConfidenceOptions
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    try confidence.refuseCertainty()
    let sheet = try input.sheet()
    let age = try sheet.first(of: ["startage", "ageband"])
    let places = Dictionary(uniqueKeysWithValues: zip(sheet.rows.map(\.line), sheet.carried()))
    var found: [Int: [StatsResult.Cell]] = [:]
    for group in try group.groups(of: sheet).groups {
      for (line, cells) in try cells(group, sheet, age) { found[line] = cells }
    }
    var result = StatsResult(
      sheet.columns + ["value"] + confidence.limitColumns + ["pops_used", "dths_used"] + confidence.noteColumns
        + ["warning"])
    for row in sheet.rows { result.add((places[row.line] ?? []) + (found[row.line] ?? [])) }
    try result.print(output, on: console)
    return .done
  }

  private func cells(
    _ group: StatsGroup, _ sheet: StatsSheet, _ age: String
  ) throws -> [(line: Int, cells: [StatsResult.Cell])] {
    try sheet.refuseTwins(in: group, by: [age])
    let bands = try group.rows.map { row -> (line: Int, band: LifeTable.Band) in
      guard let ages = AgeBand(try sheet.text(row, age)) else { throw sheet.fault(row, age, "is no age") }
      guard let deaths = try sheet.count(row, "deaths") else { throw sheet.fault(row, "deaths", "is missing") }
      return (
        row.line,
        LifeTable.Band(
          from: Double(ages.start), deaths: deaths, population: try sheet.population(row, "pop"))
      )
    }.sorted { $0.band.start < $1.band.start }
    let table: LifeTable
    do {
      table = try LifeTable(bands.map(\.band))
    } catch {
      switch error {
      case .tooFew:
        return suppressed(
          bands.map(\.line),
          "some groups have a total population of less than 5,000; outputs have been suppressed to NAs")
      case .moreDeathsThanPeople:
        return suppressed(
          bands.map(\.line),
          "some age bands have more deaths than population; outputs have been suppressed to NAs")
      case .notInOrder, .negativeDeaths, .nobody: throw sheet.fault(group, error.description)
      }
    }
    let warning =
      table.rows.allSatisfy(\.isReliable)
      ? ""
      : "some life expectancy values have a 95% confidence interval > 20 years; these values have been suppressed to NAs"
    return zip(bands, table.rows).map { band, row in
      (
        band.line,
        [.number(row.isReliable ? row.expectancy : nil)] + confidence.limits { row.limits(at: $0) }
          + [.number(row.population), .number(row.deaths)]
          + confidence.notes(
            "life expectancy at \(Decimals.shortest(row.age))", "Chiang, using Silcocks et al for confidence limits")
          + [.text(warning)]
      )
    }
  }

  private func suppressed(_ lines: [Int], _ warning: String) -> [(line: Int, cells: [StatsResult.Cell])] {
    let none = [StatsResult.Cell](repeating: .number(nil as Double?), count: 3 + confidence.limitColumns.count)
    let notes = confidence.noteColumns.map { _ in StatsResult.Cell.text("") }
    return lines.map { ($0, none + notes + [.text(warning)]) }
  }
}
