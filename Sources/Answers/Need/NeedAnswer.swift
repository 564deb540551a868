public import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// What an area needs: who lives there, how deprived they are, and how its need compares with England's.
///
/// Counts of residents and of registered people stand beside one another and are never added or divided by each other.
/// Every figure is added up from the finest units its file has, so the figures of an area are the sums of its pieces'.
public struct NeedAnswer: Encodable, Hashable, Sendable {
  /// People in a band of age, by where they live.
  public struct Band: Encodable, Hashable, Sendable {
    /// `0–4`, `90+`.
    public let name: String
    /// How many people.
    public let people: Double
    /// Their share of all in the area.
    public let share: Double
    /// Their share of all in England.
    public let england: Double
  }

  /// What an area has of one national fifth or tenth of deprivation.
  public struct Group: Encodable, Hashable, Sendable {
    /// 1 is the most deprived.
    public let number: Int
    /// How many of its neighbourhoods.
    public let neighbourhoods: Double
    /// Their share of all its neighbourhoods.
    public let neighbourhoodShare: Double
    /// How many people live in them, or null where people are not loaded for the same small areas.
    @OrNull public internal(set) var people: Double? = nil
    /// Their share of all its people.
    @OrNull public internal(set) var peopleShare: Double? = nil
  }

  /// How deprived its neighbourhoods are.
  public struct Deprivation: Encodable, Hashable, Sendable {
    /// The edition of the indices.
    public let edition: String
    /// What was counted: small areas of 2011 or of 2021.
    public let grain: String
    /// The period of the people, or empty.
    public let peopleOf: String
    /// People in small areas that the indices do not have.
    public let peopleUnknown: Double
    /// National fifths, the most deprived first.
    public let quintiles: [Group]
    /// National tenths, the most deprived first.
    public let deciles: [Group]
    /// `exact` or `apportioned`.
    public let status: String
    /// How it was divided, or empty.
    public let note: String
  }

  /// For when it is true.
  public let asAt: AsAt
  /// The area's identifier; `made-area` for one nobody keeps.
  public let id: String
  /// Its name.
  public let name: String
  /// What kind of body it is.
  public let kind: String
  /// People, shares and indices, each with its mark.
  public let figures: [NeedFigure]
  /// Residents by age, the youngest first; empty where no ages are loaded.
  public let ages: [Band]
  /// Deprivation of its neighbourhoods, or null.
  @OrNull public internal(set) var deprivation: Deprivation? = nil
  /// The same share across the parts of the area.
  public let contrasts: [NeedContrast]
  /// Whether the account rests on evidence about its places, and which.
  public let placeEvidence: String
  /// What it should say and cannot.
  public let gaps: [NeedGap]
  /// What it was taken from.
  public let sources: [SourceNote]
  /// The answer in a sentence or two.
  public let sentence: String

  /// What an area needs on the snapshot's day, by the latest indices published by then or by the edition named.
  ///
  /// O(small areas) for each file. Throws `QuestionError` where the area is not known or the edition not loaded.
  public init(_ area: NeedArea, edition: String? = nil, in snapshot: Snapshot, blocks: @escaping Blocks) throws {
    let footprint = try NeedFootprint(area, in: snapshot)
    var maker = try NeedMaker(footprint, edition: edition, snapshot, blocks)
    let people = try maker.people()
    let (ages, older) = try maker.ages()
    let (deprivation, core) = try maker.deprivation()
    let indices = try maker.indices()
    let further = try maker.further()
    asAt = AsAt(snapshot)
    id = footprint.id
    name = footprint.name
    kind = footprint.kind
    figures = people + older + core + indices + further
    self.ages = ages
    contrasts = try maker.contrasts(of: area)
    let places = contrasts.first { $0.among == .places }
    placeEvidence =
      places.map { "It rests on the same figures for \(Sentences.count($0.rows.count, "place", "places")) inside it." }
      ?? "It cites no evidence from places: no part of it that the record knows has figures of its own."
    gaps = NeedGap.all(figures: figures, hasAges: !ages.isEmpty, in: snapshot)
    sources = maker.citations.notes(in: snapshot)
    sentence = NeedAnswer.sentence(footprint.name, figures)
    self.deprivation = deprivation
  }

  /// The figure of a key.
  public func figure(_ key: String) -> NeedFigure? { figures.first { $0.key == key } }

  private static func sentence(_ name: String, _ figures: [NeedFigure]) -> String {
    func value(_ key: String) -> Double? { figures.first { $0.key == key }?.value }
    func period(_ key: String) -> String { figures.first { $0.key == key }?.period ?? "" }
    var counts: [String] = []
    if let residents = value("residents") {
      counts.append("\(Decimals.grouped(residents)) residents (\(period("residents")))")
    }
    if let registered = value("registered") {
      counts.append("\(Decimals.grouped(registered)) people registered with its practices (\(period("registered")))")
    }
    guard !counts.isEmpty || value("core20.neighbourhoods") != nil else {
      return "\(name): nothing of its need can be told from the files that are loaded."
    }
    var sentences = counts.isEmpty ? [] : ["\(name) has \(Sentences.list(counts))."]
    if let share = value("core20.people") {
      sentences.append(
        "\(Sentences.percent(share)) of residents live in the most deprived fifth of England’s neighbourhoods "
          + "(\(period("core20.neighbourhoods"))).")
    } else if let share = value("core20.neighbourhoods") {
      sentences.append(
        "\(Sentences.percent(share)) of its neighbourhoods are in the most deprived fifth of England "
          + "(\(period("core20.neighbourhoods"))).")
    }
    if let index = value("need.core") {
      let percent = Sentences.percent(abs(index - 1))
      sentences.append(
        abs(index - 1) < 0.0005
          ? "Its need for core services is England’s average."
          : "Its need for core services is \(percent) \(index > 1 ? "above" : "below") England’s average per person "
            + "registered.")
    }
    return sentences.joined(separator: " ")
  }
}
