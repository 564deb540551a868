import Chronicle
import Desk
import Formats
import Foundation
import Pages
import Server
import Store
import Testing
import Vocabulary

/// Nothing anyone may see depends on a number that is hidden: two records that differ in such numbers alone look the
/// same in every page, file and command.
@Suite("Small numbers from the file to the reader")
struct SmallNumbersTests {
  private static let boards = ["QHL", "QU9", "QE1", "QWO"]

  /// Falls and the people they are out of, by board and month. One count in five is small, and only those differ.
  private static func figures(hidden: Int) -> String {
    var lines = ["measure,period,unit,value,numerator,denominator,basis,grain,name,additivity"]
    for (place, board) in boards.enumerated() {
      for month in 0..<25 {
        let label = "\(2024 + month / 12)-\(String(format: "%02d", month % 12 + 1))"
        let isSmall = (month + place) % 5 == 0
        let count = isSmall ? hidden : 20 + (month * 7 + place * 13) % 40
        lines.append("demo.falls,\(label),\(board),\(count),,,provided,icb,Falls,additive")
        lines.append("demo.harm,\(label),\(board),,\(count),\(600 + month),provided,icb,Harm,")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func record(_ bench: Bench, hidden: Int) async throws -> String {
    let record = bench.path("r")
    try #require(await bench.run(["init", record]).status == 0)
    let file = try bench.write(Self.figures(hidden: hidden), to: "falls.csv")
    let imported = await bench.run(["import", record, file, "--json"])
    let source = try #require(imported.array.first?["source"] as? String, "\(imported.err)")
    let published = await bench.run([
      "publish", record, source, "--rule", "hes-1-7-round-5", "--why", "made up for a test",
    ])
    try #require(published.status == 0, "\(published.err)")
    return record
  }

  private static let targets: [String] = {
    let pages = [
      "/measures", "/measures/demo.falls", "/measures/demo.falls?period=2025-06",
      "/measures/demo.falls?kind=nhs-region",
      "/measures/demo.harm", "/measures/demo.falls/parts/icb.birmingham-and-solihull",
      "/measures/demo.falls/series/icb.birmingham-and-solihull",
      "/measures/demo.harm/series/icb.birmingham-and-solihull",
      "/measures/demo.harm.numerator/series/icb.birmingham-and-solihull",
      "/body/icb.birmingham-and-solihull", "/body/icb.birmingham-and-solihull/performance?month=2026-01",
      "/body/icb.birmingham-and-solihull/performance?month=2025-11",
      "/body/icb.birmingham-and-solihull/need?measure=demo.harm",
      "/compare?body=icb.birmingham-and-solihull&body=icb.black-country",
      "/area?piece=icb&codes=QHL%20QU9", "/area?piece=icb&codes=QHL&measure=demo.falls", "/sources", "/data",
      "/journal",
      "/changes", "/coverage",
    ]
    return pages.flatMap { page in
      ["", "csv", "json"].map { $0.isEmpty ? page : page + (page.contains("?") ? "&" : "?") + "format=\($0)" }
    }
  }()

  /// All that is public of a record, by what it is.
  private func everything(_ bench: Bench, _ path: String) async throws -> [String: String] {
    let record = try Record.open(
      path, world: World(now: { Instant(seconds: 1_790_000_000) }, salt: Journal.randomSalt, who: "tester"))
    // A digest in the chain depends on salts, and so differs between any two records.
    let digests = try record.archive().transactions.map(\.digest)
    var found: [String: String] = [:]
    func keep(_ name: String, _ bytes: [UInt8]) {
      found[name] = digests.enumerated().reduce(String(decoding: bytes, as: UTF8.self)) { text, link in
        text.replacing(link.element.hex, with: "t\(link.offset + 1)").replacing(
          link.element.short, with: "t\(link.offset + 1)")
      }
    }
    let site = Answerer(record) { Site.reply(to: $0) }
    for target in Self.targets { keep(target, site.outcome(method: "GET", target: target).reply.body) }
    #expect(await bench.run(["export", path, bench.path("x")]).status == 0)
    let packed = await bench.run([
      "pack", path, "--area", "QHL@2026-01-31", "--month", "2026-01", "--out", bench.path("p"), "--no-pdf",
    ])
    #expect(packed.status == 0, "\(packed.err)")
    for folder in ["x", "p"] {
      for file in try FileManager.default.subpathsOfDirectory(atPath: bench.path(folder)) {
        // Pictures are painted from the drawings beside them, which are compared.
        if file.hasSuffix(".png") { continue }
        guard let data = FileManager.default.contents(atPath: bench.path("\(folder)/\(file)")) else { continue }
        guard file.hasSuffix(".xlsx") || file.hasSuffix(".docx") else {
          keep("\(folder)/\(file)", Array(data))
          continue
        }
        let archive = try ZIPArchive(ByteSource(Array(data), name: file))
        for entry in archive.files where !entry.path.hasSuffix(".png") {
          keep("\(folder)/\(file)/\(entry.path)", try archive.bytes(of: entry, atMost: 16 << 20))
        }
      }
    }
    for command in [
      ["measures", path], ["inequality", path, "--area", "QHL@2026-01-31"],
      ["need", path, "QHL@2026-01-31", "--measure", "demo.harm"],
      ["month", path, "--month", "2026-01"], ["spc", "--help"],
    ] {
      let said = await bench.run(command)
      keep(
        command.joined(separator: " ").replacing(bench.folder, with: ""),
        Array((said.out + said.err).replacing(bench.folder, with: "").utf8))
    }
    return found
  }

  @Test("Two records that differ in hidden numbers alone are the same to the public, in every page, file and command")
  func nothingDependsOnThem() async throws {
    let (one, two) = (try Bench(), try Bench())
    let first = try await everything(one, record(one, hidden: 2))
    let second = try await everything(two, record(two, hidden: 6))
    #expect(first.keys.sorted() == second.keys.sorted())
    for (name, text) in first where text != second[name] { Issue.record("\(name) tells of a hidden number") }

    // And it is shown that, and under which rule, something is hidden.
    let notice = "Small numbers: 1–7 shown as *, others to the nearest 5 (rule hes-1-7-round-5)."
    for name in [
      "/measures/demo.falls", "/measures/demo.falls?format=json",
      "/measures/demo.falls/series/icb.birmingham-and-solihull",
      "/measures/demo.falls/series/icb.birmingham-and-solihull?format=json", "p/index.html", "p/pack.json",
      "p/pack.docx/word/document.xml",
    ] {
      #expect(first[name]?.contains(notice) == true, "\(name)")
    }
    for name in ["p/pack.csv", "/measures/demo.falls/series/icb.birmingham-and-solihull?format=csv"] {
      #expect(first[name]?.contains(",*,") == true && first[name]?.contains("rule hes-1-7-round-5") == true, "\(name)")
    }
    let harm = try #require(first["/measures/demo.harm/series/icb.birmingham-and-solihull?format=json"])
    #expect(harm.contains("suppressed"))
  }

  @Test("A measure of one's own without a rule is not published, and official figures need none to be named")
  func rules() async throws {
    let bench = try Bench()
    let record = bench.path("r")
    #expect(await bench.run(["init", record]).status == 0)
    let own = try bench.write(
      "measure,period,unit,value,basis,grain\nae.attendances,2026-01,QHL,12,provided,icb\n", to: "own.csv")
    let imported = await bench.run(["import", record, own, "--json"])
    let source = try #require(imported.array.first?["source"] as? String, "\(imported.err)")
    let refused = await bench.run(["publish", record, source, "--why", "x"])
    #expect(refused.status == 65)
    #expect(refused.err.contains("is not its publisher's file") && refused.err.contains("--rule"), "\(refused.err)")
  }
}
