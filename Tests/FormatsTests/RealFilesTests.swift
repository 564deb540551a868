import Formats
import Testing

@Suite("Published files are read whole", .needsSharedData)
struct RealFilesTests {
  @Test("the national waiting-times extract streams out of its archive: 183,417 rows of 121 columns")
  func waitingTimes() throws {
    let archive = try ZIPArchive(try Shared.source("perf/Full-CSV-data-file-Jan26-RTT.zip"))
    #expect(archive.files.map(\.path) == ["20260131-RTT-January-2026-full-extract.csv"])
    var reader = try CSVReader(try archive.stream(archive.files[0]))
    #expect(reader.columns.count == 121)
    let part = try reader.column("RTT Part Type")
    let function = try reader.column("Treatment Function Code")
    let total = try reader.column("Total All")
    var rows = 0
    var incomplete = 0
    while let row = try reader.next() {
      rows += 1
      if row.count != 121 { Issue.record("row \(row.number) has \(row.count) columns") }
      if row.matches(part, "Part_2"), row.matches(function, "C_999") { incomplete += row.int(total) ?? 0 }
    }
    #expect(rows == 183_417)
    #expect(incomplete == 7_187_677)
  }

  @Test("every table has the same number of columns in every row", arguments: Shared.all("csv"))
  func constantColumns(_ path: String) throws {
    let headerless = path.hasPrefix("ods/e")
    var reader = try CSVReader(
      try Shared.source(path).stream(), dialect: headerless ? .headerless : .standard)
    var widths: Set<Int> = headerless ? [] : [reader.columns.count]
    while let row = try reader.next() { widths.insert(row.count) }
    #expect(widths.count == 1, "\(widths.sorted())")
    if headerless { #expect(widths == [27]) }
    #expect(reader.columns.first?.hasPrefix("\u{FEFF}") != true)
  }

  @Test("the cancer workbook has its header in row 15, from column B") func cancerWaits() throws {
    let workbook = try Workbook(
      try Shared.source("perf/CWT_January-2026-Monthly-Combined-Workbook-Provisional.xlsx"))
    #expect(workbook.sheets.count == 3)
    for sheet in workbook.sheets {
      var reader = try sheet.reader()
      while let row = try reader.next(), row.number <= 15 {
        guard row.number == 15 else { continue }
        #expect(row.cells.first?.address == CellAddress("B15"))
        #expect(row.cells.count > 5)
      }
    }
    // The smallest sheet to its end; the others take ten times as long and show nothing more.
    var rows = 0
    try workbook.sheets[2].forEachRow { row in if row.number > 15, !row.text(1).isEmpty { rows += 1 } }
    #expect(rows == 2_554)
  }

  @Test("the primary care network workbook has its members on the second sheet") func networks() throws {
    let workbook = try Workbook(try Shared.source("ods/ePCN_2022-2023.xlsx"))
    var rows: [Int] = []
    for sheet in workbook.sheets {
      var count = -1
      try sheet.forEachRow { row in if !row.text(0).isEmpty { count += 1 } }
      rows.append(count)
    }
    #expect(rows == [1_329, 7_455])
  }

  @Test(
    "the maps of 2023 and 2026 have 42 and 36 boards",
    arguments: [
      ("geo/ICB_APR_2023_EN_BSC.geojson", 42, "ICB23CD"),
      ("geo/ICB_APR_2026_derived_from_ONS_BSC.geojson", 36, "ICB26CD"),
      ("geo/NHSER_JAN_2024_EN_BSC.geojson", 7, "NHSER24CD"),
    ])
  func maps(_ path: String, _ count: Int, _ code: String) throws {
    let map = try GeoJSON(try Shared.source(path).stream())
    #expect(map.features.count == count)
    #expect(Set(map.features.map { $0.text(code) ?? "none" }).count == count)
    #expect(map.features.allSatisfy { !$0.polygons.isEmpty })
  }

  @Test(
    "each file is the kind its name says",
    arguments: Shared.all("csv") + Shared.all("xlsx") + Shared.all("zip") + Shared.all("geojson"))
  func kinds(_ path: String) throws {
    let source = try Shared.source(path)
    var kind = FileKind.sniff(try source.read(at: 0, count: min(source.size, 4096)))
    if kind == .zip { kind = try ZIPArchive(source).kind }
    let expected: [String: FileKind] = ["csv": .table, "xlsx": .workbook, "zip": .zip, "geojson": .json]
    #expect(kind == expected[path.split(separator: ".").last.map(String.init) ?? ""])
  }
}
