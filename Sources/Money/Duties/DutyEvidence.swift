internal import Chronicle
internal import Register
internal import Vocabulary

/// What a snapshot knows that bears on the duties of one body in a year.
struct DutyEvidence {
  let body: ID<Body>
  let year: FinancialYear
  let snapshot: Snapshot
  let trusts: [ID<Body>]
  let registered: Double?

  /// How a duty stands; nothing where it does not arise, and one result for each thing it is about.
  func judge(_ duty: Duty) throws(MoneyError) -> [DutyResult] {
    func result(_ done: Working, _ comparison: Duty.Comparison, _ asked: Working) -> [DutyResult] {
      [DutyResult(duty, in: year, done, comparison, asked)]
    }
    switch duty {
    case .boardBreakEven: return result(figure(.spend), .atMost, figure(.receipts))
    case .systemBalance, .systemSum:
      let asked =
        duty == .systemBalance
        ? amount(.agreedPosition).map { Working("the position agreed", $0) } ?? Working("break-even", .zero)
        : Working("break-even", .zero)
      return result(systemSurplus, .atLeast, asked)
    case .bodyBalance: return result(figure(.surplus), .atLeast, Working("break-even", .zero))
    case .revenueLimit: return result(figure(.revenueUse), .atMost, figure(.revenueLimit))
    case .systemCapital: return result(capital(of: [body] + trusts), .atMost, capitalLimit(.envelope))
    case .bodyCapital: return result(capital(of: [body]), .atMost, capitalLimit(.envelope))
    case .orderedCapital:
      let limit = capitalLimit(.order)
      return limit.amount == nil ? [] : result(capital(of: [body]), .atMost, limit)
    case .mentalHealthInvestment: return mentalHealth()
    case .primaryAndCommunity: return primaryAndCommunity()
    case .betterCareMinimum: return try betterCare()
    case .runningCostLimit: return result(figure(.runningCosts), .atMost, figure(.runningCostLimit))
    case .runningCostPerHead: return try runningCosts()
    default: throw MoneyError("nobody wrote how \(duty.id) is judged")
    }
  }

  // MARK: Figures

  /// The latest stage of a figure.
  private func amount(
    _ item: FinanceFigure.Item, of other: ID<Body>? = nil, in otherYear: FinancialYear? = nil, about: ID<Body>? = nil
  ) -> Pence? {
    let known = snapshot.history(FinanceFigure.self, of: other ?? body).map(\.fact).filter {
      $0.item == item && $0.year == otherYear ?? year && $0.about == about
    }
    for stage in FinanceFigure.Stage.allCases.reversed() {
      if let figure = known.last(where: { $0.stage == stage }) { return figure.amount }
    }
    return nil
  }

  private func rate(_ item: FinanceRate.Item) -> Double? {
    snapshot.history(FinanceRate.self, of: body).last { $0.fact.item == item && $0.fact.year == year }?.fact.rate
  }

  private func figure(_ item: FinanceFigure.Item) -> Working { Working(item.words, amount(item)) }

  /// The surplus of the board and every trust: one that is missing leaves the sum unknown.
  private var systemSurplus: Working {
    Working(
      "surplus of the system",
      sumOf: ([body] + trusts).map { .init("surplus of \(snapshot.register.name($0))", amount(.surplus, of: $0)) })
  }

  private func capital(of bodies: [ID<Body>]) -> Working {
    Working(
      "capital use",
      sumOf: bodies.map { other in
        let schemes = snapshot.history(CapitalScheme.self, of: other).map(\.fact).filter { $0.year == year }
        let planned = schemes.isEmpty ? nil : schemes.map { $0.actual ?? $0.plan }.total
        return .init("capital use of \(snapshot.register.name(other))", amount(.capitalUse, of: other) ?? planned)
      })
  }

  private func capitalLimit(_ ground: CapitalLimit.Ground) -> Working {
    let limit = snapshot.history(CapitalLimit.self, of: body).last { $0.fact.year == year && $0.fact.ground == ground }
    return Working(ground == .order ? "limit of the order" : "capital envelope", limit?.fact.amount)
  }

  // MARK: Guarantees

