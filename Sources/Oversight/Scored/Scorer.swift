internal import Vocabulary

/// Scores published results by the rules of a framework.
///
/// Metric scores are averaged plainly, combined finance standing for its two parts. The average is cut into segments,
/// the financial override and the support programme change them, and bodies of a type are ranked. The rules were
/// recovered from the results of 2025/26 and reproduce them: averages within their rounding, segments and ranks exactly.
public struct Scorer: Sendable {
  /// The framework it scores by.
  public let framework: Framework
  let rule: SegmentRule
  let takesFilesAsNational: Bool
  /// The ids of metrics that enter averages only as part of combined finance.
  private let parts: Set<String>

  /// A scorer.
  ///
  /// - Parameter takesFilesAsNational: that the files hold every trust in England, whatever their number.
  /// - Throws: `OversightError` when the framework does not score.
  public init(_ framework: Framework, takesFilesAsNational: Bool = false) throws(OversightError) {
    guard framework.engine == .scored, let rule = framework.segmentRule else {
      throw OversightError(
        "the \(framework.name) is no scored framework: its segments are decided by people, from a proposal with reasons"
      )
    }
    self.framework = framework
    self.rule = rule
    self.takesFilesAsNational = takesFilesAsNational
    parts = Set(
      framework.metrics.flatMap { placement -> [String] in
        if case .combined(let rows, let columns) = placement.rule { return [rows, columns] }
        return []
      })
  }

  /// A scorecard for each body and quarter, and what was not scored.
  public func score(_ results: PublishedResults) -> (cards: [Scorecard], notScored: [NotScored]) {
    var cards: [Scorecard] = []
    for quarter in Set(results.bodies.map(\.quarter)).sorted() {
      cards += scoreWithCuts(quarter: results.bodies.filter { $0.quarter == quarter }).cards
    }
    return (cards, notScored(results))
  }

  /// The scorecards of one quarter, and the edges between segments in it.
  func scoreWithCuts(quarter bodies: [PublishedBody]) -> (cards: [Scorecard], cuts: SegmentCuts?) {
    let isNational = self.isNational(bodies)
    let rules = RuleScores(bodies, framework: framework, isNational: isNational)
    let tallies = bodies.map { Tally($0, scored: metricScores($0, rules), framework: framework) }
    let cuts = QuarterCuts(bodies, tallies, rule: rule, isNational: isNational)
    var cards = zip(bodies, tallies).map { card($0, $1, cuts) }
    League(overrideFloor: rule.overrideFloor).place(&cards, cuts: cuts.overall)
    return (cards, cuts.overall)
  }

  /// Whether the bodies of a quarter are all there are.
  private func isNational(_ bodies: [PublishedBody]) -> Bool {
    guard case .quartiles(let population) = rule.edges else { return false }
    return takesFilesAsNational || bodies.count >= population
  }

  // MARK: Metric scores

  private func metricScores(
    _ body: PublishedBody, _ rules: RuleScores
  ) -> (scores: [MetricScore], notes: [String]) {
    var scores: [MetricScore] = []
    var notes: [String] = []
    var known: [String: Double] = [:]
    func add(_ placement: Framework.Placement) {
      let id = placement.metric.scoreID
      let published = body.row(id).flatMap { $0.unit == "score" ? $0.number : nil }
      let computed = rules.score(placement, of: body) ?? combined(placement, known)
      let result: (score: Double, basis: MetricScore.Basis)
      switch (published, computed) {
      case (let published?, let computed?) where abs(published - computed) < 0.005_001:
        result = (computed, .reproduced)
      case (let published?, let computed?):
        result = (published, .published)
        notes.append(
          "\(id): the rule gives \(Decimals.rounded(computed, places: 2)), the published score is used")
      case (let published?, nil): result = (published, .published)
      case (nil, let computed?):
        result = (computed, .computed)
        notes.append("\(id): no score is published, computed by its rule")
      case (nil, nil):
        if body.number(placement.metric.code) != nil {
          notes.append("\(id): a value and no score, and those it is ranked among are not in the file")
        }
        return
      }
      known[placement.metric.code] = result.score
      let domain = body.row(id).flatMap { framework.domain(named: $0.domain) } ?? placement.domain
      scores.append(
        MetricScore(
          id: id, name: placement.metric.name, domain: domain, score: result.score, basis: result.basis,
          counts: !parts.contains(placement.metric.code)))
    }
    // The two parts of combined finance come first, whatever their order in the table.
    let scored = framework.metrics.filter { $0.rule.isScored }
    for placement in scored where parts.contains(placement.metric.code) { add(placement) }
    for placement in scored where !parts.contains(placement.metric.code) { add(placement) }
    return (scores, notes)
  }

