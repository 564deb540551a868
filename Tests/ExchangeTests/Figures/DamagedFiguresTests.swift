import Chronicle
import Formats
import Testing

@testable import Exchange

@Suite("Whatever the bytes, a file of figures or of the map is read or refused")
struct DamagedFiguresTests {
  /// A whole file of a format, as a table where it is one.
  struct Seed: CustomTestStringConvertible, Sendable {
    let reader: any Reader
    let name: String
    var sheet: Sheet?
    let bytes: [UInt8]
    var testDescription: String { "\(reader.format) \(name)" }

    init(_ reader: any Reader, _ name: String, _ sheet: Sheet) {
      (self.reader, self.name, self.sheet) = (reader, name, sheet)
      bytes = Array(sheet.csv().utf8)
    }

    init(_ reader: any Reader, _ name: String, _ bytes: [UInt8]) {
      (self.reader, self.name, self.bytes) = (reader, name, bytes)
    }
  }

  static let tables = [
    Seed(PracticeWeightedPopulationsReader(), WeightedPopulationTests.name, WeightedPopulationTests.sheet),
    Seed(SmallAreaPopulationReader(), SmallAreaPopulationTests.name, SmallAreaPopulationTests.sheet),
    Seed(DeprivationReader(), "iod.csv", DeprivationTests.sheet),
    Seed(ReferralToTreatmentReader(), "rtt.csv", ReferralToTreatmentTests.sheet),
    Seed(AccidentAndEmergencyReader(), "ae.csv", AccidentAndEmergencyTests.sheet),
    Seed(EmergencyCareByBoardReader(), "ae-icb.csv", EmergencyCareByBoardTests.sheet),
    Seed(WaitingFlowReader(), "flow.csv", WaitingFlowTests.sheet),
    Seed(TalkingTherapiesReader(), "iapt.csv", TalkingTherapiesTests.sheet),
    Seed(DiseaseRegistersReader(), DiseaseRegistersTests.name, DiseaseRegistersTests.sheet),
    Seed(HealthIndexReader(), "index.csv", HealthIndexTests.sheet),
    Seed(OversightResultsReader(), "nof.csv", OversightResultsTests.sheet),
    Seed(SmallAreaLookupReader(), "lookup.csv", SmallAreaLookupTests.sheet),
    Seed(SmallAreaLookupReader(), "wards.csv", SmallAreaLookupTests.wards),
    Seed(
      HealthGeographyListReader(), "list.csv",
      Sheet("SICBL24CD|SICBL24CDH|ICB24CD|ICB24CDH", ["E38000256|W2U3Z|E54000027|QRV", "E38000247|16C|E54000050|QHM"])),
    Seed(PostcodeDirectoryReader(), "onspd.csv", PostcodeDirectoryTests.sheet),
    Seed(TidyFiguresReader(), "tidy.csv", TidyFiguresTests.sheet),
  ]

  static func others() throws -> [Seed] {
    [
      Seed(PostcodeDirectoryReader(), "nhspd.csv", Array(NHSPostcodeDirectoryTests.text(49).utf8)),
      Seed(BoundariesReader(), "map.geojson", Array(BoundariesTests.map(#""ICB26CDH":"S1Y5D""#).utf8)),
      Seed(
        ReferralToTreatmentReader(), "rtt.zip",
        try TestZIP.archive([("rtt.csv", ReferralToTreatmentTests.sheet.csv())])),
      Seed(DeprivationReader(), "iod.xlsx", try DeprivationTests.workbook(DeprivationTests.sheet)),
      Seed(CancerWaitingTimesReader(), "cancer.xlsx", try CancerWaitingTimesLayoutTests.workbook()),
    ]
  }

  static func all() throws -> [Seed] { try tables + others() }

  /// What comes of some bytes: a reading that holds together, or nil where they are refused cleanly.
  @discardableResult
  private func use(_ bytes: [UInt8], _ seed: Seed) throws -> Reading? {
    let file = try InputFile(name: seed.name, bytes: ByteSource(bytes, name: seed.name))
    let reading: Reading
    do {
      _ = try Readers.recognise(file, among: [seed.reader])
      reading = try seed.reader.read(file, register: Record.shipped.latest)
    } catch is ImportError {
      return nil
    } catch is FormatError {
      return nil
    }
    #expect(reading.refused.count * 20 <= reading.rowsRead)
    for block in reading.figures.map(\.block) + reading.lookups.map(\.block) {
      #expect(block.numbers.values.allSatisfy { $0.count == block.count && !$0.contains { $0.isInfinite } })
      #expect(block.texts.values.allSatisfy { $0.count == block.count })
    }
    return reading
  }

  @Test("as it is, it is read", arguments: try all())
  func whole(_ seed: Seed) throws {
    let reading = try #require(try use(seed.bytes, seed))
    #expect(reading.rowsRead > 0 && reading.refused.isEmpty)
  }

  @Test("bytes changed, cut out, doubled, made NUL, and cut off", arguments: try all())
  func damaged(_ seed: Seed) throws {
    var numbers = Numbers(state: UInt64(seed.bytes.count))
    for _ in 0..<40 {
      var bytes = seed.bytes
      for _ in 0..<Int.random(in: 1...3, using: &numbers) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &numbers)
        let end = min(bytes.count, at + Int.random(in: 1...40, using: &numbers))
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
        case 1: bytes.removeSubrange(at..<end)
        case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
        case 3: bytes[at] = 0
        case 4: bytes[at] = [34, 44, 10, 13, 57, 45, 0xFF].randomElement(using: &numbers) ?? 0
        default: bytes.removeSubrange(at...)
        }
      }
      try use(bytes, seed)
    }
  }

