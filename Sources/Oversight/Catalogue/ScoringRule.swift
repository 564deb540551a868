/// How a value of a metric becomes a score from 1.00, the best, to 4.00, or a place among others.
///
/// The rules of 2025/26 were recovered from the published results and reproduce them; see ``Framework``.
public enum ScoringRule: Hashable, Sendable {
  /// By rank among a population: 1 + 3 (rank − 1) / (N − 1).
  case rank(Population)
  /// 4.00 below a standard; by rank among those who meet it, from 1.00 to 3.00: 1 + 2 (rank − 1) / (M − 1).
  case hybrid(standard: Double, Population)
  /// By the first band that holds the value.
  case bands([Band])
  /// By a named band or rating, written in lower case.
  case points([String: Double])
  /// From the scores of two others, by the table of combined finance.
  case combined(rows: String, columns: String)
  /// A score is published for it, by a rule we do not know.
  case published
  /// Shown beside the scores and never counted.
  case contextual
  /// By quartile of rank, as a prompt for judgement; no score.
  case quartile
  /// A measure of a catalogue without a rule of scoring.
  case measure

  /// Among whom a metric is ranked.
  public enum Population: String, Hashable, Sendable, CaseIterable {
    /// Bodies of the same type.
    case type
    /// All who provide the service, of every type.
    case providers
    /// All but acute trusts.
    case notAcute = "not acute"
    /// All bodies in England.
    case all
  }

  /// A span of values and its score.
  public struct Band: Hashable, Sendable {
    /// The score of a value in the band.
    public let score: Double
    /// The lower edge; nil for the last band, which holds what no other does.
    public let edge: Double?
    /// Whether the edge itself belongs to the band.
    public let includesEdge: Bool

    /// Whether a value lies at or above the edge.
    func holds(_ value: Double) -> Bool {
      guard let edge else { return true }
      return includesEdge ? value >= edge : value > edge
    }
  }

  /// Whether the rule gives a score that enters averages.
  public var isScored: Bool {
    switch self {
    case .rank, .hybrid, .bands, .points, .combined, .published: true
    case .contextual, .quartile, .measure: false
    }
  }

  /// The rule as a phrase for people.
  public var words: String {
    switch self {
    case .rank(let population): "ranked among \(population.words)"
    case .hybrid(let standard, let population):
      "4.00 below \(plain(standard)), ranked among \(population.words) from 1.00 to 3.00 at or above it"
    case .bands: "banded"
    case .points: "points for a rating"
    case .combined(let rows, let columns): "combined from \(rows) and \(columns)"
    case .published: "published score, rule not known"
    case .contextual: "contextual, not scored"
    case .quartile: "quartile, not scored"
    case .measure: "no rule of scoring"
    }
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}

extension ScoringRule.Population {
  /// The population as a phrase for people.
  public var words: String {
    switch self {
    case .type: "bodies of the same type"
    case .providers: "all who provide the service"
    case .notAcute: "all but acute trusts"
    case .all: "all trusts in England"
    }
  }
}

extension ScoringRule {
  /// Reads the rule of a row of `framework-metrics.tsv`: its name, and parameters such as
  /// `standard=70;population=providers` or `1:>=0;2:>-1;4:*`.
  init(_ row: TextTable.Row) throws(OversightError) {
    let text = row["parameters"]
    let parts = text.isEmpty ? [] : text.split(separator: ";").map(String.init)
    var named: [String: String] = [:]
    for part in parts {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { named[pair[0]] = pair[1] }
    }
    func population() throws(OversightError) -> Population {
      guard let population = named["population"].flatMap(Population.init(rawValue:)) else {
        throw row.wrong("parameters", "'\(text)' names no population: write population=type")
      }
      return population
    }
    switch row["rule"] {
    case "rank": self = .rank(try population())
    case "hybrid":
      guard let standard = named["standard"].flatMap(Double.init) else {
        throw row.wrong("parameters", "'\(text)' gives no standard: write standard=70")
      }
      self = .hybrid(standard: standard, try population())
    case "bands":
      var bands: [Band] = []
      for part in parts {
        guard let band = Band(part) else {
          throw row.wrong("parameters", "'\(part)' is no band: write 2:>-1")
        }
        bands.append(band)
      }
      guard bands.last?.edge == nil, !bands.isEmpty else {
        throw row.wrong("parameters", "the last band must hold all the rest: write 4:*")
      }
      self = .bands(bands)
    case "points":
      let points = named.compactMapValues(Double.init)
      guard points.count == parts.count, !points.isEmpty else {
        throw row.wrong("parameters", "'\(text)' must be ratings and points: write good=2;outstanding=1")
      }
      self = .points(points)
    case "combined":
      guard let rows = named["rows"], let columns = named["columns"] else {
        throw row.wrong("parameters", "'\(text)' must name two metrics: write rows=OF1;columns=OF2")
      }
      self = .combined(rows: rows, columns: columns)
    case "published": self = .published
    case "contextual": self = .contextual
    case "quartile": self = .quartile
    case "measure": self = .measure
    default: throw row.wrong("rule", "'\(row["rule"])' is no rule of scoring")
    }
  }
}

extension ScoringRule.Band {
  /// Reads `2:>-1`, `3:>=-2` or `4:*`.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let score = Double(parts[0]) else { return nil }
    self.score = score
    if parts[1] == "*" {
      edge = nil
      includesEdge = true
      return
    }
    includesEdge = parts[1].hasPrefix(">=")
    guard parts[1].hasPrefix(">"), let edge = Double(parts[1].dropFirst(includesEdge ? 2 : 1)) else { return nil }
    self.edge = edge
  }
}