  private func combined(_ placement: Framework.Placement, _ known: [String: Double]) -> Double? {
    guard case .combined(let rows, let columns) = placement.rule, let planned = known[rows],
      let variance = known[columns]
    else { return nil }
    return framework.combinedFinance(planned: planned, variance: variance).map { Double($0.score) }
  }

  // MARK: Segments

  private func card(_ body: PublishedBody, _ tally: Tally, _ cuts: QuarterCuts) -> Scorecard {
    var notes = tally.notes
    let published = body.segment("OF5003")
    let computed = tally.average.flatMap { average in
      cuts.overall.flatMap { $0.origin == .gaps ? nil : $0.segment(of: average) }
    }
    let unadjusted = computed ?? published
    if let computed, let published, computed != published {
      notes.append("the unadjusted segment was published as \(published)")
    }
    if unadjusted == nil { notes.append("the unadjusted segment is not in the file, and needs every trust in England") }

    let override = body.flag(rule.overrideID)
    let adjusted = unadjusted.flatMap { segment -> Int? in
      if segment >= rule.overrideFloor { return segment }
      return override.map { $0 ? rule.overrideFloor : segment }
    }
    if unadjusted != nil, adjusted == nil { notes.append(missingOverride(body)) }

    let support = rule.supportID.isEmpty ? false : body.flag(rule.supportID)
    if support == nil, let highest = rule.supportSegment {
      notes.append("segment \(highest) is not in the file for this quarter")
    }
    if let outside = quarterNote(body.quarter) { notes.append(outside) }
    return Scorecard(
      quarter: body.quarter, code: body.code, name: body.name, type: body.type, scores: tally.scores,
      average: tally.average, publishedAverage: body.number("OF5002"),
      domains: zip(tally.domains, cuts.domains).map { entry, cut in
        Scorecard.DomainScore(
          domain: entry.domain, score: entry.score,
          segment: entry.score.flatMap { score in
            cut?.segment(of: score)
              ?? body.segment(entry.domain.scoreID.replacingPrefix("OF40", with: "OF41"))
          })
      },
      unadjusted: unadjusted,
      unadjustedBasis: computed != nil ? .computed : published != nil ? .published : .unknown,
      override: override, adjusted: adjusted, support: support,
      final: support == true ? rule.supportSegment : adjusted, placing: nil, notes: notes)
  }

  /// A missing flag is unknown; the published one agreed in 235 of 244 cases with a deficit over plan and year to date.
  private func missingOverride(_ body: PublishedBody) -> String {
    guard let planned = body.number("OF0079"), let variance = body.number("OF0081") else {
      return "the financial override is not in the file, so the adjusted segment is unknown"
    }
    return "the financial override is not in the file, so the adjusted segment is unknown; plan and year to date "
      + "together are \(Decimals.rounded(planned + variance, places: 2))%, which speaks "
      + (planned + variance < 0 ? "for it" : "against it")
  }

  private func quarterNote(_ quarter: Quarter) -> String? {
    framework.years.contains(quarter.financialYear)
      ? nil : "\(quarter) lies outside the years of the \(framework.name)"
  }

  // MARK: What is left out

  private func notScored(_ results: PublishedResults) -> [NotScored] {
    let known = Tally.known(framework)
    var rows: [String: (name: String, count: Int)] = [:]
    for body in results.bodies {
      for row in body.rows where !known.contains(row.id) {
        rows[row.id, default: (row.description, 0)].count += 1
      }
    }
    return rows.keys.sorted().compactMap { id in
      rows[id].map { entry in
        NotScored(
          id: id, name: entry.name, rows: entry.count,
          reason: Tally.isScore(id)
            ? "not in the catalogue: its score counts only where the published average shows that it does"
            : "not in the catalogue of the \(framework.name)")
      }
    }
  }
}

extension String {
  /// The text with another beginning, or as it is where it begins otherwise.
  func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