  @Test("a table cut inside a row, and an archive or map cut anywhere, is refused", arguments: try all())
  func cut(_ seed: Seed) throws {
    var numbers = Numbers(state: 7)
    for _ in 0..<12 {
      let at: Int
      if seed.sheet != nil {
        // Before the last field of a row that is not the headings.
        let lines = seed.bytes.split(separator: 10, omittingEmptySubsequences: false)
        let row = Int.random(in: 1..<lines.count - 1, using: &numbers)
        let comma = lines[row].lastIndex(of: 44) ?? lines[row].startIndex
        at = Int.random(in: lines[row].startIndex + 1..<max(comma, lines[row].startIndex + 2), using: &numbers)
      } else {
        at = Int.random(in: 1..<seed.bytes.count * 9 / 10, using: &numbers)
      }
      let reading = try use(Array(seed.bytes[..<at]), seed)
      // A table that ends with a whole row is whole as far as anyone can tell.
      let endsWhole = seed.name == "nhspd.csv" && ([10, 13].contains(seed.bytes[at]) || seed.bytes[at - 1] == 10)
      #expect(reading == nil || endsWhole, "cut at \(at)")
    }
  }

  @Test("columns left out, doubled and renamed, and rows doubled", arguments: tables)
  func columns(_ seed: Seed) throws {
    let sheet = try #require(seed.sheet)
    var numbers = Numbers(state: 11)
    for _ in 0..<12 {
      var damaged = sheet
      let at = Int.random(in: 0..<sheet.headings.count, using: &numbers)
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0:
        damaged.headings.remove(at: at)
        for row in damaged.rows.indices { damaged.rows[row].remove(at: at) }
      case 1:
        damaged.headings.append(sheet.headings[at])
        for row in damaged.rows.indices { damaged.rows[row].append(sheet.rows[row][at]) }
      case 2: damaged.headings[at] = "anything"
      default: damaged.rows += sheet.rows
      }
      try use(Array(damaged.csv().utf8), seed)
    }
  }

  @Test("a field, a line and a table beyond all measure are refused", arguments: tables)
  func huge(_ seed: Seed) throws {
    let field = Array(repeating: UInt8(ascii: "9"), count: (1 << 20) + 1)
    #expect(try use(seed.bytes + field, seed) == nil)
    let line = Array(repeating: UInt8(ascii: ","), count: 5000)
    #expect(try use(seed.bytes + line + [10], seed) == nil)
    #expect(try use(line + [10] + seed.bytes, seed) == nil)
  }

  @Test("an archive of two tables, of none, or of something else under the name is refused", arguments: tables)
  func wrongMembers(_ seed: Seed) throws {
    let text = String(decoding: seed.bytes, as: UTF8.self)
    let inner = String(decoding: try TestZIP.archive([("a.csv", text)]).map { $0 & 0x7F }, as: UTF8.self)
    for files in [[("a.csv", text), ("b.csv", text)], [("a.txt", "nothing")], [("a.csv", inner)], []] {
      #expect(try use(try TestZIP.archive(files), seed) == nil)
    }
    #expect(try use(try TestZIP.archive([("folder/a.csv", text), ("readme.txt", "x")]), seed) != nil)
  }
}
