public import Chronicle
public import Governance
public import Register
public import Vocabulary

/// The functions and decisions map of a body, or of all: made from the record, as it was on any day.
public struct FunctionsAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body whose map it is; null for all.
  @OrNull public private(set) var body: NamedBody?
  /// The functions.
  public let functions: [Entry]
  /// How many have no home.
  public let homeless: Int
  /// What it was taken from.
  public let sources: [SourceNote]

  /// One function.
  public struct Entry: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// What it is.
    public let title: String
    /// The enactment that gives it.
    public let enactment: String
    /// The level it is exercised at; empty where none is recorded.
    public let level: String
    /// The body that holds it.
    public let holder: NamedBody
    /// Who exercises it.
    public let exercised: [Exercise]
    /// Why it has no home; empty where it has one.
    public let homeless: String
  }

  /// Somebody who exercises a function.
  public struct Exercise: Encodable, Hashable, Sendable {
    /// Who.
    public let by: NamedHolder
    /// By what.
    public let through: String
    /// The most.
    @OrNull public private(set) var limit: Sum?
    /// Where; empty for everywhere.
    public let places: [NamedBody]
    /// The agreement, and the clause that says so.
    public let instrument: String

    init?(_ authority: Held<Authority>, in governance: Governance) {
      guard let taker = authority.given.taker, let sort = authority.given.sort else { return nil }
      by = NamedHolder(taker, in: governance)
      through = sort.rawValue
      _limit = OrNull(wrappedValue: authority.given.limit.map { Sum($0) })
      places = (authority.given.places ?? []).map { NamedBody($0, in: governance.register) }
      instrument = [authority.given.instrument, authority.given.clause].compactMap { $0 }.joined(separator: ", ")
    }
  }

  /// The map on the snapshot's day.
  public init(of body: ID<Body>?, level: Function.Level? = nil, in snapshot: Snapshot) {
    let governance = snapshot.governance
    let map = FunctionsMap(of: body, level: level, in: governance)
    asAt = AsAt(snapshot)
    _body = OrNull(wrappedValue: body.map { NamedBody($0, in: snapshot.register) })
    functions = map.entries.map { entry in
      let given = entry.function.given
      return Entry(
        id: entry.function.id.text, title: given.title ?? entry.function.id.text, enactment: given.enactment ?? "",
        level: given.level?.rawValue ?? "", holder: NamedBody(entry.holder, in: snapshot.register),
        exercised: entry.exercised.compactMap { Exercise($0, in: governance) }, homeless: entry.homeless)
    }
    homeless = functions.filter { !$0.homeless.isEmpty }.count
    let whose = body.map { " of \(snapshot.register.name($0))" } ?? ""
    let without =
      homeless == 0
      ? "each has a home"
      : "\(Sentences.number(homeless)) \(homeless == 1 ? "has" : "have") no home"
    sentence =
      functions.isEmpty
      ? "The record holds no functions\(whose) for \(snapshot.trueOn.written)."
      : "On \(snapshot.trueOn.written) the map\(whose) has "
        + "\(Sentences.count(functions.count, "function", "functions")); \(without)."
    var citations = Citations()
    for entry in map.entries {
      citations.cite(entry.function.version)
      for authority in entry.exercised { citations.cite(authority.version) }
    }
    sources = citations.notes(in: snapshot)
  }
}

/// How the map of one day differs from that of another.
public struct FunctionsChange: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// The earlier day.
  public let from: String
  /// The later day.
  public let to: String
  /// What differs.
  public let changes: [Change]

  /// What differs in one function.
  public struct Change: Encodable, Hashable, Sendable {
    /// `new`, `ended`, `no-home`, `holder` or `exercise`.
    public let sort: String
    /// The function.
    public let title: String
    /// What it was.
    public let before: String
    /// What it is.
    public let after: String
  }

  /// What changed between two snapshots of one record; functions are compared by what follows what.
  public init(of body: ID<Body>?, from first: Snapshot, to last: Snapshot) {
    let before = FunctionsAnswer(of: body, in: first).functions
    let all = FunctionsAnswer(of: nil, in: last).functions
    let governance = last.governance
    var changes: [Change] = []
    var met: Set<String> = []
    for old in before where old.homeless.isEmpty {
      let heir =
        all.first { $0.id == old.id }
        ?? all.first { later in
          ID<Function>(later.id).flatMap { governance.row(Function.self, of: $0)?.given.predecessor?.text } == old.id
        }
      guard let heir else {
        let reason = ID<Function>(old.id).flatMap { governance.nearest(Function.self, of: $0)?.given.ended } ?? ""
        changes.append(Change(sort: "ended", title: old.title, before: old.holder.name, after: reason))
        continue
      }
      met.insert(heir.id)
      if !heir.homeless.isEmpty {
        changes.append(Change(sort: "no-home", title: old.title, before: old.holder.name, after: heir.homeless))
        continue
      }
      if heir.holder.id != old.holder.id {
        changes.append(Change(sort: "holder", title: old.title, before: old.holder.name, after: heir.holder.name))
      }
      let (was, now) = (FunctionsChange.words(old.exercised), FunctionsChange.words(heir.exercised))
      if was != now { changes.append(Change(sort: "exercise", title: old.title, before: was, after: now)) }
    }
    let own = body.map { FunctionsAnswer(of: $0, in: last).functions } ?? all
    for later in own where !met.contains(later.id) && !before.contains(where: { $0.id == later.id }) {
      changes.append(Change(sort: "new", title: later.title, before: "", after: later.holder.name))
    }
    self.changes = changes
    from = first.trueOn.description
    to = last.trueOn.description
    let lost = changes.filter { $0.sort == "no-home" }.count
    sentence =
      changes.isEmpty
      ? "Nothing in the map differs between \(first.trueOn.written) and \(last.trueOn.written)."
      : "Between \(first.trueOn.written) and \(last.trueOn.written) "
        + "\(Sentences.count(changes.count, "thing differs", "things differ")); "
        + (lost == 0
          ? "no function is left without a home."
          : "\(Sentences.count(lost, "function has", "functions have")) no home after the later day.")
  }

  private static func words(_ exercised: [FunctionsAnswer.Exercise]) -> String {
    exercised.map { exercise in
      let limit = exercise.limit.map { " up to \($0.written)" } ?? ""
      let places = exercise.places.isEmpty ? "" : " for \(Sentences.list(exercise.places.map(\.name)))"
      return exercise.by.name + limit + places
    }.joined(separator: "; ")
  }
}
