internal import Formats

/// A table of numbers by the names of its columns, each cell with its place in the file.
struct StatsSheet {
  /// One row.
  struct Row {
    let line: Int
    let cells: [String]
  }

  let name: String
  let columns: [String]
  let rows: [Row]

  init(path: String) throws {
    let source = try ByteSource.file(path)
    var reader = try CSVReader(source.stream())
    var rows: [Row] = []
    let columns = reader.columns
    while let row = try reader.next() {
      do {
        try row.requireColumns(columns.count)
      } catch {
        throw error.inside(source.name)
      }
      rows.append(Row(line: row.line, cells: row.texts))
    }
    guard !rows.isEmpty else {
      throw FormatError(
        .empty, at: .init(part: source.name), "the table has a heading and no rows", remedy: "Give a table with rows")
    }
    name = source.name
    self.columns = columns
    self.rows = rows
  }

  func has(_ column: String) -> Bool { columns.contains(column) }

  /// The first of these names that is a column.
  func first(of names: [String]) throws -> String {
    if let name = names.first(where: has) { return name }
    throw FormatError(
      .missing, at: .init(part: name, line: 1), "there is no column “\(names.joined(separator: "” or “"))”",
      remedy: "The columns are: " + columns.joined(separator: ", "))
  }

  func index(_ column: String) throws -> Int {
    _ = try first(of: [column])
    let places = columns.indices.filter { columns[$0] == column }
    guard places.count == 1, let place = places.first else {
      throw FormatError(
        .missing, at: .init(part: name, line: 1), "two columns are called “\(column)”", remedy: "Rename one of them")
    }
    return place
  }

  func text(_ row: Row, _ column: String) throws -> String { row.cells[try index(column)] }

  /// A number; nil where the cell is empty or says NA.
  func number(_ row: Row, _ column: String) throws -> Double? {
    let text = try text(row, column)
    if text.isEmpty || text == "NA" { return nil }
    guard let number = Double(text), number.isFinite else { throw fault(row, column, "is no number") }
    return number
  }

  /// A number that must be there.
  func figure(_ row: Row, _ column: String) throws -> Double {
    guard let number = try number(row, column) else { throw fault(row, column, "is missing") }
    return number
  }

  /// A count: missing or not below nought.
  func count(_ row: Row, _ column: String) throws -> Double? {
    guard let number = try number(row, column) else { return nil }
    guard number >= 0 else { throw fault(row, column, "is below nought, and counts are not") }
    return number
  }

  /// A population: there, and above nought.
  func population(_ row: Row, _ column: String) throws -> Double {
    let number = try figure(row, column)
    guard number > 0 else { throw fault(row, column, "must be above nought: a rate of nobody has no meaning") }
    return number
  }

  /// What is wrong with a cell.
  func fault(_ row: Row, _ column: String, _ problem: String) -> FormatError {
    let place = columns.firstIndex(of: column)
    let text = place.map { row.cells[$0] } ?? ""
    return FormatError(
      .malformed, at: .init(part: name, line: row.line, column: place.map { $0 + 1 }),
      text.isEmpty ? "the cell of column “\(column)” \(problem)" : "'\(text)' in column “\(column)” \(problem)",
      remedy: "Correct the cell")
  }

  /// What is wrong with a group.
  func fault(_ group: StatsGroup, _ problem: String) -> FormatError {
    FormatError(
      .malformed, at: .init(part: name, line: group.rows.first?.line),
      (group.key.isEmpty ? "" : group.key.joined(separator: ", ") + ": ") + problem, remedy: "Correct its rows")
  }

  /// The rows of each group, in the order in which groups first come.
  func groups(by names: [String]) throws -> [StatsGroup] {
    let places = try names.map(index)
    var order: [[String]] = []
    var groups: [[String]: [Row]] = [:]
    for row in rows {
      let key = places.map { row.cells[$0] }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    return order.map { StatsGroup(key: $0, rows: groups[$0] ?? []) }
  }

  /// Refuses two rows of a group with the same cells in these columns.
  func refuseTwins(in group: StatsGroup, by names: [String]) throws {
    let places = try names.map(index)
    var seen = Set<[String]>()
    for row in group.rows where !seen.insert(places.map { row.cells[$0] }).inserted {
      throw fault(
        row, names[0], "is there twice" + (group.key.isEmpty ? "" : " for \(group.key.joined(separator: ", "))"))
    }
  }
}

/// Rows with the same cells in some columns.
struct StatsGroup {
  let key: [String]
  let rows: [StatsSheet.Row]
}
