internal import Statistics
internal import Vocabulary

/// What is known of a series besides its values: from its own columns, from a table of series, or from the command line.
struct ProcessSettings {
  var direction: ProcessSeries.Direction?
  var target: Double?
  var steps: [Step] = []
  var baseline: Int?
  var screens: Bool?
  var excluded: [Day] = []

  /// A dated step change.
  struct Step: Equatable {
    var day: Day
    var reason: String
  }

  /// These settings, and those of another where these say nothing.
  func or(_ other: ProcessSettings) -> ProcessSettings {
    ProcessSettings(
      direction: direction ?? other.direction, target: target ?? other.target,
      steps: steps.isEmpty ? other.steps : steps, baseline: baseline ?? other.baseline,
      screens: screens ?? other.screens, excluded: excluded.isEmpty ? other.excluded : excluded)
  }

  /// Takes the cell of a column. Throws what is wrong with it; an empty cell says nothing.
  mutating func take(_ cell: String, of column: Column) throws(CellFault) {
    guard !cell.isEmpty, cell != "NA" else { return }
    switch column {
    case .direction: direction = try settled(direction, ProcessSettings.direction(cell), column)
    case .target: target = try settled(target, ProcessSettings.number(cell, "a target"), column)
    case .steps: steps = try settled(steps.isEmpty ? nil : steps, ProcessSettings.steps(cell), column)
    case .baseline: baseline = try settled(baseline, ProcessSettings.baseline(cell), column)
    case .screens: screens = try settled(screens, ProcessSettings.truth(cell), column)
    case .excluded: excluded = try settled(excluded.isEmpty ? nil : excluded, ProcessSettings.days(cell), column)
    }
  }

  private func settled<Value: Equatable>(_ known: Value?, _ new: Value, _ column: Column) throws(CellFault) -> Value {
    if let known, known != new {
      throw CellFault("column '\(column.rawValue)' says otherwise than an earlier row of the same series")
    }
    return new
  }

  /// The columns that settings stand in.
  enum Column: String, CaseIterable {
    case direction = "improvement_direction"
    case target
    case steps = "rebase_dates"
    case baseline = "fix_after_n_points"
    case screens = "screen_outliers"
    case excluded = "exclude_dates"
  }
}

/// What is wrong with one cell.
struct CellFault: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}

extension ProcessSettings {
  static func direction(_ text: String) throws(CellFault) -> ProcessSeries.Direction {
    switch text.lowercased() {
    case "increase", "high": return .increase
    case "decrease", "low": return .decrease
    case "neutral": return .neutral
    default: throw CellFault("'\(text.prefix(40))' is no direction: write increase, decrease or neutral")
    }
  }

  static func number(_ text: String, _ what: String) throws(CellFault) -> Double {
    guard text.utf8.allSatisfy({ (43...57).contains($0) || $0 | 32 == 101 }), let value = Double(text), value.isFinite
    else { throw CellFault("'\(text.prefix(40))' is not \(what): write a number such as 12.5") }
    return value
  }

  static func baseline(_ text: String) throws(CellFault) -> Int {
    guard let count = Int(text) else {
      throw CellFault("'\(text.prefix(40))' is no number of points to fix limits after: write a whole number")
    }
    guard count >= 12 else { throw CellFault("limits cannot be fixed after \(count) points: give 12 or more") }
    return count
  }

  static func truth(_ text: String) throws(CellFault) -> Bool {
    switch text.lowercased() {
    case "true", "yes", "1": return true
    case "false", "no", "0": return false
    default: throw CellFault("'\(text.prefix(40))' is neither TRUE nor FALSE")
    }
  }

  static func day(_ text: String) throws(CellFault) -> Day {
    guard let day = Day(text) else { throw CellFault("'\(text.prefix(40))' is no date: write 2026-04-01") }
    return day
  }

  static func days(_ text: String) throws(CellFault) -> [Day] {
    var days: [Day] = []
    for part in text.split(separator: ";") { days.append(try day(part.trimmed)) }
    return days
  }

  /// Dates between semicolons, each of which may have a reason after an equals sign.
  static func steps(_ text: String) throws(CellFault) -> [Step] {
    var steps: [Step] = []
    for part in text.split(separator: ";") {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      steps.append(Step(day: try day(pieces[0].trimmed), reason: pieces.count > 1 ? pieces[1].trimmed : ""))
    }
    return steps
  }
}

extension StringProtocol {
  /// The text without blanks around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
