/// What a reader of a table could work out.
///
/// A small count is safe when the reader can think of two tables, both in whole numbers, both adding up and both looking
/// just as published: in one the count is as small as it could ever be, in the other it is at least the greatest small
/// count, and the two are as far apart as the small counts are. Such a table is a *witness*; it is found by ``Simplex``
/// and believed only after a check in whole numbers, so an error of arithmetic can hide too much but never too little.
struct Auditor {
  /// A small count that a reader could narrow down, and the count that must stay possible and does not.
  struct Exposure: Hashable {
    let cell: Int
    let bound: Int
  }

  private static let noLimit = Int.max

  private let cells: [DisclosureTable.Cell]
  private let sums: [DisclosureTable.Sum]
  private let rule: DisclosureRule
  private let moves: Simplex
  /// Tables found so far that add up.
  private var witnesses: [[Int]]
  /// Each small count, and from what to what it must stay possible.
  private var protected: [(cell: Int, range: ClosedRange<Int>)] = []

  init(_ cells: [DisclosureTable.Cell], _ sums: [DisclosureTable.Sum], under rule: DisclosureRule) {
    self.cells = cells
    self.sums = sums
    self.rule = rule
    moves = Simplex(sums.map { Auditor.equation($0) { [($0, 1)] } }, unknowns: cells.count)
    witnesses = [cells.map(\.count)]
    guard let small = rule.small else { return }
    let allHidden = known(hiding: cells.map { $0.count > 0 || small.contains(0) })
    for (cell, content) in cells.enumerated() where content.standing != .known && small.contains(content.count) {
      // Noughts that are shown put a floor under a total: with two parts that are not nought it is at least two.
      let floor = reach(cell, small.lowerBound, allHidden)
      protected.append((cell, floor...max(small.upperBound, floor + small.count - 1)))
    }
  }

  /// The parts less the total, with the unknowns that stand for each cell.
  private static func equation(
    _ sum: DisclosureTable.Sum, unknowns: (Int) -> [(unknown: Int, coefficient: Double)]
  ) -> [(unknown: Int, coefficient: Double)] {
    sum.parts.flatMap(unknowns) + unknowns(sum.total).map { ($0.unknown, -$0.coefficient) }
  }

  // MARK: What is known

  /// The least that a hidden cell may be: nought is shown, unless the rule hides it too.
  private var leastHidden: Int { rule.small?.lowerBound ?? 0 }

  /// What a reader knows of each cell. The mark of a hidden cell does not say why it is hidden, unless `knowingWhy`.
  func known(hiding hidden: [Bool], knowingWhy: Bool = false) -> [ClosedRange<Int>] {
    cells.indices.map { cell in
      let count = cells[cell].count
      switch cells[cell].standing {
      case .known: return count...count
      case .implied: return 0...Auditor.noLimit
      case .open where !hidden[cell]: return rule.candidates(forShown: count)
      case .open where !knowingWhy: return leastHidden...Auditor.noLimit
      case .open:
        if let small = rule.small, small.contains(count) { return small }
        return rule.threshold...Auditor.noLimit
      }
    }
  }

  private func limits(_ known: [ClosedRange<Int>]) -> [ClosedRange<Double>] {
    zip(known, cells).map { range, cell in
      let above = range.upperBound == Auditor.noLimit ? .infinity : Double(range.upperBound - cell.count)
      return Double(range.lowerBound - cell.count)...above
    }
  }

  // MARK: What can be worked out

  /// The first small count, in the order of the cells, that is not safe; nil when all are.
  ///
  /// At most two linear programs for each small count; a witness found for one often serves others.
  mutating func exposure(_ known: [ClosedRange<Int>]) -> Exposure? {
    let possible = witnesses.filter { table in zip(table, known).allSatisfy { $1.contains($0) } }
    for (cell, range) in protected {
      let isHigh = possible.contains { $0[cell] >= range.upperBound }
      if !isHigh, reach(cell, range.upperBound, known) != range.upperBound {
        return Exposure(cell: cell, bound: range.upperBound)
      }
      let isLow = possible.contains { $0[cell] <= range.lowerBound }
      if !isLow, reach(cell, range.lowerBound, known) != range.lowerBound {
        return Exposure(cell: cell, bound: range.lowerBound)
      }
    }
    return nil
  }

  /// The count nearest to a bound that the cell has in some table that looks as published. The table is kept.
  ///
  /// Where the program's answer is not whole, it is the true count.
  private mutating func reach(_ cell: Int, _ bound: Int, _ known: [ClosedRange<Int>]) -> Int {
    var limits = limits(known)
    var objective = [Double](repeating: 0, count: cells.count)
    objective[cell] = Auditor.aim(at: bound, from: cells[cell].count, &limits[cell])
    guard let found = moves.maximising(objective, within: limits) else { return cells[cell].count }
    let table = zip(cells, found).map { $0.count + Int($1.rounded()) }
    guard zip(table, known).allSatisfy({ $1.contains($0) }), sums.allSatisfy({ holds($0, in: table) }) else {
      return cells[cell].count
    }
    witnesses.append(table)
    return table[cell]
  }

  private func holds(_ sum: DisclosureTable.Sum, in table: [Int]) -> Bool {
    sum.parts.map { table[$0] }.reduce(0, +) == table[sum.total]
  }

  /// Stops a move at a count, and returns the direction towards it.
  private static func aim(at bound: Int, from count: Int, _ limit: inout ClosedRange<Double>) -> Double {
    let move = Double(bound - count)
    limit = min(0, max(limit.lowerBound, min(move, 0)))...max(0, min(limit.upperBound, max(move, 0)))
    return move < 0 ? -1 : 1
  }

  // MARK: What to hide

  /// The cells to hide as well, so that the exposed count can move, losing as little as the method can see.
  ///
  /// A linear program lets every open cell move beyond what its published value allows, at the price of its count for
  /// each unit, and hides the cells that do (Kelly, Golden and Assad 1992, *Networks* 22, 397–417). Noughts stay.
  /// Empty when nothing helps.
  func complement(of exposure: Exposure, hiding hidden: [Bool]) -> [Int] {
    let count = cells.count
    let known = known(hiding: hidden)
    let program = Simplex(
      sums.map { sum in
        Auditor.equation(sum) { [($0, 1), (count + $0, 1), (2 * count + $0, -1)] }
      }, unknowns: 3 * count)
    var limits = limits(known) + [ClosedRange<Double>](repeating: 0...0, count: 2 * count)
    var objective = [Double](repeating: 0, count: 3 * count)
    let all = Double(max(1, cells.map(\.count).reduce(0, +)))
    for cell in cells.indices where canHide(cell, hidden) {
      limits[count + cell] = 0...Double.infinity
      limits[2 * count + cell] = 0...Double(max(0, known[cell].lowerBound - leastHidden))
      objective[count + cell] = -Double(cells[cell].count) / all
      objective[2 * count + cell] = -Double(cells[cell].count) / all
    }
    // Prices sum to one, so to move the exposed count is always worth more than it costs.
    let worth = 16.0
    let target = exposure.cell
    objective[target] = worth * Auditor.aim(at: exposure.bound, from: cells[target].count, &limits[target])
    guard let found = program.maximising(objective, within: limits) else { return [] }
    return cells.indices.filter { found[count + $0] + found[2 * count + $0] > 1e-6 }
  }

  /// Whether a cell is shown, and not nought, and ours to hide.
  func canHide(_ cell: Int, _ hidden: [Bool]) -> Bool {
    cells[cell].standing == .open && !hidden[cell] && cells[cell].count > 0
  }
}
