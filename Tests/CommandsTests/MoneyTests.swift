import Formats
import Foundation
import Testing

@Suite("The commands for money")
struct MoneyTests {
  private static let fixture = OfficialFilesTests.file("finance/fixture_core_formula_2018_19_practices.csv")

  /// The rows of a table by heading.
  private func rows(_ text: String) throws -> [[String: String]] {
    var reader = try CSVReader(ByteSource(Array(text.utf8)).stream())
    var rows: [[String: String]] = []
    while let row = try reader.next() { rows.append(Dictionary(zip(reader.columns, row.texts)) { first, _ in first }) }
    return rows
  }

  private func number(_ row: [String: String]?, _ column: String) -> Double {
    row?[column].flatMap(Double.init) ?? .nan
  }

  // MARK: Targets

  @Test(
    "Every practice of 2018/19 has its published target",
    .enabled(if: OfficialFilesTests.isHere, "needs ../shared/data"))
  func targets() async throws {
    let said = try await Bench().run("money", "target", Self.fixture, "--parameters", "2018-19", "--csv")
    #expect(said.status == 0, "\(said.err)")
    let ours = try rows(said.out)
    let published = try rows(String(contentsOfFile: Self.fixture, encoding: .utf8))
    #expect(ours.count == 7325)
    var worst = 0.0
    for (mine, theirs) in zip(ours, published) {
      #expect(mine["practice"] == theirs["Practice"])
      for (column, heading) in [
        ("hospital_need", "WP_HCHS"), ("target_before_remoteness", "Target_exc_remote_£k"),
        ("target", "Target_inc_remote_£k"), ("weighted_population", "WP_Overall"), ("need_index", "Need_index"),
      ] {
        let value = number(theirs, heading)
        worst = max(worst, abs(number(mine, column) - value) / value)
      }
    }
    #expect(worst < 1e-9)
    #expect(said.err.contains("no target here is an allocation of NHS England"))
  }

  private static let heading = "Practice,CCG,GP_pop,WP_G&A,WP_CS,WP_MH,WP_Mat,MFF_index,EACA_index,WP_Presc,WP_AM"
  /// A practice whose target is worked by hand, and one in a remote place.
  private static let small = """
    \(heading)
    A83005,00C,11832,14223.2890625,14635.0947265625,13431.02734375,10383.470703125,0.9446390271186829,0.997954249382019,13719.4853515625,14287.391263746174
    Y01008,99P,60973.75,79337.75,82428.734375,80303.1484375,61938.1640625,0.9467788934707642,1.0019776821136475,74336.453125,99564.76571531121

    """

  @Test("Columns may stand in any order, with others among them")
  func shuffled() async throws {
    let bench = try Bench()
    let lines = Self.small.split(separator: "\n").map {
      ($0.split(separator: ",") + [$0.hasPrefix("Practice") ? "Note" : "x"]).reversed().joined(separator: ",")
    }
    let said = await bench.run(
      "money", "target", try bench.write(lines.joined(separator: "\r\n") + "\r\n", to: "a.csv"), "--parameters",
      "2018/19",
      "--json")
    let found = try #require(said.object["rows"] as? [[String: Any]])
    #expect(abs((found[0]["target"] as? Double ?? .nan) - 16_745.507_963) < 1e-5)
    #expect(abs((found[0]["hospitalBlock"] as? Double ?? .nan) - 14_661.687) < 0.001)
    #expect(found[0]["remoteness"] as? Double == 0)
    // Published in this place: a rate for each head, which no file of practices shows.
    #expect((found[1]["remoteness"] as? Double ?? 0) > 0)
    let used = try #require(said.object["used"] as? [[String: Any]])
    #expect(Set(used.compactMap { $0["status"] as? String }) == ["official", "estimated"])
  }

  @Test(
    "What cannot be computed ends with the status for its kind, and a sentence",
    arguments: [
      ("WP_MH", "Other", "2018-19", 65, "there is no column 'WP_MH' or 'MH WP'"),
      ("CCG", "Other", "2018-19", 65, "there is no column 'CCG' to find remote places by"),
      ("MFF_index", "Other", "2018-19", 65, "there is no column 'MFF_index'"),
      ("10383.470703125", "", "2018-19", 65, "line 2: A83005 has no figure in column 'WP_Mat'"),
      ("10383.470703125", "many", "2018-19", 65, "line 2: 'many' in column 'WP_Mat' is not a number"),
      ("Y01008", "A83005", "2018-19", 65, "line 3: A83005 stands in line 2 too"),
      ("60973.75", "0", "2018-19", 65, "line 3: Y01008 has no people"),
      ("0.9467788934707642", "0", "2018-19", 65, "line 3: '0' in column 'MFF_index' is no factor"),
      ("x", "x", "2031-32", 64, "there are no parameters for '2031-32': the years are 2018-19"),
      ("x", "x", "2025-26", 65, "there is no column 'WP_PMC' or 'Primary Medical Care WP'"),
    ])
  func refused(text: String, replacement: String, year: String, status: Int, message: String) async throws {
    let bench = try Bench()
    let file = try bench.write(Self.small.replacingOccurrences(of: text, with: replacement), to: "a.csv")
    let said = await bench.run("money", "target", file, "--parameters", year, "--csv")
    #expect(said.status == Int32(status))
    #expect(said.err.contains(message), "\(said.err)")
    #expect(said.out.isEmpty)
  }

