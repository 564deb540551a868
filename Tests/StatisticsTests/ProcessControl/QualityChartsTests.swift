import Statistics
import Testing

/// The oracle of qicharts2 0.8.1, with its screening of moving ranges on.
@Suite("Control and run charts as qicharts2 0.8.1", .needsOracles)
struct QualityChartsTests {
  /// The peer's own choices for individual values; the rules of patterns are not its.
  static let rules = {
    var rules = ControlRules.nhsr02
    rules.name = "qicharts2"
    rules.limitFactor = 3 / 1.128
    return rules
  }()

  @Test("Every chart has the peer's centre, limits, signals and runs, with freeze, parts and exclusions")
  func others() throws {
    let inputs = try ChartOracle.groups("qicharts2/qic_other_input.csv", by: "series_id", "chart")
    let outputs = Dictionary(
      uniqueKeysWithValues: try ChartOracle.groups("qicharts2/qic_other_points.csv", by: "series_id", "chart").map {
        ($0.key, $0.rows)
      })
    var differences = Differences()
    var kinds: Set<ProcessSeries.Kind> = []
    for (key, rows) in inputs where rows[0][text: "chart"] != "mr" {
      let name = rows[0][text: "chart"]
      let kind = try #require(name == "i" ? .individuals : ProcessSeries.Kind(rawValue: name))
      kinds.insert(kind)
      var series = ProcessSeries(
        rows.map { $0[number: "y"] }, outOf: kind.hasDenominator ? rows.map { $0[number: "n"] } : [], kind: kind)
      series.baseline = Int(rows[0][text: "freeze"])
      series.steps = Int(rows[0][text: "part"]).map { [ProcessSeries.StepChange(at: $0)] } ?? []
      series.excluded = rows[0][text: "exclude"].split(separator: ";").compactMap { Int($0).map { $0 - 1 } }
      compare(series, try #require(outputs[key]), key, &differences)
    }
    #expect(kinds.count == ProcessSeries.Kind.allCases.count)
    #expect(differences.count == 0, differences.comment)
  }

  @Test("Individual values and run charts agree on the series of process control")
  func individualsAndRuns() throws {
    var differences = Differences()
    for (key, rows) in try ChartOracle.groups("qicharts2/qic_i_run_points.csv", by: "series_id", "chart") {
      let kind = rows[0][text: "chart"] == "i" ? ProcessSeries.Kind.individuals : .run
      compare(ProcessSeries(rows.map { $0[number: "y"] }, kind: kind), rows, key, &differences)
    }
    #expect(differences.compared > 10_000)
    #expect(differences.count == 0, differences.comment)
  }

  @Test("The longest run and the fewest crossings that chance explains are the peer's for 2 to 400 points")
  func thresholds() throws {
    let rows = try ChartOracle.rows("qicharts2/anhoej_thresholds.csv")
    #expect(rows.count >= 399)
    for row in rows {
      let count = Int(row[number: "n_useful"])
      #expect(RunsAnalysis.longestRun(of: count) == Int(row[number: "longest_run_max"]), "\(count)")
      #expect(RunsAnalysis.crossings(of: count) == Int(row[number: "n_crossings_min"]), "\(count)")
    }
  }

  private func compare(
    _ series: ProcessSeries, _ rows: [ChartOracle.Row], _ key: String, _ differences: inout Differences
  ) {
    let chart = ControlChart(of: series, by: QualityChartsTests.rules)
    for (point, row) in zip(chart.points, rows) {
      let place = "\(key) \(row[text: "i"])"
      let numbers: [(String, Double)] = [
        ("y", point.value), ("cl", point.centre), ("lcl", point.lower), ("ucl", point.upper),
        ("lcl_95", point.nearLower), ("ucl_95", point.nearUpper),
      ]
      for (column, ours) in numbers {
        let tolerance = series.kind == .t ? 1e-9 : 1e-12
        differences.compare(
          agree(ours, row[number: column], to: tolerance, scale: point.centre.magnitude),
          "\(place) \(column) \(ours) \(row[number: column])")
      }
      differences.compare(point.isOutside == row[truth: "sigma_signal"], "\(place) sigma_signal")
      let runs = RunsAnalysis(of: chart.stretches[point.stretch], in: chart)
      differences.compare(runs.isSignal == row[truth: "runs_signal"], "\(place) runs_signal")
      differences.compare(Double(runs.usefulCount) == row[number: "n_useful"], "\(place) n_useful")
      guard runs.usefulCount > 0 else { continue }
      differences.compare(Double(runs.longestRun) == row[number: "longest_run"], "\(place) longest_run")
      differences.compare(Double(runs.longestRunAllowed) == row[number: "longest_run_max"], "\(place) longest_run_max")
      differences.compare(Double(runs.crossings) == row[number: "n_crossings"], "\(place) n_crossings")
      differences.compare(Double(runs.crossingsNeeded) == row[number: "n_crossings_min"], "\(place) n_crossings_min")
    }
  }
}
