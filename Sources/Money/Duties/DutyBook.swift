public import Chronicle
public import Register
public import Vocabulary

/// How the financial duties of a body stand in a year, from the figures of a snapshot.
public struct DutyBook: Sendable {
  /// The body.
  public let body: ID<Body>
  /// The year.
  public let year: FinancialYear
  /// The results, in the order of ``Duty/all``.
  public let results: [DutyResult]

  /// Judges every duty that a body has in a year. The latest stage of a figure counts: outturn, forecast, plan.
  ///
  /// - Parameter registered: people registered with the practices of the body; nil where they are not known.
  /// - Throws: `MoneyError` where the body is neither a board nor a trust, or a pool cannot be computed.
  public init(
    of body: ID<Body>, in snapshot: Snapshot, year: FinancialYear, registered: Double? = nil
  ) throws(MoneyError) {
    let during = snapshot.on(year.period.from.earliest).register
    let kind = snapshot.register.kind(body) ?? during.kind(body)
    guard kind == .integratedCareBoard || kind == .nhsTrust else {
      throw MoneyError(
        "\(body) is \(kind.map { "a \($0.singular)" } ?? "not known on this day"): financial duties are those of "
          + "integrated care boards and NHS trusts")
    }
    self.body = body
    self.year = year
    let isBoard = kind == .integratedCareBoard
    let evidence = DutyEvidence(
      body: body, year: year, snapshot: snapshot,
      trusts: isBoard ? during.descendants(of: body, kind: .nhsTrust).sorted() : [], registered: registered)
    var found: [DutyResult] = []
    for duty in Duty.all where duty.holds(in: year) && (isBoard || duty.bearer == .body) {
      found += try evidence.judge(duty)
    }
    results = found
  }
}
