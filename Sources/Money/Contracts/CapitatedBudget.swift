public import Vocabulary

/// One budget for a population over years: people times rates, moved by prices and pace.
public struct CapitatedBudget: Hashable, Sendable {
  /// A part of the population with a rate of its own.
  public struct Segment: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// The rate for a weighted person in the first year.
    public let rate: Pence

    /// A segment.
    public init(_ name: String, rate: Pence) {
      self.name = name
      self.rate = rate
    }
  }

  /// How firm a year is.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// Agreed.
    case firm
    /// To be agreed when allocations are known.
    case indicative
  }

  /// What moves the budget in a year.
  public struct Year: Hashable, Sendable {
    /// The year.
    public let year: FinancialYear
    /// How firm it is.
    public let standing: Standing
    /// The weighted people of each segment at the count date, in the order of the segments.
    public let people: [Double]
    /// How much costs rise against the year before; of the first year it is not used.
    public let uplift: Double
    /// How much is to be saved against the year before; of the first year it is not used.
    public let efficiency: Double
    /// A factor towards target, 1 for none.
    public let pace: Double
    /// What is taken out for services that others pay for.
    public let carvedOut: Pence
    /// What is held against risk and added when it is agreed.
    public let riskPool: Pence

    /// A year.
    public init(
      _ year: FinancialYear, _ standing: Standing, people: [Double], uplift: Double = 0, efficiency: Double = 0,
      pace: Double = 1, carvedOut: Pence = .zero, riskPool: Pence = .zero
    ) {
      self.year = year
      self.standing = standing
      self.people = people
      self.uplift = uplift
      self.efficiency = efficiency
      self.pace = pace
      self.carvedOut = carvedOut
      self.riskPool = riskPool
    }
  }

  /// The budget of a year.
  public struct Line: Hashable, Sendable {
    /// The year.
    public let year: FinancialYear
    /// How firm it is.
    public let standing: Standing
    /// What each segment brings, to the penny.
    public let segments: [Pence]
    /// What prices have done since the first year, 1 in it.
    public let priceIndex: Double
    /// The budget: segments, less what is carved out, plus the risk pool.
    public let budget: Pence
  }

  /// The years, the earliest first.
  public let lines: [Line]

  /// The budgets of these years. O(years · segments).
  ///
  /// - Throws: `MoneyError` where years do not follow one another, or people and segments do not match.
  public init(_ segments: [Segment], _ years: [Year]) throws(MoneyError) {
    guard !segments.isEmpty, !years.isEmpty else { throw MoneyError("a capitated budget needs a segment and a year") }
    var lines: [Line] = []
    var index = 1.0
    for (position, year) in years.enumerated() {
      guard year.people.count == segments.count, year.people.allSatisfy({ $0 >= 0 }) else {
        throw MoneyError("\(year.year.label): give the people of each of the \(segments.count) segments")
      }
      if let before = lines.last {
        guard year.year == before.year.next else {
          throw MoneyError("\(year.year.label) does not follow \(before.year.label): give every year of the term")
        }
      }
      if position > 0 { index *= 1 + PriceReview.change(uplift: year.uplift, efficiency: year.efficiency) }
      var amounts: [Pence] = []
      for (segment, people) in zip(segments, year.people) {
        guard let amount = Pence(pounds: segment.rate.pounds * people * index * year.pace) else {
          throw MoneyError("\(year.year.label), \(segment.name): the amount is too large")
        }
        amounts.append(amount)
      }
      lines.append(
        Line(
          year: year.year, standing: year.standing, segments: amounts, priceIndex: index,
          budget: amounts.total - year.carvedOut + year.riskPool))
    }
    self.lines = lines
  }
}
