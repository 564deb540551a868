import Money
import Testing
import Vocabulary

@Suite("Pace of change")
struct PaceTests {
  private static let policy = Result {
    try PaceOfChange(
      "worked example", status: .illustrative,
      convergence: .init([.init(-0.08, 0.012), .init(0, 0), .init(0.08, -0.012)]),
      minimumGrowth: 0.03, maximumGrowth: 0.065, floor: -0.05)
  }

  /// Thousands of pounds.
  private static func thousands(_ value: Double) -> Pence { Pence(Int64((value * 100_000).rounded())) }

  private static let four = [("A", 950.0), ("B", 1000), ("C", 1080), ("D", 970)].map {
    PaceOfChange.Opening($0.0, baseline: thousands(1000), weight: $0.1)
  }

  @Test(
    "Four bodies come out as worked by hand",
    arguments: [
      ("A", 5.26, -0.79, 3.12, 1_031.235, 991.80, 3.98, PaceOfChange.Binding.none),
      ("B", 0, 0, 3.91, 1_039.130, 1_044.00, -0.47, .none),
      ("C", -7.41, 1.11, 7.11, 1_071.144, 1_127.52, -5.00, .floor),
      ("D", 3.09, -0.46, 3.45, 1_034.491, 1_012.68, 2.15, .none),
    ])
  func worked(
    code: String, opening: Double, convergence: Double, growth: Double, amount: Double, target: Double,
    closing: Double, binding: PaceOfChange.Binding
  ) throws {
    let outcome = try Self.policy.get().solve(Self.four, quantum: Self.thousands(4176))
    #expect(abs(outcome.growth - 0.039_130) < 0.000_000_5)
    #expect(outcome.allocations.map(\.amount).total == Self.thousands(4176))
    let body = try #require(outcome.allocations.first { $0.code == code })
    #expect(abs(body.opening * 100 - opening) < 0.005)
    #expect(abs(body.convergence * 100 - convergence) < 0.005)
    #expect(abs(body.growth * 100 - growth) < 0.005)
    #expect(abs(body.amount.pounds / 1000 - amount) < 0.0006)
    #expect(abs(body.target.pounds / 1000 - target) < 0.000_01)
    #expect(abs(body.closing.share * 100 - closing) < 0.005)
    #expect(body.binding == binding)
  }

  @Test("The order of bodies makes no difference")
  func order() throws {
    let quantum = Self.thousands(4176) + Pence(1)
    let policy = try Self.policy.get()
    let forwards = try policy.solve(Self.four, quantum: quantum)
    #expect(try policy.solve(Self.four.reversed(), quantum: quantum) == forwards)
    #expect(forwards.allocations.map(\.amount).total == quantum)
  }

  @Test("Bodies on target all grow alike")
  func onTarget() throws {
    let bodies = ["A", "B", "C"].enumerated().map {
      PaceOfChange.Opening($1, baseline: Self.thousands(Double(500 + 100 * $0)), weight: Double(500 + 100 * $0))
    }
    let outcome = try Self.policy.get().solve(bodies, quantum: Self.thousands(1800 * 1.044))
    for body in outcome.allocations {
      #expect(body.opening == 0 && abs(body.growth - 0.044) < 1e-8 && body.binding == .none)
    }
  }

  @Test("Floors that cannot be paid and money that cannot be placed are told in pounds")
  func infeasible() throws {
    let policy = try Self.policy.get()
    let short = #expect(throws: MoneyError.self) { try policy.solve(Self.four, quantum: Self.thousands(4000)) }
    // The minimum growth of each is above its floor: 4 × 1,030 = 4,120 thousand.
    #expect(short?.message.contains("£120,000 more than the £4,000,000") == true, "\(short?.message ?? "")")
    let over = #expect(throws: MoneyError.self) { try policy.solve(Self.four, quantum: Self.thousands(5000)) }
    #expect(over?.message.contains("unallocated") == true, "\(over?.message ?? "")")
  }

  @Test("The minimum fades above target, and one for each head needs the growth of people")
  func taper() throws {
    let bodies = [
      PaceOfChange.Opening("far", baseline: Self.thousands(1150), weight: 1000),
      PaceOfChange.Opening("half", baseline: Self.thousands(1075), weight: 1000),
      PaceOfChange.Opening("low", baseline: Self.thousands(775), weight: 1000),
    ]
    let policy = try PaceOfChange(
      "tapered", status: .illustrative, convergence: .init([.init(-0.5, 0.5), .init(0, 0), .init(0.5, -0.5)]),
      minimumGrowth: 0.02, taper: .init(from: 0.05, to: 0.10))
    let outcome = try policy.solve(bodies, quantum: Self.thousands(3060))
    let growth = Dictionary(uniqueKeysWithValues: outcome.allocations.map { ($0.code, $0.growth) })
    #expect(abs(try #require(growth["far"])) < 1e-9)
    #expect(abs(try #require(growth["half"]) - 0.01) < 1e-9)
    var perHead = policy
    perHead.minimumGrowthPerHead = 0.01
    let error = #expect(throws: MoneyError.self) { try perHead.solve(bodies, quantum: Self.thousands(3060)) }
    #expect(error?.message.contains("population growth of far is missing") == true)
  }