  // MARK: On a record

  private static let common = "fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject"

  /// A record with facts about money, from files of text.
  private func record(_ bench: Bench, _ files: [String: String]) async throws -> String {
    let record = bench.path("r")
    #expect(await bench.run(["init", record]).status == 0)
    _ = try bench.write(
      "\(Self.common)\ttitle\tpublisher\tpublished\taddress\tlicence\tnote\n"
        + "source-1\t\t\tpublic\tofficial\t\tsource-a\tA return\tA board\t2026\t\t\t\n", to: "t/sources.tsv")
    for (name, text) in files { _ = try bench.write(text, to: "t/\(name)") }
    let said = await bench.run(["apply", record, bench.path("t"), "--why", "a test"])
    try #require(said.status == 0, "\(said.err)")
    return record
  }

  private func lines(_ kind: String, _ columns: String, _ rows: [String]) -> String {
    "\(Self.common)\t\(columns)\n"
      + rows.map { "\(kind)\t2025-04-01\t\tpublic\tofficial\tsource-a\t\($0)\n" }.joined()
  }

  private var figures: String {
    lines(
      "finance-figure-1", "item\tyear\tstage\tabout\tamount",
      [
        "icb.essex\treceipts\t2026-27\tplan\t\t3000000000.00", "icb.essex\tspend\t2026-27\tforecast\t\t3000000000.01",
        "icb.essex\tsurplus\t2026-27\tforecast\t\t-0.01",
        "icb.essex\tmental-health-spend\t2026-27\tplan\t\t209100000.00",
        "icb.essex\tmental-health-target\t2026-27\tplan\t\t209100000.00",
      ])
  }

  @Test("Duties of a board are met, not met or not assessable, each with its citation")
  func duties() async throws {
    let bench = try Bench()
    let record = try await record(bench, ["finance-figures.tsv": figures])
    let said = await bench.run([
      "money", "duties", record, "icb.essex", "--year", "2026-27", "--json", "--on", "2026-06-30",
    ])
    #expect(said.status == 0, "\(said.err)")
    let duties = try #require(said.object["duties"] as? [[String: Any]])
    let status = Dictionary(
      duties.map { ($0["id"] as? String ?? "", $0["status"] as? String ?? "") }, uniquingKeysWith: { first, _ in first }
    )
    #expect(status["FIN.ICB.BREAKEVEN"] == "not met")
    #expect(status["FIN.BODY.BALANCE"] == "not met")
    #expect(status["FIN.ICB.MHIS"] == "met")
    #expect(status["FIN.ICB.RUNNING-COST"] == "not assessable")
    #expect(status["FIN.SYSTEM.BALANCE"] == nil)
    let breakEven = try #require(duties.first { $0["id"] as? String == "FIN.ICB.BREAKEVEN" })
    #expect(breakEven["headroom"] as? Int == -1)
    #expect((breakEven["citation"] as? String)?.contains("223GC") == true)
    #expect((breakEven["sentence"] as? String)?.contains("(1 pence)") == true)
    #expect(duties.allSatisfy { !($0["citation"] as? String ?? "").isEmpty })

    let council = await bench.run(["money", "duties", record, "england.nobody", "--year", "2026-27"])
    #expect(council.status == 64)
    #expect(await bench.run(["money", "duties", record, "icb.essex", "--year", "2026"]).status == 64)
  }

