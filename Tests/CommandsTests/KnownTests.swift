import Foundation
import Testing

/// What was known at a point: figures that came, and were revised.
@Suite("What is taken as known")
struct KnownTests {
  private func file(_ value: Int) -> String {
    "measure,period,unit,value,basis,grain,name,additivity\n"
      + "demo.visits,2026-01,QHL,\(value),commissioned,icb,Visits,additive\n"
  }

  @Test("A figure is recast as it was known at a transaction, on a day, or as published by a day")
  func recastAsKnown() async throws {
    let bench = try Bench()
    let record = bench.path("r")
    try #require(await bench.run("init", record).status == 0)
    for (value, published) in [(100, "2026-03"), (120, "2026-05")] {
      let path = try bench.write(file(value), to: "\(published).csv")
      let imported = await bench.run("import", record, path, "--published", published)
      try #require(imported.status == 0, "\(imported.err)")
    }
    func value(_ known: String...) async throws -> Double? {
      let said = await bench.run(
        [
          "recast", record, "--measure", "demo.visits", "--from", "2026-01-31", "--to", "2026-01-31", "--json",
        ] + known)
      try #require(said.status == 0, "\(known): \(said.err)")
      let rows = (said.object["periods"] as? [[String: Any]])?.first?["rows"] as? [[String: Any]] ?? []
      return rows.first { $0["targetCode"] as? String == "QHL" }?["value"] as? Double
    }
    #expect(try await value() == 120)
    #expect(try await value("--known", "t2") == 100)
    #expect(try await value("--known", "t3") == 120)
    #expect(try await value("--known", "published:2026-04-30") == 100)
    #expect(try await value("--known", "published-2026-04-30") == 100)
    #expect(try await value("--known", "published:2026-05-31") == 120)
    let before = await bench.run(
      "recast", record, "--measure", "demo.visits", "--from", "2026-01-31", "--to", "2026-01-31", "--known", "t1")
    #expect(before.status == 65, "\(before.out)")
    let later = await bench.run(
      "recast", record, "--measure", "demo.visits", "--from", "2026-01-31", "--to", "2026-01-31", "--known", "t9")
    #expect(later.status == 65 && later.err.contains("has no transaction t9"))
  }
}
