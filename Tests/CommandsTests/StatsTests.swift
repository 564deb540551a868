import Formats
import Foundation
import Testing

@Suite("concordat stats")
struct StatsTests {
  private static let oracles = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/oracles/funnelplotr").path

  /// The rows of a table by the names of its columns.
  private func rows(_ text: String) throws -> [[String: String]] {
    var reader = try CSVReader(ByteSource(Array(text.utf8), name: "table").stream())
    let columns = reader.columns
    var rows: [[String: String]] = []
    while let row = try reader.next() {
      rows.append(Dictionary(uniqueKeysWithValues: columns.indices.map { (columns[$0], row[$0]) }))
    }
    return rows
  }

  private func file(_ name: String) throws -> [[String: String]] {
    try rows(String(contentsOfFile: "\(Self.oracles)/\(name)", encoding: .utf8))
  }

  private func agree(_ ours: String?, _ theirs: String?, to tolerance: Double = 1e-6) -> Bool {
    guard let a = ours.flatMap(Double.init), let b = theirs.flatMap(Double.init) else { return false }
    return (a - b).magnitude <= tolerance * max(1, b.magnitude)
  }

  @Test(
    "Funnels widened for over-dispersion are those of FunnelPlotR",
    .enabled(
      if: FileManager.default.fileExists(atPath: StatsTests.oracles),
      "the folder ../shared/oracles with other programs' figures is not here"),
    arguments: [("SR", "shmi"), ("PR", "proportion")])
  func overdispersion(_ type: String, _ method: String) async throws {
    let bench = try Bench()
    let given = try file("funnelplotr_input.csv").filter { $0["data_type"] == type }
    let lines = given.map { row in
      ["set", "group", "numerator", "denominator"].map { row[$0] ?? "" }.joined(separator: ",")
    }
    let input = try bench.write(
      "set,group,numerator,denominator\n" + lines.joined(separator: "\n") + "\n", to: "in.csv")
    let said = await bench.run("stats", "funnel", input, "--overdispersion", method, "--csv")
    try #require(said.status == 0, "\(said.err)")
    let ours = try rows(said.out)
    #expect(ours.count == given.count && !ours.isEmpty)
    let cases = try file("funnelplotr_cases.csv").filter {
      $0["data_type"] == type && $0["sr_method"] == "SHMI" && $0["trim_by"]?.hasPrefix("0.1000") == true
        && $0["limit"] == "99" && $0["multiplier"] == "1" && $0["draw_adjusted_arg"] == "TRUE"
    }
    #expect(cases.contains { $0["draw_adjusted_used"] == "TRUE" })
    #expect(cases.contains { $0["draw_adjusted_used"] == "FALSE" })
    let points = Dictionary(grouping: try file("funnelplotr_points.csv"), by: { $0["case"] ?? "" })
    for test in cases {
      let mine = ours.filter { $0["set"] == test["set"] }
      let theirs = try #require(points[test["case"] ?? ""])
      #expect(mine.count == theirs.count)
      for (mine, theirs) in zip(mine, theirs) {
        #expect(agree(mine["phi"], test["phi"]) && agree(mine["tau2"], test["tau2"]))
        for column in ["rr", "Y", "s", "Uzscore", "LCL99", "UCL99", "OD95LCL", "OD95UCL", "OD99LCL", "OD99UCL"] {
          #expect(agree(mine[column], theirs[column]), "\(column) of \(mine)")
        }
        #expect((mine["outlier"] == "TRUE") == (theirs["outlier"] == "1"), "\(mine)")
      }
    }
  }

