internal import Chronicle
internal import Register
internal import Vocabulary

/// Whether the councils of a board's area lie wholly in it, and whether its making lowered that.
public struct Coterminosity: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// The councils, those wholly inside first.
  public let councils: [Council]
  /// What the making of the board did, where it took from others; null where that is not known.
  @OrNull public private(set) var change: Change?

  /// A council and how it lies.
  public struct Council: Encodable, Hashable, Sendable {
    /// The council.
    public let id: String
    /// What it is called.
    public let name: String
    /// `within` the board; `part` of it is; or it is `over` the board, which lies wholly in it.
    public let lies: String
    /// Small areas of the council that lie in the board.
    public let part: Int
    /// All small areas of the council.
    public let whole: Int
    /// Whether it has an upper-tier council's duties.
    public let upperTier: Bool
  }

  /// How many councils lay wholly in one board, on the day before a board began and on its first day.
  public struct Change: Encodable, Hashable, Sendable {
    /// The earlier day.
    public let before: String
    /// The later day.
    public let after: String
    /// Councils wholly in one board before.
    public let wholeBefore: Int
    /// Councils looked at before.
    public let ofBefore: Int
    /// Councils wholly in one board after.
    public let wholeAfter: Int
    /// Councils looked at after.
    public let ofAfter: Int
    /// Councils that lay wholly in one board before and do not after.
    public let parted: [NamedBody]
    /// Whether the share fell: the alert.
    public let isLower: Bool
    /// The finding in a sentence.
    public let sentence: String
  }

  init(of body: ID<Body>, in snapshot: Snapshot) {
    let register = snapshot.register
    let entries = register.councils(of: body)
    let isOver = entries.count == 1 && (entries.first.map { $0.share < 1 } ?? false)
    councils = entries.map { entry in
      Council(
        id: entry.id, name: entry.name, lies: entry.share == 1 ? "within" : isOver ? "over" : "part",
        part: entry.part, whole: entry.whole, upperTier: entry.upperTier)
    }
    _change = OrNull(wrappedValue: Change(at: body, in: snapshot))
    let within = councils.filter { $0.lies == "within" }.count
    sentence =
      councils.isEmpty
      ? "Which councils lie in \(register.shortName(body)) is not known: the record holds no overlaps of areas."
      : "Of \(Sentences.count(councils.count, "council", "councils")), \(Sentences.number(within)) "
        + "\(within == 1 ? "lies" : "lie") wholly in \(register.shortName(body))."
  }
}

extension Coterminosity.Change {
  /// Compares the day before a body began with its first day; nil where it took from no other body, or where no
  /// overlaps are recorded for one of the days.
  init?(at body: ID<Body>, in snapshot: Snapshot) {
    guard let start = snapshot.register.existence(body)?.period.from.day else { return nil }
    let old = snapshot.on(start.advanced(by: -1)).register
    let new = snapshot.on(start).register
    let sources = snapshot.register.successions(to: body)
      .filter { $0.period.from.day == start && old.exists($0.fact.subject) }.map(\.fact.subject)
    let was = Coterminosity.lying(in: sources, old)
    let now = Coterminosity.lying(in: [body], new)
    guard !was.isEmpty, !now.isEmpty else { return nil }
    before = start.advanced(by: -1).description
    after = start.description
    ofBefore = was.count
    ofAfter = now.count
    wholeBefore = was.values.filter { $0 }.count
    wholeAfter = now.values.filter { $0 }.count
    parted = now.filter { !$0.value && was[$0.key] == true }.keys.sorted().map { NamedBody($0, in: new) }
    isLower = wholeAfter * ofBefore < wholeBefore * ofAfter
    let counts =
      "On \(start.advanced(by: -1).written) \(wholeBefore) of \(ofBefore) councils lay wholly in one board; from "
      + "\(start.written) \(wholeAfter) of \(ofAfter) do"
    sentence =
      parted.isEmpty
      ? counts + "."
      : counts + ": \(Sentences.list(parted.map(\.name))) now \(parted.count == 1 ? "lies" : "lie") in more than one."
  }
}

extension Coterminosity {
  /// The councils of some boards, and whether each lies wholly in one of them. O(overlaps).
  fileprivate static func lying(in boards: [ID<Body>], _ register: Register) -> [ID<Body>: Bool] {
    var found: [ID<Body>: Bool] = [:]
    for entry in boards.flatMap({ register.councils(of: $0) }) {
      guard let council = ID<Body>(entry.id) else { continue }
      found[council] = entry.share == 1 || found[council] == true
    }
    return found
  }
}
