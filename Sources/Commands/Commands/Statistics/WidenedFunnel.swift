internal import ArgumentParser
internal import Statistics

/// A funnel of institutions that differ by more than chance, row by row.
///
/// Columns bear the names of FunnelPlotR: `rr` the ratio; `Y` and `s` the score and its standard error on the
/// transformed scale; `Uzscore` the score in standard errors from the target, `Wuzscore` the same pulled in, empty where
/// it was left out; `LCL95` to `UCL99` the limits of chance at 95 and 99.8 per cent; `OD95LCL` to `OD99UCL` the widened
/// ones; `outlier` whether it lies outside, by the widened limits where there is over-dispersion.
struct WidenedFunnel {
  /// On what scale, and what becomes of extreme scores.
  enum Method: String, ExpressibleByArgument, CaseIterable {
    case shmi, cqc, proportion, counts

    var kind: Overdispersion.Kind {
      switch self {
      case .shmi: .ratioOnLog
      case .cqc: .ratioOnRoot
      case .proportion: .proportion
      case .counts: .ratioOfCounts
      }
    }
  }

  let method: Method
  let trim: Double
  let confidence: Confidence

  private static let columns = [
    "phi", "tau2", "rr", "Y", "s", "Uzscore", "Wuzscore", "LCL95", "UCL95", "LCL99", "UCL99", "OD95LCL", "OD95UCL",
    "OD99LCL", "OD99UCL", "outlier",
  ]

  func result(_ sheet: StatsSheet, _ groups: [StatsGroup]) throws -> StatsResult {
    let (above, below) =
      sheet.has("observed") && sheet.has("expected") ? ("observed", "expected") : ("numerator", "denominator")
    var found: [Int: [StatsResult.Cell]] = [:]
    for group in groups {
      let pairs = try group.rows.map { row in
        guard let count = try sheet.count(row, above) else { throw sheet.fault(row, above, "is missing") }
        let size = try sheet.population(row, below)
        if method == .proportion, count > size { throw sheet.fault(row, above, "is more than there are") }
        return (numerator: count, denominator: size)
      }
      for (row, cells) in zip(group.rows, try cells(pairs, group, sheet, above)) { found[row.line] = cells }
    }
    var result = StatsResult(sheet.columns + Self.columns)
    for (row, carried) in zip(sheet.rows, sheet.carried()) { result.add(carried + (found[row.line] ?? [])) }
    return result
  }

  private func cells(
    _ pairs: [(numerator: Double, denominator: Double)], _ group: StatsGroup, _ sheet: StatsSheet, _ column: String
  ) throws -> [[StatsResult.Cell]] {
    let funnel: Overdispersion
    do {
      funnel = try Overdispersion(method.kind, pairs, trim: trim)
    } catch {
      switch error {
      case .empty: throw sheet.fault(group, "there is nothing to compare")
      case .impossible(let index):
        throw sheet.fault(group.rows[index], column, "has no place on the scale of the method \(method.rawValue)")
      }
    }
    return funnel.units.map { unit in
      let limits = [Confidence.usual, .strict]
      let plain = limits.map { funnel.limits(of: unit, at: $0) }
      let wide = limits.map { funnel.widenedLimits(of: unit, at: $0) }
      return [
        .number(funnel.phi), .number(funnel.tau2), .number(unit.ratio), .number(unit.score), .number(unit.error),
        .number(unit.z), .number(unit.trimmed),
      ] + (plain + wide).flatMap { [StatsResult.Cell.number($0.lower), .number($0.upper)] }
        + [.text(funnel.isOutlier(unit, at: confidence) ? "TRUE" : "FALSE")]
    }
  }
}
