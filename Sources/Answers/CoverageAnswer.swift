public import Chronicle
internal import Recast
public import Register
internal import Vocabulary

/// Does every small area of England lie in exactly one body of a kind on a day?
public struct CoverageAnswer: Encodable, Hashable, Sendable {
  /// How many gaps, overlaps and notes an answer lists; the counts have them all.
  public static let listed = 200

  /// For when it is true.
  public let asAt: AsAt
  /// What the pieces are: `lsoa11` or `lsoa21`.
  public let scheme: String
  /// What they should lie in.
  public let kind: BodyKind
  /// The answer in a sentence.
  public let sentence: String
  /// Whether each lies in exactly one, and there is at least one.
  public let isWhole: Bool
  /// How many pieces there are.
  public let count: Int
  /// How many lie in exactly one body.
  public let placed: Int
  /// The bodies and how many pieces each has, by name.
  public let bodies: [CoveredBody]
  /// Pieces that lie in none, with the reason; the first two hundred.
  public let gaps: [UncoveredPiece]
  /// How many those are.
  public let gapCount: Int
  /// Pieces that lie in several, with which; the first two hundred.
  public let overlaps: [UncoveredPiece]
  /// How many those are.
  public let overlapCount: Int
  /// How placing was done, where a reader should know: lookups of another day, changes only planned.
  public let notes: [String]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// Checks every piece that any loaded lookup of the scheme knows. O(pieces).
  public init(scheme: String, kind: BodyKind, in snapshot: Snapshot, blocks: @escaping Blocks) throws {
    let register = snapshot.register
    let lookups = snapshot.history(Lookup.self).filter {
      $0.fact.piece == scheme
        && ($0.fact.bodyKind == .subICBLocation || $0.fact.bodyKind == .clinicalCommissioningGroup)
    }
    .sorted { ($0.period.from.latest, $0.entry) < ($1.period.from.latest, $1.entry) }
    let used = lookups.last { $0.period.from.latest <= snapshot.trueOn } ?? lookups.first
    var pieces: [String] = []
    var duplicates: [String: [String]] = [:]
    if let used {
      let block = try blocks(used.fact.block)
      (pieces, duplicates) = CoverageAnswer.pieces(of: block)
    }
    let units = Units(
      grain: scheme, basis: .resident, period: Period(from: snapshot.trueOn),
      block: Block(units: pieces, columns: []))
    let map = Map.bodies(kind, on: snapshot.trueOn)
    let locations = try Mapmaker(snapshot, blocks: blocks).crosswalk(units, to: map).locations
    var tally: [ID<Body>: Int] = [:]
    var open: [UncoveredPiece] = []
    var double: [UncoveredPiece] = []
    var said: [String] = []
    for (piece, location) in zip(pieces, locations) {
      let claimed = register.placements(scheme: scheme, code: piece)
      if claimed.count > 1 {
        double.append(
          UncoveredPiece(piece, claimed.map { NamedBody($0, in: register) }, "it is placed in several bodies")
        )
        continue
      }
      if let codes = duplicates[piece] {
        double.append(
          UncoveredPiece(piece, [], "the lookup has it more than once: \(codes.joined(separator: ", "))"))
        continue
      }
      switch location {
      case .whole(let body, let route):
        tally[body, default: 0] += 1
        for note in route.notes where !said.contains(note) { said.append(note) }
      case .parts(let parts, _):
        double.append(
          UncoveredPiece(
            piece, parts.map { NamedBody($0.body, in: register) },
            "its body was divided and it is not placed by itself"))
      case .scattered(_, let reason), .none(let reason), .unknown(let reason):
        open.append(UncoveredPiece(piece, [], reason))
      }
    }
    for (child, parents) in register.doubleParents(of: kind) {
      said.append("\(child.name) is part of several bodies at once: \(Sentences.list(parents.map(\.name)))")
    }
    if let used, used.period.from.latest > snapshot.trueOn {
      said.append(
        "the earliest lookup loaded is of \(used.period.from.latest.written), after the day asked for")
    }
    asAt = AsAt(snapshot)
    self.scheme = scheme
    self.kind = kind
    count = pieces.count
    placed = tally.values.reduce(0, +)
    bodies = register.bodies(kind).map {
      CoveredBody(body: NamedBody($0, in: register), count: tally[$0] ?? 0)
    }
    gaps = Array(open.sorted { $0.code < $1.code }.prefix(CoverageAnswer.listed))
    gapCount = open.count
    overlaps = Array(double.sorted { $0.code < $1.code }.prefix(CoverageAnswer.listed))
    overlapCount = double.count
    notes = said
    isWhole = !pieces.isEmpty && open.isEmpty && double.isEmpty
    var citations = Citations()
    citations.cite(used)
    sources = citations.notes(in: snapshot)
    sentence = Sentences.covered(
      scheme, kind: kind, count: pieces.count, gaps: open.count, overlaps: double.count,
      bodies: tally.count, on: snapshot.trueOn)
  }

