internal import Chronicle
internal import Register
public import Vocabulary

/// An area that was made.
public struct AreaReport: Codable, Hashable, Sendable {
  /// Its identifier.
  public var id: String
  /// Its name.
  public var name: String
  /// How many pieces it has.
  public var pieces: Int
  /// The transaction that made it.
  public var transaction: Int
}

extension Record {
  /// What an area can be made of.
  public static let areaPieces = [
    "lsoa11", "lsoa21", "ward24", "practice", "network", "sub-icb-location", "council", "icb",
  ]

  /// Makes an area of pieces of one sort and keeps it.
  ///
  /// Codes are compared without regard to case, and doubled ones count once. Throws `DeskError` when the piece is not
  /// known, there are no codes or more than 50,000, or an area of that name is there already.
  public func makeArea(
    named name: String, of piece: String, codes: [String], from day: Day, audience: Audience, why: String
  ) throws -> AreaReport {
    guard Record.areaPieces.contains(piece) else {
      throw DeskError.misused(
        "'\(piece)' is no piece of the map: use one of \(Record.areaPieces.joined(separator: ", "))")
    }
    var seen: Set<String> = []
    let pieces = codes.map { $0.uppercased() }.filter { !$0.isEmpty && seen.insert($0).inserted }
    guard !pieces.isEmpty else {
      throw DeskError.misused("an area needs codes: give them, or a file with --codes")
    }
    guard pieces.count <= 50_000 else {
      throw DeskError.refused("an area has at most 50,000 pieces; this has \(pieces.count)")
    }
    let area = ID<Body>(slug: "made-area.\(name)")
    let (_, transaction) = try commit { archive in
      guard archive.table(Body.self).versions(of: area).isEmpty else {
        throw DeskError.refused("there is an area '\(area)' already: choose another name")
      }
      return Draft(
        why: why, changes: Record.changes(making: area, name, piece, pieces, day, audience, who: world.who),
        result: ())
    }
    return AreaReport(id: area.text, name: name, pieces: pieces.count, transaction: transaction?.number ?? 0)
  }

  private static func changes(
    making area: ID<Body>, _ name: String, _ piece: String, _ pieces: [String], _ day: Day,
    _ audience: Audience,
    who: String
  ) -> [Change] {
    let id = ID<Source>(slug: "area.\(name)")
    func statement(_ fact: some Fact, _ period: Period, source: SourceReference) -> Change {
      .assert(Statement(fact, period, audience: audience, certainty: .reported, source: source))
    }
    let since = Period(from: day)
    let made = SourceReference(id)
    var changes = [
      statement(
        Source(id, title: "Area made here: \(name)", publisher: who), .always, source: SourceReference(nil)),
      statement(Body(area, .madeArea), since, source: made),
      statement(LegalStatus(area, .none), since, source: made),
      statement(Name(area, name), since, source: made),
    ]
    changes += pieces.map { statement(AreaMember(area, piece: piece, code: $0), since, source: made) }
    return changes
  }
}
