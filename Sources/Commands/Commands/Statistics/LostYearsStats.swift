internal import ArgumentParser
internal import Statistics
internal import Vocabulary

struct LostYearsStats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "years-of-life-lost",
    abstract: "Years of life lost before an age, in all and as a directly standardised rate.",
    discussion: """
      Columns: ageband, deaths, pop, and area where there are several; the standard population as for dsr. Each death \
      counts the years from the middle of its band to the age limit; a band that reaches beyond it is cut off there. A \
      band named by its start alone reaches to the next. Fewer than ten deaths give no rate.
      """)

  @OptionGroup var input: StatsInput
  @OptionGroup var group: GroupOption
  @OptionGroup var confidence: ConfidenceOptions
  @OptionGroup var units: MultiplierOption
  @OptionGroup var standard: StandardOption
  @Option(help: "The age before which a death loses years.") var ageLimit = 75.0
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(ageLimit > 0 && ageLimit <= 130) { throw ValidationError("--age-limit is an age from 1 to 130") }
  }

  func run(on console: Console) throws -> ExitStatus {
    try confidence.refuseCertainty()
    let sheet = try input.sheet()
    let multiplier = units.multiplier ?? 10_000
    let (names, groups) = try group.groups(of: sheet)
    var result = StatsResult(
      names + confidence.settingColumns + ["multiplier", "age_limit", "total_count", "years_lost", "value"]
        + confidence.limitColumns + confidence.noteColumns)
    for group in groups {
      let lost = try lost(group, sheet)
      let value = lost.value(per: multiplier)
      let text = value == nil ? "NA for total count < 10" : "per \(Decimals.shortest(multiplier))"
      result.add(
        group.key.map { .text($0) } + confidence.settings
          + [
            .number(multiplier), .number(ageLimit), .number(lost.deaths), .number(lost.years), .number(value),
          ]
          + confidence.limits { lost.limits(at: $0, per: multiplier) }
          + confidence.notes("years of life lost before \(Decimals.shortest(ageLimit)) \(text)", "Dobson"))
    }
    try result.print(output, on: console)
    return .done
  }

  private func lost(_ group: StatsGroup, _ sheet: StatsSheet) throws -> YearsOfLifeLost {
    try sheet.refuseTwins(in: group, by: ["ageband"])
    var lost = YearsOfLifeLost(before: ageLimit)
    for (band, weight) in zip(try bands(of: group, sheet), try standard.weights(group, sheet)) {
      guard let deaths = try sheet.count(band.row, "deaths") else {
        throw sheet.fault(band.row, "deaths", "is missing")
      }
      lost.add(
        deaths: deaths, population: try sheet.population(band.row, "pop"), from: band.from, until: band.until,
        standard: weight)
    }
    return lost
  }

  /// The rows with the ages from and until which their bands reach. Bands must not overlap.
  private func bands(
    of group: StatsGroup, _ sheet: StatsSheet
  ) throws -> [(row: StatsSheet.Row, from: Double, until: Double)] {
    let bands = try group.rows.map { row -> (row: StatsSheet.Row, band: AgeBand) in
      guard let band = AgeBand(try sheet.text(row, "ageband")) else { throw sheet.fault(row, "ageband", "is no age") }
      return (row, band)
    }
    let starts = bands.map(\.band.start).sorted()
    return try bands.map { row, band in
      let next = starts.first { $0 > band.start }
      let until = band.end.map { Double($0 + 1) } ?? (band.isOpen ? nil : next.map(Double.init)) ?? .infinity
      if let next, until > Double(next) {
        throw sheet.fault(row, "ageband", "overlaps the band that starts at \(next)")
      }
      return (row, Double(band.start), until)
    }
  }
}
