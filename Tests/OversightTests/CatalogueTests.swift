import Foundation
import Testing
import Vocabulary

@testable import Oversight

@Suite("Catalogue of frameworks")
struct CatalogueTests {
  @Test("The program carries exactly the tables of the folder")
  func embedded() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Oversight/data")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(ShippedTables.files.map(\.name) == names)
    for file in ShippedTables.files {
      let onDisk = try String(contentsOf: folder.appendingPathComponent(file.name), encoding: .utf8)
      #expect(file.text == onDisk, "\(file.name)")
    }
  }

  @Test(
    "A framework is found by its key or by a year it is used in",
    arguments: [
      ("2022-23", "2022-23"), ("2023-24", "2022-23"), ("2024/25", "2022-23"), ("2025/26", "2025-26"),
    ])
  func found(word: String, id: String) throws {
    #expect(try FrameworkCatalogue.shipped().framework(word)?.id == id)
  }

  @Test("Each framework has the number of metrics its source names")
  func counts() throws {
    let catalogue = try FrameworkCatalogue.shipped()
    func count(_ framework: String) throws -> Int { try #require(catalogue.framework(framework)).metrics.count }
    #expect(try count("2022-23") == 94)
    #expect(try count("core20plus5-adults") == 5)
    #expect(try count("core20plus5-children") == 5)
    #expect(try count("system-metrics-2020") == 12)
  }

  @Test("Six themes judge 2022/23, five scored domains 2025/26, and a metric can sit in both")
  func themes() throws {
    let catalogue = try FrameworkCatalogue.shipped()
    let old = try #require(catalogue.framework("2022-23"))
    let new = try #require(catalogue.framework("2025-26"))
    #expect(old.domains.count == 6)
    #expect(new.domains.filter { !$0.scoreID.isEmpty }.count == 5)
    let shared = catalogue.crosswalk(from: old, to: new).first { $0.from.metric.code == "S012a" }
    #expect(shared?.to.metric.code == "OF0010")
  }

  @Test("Codes of 2022/23 are marked as assumed, and so are the thresholds of 2026/27")
  func marked() throws {
    let catalogue = try FrameworkCatalogue.shipped()
    let old = try #require(catalogue.framework("2022-23"))
    #expect(old.metrics.allSatisfy { $0.metric.certainty.code == .assumed })
    #expect(try #require(catalogue.framework("2026-27")).segmentRule?.certainty == .assumed)
  }

  @Test(
    "Who leads oversight of trusts depends on the day",
    arguments: [
      ("2022-09-01", "integrated care board"), ("2026-04-01", "NHS England region"),
    ])
  func leads(day: String, leader: String) throws {
    let catalogue = try FrameworkCatalogue.shipped()
    let answer = catalogue.lead(of: "trust", on: try #require(Day(day)))
    #expect(answer.map(\.leads) == [leader])
    #expect(answer.allSatisfy { catalogue.sources[$0.source] != nil })
  }

  @Test("Special measures are never named after their end")
  func specialMeasures() throws {
    let catalogue = try FrameworkCatalogue.shipped()
    let after = try #require(Day("2021-08-01"))
    let named = catalogue.support.filter { $0.period.contains(after) != false }.map(\.name)
    #expect(!named.contains("Special measures"))
    #expect(named.contains("Recovery Support Programme"))
  }

  @Test(
    "A damaged table is refused with its file and line",
    arguments: [
      ("metrics.tsv", "\tmonthly\t", "\tmonthly\textra\t", "metrics.tsv, line 2: there are 18 cells for 17 columns"),
      (
        "framework-metrics.tsv", "S007a", "S999z",
        "framework-metrics.tsv, line 2, column code: 'S999z' is not in metrics.tsv"
      ),
      ("segment-rules.tsv", "2.06 2.33 2.65", "2.33 2.06 2.65", "segment-rules.tsv, line 3, column parameters"),
      ("framework-metrics.tsv", "1:>=0;2:>-1", "1:>=0;2:-1", "'2:-1' is no band"),
      ("domains.tsv", "score_id", "score", "domains.tsv, line 1: the columns are"),
    ])
  func damaged(file: String, text: String, replacement: String, message: String) throws {
    let files = ShippedTables.files.map { shipped in
      guard shipped.name == file, let range = shipped.text.range(of: text) else { return shipped }
      return ShippedTables.File(name: file, text: shipped.text.replacingCharacters(in: range, with: replacement))
    }
    #expect(files != ShippedTables.files)
    let error = #expect(throws: OversightError.self) { try FrameworkCatalogue(files) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }
}
