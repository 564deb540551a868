import Statistics
import Testing

/// Every series of the oracle of NHSRplotthedots 0.2.2, column for column.
@Suite("Process control as NHSRplotthedots 0.2.2", .needsOracles)
struct PlotTheDotsTests {
  @Test("Every point has the peer's limits, patterns and meaning")
  func points() throws {
    let series = try ChartOracle.rows("spc/spc_series.csv")
    let settings = Dictionary(uniqueKeysWithValues: series.map { ($0[text: "series_id"], $0) })
    var differences = Differences()
    let groups = try ChartOracle.groups("spc/ptd_points.csv", by: "series_id")
    for (id, rows) in groups {
      let (process, rules) = try input(rows, try #require(settings[id]))
      let chart = ControlChart(of: process, by: rules)
      differences.compare(chart.points.count == rows.count, "\(id): points")
      for (point, row) in zip(chart.points, rows) {
        compare(point, row, chart.stretches[point.stretch], rules, id, &differences)
      }
    }
    #expect(groups.count >= 366)
    #expect(differences.count == 0, differences.comment)
  }

  @Test("Every series has the peer's icons")
  func icons() throws {
    var differences = Differences()
    let points = Dictionary(grouping: try ChartOracle.rows("spc/ptd_points.csv"), by: { $0[text: "series_id"] })
    for row in try ChartOracle.rows("spc/spc_series.csv") where row[text: "error"].isEmpty {
      let id = row[text: "series_id"]
      let (process, rules) = try input(try #require(points[id]), row)
      let chart = ControlChart(of: process, by: rules)
      differences.compare(
        chart.variation.map { $0.rawValue + ".svg" } == row[text: "variation_icon"], "\(id) variation")
      differences.compare((chart.assurance?.rawValue ?? "") == row[text: "assurance_type"], "\(id) assurance")
      differences.compare(
        (chart.assurance.map { $0.icon + ".svg" } ?? "") == row[text: "assurance_icon"], "\(id) assurance icon")
    }
    #expect(differences.compared >= 3 * 366)
    #expect(differences.count == 0, differences.comment)
  }

  @Test("Every stretch has the peer's summary")
  func summary() throws {
    var differences = Differences()
    let settings = Dictionary(
      uniqueKeysWithValues: try ChartOracle.rows("spc/spc_series.csv").map { ($0[text: "series_id"], $0) })
    let points = Dictionary(grouping: try ChartOracle.rows("spc/ptd_points.csv"), by: { $0[text: "series_id"] })
    for row in try ChartOracle.rows("spc/ptd_summary.csv") {
      let id = row[text: "series_id"]
      let (process, rules) = try input(try #require(points[id]), try #require(settings[id]))
      let chart = ControlChart(of: process, by: rules)
      let number = Int(row[number: "rebase_group"])
      let stretch = try #require(chart.stretches.first { $0.number == number })
      let inside = chart.points[stretch.positions]
      func count(_ meanings: ControlPoint.Meaning...) -> Double {
        Double(inside.count { meanings.contains($0.meaning) })
      }
      differences.compare(Double(inside.count) == row[number: "n"], "\(id) n")
      differences.compare(count(.commonCause) == row[number: "common_cause"], "\(id) common cause")
      differences.compare(count(.improvement) == row[number: "special_cause_improvement"], "\(id) improvement")
      differences.compare(count(.concern) == row[number: "special_cause_concern"], "\(id) concern")
      differences.compare(inside.last?.meaning.rawValue == row[text: "variation_type"], "\(id) variation type")
    }
    #expect(differences.compared > 0)
    #expect(differences.count == 0, differences.comment)
  }

  @Test("Where the peer stops on a missing value, the value breaks ranges, runs, trends and windows")
  func missing() throws {
    let stopped = try ChartOracle.rows("spc/spc_series.csv").filter { !$0[text: "error"].isEmpty }
    let points = Dictionary(grouping: try ChartOracle.rows("spc/spc_input_points.csv"), by: { $0[text: "series_id"] })
    #expect(!stopped.isEmpty)
    for row in stopped {
      let values = try #require(points[row[text: "series_id"]])
      let (process, rules) = try input(values, row)
      let chart = ControlChart(of: process, by: rules)
      #expect(chart.variation != nil)
      #expect(chart.remarks.contains(.missing))
      for position in chart.points.indices where chart.points[position].value.isNaN {
        #expect(chart.points[position].cause == .none)
        #expect(chart.points[position].movingRange.isNaN)
        if chart.points.indices.contains(position + 1) { #expect(chart.points[position + 1].movingRange.isNaN) }
        // No run of the rules' length reaches over it.
        let before = chart.points[..<position].reversed().prefix { $0.patterns.contains(.shift) }.count
        #expect(before == 0 || before >= rules.shiftLength)
      }
    }
  }

  private func input(_ rows: [ChartOracle.Row], _ settings: ChartOracle.Row) throws -> (ProcessSeries, ControlRules) {
    let dates = rows.map { $0[text: "date"] }
    var series = ProcessSeries(
      rows.map { $0[number: "value"] },
      direction: try #require(ProcessSeries.Direction(rawValue: settings[text: "improvement_direction"])))
    let target = settings[number: "target"]
    if !target.isNaN { series.target = .fixed(target) }
    series.baseline = Int(settings[text: "fix_after_n_points"])
    series.steps = settings[text: "rebase_dates"].split(separator: ";").compactMap { date in
      dates.firstIndex(of: String(date)).map { ProcessSeries.StepChange(at: $0) }
    }
    return (series, ControlRules.nhsr02.screened(settings[truth: "screen_outliers"] ?? true))
  }

  private func compare(
    _ point: ControlPoint, _ row: ChartOracle.Row, _ stretch: ControlChart.Stretch, _ rules: ControlRules, _ id: String,
    _ differences: inout Differences
  ) {
    let place = "\(id) \(row[text: "i"])"
    let numbers: [(String, Double)] = [
      ("fix_y", point.baselineValue), ("mean", point.centre), ("mr", point.movingRange),
      ("mr_screened", point.usesMovingRange ? point.movingRange : .nan), ("amr_raw", stretch.rawMeanRange),
      ("amr", stretch.meanRange), ("lpl", point.lower), ("upl", point.upper), ("nlpl", point.nearLower),
      ("nupl", point.nearUpper),
    ]
    for (column, ours) in numbers {
      let theirs = row[number: column]
      differences.compare(agree(ours, theirs, to: 0), "\(place) \(column): \(ours), not \(theirs)")
    }
    let isKnown = !point.value.isNaN
    differences.compare(Double(stretch.number) == row[number: "rebase_group"], "\(place) rebase_group")
    differences.compare(
      row[truth: "outside_limits"] == (isKnown && point.hasLimits ? point.isOutside : nil), "\(place) outside_limits")
    differences.compare(
      row[truth: "close_to_limits"] == (isKnown && point.hasLimits ? point.patterns.contains(.near) : nil),
      "\(place) close_to_limits")
    differences.compare(
      agree(isKnown ? Double(point.side) : .nan, row[number: "relative_to_mean"], to: 0), "\(place) relative_to_mean")
    differences.compare(
      point.cause.label(rules) == row[text: "special_cause_type"],
      "\(place) \(point.cause.label(rules)), not \(row[text: "special_cause_type"])")
    differences.compare(point.isSpecialCause == row[truth: "special_cause_flag"], "\(place) special_cause_flag")
    differences.compare(point.meaning.rawValue == row[text: "point_type"], "\(place) point_type")
    differences.compare(stretch.isShort(rules) == row[truth: "short_group_warning"], "\(place) short_group_warning")
  }
}
