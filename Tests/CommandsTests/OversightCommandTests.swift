import Formats
import Foundation
import Testing

@Suite("The command for oversight")
struct OversightCommandTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data/nof").path
  static let isHere = FileManager.default.fileExists(atPath: folder)

  private static let heading = "Quarter,Trust_type,Trust_code,Trust_name,Domain,Metric_ID,Units,Value,Rank"
  private static let small = """
    \(heading)
    Q1 2025/26,Acute trust,RAA,Trust A,People and workforce,OF1082,score,1.5,
    Q1 2025/26,Acute trust,RAA,Trust A,Summary,OF5003,segment,1,
    Q1 2025/26,Acute trust,RAA,Trust A,Summary,OF5004,flag,1,
    Q1 2025/26,Acute trust,RAA,Trust A,Patient safety,OF9999,%,12,

    """

  @Test("One row for each trust and quarter, with the published averages and ranks", .enabled(if: isHere))
  func published() async throws {
    let said = try await Bench().run(
      "oversight", "score", "\(Self.folder)/mh_community_data_q4.csv", "--framework", "2025-26", "--csv")
    #expect(said.status == 0)
    var reader = try CSVReader(ByteSource(Array(said.out.utf8)).stream(), dialect: CSVDialect(header: .none))
    var lines: [[String]] = []
    while let row = try reader.next() { lines.append(row.texts) }
    let names = try #require(lines.first)
    #expect(lines.count == 245)
    func column(_ name: String) throws -> Int { try #require(names.firstIndex(of: name)) }
    let (average, published) = (try column("average"), try column("published_average"))
    for line in lines.dropFirst() {
      let (ours, theirs) = (try #require(Double(line[average])), try #require(Double(line[published])))
      #expect(abs(ours - theirs) <= 0.0067)
    }
    let dorset = try #require(lines.first { $0[0] == "Q4 2025/26" && $0[1] == "RDY" })
    let (rank, segment) = (try column("rank"), try column("final_segment"))
    #expect(dorset[rank] == "24" && dorset[segment] == "2")
    #expect(said.err.contains("need all 205 trusts"))
  }

  @Test("What is not scored, and what was taken over, is said")
  func honest() async throws {
    let bench = try Bench()
    let said = await bench.run("oversight", "score", try bench.write(Self.small, to: "a.csv"), "--json")
    #expect(said.status == 0)
    let body = try #require((said.object["bodies"] as? [[String: Any]])?.first)
    #expect(body["unadjustedBasis"] as? String == "published")
    #expect(body["adjustedSegment"] as? Int == 3)
    let placing = try #require(body["placing"] as? [String: Any])
    #expect(placing["rankRange"] != nil && placing["comparatorGroup"] != nil)
    #expect((said.object["notScored"] as? [[String: Any]])?.first?["id"] as? String == "OF9999")
  }

  @Test(
    "What cannot be done ends with the status for its kind, and a sentence",
    arguments: [
      (["score", "FILE", "--framework", "1999-00"], 64, "is no framework: use one of 2021-22"),
      (["score", "FILE", "--framework", "2022-23"], 64, "its segments are decided by people"),
      (["score", "FILE", "--thresholds", "2,3,4"], 64, "has no thresholds"),
      (["score", "nowhere.csv"], 74, "nowhere.csv"),
      (["score", "TWICE"], 65, "line 6: OF9999 of RAA in Q1 2025/26 stands in"),
      (["score", "LEAGUE"], 65, "there is no column Metric_ID"),
      (["simulate", "FILE", "--body", "RZZ", "--quarter", "Q1"], 65, "'RZZ' is not in the file"),
      (
        ["simulate", "FILE", "--body", "RAA", "--quarter", "Q3"], 64, "is no quarter of the files: they have Q1 2025/26"
      ),
      (["lead", "--on", "2022-09-01", "--of", "place"], 64, "is no kind of body"),
    ])
  func refused(arguments: [String], status: Int, message: String) async throws {
    let bench = try Bench()
    let last = "Q1 2025/26,Acute trust,RAA,Trust A,Patient safety,OF9999,%,12,\n"
    let files = [
      "FILE": try bench.write(Self.small, to: "a.csv"), "TWICE": try bench.write(Self.small + last, to: "b.csv"),
      "LEAGUE": try bench.write("Quarter,Trust_type,Trust_code,Trust_name,Domain,Units,Value\n", to: "c.csv"),
    ]
    let said = await bench.run(["oversight"] + arguments.map { files[$0] ?? $0 })
    #expect(said.status == Int32(status))
    #expect(said.err.contains(message), "\(said.err)")
    #expect(said.out.isEmpty)
  }

  @Test("Frameworks, metrics and leaders of oversight are listed with how sure we are")
  func lists() async throws {
    let bench = try Bench()
    let metrics = await bench.run("oversight", "metrics", "--framework", "2023-24", "--json")
    #expect(metrics.array.count == 94)
    #expect(metrics.array.allSatisfy { $0["codeCertainty"] as? String == "assumed" })
    let frameworks = await bench.run("oversight", "frameworks", "--json")
    #expect(
      frameworks.array.contains { $0["framework"] as? String == "2026-27" && $0["certainty"] as? String == "assumed" })
    #expect(await bench.run("oversight", "lead", "--on", "2022-09-01").out.contains("integrated care board"))
    #expect(await bench.run("oversight", "lead", "--on", "2026-04-01").out.contains("NHS England region"))
  }
}
