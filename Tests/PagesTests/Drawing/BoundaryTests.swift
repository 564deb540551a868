import Testing

@testable import Pages

@Suite("Boundaries") struct BoundaryTests {
  typealias Corner = BoundaryGrid.Corner

  /// Two areas with a ragged border between them, a hole filled by a third, and an islet.
  static func ragged(seed: UInt64) -> [[[Position]]] {
    var random = Seeded(seed)
    let border = (0...60).map { step in
      Position(
        longitude: -1 + Double.random(in: -0.08...0.08, using: &random), latitude: 52 + Double(step) * 0.02)
    }
    let enclave = (0..<30).map { step in
      Position(
        longitude: 0.2 + Double(step % 15) * 0.02, latitude: step < 15 ? 52.5 : 52.7 + Double(step % 3) * 0.01
      )
    }
    let islet = [(1.9, 51.9), (1.901, 51.9), (1.901, 51.901)].map {
      Position(longitude: $0.0, latitude: $0.1)
    }
    return [
      [border + [Position(longitude: -3, latitude: 53.2), Position(longitude: -3, latitude: 52)]],
      [
        Array(border.reversed()) + [
          Position(longitude: 1, latitude: 52), Position(longitude: 1, latitude: 53.2),
        ],
        enclave, islet,
      ],
      [Array(enclave.reversed())],
    ]
  }

  static func edges(_ ring: [Corner]) -> Set<[Corner]> {
    Set(zip(ring, ring.dropFirst() + ring.prefix(1)).map { [min($0, $1), max($0, $1)] })
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func neighboursKeepTheSameBorder(seed: UInt64) {
    let grid = BoundaryGrid(Self.ragged(seed: seed))
    for tolerance in [0.7, 3, 12, 40] {
      let simplified = grid.rings.map { $0.map { grid.simplified($0, tolerance: tolerance) } }
      let west = Self.edges(simplified[0][0])
      let east = Self.edges(simplified[1][0])
      // Each has three sides of its own; all the rest is shared.
      #expect(west.subtracting(east).count == 3, "at \(tolerance)")
      #expect(east.subtracting(west).count == 3, "at \(tolerance)")
      #expect(Self.edges(simplified[1][1]) == Self.edges(simplified[2][0]))
    }
  }

  @Test func thinsTheSameFromEitherEnd() {
    var random = Seeded(3)
    for _ in 0..<200 {
      let arc = (0..<40).map { Corner(x: $0 * 5, y: Int.random(in: 0...30, using: &random)) }
      #expect(
        BoundaryGrid.thinned(arc, tolerance: 6)
          == BoundaryGrid.thinned(arc.reversed(), tolerance: 6).reversed())
    }
  }

  @Test func fitsItsBudgetAndKeepsEveryArea() throws {
    let areas = try Fixtures.boundaries().areas
    for budget in [60_000, 20_000, 10_000] {
      let boundaries = Boundaries(areas, within: budget)
      #expect(boundaries.outlines.reduce(0) { $0 + $1.bytes.count } <= budget)
      #expect(boundaries.count == 42)
      #expect(boundaries.outlines.allSatisfy { !$0.bytes.isEmpty })
    }
  }

  @Test func brokenRingsAreLeftOut() {
    let point = Position(longitude: 0, latitude: 52)
    let bad = Position(longitude: .nan, latitude: 52)
    #expect(Boundaries([[[point, point, point]], [[bad, point, bad]], [[]], []]).count == 4)
    #expect(Boundaries([]).count == 0)
  }
}
