import Chronicle
import Measures
import Register
import Testing
import Vocabulary

@testable import Answers

/// The shipped reference with people, deprivation and weighted populations that can be reckoned by hand.
struct NeedRecord: Sendable {
  var statements = Shipped.statements
  private(set) var kept: [Digest: Block] = [:]

  struct NoBlock: Error {}

  private static let file = SourceReference(ID<Source>(slug: "file.test"))

  private mutating func keep(_ block: Block) -> Digest {
    let digest = Digest(of: block.encoded)
    kept[digest] = block
    return digest
  }

  /// Adds measures and, where the block has a column of their name, their figures.
  mutating func add(
    _ definitions: [MeasureDefinition], basis: Basis, grain: String, label: String, from: String, until: String,
    _ block: Block
  ) {
    let digest = keep(block)
    for definition in definitions {
      statements.append(Statement(definition, .always, source: NeedRecord.file))
      guard block.numbers[definition.subject.text] != nil else { continue }
      statements.append(
        Statement(
          Observation(
            definition.subject, basis: basis, grain: grain, label: label, column: definition.subject.text,
            block: digest, count: block.count),
          Period(from: day(from), until: day(until)), source: NeedRecord.file))
    }
  }

  /// Adds the lookup of small areas to sub-ICB locations.
  mutating func place(_ units: [String], in codes: [String]) {
    let digest = keep(Block(units: units, columns: [("code", .text(codes))]))
    statements.append(
      Statement(
        Lookup(
          ID(slug: "lookup.lsoa21.ods"), piece: "lsoa21", bodyKind: .subICBLocation, scheme: "ods", block: digest,
          count: units.count),
        Period(from: day("2023-04-01")), source: NeedRecord.file))
  }

  /// Adds a directory of postcodes to small areas.
  mutating func direct(_ postcodes: [String: String]) {
    let sorted = postcodes.sorted { $0.key < $1.key }
    let digest = keep(Block(units: sorted.map(\.key), columns: [("code", .text(sorted.map(\.value)))]))
    statements.append(
      Statement(
        Lookup(
          ID(slug: "lookup.postcode.lsoa21"), piece: "postcode", bodyKind: .other, scheme: "lsoa21", block: digest,
          count: sorted.count),
        Period(from: day("2023-01-01")), source: NeedRecord.file))
  }

  static func count(_ id: String) -> MeasureDefinition {
    MeasureDefinition(ID(slug: id), id, unit: "people", meaning: "A count of tests.")
  }

  static func rate(_ id: String, _ above: String, _ below: String) -> MeasureDefinition {
    MeasureDefinition(
      ID(slug: id), id, unit: "share", additivity: .ratio, numerator: above, denominator: below,
      meaning: "A rate of tests.")
  }

  func snapshot(_ on: String) -> Snapshot { Snapshot(Archive.holding(statements), trueOn: day(on)) }

  var blocks: Blocks {
    { [kept] digest in
      guard let block = kept[digest] else { throw NoBlock() }
      return block
    }
  }

  // MARK: Small areas

  /// Forty small areas, ten in each of four locations, with deciles in turn, people that grow, and a tenth aged over 65
  /// in the odd ones.
  static let units = (1...40).map { "E0100\($0 < 10 ? "000" : "00")\($0)" }
  static let locations = ["11J", "91Q", "92A", "70F"]
  static func people(_ row: Int) -> Double { Double(1_000 + 10 * row) }
  static func older(_ row: Int) -> Double { row % 2 == 1 ? people(row) / 10 : people(row) / 5 }
  /// The last small area is not in the indices.
  static func decile(_ row: Int) -> Double { row == 39 ? .nan : Double((row * 7) % 10 + 1) }

  static let small: NeedRecord = {
    var record = NeedRecord()
    let rows = 0..<40
    record.place(units, in: rows.map { locations[$0 / 10] })
    record.add(
      [count("population.resident"), count("population.resident.aged-65-and-over")], basis: .resident,
      grain: "lsoa21", label: "2021", from: "2021-03-21", until: "2021-03-22",
      Block(
        units: units,
        columns: [
          ("population.resident", .number(rows.map { people($0) })),
          ("0-64", .number(rows.map { people($0) - older($0) })), ("65+", .number(rows.map { older($0) })),
          ("population.resident.aged-65-and-over", .number(rows.map { older($0) })),
        ]))
    record.add(
      [count("deprivation.neighbourhoods")], basis: .resident, grain: "lsoa21", label: "2025", from: "2025-10-30",
      until: "2025-10-31",
      Block(
        units: Array(units.dropLast()),
        columns: [
          ("deprivation.neighbourhoods", .number((0..<39).map { _ in 1 })),
          ("decile", .number((0..<39).map { decile($0) })),
        ]))
    return record
  }()
}
