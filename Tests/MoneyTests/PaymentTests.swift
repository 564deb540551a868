import Money
import Testing
import Vocabulary

/// Millions of pounds.
func millions(_ value: Double) -> Pence { Pence(Int64((value * 100_000_000).rounded())) }

@Suite("Payment")
struct PaymentTests {
  private static let treatments: [PaymentModel.PricedActivity] = [
    .init("HN12F", count: 250, price: Pence(725_100)), .init("HN22E", count: 180, price: Pence(722_200)),
  ]

  @Test("Treatments are paid at their unit price, times market forces")
  func activity() throws {
    let payment = try PaymentModel.activity(Self.treatments, marketForces: 1.05).payment()
    #expect(payment.total == Pence(326_834_550))
    #expect(payment.parts[0].why == "250 HN12F × £7,251 × 1.05 for market forces")
    #expect(payment.mix == [.fixed: 0, .variable: 1000, .incentive: 0, .outcome: 0])
  }

  @Test("Aligned payment adds treatments to the sum, and a limit leaves the rest unpaid")
  func aligned() throws {
    func payment(limit: Pence?) throws -> Payment {
      try PaymentModel.alignedPaymentAndIncentive(
        fixed: millions(180), Self.treatments, marketForces: 1.05, incentives: [], limit: limit
      ).payment()
    }
    #expect(try payment(limit: nil).total == millions(180) + Pence(326_834_550))
    let limited = try payment(limit: millions(183))
    #expect(limited.total == millions(183))
    #expect(limited.unpaid == Pence(26_834_550))
    #expect(limited.mix.values.reduce(0, +) == 1000)
  }

  @Test("A block pays its sum, whatever is done; a low-volume block the mean of three years at this year's prices")
  func blocks() throws {
    #expect(try PaymentModel.block(millions(12)).payment().total == millions(12))
    let low = PaymentModel.lowVolumeBlock(lastThreeYears: [Pence(90), Pence(120), Pence(150)], uplift: 0.05)
    #expect(try low.payment().total == Pence(126))
    #expect(throws: MoneyError.self) { try PaymentModel.lowVolumeBlock(lastThreeYears: [.zero], uplift: 0).payment() }
  }

  @Test(
    "A blended payment moves by its rate with what was done, beyond the deadband",
    arguments: [(10.0, 0.0, 100.4), (7, 0, 99.8), (8, 0, 100), (10, 0.5, 100.3), (7.8, 0.5, 100)])
  func blended(actual: Double, deadband: Double, paid: Double) throws {
    // 2026/27: a fifth of urgent and emergency care varies.
    let payment = try PaymentModel.blended(
      fixed: millions(100), planned: millions(8), actual: millions(actual), variableRate: 0.2,
      deadband: millions(deadband)
    ).payment()
    #expect(payment.total == millions(paid))
  }

  @Test(
    "What is no payment is refused",
    arguments: [
      PaymentModel.activity([.init("X", count: -1, price: Pence(1))], marketForces: 1),
      .activity(treatments, marketForces: 0),
      .blended(fixed: .zero, planned: .zero, actual: .zero, variableRate: 1.2, deadband: .zero),
    ])
  func refused(model: PaymentModel) { #expect(throws: MoneyError.self) { try model.payment() } }

  @Test("Prices of 2025/26 moved by 2.07%, and by 2.73% after the pay awards")
  func prices() {
    #expect(abs(PriceReview.change(uplift: 0.0415, efficiency: 0.02) - 0.0207) < 0.000_05)
    #expect(abs(PriceReview.change(uplift: 0.0483, efficiency: 0.02) - 0.0273) < 0.000_05)
  }

  @Test("A budget for a population is people times rates, moved by prices, less what is carved out")
  func capitated() throws {
    let first = FinancialYear(start: 2026)
    let budget = try CapitatedBudget(
      [.init("adults", rate: Pence(100_000)), .init("frail", rate: Pence(500_000))],
      [
        .init(first, .firm, people: [1000, 100], carvedOut: Pence(10_000_000)),
        .init(first.next, .indicative, people: [1010, 100], uplift: 0.05, efficiency: 0.02, riskPool: Pence(100)),
      ])
    #expect(budget.lines[0].budget == Pence(140_000_000))
    #expect(budget.lines[1].priceIndex == 1.029)
    // (1,010 × £1,000 + 100 × £5,000) × 1.029 = £1,553,790, and £1 held against risk.
    #expect(budget.lines[1].budget == Pence(155_379_100))
    #expect(budget.lines[1].standing == .indicative)
    let gap = #expect(throws: MoneyError.self) {
      try CapitatedBudget(
        [.init("all", rate: Pence(1))], [.init(first, .firm, people: [1]), .init(first.next.next, .firm, people: [1])])
    }
    #expect(gap?.message.contains("2028/29 does not follow 2026/27") == true)
  }
}

@Suite("Outcomes and shared gains")
struct OutcomeTests {
  private static let due = Day(number: 21_000)

  private static func outcome(_ weight: Double, score: Double?) throws -> OutcomeSchedule.Outcome {
    try .init(
      "outcome \(weight)", metric: "m", baseline: 50, target: 40, due: due, weight: weight,
      result: score.map { 50 - 10 * $0 })
  }

