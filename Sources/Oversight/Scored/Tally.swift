internal import Vocabulary

/// The averages of one body in one quarter, from its metric scores.
struct Tally {
  let scores: [MetricScore]
  let average: Double?
  let domains: [(domain: Framework.Domain, score: Double?)]
  let notes: [String]

  /// Under so many metrics an average says little; no official least number is known to us.
  static let few = 5

  /// - Parameter scored: the scores by the rules of the framework, with what was noted on the way.
  init(_ body: PublishedBody, scored: (scores: [MetricScore], notes: [String]), framework: Framework) {
    var notes = scored.notes
    let unknown = Tally.unknown(in: body, framework: framework)
    let mean = Tally.mean(scored.scores)
    let widened = Tally.mean(scored.scores + unknown)
    if Tally.shows(body.number("OF5002"), widened, rather: mean) {
      scores = scored.scores + unknown
      average = widened
      notes.append(
        "\(Tally.list(unknown.map(\.id))): not in the catalogue, counted because the published average counts it")
    } else {
      scores = scored.scores
      average = mean
    }
    let left = Set(body.rows.map(\.id)).subtracting(Tally.known(framework)).subtracting(scores.map(\.id))
    if !left.isEmpty { notes.append("not scored: \(Tally.list(left.sorted()))") }

    let scores = scores
    domains = framework.domains.filter { !$0.scoreID.isEmpty }.map { domain in
      (domain, Tally.mean(scores.filter { $0.domain == domain.id }))
    }
    let counted = scores.count { $0.counts }
    if average == nil {
      notes.append("no metric is scored, so there is no average")
    } else if counted < Tally.few {
      notes.append("the average stands on \(counted) metric\(counted == 1 ? "" : "s") only")
    }
    self.notes = notes
  }

  /// Whether an id is that of a metric score, by the numbering of the published file.
  static func isScore(_ id: String) -> Bool {
    id.count == 6 && id.hasPrefix("OF1") && id.dropFirst(3).allSatisfy(\.isNumber)
  }

  /// Every id the framework has a use for.
  static func known(_ framework: Framework) -> Set<String> {
    var ids: Set<String> = ["OF5000", "OF5002", "OF5003", "OF5004", "OF5005", "OF5007"]
    for placement in framework.metrics { ids.formUnion([placement.metric.code, placement.metric.scoreID]) }
    for domain in framework.domains {
      ids.formUnion([domain.scoreID, domain.scoreID.replacingPrefix("OF40", with: "OF41")])
    }
    return ids
  }

  private static func unknown(in body: PublishedBody, framework: Framework) -> [MetricScore] {
    let known = known(framework)
    return body.rows.compactMap { row in
      guard isScore(row.id), !known.contains(row.id), row.unit == "score", let score = row.number else { return nil }
      return MetricScore(
        id: row.id, name: row.description, domain: framework.domain(named: row.domain) ?? "", score: score,
        basis: .published, counts: true)
    }
  }

  /// The plain mean of the scores that count; nil where none does.
  private static func mean(_ scores: [MetricScore]) -> Double? {
    let counted = scores.filter(\.counts)
    return counted.isEmpty ? nil : counted.reduce(0) { $0 + $1.score } / Double(counted.count)
  }

  /// Whether a published average is the rounding of one mean and surely not of the other.
  ///
  /// Scores are published to two places, so a mean of them is off by 0.005 at most, and rounding the average adds as
  /// much.
  private static func shows(_ published: Double?, _ mean: Double?, rather other: Double?) -> Bool {
    guard let published, let mean, abs(mean - published) <= 0.010_001 else { return false }
    return other.map { abs($0 - published) > 0.010_001 } ?? true
  }

  private static func list(_ ids: [String]) -> String { ids.joined(separator: ", ") }
}

extension Framework {
  /// The key of the domain with this published name, whatever its case.
  func domain(named name: String) -> String? {
    domains.first { $0.name.lowercased() == name.lowercased() }?.id
  }
}
