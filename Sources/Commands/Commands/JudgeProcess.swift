internal import ArgumentParser
internal import Statistics

struct JudgeProcess: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "spc",
    abstract: "Judge series of measurements by statistical process control.",
    discussion: """
      The file is a table of one row a point: series_id, date and value, and a denominator where the chart needs one. \
      What else is known of a series stands in its rows, in a table of one row a series (--series), or is given for all \
      of them as options: improvement_direction, target, rebase_dates (between semicolons, each with =REASON after it), \
      fix_after_n_points, screen_outliers, exclude_dates.

        concordat spc waits.csv --improvement-direction decrease --target 18
        concordat spc points.csv --series series.csv --preset nhsr-0.2 --csv
        concordat spc points.csv --series series.csv --summary --csv
        concordat spc infections.csv --chart u --rebase "2024-04-01=new test"

      A step change that the figures suggest is told with its evidence, and never applied by itself.
      """)

  @Argument(help: "The table of points.", completion: .file())
  var file: String

  @Option(help: "A table of series, joined to the points by series_id.", completion: .file())
  var series: String?

  @OptionGroup var wanted: RulesOptions

  @Option(
    help: "The chart: \(ProcessSeries.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
    completion: .list(ProcessSeries.Kind.allCases.map(\.rawValue)))
  var chart = ProcessSeries.Kind.individuals.rawValue

  @Option(name: .customLong("improvement-direction"), help: "Which way is better: increase, decrease or neutral.")
  var direction: String?

  @Option(help: "What is to be reached.")
  var target: String?

  @Option(name: .customLong("rebase"), help: "Dates on which limits start afresh, each the first of the new stretch.")
  var steps: String?

  @Option(name: .customLong("fix-after"), help: "After how many points limits are fixed: 12 or more.")
  var baseline: String?

  @Flag(inversion: .prefixedNo, help: "Leave outlying moving ranges out of the limits.")
  var screen: Bool?

  @Option(name: .customLong("exclude"), help: "Dates left out of limits and runs, between semicolons.")
  var excluded: String?

  @Flag(help: "Print one row a series.")
  var summary = false

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let rules = try wanted.rules
    guard let kind = ProcessSeries.Kind(rawValue: chart) else {
      let known = ProcessSeries.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "'\(chart)' is no chart: use one of \(known)")
    }
    let common = try common(rules)
    let table = try series.map { try SettingsTable($0) }
    let judged = try ProcessFile(file, for: kind).series.map { measured in
      let own = table?.settings[measured.id]
      if table != nil, own == nil { console.note("series '\(measured.id)' has no row in \(series ?? "")") }
      let settings = measured.settings.or(own ?? ProcessSettings()).or(common)
      return try JudgedSeries(measured, settings, kind: kind, preset: rules, file: file)
    }
    if output.json {
      let document = ProcessDocument(judged, preset: rules.name, kind: kind, withPoints: !summary)
      try console.out(JSONText.of(document))
    } else if summary {
      let table = ProcessReport.summary(judged)
      try console.out(output.csv ? table.csv : table.text(width: console.width))
    } else {
      try console.out(
        output.csv ? ProcessReport.points(judged) : ProcessReport.overview(judged, width: console.width))
    }
    return .done
  }

  /// The settings that the options give to every series that has none of its own.
  private func common(_ rules: ControlRules) throws -> ProcessSettings {
    let given: [(option: String, cell: String?, column: ProcessSettings.Column)] = [
      ("--improvement-direction", direction, .direction), ("--target", target, .target),
      ("--rebase", steps, .steps), ("--fix-after", baseline, .baseline),
      ("--screen", screen.map { $0 ? "TRUE" : "FALSE" }, .screens), ("--exclude", excluded, .excluded),
    ]
    var settings = ProcessSettings()
    for (option, cell, column) in given {
      guard let cell else { continue }
      if !rules.takesSettings, column != .direction, column != .target {
        throw Failure(.usage, "\(rules.name) knows no fixed, restarted or screened limits: leave \(option) out")
      }
      do throws(CellFault) {
        try settings.take(cell.trimmed, of: column)
      } catch {
        throw Failure(.usage, "\(option): \(error.reason)")
      }
    }
    return settings
  }
}
