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
}
