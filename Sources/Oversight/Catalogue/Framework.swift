public import Vocabulary

/// The rules by which bodies are judged for some years: metrics, scoring, segments, override and support.
///
/// A framework is data. Another year is another row of the tables, not another line of code.
public struct Framework: Hashable, Sendable {
  /// Its key, for example `2025-26`.
  public let id: String
  /// Its name.
  public let name: String
  /// When it is in force.
  public let period: Period
  /// The financial years it is used in, for example `2022-23`, `2023-24`.
  public let years: [String]
  /// How a segment comes about.
  public let engine: Engine
  /// The kinds of body it is applied to.
  public let subjects: [String]
  /// The segments, for example `1-4`; empty for a catalogue.
  public let segments: String
  /// How sure we are of it.
  public let certainty: Certainty
  /// The key of its source.
  public let source: String
  /// What to know about it.
  public let note: String
  /// Its domains or themes, in order.
  public let domains: [Domain]
  /// Its metrics, in order.
  public let metrics: [Placement]
  /// How averages become segments; nil where a segment is a judgement.
  public internal(set) var segmentRule: SegmentRule?
  /// Combined finance by the scores of planned position and of variance; empty where there is none.
  public let combinedFinance: [CombinedFinance]

  /// How a segment comes about.
  public enum Engine: String, Hashable, Sendable, CaseIterable {
    /// Computed from scores.
    case scored
    /// Decided by people, from a proposal with reasons.
    case judgement
    /// Not at all: only a list of measures.
    case catalogue
  }

  /// A domain, or theme, of a framework.
  public struct Domain: Hashable, Sendable {
    /// Its key, unique in the framework.
    public let id: String
    /// Its name, as published.
    public let name: String
    /// The published id of its score; empty where there is none.
    public let scoreID: String
    /// Whether it has metrics set nationally.
    public let isNational: Bool
    /// How sure we are of it.
    public let certainty: Certainty
  }

  /// A metric in a framework.
  public struct Placement: Hashable, Sendable {
    /// The metric.
    public let metric: Metric
    /// The key of its domain.
    public let domain: String
    /// The part of the domain; empty where there are no parts.
    public let subdomain: String
    /// Whom it applies to, as the framework says it.
    public let applies: String
    /// How it is scored.
    public let rule: ScoringRule
    /// How sure we are of the rule.
    public let certainty: Certainty
    /// The key of the source of the rule.
    public let source: String
  }

  /// One cell of the table of combined finance.
  public struct CombinedFinance: Hashable, Sendable {
    /// The score of the planned surplus or deficit.
    public let planned: Int
    /// The score of the variance to plan.
    public let variance: Int
    /// The combined score.
    public let score: Int
    /// *Derived* where the cell occurs in the published results, *assumed* where it never did.
    public let certainty: Certainty
  }

  /// The same framework with other averages as the upper edges of segments 1 to 3.
  ///
  /// - Throws: `OversightError` when the framework has no thresholds, or these are not three rising averages.
  public func withThresholds(_ edges: [Double]) throws(OversightError) -> Framework {
    guard case .thresholds? = segmentRule?.edges else {
      throw OversightError("the \(name) has no thresholds that could be edited")
    }
    guard edges.count == 3, zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }), edges.allSatisfy((1...4).contains)
    else {
      throw OversightError("thresholds are three rising averages between 1 and 4, such as 2.06,2.33,2.65")
    }
    var copy = self
    copy.segmentRule?.edges = .thresholds(edges)
    return copy
  }

  /// The metric with this code.
  public func placement(of code: String) -> Placement? { metrics.first { $0.metric.code == code } }

  /// The combined finance score of two scores, or nil outside the table.
  public func combinedFinance(planned: Double, variance: Double) -> CombinedFinance? {
    combinedFinance.first { Double($0.planned) == planned && Double($0.variance) == variance }
  }
}

/// How averages become segments, and what overrides them.
public struct SegmentRule: Hashable, Sendable {
  /// Where the edges between segments come from.
  public var edges: Edges
  /// The best segment a body with the financial override may be in.
  public let overrideFloor: Int
  /// The published id of the flag of the financial override.
  public let overrideID: String
  /// The segment of a body in the programme of most intensive support; nil where there is none.
  public let supportSegment: Int?
  /// The published id of the flag of that programme; empty where there is none.
  public let supportID: String
  /// How sure we are of the rule. Assumed thresholds may be edited.
  public let certainty: Certainty

  /// Where the edges between segments come from.
  public enum Edges: Hashable, Sendable {
    /// National quartiles of the averages of so many bodies.
    case quartiles(population: Int)
    /// Fixed averages, the upper edges of segments 1 to 3.
    case thresholds([Double])
  }
}

extension SegmentRule {
  static let columns = [
    "framework", "rule", "parameters", "override_floor", "override_id", "support_segment", "support_id", "certainty",
    "source",
  ]

  init(_ row: TextTable.Row) throws(OversightError) {
    let values = row["parameters"].split(separator: "=").map(String.init)
    switch (row["rule"], values.first, values.count) {
    case ("quartiles", "population", 2):
      guard let population = Int(values[1]), population > 3 else {
        throw row.wrong("parameters", "'\(values[1])' is no number of bodies")
      }
      edges = .quartiles(population: population)
    case ("thresholds", "cuts", 2):
      let cuts = values[1].split(separator: " ").compactMap { Double($0) }
      guard cuts.count == 3, cuts == cuts.sorted() else {
        throw row.wrong("parameters", "'\(values[1])' must be three rising averages: 2.06 2.33 2.65")
      }
      edges = .thresholds(cuts)
    default: throw row.wrong("rule", "'\(row["rule"])' must be quartiles or thresholds, with its parameters")
    }
    overrideFloor = try row.integer("override_floor")
    overrideID = try row.text("override_id")
    supportSegment = row["support_segment"].isEmpty ? nil : try row.integer("support_segment")
    supportID = row["support_id"]
    certainty = try row.word("certainty", as: Certainty.self)
  }
}
