import Testing
import Vocabulary

@testable import Measures

private let exact = DisclosureRule("one-or-two", "One or two", hiding: 1...2, source: "this test", certainty: .assumed)
private let byThree = DisclosureRule(
  "one-or-two-by-3", "One or two, to the nearest 3", hiding: 1...2, roundingTo: 3, source: "this test",
  certainty: .assumed)
private let noughtsToo = DisclosureRule(
  "none-to-two", "None to two", hiding: 0...2, source: "this test", certainty: .assumed)
private let rules = [exact, byThree, noughtsToo]

private func reader(_ table: DisclosureTable, _ texts: [String?], _ rule: DisclosureRule) throws -> SlowReader {
  SlowReader(
    marks: texts, sums: table.sums, small: try #require(rule.small), base: rule.base, patience: 8)
}

private func smallCells(_ table: DisclosureTable, _ rule: DisclosureRule) -> [Int] {
  table.cells.indices.filter { rule.isSmall(table.cells[$0].count) }
}

/// A small table with many noughts, ones and twos.
private func crossed(_ random: inout Seeded) throws -> DisclosureTable {
  let (rows, columns) = [(1, 3), (1, 4), (2, 2), (2, 3), (3, 2)].randomElement(using: &random) ?? (2, 2)
  let counts = (0..<rows).map { _ in
    (0..<columns).map { _ in [0, 1, 1, 2, 3, 4, 5, 6].randomElement(using: &random) ?? 0 }
  }
  return try DisclosureTable.crossed(counts, rows: (0..<rows).map { "r\($0)" }, columns: (0..<columns).map { "c\($0)" })
}

/// Two by two by two, with every total over one way and over two.
private func cube(_ random: inout Seeded) throws -> DisclosureTable {
  var cells = (0..<8).map { _ in [0, 1, 2, 3, 4, 5].randomElement(using: &random) ?? 0 }
  var sums: [DisclosureTable.Sum] = []
  func total(_ parts: [Int]) {
    sums.append(.init(cells.count, of: parts))
    cells.append(parts.map { cells[$0] }.reduce(0, +))
  }
  for bit in [1, 2, 4] { for low in 0..<8 where low & bit == 0 { total([low, low | bit]) } }
  for bit in [1, 2, 4] { for side in [0, bit] { total((0..<8).filter { $0 & bit == side }) } }
  total(Array(0..<8))
  return try DisclosureTable(cells.enumerated().map { .init("\($0)", $1) }, sums: sums)
}

@Suite("The disclosure gate")
struct DisclosureGateTests {
  @Test("A row cannot be undone by its total: the cheapest cell that is large enough goes with the small one")
  func oneWay() throws {
    let cells: [DisclosureTable.Cell] = [
      .init("a", 3), .init("b", 8), .init("c", 20), .init("d", 30), .init("all", 61),
    ]
    let table = try DisclosureTable(cells, sums: [.init(4, of: [0, 1, 2, 3])])
    let result = try DisclosureGate(.underFive).publish(table)
    #expect(result.cells.map(\.text) == ["*", "*", "20", "30", "61"])
    #expect(result.cells.map(\.reason) == [.primary, .secondary, nil, nil, nil])
  }

  @Test("In a table of two ways a small cell takes three others with it, the corners of the cheapest rectangle")
  func twoWay() throws {
    let counts = [[3, 90, 12], [80, 95, 70], [14, 99, 11]]
    let table = try DisclosureTable.crossed(counts, rows: ["r", "s", "t"], columns: ["x", "y", "z"])
    let result = try DisclosureGate(.underFive).publish(table)
    let hidden = result.cells.indices.filter { result.cells[$0].reason != nil }
    #expect(hidden == [0, 2, 8, 10])
  }

  @Test("Where rounding keeps the small count, nothing else is hidden")
  func roundingIsEnough() throws {
    let cells: [DisclosureTable.Cell] = [.init("a", 3), .init("b", 20), .init("c", 40), .init("all", 63)]
    let result = try DisclosureGate(.hospital).publish(DisclosureTable(cells, sums: [.init(3, of: [0, 1, 2])]))
    #expect(result.cells.map(\.text) == ["*", "20", "40", "65"])
  }

  @Test("Where rounding is not enough, another cell is hidden")
  func roundingIsNotEnough() throws {
    // Shown as 60 and 60, the others would leave 0 to 4 for the small one.
    let cells: [DisclosureTable.Cell] = [.init("a", 2), .init("b", 58), .init("all", 60)]
    let result = try DisclosureGate(.hospital).publish(DisclosureTable(cells, sums: [.init(2, of: [0, 1])]))
    #expect(result.cells.map(\.text) == ["*", "*", "60"])
  }

  @Test("A table that its known total gives away is refused, by the name of the cell")
  func refused() throws {
    let cells: [DisclosureTable.Cell] = [.init("Rutland", 3), .init("England", 3, .known)]
    let table = try DisclosureTable(cells, sums: [.init(1, of: [0])])
    #expect {
      try DisclosureGate(.hospital).publish(table)
    } throws: {
      ($0 as? DisclosureError)?.message.contains("'Rutland'") ?? false
    }
  }

  @Test("A known total stays as it is")
  func known() throws {
    let table = try DisclosureTable.crossed(
      [[3, 21], [40, 33]], rows: ["r", "s"], columns: ["x", "y"], total: .known)
    #expect(try DisclosureGate(.hospital).publish(table).cells.last == .shown(97))
  }

  @Test("Tables that do not add up, or count below nought, are refused")
  func broken() {
    #expect(throws: DisclosureError.self) { try DisclosureTable([.init("a", -1)]) }
    #expect(throws: DisclosureError.self) {
      try DisclosureTable([.init("a", 1), .init("all", 2)], sums: [.init(1, of: [0])])
    }
    #expect(throws: DisclosureError.self) { try DisclosureTable([.init("a", 1)], sums: [.init(1, of: [0])]) }
    #expect(throws: DisclosureError.self) { try DisclosureTable([.init("a", 1)], quotients: [.average(1, over: 1)]) }
    #expect(throws: DisclosureError.self) {
      try DisclosureTable([.init("a", 9), .init("b", 8)], quotients: [.share(of: 0, in: 1)])
    }
  }

  @Test("The number of cells hidden for others is told only where it harms nobody")
  func counting() throws {
    func statement(_ counts: [Int]) throws -> String {
      let cells = counts.map { DisclosureTable.Cell("a", $0) } + [.init("all", counts.reduce(0, +))]
      let table = try DisclosureTable(cells, sums: [.init(counts.count, of: Array(counts.indices))])
      return try DisclosureGate(.underFive).publish(table).statement
    }
    #expect(
      try statement([3, 20, 30]).contains("2 cells are hidden, 1 of them so that the others cannot be worked out."))
    #expect(try statement([3, 5, 30]).contains("2 cells are hidden, because they are small or so that others cannot"))
  }

  @Test("No reader narrows a small count down, however long they try", arguments: 0..<150)
  func safe(seed: Int) throws {
    var random = Seeded(seed)
    let table = try crossed(&random)
    let rule = rules[seed % rules.count]
    let result = try DisclosureGate(rule).publish(table)
    #expect(try reader(table, result.cells.map(\.text), rule).keeps(smallCells(table, rule)))
    for (cell, shown) in zip(table.cells, result.cells) {
      #expect(shown.value == nil || shown.value == rule.rounded(cell.count))
      if cell.count == 0, !rule.isSmall(0) { #expect(shown == .shown(0)) }
    }
    #expect(try DisclosureGate(rule).publish(table) == result)
  }

  @Test("No cell is hidden in vain: to show one of them again gives a small count away", arguments: 0..<60)
  func irredundant(seed: Int) throws {
    var random = Seeded(seed &+ 1_000)
    let table = try crossed(&random)
    let result = try DisclosureGate(exact).publish(table)
    for cell in table.cells.indices where result.cells[cell].reason == .secondary {
      var texts: [String?] = result.cells.map(\.text)
      texts[cell] = String(table.cells[cell].count)
      #expect(try !reader(table, texts, exact).keeps(smallCells(table, exact)))
    }
  }

  @Test("The auditor agrees with the slow reader on any choice of hidden cells", arguments: 0..<150)
  func auditor(seed: Int) throws {
    var random = Seeded(seed &+ 2_000)
    let table = try crossed(&random)
    let rule = rules[seed % rules.count]
    var audit = Auditor(table.cells, table.sums, under: rule)
    let hidden = table.cells.map {
      rule.isSmall($0.count) || ($0.count > 0 && Int.random(in: 0..<4, using: &random) == 0)
    }
    let texts = zip(table.cells, hidden).map { cell, isHidden in isHidden ? "*" : String(rule.rounded(cell.count)) }
    let keeps = try reader(table, texts, rule).keeps(smallCells(table, rule))
    #expect((audit.exposure(audit.known(hiding: hidden)) == nil) == keeps)
  }

  @Test("What is hidden beside small counts is the least that can be, or within a hundredth of it over many tables")
  func loss() throws {
    var (lost, least) = (0, 0)
    for seed in 0..<60 {
      var random = Seeded(seed &+ 4_000)
      let (rows, columns) = seed % 2 == 0 ? (1, 5) : (2, 3)
      let counts = (0..<rows).map { _ in (0..<columns).map { _ in Int.random(in: 0...25, using: &random) } }
      let table = try DisclosureTable.crossed(
        counts, rows: (0..<rows).map { "r\($0)" }, columns: (0..<columns).map { "c\($0)" })
      let result = try DisclosureGate(.underFive).publish(table)
      let hidden = table.cells.indices.filter { result.cells[$0].reason == .secondary }
      let loss = hidden.map { table.cells[$0].count }.reduce(0, +)
      let best = leastLoss(table, .underFive)
      if rows == 1 { #expect(loss == best) }
      lost += loss
      least += best
    }
    #expect(least > 0 && lost * 100 <= least * 101)
  }

  /// The least sum of further cells that must be hidden, over every choice of them.
  private func leastLoss(_ table: DisclosureTable, _ rule: DisclosureRule) -> Int {
    var audit = Auditor(table.cells, table.sums, under: rule)
    let free = table.cells.indices.filter { table.cells[$0].count > 0 && !rule.isSmall(table.cells[$0].count) }
    var best = Int.max
    for choice in 0..<(1 << free.count) {
      let chosen = free.indices.filter { choice >> $0 & 1 == 1 }.map { free[$0] }
      let loss = chosen.map { table.cells[$0].count }.reduce(0, +)
      var hidden = table.cells.map { rule.isSmall($0.count) }
      for cell in chosen { hidden[cell] = true }
      if loss < best, audit.exposure(audit.known(hiding: hidden)) == nil { best = loss }
    }
    return best
  }

  @Test("Tables of three ways are kept", arguments: 0..<24)
  func threeWays(seed: Int) throws {
    var random = Seeded(seed &+ 3_000)
    let table = try cube(&random)
    let result = try DisclosureGate(exact).publish(table)
    #expect(try reader(table, result.cells.map(\.text), exact).keeps(smallCells(table, exact)))
  }
}
