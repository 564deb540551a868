import Foundation
import Statistics
import Testing

/// The demonstration's figures are invented, so it is known what happened to them: the charts must say the same.
@Suite("What is known of Northmoor's figures")
struct NorthmoorTruthTests {
  static let rules = [ControlRules.nhsr02, .mdc2024]

  @Test("Six real changes are seen, to the last month and not before they began", arguments: rules)
  func signals(rules: ControlRules) throws {
    let figures = try Figures()
    let known = figures.truth.filter { $0.sort == "signal" }
    #expect(known.count == 6)
    for one in known {
      let series = try figures.series(one.measure)
      let chart = ControlChart(of: ProcessSeries(series.map(\.value), direction: .decrease), by: rules)
      #expect(chart.variation != .commonCause, "\(one.measure): \(one.what)")
      let start = try #require(series.firstIndex { $0.month == one.from })
      let stepped = ProcessSeries(series.map(\.value), steps: [.init(at: start)])
      let parted = ControlChart(of: stepped, by: rules)
      #expect(parted.points.allSatisfy { !$0.isSpecialCause }, "\(one.measure) is quiet before and after \(one.from)")
    }
  }

  @Test("Six that only look like a change are chance, though the last month is the most for a year", arguments: rules)
  func noises(rules: ControlRules) throws {
    let figures = try Figures()
    let known = figures.truth.filter { $0.sort == "noise" }
    #expect(known.count == 6)
    for one in known {
      let values = try figures.series(one.measure).map(\.value)
      let year = values.suffix(12)
      #expect(values.last == year.max() || values.last == year.min(), "\(one.measure)")
      let chart = ControlChart(of: ProcessSeries(values, direction: .decrease), by: rules)
      #expect(chart.points.allSatisfy { !$0.isSpecialCause }, "\(one.measure): \(one.what)")
    }
  }

  @Test("All other counts are chance and nothing else", arguments: rules)
  func quiet(rules: ControlRules) throws {
    let figures = try Figures()
    let known = Set(figures.truth.map(\.measure))
    let others = figures.counts.filter { !known.contains($0) }
    #expect(others.count == 60 - known.count)
    for measure in others {
      let chart = ControlChart(of: ProcessSeries(try figures.series(measure).map(\.value)), by: rules)
      #expect(chart.points.allSatisfy { !$0.isSpecialCause }, "\(measure)")
    }
  }

  @Test("A change of counting is a change until it is told, and none after", arguments: rules)
  func counting(rules: ControlRules) throws {
    let figures = try Figures()
    let one = try #require(figures.truth.first { $0.sort == "counted-otherwise" })
    let series = try figures.series(one.measure)
    let start = try #require(series.firstIndex { $0.month == one.from })
    let blind = ControlChart(of: ProcessSeries(series.map(\.value)), by: rules)
    #expect(blind.points.contains { $0.isSpecialCause })
    let told = ControlChart(of: ProcessSeries(series.map(\.value), steps: [.init(at: start)]), by: rules)
    #expect(told.points.allSatisfy { !$0.isSpecialCause })
  }

  @Test("Small counts lie from 1 to 7, and one month has a figure and its revision")
  func smallAndRevised() throws {
    let figures = try Figures()
    for one in figures.truth where one.sort == "small" {
      #expect(try figures.series(one.measure).allSatisfy { (1...7).contains($0.value) }, "\(one.measure)")
    }
    let revised = try #require(figures.truth.first { $0.sort == "revised" })
    let states = figures.rows.filter { $0[6] == revised.measure && $0[9] == revised.from }.map { $0[10] }
    #expect(states.sorted() == ["provisional", "revised"])
  }

  @Test("Each of the seventy-four measures is defined, and every count has forty-eight months")
  func counts() throws {
    let figures = try Figures()
    #expect(figures.definitions.count == 74)
    for measure in figures.counts { #expect(try figures.series(measure).count == 48, "\(measure)") }
  }
}

/// The demonstration's tables of figures.
private struct Figures {
  /// What is known of a series.
  struct Truth {
    let measure: String
    let sort: String
    let from: String
    let what: String
  }

  let truth: [Truth]
  let definitions: [[String]]
  let rows: [[String]]
  /// The header and the first row of each block.
  private let blocks: [String: [[String]]]

  /// The measures that are counts.
  var counts: [String] { definitions.filter { $0[9] == "additive" }.map { $0[6] } }

  init() throws {
    let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Examples")
    let folder = examples.appendingPathComponent("northmoor")
    let folders = [folder, examples.appendingPathComponent("northmoor-restricted")]
    truth = try Figures.table(examples.appendingPathComponent("northmoor-truth.tsv")).map {
      Truth(measure: $0[0], sort: $0[1], from: $0[2], what: $0[3])
    }
    definitions = try Figures.table(folder.appendingPathComponent("measures.tsv"))
    var rows: [[String]] = []
    var blocks: [String: [[String]]] = [:]
    for folder in folders {
      let own = try Figures.table(folder.appendingPathComponent("observations.tsv"))
      for digest in Set(own.map { $0[12] }) {
        blocks[digest] = try String(
          contentsOf: folder.appendingPathComponent("blocks/\(digest).tsv"), encoding: .utf8
        ).split(separator: "\n").prefix(2).map { $0.split(separator: "\t").map(String.init) }
      }
      rows += own
    }
    self.rows = rows
    self.blocks = blocks
  }

  private static func table(_ file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The figures of the first unit, month by month; of two of one month the later.
  func series(_ measure: String) throws -> [(month: String, value: Double)] {
    var found: [String: Double] = [:]
    for row in rows where row[6] == measure && row[10] != "provisional" {
      let block = try #require(blocks[row[12]])
      let column = try #require(block[0].firstIndex(of: "#" + row[11]))
      let value = try #require(Double(block[1][column]))
      found[row[9]] = value
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
