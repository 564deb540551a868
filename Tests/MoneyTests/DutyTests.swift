import Chronicle
import Money
import Register
import Testing
import Vocabulary

@Suite("Financial duties")
struct DutyTests {
  private static let board = ID<Body>(slug: "icb.west")
  private static let trust = ID<Body>(slug: "trust.rxx")
  private static let wellbeing = ID<Body>(slug: "hwb.harbour")

  private static func figure(
    _ item: FinanceFigure.Item, _ value: Double, _ year: Int = 2025, _ stage: FinanceFigure.Stage = .outturn,
    of body: ID<Body> = board, about: ID<Body>? = nil
  ) -> FinanceFigure {
    FinanceFigure(body, item, FinancialYear(start: year), stage, about: about, millions(value))
  }

  private func book(
    _ figures: [FinanceFigure], _ others: [Statement] = [], of body: ID<Body> = board, year: Int = 2025,
    registered: Double? = nil
  ) throws -> DutyBook {
    let bodies = try [
      said(Body(Self.board, .integratedCareBoard)), said(Body(Self.trust, .nhsTrust)),
      said(Body(Self.wellbeing, .healthAndWellbeingBoard)), said(Relation(Self.trust, Relation.partOf, Self.board)),
    ]
    let statements = try figures.map { try said($0) }
    return try DutyBook(
      of: body, in: snapshot(bodies + statements + others, on: "2026-11-01"), year: FinancialYear(start: year),
      registered: registered)
  }

