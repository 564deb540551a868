import Foundation
import Testing

@Suite("concordat spc")
struct ProcessControlTests {
  static let oracles = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/oracles/spc").path

  /// Fourteen points about 10, with a high one at the end, out of order.
  static let points =
    "series_id,date,value,improvement_direction,target\n"
    + (1...13).reversed().map { "A,2026-01-\($0 < 10 ? "0" : "")\($0),\($0 % 2 == 0 ? 9 : 11),decrease,20\n" }.joined()
    + "A,2026-01-14,40,decrease,20\n"

  @Test("The points of NHSRplotthedots' oracle come out with its columns and its values", .needsOracles)
  func oracle() async throws {
    let bench = try Bench()
    let said = await bench.run(
      "spc", "\(Self.oracles)/spc_input_points.csv", "--series", "\(Self.oracles)/spc_series.csv", "--preset",
      "nhsr-0.2",
      "--csv")
    #expect(said.status == 0, "\(said.err)")
    let expected = try lines(String(contentsOfFile: "\(Self.oracles)/ptd_points.csv", encoding: .utf8))
    let ours = lines(said.out)
    #expect(ours[0] == expected[0].map { $0.trimmingCharacters(in: ["\""]) })
    let byPoint = Dictionary(uniqueKeysWithValues: ours.dropFirst().map { ("\($0[0]) \($0[1])", $0) })
    var differing: [String] = []
    for theirs in expected.dropFirst() {
      let row = try #require(byPoint["\(theirs[0]) \(theirs[1])"])
      if !zip(row, theirs).allSatisfy(isSame) { differing.append("\(theirs[0]) \(theirs[1])") }
    }
    #expect(expected.count > 12_000)
    #expect(differing.isEmpty, "\(differing.count) rows differ: \(differing.prefix(8))")
  }

  @Test("The icons of NHSRplotthedots' oracle come out in the summary", .needsOracles)
  func summaryOracle() async throws {
    let bench = try Bench()
    let said = await bench.run(
      "spc", "\(Self.oracles)/spc_input_points.csv", "--series", "\(Self.oracles)/spc_series.csv", "--summary", "--json"
    )
    let series = try #require(said.object["series"] as? [[String: Any]])
    let icons = Dictionary(uniqueKeysWithValues: series.map { ($0["id"] as? String ?? "", $0) })
    let expected = try lines(String(contentsOfFile: "\(Self.oracles)/spc_series.csv", encoding: .utf8))
    let heading = expected[0].map { $0.trimmingCharacters(in: ["\""]) }
    let variation = try #require(heading.firstIndex(of: "variation_icon"))
    let assurance = try #require(heading.firstIndex(of: "assurance_type"))
    var compared = 0
    for theirs in expected.dropFirst() where !theirs[variation].isEmpty {
      let row = try #require(icons[theirs[0]])
      #expect("\(row["variation"] as? String ?? "").svg" == theirs[variation], "\(theirs[0])")
      #expect(row["assurance"] as? String ?? "" == theirs[assurance], "\(theirs[0])")
      compared += 1
    }
    #expect(compared >= 366)
  }

  @Test("A file of its own is judged, sorted by date, and said in a sentence")
  func sentence() async throws {
    let bench = try Bench()
    let file = try bench.write(Self.points, to: "points.csv")
    let said = await bench.run("spc", file)
    #expect(said.status == 0, "\(said.err)")
    #expect(said.out.contains("A: it has changed for the worse"))
    let summary = await bench.run("spc", file, "--summary", "--csv")
    #expect(summary.out.hasPrefix("series_id,n,n_missing,variation_icon,assurance_type,assurance_icon,note\r\n"))
    #expect(summary.out.contains("A,14,0,concern_high.svg,"))
  }

