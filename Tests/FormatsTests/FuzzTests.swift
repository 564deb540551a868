import Formats
import Testing

/// Valid files are spoiled at random, always in the same random way. Each ends in a result or a `FormatError`;
/// a crash or a hang would end the test run.
@Suite("No bytes can crash or hang a reader")
struct FuzzTests {
  static func spoiled(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var copy = bytes
    let interesting: [UInt8] = [
      0, 0xFF, 0x7F, 0x80, 0x22, 0x2C, 0x0A, 0x0D, 0x3C, 0x3E, 0x26, 0x5B, 0x7B, 0x5C, 0x2F,
    ]
    for _ in 0..<Int.random(in: 1...4, using: &random) where !copy.isEmpty {
      let at = Int.random(in: 0..<copy.count, using: &random)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: copy[at] = UInt8.random(in: 0...255, using: &random)
      case 1: copy[at] = interesting.randomElement(using: &random) ?? 0
      case 2: copy[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 3: copy.insert(interesting.randomElement(using: &random) ?? 0, at: at)
      case 4: copy.remove(at: at)
      case 5: copy.removeLast(min(copy.count, Int.random(in: 1...20, using: &random)))
      default:
        let end = min(copy.count, at + Int.random(in: 1...16, using: &random))
        copy.insert(contentsOf: copy[at..<end], at: Int.random(in: 0...copy.count, using: &random))
      }
    }
    return copy
  }

  static func fuzz(_ valid: [UInt8], rounds: Int, seed: UInt64, _ read: ([UInt8]) throws -> Void) {
    var random = Seeded(seed)
    #expect(failure { try read(valid) } == nil, "the file is valid before it is spoiled")
    for _ in 0..<rounds {
      if let error = failure({ try read(spoiled(valid, &random)) }) {
        #expect(!error.problem.isEmpty && !error.remedy.isEmpty)
      }
    }
  }

  @Test(arguments: [CSVDialect.Encoding.utf8, .windows1252]) func tables(_ encoding: CSVDialect.Encoding) {
    let text =
      "\u{FEFF}code,\"name, long\"\r\nQHL,\"Birmingham \"\"and\"\"\r\nSolihull\"\n\nQXU,Añ\r\"a\",\"\"\n"
    var limits = CSVReader.Limits()
    (limits.fieldBytes, limits.columns, limits.rows) = (40, 6, 9)
    var pieces = 0
    Self.fuzz(Array(text.utf8), rounds: 4000, seed: 1) { bytes in
      pieces = pieces % 9 + 1
      var reader = try CSVReader(
        .pieces(bytes, of: pieces), dialect: CSVDialect(encoding: encoding), limits: limits)
      while let row = try reader.next() {
        for column in 0..<row.count { _ = (row[column], row.int(column), row.double(column)) }
      }
    }
  }

  @Test(arguments: [false, true]) func archives(_ deflated: Bool) throws {
    let files = (0..<3).map { ("f\($0).csv", Array("a,b\n1,2\n1,2\n1,2\n1,2\n".utf8)) }
    let valid = try ZIPTests.archive(files, deflated ? .deflated : .stored)
    var limits = ZIPArchive.Limits()
    limits.totalBytes = 1 << 20
    Self.fuzz(valid, rounds: 3000, seed: 2) { bytes in
      let archive = try ZIPArchive(ByteSource(bytes), limits: limits)
      for entry in archive.entries { _ = try archive.bytes(of: entry, atMost: 1 << 20) }
    }
  }

  @Test func workbooks() throws {
    let sheet = """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46113</v></c></row><row r="3">
      <c r="A3" t="inlineStr"><is><t>a&amp;b</t></is></c><c r="D3" t="b"><v>1</v></c></row></sheetData><!-- c -->
      """
    let workshop = Workshop(
      sheet: sheet, strings: "<si><r><t>x_x000D_y</t></r></si>",
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
    var random = Seeded(3)
    #expect(try workshop.cells().count == 4)
    for _ in 0..<2500 {
      // Spoil one part inside a sound archive, so that the damage gets past the checksum.
      var copy = workshop
      let part = Int.random(in: 1..<copy.parts.count, using: &random)
      var files = copy.parts.map { ($0.0, Array($0.1.utf8)) }
      files[part].1 = Self.spoiled(files[part].1, &random)
      copy.parts = []
      let bytes = try ZIPTests.archive(files, .stored)
      _ = failure {
        for sheet in try Workbook(ByteSource(bytes)).sheets {
          try sheet.forEachRow { row in for cell in row.cells { _ = (cell.text, cell.civil?.year) } }
        }
      }
    }
    Self.fuzz(try workshop.bytes(.deflated), rounds: 1000, seed: 4) { bytes in
      for sheet in try Workbook(ByteSource(bytes)).sheets { try sheet.forEachRow { _ in } }
    }
  }

  @Test func json() {
    let text = "{\"a\":[1,-2.5e3,true,null,\"x\\u00e9\\ud83d\\ude00\"],\"b\":{\"c\":{}},\"d\":\"é\"}"
    Self.fuzz(Array(text.utf8), rounds: 5000, seed: 5) { bytes in
      let value = try JSONValue(parsing: bytes)
      var json = JSONWriter()
      json.value(value)
      #expect(try JSONValue(parsing: json.bytes) == value)
    }
  }

  @Test func areas() {
    let text = GeoJSONTests.collection(
      "{\"type\":\"MultiPolygon\",\"coordinates\":[\(GeoJSONTests.square)]}",
      crs: GeoJSONTests.crs("EPSG:4326"))
    Self.fuzz(Array(text.utf8), rounds: 3000, seed: 6) { bytes in _ = try GeoJSON(ByteStream(bytes)) }
  }

  @Test func sniffing() {
    var random = Seeded(7)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = FileKind.sniff(bytes)
    }
  }
}
