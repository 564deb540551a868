public import Chronicle
public import Register
public import Vocabulary

/// A pool in a year: what came in, what it paid for, who bears the difference, and what is wrong.
public struct PoolAccount: Sendable {
  /// The pool.
  public let pool: Pool
  /// What partners put in.
  public let contributions: [PoolContribution]
  /// What it pays for.
  public let schemes: [PoolScheme]
  /// What each body bears of the variance of schemes whose spend is known, by body.
  public let borne: [(body: ID<Body>, amount: Pence)]
  /// Contributions less what is planned.
  public let uncommitted: Pence
  /// What is wrong, each with what to do.
  public let findings: [String]

  /// All that was put in.
  public var income: Pence { contributions.map(\.amount).total }

  /// Actual less planned of the schemes whose spend is known: what ``borne`` adds up to.
  public var variance: Pence { schemes.compactMap { scheme in scheme.actual.map { $0 - scheme.budget } }.total }

  /// What was put in for a health and wellbeing board by bodies of a kind.
  public func income(for board: ID<Body>, where isCounted: (ID<Body>) -> Bool) -> Pence {
    contributions.filter { ($0.board ?? pool.boards.first) == board && isCounted($0.partner) }.map(\.amount).total
  }
}

extension Snapshot {
  /// The pooled funds in force in a year, by identifier.
  ///
  /// - Throws: `MoneyError` where a risk share cannot be computed.
  public func pools(in year: FinancialYear) throws(MoneyError) -> [PoolAccount] {
    let pools = history(Pool.self).filter { $0.period.intersection(year.period) != nil }
    return try pools.sorted { $0.fact.subject < $1.fact.subject }.map { version throws(MoneyError) in
      try account(of: version, in: year)
    }
  }

  private func account(of version: Version<Pool>, in year: FinancialYear) throws(MoneyError) -> PoolAccount {
    let pool = version.fact
    let contributions = history(PoolContribution.self, of: pool.subject).map(\.fact).filter { $0.year == year }
    let schemes = history(PoolScheme.self, of: pool.subject).map(\.fact).filter { $0.year == year }
    var borne: [ID<Body>: Pence] = [:]
    for scheme in schemes {
      guard let actual = scheme.actual else { continue }
      let shares = try scheme.risk.shares(of: actual - scheme.budget)
      for (partner, amount) in zip(scheme.risk.partners, shares.partners) {
        borne[partner.body, default: .zero] += amount
      }
      borne[pool.host, default: .zero] += shares.host
    }
    let uncommitted = contributions.map(\.amount).total - schemes.map(\.budget).total
    var findings: [String] = []
    if uncommitted < .zero {
      findings.append(
        "\(pool.name) plans \((-uncommitted).written) (\(-uncommitted.count) pence) more than was put in: lower the "
          + "schemes or raise the contributions")
    }
    let partners = Set(contributions.map(\.partner) + [pool.host]).sorted()
    for partner in partners where pool.successor == nil {
      guard let life = history(Body.self, of: partner).last, life.period.until.latest <= trueOn else { continue }
      findings.append(
        "\(partner), a partner of \(pool.name), has ended and nobody is named to take its part over: name the successor"
      )
    }
    return PoolAccount(
      pool: pool, contributions: contributions, schemes: schemes,
      borne: borne.sorted { $0.key < $1.key }.map { (body: $0.key, amount: $0.value) }, uncommitted: uncommitted,
      findings: findings)
  }
}
