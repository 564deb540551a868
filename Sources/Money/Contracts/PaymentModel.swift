public import Vocabulary

/// How a contract pays. Source: NHS Payment Scheme 2025/26, provider payment mechanisms.
public enum PaymentModel: Hashable, Sendable {
  /// Every treatment at its unit price.
  case activity([PricedActivity], marketForces: Double)
  /// A sum whatever is done.
  case block(Pence)
  /// A sum, and a part of what was done above or below plan. Within the deadband, in pounds either way, nothing moves.
  case blended(fixed: Pence, planned: Pence, actual: Pence, variableRate: Double, deadband: Pence)
  /// A sum, treatments at their unit price, and incentives, up to a limit where one is set.
  case alignedPaymentAndIncentive(
    fixed: Pence, [PricedActivity], marketForces: Double, incentives: [Payment.Part], limit: Pence?)
  /// For pairs of little business: the mean of the three years before, raised to this year's prices.
  case lowVolumeBlock(lastThreeYears: [Pence], uplift: Double)

  /// A number of treatments and the price of one.
  public struct PricedActivity: Hashable, Sendable {
    /// What is counted, for example a currency code.
    public let currency: String
    /// How many.
    public let count: Double
    /// The price of one, before market forces.
    public let price: Pence

    /// Treatments of one kind.
    public init(_ currency: String, count: Double, price: Pence) {
      self.currency = currency
      self.count = count
      self.price = price
    }
  }

  /// What is paid, explained. Each part is rounded to the penny once.
  ///
  /// - Throws: `MoneyError` for a negative count, price or rate, or a mean that is not of three years.
  public func payment() throws(MoneyError) -> Payment {
    switch self {
    case .activity(let lines, let marketForces):
      return Payment(try Self.priced(lines, marketForces))
    case .block(let amount):
      return Payment([.init(.fixed, amount, because: "agreed for the year, whatever is done")])
    case .blended(let fixed, let planned, let actual, let rate, let deadband):
      guard (0...1).contains(rate), deadband >= .zero else {
        throw MoneyError("a blended payment needs a variable rate from 0 to 1 and a deadband of £0 or more")
      }
      let difference = actual - planned
      let beyond = Pence(max(0, difference.magnitude.count - deadband.count) * difference.count.signum())
      return Payment([
        .init(.fixed, fixed, because: "agreed for the year"),
        .init(
          .variable, try Self.pence(Double(beyond.count) * rate),
          because: "\(Decimals.rounded(rate * 100, places: 2))% of \(beyond.written), what was done "
            + "\(difference < .zero ? "below" : "above") the planned \(planned.written)"
            + (deadband == .zero ? "" : " beyond the deadband of \(deadband.written)")),
      ])
    case .alignedPaymentAndIncentive(let fixed, let lines, let marketForces, let incentives, let limit):
      return Payment(
        [.init(.fixed, fixed, because: "agreed for the year")] + (try Self.priced(lines, marketForces)) + incentives,
        limit: limit)
    case .lowVolumeBlock(let years, let uplift):
      guard years.count == 3 else {
        throw MoneyError("a low-volume block is the mean of three years, not \(years.count)")
      }
      let mean = Double(years.total.count) / 3
      return Payment([
        .init(
          .fixed, try Self.pence(mean * (1 + uplift)),
          because: "the mean of the three years before, \(try Self.pence(mean).written), raised by "
            + "\(Decimals.rounded(uplift * 100, places: 2))%; it does not move in the year")
      ])
    }
  }

  private static func priced(
    _ lines: [PricedActivity], _ marketForces: Double
  ) throws(MoneyError) -> [Payment.Part] {
    guard marketForces > 0 else { throw MoneyError("a provider's market forces factor is above 0") }
    return try lines.map { line throws(MoneyError) in
      guard line.count >= 0, line.price >= .zero else {
        throw MoneyError("\(line.currency): a count and a price are 0 or more")
      }
      let factor = marketForces == 1 ? "" : " × \(Decimals.shortest(marketForces)) for market forces"
      return Payment.Part(
        .variable, try pence(line.count * Double(line.price.count) * marketForces),
        because: "\(Decimals.shortest(line.count)) \(line.currency) × \(line.price.written)\(factor)")
    }
  }

  private static func pence(_ amount: Double) throws(MoneyError) -> Pence {
    guard let pence = Pence(pounds: amount / 100) else { throw MoneyError("an amount is too large to be paid") }
    return pence
  }
}

/// How prices move from year to year.
public enum PriceReview {
  /// What costs and efficiency together change: `(1 + uplift) · (1 − efficiency) − 1`.
  public static func change(uplift: Double, efficiency: Double) -> Double { (1 + uplift) * (1 - efficiency) - 1 }
}
