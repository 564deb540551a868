import Foundation
import Testing

/// Need on the real files. Expected figures: sums over the same files by an independent script, and the shares that
/// `reference/users-and-policy.md` 1.4 states.
@Suite("Need on official files", .enabled(if: OfficialFilesTests.isHere, "needs ../shared/data"))
struct NeedTests {
  private static let files = [
    "imd/imd2019_lsoa11_ranks_deciles.csv", "imd/imd2025_lsoa21_scores_ranks_deciles.csv",
    "lookup/lsoa11_sicbl22_icb22_lad22.csv", "lookup/lsoa21_sicbl24_icb24.csv",
    "pop/census2021_lsoa21_broad_age_wide.csv", "pop/pop_mid2020_lsoa11_persons_single_year.csv",
    "finance/wp_2025_26.csv", "gp/GPAD_Practice_Level_Mapping_Aug25.csv", "gp/PREVALENCE_2021_v2.csv",
  ]

  private func record(_ bench: Bench) async throws -> String {
    let record = bench.path("r")
    #expect(await bench.run(["init", record]).status == 0)
    let said = await bench.run(["import", record] + Self.files.map(OfficialFilesTests.file))
    try #require(said.status == 0, "\(said.err)")
    return record
  }

  private func figures(_ said: Said) throws -> [String: [String: Any]] {
    try #require(said.status == 0, "\(said.err)")
    let figures = try #require(said.object["figures"] as? [[String: Any]])
    return Dictionary(figures.map { ($0["key"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func value(_ figure: [String: Any]?, _ key: String = "value") -> Double { figure?[key] as? Double ?? .nan }

  @Test("Birmingham and Solihull and Surrey Heartlands, a network, a made area, peers, a gradient and a statement")
  func need() async throws {
    let bench = try Bench()
    let record = try await record(bench)

    // The shares of the briefing: nearly half against one in a hundred, by either edition on the map of 2022.
    for (board, edition, share) in [
      ("QHL", "2019", 0.4942), ("QHL", "2025", 0.4855), ("QXU", "2019", 0.0065), ("QXU", "2025", 0.0080),
    ] {
      let found = try figures(
        await bench.run(["need", record, "\(board)@2022-07-01", "--edition", edition, "--json"]))
      #expect(abs(value(found["core20.neighbourhoods"]) - share) < 0.00005, "\(board) \(edition)")
      #expect(found["core20.neighbourhoods"]?["status"] as? String == "exact")
    }

    let birmingham = await bench.run(["need", record, "icb.birmingham-and-solihull", "--on", "2026-04-01", "--json"])
    let found = try figures(birmingham)
    #expect(value(found["residents"]) == 1_361_141)
    #expect(value(found["residents"], "england") == 56_489_608)
    #expect(abs(value(found["registered"]) - 1_643_663.38130382) < 1e-3)
    #expect(abs(value(found["aged-65-and-over"]) - 0.14405928555528047) < 1e-12)
    #expect(abs(value(found["core20.people"]) - 0.5025746781560471) < 1e-12)
    #expect(abs(value(found["core20.people"], "england") - 0.20205760677255893) < 1e-12)
    #expect(abs(value(found["need.core"]) - 1.03836545228131) < 1e-9)
    #expect(abs(value(found["need.health-inequalities"]) - 1.2621107235333688) < 1e-9)
    let diabetes = found["disease-register.dm.prevalence"]
    #expect(abs(value(diabetes) - 0.08781858446397406) < 1e-12 && diabetes?["period"] as? String == "2020/21")
    #expect(abs(value(diabetes, "england") - 0.07108524874639825) < 1e-12)
    let deprivation = try #require(birmingham.object["deprivation"] as? [String: Any])
    let fifths = try #require(deprivation["quintiles"] as? [[String: Any]])
    #expect(fifths.map { value($0, "people") } == [684_075, 212_507, 197_464, 108_787, 158_308])
    let ages = try #require(birmingham.object["ages"] as? [[String: Any]])
    #expect(ages.map { value($0, "people") } == [297_041, 183_622, 192_439, 262_628, 229_326, 196_085])

    let earlier = await bench.run(["need", record, "QHL@2020-12-31", "--on", "2020-12-31", "--json"])
    #expect(earlier.status == 64 || earlier.status == 65, "there was no such board then")

    // What the merger of 2026 hides.
    let merged = await bench.run(["need", record, "icb.surrey-and-sussex", "--on", "2026-04-01", "--json"])
    #expect(abs(value(try figures(merged)["core20.people"]) - 0.05582669802109548) < 1e-12)
    #expect(value(try figures(merged)["residents"]) == 2_908_680)
    let contrasts = try #require(merged.object["contrasts"] as? [[String: Any]])
    let rows = try #require(contrasts.first?["rows"] as? [[String: Any]])
    #expect(rows.map { value($0, "neighbourhoods") } == [1_029, 95, 624])
    #expect(rows.map { value($0, "mostDeprived") } == [91, 1, 5])

    // A network has registered people and weighted need; its deprivation is refused, not made up.
    let network = try figures(await bench.run(["need", record, "ods:U89141", "--on", "2025-09-01", "--json"]))
    #expect(value(network["registered"]) > 0 && network["registered"]?["status"] as? String == "exact")
    #expect(network["core20.people"]?["status"] as? String == "refused")
    #expect((network["core20.people"]?["note"] as? String)?.isEmpty == false)

    // Older people by fifths, in all England and in one board.
    for (area, tops, bottoms) in [
      (
        nil, [1_496_079, 1_864_178, 2_217_131, 2_367_062, 2_456_763],
        [11_414_155, 11_511_488, 11_335_521, 11_223_805, 11_004_639]
      ),
      (
        "icb.birmingham-and-solihull", [73_242, 32_069, 33_351, 20_908, 36_515],
        [684_075, 212_507, 197_464, 108_787, 158_308]
      ),
    ] as [(String?, [Double], [Double])] {
      let said = await bench.run(
        ["need", record] + (area.map { [$0] } ?? [])
          + ["--measure", "population.resident.aged-65-and-over", "--on", "2026-04-01", "--json"])
      try #require(said.status == 0, "\(said.err)")
      let groups = try #require(said.object["groups"] as? [[String: Any]])
      #expect(groups.map { value($0, "numerator") } == tops)
      #expect(groups.map { value($0, "denominator") } == bottoms)
      let gap = try #require(said.object["gap"] as? [String: Any])
      #expect(abs(value(gap, "absolute") - (tops[0] / bottoms[0] - tops[4] / bottoms[4])) < 1e-12)
    }

    let peers = await bench.run(["peers", record, "icb.birmingham-and-solihull", "--on", "2026-04-01", "--json"])
    try #require(peers.status == 0, "\(peers.err)")
    #expect((peers.object["variables"] as? [[String: Any]])?.filter { $0["isUsed"] as? Bool == true }.count == 4)
    #expect((peers.object["peers"] as? [Any])?.count == 5)

    let out = bench.path("statement")
    let words = try bench.write("# meaning\nOlder people live where it is less deprived.\n\n<b>Two</b>\n", to: "w.txt")
    let printed = await bench.run([
      "inequality", record, "--area", "icb.surrey-and-sussex", "--year", "2026/27", "--out", out, "--narrative", words,
    ])
    try #require(printed.status == 0, "\(printed.err)")
    let page = try String(contentsOfFile: out + "/statement.html", encoding: .utf8)
    #expect(page.components(separatedBy: "<h1>").count == 2)
    #expect(page.components(separatedBy: "<table").count == page.components(separatedBy: "<caption").count)
    for words in [
      "Information on health inequalities, 2026/27", "2,908,680", "Gaps in the data", "TS021", "TS008",
      "Older people live where it is less deprived.", "&lt;b&gt;Two", "Not written yet.", "The merger hides a contrast",
    ] { #expect(page.contains(words), "\(words)") }
    let table = try String(contentsOfFile: out + "/figures.csv", encoding: .utf8)
    #expect(table.contains("residents,Residents,2908680,people,56489608,exact,resident,"))
    let gradients = try String(contentsOfFile: out + "/gradients.csv", encoding: .utf8)
    #expect(gradients.contains("slope, population-weighted") && gradients.contains("slope, quintile-weighted"))
    let again = await bench.run([
      "inequality", record, "--area", "icb.surrey-and-sussex", "--year", "2026/27", "--out", out,
    ])
    #expect(again.status == 74 && again.err.contains("is there already"))
  }

  @Test(
    "What cannot be answered says so",
    arguments: [
      (["need", "R"], 64, "say which area"),
      (["need", "R", "--piece", "castle", "--codes", "E1"], 64, "give --piece as one of"),
      (
        ["need", "R", "icb.essex", "--edition", "2019", "--on", "2026-04-01"], 0,
        "indices of deprivation are not loaded"
      ),
      (["need", "R", "--measure", "nothing.at-all"], 65, "no measure is called"),
      (["peers", "R", "icb.essex", "--on", "2026-04-01"], 65, "nothing is loaded to compare"),
      (["peers", "R", "icb.essex", "--weight", "core20"], 64, "is no weight"),
      (["inequality", "R", "--area", "icb.essex", "--year", "2026", "--out", "x"], 64, "is no financial year"),
      (["inequality", "R", "--area", "icb.essex", "--year", "2020/21", "--out", "x"], 65, "did not exist"),
    ] as [([String], Int32, String)])
  func refusals(_ command: [String], _ status: Int32, _ words: String) async throws {
    let bench = try Bench()
    let record = bench.path("r")
    #expect(await bench.run(["init", record]).status == 0)
    let said = await bench.run(command.map { $0 == "R" ? record : $0 })
    #expect(said.status == status, "\(said.err)\(said.out)")
    #expect((said.err + said.out).contains(words), "\(said.err)\(said.out)")
  }
}
