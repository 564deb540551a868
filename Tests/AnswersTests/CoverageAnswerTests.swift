import Chronicle
import Foundation
import Register
import Testing
import Vocabulary

@testable import Answers

/// A small country of its own: two locations of one board, one of which is cut in 2026.
@Suite struct CoverageAnswerTests {
  static let block = Block(
    units: ["E01000001", "E01000002", "E01000003", "E01000004"],
    columns: [("code", .text(["01A", "01A", "01B", "01B"]))])
  static let postcodes = Block(
    units: ["AB1 1AA", "AB1 1AB", "ZZ9 9ZZ"],
    columns: [("code", .text(["E01000003", "E01000001", "E01000099"]))])
  static let keys = [block, postcodes].map { Digest(of: $0.encoded) }
  static let blocks: Blocks = { digest in digest == keys[0] ? block : postcodes }

  static func archive(_ more: String...) throws -> Archive {
    let rows = [
      "source-1\t\t\tpublic\tofficial\t\ttest\tTest\tNobody\t\t\t\t",
      "body-1\t2022-07-01\t2026-04-01\tpublic\tofficial\ttest\ticb.old\ticb",
      "body-1\t2026-04-01\t\tpublic\tofficial\ttest\ticb.new\ticb",
      "body-1\t2022-07-01\t\tpublic\tofficial\ttest\tsicbl.a\tsub-icb-location",
      "body-1\t2022-07-01\t2026-04-01\tpublic\tofficial\ttest\tsicbl.b\tsub-icb-location",
      "body-1\t2022-07-01\t\tpublic\tofficial\ttest\ticb.other\ticb",
      "body-1\t2022-07-01\t\tpublic\tofficial\ttest\tsicbl.c\tsub-icb-location",
      "code-1\t2022-07-01\t\tpublic\tofficial\ttest\tsicbl.a\tods\t01A",
      "code-1\t2022-07-01\t\tpublic\tofficial\ttest\tsicbl.b\tods\t01B",
      "relation-1\t2022-07-01\t2026-04-01\tpublic\tofficial\ttest\tsicbl.a\tpart-of\ticb.old\t\t",
      "relation-1\t2026-04-01\t\tpublic\tofficial\ttest\tsicbl.a\tpart-of\ticb.new\t\t",
      "relation-1\t2022-07-01\t2026-04-01\tpublic\tofficial\ttest\tsicbl.b\tpart-of\ticb.old\t\t",
      "relation-1\t2022-07-01\t\tpublic\tofficial\ttest\tsicbl.c\tpart-of\ticb.other\t\t",
      "succession-1\t2026-04-01\t\tpublic\tofficial\ttest\tsicbl.b\tsplit\tsicbl.a\tin-force\t\t",
      "succession-1\t2026-04-01\t\tpublic\tofficial\ttest\tsicbl.b\tsplit\tsicbl.c\tin-force\t\t",
      "lookup-1\t2022-07-01\t\tpublic\tofficial\ttest\tlookup.lsoa21.sicbl\tlsoa21\tsub-icb-location\tods\t\(keys[0].hex)\t4",
    ]
    return Archive.holding(try (rows + more).map { try Statement($0) })
  }

  @Test func wholeBeforeTheCut() throws {
    let answer = try CoverageAnswer(
      scheme: "lsoa21", kind: .integratedCareBoard,
      in: Snapshot(try Self.archive(), trueOn: day("2025-01-01")), blocks: Self.blocks)
    #expect(answer.isWhole)
    #expect(answer.bodies.map(\.count).sorted() == [0, 4])
    #expect(
      answer.sentence
        == "On 1 January 2025 each of the four small areas of 2021 lies in exactly one of one integrated care board."
    )
  }

  @Test func aPieceOfACutLocationWithoutAPlaceIsFound() throws {
    let archive = try Self.archive(
      "placement-1\t2026-04-01\t\tpublic\tofficial\ttest\tlsoa21.e01000003\tlsoa21\tE01000003\tsicbl.c")
    let answer = try CoverageAnswer(
      scheme: "lsoa21", kind: .integratedCareBoard, in: Snapshot(archive, trueOn: day("2026-04-01")),
      blocks: Self.blocks)
    #expect(!answer.isWhole)
    #expect(answer.placed == 3)
    #expect(answer.gaps.map(\.code) + answer.overlaps.map(\.code) == ["E01000004"])
  }

  @Test func aPiecePlacedTwiceIsAnOverlap() throws {
    let archive = try Self.archive(
      "placement-1\t2026-04-01\t\tpublic\tofficial\ttest\tlsoa21.e01000003\tlsoa21\tE01000003\tsicbl.c",
      "placement-1\t2026-04-01\t\tpublic\tofficial\ttest\tlsoa21.e01000004\tlsoa21\tE01000004\tsicbl.c",
      "placement-1\t2026-04-01\t\tpublic\tofficial\ttest\tlsoa21.e01000004\tlsoa21\tE01000004\tsicbl.a")
    let answer = try CoverageAnswer(
      scheme: "lsoa21", kind: .integratedCareBoard, in: Snapshot(archive, trueOn: day("2026-04-01")),
      blocks: Self.blocks)
    #expect(answer.overlaps.map(\.code) == ["E01000004"])
    #expect(answer.overlaps.first?.bodies.map(\.id) == ["sicbl.a", "sicbl.c"])
  }

  @Test func nothingLoadedIsNotWhole() throws {
    let answer = try CoverageAnswer(
      scheme: "lsoa11", kind: .integratedCareBoard, in: shipped("2026-04-01"), blocks: Self.blocks)
    #expect(!answer.isWhole)
    #expect(answer.sentence.hasPrefix("No lookup of the small areas of 2011 is loaded"))
  }

  @Test func aPostcodeLeadsToItsBoard() throws {
    let directory =
      "lookup-1\t2024-02-01\t\tpublic\tofficial\ttest\tlookup.postcode.lsoa21\tpostcode\tsub-icb-location\tlsoa21\t\(Self.keys[1].hex)\t3"
    let snapshot = Snapshot(try Self.archive(directory), trueOn: day("2025-01-01"))
    let place = try #require(FindAnswer("ab11aa", in: snapshot, blocks: Self.blocks).place)
    #expect(place.smallArea == "E01000003")
    #expect(place.bodies.map(\.id) == ["sicbl.b", "icb.old"])
    #expect(
      FindAnswer("AB1 1AB", in: snapshot.on(day("2026-04-01")), blocks: Self.blocks).place?.board?.id
        == "icb.new")
    #expect(
      FindAnswer("CD1 1AA", in: snapshot, blocks: Self.blocks).place?.sentence.contains(
        "none of the postcode directories") == true)
    #expect(
      FindAnswer("E01000002", in: snapshot, blocks: Self.blocks).place?.bodies.map(\.id) == [
        "sicbl.a", "icb.old",
      ])
    #expect(FindAnswer("E01000077", in: snapshot, blocks: Self.blocks).place?.bodies.isEmpty == true)
  }
}
