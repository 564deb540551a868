internal import Vocabulary

extension FrameworkCatalogue {
  /// Reads the tables and sees that they agree with one another.
  ///
  /// - Throws: `OversightError` with the file and line of the first cell that cannot be understood, of a code given
  ///   twice, or of a key that leads nowhere.
  public init(_ files: [ShippedTables.File]) throws(OversightError) {
    func table(_ name: String, _ columns: [String]) throws(OversightError) -> TextTable {
      guard let file = files.first(where: { $0.name == name }) else {
        throw OversightError("\(name) is missing: the catalogue cannot be read without it")
      }
      return try TextTable(file, columns: columns)
    }

    var sources: [String: Source] = [:]
    for row in try table("sources.tsv", ["source", "title", "address"]).rows {
      sources[try row.text("source")] = Source(title: try row.text("title"), address: try row.text("address"))
    }
    self.sources = sources
    let known = Set(sources.keys)
    func source(_ row: TextTable.Row) throws(OversightError) -> String {
      guard known.contains(row["source"]) else {
        throw row.wrong("source", "'\(row["source"])' is not in sources.tsv")
      }
      return row["source"]
    }

    var metrics: [String: Metric] = [:]
    var inOrder: [Metric] = []
    for row in try table("metrics.tsv", Metric.columns).rows {
      let metric = try Metric(row)
      _ = try source(row)
      guard metrics.updateValue(metric, forKey: metric.code) == nil else {
        throw row.wrong("code", "'\(metric.code)' stands in the table twice")
      }
      inOrder.append(metric)
    }
    self.metrics = inOrder

    var domains: [String: [Framework.Domain]] = [:]
    let domainTable = try table(
      "domains.tsv", ["framework", "domain", "name", "score_id", "national", "certainty", "source"])
    for row in domainTable.rows {
      _ = try source(row)
      domains[row["framework"], default: []].append(
        Framework.Domain(
          id: try row.text("domain"), name: try row.text("name"), scoreID: row["score_id"],
          isNational: row["national"] == "yes", certainty: try row.word("certainty", as: Certainty.self)))
    }

    var placements: [String: [Framework.Placement]] = [:]
    for row in try table("framework-metrics.tsv", Framework.Placement.columns).rows {
      guard let metric = metrics[row["code"]] else {
        throw row.wrong("code", "'\(row["code"])' is not in metrics.tsv")
      }
      guard domains[row["framework"]]?.contains(where: { $0.id == row["domain"] }) == true else {
        throw row.wrong("domain", "domains.tsv has no '\(row["domain"])' for \(row["framework"])")
      }
      placements[row["framework"], default: []].append(
        try Framework.Placement(row, metric: metric, source: try source(row)))
    }

    var rules: [String: SegmentRule] = [:]
    for row in try table("segment-rules.tsv", SegmentRule.columns).rows {
      _ = try source(row)
      rules[row["framework"]] = try SegmentRule(row)
    }

    var finance: [String: [Framework.CombinedFinance]] = [:]
    let financeTable = try table(
      "combined-finance.tsv", ["framework", "planned", "variance", "score", "certainty", "source"])
    for row in financeTable.rows {
      _ = try source(row)
      finance[row["framework"], default: []].append(
        Framework.CombinedFinance(
          planned: try row.integer("planned"), variance: try row.integer("variance"),
          score: try row.integer("score"), certainty: try row.word("certainty", as: Certainty.self)))
    }

    var frameworks: [Framework] = []
    for row in try table("frameworks.tsv", Framework.columns).rows {
      let id = try row.text("framework")
      frameworks.append(
        try Framework(
          row, source: try source(row), domains: domains[id] ?? [], metrics: placements[id] ?? [],
          segmentRule: rules[id], combinedFinance: finance[id] ?? []))
    }
    self.frameworks = frameworks

    var support: [SupportOffer] = []
    for row in try table("support.tsv", SupportOffer.columns).rows {
      support.append(try SupportOffer(row, source: try source(row)))
    }
    self.support = support

    var leadership: [OversightLead] = []
    let leadTable = try table(
      "leadership.tsv", ["from", "until", "subject", "leads", "summary", "certainty", "source"])
    for row in leadTable.rows {
      leadership.append(
        OversightLead(
          period: try row.period(), subject: try row.text("subject"), leads: try row.text("leads"),
          summary: try row.text("summary"), certainty: try row.word("certainty", as: Certainty.self),
          source: try source(row)))
    }
    self.leadership = leadership
  }
}

extension TextTable.Row {
  /// The period of the columns `from` and `until`.
  func period() throws(OversightError) -> Period {
    guard let period = Period(from: self["from"], until: self["until"]) else {
      throw wrong("from", "'\(self["from"])' until '\(self["until"])' is no period: write 2022-07-01 or 2022-07")
    }
    return period
  }
}

extension Framework {
  static let columns = [
    "framework", "name", "from", "until", "years", "engine", "subjects", "segments", "certainty", "source", "note",
  ]

  init(
    _ row: TextTable.Row, source: String, domains: [Domain], metrics: [Placement], segmentRule: SegmentRule?,
    combinedFinance: [CombinedFinance]
  ) throws(OversightError) {
    id = try row.text("framework")
    name = try row.text("name")
    period = try row.period()
    years = row.words("years")
    engine = try row.word("engine", as: Engine.self)
    subjects = row.words("subjects")
    segments = row["segments"]
    certainty = try row.word("certainty", as: Certainty.self)
    note = row["note"]
    self.source = source
    self.domains = domains
    self.metrics = metrics
    self.segmentRule = segmentRule
    self.combinedFinance = combinedFinance
    if engine == .scored, segmentRule == nil {
      throw row.wrong("engine", "a scored framework needs a row in segment-rules.tsv")
    }
  }
}

extension Framework.Placement {
  static let columns = [
    "framework", "code", "domain", "subdomain", "applies", "rule", "parameters", "certainty", "source",
  ]

  init(_ row: TextTable.Row, metric: Metric, source: String) throws(OversightError) {
    self.metric = metric
    domain = row["domain"]
    subdomain = row["subdomain"]
    applies = try row.text("applies")
    rule = try ScoringRule(row)
    certainty = try row.word("certainty", as: Certainty.self)
    self.source = source
  }
}

extension SupportOffer {
  static let columns = [
    "name", "from", "until", "framework", "segment", "kind", "summary", "certainty", "source",
  ]

  init(_ row: TextTable.Row, source: String) throws(OversightError) {
    name = try row.text("name")
    period = try row.period()
    frameworks = row.words("framework")
    segment = row["segment"].isEmpty ? nil : try row.integer("segment")
    isProgramme = row["kind"] == "programme"
    summary = try row.text("summary")
    certainty = try row.word("certainty", as: Certainty.self)
    self.source = source
  }
}
