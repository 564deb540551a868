import Commands
import Foundation
import Testing

@Suite("The contract of commands")
struct ContractTests {
  @Test("Bodies of a kind on a day are an array, each with its codes")
  func bodies() async throws {
    let bench = try Bench()
    _ = await bench.run("init", bench.path("r"))
    for (day, count) in [("2022-06-30", 0), ("2022-07-01", 42), ("2026-03-31", 42), ("2026-04-01", 36)] {
      let said = await bench.run("bodies", bench.path("r"), "--kind", "icb", "--on", day, "--json")
      #expect(said.status == 0)
      #expect(said.array.count == count, "\(day)")
      for body in said.array {
        #expect(body["id"] is String)
        #expect(body["name"] is String)
        let codes = try #require(body["codes"] as? [[String: Any]])
        #expect(!codes.isEmpty)
        #expect(codes.allSatisfy { $0["scheme"] is String && $0["code"] is String && $0["from"] != nil })
        #expect(codes.allSatisfy { $0.keys.contains("until") })
      }
    }
    let csv = await bench.run("bodies", bench.path("r"), "--kind", "icb", "--on", "2022-07-01", "--csv")
    #expect(csv.out.split(separator: "\r\n").count >= 43)
    #expect(await bench.run("bodies", bench.path("r"), "--kind", "nonsense").status == 64)
  }

  @Test("History names successors with shares, basis and dates; a code alone may be ambiguous")
  func history() async throws {
    let bench = try Bench()
    _ = await bench.run("init", bench.path("r"))
    let said = await bench.run("history", bench.path("r"), "QNQ@2026-03-31", "--json")
    #expect(said.status == 0)
    let successors = try #require(said.object["successors"] as? [[String: Any]])
    #expect(successors.count == 3)
    for successor in successors {
      #expect(successor["date"] as? String == "2026-04-01")
      let shares = try #require(successor["shares"] as? [[String: Any]])
      #expect(shares.allSatisfy { $0["basis"] is String && $0["share"] is Double })
    }
    #expect(said.object["predecessors"] is [Any])
    let ambiguous = await bench.run("history", bench.path("r"), "QNQ")
    #expect(ambiguous.status == 64)
    #expect(ambiguous.err.contains("ods:QNQ@2026-03-31"))
    #expect(await bench.run("history", bench.path("r"), "nobody").status == 64)
    #expect(await bench.run("show", bench.path("r"), "ods:QNQ@2026-03-31").status == 0)
    #expect(await bench.run("find", bench.path("r"), "Frimley", "--json").status == 0)
  }

  @Test("JSON is the same, byte for byte, each time")
  func deterministic() async throws {
    let bench = try Bench()
    _ = await bench.run("init", bench.path("r"))
    let first = await bench.run("bodies", bench.path("r"), "--kind", "ccg", "--on", "2021-05-01", "--json")
      .out
    for _ in 1...3 {
      let again = await bench.run("bodies", bench.path("r"), "--kind", "ccg", "--on", "2021-05-01", "--json")
        .out
      #expect(again == first)
    }
    #expect(!first.contains("\\/"))
  }
}
