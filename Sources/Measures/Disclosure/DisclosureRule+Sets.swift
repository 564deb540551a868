import Vocabulary

extension DisclosureRule {
  /// The rule sets that have a name. Which of them a measure is under is said by its ``DisclosurePolicy``.
  public static let all: [DisclosureRule] = [asPublished, hospital, underFive, rateUnderTen]

  /// The rule set of this identifier, or nil.
  public static func named(_ id: String) -> DisclosureRule? { all.first { $0.id == id } }

  /// Nothing is hidden again: for official aggregates that their publisher has let past a gate of its own.
  public static let asPublished = DisclosureRule(
    "none", "As its publisher released it", hiding: nil, isSecondary: false,
    source: "the publisher's own disclosure control", certainty: .assumed)

  /// Hospital statistics below national level: nought stays, 1 to 7 are hidden, others go to the nearest 5.
  ///
  /// Shares are worked out from the rounded counts, and averages on 1 to 7 people are hidden.
  public static let hospital = DisclosureRule(
    "hes-1-7-round-5", "Hospital statistics below national level", hiding: 1...7, roundingTo: 5, leastNumerator: 8,
    leastDenominator: 8,
    source: "NHS England (formerly NHS Digital), disclosure control for Hospital Episode Statistics and the Emergency"
      + " Care Data Set", certainty: .reported)

  /// Counts under five are hidden, others are exact.
  public static let underFive = DisclosureRule(
    "count-under-5", "Counts under five", hiding: 1...4, leastNumerator: 5, leastDenominator: 5,
    source: "Office for National Statistics, disclosure control guidance for health statistics", certainty: .remembered)

  /// Counts under five are hidden, and so are rates on fewer than ten events.
  public static let rateUnderTen = DisclosureRule(
    "rate-under-10", "Rates on fewer than ten events", hiding: 1...4, leastNumerator: 10, leastDenominator: 10,
    source: "Office for Health Improvement and Disparities, technical guidance for public health indicators",
    certainty: .remembered)
}
