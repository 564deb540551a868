/// Counts that are to be published together, with what is known of how they add up.
public struct DisclosureTable: Hashable, Sendable {
  /// How a cell stands to the public.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// It is to be published here, and may be hidden.
    case open
    /// It is known already, exactly: the national total, or a figure its own publisher released. It cannot be hidden.
    case known
    /// It is not published, but it could be worked out from what is.
    case implied
  }

  /// One count.
  public struct Cell: Hashable, Sendable {
    /// What it counts, as a message would name it.
    public let name: String
    /// The true count.
    public let count: Int
    /// How it stands to the public.
    public let standing: Standing

    /// A count.
    public init(_ name: String, _ count: Int, _ standing: Standing = .open) {
      self.name = name
      self.count = count
      self.standing = standing
    }
  }

  /// Cells that add up to another.
  public struct Sum: Hashable, Sendable {
    /// The position of the total among the cells.
    public let total: Int
    /// The positions of its parts.
    public let parts: [Int]

    /// Parts that add up to a total.
    public init(_ total: Int, of parts: [Int]) {
      self.total = total
      self.parts = parts
    }
  }

  /// A figure made by division.
  public enum Quotient: Hashable, Sendable {
    /// One count as a share of another that includes it. Positions among the cells.
    case share(of: Int, in: Int)
    /// One count for each of another that does not include it: admissions for each resident. Positions among the cells.
    case rate(of: Int, per: Int)
    /// An average over the people of a cell.
    case average(Double, over: Int)
  }

  /// The counts.
  public let cells: [Cell]
  /// How they add up.
  public let sums: [Sum]
  /// What is divided.
  public let quotients: [Quotient]

  /// A table. Throws when a count is negative, a position is outside, or the parts do not come to their total.
  public init(_ cells: [Cell], sums: [Sum] = [], quotients: [Quotient] = []) throws(DisclosureError) {
    self.cells = cells
    self.sums = sums
    self.quotients = quotients
    for cell in cells where cell.count < 0 {
      throw DisclosureError("The cell '\(cell.name)' counts \(cell.count): a count cannot be below nought.")
    }
    for sum in sums { try check(sum) }
    for quotient in quotients { try check(quotient) }
  }

  private func check(_ sum: Sum) throws(DisclosureError) {
    let used = sum.parts + [sum.total]
    guard used.allSatisfy(cells.indices.contains), Set(used).count == used.count, !sum.parts.isEmpty else {
      throw DisclosureError(
        "The total at position \(sum.total) has no parts, or names a cell twice or one that is not in the table.")
    }
    let come = sum.parts.map { cells[$0].count }.reduce(0, +)
    guard come == cells[sum.total].count else {
      throw DisclosureError(
        "The parts of '\(cells[sum.total].name)' come to \(come), but the total is \(cells[sum.total].count):"
          + " leave the total out, or give the parts that are missing.")
    }
  }

  private func check(_ quotient: Quotient) throws(DisclosureError) {
    let used: [Int] =
      switch quotient {
      case .share(let part, let whole): [part, whole]
      case .rate(let events, let people): [events, people]
      case .average(_, let people): [people]
      }
    guard used.allSatisfy(cells.indices.contains) else {
      throw DisclosureError("A quotient names a cell that is not in the table of \(cells.count) cells.")
    }
    for cell in used where cells[cell].standing == .implied {
      throw DisclosureError("'\(cells[cell].name)' is not published, so no quotient of it is.")
    }
    if case .share(let part, let whole) = quotient, cells[part].count > cells[whole].count || part == whole {
      throw DisclosureError("'\(cells[part].name)' is no share of '\(cells[whole].name)': it is not a part of it.")
    }
  }
}

extension DisclosureTable {
  /// A table of rows and columns with all its totals: cell (r, c) is at `r * (columns + 1) + c`, totals come last.
  ///
  /// The grand total may stand as known, where a national figure is published in full.
  public static func crossed(
    _ counts: [[Int]], rows: [String], columns: [String], total standing: Standing = .open
  ) throws(DisclosureError) -> DisclosureTable {
    guard counts.count == rows.count, counts.allSatisfy({ $0.count == columns.count }) else {
      throw DisclosureError("The counts are not \(rows.count) rows of \(columns.count) columns.")
    }
    let width = columns.count + 1
    var cells: [Cell] = []
    for (row, name) in zip(counts, rows) {
      cells += zip(row, columns).map { Cell("\(name), \($1)", $0) }
      cells.append(Cell("\(name), total", row.reduce(0, +)))
    }
    for (column, name) in columns.enumerated() {
      cells.append(Cell("all, \(name)", counts.map { $0[column] }.reduce(0, +)))
    }
    cells.append(Cell("all, total", counts.joined().reduce(0, +), standing))
    let across = (0...rows.count).map { row in
      Sum(row * width + columns.count, of: (0..<columns.count).map { row * width + $0 })
    }
    let down = (0...columns.count).map { column in
      Sum(rows.count * width + column, of: (0..<rows.count).map { $0 * width + column })
    }
    return try DisclosureTable(cells, sums: rows.isEmpty || columns.isEmpty ? [] : across + down)
  }
}
