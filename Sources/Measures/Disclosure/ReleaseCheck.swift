/// Finds which cells of a new table must be hidden because of what was released before of the same counts.
///
/// Cells of one table do not overlap. Everything that is shown of a table is known together as well: the reader adds up
/// the cells that lie in an earlier one, and the earlier ones that lie in a new one, and subtracts. Each of these goes
/// through the ``ReleaseLedger``.
public struct ReleaseCheck: Sendable {
  /// A cell: what it is called, and the units it is made of.
  public struct Cell: Hashable, Sendable {
    /// What a message calls it.
    public let name: String
    /// The codes of its units.
    public let units: Set<String>

    /// A cell.
    public init(_ name: String, units: Set<String>) {
      self.name = name
      self.units = units
    }
  }

  /// The shown cells of one earlier table.
  public struct Table: Hashable, Sendable {
    /// What a message calls it.
    public let name: String
    /// Its shown cells.
    public let cells: [Cell]

    /// A table.
    public init(_ name: String, _ cells: [Cell]) {
      self.name = name
      self.cells = cells
    }

    fileprivate func inside(_ units: Set<String>) -> [Cell] { cells.filter { $0.units.isSubset(of: units) } }
  }

  private let series: ReleaseLedger.Series
  private let earlier: [Table]
  /// All cells shown before, and all of each table together.
  private let answers: [Cell]
  private let known: ReleaseLedger
  private let counts: [String: Int]

  /// A check against tables released before, over the true counts of the finest units there are.
  public init(
    _ series: ReleaseLedger.Series, counts: [String: Int], earlier: [Table], under rule: DisclosureRule
  ) throws(DisclosureError) {
    self.series = series
    self.earlier = earlier
    self.counts = counts
    var ledger = ReleaseLedger(rule)
    ledger.open(series, counts: counts)
    for table in earlier {
      try ledger.record(
        table: table.name, table.cells.map { ReleaseLedger.Release($0.name, series, units: $0.units) })
    }
    known = ledger
    answers =
      earlier.flatMap(\.cells)
      + earlier.filter { $0.cells.count > 1 }.map { Cell("all of \($0.name)", units: ReleaseCheck.union($0.cells)) }
  }

  private func count(_ cell: Cell) -> Int { cell.units.reduce(0) { $0 + (counts[$1] ?? 0) } }

  private static func union(_ cells: [Cell]) -> Set<String> { cells.reduce(into: []) { $0.formUnion($1.units) } }

  /// The positions of the cells that may be shown, of those that the rule lets through, with the reasons of the others.
  ///
  /// The cells most at issue go first; of several that are only dangerous together the one with the smallest count
  /// goes.
  public func shown(_ cells: [Cell], of candidates: [Int]) throws(DisclosureError) -> (shown: [Int], reasons: [String])
  {
    var shown = candidates
    var reasons: [String] = []
    if earlier.isEmpty { return (shown, reasons) }
    while true {
      guard let refusal = try first(cells, shown) else { return (shown, reasons) }
      shown.removeAll { $0 == refusal.cell }
      reasons.append(refusal.reason)
    }
  }

  private func first(_ cells: [Cell], _ shown: [Int]) throws(DisclosureError) -> (cell: Int, reason: String)? {
    for position in shown {
      // What was released inside the cell is known together, though no table ever said so.
      var ledger = known
      for table in earlier {
        let inside = table.inside(cells[position].units)
        guard inside.count > 1 else { continue }
        try ledger.record(
          ReleaseLedger.Release(
            "\(table.name) in \(cells[position].name)", series, units: ReleaseCheck.union(inside)))
      }
      let release = ReleaseLedger.Release(cells[position].name, series, units: cells[position].units)
      if let refusal = try ledger.refusal(of: release) { return (position, refusal.reason) }
    }
    for answer in answers {
      let inside = shown.filter { cells[$0].units.isSubset(of: answer.units) }
      guard inside.count > 1, let least = inside.min(by: { count(cells[$0]) < count(cells[$1]) }) else { continue }
      let together = ReleaseLedger.Release(
        "the cells within \(answer.name)", series, units: ReleaseCheck.union(inside.map { cells[$0] }))
      if let refusal = try known.refusal(of: together) { return (least, refusal.reason) }
    }
    return nil
  }
}