  @Test("Options judge series that say nothing of their own")
  func options() async throws {
    let bench = try Bench()
    let bare = Self.points.replacingOccurrences(of: ",decrease,20", with: ",,")
    let file = try bench.write(bare, to: "bare.csv")
    let neutral = await bench.run("spc", file, "--summary", "--csv")
    #expect(neutral.out.contains("neutral_high.svg"))
    let judged = await bench.run(
      "spc", file, "--improvement-direction", "decrease", "--target", "20", "--rebase", "2026-01-08=moved;2025-01-01",
      "--json")
    let series = try #require((judged.object["series"] as? [[String: Any]])?.first)
    #expect(series["target"] as? Double == 20)
    let step = try #require((series["steps"] as? [[String: Any]])?.first)
    #expect(step["date"] as? String == "2026-01-08")
    #expect(step["reason"] as? String == "moved")
    #expect("\(series["notes"] ?? "")".contains("2025-01-01"))
    let custom = await bench.run("spc", file, "--shift-length", "6", "--json")
    #expect(custom.object["preset"] as? String == "custom")
  }

  @Test("A chart of rates needs its denominators")
  func rates() async throws {
    let bench = try Bench()
    let rows = (10...29).map { "A,2026-01-\($0),\($0),200\n" }.joined()
    let file = try bench.write("series_id,date,value,denominator\n" + rows, to: "rates.csv")
    for chart in ["p", "pp", "u", "up"] {
      let said = await bench.run("spc", file, "--chart", chart, "--csv")
      #expect(said.status == 0, "\(said.err)")
      #expect(said.out.contains("A,1,2026-01-10,0.05,"))
    }
    let plain = try bench.write(Self.points, to: "points.csv")
    let refused = await bench.run("spc", plain, "--chart", "p")
    #expect(refused.status == 65)
    #expect(refused.err.contains("denominator"))
  }

  @Test(
    "What is wrong in a file is refused with its line",
    arguments: [
      ("date,value\n2026-01-01,1\n", "series_id"), ("series_id,date,value\n", "no rows"),
      ("series_id,date,value\nA,2026-01-01,many\n", "line 2"), ("series_id,date,value\nA,01/02/2026,1\n", "line 2"),
      ("series_id,date,value\nA,2026-01-01,1\nA,2026-01-01,2\n", "line 3"),
      ("series_id,date,value\nA,2026-01-01\n", "line 2"),
      ("series_id,date,value,improvement_direction\nA,2026-01-01,1,upwards\n", "upwards"),
      ("series_id,date,value,fix_after_n_points\nA,2026-01-01,1,11\n", "12 or more"),
      ("series_id,date,value,rebase_dates\nA,2026-01-01,1,soon\n", "soon"),
    ])
  func refused(_ text: String, _ word: String) async throws {
    let bench = try Bench()
    let said = await bench.run("spc", try bench.write(text, to: "points.csv"), "--csv")
    #expect(said.status == 65, "\(said.err)")
    #expect(said.err.contains(word), "\(said.err)")
    #expect(said.out.isEmpty)
  }

  @Test(
    "What is not understood is told with what can be written instead",
    arguments: [
      (["--preset", "nhsr"], "nhsr-0.2"), (["--improvement-direction", "up"], "increase"), (["--chart", "x"], "xmr"),
      (["--fix-after", "11"], "12 or more"), (["--target", "high"], "number"), (["--rebase", "soon"], "2026-04-01"),
      (["--preset", "abspc-1", "--screen"], "--screen"), (["--two-in-three", "some"], "within"),
    ])
  func usage(_ arguments: [String], _ word: String) async throws {
    let bench = try Bench()
    let file = try bench.write(Self.points, to: "points.csv")
    let said = await bench.run(["spc", file] + arguments)
    #expect(said.status == 64, "\(said.err)")
    #expect(said.err.contains(word), "\(said.err)")
  }

  @Test("A file that is not there is named")
  func absent() async throws {
    let said = await (try Bench()).run("spc", "/nowhere/points.csv")
    #expect(said.status == 74)
    #expect(said.err.contains("points.csv"))
  }

  private func lines(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func isSame(_ ours: String, _ theirs: String) -> Bool {
    if ours == theirs { return true }
    guard let ours = Double(ours), let theirs = Double(theirs) else { return false }
    return ours == theirs || (ours.isNaN && theirs.isNaN)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test of other programs' figures on a machine that does not have them.
  fileprivate static var needsOracles: Self {
    .enabled(
      if: FileManager.default.fileExists(atPath: ProcessControlTests.oracles),
      "the folder ../shared/oracles with other programs' figures is not here")
  }
}
