public import Vocabulary

/// A rule set for what may be published of counts of people: what is hidden, what is rounded, on how few a rate stands.
public struct DisclosureRule: Hashable, Sendable {
  /// A short identifier, for example `hes-1-7-round-5`.
  public let id: String
  /// What it is called.
  public let name: String
  /// The counts that are hidden, for example 1...7; nil when none are. It begins at 0 where noughts are hidden too.
  public let small: ClosedRange<Int>?
  /// Counts that are shown are rounded to the nearest multiple of this; 1 leaves them as they are.
  public let base: Int
  /// The smallest number of people above the line, other than nought, on which a rate is shown.
  public let leastNumerator: Int
  /// The smallest number of people below the line on which a rate or an average is shown.
  public let leastDenominator: Int
  /// Whether more cells are hidden so that the small ones cannot be worked out from totals.
  public let isSecondary: Bool
  /// Who set the rule, and where it can be read.
  public let source: String
  /// How sure we are that the source says so.
  public let certainty: Certainty

  /// A rule set. `small` is 0... or 1... something; `base` is at least 1.
  public init(
    _ id: String, _ name: String, hiding small: ClosedRange<Int>?, roundingTo base: Int = 1, leastNumerator: Int = 1,
    leastDenominator: Int = 1, isSecondary: Bool = true, source: String, certainty: Certainty
  ) {
    precondition(
      small.map { (0...1).contains($0.lowerBound) && $0.upperBound > 0 } ?? true, "small counts begin at 0 or 1")
    precondition(
      base >= 1 && leastDenominator >= 1, "counts are rounded to 1 or more, and nothing is divided by nought")
    self.id = id
    self.name = name
    self.small = small
    self.base = base
    self.leastNumerator = leastNumerator
    self.leastDenominator = leastDenominator
    self.isSecondary = isSecondary
    self.source = source
    self.certainty = certainty
  }

  /// Whether a count is small, and so hidden.
  public func isSmall(_ count: Int) -> Bool { small?.contains(count) ?? false }

  /// The count that is small no more: 8 where 1 to 7 are hidden; nought where nothing is.
  public var threshold: Int { small.map { $0.upperBound + 1 } ?? 0 }

  /// The nearest multiple of the base; halves go up.
  public func rounded(_ count: Int) -> Int { (count + base / 2) / base * base }

  /// The least and the greatest count that a reader may think of on seeing this one as published.
  ///
  /// Counts that would have been hidden are left out: under HES rules, 10 stands for 8 to 12.
  func candidates(forShown count: Int) -> ClosedRange<Int> {
    let shown = rounded(count)
    let rounding = max(0, shown - base)...(shown + base)
    let possible = rounding.filter { rounded($0) == shown && !isSmall($0) }
    return (possible.first ?? count)...(possible.last ?? count)
  }
}

extension DisclosureRule {
  /// Whether it changes anything: official figures pass as they are.
  public var hidesOrRounds: Bool { small != nil || base > 1 }

  /// What has been done to small numbers, for the reader of a table or chart.
  public var notice: String {
    let hidden = small.map { "\($0.lowerBound)–\($0.upperBound) shown as *" }
    let others = base > 1 ? "\(hidden == nil ? "rounded" : "others") to the nearest \(base)" : nil
    let done = [hidden, others].compactMap { $0 }.joined(separator: ", ")
    return "Small numbers: \(done.isEmpty ? "as their publisher released them" : done) (rule \(id))."
  }

  /// What the rule does, in a sentence.
  public var sentence: String {
    let hidden = small.map { "Counts from \($0.lowerBound) to \($0.upperBound) are not shown" }
    switch (hidden, base) {
    case (let hidden?, 1): return "\(hidden), others are exact."
    case (let hidden?, _): return "\(hidden), others are rounded to the nearest \(base)."
    case (nil, 1): return "Counts are shown as they are."
    case (nil, _): return "Counts are rounded to the nearest \(base)."
    }
  }

  /// Which rule it is, who set it, and whether that has been checked.
  public var citation: String {
    let doubt =
      switch certainty {
      case .official: ""
      case .derived: " (derived)"
      case .reported: " (as reported)"
      case .remembered: " (from memory, not yet checked)"
      case .assumed: " (assumed)"
      }
    return "Rule: \(name) (\(id)). Source: \(source)\(doubt)."
  }
}
