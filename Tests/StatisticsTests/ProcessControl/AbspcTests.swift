import Statistics
import Testing

/// Every series of the oracle of abspc 1.1.0, column for column.
@Suite("Process control as abspc 1.1.0", .needsOracles)
struct AbspcTests {
  /// A constant series of 0.1, of which the peer's rounded mean is another number, so that it reports a shift of 24
  /// points beyond limits. Ours is the mean itself; see <doc:ProcessControl>.
  static let misled: Set = ["S0271"]

  @Test("Every point has the peer's limits, four rules and colour")
  func points() throws {
    let series = Dictionary(
      uniqueKeysWithValues: try ChartOracle.rows("spc/abspc_series.csv").map { ($0[text: "series_id"], $0) })
    var differences = Differences()
    for (id, rows) in try ChartOracle.groups("spc/abspc_points.csv", by: "series_id") {
      let chart = ControlChart(of: try input(rows, try #require(series[id])), by: .abspc1)
      for (point, row) in zip(chart.points, rows) {
        let place = "\(id) \(row[text: "i"])"
        let numbers: [(String, Double)] = [
          ("mean", point.centre), ("ucl", point.upper), ("lcl", point.lower), ("uwl", point.nearUpper),
          ("lwl", point.nearLower),
        ]
        for (column, ours) in numbers {
          // A limit near nought is the difference of larger numbers: its error is a share of those.
          differences.compare(
            agree(ours, row[number: column], to: 1e-12, scale: point.centre.magnitude), "\(place) \(column)")
        }
        if AbspcTests.misled.contains(id) { continue }
        let rules: [(String, ControlPoint.Patterns)] = [
          ("rule1", .outside), ("rule2", .shift), ("rule3", .trend), ("rule4", .twoInThree),
        ]
        for (column, pattern) in rules {
          differences.compare(point.patterns.contains(pattern) == row[truth: column], "\(place) \(column)")
        }
        differences.compare(point.isSpecialCause == row[truth: "special_cause"], "\(place) special_cause")
        differences.compare(colour(point) == row[text: "colour"], "\(place) \(point.meaning) \(point.cause)")
      }
    }
    #expect(differences.compared > 100_000)
    #expect(differences.count == 0, differences.comment)
  }

  @Test("Every series has the peer's icons")
  func icons() throws {
    let points = Dictionary(grouping: try ChartOracle.rows("spc/abspc_points.csv"), by: { $0[text: "series_id"] })
    let names: [Assurance?: String] = [.pass: "pass", .fail: "fail", .inconsistent: "hit_or_miss", nil: "no_target"]
    var differences = Differences()
    for row in try ChartOracle.rows("spc/abspc_series.csv") {
      let id = row[text: "series_id"]
      let chart = ControlChart(of: try input(try #require(points[id]), row), by: .abspc1)
      if AbspcTests.misled.contains(id) { continue }
      differences.compare(names[chart.assurance] == row[text: "assurance_type"], "\(id) assurance")
      differences.compare(chart.variation?.rawValue == row[text: "variation_type"], "\(id) variation")
    }
    #expect(differences.count == 0, differences.comment)
  }

  @Test("A constant series of 0.1 is on its mean, and meets a target of 0.1")
  func constant() throws {
    let chart = ControlChart(
      of: ProcessSeries(Array(repeating: 0.1, count: 24), direction: .decrease, target: .fixed(0.1)), by: .abspc1)
    #expect(chart.points.count { $0.side == 0 && !$0.isSpecialCause } == 24)
    #expect(chart.variation == .commonCause)
    #expect(chart.assurance == .pass)
  }

  @Test("The other charts have the peer's limits and rules")
  func otherCharts() throws {
    var differences = Differences()
    for (key, rows) in try ChartOracle.groups("spc/abspc_other_charts.csv", by: "series_id", "chart") {
      let kind = try #require(ProcessSeries.Kind(rawValue: rows[0][text: "chart"]))
      let series = ProcessSeries(
        rows.map { $0[number: "value_in"] },
        outOf: kind.hasDenominator ? rows.map { $0[number: "subgroup_size"] } : [], kind: kind)
      #expect(series.fault(under: .abspc1) == nil)
      let chart = ControlChart(of: series, by: .abspc1)
      for (point, row) in zip(chart.points, rows) {
        let place = "\(key) \(row[text: "i"])"
        let numbers: [(String, Double)] = [
          ("value_plotted", point.value), ("mean", point.centre), ("ucl", point.upper), ("lcl", point.lower),
          ("uwl", point.nearUpper), ("lwl", point.nearLower),
        ]
        for (column, ours) in numbers {
          let tolerance = kind == .t ? 1e-9 : 1e-12
          differences.compare(
            agree(ours, row[number: column], to: tolerance, scale: point.centre.magnitude),
            "\(place) \(column) \(ours) \(row[number: column])")
        }
        let rules: [(String, ControlPoint.Patterns)] =
          kind == .run
          ? [("rule1", .shift), ("rule2", .trend)]
          : [("rule1", .outside), ("rule2", .shift), ("rule3", .trend), ("rule4", .twoInThree)]
        for (column, pattern) in rules {
          differences.compare(point.patterns.contains(pattern) == row[truth: column], "\(place) \(column)")
        }
      }
    }
    #expect(differences.compared > 10_000)
    #expect(differences.count == 0, differences.comment)
  }

  private func input(_ rows: [ChartOracle.Row], _ settings: ChartOracle.Row) throws -> ProcessSeries {
    let target = settings[number: "target"]
    return ProcessSeries(
      rows.map { $0[number: "value"] },
      direction: settings[text: "improvement_direction"] == "low" ? .decrease : .increase,
      target: target.isNaN ? .none : .fixed(target))
  }

  private func colour(_ point: ControlPoint) -> String {
    switch point.meaning {
    case .improvement: "#005EB8"
    case .concern: "#ED8B00"
    case .commonCause, .neutralHigh, .neutralLow: "#768692"
    }
  }
}
