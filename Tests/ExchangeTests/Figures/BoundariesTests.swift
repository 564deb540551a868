import Chronicle
import Formats
import Foundation
import Register
import Testing
import Vocabulary

@testable import Exchange

@Suite("Boundaries")
struct BoundariesTests {
  let reader = BoundariesReader()

  static func map(
    _ properties: String, _ ring: String = "[[-0.123456,51.5],[0,51.5],[0,52.25],[-0.123456,51.5]]"
  ) -> String {
    """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{\(properties)},
    "geometry":{"type":"MultiPolygon","coordinates":[[\(ring)],[\(ring)]]}}]}
    """
  }

  @Test(
    "published boundaries are read", .needsPublishedFiles,
    arguments: [
      ("geo/ICB_APR_2023_EN_BSC.geojson", "boundary.icb", "ons", "2023-04-01", 42),
      ("geo/ICB_APR_2026_derived_from_ONS_BSC.geojson", "boundary.icb", "ods", "2026-04-01", 36),
      ("geo/NHSER_JAN_2024_EN_BSC.geojson", "boundary.nhs-region", "ons", "2024-04-01", 7),
    ])
  func published(_ path: String, _ id: String, _ scheme: String, _ from: String, _ count: Int) throws {
    let file = try Published.file(path)
    #expect(try reader.recognise(file) == .yes)
    let lookup = try #require(try reader.read(file, register: .blank).lookups.first)
    #expect(lookup.id.text == id && lookup.scheme == scheme && lookup.from.description == from)
    #expect(lookup.block.count == count)
    #expect(lookup.block.texts["name"]?.contains("") == false)
    let rings = try #require(lookup.block.texts["rings"])
    #expect(rings.allSatisfy { $0.split(separator: ",").count > 20 })
    #expect(try Block(decoding: lookup.block.encoded).texts == lookup.block.texts)
  }

  @Test(
    "the property of the codes is found under any name",
    arguments: [
      (#""ICB26CDH":"S1Y5D","ICB26NM":"NHS Central East""#, "ods", "2026-04-01"),
      (#""LAT":51.5,"ICB27NM":"NHS Central East","ICB27CD":"E54000065","x":null"#, "ons", "2027-04-01"),
      (#""objectid":3,"ICB22CD":"E54000052","ICB22NM":"NHS Surrey""#, "ons", "2022-07-01"),
    ])
  func properties(_ properties: String, _ scheme: String, _ from: String) throws {
    let text = Self.map(properties)
    #expect(try reader.recognise(.text(text, name: "map.geojson")) == .yes)
    let lookup = try #require(try outcome(reader, text).get().lookups.first)
    #expect(lookup.scheme == scheme && lookup.from.description == from)
    #expect(lookup.block.texts["rings"] == ["-0.12346 51.5,0 51.5,0 52.25|-0.12346 51.5,0 51.5,0 52.25"])
  }

  @Test("without a year in a name, and with codes nobody knows, it is refused")
  func undated() throws {
    let refusal = try outcome(reader, Self.map(#""code":"E54000065","label":"Central East""#)).refusal
    #expect(refusal.contains("says which year's boundaries it has"))
  }

  @Test("other areas are not boards")
  func others() throws {
    guard case .almost = try reader.recognise(.text(Self.map(#""LAD23CD":"E06000001""#), name: "map.geojson"))
    else {
      Issue.record("districts are not taken for boards")
      return
    }
    #expect(try reader.recognise(.text("[1,2,3]")) == .no)
    #expect(try reader.recognise(.text("unit,value\n1,2\n")) == .no)
  }
}
