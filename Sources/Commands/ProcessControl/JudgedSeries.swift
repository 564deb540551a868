internal import Statistics
internal import Vocabulary

/// A series with its chart, and what there is to note of it.
struct JudgedSeries {
  let id: String
  let days: [Day]
  let process: ProcessSeries
  let rules: ControlRules
  let chart: ControlChart
  let suggestion: SuggestedStep?
  private(set) var notes: [String] = []

  /// Judges a series. Throws where it cannot be charted, with its line.
  init(
    _ measured: ProcessFile.Measured, _ settings: ProcessSettings, kind: ProcessSeries.Kind, preset: ControlRules,
    file: String
  ) throws {
    id = measured.id
    days = measured.rows.map(\.day)
    var rules = preset
    var notes: [String] = []
    var process = ProcessSeries(
      measured.rows.map(\.value), outOf: kind.hasDenominator ? measured.rows.map(\.denominator) : [], kind: kind,
      direction: settings.direction ?? .neutral,
      target: measured.hasMovingTarget
        ? .moving(measured.rows.map(\.target)) : settings.target.map { .fixed($0) } ?? .none,
      trajectory: measured.rows.contains { !$0.trajectory.isNaN } ? measured.rows.map(\.trajectory) : [])
    if preset.takesSettings {
      process.baseline = settings.baseline
      if let screens = settings.screens { rules = preset.screened(screens) }
      for step in settings.steps {
        if let position = days.firstIndex(of: step.day) {
          process.steps.append(.init(at: position, because: step.reason))
        } else {
          notes.append("limits do not start afresh on \(step.day), which is the date of no point")
        }
      }
      for day in settings.excluded {
        if let position = days.firstIndex(of: day) {
          process.excluded.append(position)
        } else {
          notes.append("\(day) is not left out, because it is the date of no point")
        }
      }
    } else if settings.baseline != nil || !settings.steps.isEmpty || settings.screens == true
      || !settings.excluded.isEmpty
    {
      notes.append("\(preset.name) knows no fixed, restarted or screened limits, so those settings were passed over")
    }
    if let fault = process.fault(under: rules) {
      let line = fault.position.map { ", line \(measured.rows[$0].line)" } ?? ""
      throw Failure(.refused, "\(file)\(line): series '\(id)': \(fault.reason)")
    }
    self.process = process
    self.rules = rules
    chart = ControlChart(of: process, by: rules)
    suggestion = chart.suggestedStep(by: rules)
    self.notes = notes
    self.notes += remarks
    if let suggestion { self.notes.append(sentence(of: suggestion)) }
  }

  /// How many values are missing.
  var missing: Int { chart.points.count { $0.value.isNaN } }

  /// The target of the last point; nil where there is none.
  var target: Double? {
    let target = process.target[days.count - 1]
    return target.isNaN ? nil : target
  }

  /// What the chart remarks, in words.
  private var remarks: [String] {
    let remarks = chart.remarks
    var words: [String] = []
    if remarks.contains(.missing) {
      words.append("\(missing) missing; a missing value breaks moving ranges, runs, trends and windows of three")
    }
    if remarks.contains(.lastMissing) {
      words.append(
        rules.iconSource == .lastRow
          ? "the last value is missing, so the variation icon says common cause"
          : "the last value is missing, so the variation icon speaks of an earlier one")
    }
    if remarks.contains(.allScreened) {
      words.append(
        "nothing varies and \(rules.name) screens out every moving range, so there are no limits and a target is said to "
          + "be met at times; mdc-2024 sets the limits on the mean and compares the target with them")
    } else if remarks.contains(.constant) {
      words.append("nothing varies, so the limits are on the mean")
    }
    if remarks.contains(.collapsed) {
      words.append(
        "\(rules.name) screens out every moving range but those of nought, so the limits fall onto the mean and "
          + "nearly every point is outside; mdc-2024 keeps the moving ranges")
    }
    if remarks.contains(.noRange) { words.append("a stretch has no two neighbouring values, so it has no limits") }
    if remarks.contains(.short) {
      words.append(
        rules.withholdsTrialLimits
          ? "fewer than \(rules.minimumPoints) points in a stretch: no limits and no judgement there"
          : "fewer than \(rules.minimumPoints) points in a stretch: its limits are trial limits")
    }
    return words
  }

  private func sentence(of step: SuggestedStep) -> String {
    let before = Decimals.rounded(step.meanBefore, places: 2)
    let after = Decimals.rounded(step.meanAfter, places: 2)
    let errors = Decimals.rounded(step.standardErrors, places: 1)
    return "a step change on \(days[step.position]) is suggested and not applied: the mean goes from \(before) "
      + "(\(step.countBefore) points) to \(after) (\(step.countAfter) points), \(errors) standard errors, with "
      + "\(step.runLength) points in a row on that side; recalculate only for a known cause"
  }
}
