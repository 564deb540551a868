import Chronicle
import Formats
import Foundation
import Register
import Testing
import Vocabulary

@testable import Answers

/// The official lookups of small areas, where the folder with the published files is beside the project.
enum Published {
  static let folder = Shipped.folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data").path
  static let isPresent = FileManager.default.fileExists(atPath: folder)

  /// Small areas to sub-ICB locations by their ODS codes.
  static func lookup(_ file: String, _ unit: String, _ code: String) throws -> Block {
    var reader = try CSVReader(try ByteSource.file("\(folder)/lookup/\(file)").stream())
    let unitColumn = try reader.column(unit)
    let codeColumn = try reader.column(code)
    var units: [String] = []
    var codes: [String] = []
    while let row = try reader.next() {
      units.append(row[unitColumn])
      codes.append(row[codeColumn])
    }
    return Block(units: units, columns: [("code", .text(codes))])
  }
}

@Suite(.enabled(if: Published.isPresent, "the folder ../shared/data with the published files is not here"))
struct RealCoverageTests {
  @Test(
    "every small area of 2011 and of 2021 lies in exactly one board, whatever the day",
    arguments: [
      ("lsoa11", "lsoa11_sicbl22_icb22_lad22.csv", "lsoa11_code", "sicbl22_code_h", "2022-07-01", 32_844),
      ("lsoa21", "lsoa21_sicbl24_icb24.csv", "lsoa21_code", "sicbl24_code_nhs", "2023-04-01", 33_755),
    ])
  func everySmallAreaOnce(
    _ scheme: String, _ file: String, _ unit: String, _ code: String, _ edition: String, _ count: Int
  ) throws {
    let block = try Published.lookup(file, unit, code)
    let digest = Digest(of: block.encoded)
    let id = try #require(ID<Lookup>("lookup.\(scheme).sicbl"))
    let fact = Lookup(
      id, piece: scheme, bodyKind: .subICBLocation, scheme: "ods", block: digest, count: block.count)
    let source = SourceReference(ID<Source>("ons-lsoa21-icb24"))
    let archive = Archive.holding(
      Shipped.statements + [Statement(fact, Period(from: day(edition)), source: source)])
    for (on, boards) in [
      ("2022-07-01", 42), ("2023-03-31", 42), ("2023-04-01", 42), ("2026-03-31", 42), ("2026-04-01", 36),
      ("2026-11-21", 36),
    ] {
      let answer = try CoverageAnswer(
        scheme: scheme, kind: .integratedCareBoard, in: Snapshot(archive, trueOn: day(on)),
        blocks: { _ in block })
      #expect(
        answer.isWhole, "\(on): \(answer.sentence) \(answer.gaps.prefix(3)) \(answer.overlaps.prefix(3))")
      #expect(answer.count == count)
      #expect(answer.bodies.count == boards)
      #expect(answer.bodies.allSatisfy { $0.count > 0 })
      #expect(answer.notes.isEmpty || on < edition, "\(answer.notes)")
    }
  }
}
