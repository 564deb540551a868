import Chronicle
import Exchange
import Foundation
import Measures
import Pages
import Testing
import Vocabulary

import enum Register.BodyKind
import struct Register.Lookup

/// The reference that ships with the product, with figures and lookups in memory, and the site over it.
struct FigureRecord: Sendable {
  var statements: [Statement]
  private(set) var kept: [Digest: Block] = [:]

  static let today = Day("2026-11-21") ?? .distantPast

  /// The shipped reference and no figures.
  static let empty = FigureRecord(statements: reference)

  /// The shipped reference with figures of every basis, small enough to reckon by hand.
  static let withFigures: FigureRecord = {
    var record = empty
    record.addWaits()
    record.addTrusts()
    return record
  }()

  /// The shipped reference with people and deprivation of two boards, each of one location.
  static let withPeople: FigureRecord = {
    var record = empty
    record.addPeople()
    return record
  }()

  private static let reference: [Statement] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Reference/record")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().flatMap { name -> [Statement] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").dropFirst().compactMap { try? Statement($0) }
    }
  }()

  private static let file = SourceReference(ID<Source>(slug: "file.test"), at: "row=1")

  /// Adds figures of measures that share a block.
  mutating func add(
    _ definitions: [MeasureDefinition], basis: Basis, grain: String, label: String, period: Period,
    state: Observation.State = .final, _ block: Block
  ) {
    let digest = Digest(of: block.encoded)
    kept[digest] = block
    statements.append(
      Statement(
        Source(
          ID(slug: "file.test"), title: "A file of tests", publisher: "Nobody", published: Moment("2026-02")),
        .always, source: SourceReference(nil)))
    for definition in definitions {
      statements.append(Statement(definition, .always, source: FigureRecord.file))
      guard definition.additivity == .additive, block.numbers[definition.subject.text] != nil else {
        continue
      }
      statements.append(
        Statement(
          Observation(
            definition.subject, basis: basis, grain: grain, label: label, state: state,
            column: definition.subject.text, block: digest, count: block.count),
          period, source: FigureRecord.file))
    }
  }

  /// Keeps a block, and says what it is found by.
  mutating func keep(_ block: Block) -> Digest {
    let digest = Digest(of: block.encoded)
    kept[digest] = block
    return digest
  }

  private mutating func addWaits() {
    let waits = MeasureDefinition(
      ID(slug: "waiting-list.incomplete"), "Waiting list", unit: "pathways",
      meaning: "Pathways still waiting.")
    let over = MeasureDefinition(
      ID(slug: "waiting-list.over-52-weeks"), "Waiting more than 52 weeks", unit: "pathways",
      meaning: "Long waits.")
    let share = MeasureDefinition(
      ID(slug: "waiting-list.share-over-52-weeks"), "Share waiting more than 52 weeks", unit: "share",
      additivity: .ratio, numerator: over.subject.text, denominator: waits.subject.text,
      meaning: "Of the waits, the long.")
    let rank = MeasureDefinition(
      ID(slug: "deprivation.rank"), "Deprivation rank", unit: "rank", additivity: .notAdditive,
      meaning: "A rank.")
    let codes = ["D4U1Y", "15N", "06H", "91Q", "<b>X</b>"]
    let block = Block(
      units: codes,
      columns: [
        ("parent", .text(["QNQ", "QJK", "QUE", "QKS", ""])),
        (waits.subject.text, .number([1_000, 400, 300, 200, 70])),
        (over.subject.text, .number([100, 20, 30, 10, 7])), ("deprivation.rank", .number([1, 2, 3, 4, 5])),
      ])
    add(
      [waits, over, share, rank], basis: .commissioned, grain: "commissioner", label: "2026-01",
      period: Period(from: Day("2026-01-01") ?? .distantPast, until: Day("2026-02-01") ?? .distantFuture),
      state: .provisional, block)
  }

  private mutating func addPeople() {
    let people = MeasureDefinition(
      ID(slug: "population.resident"), "Resident population", unit: "people", meaning: "People who live there.")
    let all = MeasureDefinition(
      ID(slug: "deprivation.neighbourhoods"), "Neighbourhoods", unit: "neighbourhoods", meaning: "Small areas.")
    let poor = MeasureDefinition(
      ID(slug: "deprivation.most-deprived-fifth"), "Poor neighbourhoods", unit: "neighbourhoods", meaning: "The poor.")
    let share = MeasureDefinition(
      ID(slug: "deprivation.share-in-most-deprived-fifth"), "Share of poor neighbourhoods", unit: "share",
      additivity: .ratio, numerator: poor.subject.text, denominator: all.subject.text, meaning: "Of all, the poor.")
    let codes = ["11J", "91Q"]
    add(
      [people], basis: .resident, grain: "sub-icb-location", label: "mid-2024",
      period: Period(from: Day("2024-06-30") ?? .distantPast, until: Day("2024-07-01") ?? .distantFuture),
      Block(units: codes, columns: [(people.subject.text, .number([3_000, 1_500]))]))
    add(
      [all, poor, share], basis: .resident, grain: "sub-icb-location", label: "2025",
      period: Period(from: Day("2025-01-01") ?? .distantPast, until: Day("2026-01-01") ?? .distantFuture),
      Block(
        units: codes,
        columns: [(all.subject.text, .number([4, 8])), (poor.subject.text, .number([1, 4]))]))
  }

  private mutating func addTrusts() {
    let visits = MeasureDefinition(
      ID(slug: "ae.attendances"), "A&E attendances", unit: "attendances",
      meaning: "Attendances of every type.")
    add(
      [visits], basis: .provided, grain: "trust", label: "2025-06",
      period: Period(from: Day("2025-06-01") ?? .distantPast, until: Day("2025-07-01") ?? .distantFuture),
      Block(units: ["RDU"], columns: [(visits.subject.text, .number([35_965]))]))
  }

  /// The shipped reference with small areas of four locations: people by age, deciles, and a rate of locations.
  static let withNeed: FigureRecord = {
    var record = empty
    record.addNeed()
    return record
  }()

  private mutating func addNeed() {
    func measure(_ id: String, _ name: String, of above: String = "", per below: String = "") -> MeasureDefinition {
      MeasureDefinition(
        ID(slug: id), name, unit: above.isEmpty ? "people" : "share", additivity: above.isEmpty ? .additive : .ratio,
        numerator: above, denominator: below, meaning: "A measure of tests.")
    }
    let locations = ["11J", "91Q", "92A", "70F"]
    let units = (1...40).map { "E0100\($0 < 10 ? "000" : "00")\($0)" }
    let lookup = Block(units: units, columns: [("code", .text((0..<40).map { locations[$0 / 10] }))])
    let digest = Digest(of: lookup.encoded)
    kept[digest] = lookup
    statements.append(
      Statement(
        Lookup(
          ID(slug: "lookup.lsoa21.ods"), piece: "lsoa21", bodyKind: .subICBLocation, scheme: "ods", block: digest,
          count: 40),
        Period(from: Day("2023-04-01") ?? .distantPast), source: FigureRecord.file))
    // Two, four, three and none of ten in the most deprived fifth.
    let deciles = (0..<40).map { row -> Double in
      let place = 3 * row * row + 5 * row + row / 7
      return Double(place % 10 + 1)
    }
    let people = (0..<40).map { Double(1_000 + 10 * $0) }
    let older = people.enumerated().map { $0.offset % 3 == 0 ? $0.element / 4 : $0.element / 8 }
    add(
      [
        measure("population.resident", "Residents"),
        measure("population.resident.aged-65-and-over", "Aged 65 and over"),
      ],
      basis: .resident, grain: "lsoa21", label: "2021",
      period: Period(from: Day("2021-03-21") ?? .distantPast, until: Day("2021-03-22") ?? .distantFuture),
      Block(
        units: units,
        columns: [
          ("population.resident", .number(people)), ("0-64", .number(zip(people, older).map { $0 - $1 })),
          ("65+", .number(older)), ("population.resident.aged-65-and-over", .number(older)),
        ]))
    add(
      [measure("deprivation.neighbourhoods", "Neighbourhoods")], basis: .resident, grain: "lsoa21", label: "2025",
      period: Period(from: Day("2025-10-30") ?? .distantPast, until: Day("2025-10-31") ?? .distantFuture),
      Block(
        units: units,
        columns: [
          ("deprivation.neighbourhoods", .number(people.map { _ in 1 })),
          ("decile", .number(deciles)),
        ]))
    add(
      [
        measure("screening.share", "Share screened", of: "screening.done", per: "screening.invited"),
        measure("screening.done", "Screened"), measure("screening.invited", "Invited"),
      ], basis: .resident, grain: "lsoa21", label: "2025",
      period: Period(from: Day("2025-01-01") ?? .distantPast, until: Day("2026-01-01") ?? .distantFuture),
      Block(
        units: units,
        columns: [
          ("screening.done", .number(people.enumerated().map { ($0.element / 4).rounded() + Double($0.offset) })),
          ("screening.invited", .number(people)),
        ]))
  }

  // MARK: Visits

  struct NoBlock: Error {}

  /// What an address is answered with.
  func reply(_ address: Address) -> Reply {
    let kept = kept
    let archive = Archive.holding(statements)
    return Site.reply(
      to: Visit(
        address: address, snapshot: Snapshot(archive, trueOn: address.on ?? FigureRecord.today),
        blocks: { digest in
          guard let block = kept[digest] else { throw NoBlock() }
          return block
        },
        rows: { source, place in
          KeptRow(
            file: "\(source).csv", table: place.table, number: place.number, headings: ["Code", "Figure"],
            cells: ["QRL", "12", "<b>"])
        }, today: FigureRecord.today))
  }

  func reply(_ place: Place, on day: String? = nil, format: Address.Format = .page) -> Reply {
    reply(Address(place, on: day.flatMap { Day($0) }, format: format))
  }

  /// The answer as text.
  func text(_ place: Place, on day: String? = nil, format: Address.Format = .page) -> String {
    String(decoding: reply(place, on: day, format: format).body, as: UTF8.self)
  }
}

/// The destinations on this site that a page leads to, as they would be asked for.
func links(of page: String) -> [String] {
  var found: [String] = []
  var rest = page[...]
  while let start = rest.firstRange(of: "href=\"/") {
    let from = rest.index(before: start.upperBound)
    guard let end = rest[from...].firstIndex(of: "\"") else { break }
    let link = rest[from..<end].replacing("&amp;", with: "&")
    if !found.contains(String(link)), link != "/style.css" { found.append(String(link)) }
    rest = rest[end...]
  }
  return found
}

/// The address a link is read as.
func address(of link: String) throws -> Address {
  let parts = link.split(separator: "?", maxSplits: 1).map(String.init)
  let path = parts[0].split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
  let query = (parts.count > 1 ? parts[1] : "").split(separator: "&").map {
    item -> (name: String, value: String) in
    let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (
      pair[0].removingPercentEncoding ?? "", pair.count > 1 ? pair[1].removingPercentEncoding ?? "" : ""
    )
  }
  return try Address(path: path, query: query)
}
