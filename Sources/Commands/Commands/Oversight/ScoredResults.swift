internal import Oversight
internal import Vocabulary

/// Scored results as a program reads them.
struct ScoredResults: Encodable {
  var framework: String
  var certainty: String
  var bodies: [Body]
  var notScored: [Left]
  /// What holds for the whole, a sentence each.
  var notes: [String]

  struct Body: Encodable {
    var quarter: String
    var trustCode: String
    var trustName: String
    var trustType: String
    var average: Double?
    var publishedAverage: Double?
    var domains: [Domain]
    var unadjustedSegment: Int?
    var unadjustedBasis: String
    var financialOverride: Bool?
    var adjustedSegment: Int?
    var recoverySupport: Bool?
    var finalSegment: Int?
    var placing: Placing?
    var scores: [Score]
    var notes: [String]
  }

  struct Domain: Encodable {
    var domain: String
    var score: Double?
    var segment: Int?
  }

  struct Placing: Encodable {
    var rank: Int
    var rankRange: [Int]
    var averageRange: [Double]
    var comparatorGroup: String
    var rankedOn: String
  }

  struct Score: Encodable {
    var id: String
    var name: String
    var domain: String
    var score: Double
    var basis: String
    var counts: Bool
  }

  struct Left: Encodable {
    var id: String
    var name: String
    var rows: Int
    var reason: String
  }

  init(framework: Framework, cards: [Scorecard], notScored: [NotScored]) {
    self.framework = framework.id
    certainty = framework.certainty.rawValue
    self.notScored = notScored.map { Left(id: $0.id, name: $0.name, rows: $0.rows, reason: $0.reason) }
    bodies = cards.map(Body.init)
    notes = ScoredResults.notes(framework, cards, notScored)
  }

  private static func notes(_ framework: Framework, _ cards: [Scorecard], _ notScored: [NotScored]) -> [String] {
    var notes: [String] = []
    if case .thresholds? = framework.segmentRule?.edges {
      notes.append(
        "The thresholds, metrics and domains of the \(framework.name) are assumed: the official ones are not known to "
          + "us.")
    } else if case .quartiles(let population)? = framework.segmentRule?.edges,
      cards.contains(where: { $0.unadjustedBasis != .computed })
    {
      notes.append(
        "The quartiles between segments need all \(population) trusts: the unadjusted segment is taken from the file. "
          + "Give the files of every type of trust together to have it computed.")
    }
    if cards.contains(where: { $0.support == nil }) {
      notes.append(
        "Some quarters do not say which trusts are in the support programme: their final segment is the adjusted one.")
    }
    return notes + notScored.map { "\($0.id) (\($0.name)) is not scored, \($0.rows) rows: \($0.reason)." }
  }
}

extension ScoredResults.Body {
  init(_ card: Scorecard) {
    self.init(
      quarter: card.quarter.description, trustCode: card.code, trustName: card.name, trustType: card.type,
      average: card.average, publishedAverage: card.publishedAverage,
      domains: card.domains.map {
        ScoredResults.Domain(domain: $0.domain.name, score: $0.score, segment: $0.segment)
      },
      unadjustedSegment: card.unadjusted, unadjustedBasis: card.unadjustedBasis.rawValue,
      financialOverride: card.override, adjustedSegment: card.adjusted, recoverySupport: card.support,
      finalSegment: card.final,
      placing: card.placing.map {
        ScoredResults.Placing(
          rank: $0.rank, rankRange: [$0.range.lowerBound, $0.range.upperBound],
          averageRange: [$0.averageRange.lowerBound, $0.averageRange.upperBound], comparatorGroup: $0.group,
          rankedOn: $0.onPublishedAverage ? "published average" : "computed average")
      },
      scores: card.scores.map {
        ScoredResults.Score(
          id: $0.id, name: $0.name, domain: $0.domain, score: $0.score, basis: $0.basis.rawValue, counts: $0.counts)
      }, notes: card.notes)
  }
}
