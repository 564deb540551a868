internal import Chronicle
internal import Governance
internal import Register
internal import Vocabulary

/// At which level functions are held, and which of them are exercised nearer to people than they are held.
public struct Subsidiarity: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// The functions of a board, those at the widest level first.
  public let functions: [Entry]

  /// One function.
  public struct Entry: Encodable, Hashable, Sendable {
    /// Its permanent identifier.
    public let id: String
    /// What it is.
    public let title: String
    /// The level it is exercised at; empty where none is recorded.
    public let level: String
    /// The places to which some of it is passed on, or whose groups exercise it.
    public let nearer: [NamedBody]
    /// `at place or nearer`, `passed on in part`, `kept at system`, `not known`.
    public let test: String
  }

  init(of body: ID<Body>, in governance: Governance) {
    let levels = Function.Level.allCases
    let rows = governance.each(governance.rows(\Function.holder, naming: body))
    functions = rows.map { Entry($0, in: governance) }
      .sorted { a, b in
        let rank = { (entry: Entry) in levels.firstIndex { $0.rawValue == entry.level } ?? levels.count }
        return rank(a) != rank(b) ? rank(a) < rank(b) : (a.title, a.id) < (b.title, b.id)
      }
    let kept = functions.filter { $0.test == "kept at system" }.count
    let unknown = functions.filter { $0.test == "not known" }.count
    sentence =
      functions.isEmpty
      ? "The record holds no functions of \(governance.register.shortName(body))."
      : "Of \(Sentences.count(functions.count, "function", "functions")), \(Sentences.count(kept, "is", "are")) kept at "
        + "system level or wider with nothing passed on to a place; the record does not say why. Of "
        + "\(Sentences.number(unknown)) the level is not known."
  }
}

extension Subsidiarity.Entry {
  /// The test: who exercises it where, compared with the level it is held at.
  fileprivate init(_ function: Held<Function>, in governance: Governance) {
    id = function.id.text
    title = function.given.title ?? function.id.text
    level = function.given.level?.rawValue ?? ""
    var places: Set<ID<Body>> = []
    for authority in governance.rows(\Authority.function, naming: function.id)
    where authority.given.sort != .reserved {
      places.formUnion(authority.given.places ?? [])
      if let taker = authority.given.taker, let group = governance.row(Group.self, of: ID(taker)),
        let place = group.given.place
      {
        places.insert(place)
      }
    }
    nearer = places.map { NamedBody($0, in: governance.register) }.sorted(by: NamedBody.inOrder)
    switch function.given.level {
    case nil: test = "not known"
    case .place, .neighbourhood: test = "at place or nearer"
    case .system, .multiSystem: test = places.isEmpty ? "kept at system" : "passed on in part"
    }
  }
}
