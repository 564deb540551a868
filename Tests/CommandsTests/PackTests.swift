import Formats
import Foundation
import Testing

/// The month's report, on made-up figures whose truth is known.
@Suite("The month's pack")
struct PackTests {
  /// Two boards, four years. One measure of the first rises by five sigma in its last eight months; the others are
  /// noise of one sigma about a mean, so that nothing else may be called a change.
  private static let figures: String = {
    var state: UInt64 = 42
    func noise() -> Double {
      // The sum of twelve even numbers is near enough to normal, and never beyond six sigma.
      (0..<12).reduce(-6.0) { sum, _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return sum + Double(state >> 11) / Double(1 << 53)
      }
    }
    var lines = ["measure,period,unit,value,basis,grain,name,additivity"]
    for (measure, name) in [
      ("waiting-list.incomplete", "Waiting list"), ("ae.attendances", "Attendances"), ("demo.visits", "Visits"),
    ] {
      for board in ["QHL", "QU9"] {
        for month in 0..<40 {
          let label = "\(2022 + (month + 9) / 12)-\(String(format: "%02d", (month + 9) % 12 + 1))"
          let rise = measure == "waiting-list.incomplete" && board == "QHL" && month >= 32 ? 5.0 : 0
          let value = 10_000 + (300 * (noise() * 0.7 + rise)).rounded()
          lines.append("\(measure),\(label),\(board),\(Int(value)),commissioned,icb,\(name),additive")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  private func record(_ bench: Bench, isPublic: Bool = true) async throws -> String {
    let record = bench.path("r")
    #expect(await bench.run(["init", record]).status == 0)
    let file = try bench.write(Self.figures, to: "figures.csv")
    let imported = await bench.run(["import", record, file, "--json"])
    try #require(imported.status == 0, "\(imported.err)")
    let source = try #require(imported.array.first?["source"] as? String ?? imported.object["source"] as? String)
    if isPublic {
      let published = await bench.run(["publish", record, source, "--rule", "none", "--why", "made up for a test"])
      try #require(published.status == 0, "\(published.err)")
    }
    return record
  }

  private func pack(_ bench: Bench, _ record: String, _ out: String, _ more: String...) async -> Said {
    await bench.run(["pack", record, "--month", "2026-01", "--out", bench.path(out), "--no-pdf"] + more)
  }

  private func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: URL(filePath: folder + "/" + path)) }
    }
    return files
  }

  @Test("It is whole, stands alone, and is the same file for file when it is made again")
  func wholeAndRepeatable() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    for out in ["one", "two"] {
      let said = await pack(bench, record, out, "--area", "QHL@2026-01-31")
      try #require(said.status == 0, "\(said.err)")
    }
    let (one, two) = (try files(bench.path("one")), try files(bench.path("two")))
    #expect(one == two)
    for name in ["index.html", "pack.xlsx", "pack.docx", "pack.csv", "pack.json"] {
      #expect(one[name] != nil, "\(name)")
    }
    #expect(one.keys.count { $0.hasSuffix(".svg") } == 3)

    let page = String(decoding: try #require(one["index.html"]), as: UTF8.self)
    #expect(page.matches(of: /<h1>/).count == 1)
    #expect(!page.contains("<script") && !page.contains("src=\"http") && !page.contains("url(http"))
    #expect(page.matches(of: /<svg[^>]*role="img"/).count >= 3)
    #expect(page.contains("transaction 3"))
  }

