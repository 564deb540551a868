import Chronicle
import Formats
import Foundation
import Measures
import Oversight
import Register
import Testing
import Vocabulary

/// The published results of oversight as a record keeps them: a block for each measure, type and quarter.
enum ResultsRecord {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data/nof").path
  static let isPresent = FileManager.default.fileExists(atPath: folder)

  private static let source = SourceReference(ID<Source>(slug: "file.results"), at: "row=1")

  /// The statements and blocks of a file, with a body for some of its trusts.
  static func read(trusts: [String]) throws -> (archive: Archive, blocks: Blocks) {
    let results = try PublishedResults([.file("\(folder)/mh_community_data_q4.csv")])
    struct Key: Hashable {
      let quarter: Quarter
      let type: String
      let id: String
    }
    var rows: [Key: [(PublishedBody, PublishedResults.Row)]] = [:]
    for body in results.bodies {
      for row in body.rows {
        rows[Key(quarter: body.quarter, type: body.type, id: row.id), default: []].append((body, row))
      }
    }
    var kept: [Digest: Block] = [:]
    var statements: [Statement] = [
      Statement(
        Source(ID(slug: "file.results"), title: "Results", publisher: "NHS England"), .always,
        source: SourceReference(nil))
    ]
    for (key, members) in rows.sorted(by: { ($0.key.quarter, $0.key.id) < ($1.key.quarter, $1.key.id) }) {
      let measure = ID<Measure>(slug: "oversight.\(key.id.lowercased())")
      let block = Block(
        units: members.map { $0.0.code },
        columns: [
          ("name", .text(members.map { $0.0.name })),
          ("value", .number(members.map { $0.1.number ?? .nan })),
          ("rank", .number(members.map { $0.1.rank.map(Double.init) ?? .nan })),
        ])
      let digest = Digest(of: block.encoded)
      kept[digest] = block
      let last = try #require(key.quarter.lastDay)
      let month = try #require(Day(year: last.civil.year, month: last.civil.month - 2, day: 1))
      statements.append(
        Statement(
          MeasureDefinition(
            measure, members[0].1.description, unit: members[0].1.unit, additivity: .notAdditive,
            meaning: "As published."),
          .always, source: source))
      statements.append(
        Statement(
          Observation(
            measure, basis: .provided, grain: key.type.lowercased().replacing(" ", with: "-"),
            label: key.quarter.description, column: "value", block: digest, count: block.count),
          Period(from: month, until: last.advanced(by: 1)), source: source))
    }
    for code in trusts {
      let body = ID<Body>(slug: "trust.\(code)")
      statements.append(Statement(Body(body, .nhsTrust), .always, source: source))
      statements.append(Statement(Code(body, scheme: "ods", code), .always, source: source))
    }
    let held = kept
    return (
      .holding(statements),
      { digest in
        guard let block = held[digest] else { throw LineError("there is no such block") }
        return block
      }
    )
  }

  /// The rows of the published league, by the code of the trust.
  static func league() throws -> [String: [String: String]] {
    var reader = try CSVReader(ByteSource.file("\(folder)/mh_community_league_q4.csv").stream())
    var rows: [String: [String: String]] = [:]
    let code = try reader.column("Trust_code")
    while let row = try reader.next() {
      rows[row[code]] = Dictionary(zip(reader.columns, row.texts)) { first, _ in first }
    }
    return rows
  }
}