  /// R. G. Newcombe, *Interval estimation for the difference between independent proportions*, Statistics in Medicine 17
  /// (1998) 873–890, example (a) by method 10: 56 of 70 less 48 of 80 is 0.2, from 0.0524 to 0.3339. His limits are
  /// those of Zou and Donner on Wilson's.
  @Test("A gap between two proportions has the limits of Newcombe's example")
  func gap() async throws {
    let bench = try Bench()
    let counts = try bench.write("area,quantile,x,n\nA,1,56,70\nA,2,60,75\nA,3,48,80\n", to: "counts.csv")
    let shares = await bench.run("stats", "proportion", counts, "--csv")
    try #require(shares.status == 0, "\(shares.err)")
    let said = await bench.run("stats", "gap", try bench.write(shares.out, to: "shares.csv"), "--csv")
    try #require(said.status == 0, "\(said.err)")
    let row = try #require(try rows(said.out).first)
    #expect(row["area"] == "A" && agree(row["absolute_gap"], "0.2", to: 1e-12))
    #expect(agree(row["lowercl"], "0.0524", to: 5e-5) && agree(row["uppercl"], "0.3339", to: 5e-5))
    #expect(agree(row["relative_gap"], String(0.8 / 0.6), to: 1e-12))
    let bare = try bench.write("quantile,value\n1,30\n5,0\n", to: "bare.csv")
    let plain = try #require(try rows(await bench.run("stats", "gap", bare, "--csv").out).first)
    #expect(plain["absolute_gap"] == "30" && plain["relative_gap"] == "" && plain["lowercl"] == nil)
  }

  /// By hand: ten deaths from 60 to 65 lose 12.5 years each, four from 70 to 80 half of 70 to 75, those of 80 none.
  @Test("Years of life lost are those reckoned by hand")
  func lostYears() async throws {
    let bench = try Bench()
    let table = "area,ageband,deaths,pop,stdpop\nA,70-79,4,500,1\nA,60-64,10,1000,3\nA,80+,50,200,2\n"
    let said = await bench.run("stats", "years-of-life-lost", try bench.write(table, to: "d.csv"), "--csv")
    try #require(said.status == 0, "\(said.err)")
    let row = try #require(try rows(said.out).first)
    #expect(row["years_lost"] == "135" && row["total_count"] == "14" && row["age_limit"] == "75")
    #expect(agree(row["value"], "987.5", to: 1e-12))
    let starts = "ageband,deaths,pop,stdpop\n60,10,1000,3\n65,0,1,1\n"
    let short = await bench.run(
      "stats", "years-of-life-lost", try bench.write(starts, to: "s.csv"), "--age-limit", "70", "--csv")
    #expect(try rows(short.out).first?["years_lost"] == "75", "a start alone reaches to the next start")
  }

  @Test("What cannot be reckoned names its line and column, and an unknown method names those there are")
  func refusals() async throws {
    let bench = try Bench()
    let cases: [(arguments: [String], table: String, status: Int32, says: String)] = [
      (["bogus", "--csv"], "x\n1\n", 64, "'bogus' is no method: write one of rate, proportion, mean, dsr, isr"),
      (["bogus"], "x\n1\n", 64, "years-of-life-lost, funnel, trend"),
      (["gap"], "quantile,value\n1,2\n", 65, "two quantiles at least"),
      (["gap"], "quantile,value\n2,2\n3,4\n", 65, "1 is the most deprived"),
      (["gap"], "quantile,value\n1,2\n1,4\n", 65, "is there twice"),
      (["gap"], "quantile,value,lowercl,uppercl\n1,2,3,4\n2,3,2,4\n", 65, "line 2"),
      (["years-of-life-lost"], "ageband,deaths,pop,stdpop\n60-69,1,2,3\n65-74,1,2,3\n", 65, "overlaps the band"),
      (["years-of-life-lost"], "ageband,deaths,pop,stdpop\nold,1,2,3\n", 65, "is no age"),
      (["funnel", "--overdispersion", "shmi"], "observed,expected\n0,4\n3,4\n", 65, "has no place on the scale"),
      (["funnel", "--overdispersion", "magic"], "observed,expected\n1,4\n", 64, "--overdispersion"),
      (["funnel", "--overdispersion", "proportion"], "numerator,denominator\n5,4\n", 65, "more than there are"),
    ]
    for (arguments, text, status, says) in cases {
      let path = try bench.write(text, to: "t.csv")
      let said = await bench.run(["stats", arguments[0], path] + arguments.dropFirst())
      #expect(said.status == status, "\(arguments): \(said.err)\(said.out)")
      #expect(said.err.contains(says), "\(arguments): \(said.err)")
    }
    #expect(await bench.run("stats", "--help").status == 0)
    #expect(await bench.run("stats").out.contains("SUBCOMMANDS"))
    #expect(await bench.run("stats", "gap", "--help").out.contains("most deprived less that of the least"))
  }
}
