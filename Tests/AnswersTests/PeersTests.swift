import Chronicle
import Formats
import Foundation
import Measures
import Register
import Testing
import Vocabulary

@testable import Answers

@Suite("Peers and outcomes") struct PeersTests {
  /// Small areas of every sub-ICB location, by a fixed pattern that tells each from the rest.
  static let everywhere: NeedRecord = {
    var record = NeedRecord()
    let lens = record.snapshot("2026-11-21").register
    let codes = record.snapshot("2024-04-01").register.bodies(.subICBLocation).compactMap {
      record.snapshot("2024-04-01").register.code($0, in: "ods")
    }.sorted()
    precondition(lens.bodies(.integratedCareBoard).count == 36)
    let rows = 0..<(codes.count * 4)
    let units = rows.map { "E01\(String(1_000_000 + $0).dropFirst())" }
    record.place(units, in: rows.map { codes[$0 / 4] })
    func people(_ row: Int) -> Double { Double(900 + (row * 37) % 800) }
    record.add(
      [NeedRecord.count("population.resident"), NeedRecord.count("population.resident.aged-65-and-over")],
      basis: .resident, grain: "lsoa21", label: "2021", from: "2021-03-21", until: "2021-03-22",
      Block(
        units: units,
        columns: [
          ("population.resident", .number(rows.map(people))),
          ("population.resident.aged-65-and-over", .number(rows.map { Double(100 + ($0 * 53) % 200) })),
        ]))
    record.add(
      [NeedRecord.count("deprivation.neighbourhoods")], basis: .resident, grain: "lsoa21", label: "2025",
      from: "2025-10-30", until: "2025-10-31",
      Block(
        units: units,
        columns: [
          ("deprivation.neighbourhoods", .number(rows.map { _ in 1 })),
          ("decile", .number(rows.map { Double(($0 * $0 + $0 / 3) % 10 + 1) })),
        ]))
    return record
  }()

  static func peers(_ id: String, count: Int = 5, _ weights: [String: Double] = [:]) throws -> PeersAnswer {
    try PeersAnswer(
      of: try body(id), count: count, weights: weights, in: everywhere.snapshot("2026-11-21"),
      blocks: everywhere.blocks)
  }

  /// Distances worked out again, one pair at a time, from the values alone.
  @Test(
    "Peers are those that slow arithmetic finds",
    arguments: [[:], ["people": 0], ["core20": 3, "aged-65-and-over": 0.5]] as [[String: Double]])
  func slowReference(_ weights: [String: Double]) throws {
    let answer = try Self.peers("icb.dorset", count: 100, weights)
    #expect(answer.compared == 36 && answer.peers.count == 35)
    let keys = answer.variables.filter(\.isUsed).map(\.key)
    #expect(!keys.contains("need-index"), "nothing of it is loaded")
    let all = [answer.own] + answer.peers
    var distances: [String: Double] = [:]
    for row in all {
      var (sum, total) = (0.0, 0.0)
      for (place, key) in keys.enumerated() {
        func scale(_ value: Double) -> Double { key == "people" ? log(value) : value }
        let values = all.map { scale($0.values[place]) }
        let mean = values.reduce(0, +) / 36
        let spread = sqrt(values.map { pow($0 - mean, 2) }.reduce(0, +) / 36)
        let difference = (scale(row.values[place]) - scale(answer.own.values[place])) / spread
        sum += (weights[key] ?? 1) * difference * difference
        total += weights[key] ?? 1
      }
      distances[row.body.id] = sqrt(sum / total)
    }
    for row in all { #expect(abs(row.distance - (distances[row.body.id] ?? -1)) < 1e-9, "\(row.body.id)") }
    #expect(answer.peers.map(\.distance) == answer.peers.map(\.distance).sorted())
    #expect(answer.own.distance == 0)
    #expect(try Self.peers("icb.dorset", count: 3, weights).peers == Array(answer.peers.prefix(3)))
  }

  @Test("Distance is the same from either side")
  func symmetric() throws {
    let one = try Self.peers("icb.dorset", count: 100).peers.first { $0.body.id == "icb.kent-and-medway" }
    let other = try Self.peers("icb.kent-and-medway", count: 100).peers.first { $0.body.id == "icb.dorset" }
    #expect(one?.distance == other?.distance && one != nil)
  }

  @Test("What cannot be compared is refused")
  func refusals() throws {
    for weights in [["height": 1.0], ["people": -1], ["core20": 0, "aged-65-and-over": 0, "people": 0]] {
      #expect(throws: QuestionError.self) { try Self.peers("icb.dorset", weights) }
    }
    #expect(throws: QuestionError.self) {
      try PeersAnswer(of: try body("icb.dorset"), in: NeedRecord().snapshot("2026-11-21"), blocks: NeedRecord().blocks)
    }
  }

