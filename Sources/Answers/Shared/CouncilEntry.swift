internal import Chronicle
internal import Register
public import Vocabulary

/// A council whose area lies in a board's, and how much of it does.
public struct CouncilEntry: Encodable, Hashable, Sendable, Sourced {
  /// The council's identifier.
  public let id: String
  /// Its name on the day.
  public let name: String
  /// Whether it has an upper-tier council's duties: social care, public health.
  public let upperTier: Bool
  /// Whether it is a district or has a district's duties.
  public let lowerTier: Bool
  /// Its roles: `county`, `unitary`, `district`, `social-care`…
  public let roles: [String]
  /// What was counted: `lsoa11` or `lsoa21`.
  public let unit: String
  /// The small areas of the council that lie in the board.
  public let part: Int
  /// All small areas of the council.
  public let whole: Int
  /// The share of the council that lies in the board, from 0 to 1.
  public let share: Double
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<Overlap>, in register: Register) {
    let council = version.fact.subject
    id = council.text
    name = register.name(council)
    roles = Set(register.roles(of: council)).sorted()
    upperTier = roles.contains("upper-tier")
    lowerTier = roles.contains("lower-tier")
    unit = version.fact.unit
    part = version.fact.part
    whole = version.fact.whole
    share = Double(part) / Double(whole)
    certainty = version.certainty
    source = version.source.text
  }

  /// Both tiers in one: a unitary council, a metropolitan district, a London borough.
  public var singleTier: Bool { upperTier && lowerTier }
  /// The share as a reader would write it: `76.3%`.
  public var shareWritten: String { Sentences.percent(share) }
}

extension Register {
  /// The roles a body plays on the day, or at the nearest time it plays any.
  func roles(of body: ID<Body>) -> [String] {
    let now = snapshot.all(Role.self, of: body).map(\.fact.text)
    return now.isEmpty ? snapshot.history(Role.self, of: body).map(\.fact.text) : now
  }

  /// What a body is, as precisely as its roles tell: `county council`, `district council`, `ambulance trust`.
  func noun(_ body: ID<Body>, _ kind: BodyKind) -> String {
    guard kind == .council else { return kind.singular }
    let roles = Set(roles(of: body))
    let nouns = [
      ("county", "county council"), ("unitary", "unitary council"),
      ("london-borough", "London borough council"),
      ("metropolitan-district", "metropolitan district council"), ("district", "district council"),
    ]
    return nouns.first { roles.contains($0.0) }?.1 ?? kind.singular
  }

  /// The councils whose areas lie in a board's on the day: most of them first.
  func councils(of board: ID<Body>) -> [CouncilEntry] {
    overlaps(with: board).filter { $0.fact.part > 0 && kind($0.fact.subject) == .council }
      .map { CouncilEntry($0, in: self) }
      .sorted { a, b in a.share != b.share ? a.share > b.share : (a.name, a.id) < (b.name, b.id) }
  }
}
