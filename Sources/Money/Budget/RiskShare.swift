public import Register
public import Vocabulary

/// How the partners of a pool bear what a scheme costs more or less than planned. Nothing is lost or made.
public struct RiskShare: Hashable, Sendable {
  /// The rule of the agreement.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// The host bears all.
    case fixed
    /// Partners bear their shares; what is beyond a cap falls to the host.
    case variable
    /// The first partner named, who commissions the scheme, bears all.
    case ownRisk = "own-risk"
  }

  /// A partner.
  public struct Partner: Hashable, Sendable {
    /// The body.
    public let body: ID<Body>
    /// Its share.
    public let share: Double
    /// The most it bears, either way; nil where there is no such limit.
    public let cap: Pence?

    /// A partner.
    public init(_ body: ID<Body>, share: Double, cap: Pence? = nil) {
      self.body = body
      self.share = share
      self.cap = cap
    }
  }

  /// The rule.
  public let rule: Rule
  /// The partners.
  public let partners: [Partner]

  /// An agreement.
  ///
  /// - Throws: `MoneyError` where shares are negative or do not add up to 1, or nobody is named who must be.
  public init(_ rule: Rule, _ partners: [Partner]) throws(MoneyError) {
    guard rule == .fixed || !partners.isEmpty else { throw MoneyError("name the partners who bear the risk") }
    if rule == .variable {
      guard partners.allSatisfy({ $0.share >= 0 }), abs(partners.reduce(0) { $0 + $1.share } - 1) < 1e-9 else {
        throw MoneyError("the partners' shares of the risk must be 0 or more and add up to 1")
      }
    }
    self.rule = rule
    self.partners = partners
  }

  /// What each partner bears of a variance, and what falls to the host; together they are the variance to the penny.
  public func shares(of variance: Pence) throws(MoneyError) -> (partners: [Pence], host: Pence) {
    var borne = [Pence](repeating: .zero, count: partners.count)
    switch rule {
    case .fixed: break
    case .ownRisk: borne[0] = variance
    case .variable:
      let divided = try Apportionment.divide(variance.magnitude, by: partners.map(\.share))
      for (index, slice) in divided.enumerated() {
        let kept = partners[index].cap.map { min(slice, $0) } ?? slice
        borne[index] = variance < .zero ? -kept : kept
      }
    }
    return (borne, variance - borne.total)
  }
}
