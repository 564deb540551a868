import Chronicle
import Recast
import Register
import Testing
import Vocabulary

@Suite("Crosswalks that are kept")
struct CrosswalkShelfTests {
  private static let old = ID<Body>(slug: "old-board")
  private static let new = ID<Body>(slug: "new-board")

  /// One board until 2026 and another after it, whose code the public does not know.
  private static let archive: Archive = {
    let change = Day("2026-04-01") ?? .distantPast
    let before = Period(from: Day("2022-07-01") ?? .distantPast, until: change)
    let after = Period(from: change)
    let source = SourceReference(ID(slug: "made-up"))
    return Archive.holding([
      Statement(Body(old, .integratedCareBoard), before, source: source),
      Statement(Code(old, scheme: "ods", "QAA"), before, source: source),
      Statement(Body(new, .integratedCareBoard), after, source: source),
      Statement(Code(new, scheme: "ods", "QBB"), after, audience: .internal, source: source),
    ])
  }()

  private static let units = Units(
    grain: "icb", basis: .commissioned,
    period: Period(from: Day("2026-06-01") ?? .distantPast, until: Day("2026-07-01") ?? .distantFuture),
    block: Block(units: ["QBB"], columns: []))

  /// What the units are placed in, as one who asks sees it.
  private func placed(_ audience: Audience, on day: String) throws -> [ID<Body>] {
    let day = Day(day) ?? .distantPast
    let maker = Mapmaker(Snapshot(Self.archive, trueOn: day, audience: audience)) { _ in Block(units: [], columns: []) }
    return try maker.crosswalk(Self.units, to: .bodies(.integratedCareBoard, on: day)).targets
  }

  @Test("The same units are placed anew for another audience and on another map, however often they are asked for")
  func anewForEach() throws {
    for _ in 0..<2 {
      #expect(try placed(.internal, on: "2026-06-30") == [Self.new])
      #expect(try placed(.public, on: "2026-06-30").isEmpty)
      #expect(try placed(.internal, on: "2025-06-30") != [Self.new])
    }
  }
}
