import Recast
import Register
import Testing
import Vocabulary

private func body(_ number: Int) -> ID<Body> { ID(slug: "body-\(number)") }

/// A random geography: units that lie whole, divided, outside or nowhere.
private func geography(
  units: Int, bodies: Int, dividing: Double, _ random: inout Seeded
) -> [Location] {
  (0..<units).map { _ in
    switch Double.random(in: 0..<1, using: &random) {
    case ..<dividing:
      let count = Int.random(in: 2...min(4, max(2, bodies)), using: &random)
      let chosen = (0..<bodies).shuffled(using: &random).prefix(count)
      let raw = chosen.map { _ in Double.random(in: 0.01...1, using: &random) }
      let sum = raw.reduce(0, +)
      var route = Location.Route.direct
      route.divisions = 1
      route.weights = "people"
      return .parts(zip(chosen, raw).map { Location.Part(body($0), $1 / sum) }, route)
    case ..<(dividing + 0.05): return .none("outside")
    case ..<(dividing + 0.1): return .unknown("lost")
    case ..<(dividing + 0.12):
      let among = Set((0..<2).map { _ in body(Int.random(in: 0..<bodies, using: &random)) })
      return .scattered(among: among.sorted(), "it was divided")
    default: return .whole(body(Int.random(in: 0..<bodies, using: &random)), .direct)
    }
  }
}

@Suite("Recasting")
struct RecastingTests {
  @Test("The fast recast agrees with the slow one on random geographies", arguments: 0..<60)
  func agreesWithReference(seed: Int) {
    var random = Seeded(UInt64(seed))
    let locations = geography(
      units: Int.random(in: 1...300, using: &random), bodies: Int.random(in: 2...20, using: &random),
      dividing: 0.2, &random)
    let figures = locations.map { _ in Double.random(in: 0...1000, using: &random) + 0.5 }
    let expected = ReferenceRecast.recast(figures, locations)
    let result = Recasting(figures, through: Crosswalk(locations) { $0.text })
    #expect(result.rows.count == expected.values.count)
    for row in result.rows {
      #expect(abs(row.value - (expected.values[row.target] ?? -1)) < 1e-7)
      #expect(abs(row.exactPart - (expected.exact[row.target] ?? 0)) < 1e-7)
      #expect((row.mark.status == "refused") == expected.refused.contains(row.target))
    }
    #expect(abs(result.homeless.value - expected.outside) < 1e-7)
    #expect(abs(result.unplaced.value - expected.unplaced) < 1e-7)
  }