  private func mentalHealth() -> [DutyResult] {
    let issued = amount(.mentalHealthTarget)
    let asked: Working
    if let issued {
      asked = Working("target issued by NHS England", issued)
    } else {
      let before = amount(.mentalHealthSpend, in: year.previous)
      let shortfall = amount(.mentalHealthShortfall) ?? .zero
      let growth = rate(.baseGrowth)
      let points = rate(.mentalHealthPoints) ?? 0
      let target = DutyRules.mentalHealthTarget(
        lastYear: before, baseGrowth: growth, furtherPoints: points, shortfall: shortfall)
      // Without the rate no amount can stand for growth.
      let raise = zip(target, before).map { $0 - $1 - shortfall }
      asked = Working(
        "target",
        sumOf: [
          .init("mental health spend of \(year.previous.label)", before), .init("growth by the base growth", raise),
          .init("shortfall of the year before", shortfall),
        ])
    }
    let comparison = DutyRules.mentalHealthComparison(in: year, isIssued: issued != nil)
    return [DutyResult(.mentalHealthInvestment, in: year, figure(.mentalHealthSpend), comparison, asked)]
  }

  private func primaryAndCommunity() -> [DutyResult] {
    func both(_ year: FinancialYear) -> Working {
      Working(
        "primary medical and community spend of \(year.label)",
        sumOf: [
          .init("primary medical spend of \(year.label)", amount(.primaryMedicalSpend, in: year)),
          .init("community spend of \(year.label)", amount(.communitySpend, in: year)),
        ])
    }
    let before = both(year.previous)
    let total = amount(.spend, in: year.previous)
    let newTotal = amount(.spend)
    let asked = Working(
      "the same share of all spend as in \(year.previous.label)",
      of: before.terms + [.init("spend of \(year.previous.label)", total), .init("spend of \(year.label)", newTotal)],
      how: "spend of \(year.label) × share of \(year.previous.label), rounded up to the penny"
    ) {
      guard let part = before.amount, let total, let newTotal else { return nil }
      return DutyRules.spendKeepingShare(part: part, of: total, in: newTotal)
    }
    return [DutyResult(.primaryAndCommunity, in: year, both(year), .atLeast, asked)]
  }

  private func betterCare() throws(MoneyError) -> [DutyResult] {
    let boards = Set(
      snapshot.history(FinanceFigure.self, of: body).map(\.fact).filter {
        $0.item == .betterCareMinimum && $0.year == year
      }.compactMap(\.about))
    let pools = try snapshot.pools(in: year).filter { $0.pool.ground == .betterCareFund }
    guard !boards.isEmpty else {
      return [
        DutyResult(
          .betterCareMinimum, in: year, Working("pooled", nil), .atLeast,
          Working("minimum of each health and wellbeing board", nil))
      ]
    }
    return boards.sorted().map { board in
      let mine = pools.filter { pool in pool.contributions.contains { $0.partner == body } }
      let pooled = mine.map { $0.income(for: board) { $0 == body } }.total
      return DutyResult(
        .betterCareMinimum, about: snapshot.register.name(board), in: year,
        Working("pooled by the board", mine.isEmpty ? nil : pooled), .atLeast,
        Working("minimum", amount(.betterCareMinimum, about: board)))
    }
  }

  private func runningCosts() throws(MoneyError) -> [DutyResult] {
    let costs = amount(.runningCosts)
    var perHead: Pence?
    if let costs, let registered { perHead = try RunningCosts.perHead(costs, people: registered) }
    let envelope = try FormulaParameters.shipped(for: "2025-26").value(.runningCost)
    var terms: [Working.Term] = [.init("running costs", costs)]
    if registered == nil { terms.append(.init("people registered", nil)) }
    return [
      DutyResult(
        .runningCostPerHead, in: year,
        Working(
          "running costs a head", of: terms,
          how: "running costs over \(Decimals.grouped(registered ?? 0)) people registered"
        ) { perHead }, .atMost,
        Working("envelope a head", Pence(pounds: envelope)))
    ]
  }
}

/// Both values, where both are there.
private func zip<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
  guard let a, let b else { return nil }
  return (a, b)
}
