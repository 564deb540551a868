import Chronicle
import Money
import Register
import Testing
import Vocabulary

@Suite("The tree of budgets")
struct BudgetTests {
  private static let board = ID<Body>(slug: "icb.west")
  private static let place = ID<Body>(slug: "place.harbour")
  private static let year = FinancialYear(start: 2026)

  private static func id(_ name: String) -> ID<BudgetLine> { ID(slug: name) }

  private static func line(
    _ name: String, under parent: String? = nil, owner: ID<Body> = board, _ standing: BudgetLine.Standing = .held,
    fence: String = "", delegation: String = "", views: [String] = []
  ) -> BudgetLine {
    BudgetLine(
      id(name), name, under: parent.map(id), owner: owner, standing, ringFence: fence, delegation: delegation,
      views: views)
  }

  /// England, a board, two places, a neighbourhood.
  private static let lines = [
    line("england"), line("west", under: "england"),
    line("harbour", under: "west", .delegated, delegation: "del.1", views: ["place:harbour"]),
    line("coast", under: "west", .aligned),
    line("quay", under: "harbour", views: ["place:harbour", "programme:frailty"]),
  ]

  private static func amount(
    _ name: String, _ basis: BudgetAmount.Basis, _ value: Double, version: Int = 1, month: Int = 12
  ) -> BudgetAmount {
    BudgetAmount(id(name), basis, year, month: month, version: version, millions(value))
  }

  private static let amounts = [
    amount("england", .plan, 100), amount("west", .plan, 60), amount("harbour", .plan, 20), amount("coast", .plan, 30),
    amount("quay", .plan, 5),
  ]

  private func tree(
    _ lines: [BudgetLine] = lines, _ amounts: [BudgetAmount] = amounts, _ virements: [Virement] = [],
    closed: [BooksClosed] = [], limits: [String: Pence] = ["del.1": millions(20)]
  ) throws -> BudgetTree {
    let bodies = [try said(Body(Self.board, .integratedCareBoard)), try said(Body(Self.place, .placePartnership))]
    let facts =
      try lines.map { try said($0) } + amounts.map { try said($0) } + virements.map { try said($0) }
      + closed.map { try said($0) }
    return BudgetTree(try snapshot(bodies + facts, on: "2026-10-01"), year: Self.year, limits: limits)
  }

  @Test("Facts are read back as they were written")
  func kept() throws {
    for line in Self.lines { #expect(try roundTrip(line) == line) }
    let amount = BudgetAmount(
      Self.id("x"), .underlying, Self.year, month: 6, version: 3, Pence(-5), recurrent: Pence(7), reason: "re-based")
    #expect(try roundTrip(amount) == amount)
    let virement = Virement(from: Self.id("a"), to: Self.id("b"), Self.year, month: 3, Pence(1), reason: "r")
    #expect(try roundTrip(virement) == virement)
    let closed = BooksClosed(Self.board, Self.year, through: 9)
    #expect(try roundTrip(closed) == closed)
    #expect(throws: LineError.self) { try read(Virement.self, ["b", "2026-27", "3", "-1.00", ""]) }
    #expect(throws: LineError.self) { try read(BudgetAmount.self, ["plan", "2026-27", "13", "1", "1", "1", ""]) }
  }

  @Test("What no line below has is told, never lost")
  func unallocated() throws {
    let tree = try tree()
    #expect(tree.findings == [])
    #expect(tree.nodes.map(\.line.name) == ["england", "west", "coast", "harbour", "quay"])
    #expect(tree.nodes.map(\.depth) == [0, 1, 2, 2, 3])
    #expect(tree[Self.id("england")]?.unallocated == millions(40))
    #expect(tree[Self.id("west")]?.unallocated == millions(10))
    #expect(tree[Self.id("quay")]?.unallocated == nil)
  }

  @Test("Lines below with more than the line above are found, in pence")
  func overspread() throws {
    let found = try tree(Self.lines, Self.amounts + [Self.amount("coast", .budget, 40.000_000_01)]).findings
    #expect(found.map(\.line) == [Self.id("west")])
    #expect(found.first?.message.contains("have £0.01 (1 pence) more than its £60,000,000") == true)
  }

  @Test("A line cannot exceed the delegation that created it, and one that is not known is found")
  func delegation() throws {
    let over = try tree(limits: ["del.1": millions(20) - Pence(1)]).findings
    #expect(over.map(\.line) == [Self.id("harbour")])
    #expect(
      over.first?.message.contains("£0.01 (1 pence) more than the £19,999,999.99 of the delegation del.1") == true)
    #expect(try tree(limits: [:]).findings.first?.message.contains("is not known") == true)
    let unnamed = Self.lines.map { $0.name == "harbour" ? Self.line("harbour", under: "west", .delegated) : $0 }
    #expect(try tree(unnamed).findings.first?.message.contains("names no delegation") == true)
  }