  @Test("Counts stay whole, and their total is conserved to the last unit", arguments: 0..<60)
  func conservation(seed: Int) {
    var random = Seeded(UInt64(seed) &+ 1_000)
    let locations = geography(
      units: Int.random(in: 1...200, using: &random), bodies: Int.random(in: 2...15, using: &random),
      dividing: 0.5, &random)
    let figures = locations.map { _ in Double(Int.random(in: 0...5000, using: &random)) }
    let result = Recasting(figures, through: Crosswalk(locations) { $0.text })
    let sum = result.rows.map(\.value).reduce(0, +) + result.homeless.value + result.unplaced.value
    #expect(sum == figures.reduce(0, +))
    #expect(result.rows.allSatisfy { $0.value == $0.value.rounded() && $0.value >= $0.exactPart })
    // Rounding never moves a figure by a whole unit or more from its share, so exact cells cannot move at all.
    let expected = ReferenceRecast.recast(figures, locations)
    for row in result.rows {
      #expect(abs(row.value - (expected.values[row.target] ?? -9)) < 1)
      if row.mark == .exact { #expect(row.value == expected.exact[row.target]) }
    }
  }

  @Test("A map recast to itself is itself")
  func identity() {
    let figures = [3.0, 5, 8, 13]
    let result = Recasting(figures, through: Crosswalk((0..<4).map { .whole(body($0), .direct) }) { $0.text })
    #expect(result.rows.map(\.value) == figures)
    #expect(result.rows.allSatisfy { $0.mark == .exact })
  }

  @Test("Going through a middle map gives the same only where the middle map nests")
  func composition() {
    // Four atoms with one figure each; the middle map has two areas, the last map two others.
    let atoms = [10.0, 20, 30, 40]
    func total(_ areas: [Int]) -> [Double] {
      (0..<2).map { t in zip(atoms, areas).filter { $0.1 == t }.map(\.0).reduce(0, +) }
    }
    func through(_ middle: [Int], _ last: [Int]) -> [Double] {
      // Shares of each middle area by number of atoms, as one must without figures for the atoms.
      let sums = total(middle)
      var out = [0.0, 0]
      for area in 0..<2 {
        let members = middle.indices.filter { middle[$0] == area }
        for atom in members { out[last[atom]] += sums[area] / Double(members.count) }
      }
      return out
    }
    let nested = ([0, 0, 1, 1], [1, 1, 0, 0])
    #expect(through(nested.0, nested.1) == total(nested.1))
    let crossing = ([0, 0, 1, 1], [0, 1, 0, 1])
    #expect(through(crossing.0, crossing.1) != total(crossing.1))
  }

  @Test("A missing figure is missing, not nought")
  func missing() {
    let locations: [Location] = [.whole(body(0), .direct), .whole(body(0), .direct), .whole(body(1), .direct)]
    let result = Recasting([4, .nan, .nan], through: Crosswalk(locations) { $0.text })
    #expect(result.missing == 2)
    #expect(result.rows.first?.value == 4)
  }

  @Test("Shares multiplied along a chain are marked so")
  func chained() {
    var route = Location.Route.direct
    route.divisions = 2
    route.weights = "people"
    let locations: [Location] = [.parts([.init(body(0), 0.5), .init(body(1), 0.5)], route)]
    let result = Recasting([7], through: Crosswalk(locations) { $0.text })
    #expect(
      result.rows.map(\.mark)
        == Array(repeating: .apportioned(.init(weights: "people", isChained: true), error: nil), count: 2))
    #expect(result.rows.map(\.value) == [4, 3])
  }

  @Test(
    "Largest remainder",
    arguments: [
      ([0.5, 0.5], 1.0, [1.0, 0.0]), ([2.4, 2.4, 2.2], 7, [3, 2, 2]), ([0, 0], 0, [0, 0]),
      ([1.9, 1.9, 0.2], 4, [2, 2, 0]),
    ] as [([Double], Double, [Double])])
  func largestRemainder(figures: [Double], total: Double, expected: [Double]) {
    #expect(LargestRemainder.round(figures, to: total) == expected)
  }

  @Test("A back-test measures what dividing by weights gets wrong")
  func backTest() throws {
    // Two wholes of two parts: the first divides perfectly, the second puts 10 of 100 in the wrong part.
    let (a, b) = (body(1), body(2))
    let parts: [BackTest.Part] = [
      .init(of: a, weight: 1, figure: 50), .init(of: a, weight: 1, figure: 50), .init(of: b, weight: 1, figure: 60),
      .init(of: b, weight: 1, figure: 40), .init(of: body(3), weight: 9, figure: 1),
    ]
    let band = try #require(BackTest.error(parts))
    #expect(band.typical == 0.1)
    #expect(band.measuredOn == 4)
    #expect(BackTest.error([parts[4]]) == nil)
  }

  @Test("What flows between two maps adds up to what there was", arguments: 0..<20)
  func pairs(seed: Int) {
    var random = Seeded(UInt64(seed) &+ 77)
    let old = geography(units: 120, bodies: 6, dividing: 0.1, &random)
    let new = geography(units: 120, bodies: 9, dividing: 0.1, &random)
    let figures = old.map { _ in Double(Int.random(in: 0...900, using: &random)) }
    let pairs = Recasting.pairs(
      figures, from: Crosswalk(old) { $0.text }, to: Crosswalk(new) { $0.text })
    #expect(abs(pairs.map(\.value).reduce(0, +) - figures.reduce(0, +)) < 1e-6)
    let received = ReferenceRecast.recast(figures, new)
    for (target, value) in received.values {
      #expect(abs(pairs.filter { $0.target == target }.map(\.value).reduce(0, +) - value) < 1e-6)
    }
  }
}
