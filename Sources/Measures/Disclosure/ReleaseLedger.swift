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
  private var books: [Series: ReleaseBook] = [:]

  /// An empty ledger under a rule set.
  public init(_ rule: DisclosureRule) { self.rule = rule }

  /// Gives the counts of a series by unit. Answers can be checked and recorded only for series that are open.
  public mutating func open(_ series: Series, counts: [String: Int]) {
    books[series] = ReleaseBook(counts)
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

  private func place(_ release: Release) throws(DisclosureError) -> (ReleaseBook, [Int32]) {
    guard let book = books[release.series] else {
      throw DisclosureError(
        "There are no counts of '\(release.series.measure)' by \(release.series.grain) for \(release.series.label),"
          + " so “\(release.name)” cannot be checked against earlier answers and is not shown.")
    }
    return (book, try book.positions(of: release))
  }
}
