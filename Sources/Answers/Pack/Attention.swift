/// What a measure asks of a board, the most pressing first.
public enum Attention: String, Encodable, Hashable, Sendable, CaseIterable, Comparable {
  /// It is getting worse, and will miss its target unless something changes.
  case decide
  /// It will miss its target as it is.
  case redesign
  /// It is getting worse; its target may still be met, or it has none.
  case understand
  /// It is getting better and does not yet meet its target.
  case improving
  /// It may meet or miss its target by chance.
  case watch
  /// It changed, and neither way is better.
  case changed
  /// It meets its target, or gets better without one.
  case celebrate
  /// Nothing but its usual variation.
  case steady
  /// It cannot be told yet.
  case unknown

  /// What a judged series asks.
  public init(_ series: SeriesAnswer) {
    let isWorse = series.variation?.hasPrefix("concern") ?? false
    let isBetter = series.variation?.hasPrefix("improvement") ?? false
    switch (series.variation, series.assurance) {
    case (nil, _): self = .unknown
    case (_, "consistent_fail"): self = isWorse ? .decide : isBetter ? .improving : .redesign
    case (_, "consistent_pass"): self = isWorse ? .understand : .celebrate
    case (_, "inconsistent"): self = isWorse ? .understand : isBetter ? .improving : .watch
    case ("common_cause", _): self = .steady
    case ("neutral_high", _), ("neutral_low", _): self = .changed
    default: self = isWorse ? .understand : isBetter ? .celebrate : .steady
    }
  }

  /// What it asks, in a few words.
  public var written: String {
    switch self {
    case .decide: "Needs a decision"
    case .redesign: "Will miss its target as it is"
    case .understand: "Getting worse: find out why"
    case .improving: "Improving, not there yet"
    case .watch: "May meet or miss by chance"
    case .changed: "Changed: neither way is better"
    case .celebrate: "Meets its target, or is improving"
    case .steady: "Usual variation"
    case .unknown: "Too few figures to tell"
    }
  }

  /// Whether it goes before the board first.
  public var isException: Bool { self <= .understand }

  /// By how pressing it is.
  public static func < (a: Attention, b: Attention) -> Bool { a.place < b.place }

  private var place: Int { Attention.allCases.firstIndex(of: self) ?? 0 }
}