  @Test("A fence holds for every line below, and money does not leave it by virement")
  func fences() throws {
    var lines = Self.lines
    lines[2] = Self.line("harbour", under: "west", fence: "better-care")
    #expect(try tree(lines)[Self.id("quay")]?.ringFence == "better-care")
    let out = Virement(from: Self.id("quay"), to: Self.id("coast"), Self.year, month: 2, Pence(250), reason: "r")
    let found = try tree(lines, Self.amounts, [out]).findings
    #expect(found.first?.message.contains("£2.50 (250 pence) fenced for 'better-care' moves to coast") == true)
    lines[4] = Self.line("quay", under: "harbour", fence: "dentistry")
    #expect(try tree(lines).findings.first?.message.contains("a fence holds for all lines below it") == true)
  }

  @Test("Virements add up to nothing, and closed months take no more")
  func virements() throws {
    let move = Virement(from: Self.id("coast"), to: Self.id("harbour"), Self.year, month: 4, millions(1), reason: "r")
    let moved = try tree(Self.lines, Self.amounts, [move], limits: ["del.1": millions(21)])
    #expect(moved[Self.id("coast")]?.amounts[.budget] == millions(29))
    #expect(moved[Self.id("harbour")]?.amounts[.budget] == millions(21))
    #expect(moved[Self.id("harbour")]?.amounts[.plan] == millions(20))
    #expect(moved[Self.id("west")]?.unallocated == millions(10))
    #expect(moved.findings == [])

    // Closed by the first transaction; the virement and the spend come with a second.
    let statements =
      try Self.lines.map { try said($0) } + Self.amounts.map { try said($0) }
      + [said(BooksClosed(Self.board, Self.year, through: 6))]
    let archive = Archive.recording(
      statements,
      try [
        said(move), said(Self.amount("coast", .actual, 3, month: 6)), said(Self.amount("coast", .actual, 4, month: 7)),
      ])
    let late = BudgetTree(
      Snapshot(archive, trueOn: try #require(Day("2026-11-01"))), year: Self.year, limits: ["del.1": millions(20)])
    #expect(late[Self.id("harbour")]?.amounts[.budget] == millions(20))
    #expect(late[Self.id("coast")]?.actuals == [7: millions(4)])
    #expect(late.findings.count == 2)
    #expect(late.findings.allSatisfy { $0.message.contains("after the books were closed") })
  }

  @Test("The latest version counts, the earlier stay, and an earlier point of the record gives the earlier figures")
  func versions() throws {
    let archive = Archive.recording(
      try Self.lines.map { try said($0) } + Self.amounts.map { try said($0) },
      [try said(Self.amount("coast", .plan, 25, version: 2))])
    let day = try #require(Day("2026-10-01"))
    func coast(_ known: Knowledge) -> Pence? {
      BudgetTree(Snapshot(archive, trueOn: day, known: known), year: Self.year, limits: [:])[Self.id("coast")]?
        .amounts[.plan]
    }
    #expect(coast(.latest) == millions(25))
    #expect(coast(.recorded(by: 1)) == millions(30))
  }

  @Test("A place owns no budget, a notional line has no spend, and a line must hang on the tree")
  func unlawful() throws {
    var lines = Self.lines
    lines[3] = Self.line("coast", under: "west", owner: Self.place)
    #expect(try tree(lines).findings.first?.message.contains("cannot own a budget") == true)
    lines[3] = Self.line("coast", under: "west", .notional)
    let spent = Self.amounts + [Self.amount("coast", .actual, 1)]
    #expect(try tree(lines, spent).findings.first?.message.contains("notional and has spend") == true)
    lines[3] = Self.line("coast", under: "nowhere")
    #expect(try tree(lines).findings.first?.message.contains("does not hang on the tree") == true)
    lines[3] = Self.line("coast", under: "coast")
    #expect(try tree(lines).findings.first?.message.contains("does not hang on the tree") == true)
  }

  @Test("Views overlap, and the share that is delegated is told")
  func views() throws {
    let tree = try tree()
    #expect(tree.view("place:harbour").map(\.line.name) == ["harbour", "quay"])
    #expect(tree.view("programme:frailty").map(\.line.name) == ["quay"])
    let given = [Self.line("west"), Self.line("a", under: "west", .pooled), Self.line("b", under: "west")]
    let shared = try self.tree(given, [Self.amount("a", .budget, 1), Self.amount("b", .budget, 3)])
    #expect(shared.delegatedShare(of: Self.board) == 0.25)
    #expect(shared.delegatedShare(of: Self.place) == nil)
  }

  @Test("Less is to be spent than allowed: the variance is above nothing")
  func variance() throws {
    let tree = try tree(Self.lines, Self.amounts + [Self.amount("quay", .forecast, 4.5)])
    #expect(tree[Self.id("quay")]?.variance == millions(0.5))
    #expect(tree[Self.id("coast")]?.variance == nil)
  }
}

@Suite("Pools, funds, capital and liabilities")
struct PoolTests {
  private static let board = ID<Body>(slug: "icb.west")
  private static let council = ID<Body>(slug: "council.harbour")
  private static let wellbeing = ID<Body>(slug: "hwb.harbour")
  private static let year = FinancialYear(start: 2026)
  private static let id = ID<Pool>(slug: "pool.harbour")

  @Test("A variance is shared as worked by hand, and what is beyond a cap falls to the host")
  func worked() throws {
    let plain = try RiskShare(.variable, [.init(Self.board, share: 0.6), .init(Self.council, share: 0.4)])
    #expect(try plain.shares(of: millions(0.8)).partners == [millions(0.48), millions(0.32)])
    let capped = try RiskShare(
      .variable, [.init(Self.board, share: 0.6, cap: millions(0.3)), .init(Self.council, share: 0.4)])
    #expect(try capped.shares(of: millions(0.8)) == ([millions(0.30), millions(0.32)], millions(0.18)))
    #expect(try capped.shares(of: millions(-0.8)) == ([millions(-0.30), millions(-0.32)], millions(-0.18)))
    #expect(try RiskShare(.fixed, []).shares(of: millions(0.8)).host == millions(0.8))
    let own = try RiskShare(.ownRisk, [.init(Self.board, share: 1)])
    #expect(try own.shares(of: millions(0.8)).partners == [millions(0.8)])
    #expect(throws: MoneyError.self) { try RiskShare(.variable, [.init(Self.board, share: 0.6)]) }
    #expect(throws: MoneyError.self) { try RiskShare(.ownRisk, []) }
  }

  @Test("Every variance is borne by somebody, to the penny", arguments: 1...60)
  func conserved(seed: Int) throws {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let share = next()
    let risk = try RiskShare(
      .variable,
      [.init(Self.board, share: share, cap: Pence(Int64(next() * 1e9))), .init(Self.council, share: 1 - share)])
    let variance = Pence(Int64((next() - 0.5) * 1e10))
    let shares = try risk.shares(of: variance)
    #expect(shares.partners.total + shares.host == variance)
  }

  private static func facts(successor: ID<Body>? = nil, spent: Double = 10.8) throws -> [Statement] {
    let pool = Pool(id, "Harbour pool", .betterCareFund, host: council, boards: [wellbeing], successor: successor)
    let risk = try RiskShare(.variable, [.init(board, share: 0.6, cap: millions(0.3)), .init(council, share: 0.4)])
    let scheme = PoolScheme(id, "Reablement", year, budget: millions(10), actual: millions(spent), risk: risk)
    #expect(try roundTrip(pool) == pool)
    #expect(try roundTrip(scheme) == scheme)
    let contribution = PoolContribution(id, from: board, for: wellbeing, year, millions(7))
    #expect(try roundTrip(contribution) == contribution)
    return try [
      said(pool), said(scheme), said(contribution), said(PoolContribution(id, from: council, year, millions(4))),
      said(Body(council, .council)),
    ]
  }

  @Test("A pool's account tells what came in, who bears the variance, and what is left")
  func account() throws {
    let statements = try Self.facts() + [said(Body(Self.board, .integratedCareBoard))]
    let account = try #require(snapshot(statements, on: "2026-10-01").pools(in: Self.year).first)
    #expect(account.income == millions(11) && account.uncommitted == millions(1))
    #expect(account.variance == millions(0.8))
    #expect(account.borne.map(\.amount) == [millions(0.5), millions(0.3)])
    #expect(account.borne.map(\.body) == [Self.council, Self.board])
    #expect(account.borne.map(\.amount).total == account.variance)
    #expect(account.income(for: Self.wellbeing) { $0 == Self.board } == millions(7))
    #expect(account.findings == [])
    #expect(try snapshot(statements, on: "2026-10-01").pools(in: FinancialYear(start: 2018)).isEmpty)
  }

  @Test("A partner that ended and whose part nobody took over is found")
  func unassigned() throws {
    func findings(_ successor: ID<Body>?) throws -> [String] {
      let statements =
        try Self.facts(successor: successor) + [
          said(Body(Self.board, .integratedCareBoard), "2022-07-01", until: "2026-04-01")
        ]
      return try snapshot(statements, on: "2026-10-01").pools(in: Self.year).flatMap(\.findings)
    }
    #expect(try findings(nil).first?.contains("icb.west, a partner of Harbour pool, has ended") == true)
    #expect(try findings(ID(slug: "icb.north")) == [])
  }

  @Test("Eight areas share £450 million over four years: £14.06 million a year each, and no penny above the cap")
  func fund() throws {
    let id = ID<CappedFund>(slug: "fund.transformation")
    let fund = CappedFund(id, "Transformation fund", cap: millions(450))
    let slices = try Apportionment.divide(millions(450), by: [Double](repeating: 1, count: 32))
    #expect(slices.allSatisfy { abs($0.pounds / 1e6 - 14.06) < 0.005 })
    var statements = [try said(fund)]
    for (index, slice) in slices.enumerated() {
      let award = FundAward(id, to: ID(slug: "area-\(index % 8)"), FinancialYear(start: 2018 + index / 8), slice)
      #expect(try roundTrip(award) == award)
      statements.append(try said(award))
    }
    let profile = try #require(snapshot(statements, on: "2026-10-01").cappedFunds.first)
    #expect(profile.left == .zero && profile.finding == nil)
    #expect(profile.years.map(\.year.label) == ["2018/19", "2019/20", "2020/21", "2021/22"])
    #expect(profile.years.allSatisfy { $0.amount == millions(112.5) })
    statements.append(try said(FundAward(id, to: ID(slug: "area-9"), FinancialYear(start: 2021), Pence(1))))
    let over = try #require(snapshot(statements, on: "2026-10-01").cappedFunds.first)
    #expect(over.finding?.contains("£0.01 (1 pence) more than its cap of £450,000,000") == true)
  }

  @Test("Capital and liabilities are read back as they were written")
  func kept() throws {
    let scheme = CapitalScheme(Self.board, "Ward", Self.year, plan: millions(3), actual: nil, isLease: true)
    #expect(try roundTrip(scheme) == scheme)
    let limit = CapitalLimit(Self.board, .order, Self.year, millions(2))
    #expect(try roundTrip(limit) == limit)
    let liability = Liability(Self.board, "Indemnity", amount: nil, note: "not valued")
    #expect(try roundTrip(liability) == liability)
  }

  @Test("Savings and risks are read back as they were written, and a risk is weighed")
  func weighed() throws {
    let scheme = SavingsScheme(
      Self.board, "Medicines", owner: "Chief pharmacist", Self.year, month: 3, plan: millions(4), actual: millions(1),
      forecast: millions(3), recurrent: millions(2), .medium)
    #expect(try roundTrip(scheme) == scheme)
    let risk = FinancialRisk(
      Self.board, "Winter", Self.year, gross: millions(4), probability: 0.5, mitigation: millions(0.5))
    #expect(try roundTrip(risk) == risk)
    #expect(risk.net == millions(1.5))
    #expect(throws: LineError.self) { try read(FinancialRisk.self, ["Winter", "2026-27", "1.00", "1.5", "0"]) }
  }

  @Test("A liability moves with a merger, and with no one where a body was split")
  func liability() throws {
    let east = ID<Body>(slug: "icb.east")
    let north = ID<Body>(slug: "icb.north")
    let liability = Liability(Self.board, "Indemnity", amount: millions(1))
    var statements = [
      try said(Body(Self.board, .integratedCareBoard), "2022-07-01", until: "2026-04-01"),
      try said(Body(east, .integratedCareBoard), "2026-04-01"),
      try said(Body(north, .integratedCareBoard), "2026-04-01"),
      try said(Succession(Self.board, .merge, to: east), "2026-04-01"), try said(liability),
    ]
    #expect(try snapshot(statements, on: "2026-03-31").bearer(of: liability) == Self.board)
    #expect(try snapshot(statements, on: "2026-04-01").bearer(of: liability) == east)
    statements.append(try said(Succession(Self.board, .split, to: north), "2026-04-01"))
    #expect(try snapshot(statements, on: "2026-04-01").bearer(of: liability) == nil)
  }
}
