/// A count as it may be published.
public enum Disclosed: Hashable, Sendable {
  /// The exact count.
  case shown(Int)
  /// The count to the nearest multiple of a base.
  case rounded(Int, base: Int)
  /// Nothing. The reason is for whoever keeps the record: readers see the same mark for all of them.
  case suppressed(Reason)

  /// Why a figure is not shown.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// It is small.
    case primary
    /// A small one could be worked out from it.
    case secondary
    /// It stands on too few events.
    case smallNumerator = "small-numerator"
    /// It stands on too few people.
    case smallDenominator = "small-denominator"
    /// It was never to be published.
    case unpublished
  }

  /// The number that is shown, or nil.
  public var value: Int? {
    switch self {
    case .shown(let count), .rounded(let count, _): count
    case .suppressed: nil
    }
  }

  /// Why nothing is shown, or nil.
  public var reason: Reason? {
    if case .suppressed(let reason) = self { reason } else { nil }
  }

  /// What a reader sees: the number, or `*`.
  public var text: String { value.map(String.init) ?? "*" }
}

/// A rate, share or average as it may be published.
public enum DisclosedQuotient: Hashable, Sendable {
  /// The figure; shares and rates are worked out from the counts as they are shown.
  case shown(Double)
  /// Nothing, and why.
  case suppressed(Disclosed.Reason)
}

/// A table as it may be published, with the rule set it was put through.
public struct DisclosedTable: Hashable, Sendable {
  /// The rule set.
  public let rule: DisclosureRule
  /// What is shown of each cell, in the order of the table.
  public let cells: [Disclosed]
  /// What is shown of each quotient, in the order of the table.
  public let quotients: [DisclosedQuotient]
  /// Whether readers may be told how many cells are hidden for which reason.
  ///
  /// Not when knowing the reasons would narrow a small count down.
  public let isSafeToCount: Bool

  /// How many cells are hidden for a reason.
  public func hidden(_ reason: Disclosed.Reason) -> Int { cells.count { $0.reason == reason } }

  /// What has been done to the table, for readers, in a few sentences.
  public var statement: String { [rule.sentence, hiding, rule.citation].joined(separator: " ") }

  private var hiding: String {
    let (small, others) = (hidden(.primary), hidden(.secondary))
    let all = small + others
    switch (all, isSafeToCount) {
    case (0, _): return "No cell is hidden."
    case (1, true): return "1 cell is hidden."
    case (_, true) where others == 0: return "\(all) cells are hidden."
    case (_, true): return "\(all) cells are hidden, \(others) of them so that the others cannot be worked out."
    case (1, false): return "1 cell is hidden, because it is small or so that others cannot be worked out."
    case (_, false):
      return "\(all) cells are hidden, because they are small or so that others cannot be worked out."
    }
  }
}
