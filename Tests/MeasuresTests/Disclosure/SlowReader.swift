import Measures

/// A reader with all the time in the world: tries every table of whole numbers and keeps those that look as published.
struct SlowReader {
  /// The text of each cell as published; nil where nothing is published, though it could be worked out.
  let marks: [String?]
  let sums: [DisclosureTable.Sum]
  let small: ClosedRange<Int>
  let base: Int
  /// The greatest count the reader tries in a hidden cell.
  let patience: Int

  /// The counts a cell could have.
  private func candidates(_ mark: String?) -> [Int] {
    guard let mark else { return Array(0...patience) }
    guard let shown = Int(mark) else { return Array(small.lowerBound...patience) }
    if base == 1 { return [shown] }
    return (max(0, shown - base)...(shown + base)).filter { count in
      let down = count - count % base
      let nearest = 2 * (count % base) >= base ? down + base : down
      return nearest == shown && !small.contains(count)
    }
  }

  /// The least and the greatest count of each cell over all tables that add up and look as published.
  func intervals() -> [ClosedRange<Int>?] {
    let totals = Set(sums.map(\.total))
    let inner = marks.indices.filter { !totals.contains($0) }
    let choices = marks.map(candidates)
    var table = [Int](repeating: 0, count: marks.count)
    var found = [ClosedRange<Int>?](repeating: nil, count: marks.count)
    /// Sums of which every part is tried after this many inner cells.
    let position = Dictionary(uniqueKeysWithValues: inner.enumerated().map { ($1, $0) })
    let direct = sums.filter { $0.parts.allSatisfy { position[$0] != nil } }
    let ready = inner.indices.map { step in
      direct.filter { sum in sum.parts.map { position[$0] ?? 0 }.max() == step }
    }
    let indirect = sums.filter { !$0.parts.allSatisfy { position[$0] != nil } }

    func mayHold(_ sum: DisclosureTable.Sum) -> Bool {
      let come = sum.parts.reduce(0) { $0 + table[$1] }
      if table[sum.total] >= 0, table[sum.total] != come { return false }
      table[sum.total] = come
      return marks[sum.total].flatMap { Int($0) } == nil
        ? come >= (marks[sum.total] == nil ? 0 : small.lowerBound) : choices[sum.total].contains(come)
    }
    func search(_ step: Int) {
      if step == inner.count {
        let before = table
        defer { table = before }
        guard indirect.allSatisfy(mayHold) else { return }
        for (cell, count) in table.enumerated() {
          found[cell] = found[cell].map { min($0.lowerBound, count)...max($0.upperBound, count) } ?? count...count
        }
        return
      }
      for count in choices[inner[step]] {
        let before = table
        table[inner[step]] = count
        if ready[step].allSatisfy(mayHold) { search(step + 1) }
        table = before
      }
    }
    for total in totals { table[total] = -1 }
    search(0)
    return found
  }

  /// Whether these cells stay open from the least they could ever be, over as many counts as are small.
  ///
  /// Where noughts are shown, a total is never less than the number of its parts that are not nought.
  func keeps(_ cells: [Int]) -> Bool {
    let found = intervals()
    return cells.allSatisfy { cell in
      let floor = small.lowerBound * max(1, inner(cell).count { marks[$0] != "0" })
      let ceiling = max(small.upperBound, floor + small.count - 1)
      return found[cell].map { $0.lowerBound <= floor && $0.upperBound >= ceiling } ?? false
    }
  }

  /// The cells a cell is the sum of, that are not sums themselves.
  private func inner(_ cell: Int) -> Set<Int> {
    guard let sum = sums.first(where: { $0.total == cell }) else { return [cell] }
    return sum.parts.reduce(into: []) { $0.formUnion(inner($1)) }
  }
}

/// The same random numbers on every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
