import Chronicle
import Foundation
import Testing
import Vocabulary

@testable import Exchange

@Suite("Postcode directories")
struct PostcodeDirectoryTests {
  let reader = PostcodeDirectoryReader()

  static let sheet = Sheet(
    "pcd|pcd2|pcds|dointr|doterm|oslaua|lsoa11|lsoa21|icb",
    [
      "GU167UJ|GU16 7UJ|GU16 7UJ|198001||E07000214|E01030757|E01030757|E54000034",
      "B1  1AA|B1   1AA|B1 1AA|199001||E08000025|E01033620|E01033620|E54000055",
      "B1  1AB|B1   1AB|B1 1AB|199001|202506|E08000025|E01033620|E01033620|E54000055",
      "CF101AA|CF10 1AA|CF10 1AA|198001||W06000015|W01001939|W01001939|W11000030",
      "JE1 1AA|JE1  1AA|JE1 1AA|198001|||||",
    ])

  @Test("every variant gives the same live postcodes of England", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let reading = try outcome(reader, text).get()
    let lookup = try #require(reading.lookups.first)
    #expect(
      lookup.id.text == "lookup.postcode.lsoa21" && lookup.scheme == "lsoa21" && lookup.piece == "postcode")
    #expect(lookup.from.description == "2025-06-01")
    #expect(lookup.block.units == ["B1 1AA", "GU16 7UJ"])
    #expect(lookup.block.texts["code"] == ["E01033620", "E01030757"])
    #expect(reading.rowsRead == 5)
  }

  @Test("columns of a later edition, and of an earlier one without the areas of 2021")
  func renamed() throws {
    let later = Self.sheet.renamed([
      "lsoa11": "lsoa11cd", "lsoa21": "lsoa21cd", "pcd": "pcd7", "pcd2": "pcd8",
    ]).csv()
    #expect(try outcome(reader, later).get().lookups.first?.id.text == "lookup.postcode.lsoa21")
    let earlier = Self.sheet.renamed(["lsoa21": "x", "pcds": "y"]).csv()
    let lookup = try #require(try outcome(reader, earlier).get().lookups.first)
    #expect(lookup.id.text == "lookup.postcode.lsoa11")
    #expect(lookup.block.units == ["B1 1AA", "GU16 7UJ"])
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet.setting(0, "pcds", "NOWHERE 99").csv(), "is not a postcode"),
      (sheet.setting(0, "lsoa21", "E02000001").csv(), "is not the code of a small area"),
      (sheet.setting(2, "doterm", "soon").csv(), "'soon' in column 'doterm' is no month"),
      (sheet.setting(1, "pcds", "GU16 7UJ").csv(), "GU16 7UJ lies in E01030757 on line 2"),
      (String(sheet.csv().dropLast(9)), "was not completely saved"),
    ])
  func refused(_ text: String, _ reason: String) throws {
    #expect(try outcome(reader, text).refusal.contains(reason))
  }

  @Test(
    "postcodes are written one way",
    arguments: [
      ("AB1 0AA", "AB1 0AA"), ("ab10aa", "AB1 0AA"), ("B1  1AA", "B1 1AA"), ("SW1A1AA", "SW1A 1AA"),
      ("", nil),
      ("E01000001", nil), ("ABC DEF", nil), ("1AA 1AA", nil),
    ] as [(String, String?)])
  func written(_ text: String, _ expected: String?) { #expect(Postcode.written(text) == expected) }
}