  /// The pieces of a lookup, sorted, and those it has more than once with different codes.
  private static func pieces(of block: Block) -> (pieces: [String], duplicates: [String: [String]]) {
    let codes = block.texts["code"] ?? []
    var first: [String: String] = [:]
    var duplicates: [String: [String]] = [:]
    for (row, unit) in block.units.enumerated() {
      let code = codes.indices.contains(row) ? codes[row] : ""
      guard let known = first[unit] else {
        first[unit] = code
        continue
      }
      if known != code { duplicates[unit, default: [known]].append(code) }
    }
    return (first.keys.sorted(), duplicates)
  }
}

/// A body and how many pieces lie in it.
public struct CoveredBody: Encodable, Hashable, Sendable {
  /// The body.
  public let body: NamedBody
  /// How many pieces lie in it.
  public let count: Int
}

/// A piece that does not lie in exactly one body.
public struct UncoveredPiece: Encodable, Hashable, Sendable {
  /// Its code.
  public let code: String
  /// The bodies it lies in, where it lies in several.
  public let bodies: [NamedBody]
  /// Why.
  public let reason: String

  init(_ code: String, _ bodies: [NamedBody], _ reason: String) {
    self.code = code
    self.bodies = bodies
    self.reason = reason
  }
}

extension Register {
  /// The bodies a piece is placed in on the day by facts of its own: there should be one at most.
  func placements(scheme: String, code: String) -> [ID<Body>] {
    let piece = ID<Placement.Piece>(slug: "\(scheme).\(code)")
    let found = snapshot.all(Placement.self, of: piece).filter {
      $0.fact.scheme == scheme && $0.fact.code == code
    }
    return Set(found.map(\.fact.body)).sorted()
  }

  /// Sub-ICB locations that are part of several bodies of a kind on the day.
  func doubleParents(of kind: BodyKind) -> [(child: NamedBody, parents: [NamedBody])] {
    bodies(.subICBLocation).compactMap { child in
      let parents = Set(
        relations(of: child, type: Relation.partOf).map(\.fact.object).filter { self.kind($0) == kind })
      guard parents.count > 1 else { return nil }
      return (NamedBody(child, in: self), parents.sorted().map { NamedBody($0, in: self) })
    }
  }
}

extension Sentences {
  static func covered(
    _ scheme: String, kind: BodyKind, count: Int, gaps: Int, overlaps: Int, bodies: Int, on day: Day
  ) -> String {
    let year = scheme == "lsoa11" ? "2011" : "2021"
    guard count > 0 else {
      return
        "No lookup of the small areas of \(year) is loaded, so coverage cannot be checked. Import an ONS lookup from small areas to sub-ICB locations."
    }
    let areas = "\(number(count)) small areas of \(year)"
    if gaps == 0, overlaps == 0 {
      return
        "On \(day.written) each of the \(areas) lies in exactly one of \(self.count(bodies, kind.singular, kind.plural))."
    }
    func many(_ pieces: Int) -> String { pieces == 0 ? "none" : number(pieces) }
    return
      "On \(day.written), of the \(areas), \(many(gaps)) \(gaps > 1 ? "lie" : "lies") in no \(kind.singular) and \(many(overlaps)) in more than one."
  }
}
