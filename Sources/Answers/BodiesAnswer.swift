public import Chronicle
public import Register
public import Vocabulary

/// Which bodies of a kind are there on a day?
///
/// The command's JSON is the array `bodies` alone.
public struct BodiesAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// What they are.
  public let kind: BodyKind
  /// The answer in a sentence.
  public let sentence: String
  /// Those that surely exist on the day, by name.
  public let bodies: [BodyEntry]
  /// Those that may exist on the day, because their dates are known only in part.
  public let uncertain: [BodyEntry]
  /// How many in each region, by the region's name; bodies of no region last.
  public let regions: [RegionCount]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The bodies of a kind on the snapshot's day. O(bodies of the kind).
  public init(_ kind: BodyKind, in snapshot: Snapshot) {
    let register = snapshot.register
    let sure = register.bodies(kind)
    let known = Set(sure)
    asAt = AsAt(snapshot)
    self.kind = kind
    var regions = RegionFinder(register)
    bodies = sure.compactMap { BodyEntry($0, in: register, &regions) }
    uncertain = register.everyBody(kind).filter { !known.contains($0) && register.mayExist($0) }
      .compactMap { BodyEntry($0, in: register, &regions) }
    self.regions = RegionCount.counts(of: bodies)
    var citations = Citations()
    citations.cite(bodies.map { $0 as any Sourced })
    for body in bodies { citations.cite(body.codes.map { $0 as any Sourced }) }
    sources = citations.notes(in: snapshot)
    sentence = Sentences.bodies(kind, sure: bodies.count, uncertain: uncertain.count, on: snapshot.trueOn)
  }
}

/// A body in a list.
public struct BodyEntry: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// Its permanent identifier.
  public let id: String
  /// Its official name on the day.
  public let name: String
  /// Its short name.
  public let shortName: String
  /// What it is.
  public let kind: String
  /// Its codes on the day; those of its whole life when it has none on the day.
  public let codes: [CodeEntry]
  /// The first day of its life.
  public let from: When
  /// The first day after its life.
  public let until: When
  /// The region it belongs to on the day.
  @OrNull public internal(set) var region: RegionName?
  /// Its legal form on the day.
  @OrNull public internal(set) var legalForm: LegalForm?
  /// Whether the law made it.
  @OrNull public internal(set) var standing: LegalStanding?
  /// How sure its existence is.
  public let certainty: Certainty
  /// Where its existence was taken from.
  public let source: String

  /// A body on the register's day; nil when nothing is recorded of it.
  public init?(_ body: ID<Body>, in register: Register) {
    var regions = RegionFinder(register)
    self.init(body, in: register, &regions)
  }

  init?(_ body: ID<Body>, in register: Register, _ regions: inout RegionFinder) {
    guard let existence = register.existence(body) else { return nil }
    let form = register.legalForm(body)?.fact.form
    id = body.text
    name = register.name(body)
    shortName = register.shortName(body)
    kind = existence.fact.bodyKind.rawValue
    codes = register.codes(body).map(CodeEntry.init).sorted(by: CodeEntry.inOrder)
    from = When(existence.period.from)
    until = When(existence.period.until)
    _region = OrNull(wrappedValue: regions.region(of: body))
    _legalForm = OrNull(wrappedValue: form)
    _standing = OrNull(wrappedValue: form?.standing)
    certainty = existence.certainty
    source = existence.source.text
  }

  /// What it is.
  public var bodyKind: BodyKind? { BodyKind(rawValue: kind) }
}

/// A region as a list names it.
public struct RegionName: Encodable, Hashable, Sendable {
  /// Its identifier.
  public let id: String
  /// Its short name on the day: `South East`.
  public let name: String
}

/// How many bodies a region has.
public struct RegionCount: Encodable, Hashable, Sendable {
  /// The region; null for bodies that belong to none.
  @OrNull public internal(set) var region: RegionName?
  /// How many.
  public let count: Int

  init(_ region: RegionName?, _ count: Int) {
    _region = OrNull(wrappedValue: region)
    self.count = count
  }

  static func counts(of bodies: [BodyEntry]) -> [RegionCount] {
    let groups = Dictionary(grouping: bodies, by: \.region).mapValues(\.count)
    let named = groups.compactMap { region, count in region.map { RegionCount($0, count) } }
      .sorted { ($0.region?.name ?? "", $0.region?.id ?? "") < ($1.region?.name ?? "", $1.region?.id ?? "") }
    // Where no body has a region, the question of regions does not arise.
    guard !named.isEmpty, let without = groups[nil] else { return named }
    return named + [RegionCount(nil, without)]
  }
}

extension CodeEntry {
  static func inOrder(_ a: CodeEntry, _ b: CodeEntry) -> Bool {
    if a.scheme != b.scheme { return a.scheme < b.scheme }
    let (first, second) = (a.from.moment.earliest, b.from.moment.earliest)
    return first != second ? first < second : a.code < b.code
  }
}

/// Finds regions for many bodies: each body on the way up is climbed from once.
struct RegionFinder {
  private let register: Register
  private var known: [ID<Body>: RegionName?] = [:]

  init(_ register: Register) { self.register = register }

  mutating func region(of body: ID<Body>) -> RegionName? {
    if let found = known[body] { return found }
    // A body already on the way stands for no region, so that a circle ends.
    known[body] = .some(nil)
    var found: RegionName?
    for parent in register.relations(of: body, type: Relation.partOf).map(\.fact.object).sorted()
    where found == nil {
      found =
        register.kind(parent) == .nhsRegion
        ? RegionName(id: parent.text, name: register.shortName(parent)) : region(of: parent)
    }
    if found == nil, register.kind(body) != .nhsRegion, let board = register.board(of: body), board != body {
      found = region(of: board)
    }
    known[body] = found
    return found
  }
}

extension Register {
  /// Whether a body may exist on the day, but not surely.
  func mayExist(_ body: ID<Body>) -> Bool {
    snapshot.history(Body.self, of: body).contains { $0.period.contains(snapshot.trueOn) == nil }
  }
}

extension Sentences {
  /// `On 1 July 2022 there were 42 integrated care boards.`
  static func bodies(_ kind: BodyKind, sure: Int, uncertain: Int, on day: Day) -> String {
    let there = "On \(day.written) the record shows \(count(sure, kind.singular, kind.plural))."
    if uncertain == 0 { return there }
    let more = sure == 0 ? number(uncertain) : "\(number(uncertain)) more"
    return
      "\(there) \(capital(more)) may have existed: \(uncertain == 1 ? "its dates are" : "their dates are") known only in part."
  }
}
