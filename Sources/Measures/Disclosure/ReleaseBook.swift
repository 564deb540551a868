/// The answers of one series.
struct ReleaseBook {
  /// What was shown: the units, in order, and their count.
  private struct Page {
    let name: String
    let units: [Int32]
    let count: Int
  }

  private let positions: [String: Int32]
  private let counts: [Int]
  private var pages: [Page] = []
  private var known: Set<[Int32]> = []
  /// The pages in the order of their counts.
  private var order: [Int] = []

  init(_ figures: [String: Int]) {
    let units = figures.sorted { $0.key < $1.key }
    positions = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.key, Int32($0)) })
    counts = units.map(\.value)
  }

  func positions(of release: ReleaseLedger.Release) throws(DisclosureError) -> [Int32] {
    if let unit = release.units.filter({ positions[$0] == nil }).min() {
      throw DisclosureError(
        "The unit '\(unit)' of “\(release.name)” has no count, so it cannot be checked against earlier answers and"
          + " is not shown.")
    }
    return release.units.compactMap { positions[$0] }.sorted()
  }

  func count(_ units: [Int32]) -> Int { units.reduce(0) { $0 + counts[Int($1)] } }

  mutating func record(_ name: String, _ units: [Int32]) {
    guard known.insert(units).inserted else { return }
    let page = Page(name: name, units: units, count: count(units))
    order.insert(pages.count, at: place(of: page.count + 1))
    pages.append(page)
  }

  /// The first place in the order whose count is at least this.
  private func place(of count: Int) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if pages[order[middle]].count < count { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The pages whose count lies within a distance of another.
  private func pages(near count: Int, within distance: Int) -> ArraySlice<Int> {
    order[place(of: count - distance)..<place(of: count + distance + 1)]
  }

  /// One or two earlier answers that leave a count below the threshold, and how many units it lies in.
  ///
  /// What is left of three answers counts no unit more than twice, so their counts come within twice the threshold of
  /// adding up. Only such pairs are compared unit by unit.
  func remainder(of units: [Int32], below threshold: Int) -> (earlier: [String], units: Int)? {
    guard threshold > 1, !known.contains(units) else { return nil }
    let total = count(units)
    for page in pages(near: total, within: threshold - 1) {
      if let left = left([(units, 1), (pages[page].units, -1)], below: threshold) {
        return ([pages[page].name], left)
      }
    }
    for (first, page) in pages.enumerated() {
      for second in pages(near: total - page.count, within: 2 * (threshold - 1)) where second > first {
        let terms = [(units, 1), (page.units, -1), (pages[second].units, -1)]
        if let left = left(terms, below: threshold) { return ([page.name, pages[second].name], left) }
      }
      for second in pages(near: page.count - total, within: 2 * (threshold - 1)) where second != first {
        let terms = [(units, 1), (page.units, -1), (pages[second].units, 1)]
        if let left = left(terms, below: threshold) { return ([page.name, pages[second].name], left) }
      }
    }
    return nil
  }

  /// How many units do not cancel, when they count more than nought and fewer than the threshold. O(units).
  private func left(_ terms: [(units: [Int32], sign: Int)], below threshold: Int) -> Int? {
    var next = [Int](repeating: 0, count: terms.count)
    var (people, remaining) = (0, 0)
    while true {
      var unit: Int32?
      for (term, place) in zip(terms, next) where place < term.units.count {
        unit = min(unit ?? term.units[place], term.units[place])
      }
      guard let unit else { break }
      var weight = 0
      for index in terms.indices
      where next[index] < terms[index].units.count && terms[index].units[next[index]] == unit {
        weight += terms[index].sign
        next[index] += 1
      }
      guard weight != 0 else { continue }
      people += counts[Int(unit)]
      remaining += 1
      if people >= threshold { return nil }
    }
    return people > 0 ? remaining : nil
  }
}
