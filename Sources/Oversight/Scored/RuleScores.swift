/// The scores that rules give in one quarter, as far as those a metric is ranked among are in the files.
///
/// Metrics ranked within a type need every trust of that type, which one file has: its published ranks are whole
/// then. Metrics ranked across types need every trust in England.
struct RuleScores {
  /// Scores by code of metric, then code of body.
  private var ranked: [String: [String: Double]] = [:]

  init(_ bodies: [PublishedBody], framework: Framework, isNational: Bool) {
    for placement in framework.metrics {
      let metric = placement.metric
      let withValue = bodies.filter { $0.number(metric.code) != nil }
      switch placement.rule {
      case .rank(.type):
        for type in Set(withValue.map(\.type)).sorted() {
          add(withValue.filter { $0.type == type }, metric)
        }
      case .rank(let population) where isNational:
        add(withValue.filter { population != .notAcute || !$0.isAcute }, metric, byValue: true)
      case .hybrid(let standard, _) where isNational: addHybrid(withValue, metric, standard)
      default: break
      }
    }
  }

  /// The score a rule gives a body, or nil where it gives none.
  func score(_ placement: Framework.Placement, of body: PublishedBody) -> Double? {
    switch placement.rule {
    case .rank, .hybrid: ranked[placement.metric.code]?[body.code]
    case .bands(let bands):
      body.number(placement.metric.code).flatMap { value in bands.first { $0.holds(value) }?.score }
    case .points(let points):
      body.rows.lazy.filter { $0.id == placement.metric.code }.compactMap { row -> Double? in
        if case .text(let text) = row.value { points[text.lowercased()] } else { nil }
      }.first
    case .combined, .published, .contextual, .quartile, .measure: nil
    }
  }

  private mutating func add(_ members: [PublishedBody], _ metric: Metric, byValue: Bool = false) {
    let published = members.compactMap { $0.row(metric.code)?.rank }
    let ranks: [Int]
    if byValue || published.isEmpty {
      ranks = RankScore.ranks(members.compactMap { $0.number(metric.code) }, better: metric.polarity)
    } else {
      ranks = published
    }
    // Ranks beyond the number of members were taken among more bodies than the file has.
    guard ranks.count == members.count, (ranks.max() ?? 0) <= members.count else { return }
    for (body, rank) in zip(members, ranks) {
      ranked[metric.code, default: [:]][body.code] = RankScore.score(rank: rank, of: members.count)
    }
  }

  private mutating func addHybrid(_ members: [PublishedBody], _ metric: Metric, _ standard: Double) {
    func meets(_ body: PublishedBody) -> Bool {
      guard let value = body.number(metric.code) else { return false }
      return metric.polarity == .lower ? value <= standard : value >= standard
    }
    let meeting = members.filter(meets)
    let ranks = RankScore.ranks(meeting.compactMap { $0.number(metric.code) }, better: metric.polarity)
    for (body, rank) in zip(meeting, ranks) {
      ranked[metric.code, default: [:]][body.code] = RankScore.hybrid(meets: true, rank: rank, of: meeting.count)
    }
    for body in members where !meets(body) {
      ranked[metric.code, default: [:]][body.code] = RankScore.hybrid(meets: false, rank: 1, of: members.count)
    }
  }
}

extension PublishedBody {
  /// Whether the type of the body is acute.
  var isAcute: Bool { type.lowercased().hasPrefix("acute") }
}
