public import Chronicle
public import Register
internal import Vocabulary

/// How did the map of systems become what it is, from 2016 on?
public struct MapHistoryAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The story in a few sentences.
  public let sentence: String
  /// The days on which something is known to have changed, each with what there was on it.
  public let milestones: [Milestone]
  /// What is not known, said plainly.
  public let unknowns: [String]
  /// Numbers others have stated of these bodies, with what the record makes of them.
  public let claims: [ClaimEntry]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The kinds whose story it is, oldest first.
  public static let kinds: [BodyKind] = [
    .sustainabilityAndTransformationPartnership, .accountableCareSystem, .clinicalCommissioningGroup,
    .integratedCareBoard,
  ]

  /// The story as the snapshot knows it. O(bodies of the kinds × milestones).
  public init(in snapshot: Snapshot) {
    let register = snapshot.register
    let roster = Roster(MapHistoryAnswer.kinds, in: register)
    asAt = AsAt(snapshot)
    milestones = roster.sureDays.map { Milestone($0, roster, asked: snapshot.trueOn) }
    let claims = snapshot.history(Claim.self).filter { MapHistoryAnswer.units.contains($0.fact.unit) }.map(
      ClaimEntry.init
    )
    .sorted { $0.id < $1.id }
    self.claims = claims
    unknowns = MapHistoryAnswer.unknowns(roster, claims)
    sentence = Sentences.joined(milestones.filter(\.isTurn).map(\.sentence))
    var citations = Citations()
    for member in roster.members { citations.cite(register.existence(member.body)) }
    citations.cite(claims.map { $0 as any Sourced })
    sources = citations.notes(in: snapshot)
  }

  private static let units: Set<String> = ["partnerships", "boards", "systems", "regions"]

  private static func unknowns(_ roster: Roster, _ claims: [ClaimEntry])
    -> [String]
  {
    var said: [String] = []
    let partnerships = roster.members.filter { $0.kind == .sustainabilityAndTransformationPartnership }.count
    for claim in claims where claim.unit == "partnerships" {
      guard let stated = Int(claim.value), stated > partnerships else { continue }
      said.append(
        "A text speaks of \(Sentences.number(stated)) partnerships (\(claim.asAt)). The record knows \(Sentences.number(partnerships)) of them; the others are unknown to it."
      )
    }
    for kind in kinds {
      let lives = roster.members.filter { $0.kind == kind }.flatMap(\.lives)
      let starts = Dictionary(grouping: lives.map(\.from).filter { !$0.isExact }, by: \.self)
      for (start, group) in starts.sorted(by: {
        ($0.key.earliest, $0.key.latest) < ($1.key.earliest, $1.key.latest)
      }) {
        said.append(
          "When \(Sentences.count(group.count, kind.singular, kind.plural)) began is known only as: \(start.written)."
        )
      }
      let ends = Dictionary(grouping: lives.map(\.until).filter { !$0.isExact }, by: \.self)
      for (end, group) in ends.sorted(by: {
        ($0.key.earliest, $0.key.latest) < ($1.key.earliest, $1.key.latest)
      }) {
        said.append(
          "When \(Sentences.count(group.count, kind.singular, kind.plural)) ended is known only as: \(end.written)."
        )
      }
    }
    return said
  }
}

/// A day in the story of the map, and what there was on it.
public struct Milestone: Encodable, Hashable, Sendable {
  /// How many bodies of a kind there were.
  public struct Count: Encodable, Hashable, Sendable {
    /// What they are.
    public let kind: BodyKind
    /// How many surely existed.
    public let sure: Int
    /// How many more may have.
    public let possible: Int
    /// `42 integrated care boards`.
    public let written: String
  }

  /// The day.
  public let date: String
  /// The day as a reader would write it.
  public let dateWritten: String
  /// Whether something happened on exactly this day, rather than by it.
  public let isTurn: Bool
  /// What happened, in a sentence.
  public let sentence: String
  /// What there was on the day; kinds of which nothing is recorded are left out.
  public let counts: [Count]

  init(_ day: Day, _ roster: Roster, asked: Day) {
    let turn = Sentences.Turn(on: day, roster)
    date = day.description
    dateWritten = day.written
    isTurn = !turn.began.isEmpty || !turn.ended.isEmpty || !turn.altered.isEmpty
    counts = MapHistoryAnswer.kinds.compactMap { kind in
      let (sure, possible) = roster.count(kind, on: day)
      guard sure + possible > 0 else { return nil }
      let more = possible > 0 ? ", and \(Sentences.number(possible)) more that may have existed" : ""
      return Count(
        kind: kind, sure: sure, possible: possible,
        written: Sentences.count(sure, kind.singular, kind.plural) + more)
    }
    sentence =
      isTurn
      ? Sentences.turn(turn, on: day, happened: day <= asked)
      : "By \(day.written) the record is sure of \(Sentences.list(counts.filter { $0.sure > 0 }.map { Sentences.count($0.sure, $0.kind.singular, $0.kind.plural) }))."
  }
}
