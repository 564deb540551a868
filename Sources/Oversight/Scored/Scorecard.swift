/// What the scored framework makes of one body in one quarter.
public struct Scorecard: Hashable, Sendable {
  /// The quarter.
  public let quarter: Quarter
  /// The code of the body.
  public let code: String
  /// Its name.
  public let name: String
  /// The type it is compared within.
  public let type: String
  /// The scores of its metrics, in the order of the framework.
  public let scores: [MetricScore]
  /// The plain mean of the scores that count, unrounded; nil where there is none.
  public let average: Double?
  /// The average as published; nil where it is not.
  public let publishedAverage: Double?
  /// The domains of the framework that are scored, in order.
  public let domains: [DomainScore]
  /// The segment by the average alone.
  public let unadjusted: Int?
  /// Where that segment comes from.
  public let unadjustedBasis: SegmentBasis
  /// The flag of the financial override; nil where it is not published.
  public let override: Bool?
  /// The segment after the override; nil where a flag that decides is missing.
  public let adjusted: Int?
  /// Whether the body is in the programme of most intensive support; nil where the file does not say.
  public let support: Bool?
  /// The adjusted segment, or 5 for a body in that programme.
  public let final: Int?
  /// Its place among bodies of its type; nil where it cannot be told with its range.
  public internal(set) var placing: Placing?
  /// What has to be known to read the rest.
  public internal(set) var notes: [String]

  /// Where an unadjusted segment comes from.
  public enum SegmentBasis: String, Hashable, Sendable {
    /// Taken over from the file: the quartiles need every trust in England.
    case published
    /// Computed here, from every trust's average or from thresholds.
    case computed
    /// Not known.
    case unknown
  }

  /// The score of a domain.
  public struct DomainScore: Hashable, Sendable {
    /// The domain.
    public let domain: Framework.Domain
    /// The plain mean of its metric scores; nil where it has none.
    public let score: Double?
    /// Its segment; nil where it is neither published nor can be computed.
    public let segment: Int?
  }

  /// A rank, which never stands without its range and without those it was taken among.
  public struct Placing: Hashable, Sendable {
    /// The competition rank by adjusted segment, then average.
    public let rank: Int
    /// Where the rank could have fallen otherwise, 95 times in 100.
    public let range: ClosedRange<Int>
    /// Where the average could have fallen otherwise, 95 times in 100.
    public let averageRange: ClosedRange<Double>
    /// Those it was ranked among.
    public let group: String
    /// Whether the published averages were ranked, which are rounded, or ours.
    public let onPublishedAverage: Bool
  }
}

/// The score of one metric of one body.
public struct MetricScore: Hashable, Sendable {
  /// The id of the score, for example `OF1061`.
  public let id: String
  /// The name of the metric.
  public let name: String
  /// The key of its domain.
  public let domain: String
  /// The score, from 1.00 to 4.00.
  public let score: Double
  /// Where it comes from.
  public let basis: Basis
  /// Whether it enters the averages.
  public let counts: Bool

  /// Where a score comes from.
  public enum Basis: String, Hashable, Sendable {
    /// Taken over from the file.
    case published
    /// Computed by the rule, and the published score is its rounding.
    case reproduced
    /// Computed by the rule; none is published.
    case computed
  }
}

/// A metric that stands in the files and has no part in the scores.
public struct NotScored: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name as published.
  public let name: String
  /// The number of its rows.
  public let rows: Int
  /// Why it is not scored.
  public let reason: String
}