  @Test("What changed goes first, what is noise raises nothing, and the icons are the ones the truth asks for")
  func exceptionsFirst() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    let said = await pack(bench, record, "p", "--area", "QHL@2026-01-31")
    try #require(said.status == 0, "\(said.err)")
    let data = try #require(try files(bench.path("p"))["pack.json"])
    let pack = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let items = try #require(((pack["sections"] as? [[String: Any]])?.first)?["items"] as? [[String: Any]])
    let asked = items.map { item -> String in
      let series = item["series"] as? [String: Any] ?? [:]
      return "\(series["measure"] ?? "") \(item["attention"] ?? "") \(series["variation"] ?? "")"
    }
    #expect(asked.first == "waiting-list.incomplete understand concern_high")
    #expect(asked.dropFirst().allSatisfy { $0.hasSuffix("steady common_cause") }, "\(asked)")
  }

  @Test("Several boards have a section each and are never summed")
  func severalBoards() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    let said = await pack(bench, record, "p", "--area", "QHL@2026-01-31", "--area", "QU9@2026-01-31", "--json")
    try #require(said.status == 0, "\(said.err)")
    #expect((said.object["sections"] as? [String])?.count == 2)
    let csv = try #require(try files(bench.path("p"))["pack.csv"])
    var reader = try CSVReader(ByteSource(Array(csv)).stream())
    let body = try reader.column("body")
    var rows: [String: Int] = [:]
    while let row = try reader.next() { rows[row[body], default: 0] += 1 }
    #expect(
      rows.keys.sorted() == ["icb.birmingham-and-solihull", "icb.buckinghamshire-oxfordshire-and-berkshire-west"])
    #expect(rows.values.allSatisfy { $0 == 3 * 40 })
  }

  @Test("The workbook reads back: a cover, contents, notes, and one table a sheet with its title first")
  func workbook() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    #expect(await pack(bench, record, "p", "--area", "QHL@2026-01-31").status == 0)
    let bytes = try #require(try files(bench.path("p"))["pack.xlsx"])
    let book = try Workbook(ByteSource(Array(bytes), name: "pack.xlsx"))
    #expect(book.sheets.map(\.name) == ["Cover", "Contents", "Notes", "Summary", "Figures", "Freshness", "Sources"])
    var reader = try #require(book.sheets.first { $0.name == "Figures" }).reader()
    #expect(try reader.next()?.cells.first?.text == "Every figure, with its limits")
    var rows = 0
    while try reader.next() != nil { rows += 1 }
    #expect(rows >= 3 * 40 + 1)
  }

  @Test("What cannot be made is refused, and nothing is written over")
  func refusals() async throws {
    let bench = try Bench()
    let record = try await record(bench, isPublic: false)
    let hidden = await pack(bench, record, "p", "--area", "QHL@2026-01-31")
    #expect(hidden.status == 65 && hidden.err.contains("no monthly figures"), "\(hidden.err)")
    #expect(!FileManager.default.fileExists(atPath: bench.path("p")))
    let shown = await pack(bench, record, "p", "--area", "QHL@2026-01-31", "--audience", "internal")
    #expect(shown.status == 0, "\(shown.err)")
    #expect(
      String(decoding: try files(bench.path("p"))["index.html"] ?? Data(), as: UTF8.self).contains("Do not publish"))

    _ = try bench.write("mine", to: "other/notes.txt")
    let foreign = await pack(bench, record, "other", "--area", "QHL@2026-01-31", "--audience", "internal")
    #expect(foreign.status == 65 && foreign.err.contains("holds other files"))
    #expect(try files(bench.path("other")).keys.sorted() == ["notes.txt"])

    for (more, status) in [
      (["--area", "nowhere"], Int32(64)), (["--area", "QHL@2026-01-31", "--preset", "best"], 64), ([], 64),
    ] {
      let said = await bench.run(
        ["pack", record, "--month", "2026-01", "--out", bench.path("q"), "--no-pdf"] + more)
      #expect(said.status == status, "\(more) \(said.err)")
    }
    #expect(
      await bench.run(["pack", record, "--month", "January", "--area", "x", "--out", bench.path("q")]).status == 64)
    #expect(!FileManager.default.fileExists(atPath: bench.path("q")))
  }

  @Test("A month says what came and what was revised, cell by cell")
  func month() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    let before = await bench.run(["month", record, "--month", "2026-01", "--since", "t3", "--json"])
    #expect(before.status == 0 && (before.object["cells"] as? [Any])?.isEmpty == true, "\(before.err)")
    let line = try #require(Self.figures.split(separator: "\n").first { $0.hasPrefix("demo.visits,2025-12,QHL") })
    let value = line.split(separator: ",")[3]
    let changed = Self.figures.replacing(line, with: line.replacing(",\(value),", with: ",1,"))
    let file = try bench.write(changed, to: "revised.csv")
    let imported = await bench.run(["import", record, file])
    try #require(imported.status == 0, "\(imported.err)")
    let after = await bench.run(
      ["month", record, "--month", "2026-01", "--since", "t3", "--json", "--audience", "internal"])
    let cells = try #require(after.object["cells"] as? [[String: Any]])
    #expect(after.status == 1 && cells.count == 1, "\(after.out)")
    #expect(cells.first?["unit"] as? String == "QHL" && cells.first?["now"] as? Double == 1)
    #expect(cells.first?["then"] as? Double == Double(value))

    let feeds = await bench.run(["month", record, "--month", "2026-01", "--json"])
    let states = Dictionary(
      uniqueKeysWithValues: (feeds.object["feeds"] as? [[String: Any]] ?? []).map {
        ($0["dataSet"] as? String ?? "", $0["state"] as? String ?? "")
      })
    #expect(states["Referral to treatment waiting times"] == "arrived")
    #expect(states["Cancer waiting times"] == "late")
  }
}
