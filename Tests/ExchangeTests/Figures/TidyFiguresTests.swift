import Chronicle
import Foundation
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("Tidy figures")
struct TidyFiguresTests {
  let reader = TidyFiguresReader()

  static let sheet = Sheet(
    "measure|period|unit|value|grain|basis",
    [
      "waiting-list.incomplete|2026-01|QUE|100|icb|commissioned",
      "waiting-list.incomplete|2026-01|QNX|*|icb|commissioned",
      "waiting-list.incomplete|2026-02|QUE|90|icb|commissioned",
    ])

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let reading = try outcome(reader, text).get()
    let january = try #require(reading.figures.first { $0.label == "2026-01" })
    #expect(reading.figures.count == 2 && !reader.isOfficialPublication)
    #expect(january.period == period("2026-01-01", "2026-02-01"))
    #expect(january.basis == .commissioned && january.grain == "icb" && january.state == .final)
    #expect(january.block.units == ["QNX", "QUE"])
    #expect(
      january.block.numbers["value"]?.first?.isNaN == true && january.block.number("QUE", "value") == 100)
    #expect(reading.definitions.map(\.name) == ["Waiting to start treatment"])
  }

  @Test("a rate comes with what it is made of, and an unknown measure does not add up")
  func rates() throws {
    let text = """
      measure,period,unit,numerator,denominator,value,name
      smoking.share,2025/26,A81001,25,100,25,Smokers
      index.health,2025-Q4,A81002,,,101.5,Health index
      """
    let reading = try outcome(reader, text).get()
    #expect(
      reading.definitions.map(\.subject.text) == [
        "smoking.share.numerator", "smoking.share.denominator", "smoking.share", "index.health",
      ])
    #expect(reading.definitions.map(\.additivity) == [.additive, .additive, .ratio, .notAdditive])
    #expect(reading.figures.map(\.basis) == [.registered, .registered])
    #expect(reading.figures.map(\.grain) == ["practice", "practice"])
    #expect(reading.figures[1].period == period("2025-10-01", "2026-01-01"))
  }

  @Test(
    "what cannot be understood is refused, with the reason",
    arguments: [
      (sheet.setting(0, "measure", "Waiting List").csv(), "is not a measure's identifier"),
      (sheet.setting(0, "period", "last month").csv(), "'last month' is no period"),
      (sheet.setting(0, "value", "-5").csv(), "a count of waiting-list.incomplete is below nought"),
      (sheet.setting(0, "value", "lots").csv(), "is not a number"),
      (sheet.setting(0, "basis", "living").csv(), "'living' is no basis"),
      (sheet.setting(0, "basis", "").csv(), "what ties figures to this icb is not said"),
      (sheet.setting(0, "grain", "parish").csv(), "'parish' is no grain"),
      (sheet.setting(0, "grain", "").csv(), "it cannot be told what QUE is"),
      (sheet.setting(1, "unit", "QUE").csv(), "QUE stands on line 3 too, with other figures"),
      ("measure,period,unit,numerator,denominator,value\nx,2026,A81001,1,2,50\n", "'2026' is no period"),
      ("measure,period,unit,numerator,denominator,value\nx,2026-01,A81001,1,2,80\n", "is not the stated 80"),
    ])
  func refused(_ text: String, _ reason: String) throws {
    #expect(try outcome(reader, text).refusal.contains(reason))
  }

  @Test(
    "layouts of somebody's own are sent back with a hint", .needsPublishedFiles,
    arguments: [
      "perf/icb_ae_monthly_2022_04_to_2025_07.csv", "perf/icb_rtt_flow_monthly.csv",
      "perf/sicbl_iapt_monthly_long.csv",
    ])
  func hint(_ path: String) throws {
    guard case .almost(let reason) = try reader.recognise(try Published.file(path)) else {
      Issue.record("there should be a hint")
      return
    }
    #expect(reason.contains("measure, period, unit and value"))
  }
}

@Suite("All readers of figures and of the map")
struct FigureReadersTests {
  /// Every published text, workbook, archive and map, and the format it should be read as, if any.
  @Test("a published file is recognised by one reader at most", .needsPublishedFiles)
  func one() throws {
    var formats: [String: [String]] = [:]
    for folder in ["finance", "geo", "gp", "imd", "lookup", "nof", "ods", "perf", "pop", "ref", "std"] {
      for path in Published.all(in: folder) where path.contains(".") {
        let file = try Published.file(path)
        let found = try FigureReaders.all.filter { try $0.recognise(file) == .yes }.map(\.format)
        #expect(found.count <= 1, "\(path) is taken for \(found)")
        for format in found { formats[format, default: []].append(path) }
      }
    }
    #expect(formats["practice-weighted-populations"]?.count == 3)
    #expect(formats["small-area-population"]?.count == 2)
    #expect(formats["deprivation"]?.count == 2)
    #expect(formats["boundaries"]?.count == 3)
    #expect(formats["small-area-lookup"]?.count == 9)
    #expect(formats["health-geography-list"]?.contains("ref/SICBL24_ICB24_NHSER24_ONS_original.csv") == true)
    #expect(formats["tidy-figures"] == nil)
  }

  @Test("measures have one definition, and rates are made of measures that are there")
  func definitions() {
    let ids = FigureReaders.definitions.map(\.subject)
    #expect(Set(ids).count == ids.count)
    for definition in FigureReaders.definitions where definition.additivity == .ratio {
      #expect(ids.contains { $0.text == definition.numerator })
      #expect(ids.contains { $0.text == definition.denominator })
    }
  }

  @Test("what is no table at all is not recognised and does not fail")
  func nonsense() throws {
    for text in [
      "", "\n\n", "hello", "\u{0}\u{1}\u{2}", "%PDF-1.7\n", "{\"a\":1}", "<html></html>", "\"open",
    ] {
      for reader in FigureReaders.all {
        #expect(try reader.recognise(.text(text)) == .no, "\(reader.format) of \(text)")
      }
    }
  }

  @Test("a list of boards is checked against the record and nothing is taken", .needsPublishedFiles)
  func list() throws {
    let reading = try HealthGeographyListReader()
      .read(try Published.file("ref/SICBL24_ICB24_NHSER24_ONS_original.csv"), register: .blank)
    #expect(reading.rowsRead == 106 && reading.figures.isEmpty && reading.lookups.isEmpty)
    #expect(reading.notes.first == "0 of 148 pairs agree with the record on 1 April 2024")
  }
}