  private func result(
    _ duty: Duty, _ figures: [FinanceFigure], _ others: [Statement] = [], of body: ID<Body> = board, year: Int = 2025,
    registered: Double? = nil
  ) throws -> DutyResult {
    try #require(
      book(figures, others, of: body, year: year, registered: registered).results.first { $0.duty == duty })
  }

  @Test("Figures and rates are read back as they were written")
  func kept() throws {
    let figure = Self.figure(.betterCareMinimum, 57.070_979, about: Self.wellbeing)
    #expect(try roundTrip(figure) == figure)
    let rate = FinanceRate(Self.board, .baseGrowth, FinancialYear(start: 2025), 0.044)
    #expect(try roundTrip(rate) == rate)
    #expect(throws: LineError.self) { try read(FinanceRate.self, ["base-growth", "2025-26", "4.4"]) }
  }

  @Test("Without a figure no duty is met, and each says what is missing", arguments: 2019...2027)
  func nothingKnown(year: Int) throws {
    for result in try book([], year: year).results {
      #expect(result.status == .notAssessable, "\(result.duty.id)")
      #expect(!result.missing.isEmpty && result.headroom == nil)
      #expect(result.sentence.hasPrefix("Not assessable") && !result.duty.citation.isEmpty)
    }
  }

  @Test("The unit that balances is the system to 31 March 2026 and each body from 1 April")
  func flip() throws {
    let before = try book([], year: 2025).results.map(\.duty)
    let after = try book([], year: 2026).results.map(\.duty)
    #expect(before.contains(.systemBalance) && before.contains(.systemCapital))
    #expect(!before.contains(.bodyBalance) && !before.contains(.bodyCapital) && !before.contains(.systemSum))
    #expect(after.contains(.bodyBalance) && after.contains(.bodyCapital) && after.contains(.systemSum))
    #expect(!after.contains(.systemBalance) && !after.contains(.systemCapital))
    #expect(before.contains(.boardBreakEven) && after.contains(.boardBreakEven))
    #expect(try book([], of: Self.trust, year: 2025).results.isEmpty)
    #expect(try book([], of: Self.trust, year: 2026).results.map(\.duty) == [.bodyBalance, .bodyCapital])
    #expect(throws: MoneyError.self) { try book([], of: Self.wellbeing) }
  }

  @Test("The plan of Cheshire and Merseyside for 2024/25 comes to −£150 million")
  func systemBalance() throws {
    let plan = [
      Self.figure(.surplus, 62, 2024, .plan), Self.figure(.surplus, -212, 2024, .plan, of: Self.trust),
    ]
    let result = try result(.systemBalance, plan, year: 2024)
    #expect(result.status == .notMet && result.headroom == millions(-150))
    #expect(result.sentence.contains("by £150,000,000"))
    let agreed = try self.result(.systemBalance, plan + [Self.figure(.agreedPosition, -150, 2024)], year: 2024)
    #expect(agreed.status == .met && agreed.headroom == .zero)
    let half = try self.result(.systemBalance, [plan[0]], year: 2024)
    #expect(half.status == .notAssessable && half.missing == ["surplus of trust.rxx"])
    let sum = try self.result(
      .systemSum, [Self.figure(.surplus, 62, 2026), Self.figure(.surplus, -212, 2026, of: Self.trust)], year: 2026)
    #expect(sum.status == .information && sum.headroom == millions(-150))
  }

  @Test("The outturn of all systems in 2025/26 is −£563 million against the envelope, as printed")
  func envelope() {
    let position = SystemPosition(
      boardSpend: millions(176_778), providerSpend: millions(152_745), providerIncome: millions(151_851),
      allocation: millions(177_018), supportWithheld: millions(91))
    #expect(position.spend == millions(177_672))
    #expect(position.envelope == millions(177_109))
    #expect(position.variance == millions(-563))
    // All lines of the same report; the printed sum of variances is rounded.
    let lines = [(177_109.0, -563.0), (5965, 159), (3009, 87), (16_326, 94), (374, 333), (-4688, -39)]
    #expect(lines.reduce(0) { $0 + $1.0 } == 198_095)
    #expect(abs(lines.reduce(0) { $0 + $1.1 } - 70) <= 1)
  }

  @Test("A later stage of a figure counts before an earlier one")
  func stages() throws {
    let figures = [
      Self.figure(.receipts, 100, 2025, .plan), Self.figure(.spend, 101, 2025, .outturn),
      Self.figure(.spend, 99, 2025, .plan), Self.figure(.spend, 100, 2025, .forecast),
    ]
    #expect(try result(.boardBreakEven, figures).headroom == millions(-1))
    #expect(try result(.boardBreakEven, Array(figures.dropFirst(2)) + [figures[0]]).status == .met)
  }

  @Test("The standard for mental health misses by £0.2 million, as worked by hand")
  func mentalHealth() throws {
    let growth = try said(FinanceRate(Self.board, .baseGrowth, FinancialYear(start: 2025), 0.044))
    let figures = [
      Self.figure(.mentalHealthSpend, 200, 2024), Self.figure(.mentalHealthShortfall, 0.5),
      Self.figure(.mentalHealthSpend, 209.1),
    ]
    let missed = try result(.mentalHealthInvestment, figures, [growth])
    #expect(missed.asked.amount == millions(209.3) && missed.headroom == millions(-0.2) && missed.status == .notMet)
    let exact = try result(
      .mentalHealthInvestment, [figures[0], figures[1], Self.figure(.mentalHealthSpend, 209.3)], [growth])
    #expect(exact.status == .met)
    let issued = try result(.mentalHealthInvestment, figures + [Self.figure(.mentalHealthTarget, 209.1)], [growth])
    #expect(issued.status == .met && issued.asked.name == "target issued by NHS England")
    let blind = try result(.mentalHealthInvestment, figures)
    #expect(blind.status == .notAssessable && blind.missing == ["growth by the base growth"])
  }

  @Test(
    "In 2022/23 spend on mental health had to grow by more than the base, in 2023/24 by as much",
    arguments: [(2022, DutyResult.Status.notMet), (2023, .met)])
  func mentalHealthOperator(year: Int, status: DutyResult.Status) throws {
    let growth = try said(FinanceRate(Self.board, .baseGrowth, FinancialYear(start: year), 0.05))
    let result = try result(
      .mentalHealthInvestment,
      [Self.figure(.mentalHealthSpend, 100, year - 1), Self.figure(.mentalHealthSpend, 105, year)], [growth], year: year
    )
    #expect(result.status == status && result.headroom == .zero)
  }

  @Test(
    "The share of primary medical and community spend may stay where it was, and not fall by a penny",
    arguments: [(22.0, DutyResult.Status.met), (21.999_999_99, .notMet)])
  func guarantee(now: Double, status: DutyResult.Status) throws {
    let figures = [
      Self.figure(.primaryMedicalSpend, 8, 2022), Self.figure(.communitySpend, 12, 2022),
      Self.figure(.spend, 100, 2022),
      Self.figure(.primaryMedicalSpend, 9, 2023), Self.figure(.communitySpend, now - 9, 2023),
      Self.figure(.spend, 110, 2023),
    ]
    #expect(try result(.primaryAndCommunity, figures, year: 2023).status == status)
    #expect(try book(figures, year: 2024).results.contains { $0.duty == .primaryAndCommunity } == false)
  }

  @Test(
    "The minimum of the Better Care Fund is met at equality and missed by a penny",
    arguments: [(Int64(0), DutyResult.Status.met), (-1, .notMet)])
  func betterCare(pence: Int64, status: DutyResult.Status) throws {
    // Leicestershire, 2025/26.
    let minimum = Pence(5_707_097_900)
    let id = ID<Pool>(slug: "pool.harbour")
    let year = FinancialYear(start: 2025)
    let pool = try [
      said(Pool(id, "Harbour pool", .betterCareFund, host: Self.board, boards: [Self.wellbeing])),
      said(PoolContribution(id, from: Self.board, for: Self.wellbeing, year, minimum + Pence(pence))),
      said(PoolContribution(id, from: ID(slug: "council.harbour"), for: Self.wellbeing, year, millions(9))),
      said(FinanceFigure(Self.board, .betterCareMinimum, year, .plan, about: Self.wellbeing, minimum)),
    ]
    let result = try result(.betterCareMinimum, [], pool)
    #expect(result.status == status && result.headroom == Pence(pence) && result.about == "hwb.harbour")
    let unpooled = try self.result(.betterCareMinimum, [], [pool[3]])
    #expect(unpooled.status == .notAssessable && unpooled.missing == ["pooled by the board"])
  }

  @Test("Capital is that of the system to 2025/26 and of each body after; an order binds its trust alone")
  func capital() throws {
    func facts(_ year: Int) throws -> [Statement] {
      let year = FinancialYear(start: year)
      return try [
        said(CapitalScheme(Self.trust, "Ward", year, plan: millions(8))),
        said(CapitalScheme(Self.trust, "Roof", year, plan: millions(3), actual: millions(4))),
        said(CapitalScheme(Self.board, "Estate", year, plan: millions(1))),
        said(CapitalLimit(Self.board, .envelope, year, millions(13))),
        said(CapitalLimit(Self.trust, .envelope, year, millions(11))),
        said(CapitalLimit(Self.trust, .order, year, millions(12))),
      ]
    }
    #expect(try result(.systemCapital, [], facts(2025)).headroom == .zero)
    #expect(try result(.bodyCapital, [], facts(2026), of: Self.trust, year: 2026).headroom == millions(-1))
    #expect(try result(.orderedCapital, [], facts(2026), of: Self.trust, year: 2026).status == .met)
  }

  @Test("Running costs for each head are information, beside the limit that binds")
  func runningCosts() throws {
    let figures = [Self.figure(.runningCosts, 20), Self.figure(.runningCostLimit, 19)]
    #expect(try result(.runningCostLimit, figures).status == .notMet)
    let perHead = try result(.runningCostPerHead, figures, registered: 1_000_000)
    #expect(perHead.status == .information && perHead.done.amount == Pence(2000) && perHead.asked.amount == Pence(1876))
    let blind = try result(.runningCostPerHead, figures)
    #expect(blind.status == .notAssessable && blind.missing == ["people registered"])
  }

  @Test("Elective recovery pays the difference at its margin")
  func elective() {
    #expect(
      DutyRules.electiveRecovery(reached: 1.06, target: 1.04, baseline: millions(100), margin: 0.75) == millions(1.5))
    #expect(DutyRules.electiveRecovery(reached: 1.02, target: 1.07, baseline: millions(100), margin: 1) == millions(-5))
  }
}