  @Test("A report has every table that the record knows, and says what would bring the others")
  func report() async throws {
    let bench = try Bench()
    let budget = lines(
      "budget-line-1", "name\tparent\towner\tstanding\tstream\tring-fence\tdelegation\tviews",
      [
        "line.essex\tEssex\t\ticb.essex\theld\tcore\t\t\t",
        "line.coast\tCoast\tline.essex\ticb.essex\taligned\tcore\tbetter-care\t\tplace:place.coast",
      ])
    let amounts = lines(
      "budget-amount-1", "basis\tyear\tmonth\tversion\tamount\trecurrent\treason",
      [
        "line.essex\tplan\t2026-27\t12\t1\t100.00\t100.00\t", "line.coast\tplan\t2026-27\t12\t1\t60.00\t60.00\t",
        "line.coast\tactual\t2026-27\t3\t1\t15.00\t15.00\t", "line.coast\tactual\t2026-27\t2\t1\t9.00\t9.00\t",
      ])
    let record = try await record(
      bench, ["finance-figures.tsv": figures, "budget-lines.tsv": budget, "budget-amounts.tsv": amounts])
    let out = bench.path("out")
    let said = await bench.run(["money", "report", record, "--area", "icb.essex", "--month", "2026-06", "--out", out])
    #expect(said.status == 0, "\(said.err)")
    let spend = try rows(String(contentsOfFile: out + "/03-spend.csv", encoding: .utf8))
    #expect(spend.map { $0["Line"] } == ["Essex", "– Coast"])
    #expect(spend[1]["Actual so far"] == "15.00" && spend[1]["Actual to last month"] == "9.00")
    #expect(spend[0]["Actual so far"] == "")
    let page = try String(contentsOfFile: out + "/index.html", encoding: .utf8)
    #expect(page.contains("lang=\"en-GB\"") && page.contains("Skip to the report") && page.contains("<caption"))
    #expect(page.contains("Nothing is recorded for 2026/27: add it to savings-schemes.tsv."))
    let data = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: out + "/money.json"))) as? [String: Any])
    #expect((data["tables"] as? [[String: Any]])?.count == 13)
    #expect(FileManager.default.fileExists(atPath: out + "/money.xlsx"))

    let first = try Data(contentsOf: URL(filePath: out + "/money.xlsx"))
    _ = await bench.run(["money", "report", record, "--area", "icb.essex", "--month", "2026-06", "--out", out])
    #expect(try Data(contentsOf: URL(filePath: out + "/money.xlsx")) == first, "the same record gives the same bytes")
    let early = await bench.run([
      "money", "report", record, "--area", "icb.kent-and-medway", "--month", "2026-6", "--out", out,
    ])
    #expect(early.status == 64)
  }

  @Test(
    "The share of a system and those of its practices add up to the last digit, and pounds need a scenario",
    .enabled(if: OfficialFilesTests.isHere, "needs ../shared/data"))
  func fairShare() async throws {
    let bench = try Bench()
    let record = bench.path("r")
    #expect(await bench.run(["init", record]).status == 0)
    let imported = await bench.run(["import", record, OfficialFilesTests.file("finance/wp_2025_26.csv")])
    try #require(imported.status == 0, "\(imported.err)")
    func ask(_ more: String...) async -> Said {
      await bench.run(
        ["money", "fair-share", record, "--area", "icb.greater-manchester", "--on", "2025-06-01", "--json"] + more)
    }
    let said = await ask("--year", "2025-26")
    try #require(said.status == 0, "\(said.err)")
    let share = try #require(said.object["share"] as? [String: Any])
    // Sums of the same file by an independent script: f.3 of the finance notes.
    #expect((share["percentOfEngland"] as? String)?.hasPrefix("5.44") == true, "\(share)")
    #expect(abs((share["indexToEngland"] as? Double ?? .nan) - 1.05507) < 0.000_005)
    #expect(share["scenarioPence"] is NSNull && share["lowPercent"] is NSNull)
    for level in ["parts", "practices"] {
      let inside = try #require(said.object[level] as? [[String: Any]])
      #expect(!inside.isEmpty)
      let parts = inside.compactMap {
        ($0["percentOfEngland"] as? String).flatMap { Int64($0.replacing(".", with: "")) }
      }
      #expect(parts.reduce(0, +) == Int64((share["percentOfEngland"] as? String ?? "").replacing(".", with: "")))
      let pence = inside.compactMap { $0["penceOfEnglandsMillion"] as? Int }
      #expect(pence.reduce(0, +) == share["penceOfEnglandsMillion"] as? Int)
      #expect(inside.compactMap { $0["penceOfAreasMillion"] as? Int }.reduce(0, +) == 100_000_000)
    }
    let practices = try #require(said.object["practices"] as? [[String: Any]])
    #expect(practices.allSatisfy { $0["lowPercent"] is Double && $0["highPercent"] is Double })
    let steps = try #require(said.object["waterfall"] as? [[String: Any]])
    #expect(steps.compactMap { $0["penceMoved"] as? Int }.reduce(0, +) == share["penceOfEnglandsMillion"] as? Int)
    #expect(steps.first?["told"] as? String == "people counted")

    let supposed = await ask("--year", "2025-26", "--scenario", "as in 2024/25", "--quantum", "107600000000")
    let amount = try #require((supposed.object["share"] as? [String: Any])?["scenarioPence"] as? Int)
    #expect(abs(Double(amount) / 10_760_000_000_000 - 0.05447) < 0.000_005)
    #expect((supposed.object["label"] as? String)?.contains("no allocation of anybody") == true)
    #expect(await ask("--year", "2025-26", "--scenario", "NHS England allocation", "--quantum", "1").status == 65)
    #expect(await ask("--year", "2025-26", "--quantum", "1").status == 64)
    let missing = await ask("--year", "2023-24")
    #expect(missing.status == 65 && missing.err.contains("loaded are 2025/26"), "\(missing.err)")
  }
}