  @Test("Whatever the bodies, rules hold to the penny and nothing is lost", arguments: 1...40)
  func properties(seed: Int) throws {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let bodies = (0..<(2 + seed)).map { index in
      let weight = 500 + 1000 * next()
      return PaceOfChange.Opening(
        "b\(index)", baseline: Self.thousands(weight * (0.93 + 0.14 * next())), weight: weight)
    }
    let quantum = Pence(Int64((Double(bodies.map(\.baseline).total.count) * 1.044).rounded()))
    let outcome = try Self.policy.get().solve(bodies, quantum: quantum)
    #expect(outcome.allocations.map(\.amount).total == quantum)
    for body in outcome.allocations {
      #expect(body.closing.share > -0.05 - 1e-7)
      #expect(body.binding == .floor || body.growth < 0.065 + 1e-7)
      #expect(body.growth > 0.03 - 1e-7)
    }
    let free = outcome.allocations.filter { $0.binding == .none }.sorted { $0.opening < $1.opening }
    for (near, far) in zip(free, free.dropFirst()) { #expect(near.growth >= far.growth - 1e-7) }
    // The distance of a merged body is the mean of its parts', weighted by target.
    let (a, b) = (outcome.allocations[0], outcome.allocations[1])
    let merged = try DistanceFromTarget(allocation: a.amount + b.amount, target: a.target + b.target)
    let mean =
      (a.closing.share * a.target.pounds + b.closing.share * b.target.pounds) / (a.target + b.target).pounds
    #expect(abs(merged.share - mean) < 1e-12)
  }

  @Test("Year after year the distance shrinks")
  func path() throws {
    let years = try Self.policy.get().path(Self.four, quanta: [4176, 4360, 4552].map { Self.thousands($0) })
    let distances = try years.map { try #require($0.allocations.first { $0.code == "A" }).closing.share }
    #expect(distances[0] > distances[1] && distances[1] > distances[2] && distances[2] > 0)
  }

  @Test("A policy says where it comes from, and a curve that favours the better off is refused")
  func refused() throws {
    #expect(throws: MoneyError.self) { try PaceOfChange("x", status: .published) }
    #expect(throws: MoneyError.self) { try PaceOfChange.Convergence([.init(-0.1, -0.1), .init(0.1, 0.1)]) }
    #expect(throws: MoneyError.self) { try PaceOfChange.Convergence([.init(-0.1, 0.2), .init(0.1, 0.1)]) }
    #expect(throws: MoneyError.self) {
      try PaceOfChange("x", status: .illustrative, minimumGrowth: 0.1, maximumGrowth: 0.05)
    }
    #expect(try PaceOfChange("x", status: .estimated).label.contains("no allocation of NHS England"))
    #expect(try PaceOfChange("x", status: .published, source: "Annex O").label.contains("Annex O"))
  }

  @Test(
    "The targets of 14 groups in 2013/14 are £1,135.41 a weighted head, distances as published", .needsPublishedFiles)
  func published2013() throws {
    let rows = try Published.rows("fixture_ccg_2013_14_target_sample.csv")
    #expect(rows.count == 14)
    for row in rows {
      func pence(_ column: String) throws -> Pence { Pence(Int64(try row.figure(column)) * 100_000) }
      let perHead = try row.figure("target_k") * 1000 / row.figure("weighted_pop")
      #expect(abs(perHead - 1135.41) < 0.005)
      let distance = try DistanceFromTarget(allocation: pence("alloc_k"), target: pence("target_k"))
      // Published in whole thousands, each rounded for itself.
      #expect(abs((distance.amount - (try pence("dft_k"))).count) <= 100_000)
      #expect(abs(distance.share * 100 - (try row.figure("dft_pct"))) < 0.006)
    }
    #expect(throws: MoneyError.self) { try DistanceFromTarget(allocation: .zero, target: .zero) }
  }

  @Test("The running-cost envelope of two London boards is £88.88 million at £18.76 a head")
  func runningCosts() throws {
    let perHead = try #require(FormulaParameters.shipped(for: "2025-26")[.runningCost])
    let envelope = try RunningCosts.envelope(people: 4_737_954, perHead: #require(Pence(pounds: perHead.value)))
    #expect(abs(envelope.pounds / 1e6 - 88.88) < 0.005)
    #expect(try RunningCosts.perHead(envelope, people: 4_737_954) == Pence(1876))
    #expect(throws: MoneyError.self) { try RunningCosts.perHead(envelope, people: 0) }
  }
}
