import Statistics
import Testing

@Suite("Life expectancy")
struct LifeTableTests {
  /// PHEindicatormethods 2.1.1, phe_life_expectancy, 20 bands.
  @Test("Life expectancy, limits and suppression are those of phe_life_expectancy", .needsOracles)
  func oracle() throws {
    let areas = Dictionary(
      uniqueKeysWithValues: try Oracle.rows("phe/life_expectancy_input.csv").grouped(by: "area").map {
        ($0.key, $0.rows)
      })
    for (area, rows) in try Oracle.rows("phe/life_expectancy_output.csv").grouped(by: "area") {
      let bands = try #require(areas[area]).map { row in
        LifeTable.Band(
          from: try row.figure("startage"), deaths: try row.figure("deaths"), population: try row.figure("pop"))
      }
      guard let table = try? LifeTable(bands) else {
        #expect(rows[0]["warning"].contains("less than 5,000"))
        let total = bands.reduce(0) { $0 + $1.population }
        #expect(throws: LifeTable.Refusal.tooFew(total)) { try LifeTable(bands) }
        continue
      }
      for (ours, row) in zip(table.rows, rows) {
        #expect(agree(ours.age, row.number("startage")))
        #expect(agree(ours.population, row.number("pops_used")))
        #expect(agree(ours.deaths, row.number("dths_used")))
        #expect(agree(ours.isReliable ? ours.expectancy : nil, row.number("value")), "\(row.cells)")
        guard ours.expectancy.isFinite else { continue }
        try expect(row, ours.isReliable ? ours.expectancy : nil) { ours.limits(at: $0) }
      }
    }
  }

  static func table(_ factor: Double, starts: [Double] = [0, 1, 5, 15, 30, 45, 60, 75, 90]) throws -> LifeTable {
    try LifeTable(
      starts.map { age in
        let risk = age == 0 ? 0.004 : 0.0001 * (1.09 as Double).power(Int(age))
        return LifeTable.Band(from: age, deaths: 100_000 * min(1, risk * factor), population: 100_000)
      })
  }

  @Test("Life expectancy falls when mortality rises, at every age")
  func falling() throws {
    let tables = try [0.5, 0.8, 1, 1.2, 2].map { try Self.table($0) }
    for (less, more) in zip(tables, tables.dropFirst()) {
      for (a, b) in zip(less.rows, more.rows) { #expect(a.expectancy > b.expectancy) }
    }
  }

  /// With a constant risk m in every band of width n, those in an open band live 1 / m years.
  @Test("At a constant risk the years left are its inverse, whatever the bands")
  func constant() throws {
    for starts in [[0.0, 90], [5, 10, 15, 20], [0, 1, 2, 3, 4, 50]] {
      let table = try LifeTable(starts.map { LifeTable.Band(from: $0, deaths: 200, population: 10_000) })
      #expect(agree(table.rows.last?.expectancy, 50))
      for row in table.rows.dropLast() { #expect(abs(row.expectancy - 50) < 8) }
    }
  }

  @Test("Finer bands change little")
  func finer() throws {
    let coarse = try Self.table(1)
    let fine = try Self.table(1, starts: [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90])
    #expect(coarse.rows.count == 9 && fine.rows.count == 20)
    #expect(abs(coarse.rows[0].expectancy - fine.rows[0].expectancy) < 5)
  }

  @Test("Bands out of order, nobody, negative or too many deaths are refused")
  func refused() {
    func bands(_ deaths: Double, _ population: Double) -> [LifeTable.Band] {
      [.init(from: 0, deaths: 1, population: 9000), .init(from: 50, deaths: deaths, population: population)]
    }
    #expect(throws: LifeTable.Refusal.notInOrder) { try LifeTable(bands(1, 1).reversed()) }
    #expect(throws: LifeTable.Refusal.notInOrder) { try LifeTable([]) }
    #expect(throws: LifeTable.Refusal.negativeDeaths(50)) { try LifeTable(bands(-1, 9)) }
    #expect(throws: LifeTable.Refusal.nobody(50)) { try LifeTable(bands(0, 0)) }
    #expect(throws: LifeTable.Refusal.moreDeathsThanPeople(50)) { try LifeTable(bands(10, 9)) }
  }
}

extension Double {
  fileprivate func power(_ n: Int) -> Double { (0..<n).reduce(1) { product, _ in product * self } }
}
