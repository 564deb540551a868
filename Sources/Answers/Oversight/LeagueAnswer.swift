public import Chronicle
internal import Oversight
internal import Register
internal import Vocabulary

/// How do the bodies of a type stand to one another in a quarter, and how far could that have fallen otherwise?
public struct LeagueAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The quarters the record has results of by the day, the latest first.
  public let quarters: [String]
  /// The quarter shown; null when there is none.
  @OrNull public private(set) var quarter: String?
  /// The types of body with results in the quarter.
  public let groups: [String]
  /// The type shown; null when there is none.
  @OrNull public private(set) var group: String?
  /// The bodies: those with a rank in its order, then the others by name.
  public let entries: [LeagueEntry]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The league of a quarter and a type; without either the latest quarter and the first type.
  ///
  /// Throws `QuestionError` for a quarter or a type without results, and when a block cannot be read.
  public init(quarter asked: String? = nil, group askedGroup: String? = nil, in snapshot: Snapshot, blocks: Blocks)
    throws
  {
    let catalogue = try FrameworkCatalogue.shipped()
    let figures = try OversightFigures.of(snapshot, catalogue, blocks: blocks)
    let known = figures.quarters(by: snapshot.trueOn)
    let chosen = known.last { asked == nil || $0.description == asked }
    if let asked, chosen == nil {
      throw QuestionError(
        known.isEmpty
          ? "there are no results of oversight by \(snapshot.trueOn.written)"
          : "there are no results of '\(asked)': there are some of \(Sentences.list(known.map(\.description)))")
    }
    let cards = figures.cards.filter { $0.quarter == chosen }
    let types = Set(cards.map(\.type)).sorted()
    let type = types.first { askedGroup == nil || $0 == askedGroup }
    if let askedGroup, type == nil {
      throw QuestionError("there are no results of '\(askedGroup)': there are some of \(Sentences.list(types))")
    }
    asAt = AsAt(snapshot)
    quarters = known.reversed().map(\.description)
    groups = types
    _quarter = OrNull(wrappedValue: chosen?.description)
    _group = OrNull(wrappedValue: type)
    entries = cards.filter { $0.type == type }.map { LeagueEntry($0, in: snapshot) }.sorted {
      ($0.rank?.place ?? .max, $0.name, $0.code) < ($1.rank?.place ?? .max, $1.name, $1.code)
    }
    let ranked = entries.count { $0.rank != nil }
    var citations = Citations()
    for origin in chosen.flatMap({ figures.origins[$0] }) ?? [] { citations.cite(origin.source, origin.certainty) }
    sources = citations.notes(in: snapshot)
    guard let type, let chosen else {
      sentence = "No results of oversight have been loaded that were known by \(snapshot.trueOn.written)."
      return
    }
    let wide = entries.count { $0.rank.map { $0.high - $0.low >= 10 } ?? false }
    sentence =
      "\(Sentences.capital(Sentences.count(ranked, "body", "bodies"))) of type \(type) are ranked for \(chosen). "
      + (wide == 0
        ? "No rank could as well have been ten places away."
        : "The likely range of \(Sentences.count(wide, "rank", "ranks")) is ten places wide or more.")
  }
}

/// A body in a league.
public struct LeagueEntry: Encodable, Hashable, Sendable {
  /// Its identifier in the register; null where its code is not there.
  @OrNull public private(set) var body: String?
  /// Its code.
  public let code: String
  /// Its name.
  public let name: String
  /// The average of its metric scores; null where there is none.
  @OrNull public private(set) var average: Double?
  /// The segment after the financial override; null where it is not known.
  @OrNull public private(set) var segment: Int?
  /// The segment with the support programme; null where it is not known.
  @OrNull public private(set) var finalSegment: Int?
  /// Whether the financial override holds it; null where that is not published.
  @OrNull public private(set) var override: Bool?
  /// Its rank with its range and whom it is ranked among; null where it has none.
  @OrNull public private(set) var rank: RankEntry?
  /// What has to be known to read the rest.
  public let notes: [String]

  init(_ card: Scorecard, in snapshot: Snapshot) {
    _body = OrNull(wrappedValue: snapshot.trust(card.code, in: card.quarter)?.text)
    code = card.code
    name = card.name
    _average = OrNull(wrappedValue: card.average)
    _segment = OrNull(wrappedValue: card.adjusted)
    _finalSegment = OrNull(wrappedValue: card.final)
    _override = OrNull(wrappedValue: card.override)
    _rank = OrNull(wrappedValue: card.placing.map { RankEntry($0) })
    notes = card.notes
  }
}

/// A rank, which is never told without where it could have fallen otherwise and among whom.
public struct RankEntry: Encodable, Hashable, Sendable {
  /// The rank.
  public let place: Int
  /// The best it is likely to be, 95 times in 100.
  public let low: Int
  /// The worst it is likely to be.
  public let high: Int
  /// The least the average is likely to be.
  public let averageLow: Double
  /// The most the average is likely to be.
  public let averageHigh: Double
  /// Whom it was taken among.
  public let among: String

  init(_ placing: Scorecard.Placing) {
    place = placing.rank
    low = placing.range.lowerBound
    high = placing.range.upperBound
    averageLow = placing.averageRange.lowerBound
    averageHigh = placing.averageRange.upperBound
    among = placing.group
  }
}