  // MARK: Outcomes

  struct Case {
    let numerator: Double
    let denominator: Double
    let significance: String
  }

  /// The sets of `assign_funnel_significance` of PHEindicatormethods 2.1.1, where they are beside the project.
  static let folder = Shipped.folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/oracles/phe").path

  static func oracle() throws -> [String: [Case]] {
    var reader = try CSVReader(try ByteSource.file("\(folder)/funnel_proportion_significance.csv").stream())
    let columns = try ["set", "numerator", "denominator", "significance"].map { try reader.column($0) }
    var sets: [String: [Case]] = [:]
    while let row = try reader.next() {
      sets[row[columns[0]], default: []].append(
        Case(
          numerator: try #require(Double(row[columns[1]])), denominator: try #require(Double(row[columns[2]])),
          significance: row[columns[3]]))
    }
    return sets
  }

  static func outcomes(_ cases: [Case], peers: [ID<Body>] = []) throws -> OutcomesAnswer {
    var record = NeedRecord()
    let lens = record.snapshot("2024-04-01").register
    let codes = lens.bodies(.subICBLocation).compactMap { lens.code($0, in: "ods") }.sorted()
    record.add(
      [NeedRecord.rate("rate", "above", "below"), NeedRecord.count("above"), NeedRecord.count("below")],
      basis: .registered, grain: "sub-icb-location", label: "2024", from: "2024-04-01", until: "2024-04-02",
      Block(
        units: Array(codes.prefix(cases.count)),
        columns: [("above", .number(cases.map(\.numerator))), ("below", .number(cases.map(\.denominator)))]))
    return try OutcomesQuestion(measure: ID(slug: "rate"), kind: .subICBLocation, peers: peers)
      .answer(record.snapshot("2024-04-01"), blocks: record.blocks)
  }

  @Test(
    "Who lies outside is who OHID's own method finds",
    .enabled(
      if: FileManager.default.fileExists(atPath: folder),
      "the folder ../shared/oracles with the results of other programs is not here"))
  func significance() throws {
    for (set, cases) in try Self.oracle() {
      let answer = try Self.outcomes(cases)
      // Rows are by name; a figure and what it is out of tell each apart.
      func key(_ top: Double, _ bottom: Double, _ word: String) -> String { "\(top)/\(bottom) \(word)" }
      #expect(
        answer.rows.map { key($0.numerator ?? -1, $0.denominator ?? -1, $0.significance) }.sorted()
          == cases.map { key($0.numerator, $0.denominator, $0.significance) }.sorted(), "set \(set)")
    }
  }

  @Test(
    "One far above the rest is named with its way, bodies that differ by more than chance are said to, and none is ranked"
  )
  func standing() throws {
    var cases = (0..<40).map { Case(numerator: Double(100 + $0 % 5), denominator: 1_000, significance: "") }
    cases[3] = Case(numerator: 400, denominator: 1_000, significance: "")
    cases[7] = Case(numerator: 10, denominator: 1_000, significance: "")
    let answer = try Self.outcomes(cases)
    #expect(answer.rows.filter { $0.standing == "above" }.map(\.numerator) == [400])
    #expect(answer.rows.filter { $0.standing == "below" }.map(\.numerator) == [10])
    #expect(answer.tau2 == 0 && answer.dispersion.contains("no more than chance"))
    #expect(answer.rows.allSatisfy { ($0.lower ?? 1) < ($0.value ?? 0) && ($0.value ?? 1) < ($0.upper ?? 0) })
    #expect(answer.rows.map(\.body.name) == answer.rows.map(\.body.name).sorted())
    let wild = (0..<40).map { Case(numerator: Double(100 + 15 * ($0 % 20)), denominator: 1_000, significance: "") }
    let spread = try Self.outcomes(wild)
    #expect((spread.phi ?? 0) > 1 && (spread.tau2 ?? 0) > 0)
    #expect(spread.rows.allSatisfy { $0.standing == "within" })
    #expect(spread.rows.contains { $0.significance == "High (0.001)" })
    #expect(spread.dispersion.contains("widened by the variance between them"))
  }

  @Test("A measure that is no rate has no funnel")
  func noRate() throws {
    let record = NeedRecord.small
    let error = #expect(throws: QuestionError.self) {
      try OutcomesQuestion(measure: ID(slug: "population.resident"), kind: .integratedCareBoard)
        .answer(record.snapshot("2026-11-21"), blocks: record.blocks)
    }
    #expect(error?.message.contains("is no rate of two counts") == true)
  }
}
