import Foundation
import Testing

/// Every shown number can be asked why, down to the row of the file.
@Suite("Why a figure is what it is")
struct WhyTests {
  /// Figures of two boards, made up.
  private static let figures = """
    measure,period,unit,value,basis,name,additivity
    visits.all,2026-03,QHL,120,commissioned,Visits,additive
    visits.all,2026-03,QU9,80,commissioned,Visits,additive
    """

  private func record(_ bench: Bench) async throws -> String {
    let record = bench.path("r")
    #expect(await bench.run(["init", record]).status == 0)
    let file = try bench.write(Self.figures, to: "visits.csv")
    let said = await bench.run(["import", record, file])
    try #require(said.status == 0, "\(said.err)\(said.out)")
    return record
  }

  @Test("The parts of a figure add up to it, and each names the row that says so")
  func partsAddUp() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    let said = await bench.run(["why", record, "visits.all", "QHL@2026-03-31", "--on", "2026-03-31", "--json"])
    try #require(said.status == 0, "\(said.err)")
    #expect(said.object["sum"] as? Double == 120)
    let parts = try #require(said.object["parts"] as? [[String: Any]])
    #expect(parts.count == 1)
    #expect(parts.first?["unit"] as? String == "QHL")
    let place = try #require(parts.first?["place"] as? String)
    let source = try #require(said.object["source"] as? String)

    let row = await bench.run(["row", record, source, place, "--json"])
    try #require(row.status == 0, "\(row.err)")
    #expect(row.object["number"] as? Int == 2)
    #expect(
      row.object["headings"] as? [String] == ["measure", "period", "unit", "value", "basis", "name", "additivity"])
    #expect(
      row.object["cells"] as? [String] == ["visits.all", "2026-03", "QHL", "120", "commissioned", "Visits", "additive"])
  }

  @Test(
    "What cannot be opened says so",
    arguments: [
      (["row", "R", "nobody", "row=2"], 65, "no file of 'nobody' is kept"),
      (["row", "R", "S", "row=99"], 65, "has nothing on row 99"),
      (["row", "R", "S", "sheet=Other row=2"], 65, "has no sheet 'Other'"),
      (["row", "R", "S", "row=0"], 64, "is no place in a file"),
      (["row", "R", "S", "line 2"], 64, "is no place in a file"),
      (["row", "R", "S", "row=2", "--audience", "public"], 65, "no file of"),
      (["why", "R", "visits.none", "QHL@2026-03-31"], 65, "no measure is called"),
      (["why", "R", "visits.all", "icb.frimley"], 65, "has no figure"),
    ] as [([String], Int32, String)])
  func refusals(_ command: [String], _ status: Int32, _ message: String) async throws {
    let bench = try Bench()
    let record = try await record(bench)
    let why = await bench.run(["why", record, "visits.all", "QHL@2026-03-31", "--json"])
    let source = try #require(why.object["source"] as? String)
    let said = await bench.run(command.map { $0 == "R" ? record : $0 == "S" ? source : $0 })
    #expect(said.status == status, "\(said.err)")
    #expect(said.err.contains(message), "\(said.err)")
  }

  @Test(
    "In the official files every part stands on the row it names",
    .enabled(if: OfficialFilesTests.isHere, "needs ../shared/data"),
    arguments: [
      ("finance/wp_2025_26.csv", "population.registered", "QU9@2026-03-31"),
      ("perf/CWT_January-2026-Monthly-Combined-Workbook-Provisional.xlsx", "cancer.62-day.treated", "QU9@2026-03-31"),
      ("perf/ae_monthly_provider/Monthly-AE-June-2025-1-1.csv", "ae.attendances", "unplaced"),
    ])
  func officialRows(_ file: String, _ measure: String, _ body: String) async throws {
    let bench = try Bench()
    let record = bench.path("r")
    #expect(await bench.run(["init", record]).status == 0)
    let mapping = OfficialFilesTests.file("gp/GPAD_Practice_Level_Mapping_Aug25.csv")
    let imported = await bench.run(["import", record, mapping, OfficialFilesTests.file(file)])
    try #require(imported.status == 0, "\(imported.err)")
    let why = await bench.run(["why", record, measure, body, "--json"])
    try #require(why.status == 0, "\(why.err)")
    let source = try #require(why.object["source"] as? String)
    let parts = try #require(why.object["parts"] as? [[String: Any]])
    #expect(!parts.isEmpty)
    for part in [parts.first, parts.last].compactMap({ $0 }) {
      let place = try #require(part["place"] as? String)
      let row = await bench.run(["row", record, source, place, "--json"])
      try #require(row.status == 0, "\(row.err)")
      let cells = try #require(row.object["cells"] as? [String])
      #expect(cells.contains(part["unit"] as? String ?? ""), "\(place)")
      #expect(!(row.object["headings"] as? [String] ?? []).isEmpty)
    }
  }
}
