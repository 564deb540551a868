public import Vocabulary

/// A share of what is saved or overspent across all partners, beside what each is paid.
///
/// Of the variance `v = expected − actual`, what lies beyond the corridor and within the cap is shared; the rest, what
/// quality does not earn and what stop-losses do not recover stay with the commissioner. Nothing is lost or made:
/// the partners' parts and the commissioner's add up to `v` to the penny.
///
/// Source: GOV.UK, What is multilateral gain/loss sharing.
public struct GainShare: Hashable, Sendable {
  /// A partner.
  public struct Partner: Hashable, Sendable {
    /// Who.
    public let name: String
    /// Its share of gains and losses.
    public let share: Double
    /// The most it can lose; nil where there is no such limit.
    public let stopLoss: Pence?

    /// A partner.
    public init(_ name: String, share: Double, stopLoss: Pence? = nil) {
      self.name = name
      self.share = share
      self.stopLoss = stopLoss
    }
  }

  /// What one gets, below 0 what it bears.
  public struct Part: Hashable, Sendable {
    /// Who.
    public let name: String
    /// How much.
    public let amount: Pence
  }

  /// How a variance is shared.
  public struct Outcome: Hashable, Sendable {
    /// Expected less actual: above 0 saved.
    public let variance: Pence
    /// What of it is shared.
    public let shareable: Pence
    /// The partners' parts, in their order.
    public let partners: [Part]
    /// What the commissioner has: its own share, what lies outside corridor and cap, and what others did not earn or bear.
    public let commissioner: Pence
  }

  /// The partners beside the commissioner, whose share is the rest of 1.
  public let partners: [Partner]
  /// What of the expected spend is not shared, either way.
  public let corridor: Double
  /// Beyond which part of the expected spend nothing more is shared.
  public let cap: Double

  /// An agreement.
  ///
  /// - Throws: `MoneyError` where shares are negative or above 1 together, or the cap lies below the corridor.
  public init(_ partners: [Partner], corridor: Double, cap: Double) throws(MoneyError) {
    guard partners.allSatisfy({ $0.share >= 0 }), partners.reduce(0, { $0 + $1.share }) <= 1 + 1e-9 else {
      throw MoneyError("the partners' shares must be 0 or more and no more than 1 together")
    }
    guard corridor >= 0, cap >= corridor else {
      throw MoneyError("the corridor must be 0 or more, and the cap no less than the corridor")
    }
    self.partners = partners
    self.corridor = corridor
    self.cap = cap
  }

  /// Shares a year's variance; gains of partners are multiplied by the quality they reached.
  ///
  /// - Throws: `MoneyError` where quality does not lie between 0 and 1 or the expected spend is negative.
  public func shares(expected: Pence, actual: Pence, quality: Double = 1) throws(MoneyError) -> Outcome {
    guard (0...1).contains(quality), expected >= .zero else {
      throw MoneyError("quality lies between 0 and 1, and expected spend is £0 or more")
    }
    let variance = expected - actual
    let size = min(Double(variance.magnitude.count), cap * Double(expected.count)) - corridor * Double(expected.count)
    let shareable = Pence(Int64(max(0, size).rounded()) * variance.count.signum())
    let own = max(0, 1 - partners.reduce(0) { $0 + $1.share })
    var parts: [Part] = []
    if shareable != .zero {
      let divided = try Apportionment.divide(shareable.magnitude, by: partners.map(\.share) + [own])
      for (partner, slice) in zip(partners, divided) {
        let amount: Pence =
          shareable > .zero
          ? Pence(Int64((Double(slice.count) * quality).rounded()))
          : -(partner.stopLoss.map { min(slice, $0) } ?? slice)
        parts.append(Part(name: partner.name, amount: amount))
      }
    } else {
      parts = partners.map { Part(name: $0.name, amount: .zero) }
    }
    return Outcome(
      variance: variance, shareable: shareable, partners: parts,
      commissioner: variance - parts.map(\.amount).total)
  }
}
