internal import Chronicle
internal import Formats
public import Measures
internal import Oversight
public import Register
internal import Vocabulary

/// The published results of the NHS Oversight Framework by trust and quarter, NHS England.
///
/// Each metric, score, segment and flag is a measure of its own, `oversight.` and the id it is published under. None
/// of them adds up, so none is ever recast. Trusts are ranked and scored within their type, so the figures of each type
/// are kept apart: the grain is the type's name. What stands in words and not in numbers is kept in the block.
///
/// A block for each measure, type and quarter. Columns: text `name`, and `words` where a value is given in words;
/// number `value`, a length of time in seconds; `rank`; `row`.
public struct OversightResultsReader: Reader {
  /// The reader.
  public init() {}

  /// `oversight-results`.
  public let format = "oversight-results"
  /// What it reads.
  public let summary = "Results of the NHS Oversight Framework by trust and quarter, NHS England (CSV)"
  /// The measures are those of the file: see ``read(_:register:)``.
  public let measures: [MeasureDefinition] = []
  /// NHS England publishes them.
  public let isOfficialPublication = true

  private static let needed = [
    ["Quarter"], ["Trust_type"], ["Trust_code"], ["Trust_name"], ["Domain"], ["Metric_ID"], ["Units"], ["Value"],
  ]

  /// The columns of the data file; the league table has others.
  public func recognise(_ file: InputFile) throws -> Recognition {
    try FileTable.headings(of: file)?.recognise(Self.needed) ?? .no
  }

  /// What one block is of.
  private struct Key: Hashable {
    let quarter: Quarter
    let type: String
    let measure: String
  }

  /// Reads the table. The rules of the file are those of `PublishedResults`: one row that cannot be understood
  /// refuses the whole.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    let results: PublishedResults
    do {
      results = try PublishedResults([try FileTable.bytes(of: file)])
    } catch let error as OversightError {
      throw ImportError("\(error)")
    }
    var metrics = MetricNames(results)
    var faults = Faults()
    var units = UnitTables<Key>(texts: ["name", "words"], numbers: ["value", "rank"])
    for body in results.bodies {
      let type = Self.grain(body.type)
      for row in body.rows {
        faults.rowsRead += 1
        guard AreaCodes.isODS(body.code), let measure = metrics.measure(of: row) else {
          faults.refuse(
            line: row.line, "'\(body.code.prefix(40))' is no trust's code, or '\(row.id.prefix(40))' is no metric's id")
          continue
        }
        let words: String
        if case .text(let text) = row.value { words = text } else { words = "" }
        units.take(
          Key(quarter: body.quarter, type: type, measure: measure), body.code, texts: [body.name, words],
          numbers: [row.number ?? .nan, row.rank.map(Double.init) ?? .nan], line: row.line, faults: &faults)
      }
    }
    try faults.settle(file)

    let keys = units.keys.sorted {
      ($0.quarter, $0.type, $0.measure) < ($1.quarter, $1.type, $1.measure)
    }
    var reading = Reading(
      title: "NHS Oversight Framework results, \(keys.map(\.quarter.description).span)", publisher: "NHS England",
      published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.definitions = metrics.definitions
    reading.figures = keys.map { key in
      var columns = [(ID<Measure>(slug: key.measure), "value")]
      if key.measure == MetricNames.average { columns.append((MetricNames.rank.subject, "rank")) }
      return Reading.Figures(
        period: key.quarter.period, label: key.quarter.description, basis: .provided, grain: key.type,
        block: units.block(key), columns: columns)
    }
    let worded = results.bodies.reduce(0) { sum, body in
      sum + body.rows.count { if case .text = $0.value { true } else { false } }
    }
    if worded > 0 {
      reading.notes.append("\(worded) values are words and not numbers; they are kept in the block, as words")
    }
    return reading
  }

  /// `mental-health-and-community-trust`.
  private static func grain(_ type: String) -> String {
    type.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}

/// The measures a file of oversight results has, found from its rows.
private struct MetricNames {
  /// The measure of the mean of all scores, by which trusts are ranked.
  static let average = "oversight.of5002"
  /// The rank in the league table.
  static let rank = MeasureDefinition(
    ID(slug: "oversight.rank"), "Rank by average metric score", unit: "rank", additivity: .notAdditive,
    meaning: "The place among trusts of the same type, by the average of their metric scores; 1 is the best.")

  /// The units each id is published in, sorted; with two, the first keeps the plain name.
  private var units: [String: [String]] = [:]
  private var known: [String: MeasureDefinition] = [:]

  init(_ results: PublishedResults) {
    for body in results.bodies {
      for row in body.rows where units[row.id]?.contains(row.unit) != true {
        units[row.id, default: []].append(row.unit)
      }
    }
    units = units.mapValues { $0.sorted() }
    for body in results.bodies { for row in body.rows { _ = define(row) } }
  }

  /// The measure of a row; nil where its id can be no identifier.
  mutating func measure(of row: PublishedResults.Row) -> String? { define(row)?.subject.text }

  /// Every measure found, by identifier.
  var definitions: [MeasureDefinition] {
    let found = known.values.sorted { $0.subject < $1.subject }
    return found.contains { $0.subject.text == MetricNames.average } ? found + [MetricNames.rank] : found
  }

  private mutating func define(_ row: PublishedResults.Row) -> MeasureDefinition? {
    let isSecond = units[row.id]?.first != row.unit
    let word = row.unit.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    guard let subject = ID<Measure>("oversight.\(row.id.lowercased())\(isSecond ? ".\(word)" : "")") else { return nil }
    if let definition = known[subject.text] { return definition }
    let called = row.description.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isScoreOfMetric = row.id.hasPrefix("OF1")
    let definition = MeasureDefinition(
      subject, (called.isEmpty ? row.id : called) + (isScoreOfMetric ? ": score" : ""), unit: row.unit,
      additivity: .notAdditive,
      meaning: "\(row.id) of the NHS Oversight Framework, \(row.domain), as published for each trust"
        + (row.unit == "score" ? "; from 1, the best, to 4." : "."))
    known[subject.text] = definition
    return definition
  }
}

extension Quarter {
  /// From the first day of the quarter until the first of the next.
  fileprivate var period: Period {
    let month = (number * 3) % 12 + 1
    let from = Day(year: number == 4 ? year + 1 : year, month: month, day: 1) ?? .distantPast
    return Period(from: from, until: from.advanced(by: 80).startOfNextMonth)
  }
}
