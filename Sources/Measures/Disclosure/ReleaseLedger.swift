public import Vocabulary

/// The answers that have been given, so that no two or three of them can be subtracted down to a few people.
///
/// A new answer is refused when it and one or two earlier ones, added or subtracted, cancel everywhere but in units that
/// together count fewer than the rule's threshold, and more than nought. That covers an answer within another, a
/// union of two, a difference of two, and what two have in common.
public struct ReleaseLedger: Sendable {
  /// What answers must share to be subtracted: one measure, counted by one sort of unit, for one period.
  public struct Series: Hashable, Sendable {
    /// The measure.
    public let measure: ID<Measure>
    /// What the units are, for example `lsoa21`.
    public let grain: String
    /// The period as its source names it.
    public let label: String

    /// A series.
    public init(_ measure: ID<Measure>, grain: String, label: String) {
      self.measure = measure
      self.grain = grain
      self.label = label
    }
  }

  /// A count of everyone in some units.
  public struct Release: Hashable, Sendable {
    /// What the footprint or area is called.
    public let name: String
    /// What was counted.
    public let series: Series
    /// The codes of the units it is made of.
    public let units: Set<String>

    /// An answer for some units.
    public init(_ name: String, _ series: Series, units: Set<String>) {
      self.name = name
      self.series = series
      self.units = units
    }
  }

  /// Why an answer is not given.
  public struct Refusal: Hashable, Sendable {
    /// The earlier answers, by name, that it could be subtracted from.
    public let earlier: [String]
    /// The reason, and what to do.
    public let reason: String
  }

  /// What is answered.
  public enum Answer: Hashable, Sendable {
    /// The count, as the rule lets it be shown, or hidden because it is small.
    case given(Disclosed)
    /// Nothing, because it could be subtracted from what was given before.
    case refused(Refusal)
  }

  /// The rule set whose threshold applies.
  public let rule: DisclosureRule
  private var books: [Series: Book] = [:]

  /// An empty ledger under a rule set.
  public init(_ rule: DisclosureRule) { self.rule = rule }

  /// Gives the counts of a series by unit. Answers can be checked and recorded only for series that are open.
  public mutating func open(_ series: Series, counts: [String: Int]) {
    books[series] = Book(counts)
  }

  /// Answers for a footprint: through the gate, past what was given before, and kept if it is shown.
  public mutating func publish(_ release: Release) throws(DisclosureError) -> Answer {
    let (book, units) = try place(release)
    let outcome = try DisclosureGate(rule).publish(book.count(units))
    if outcome.reason != nil { return .given(outcome) }
    if let refusal = try refusal(of: release) { return .refused(refusal) }
    try record(release)
    return .given(outcome)
  }

  /// Why an answer must not be given, or nil when it may be.
  ///
  /// Throws when the series or a unit of it has no counts: what cannot be checked is not published.
  /// O(r log r) in the answers recorded of the series, and the units of those few whose counts come near.
  public func refusal(of release: Release) throws(DisclosureError) -> Refusal? {
    let (book, units) = try place(release)
    guard let found = book.remainder(of: units, below: rule.threshold) else { return nil }
    let names = found.earlier.map { "“\($0)”" }.joined(separator: " and ")
    let few = found.units == 1 ? "1 unit" : "\(found.units) units"
    return Refusal(
      earlier: found.earlier,
      reason: "“\(release.name)” is not shown: together with \(names), published before, it would leave a count of"
        + " fewer than \(rule.threshold) in \(few) where they differ. Use the same footprint as before, or one that"
        + " differs by more. \(rule.citation)")
  }

  /// Keeps an answer that was shown. One that was hidden tells readers nothing and is not recorded.
  public mutating func record(_ release: Release) throws(DisclosureError) {
    let (_, units) = try place(release)
    books[release.series]?.record(release.name, units)
  }

  /// Keeps the shown cells of one table, and where none overlap also all of them together.
  public mutating func record(table name: String, _ releases: [Release]) throws(DisclosureError) {
    for release in releases { _ = try place(release) }
    for release in releases { try record(release) }
    for (series, cells) in Dictionary(grouping: releases, by: \.series) where cells.count > 1 {
      let all = cells.reduce(into: Set<String>()) { $0.formUnion($1.units) }
      guard all.count == cells.map(\.units.count).reduce(0, +) else { continue }
      try record(Release("all shown cells of \(name)", series, units: all))
    }
  }

  private func place(_ release: Release) throws(DisclosureError) -> (Book, [Int32]) {
    guard let book = books[release.series] else {
      throw DisclosureError(
        "There are no counts of '\(release.series.measure)' by \(release.series.grain) for \(release.series.label),"
          + " so “\(release.name)” cannot be checked against earlier answers and is not shown.")
    }
    return (book, try book.positions(of: release))
  }
}

extension ReleaseLedger {
  /// The answers of one series.
  private struct Book {
    /// What was shown: the units, in order, and their count.
    struct Page {
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

    func positions(of release: Release) throws(DisclosureError) -> [Int32] {
      var units: [Int32] = []
      for unit in release.units {
        guard let position = positions[unit] else {
          throw DisclosureError(
            "The unit '\(unit)' of “\(release.name)” has no count, so it cannot be checked against earlier answers and"
              + " is not shown.")
        }
        units.append(position)
      }
      return units.sorted()
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
}
