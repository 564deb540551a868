import Chronicle
import Money
import Testing
import Vocabulary

@Suite("Fair shares")
struct ShareTests {
  private typealias Tree = ShareTree<Registered>

  private static func leaf(_ path: String, _ people: Double, _ weighted: Double) -> ShareTree<Registered>.Leaf {
    .init(path.split(separator: "/").map(String.init), .init(people: people, weighted: weighted))
  }

  @Test("Shares inside an area add up to its own exactly, on every level, to the penny", .needsPublishedFiles)
  func exact() throws {
    let rows = try Published.rows("wp_2025_26.csv")
    let tree = try Tree(
      rows.map { row in
        Tree.Leaf(
          [row["ICB"] ?? "", row["LTLA"] ?? "", row["Practice_Code"] ?? ""],
          .init(people: try row.figure("Population"), weighted: try row.figure("Final WP")))
      })
    let england = try #require(tree[[]])
    #expect(england.parts == 1_000_000_000_000 && england.perMillion == Pence(100_000_000))
    #expect(england.indexToEngland == 1)
    let quantum = try Quantum.scenario(#require(Pence("107600000000.01")), named: "as if 2024/25")
    let amounts = try Dictionary(uniqueKeysWithValues: zip(tree.shares.map(\.path), tree.amounts(of: quantum)))
    #expect(amounts[[]] == quantum.amount)
    var areas = 0
    for share in tree.shares {
      let inside = tree.inside(share.path)
      guard !inside.isEmpty else { continue }
      areas += 1
      #expect(inside.reduce(0) { $0 + $1.parts } == share.parts)
      #expect(inside.map(\.perMillion).total == share.perMillion)
      #expect(inside.compactMap { amounts[$0.path] }.total == amounts[share.path])
      if share.path.count > 0 { #expect(inside.map(\.perSystemMillion).total == share.perSystemMillion) }
    }
    #expect(areas > 300)
    // Greater Manchester's share and Cheshire and Merseyside's need index, from the published practice rows.
    #expect(abs(try #require(tree[["QOP"]]).value - 0.05447) < 0.000_005)
    #expect(abs(try #require(tree[["QYG"]]).indexToEngland - 1.12256) < 0.000_005)
  }

  @Test("An index to England and one to the system are never the same number by accident")
  func twoIndices() throws {
    let tree = try Tree([
      Self.leaf("north/hill", 100, 120), Self.leaf("north/dale", 100, 100), Self.leaf("south", 200, 180),
    ])
    let hill = try #require(tree[["north", "hill"]])
    #expect(hill.indexToEngland == 1.2)
    #expect(near(hill.indexToSystem, 1.2 / 1.1, relative: 1e-15))
    #expect(hill.perMillion.written == "£300,000")
    #expect(hill.perSystemMillion.written == "£545,454.55")
  }

  @Test("A smaller area has a wider range")
  func range() throws {
    let tree = try Tree([Self.leaf("small", 6_500, 6_500), Self.leaf("large", 1_000_000, 1_000_000)])
    func width(_ path: String) throws -> Double {
      let share = try #require(tree[[path]])
      let range = share.range(spread: 8.3)
      return (range.upperBound - range.lowerBound) / share.value / 2
    }
    // A third of practices of 6,500 people were off by a tenth or more (Dixon and others 2011): one deviation is about
    // a tenth, 95 in 100 lie within about a fifth.
    #expect(abs(try width("small") - 0.20) < 0.005)
    #expect(try width("large") < 0.02)
  }

  @Test(
    "What cannot be shared by is refused",
    arguments: [
      ([leaf("a", 1, 1), leaf("a", 2, 2)], "a is a unit twice"),
      ([leaf("a", 1, -1)], "no figures that can be shared by"),
      ([leaf("a", 1, .nan)], "no figures that can be shared by"),
      ([leaf("a", 1, 1), leaf("a/b", 2, 2)], "holds another unit"),
      ([], "there are no units"),
    ])
  func refused(leaves: [ShareTree<Registered>.Leaf], message: String) {
    let error = #expect(throws: MoneyError.self) { try ShareTree(leaves) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test("Pounds come from a loaded allocation or a named scenario, and each says which")
  func quantum() throws {
    let amount = Pence(100_00)
    #expect(try Quantum.loaded(amount, from: "Annex O").label == "shared out of an allocation loaded from Annex O")
    #expect(try Quantum.scenario(amount, named: "half").label == "scenario 'half': no allocation of anybody")
    for name in ["", "NHS England allocation 2026/27", "nhse", "Official shares"] {
      #expect(throws: MoneyError.self) { try Quantum.scenario(amount, named: name) }
    }
    #expect(throws: MoneyError.self) { try Quantum.loaded(amount, from: "") }
  }

  @Test("Why a place's share is what it is: the steps add up to its published target", .needsPublishedFiles)
  func waterfall() throws {
    let formula = try CapitationFormula(.shipped(for: "2018-19"))
    let rows = try Published.core.get()
    let held = Set(rows.filter { $0["CCG"] == "01H" }.compactMap { $0["Practice"] })
    let units = try Published.practices.get()
    let waterfall = try Waterfall(of: units, by: formula) { held.contains($0.code) }
    let target = try rows.filter { $0["CCG"] == "01H" }.reduce(0) { try $0 + $1.figure("Target_inc_remote_£k") }
    let people = try rows.filter { $0["CCG"] == "01H" }.reduce(0) { try $0 + $1.figure("GP_pop") }
    #expect(near(waterfall.share, target / 74_185_184.232_121_54, relative: 1e-10))
    #expect(near(waterfall.steps[0].share, people / 59_079_904.556_231_26, relative: 1e-10))
    #expect(waterfall.steps.map(\.perMillion).total == Pence(Int64((waterfall.share * 1e8).rounded())))
    let remote = try #require(waterfall.steps.last)
    #expect(remote.told == .remoteness && abs(remote.area - 9190) < 0.5 && abs(remote.england - 34_056) < 1)
    #expect(remote.perMillion > .zero)
    #expect(waterfall.steps.first { $0.told == .need(.generalAndAcute) }?.parameter?.status == .estimated)
    #expect(waterfall.steps.first { $0.told == .need(.inequalities) }?.parameter?.status == .official)
    #expect(throws: MoneyError.self) { try Waterfall(of: units, by: formula) { $0.code == "nowhere" } }
  }

  @Test("Of a parameter that moves, what some gain others lose", .needsPublishedFiles)
  func scenarios() throws {
    let rows = try Published.core.get()
    let systems = Dictionary(uniqueKeysWithValues: rows.map { ($0["Practice"] ?? "", $0["STP21"] ?? "") })
    let base = try CapitationFormula(.shipped(for: "2018-19"))
    let scenarios = try [0.0, 0.15, 0.3].map { share in
      let scenario = try AllocationScenario(
        ID(slug: "h-\(share)"), name: "inequalities \(share)", year: FinancialYear(start: 2018),
        changes: [.inequalities: share], reason: "to see")
      return (name: scenario.name, formula: try scenario.formula())
    }
    let comparison = try ScenarioComparison(of: Published.practices.get(), base: base, with: scenarios) {
      systems[$0.code] ?? ""
    }
    #expect(comparison.rows.count == 42 && comparison.names.count == 4)
    for scenario in 0..<4 {
      #expect(comparison.rows.map { $0.moved[scenario] }.total == .zero)
      #expect(abs(comparison.rows.reduce(0) { $0 + $1.shares[scenario] } - 1) < 1e-12)
    }
    #expect(comparison.rows.allSatisfy { $0.moved[0] == .zero })
    // Avoidable deaths are the more, the more of the formula they give: Greater Manchester gains.
    let manchester = try #require(comparison.rows.first { $0.area == "QOP" })
    #expect(manchester.moved[1] < .zero && manchester.moved[2] > .zero && manchester.moved[3] > manchester.moved[2])
  }

  @Test("A scenario is kept as a fact and read back, and one with a misleading name is not")
  func kept() throws {
    let scenario = try AllocationScenario(
      ID(slug: "more-for-deaths"), name: "More for avoidable deaths", year: FinancialYear(start: 2025),
      changes: [.inequalities: 0.15, .generalAndAcute: 0.58], quantum: Pence(1_000_000_00), reason: "asked by a place")
    #expect(try roundTrip(scenario) == scenario)
    #expect(scenario.fields[2] == "weight.general-and-acute=0.58; share.inequalities=0.15")
    #expect(throws: LineError.self) {
      try read(AllocationScenario.self, ["NHS England allocation", "2025-26", "", "", ""])
    }
    #expect(throws: LineError.self) { try read(AllocationScenario.self, ["x", "2025-26", "weight=1", "", ""]) }
    #expect(throws: MoneyError.self) {
      try AllocationScenario(
        ID(slug: "x"), name: "too much", year: FinancialYear(start: 2025), changes: [.inequalities: 1.5], reason: ""
      ).formula()
    }
  }

  @Test("Whole numbers are divided without loss", arguments: 1...60)
  func apportionment(seed: Int) throws {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let weights = (0..<seed).map { _ in next() + 1e-9 }
    let amount = Pence(Int64(next() * 1e13))
    #expect(try Apportionment.divide(amount, by: weights).total == amount)
    #expect(try Apportionment.divide(-amount, by: weights).total == -amount)
  }
}
