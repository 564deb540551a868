internal import Oversight
internal import Register
public import Vocabulary

/// A framework of oversight as an answer shows it: since when, whom it judges, by what and how.
public struct FrameworkEntry: Encodable, Hashable, Sendable, Spanning {
  /// Its key, `2025-26`.
  public let id: String
  /// Its name.
  public let name: String
  /// The first day.
  public let from: When
  /// The first day after; null while it has not ended.
  public let until: When
  /// The financial years it is used in.
  public let years: [String]
  /// How a segment comes about: `scored`, `judgement` or `catalogue`.
  public let engine: String
  /// The kinds of body it judges.
  public let judges: [String]
  /// The segments, `1-4`; empty for a catalogue.
  public let segments: String
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was read.
  public let source: PublishedAt
  /// What to know about it.
  public let note: String
  /// Its domains, or themes, in order.
  public let domains: [Domain]
  /// How its metrics are scored, with an example of each rule.
  public let rules: [Rule]
  /// How an average becomes a segment; empty where a segment is a judgement.
  public let segmentRule: String
  /// How sure that rule is; null where there is none.
  @OrNull public private(set) var segmentRuleCertainty: Certainty?
  /// What changes a segment: the financial override and the support programme.
  public let overrides: [String]
  /// What is offered or imposed in each segment on the day.
  public let support: [Offer]
  /// How many metrics it has.
  public let metrics: Int

  /// Where something was read.
  public struct PublishedAt: Encodable, Hashable, Sendable {
    /// Its title.
    public let title: String
    /// Its address.
    public let address: String

    init(_ key: String, _ catalogue: FrameworkCatalogue) {
      title = catalogue.sources[key]?.title ?? key
      address = catalogue.sources[key]?.address ?? ""
    }
  }

  /// A domain of a framework.
  public struct Domain: Encodable, Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Whether it has metrics set nationally.
    public let national: Bool
    /// How many metrics it has.
    public let metrics: Int
    /// How sure it is.
    public let certainty: Certainty
  }

  /// A rule by which values become scores.
  public struct Rule: Encodable, Hashable, Sendable {
    /// The rule in words.
    public let rule: String
    /// An example, reckoned by the rule.
    public let worked: String
    /// How many metrics follow it.
    public let metrics: Int
    /// How sure it is, surest first.
    public let certainties: [Certainty]
  }

  /// What is offered or imposed in a segment.
  public struct Offer: Encodable, Hashable, Sendable {
    /// The segment.
    public let segment: Int
    /// Its name.
    public let name: String
    /// What it is.
    public let summary: String
    /// How sure it is.
    public let certainty: Certainty
  }

  init(_ framework: Framework, _ catalogue: FrameworkCatalogue, on day: Day) {
    id = framework.id
    name = framework.name
    from = When(framework.period.from)
    until = When(framework.period.until)
    years = framework.years
    engine = framework.engine.rawValue
    judges = framework.subjects.map(Self.plural)
    segments = framework.segments
    certainty = framework.certainty
    source = PublishedAt(framework.source, catalogue)
    note = framework.note
    domains = framework.domains.map { domain in
      Domain(
        name: domain.name, national: domain.isNational,
        metrics: framework.metrics.count { $0.domain == domain.id }, certainty: domain.certainty)
    }
    rules = Self.rules(framework)
    segmentRule = framework.segmentRule?.words ?? ""
    _segmentRuleCertainty = OrNull(wrappedValue: framework.segmentRule?.certainty)
    overrides = framework.segmentRule?.overrideWords ?? []
    support = (1...5).flatMap { segment in
      catalogue.support(in: framework.id, segment: segment, on: day).map {
        Offer(segment: segment, name: $0.name, summary: $0.summary, certainty: $0.certainty)
      }
    }
    metrics = framework.metrics.count
  }

  private static func plural(_ subject: String) -> String {
    subject == "trust" ? "trusts" : BodyKind(rawValue: subject)?.plural ?? subject
  }

  /// The rules in the order of their first metric.
  private static func rules(_ framework: Framework) -> [Rule] {
    var order: [String] = []
    var members: [String: [Framework.Placement]] = [:]
    for placement in framework.metrics where framework.engine != .catalogue {
      let words = placement.rule.words
      if members[words] == nil { order.append(words) }
      members[words, default: []].append(placement)
    }
    return order.map { words in
      let placements = members[words] ?? []
      return Rule(
        rule: words, worked: placements.first.map { $0.rule.worked(in: framework) } ?? "", metrics: placements.count,
        certainties: Certainty.allCases.filter { certainty in placements.contains { $0.certainty == certainty } })
    }
  }
}

extension ScoringRule {
  /// An example of the rule, its figures reckoned by the rule itself; empty where there is nothing to reckon.
  func worked(in framework: Framework) -> String {
    switch self {
    case .rank:
      let score = RankScore.score(rank: 16, of: 61) ?? 0
      return
        "Of 61 bodies the best has 1.00 and the last 4.00. The 16th has 1 + 3 × (16 − 1) ÷ (61 − 1) = \(two(score))."
    case .hybrid(let standard, _):
      let score = RankScore.hybrid(meets: true, rank: 11, of: 41) ?? 0
      return "A value that misses \(Decimals.shortest(standard)) has 4.00. Of 41 bodies that meet it the 11th has "
        + "1 + 2 × (11 − 1) ÷ (41 − 1) = \(two(score))."
    case .bands(let bands):
      let parts = bands.map { band in
        "\(two(band.score)) "
          + (band.edge.map { "\(band.includesEdge ? "at or above" : "above") \(Decimals.shortest($0))" }
            ?? "for all else")
      }
      return Sentences.capital(parts.joined(separator: ", then ")) + "."
    case .points(let points):
      let inOrder = points.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      return Sentences.capital(inOrder.map { "\($0.key) has \(two($0.value))" }.joined(separator: ", ")) + "."
    case .combined(let rows, let columns):
      guard let cell = framework.combinedFinance.last(where: { $0.certainty == .derived }) else { return "" }
      return "A score of \(cell.planned) for \(rows) and of \(cell.variance) for \(columns) make \(cell.score)."
    case .quartile: return "A metric in the lowest quarter is a prompt to look, and no score."
    case .published, .contextual, .measure: return ""
    }
  }

  private func two(_ score: Double) -> String {
    let text = Decimals.rounded(score, places: 2)
    guard let point = text.firstIndex(of: ".") else { return text + ".00" }
    return text + String(repeating: "0", count: 3 - text[point...].count)
  }
}

extension SegmentRule {
  /// The rule in a sentence.
  var words: String {
    switch edges {
    case .quartiles(let population):
      "The plain mean of a trust’s metric scores is its average. The averages of all \(population) trusts are cut at "
        + "their quartiles: the best quarter is segment 1, the last segment 4."
    case .thresholds(let cuts):
      "The plain mean of the metric scores is the average. Up to \(cuts.map(Decimals.shortest).joined(separator: ", ")) "
        + "it is segment 1, 2 and 3; above, segment 4."
    }
  }

  /// What changes the segment, a sentence each.
  var overrideWords: [String] {
    ["A body in financial deficit can be in segment \(overrideFloor) at best: the financial override."]
      + (supportSegment.map { ["A body in the programme of most intensive support is in segment \($0)."] } ?? [])
  }
}