  @Test("Pay follows the weighted scores, as worked by hand; the rest is retained")
  func pay() throws {
    let schedule = try OutcomeSchedule([
      Self.outcome(0.40, score: 0.8), Self.outcome(0.35, score: 1), Self.outcome(0.25, score: 0),
    ])
    let pay = try schedule.pay(on: millions(200), atRisk: 0.025)
    #expect(abs(pay.score - 0.67) < 1e-9)
    #expect(pay.atRisk == millions(5) && pay.paid == millions(3.35) && pay.retained == millions(1.65))
    let failed = try schedule.pay(on: millions(200), atRisk: 0.025, gateFailed: true)
    #expect(failed.paid == .zero && failed.retained == millions(5) && failed.score == 0)
  }

  @Test("An outcome that is not measured is held, neither met nor missed")
  func held() throws {
    let pay = try OutcomeSchedule([Self.outcome(0.6, score: 1), Self.outcome(0.4, score: nil)])
      .pay(on: millions(200), atRisk: 0.025)
    #expect(pay.paid == millions(3) && pay.held == millions(2) && pay.retained == .zero)
    #expect(pay.why.contains("is not measured: £2,000,000 is held"))
  }

  @Test(
    "Beyond the target nothing more is earned, and below the floor nothing is taken", arguments: [(2.0, 1.0), (-1, 0)])
  func clamped(score: Double, counts: Double) throws {
    #expect(try Self.outcome(1, score: score).score == counts)
  }

  @Test("A schedule without outcomes, or with weights that do not add up, is refused")
  func refused() throws {
    #expect(throws: MoneyError.self) { try OutcomeSchedule([]) }
    let wrong = #expect(throws: MoneyError.self) { try OutcomeSchedule([Self.outcome(0.5, score: nil)]) }
    #expect(wrong?.message == "the weights of the outcomes add up to 0.5, and must to 1")
    #expect(throws: MoneyError.self) {
      try OutcomeSchedule.Outcome("x", metric: "", baseline: 1, target: 2, due: Self.due, weight: 1)
    }
    #expect(throws: MoneyError.self) {
      try OutcomeSchedule.Outcome("x", metric: "m", baseline: 1, target: 1, due: Self.due, weight: 1)
    }
  }

  private static let agreement = Result {
    try GainShare(
      [.init("acute", share: 0.35), .init("community", share: 0.25), .init("practices", share: 0.15)],
      corridor: 0.01, cap: 0.05)
  }

  @Test(
    "A variance is shared as worked by hand",
    arguments: [
      (194.0, 4.0, [1.4, 1.0, 0.6], 3.0), (190, 8, [2.8, 2, 1.2], 4), (207, -5, [-1.75, -1.25, -0.75], -3.25),
      (201, 0, [0, 0, 0], -1), (180, 8, [2.8, 2, 1.2], 14),
    ])
  func shared(actual: Double, shareable: Double, partners: [Double], commissioner: Double) throws {
    let outcome = try Self.agreement.get().shares(expected: millions(200), actual: millions(actual))
    #expect(outcome.shareable == millions(shareable))
    #expect(outcome.partners.map(\.amount) == partners.map(millions))
    #expect(outcome.commissioner == millions(commissioner))
  }

  @Test("Quality that was not reached sends gains back to the commissioner")
  func quality() throws {
    let outcome = try Self.agreement.get().shares(expected: millions(200), actual: millions(194), quality: 0.67)
    #expect(outcome.partners.map(\.amount).total == millions(2.01))
    #expect(outcome.commissioner == millions(3 + 0.99))
  }

  @Test("Whatever the shares, the variance is conserved to the penny", arguments: 1...60)
  func conserved(seed: Int) throws {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let expected = Pence(Int64(next() * 1e12))
    let actual = Pence(Int64(next() * 1e12))
    let agreement = try GainShare(
      [
        .init("a", share: next() / 3, stopLoss: Pence(Int64(next() * 1e10))), .init("b", share: next() / 3),
        .init("c", share: next() / 3),
      ], corridor: next() / 50, cap: 0.02 + next() / 5)
    let outcome = try agreement.shares(expected: expected, actual: actual, quality: next())
    #expect(outcome.partners.map(\.amount).total + outcome.commissioner == expected - actual)
    if let limit = agreement.partners[0].stopLoss { #expect(outcome.partners[0].amount >= -limit) }
  }

  @Test(
    "A change needs no procurement below £500,000 or below a quarter of the value, and not at either",
    arguments: [
      (10.0, 0.499_999_99, true, true), (1, 0.5, true, false), (10, 0.5, true, true), (10, 2.5, true, false),
      (10, 2.499_999_99, true, true), (10, 0.1, false, false), (1.6, -0.5, true, false), (2.4, -0.5, true, true),
    ])
  func change(original: Double, change: Double, keepsCharacter: Bool, isAllowed: Bool) throws {
    let parts = [millions(change) - Pence(7), Pence(7)]
    let weighed = try ContractChange(original: millions(original), changes: parts, keepsCharacter: keepsCharacter)
    #expect(weighed.isAllowed == isAllowed)
  }
}
