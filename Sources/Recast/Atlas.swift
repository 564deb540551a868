internal import Chronicle
internal import Register
internal import Synchronization
internal import Vocabulary

/// The lookups of an archive, read once: which body a small area, ward or postcode belonged to, by edition.
///
/// Kept with the archive, so that the second question is quick. Safe for any number of threads.
final class Atlas: Sendable {
  /// One edition of a correspondence.
  struct Edition: Sendable {
    let from: Day
    let entry: Int
    let source: SourceReference
    let bodyKind: BodyKind
    let scheme: String
    /// The body, or the code where it is none's, of each piece.
    let codeOfPiece: [String: String]
    let bodyOfCode: [String: ID<Body>]
  }

  private let editions = Mutex<[Int: Edition]>([:])

  init() {}

  /// The editions of lookups from a piece to a kind of body that the snapshot knows, oldest first.
  func editions(of piece: String, to kinds: [BodyKind], in snapshot: Snapshot, blocks: Blocks) throws
    -> [Edition]
  {
    let known = snapshot.history(Lookup.self).filter {
      $0.fact.piece == piece && kinds.contains($0.fact.bodyKind)
    }
    return try known.sorted { ($0.period.from.latest, $0.entry) < ($1.period.from.latest, $1.entry) }.map {
      version in
      if let kept = editions.withLock({ $0[version.entry] }) { return kept }
      let edition = try Atlas.read(version, snapshot, blocks)
      editions.withLock { $0[version.entry] = edition }
      return edition
    }
  }

  private static func read(_ version: Version<Lookup>, _ snapshot: Snapshot, _ blocks: Blocks) throws
    -> Edition
  {
    let block = try blocks(version.fact.block)
    let from = version.period.from.latest
    let lens = snapshot.on(from).register
    let codes = block.texts["code"] ?? []
    var codeOfPiece: [String: String] = [:]
    codeOfPiece.reserveCapacity(block.count)
    var bodyOfCode: [String: ID<Body>] = [:]
    for (row, piece) in block.units.enumerated() where row < codes.count {
      codeOfPiece[piece] = codes[row]
      if bodyOfCode[codes[row]] == nil,
        let body = lens.bodies(withCode: codes[row], in: version.fact.scheme)
          .first(where: { lens.kind($0) == version.fact.bodyKind })
          ?? lens.bodies(withCode: codes[row], in: version.fact.scheme).first
      {
        bodyOfCode[codes[row]] = body
      }
    }
    return Edition(
      from: from, entry: version.entry, source: version.source, bodyKind: version.fact.bodyKind,
      scheme: version.fact.scheme, codeOfPiece: codeOfPiece, bodyOfCode: bodyOfCode)
  }
}

extension Archive {
  var atlas: Atlas { derived(Atlas.self) { _ in Atlas() } }
}

extension [Atlas.Edition] {
  /// The edition in force on a day: the latest that had begun, or failing that the earliest.
  func inForce(on day: Day) -> Atlas.Edition? { last { $0.from <= day } ?? first }
}
