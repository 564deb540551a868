import Foundation
import Testing

/// The number that survives a merger, on the real official files. Expected figures: the boards' own totals in the same
/// files, summed by an independent script (`docs/recasting.md` states them).
@Suite("Official files on the map of 2026")
struct OfficialFilesTests {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

  static let isHere = FileManager.default.fileExists(atPath: data.appendingPathComponent("README.md").path)

  static func file(_ path: String) -> String { data.appendingPathComponent(path).path }

  /// Name of board → value, exact part and status, as the command prints them.
  private func recast(_ bench: Bench, _ record: String, _ measure: String, from: String) async throws -> [String:
    [String: Any]]
  {
    let said = await bench.run([
      "recast", record, "--measure", measure, "--from", from, "--to", "2026-04-01", "--kind", "icb", "--json",
    ])
    #expect(said.status == 0, "\(said.err)")
    let periods = try #require(said.object["periods"] as? [[String: Any]])
    let rows = try #require(periods.last?["rows"] as? [[String: Any]])
    return Dictionary(rows.map { ($0["target"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func value(_ row: [String: Any]?, _ key: String = "value") -> Double { row?[key] as? Double ?? .nan }

  @Test(
    "Registered people, waits and attendances keep their totals and their honesty",
    .enabled(if: isHere, "needs ../shared/data"))
  func theMapOf2026() async throws {
    let bench = try Bench()
    let record = bench.path("r")
    #expect(await bench.run(["init", record]).status == 0)
    let imported = await bench.run(
      ["import", record]
        + [
          "finance/wp_2025_26.csv", "gp/GPAD_Practice_Level_Mapping_Aug25.csv", "ods/etr_2025.csv",
          "ods/etr_2026-04.csv", "perf/ae_monthly_provider/Monthly-AE-June-2025-1-1.csv",
          "perf/Full-CSV-data-file-Jan26-RTT.zip",
        ].map(Self.file))
    #expect(imported.status == 0, "\(imported.err)")

    let people = try await recast(bench, record, "population.registered", from: "2026-03-31")
    for (board, expected) in [
      ("central-east", 3_529_683.0), ("essex", 2_009_857), ("norfolk-and-suffolk", 1_807_303),
      ("surrey-and-sussex", 3_175_477), ("thames-valley", 2_513_965), ("west-and-north-london", 4_737_954),
      ("hampshire-and-isle-of-wight", 2_175_829),
    ] {
      #expect(value(people["icb.\(board)"]).rounded() == expected, "\(board)")
      #expect(people["icb.\(board)"]?["status"] as? String == "exact")
    }
    #expect(people.values.map { value($0) }.reduce(0, +).rounded() == 63_849_324)

    let waits = try await recast(bench, record, "waiting-list.incomplete", from: "2026-01-31")
    for (board, expected) in [
      ("central-east", 399_037.0), ("essex", 292_393), ("norfolk-and-suffolk", 216_924),
      ("west-and-north-london", 496_939),
    ] {
      #expect(value(waits["icb.\(board)"]) == expected, "\(board)")
      #expect(waits["icb.\(board)"]?["status"] as? String == "exact")
    }
    for (board, about, exact) in [
      ("thames-valley", 223_720.0, 181_628.0), ("surrey-and-sussex", 410_219, 397_111),
      ("hampshire-and-isle-of-wight", 211_242, 194_841),
    ] {
      #expect(abs(value(waits["icb.\(board)"]) - about) <= 50, "\(board)")
      #expect(value(waits["icb.\(board)"], "exactPart") == exact)
      #expect(waits["icb.\(board)"]?["status"] as? String == "apportioned")
    }
    #expect(value(waits["none"]) == 168_210)
    #expect(waits.values.map { value($0) }.reduce(0, +) == 7_187_677)
    #expect(waits.filter { $0.key.hasPrefix("icb.") && $0.value["status"] as? String == "exact" }.count == 33)

    let attendances = try await recast(bench, record, "ae.attendances", from: "2025-06-30")
    #expect(attendances.values.filter { $0["status"] as? String == "apportioned" }.isEmpty)
    let working = await bench.run([
      "recast", record, "--measure", "ae.attendances", "--from", "2025-06-30", "--to", "2026-04-01", "--csv",
      "--working",
    ])
    #expect(working.out.contains("icb.surrey-and-sussex,NHS Surrey and Sussex Integrated Care Board,35965,"))
    #expect(working.out.contains("icb.essex,NHS Essex Integrated Care Board,27620,"))
  }
}
