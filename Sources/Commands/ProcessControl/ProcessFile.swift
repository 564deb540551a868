internal import Formats
internal import Statistics
internal import Vocabulary

/// A table of series: one row a point, with the columns `series_id`, `date` and `value`.
struct ProcessFile {
  private(set) var series: [Measured] = []

  /// One series as it was read.
  struct Measured {
    let id: String
    var rows: [Row] = []
    var settings = ProcessSettings()
    /// Whether its rows name more than one target.
    var hasMovingTarget = false
  }

  /// One point as it was read.
  struct Row {
    let line: Int
    let day: Day
    let value: Double
    let denominator: Double
    let target: Double
    let trajectory: Double
  }

  /// Reads a table. Throws what is wrong with it, with the line.
  init(_ path: String, for kind: ProcessSeries.Kind) throws {
    let source = try ByteSource.file(path)
    let name = source.name
    var limits = CSVReader.Limits()
    limits.rows = 5_000_000
    limits.totalBytes = 1 << 30
    var reader = try CSVReader(source.stream(), limits: limits)
    let columns = try Columns(reader, for: kind)
    var places: [String: Int] = [:]
    while let row = try reader.next() {
      do {
        try row.requireColumns(reader.columns.count)
      } catch {
        throw error.inside(name)
      }
      do throws(CellFault) {
        let id = row[columns.id].trimmed
        if id.isEmpty { throw CellFault("there is no series_id") }
        let place = places[id] ?? series.count
        if place == series.count {
          places[id] = place
          series.append(Measured(id: id))
        }
        try series[place].take(row, columns)
      } catch {
        throw Failure(.refused, "\(name), line \(row.line): \(error.reason)")
      }
    }
    if series.isEmpty { throw Failure(.refused, "\(name): there are no rows under the headings") }
    for place in series.indices { try series[place].sort(name) }
  }

  /// Where the columns of a table stand.
  struct Columns {
    let id: Int
    let day: Int
    let value: Int
    let denominator: Int?
    let trajectory: Int?
    let settings: [(column: ProcessSettings.Column, place: Int)]

    init(_ reader: borrowing CSVReader, for kind: ProcessSeries.Kind) throws(FormatError) {
      id = try reader.column("series_id")
      day = try reader.column("date")
      value = try reader.column("value")
      denominator = kind.hasDenominator ? try reader.column("denominator") : nil
      trajectory = reader.columns.contains("trajectory") ? try reader.column("trajectory") : nil
      settings = try ProcessSettings.places(reader)
    }
  }
}

extension ProcessFile.Measured {
  fileprivate mutating func take(_ row: CSVRow, _ columns: ProcessFile.Columns) throws(CellFault) {
    var target = Double.nan
    for (column, place) in columns.settings {
      let cell = row[place].trimmed
      guard column == .target else {
        try settings.take(cell, of: column)
        continue
      }
      target = try ProcessFile.measurement(cell, "target")
      guard !target.isNaN else { continue }
      if let known = settings.target, known != target { hasMovingTarget = true }
      settings.target = target
    }
    rows.append(
      ProcessFile.Row(
        line: row.line, day: try ProcessSettings.day(row[columns.day].trimmed),
        value: try ProcessFile.measurement(row[columns.value].trimmed, "value"),
        denominator: try columns.denominator.map { (place) throws(CellFault) in
          try ProcessFile.measurement(row[place].trimmed, "denominator")
        } ?? .nan, target: target,
        trajectory: try columns.trajectory.map { (place) throws(CellFault) in
          try ProcessFile.measurement(row[place].trimmed, "trajectory")
        } ?? .nan))
  }

  /// Puts the rows in the order of time; two of one day are refused.
  fileprivate mutating func sort(_ name: String) throws {
    rows.sort { ($0.day, $0.line) < ($1.day, $1.line) }
    for (first, second) in zip(rows, rows.dropFirst()) where first.day == second.day {
      throw Failure(
        .refused,
        "\(name), line \(second.line): series '\(id)' already has a value for \(second.day), in line \(first.line): keep "
          + "one of them, or give the series different names")
    }
  }
}

extension ProcessFile {
  /// The number in a cell; NaN where it is empty or says that there is none.
  fileprivate static func measurement(_ cell: String, _ column: String) throws(CellFault) -> Double {
    switch cell {
    case "", "NA", "NaN", "*": return .nan
    default: return try ProcessSettings.number(cell, "a number in column '\(column)'")
    }
  }
}

/// A table of settings: one row a series, with the column `series_id`.
struct SettingsTable {
  private(set) var settings: [String: ProcessSettings] = [:]

  /// Reads a table. Throws what is wrong with it, with the line.
  init(_ path: String) throws {
    let source = try ByteSource.file(path)
    let name = source.name
    var reader = try CSVReader(source.stream())
    let id = try reader.column("series_id")
    let places = try ProcessSettings.places(reader)
    while let row = try reader.next() {
      do {
        try row.requireColumns(reader.columns.count)
      } catch {
        throw error.inside(name)
      }
      do throws(CellFault) {
        let series = row[id].trimmed
        var own = ProcessSettings()
        for (column, place) in places { try own.take(row[place].trimmed, of: column) }
        if settings.updateValue(own, forKey: series) != nil {
          throw CellFault("series '\(series)' has a row already: keep one of them")
        }
      } catch {
        throw Failure(.refused, "\(name), line \(row.line): \(error.reason)")
      }
    }
  }
}

extension ProcessSettings {
  /// Where the columns of settings stand that a table has.
  fileprivate static func places(
    _ reader: borrowing CSVReader
  ) throws(FormatError) -> [(column: Column, place: Int)] {
    var places: [(column: Column, place: Int)] = []
    for column in Column.allCases where reader.columns.contains(column.rawValue) {
      places.append((column, try reader.column(column.rawValue)))
    }
    return places
  }
}
