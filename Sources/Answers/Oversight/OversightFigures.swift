internal import Chronicle
internal import Measures
internal import Oversight
internal import Register
internal import Vocabulary

/// The results of oversight in the record, as scorers read them: figures of measures `oversight.ID` by trust, a block
/// for each measure, type of trust and quarter, with the columns `value`, `rank`, `name` and `words`.
struct OversightFigures: Sendable {
  /// Every body in every quarter.
  let results: PublishedResults
  /// The scorecards, by quarter and code; each quarter by the scored framework of its year.
  let cards: [Scorecard]
  /// Where each quarter's figures were taken from.
  let origins: [Quarter: [(source: String, certainty: Certainty)]]

  /// The quarters that are over by a day, the earliest first.
  func quarters(by day: Day) -> [Quarter] {
    Set(results.bodies.map(\.quarter)).filter { $0.lastDay.map { $0 < day } ?? false }.sorted()
  }

  /// The results of a snapshot's record, scored. O(figures + draws of the likely ranges), once for what everyone sees.
  ///
  /// Throws when a block cannot be read, or two figures contradict each other.
  static func of(_ snapshot: Snapshot, _ catalogue: FrameworkCatalogue, blocks: Blocks) throws -> OversightFigures {
    let head = Knowledge.recorded(by: snapshot.archive.head.transactions)
    guard snapshot.known == .latest || snapshot.known == head, snapshot.audience == .public else {
      return try OversightFigures(snapshot, catalogue, blocks: blocks)
    }
    return try snapshot.archive.derived(OversightFigures.self) { _ in
      try OversightFigures(snapshot, catalogue, blocks: blocks)
    }
  }

  private init(_ snapshot: Snapshot, _ catalogue: FrameworkCatalogue, blocks: Blocks) throws {
    /// Of several editions of the same figures the one recorded last counts.
    var latest: [Key: Version<Observation>] = [:]
    for version in snapshot.history(Observation.self) {
      guard version.fact.column == "value", let key = Key(version, catalogue) else { continue }
      if let other = latest[key], other.entry > version.entry { continue }
      latest[key] = version
    }
    let units = Dictionary(
      snapshot.history(MeasureDefinition.self).map { ($0.fact.subject, ($0.fact.unit, $0.fact.name)) },
      uniquingKeysWith: { $1 })
    var entries: [PublishedResults.Entry] = []
    var origins: [Quarter: [String: Certainty]] = [:]
    for (key, version) in latest.sorted(by: { $0.value.entry < $1.value.entry }) {
      entries += try key.entries(in: blocks(version.fact.block), version, units[version.fact.subject])
      origins[key.quarter, default: [:]][version.source.text] = version.certainty
    }
    results = try PublishedResults(entries)
    self.origins = origins.mapValues { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    let all = results
    cards = try catalogue.frameworks.filter { $0.engine == .scored }.flatMap { framework in
      try Scorer(framework).score(all.only { framework.years.contains($0.quarter.financialYear) }).cards
    }
  }

  /// Which figures a block has.
  private struct Key: Hashable {
    let id: String
    let unit: String
    let type: String
    let quarter: Quarter

    /// Nil for what is no figure of oversight for a quarter.
    init?(_ version: Version<Observation>, _ catalogue: FrameworkCatalogue) {
      let parts = version.fact.subject.text.split(separator: ".", maxSplits: 2).map(String.init)
      guard parts.count > 1, parts[0] == "oversight", let day = version.period.from.day,
        let quarter = Quarter(version.fact.label), quarter == Quarter(of: day)
      else { return nil }
      id = catalogue.metrics.first { $0.code.lowercased() == parts[1] }?.code ?? parts[1].uppercased()
      unit = parts.count > 2 ? parts[2] : ""
      type = Sentences.capital(version.fact.grain.replacing("-", with: " "))
      self.quarter = quarter
    }

    func entries(
      in block: Block, _ version: Version<Observation>, _ measure: (unit: String, name: String)?
    ) -> [PublishedResults.Entry] {
      let values = block.numbers["value"] ?? []
      let ranks = block.numbers["rank"] ?? []
      return block.units.enumerated().map { index, code in
        let words = block.texts["words"].map { $0[index] } ?? ""
        let value =
          !words.isEmpty
          ? ResultValue.text(words)
          : values.indices.contains(index) && values[index].isFinite ? .number(values[index]) : .missing
        let rank = ranks.indices.contains(index) ? Int(exactly: ranks[index]) : nil
        return PublishedResults.Entry(
          quarter: quarter, code: code, name: block.texts["name"].map { $0[index] } ?? code, type: type,
          row: PublishedResults.Row(
            place: "\(version.fact.subject), \(version.fact.label)", line: index + 1, id: id,
            description: measure?.name ?? id, unit: measure?.unit ?? "", value: value, rank: rank))
      }
    }
  }
}

extension Snapshot {
  /// The body a code of a trust stands for in a quarter; nil where the register has none.
  func trust(_ code: String, in quarter: Quarter) -> ID<Body>? {
    on(quarter.lastDay ?? trueOn).register.bodies(withCode: code, in: "ods").first
  }
}
