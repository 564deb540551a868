public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// What a body has decided, the latest first.
public struct DecisionsAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// The decisions.
  public let decisions: [Entry]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// One decision.
  public struct Entry: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// The day it was taken.
    public let day: String
    /// That day as a reader would write it.
    public let dayWritten: String
    /// What was decided.
    public let title: String
    /// Who decided.
    @OrNull public private(set) var decider: NamedHolder?
    /// The function it exercises.
    public let function: String
    /// The sum, whole-life.
    @OrNull public private(set) var value: Sum?
    /// The place it is for.
    @OrNull public private(set) var place: NamedBody?
    /// How it came out; empty where it is not recorded.
    public let outcome: String
    /// Why, where a reason is recorded.
    public let reason: String

    init(_ row: Held<Decision>, in governance: Governance) {
      let given = row.given
      id = row.id.text
      day = given.on?.description ?? ""
      dayWritten = given.on?.written ?? ""
      title = given.title ?? row.id.text
      _decider = OrNull(wrappedValue: given.decider.map { NamedHolder($0, in: governance) })
      function = given.function.flatMap { governance.nearest(Function.self, of: $0)?.given.title } ?? ""
      _value = OrNull(wrappedValue: given.value.map { Sum($0) })
      _place = OrNull(wrappedValue: given.place.map { NamedBody($0, in: governance.register) })
      outcome = given.outcome?.rawValue ?? ""
      reason = given.reason ?? ""
    }
  }

  /// The decisions of a body up to the snapshot's day. O(decisions of the body).
  public init(of body: ID<Body>, in snapshot: Snapshot) {
    let governance = snapshot.governance
    let all = governance.history(\Decision.body, naming: body).filter { row in
      row.given.on.map { $0 <= snapshot.trueOn } ?? true
    }
    let rows = all.filter { snapshot.audience != .public || !governance.wasPrivate($0) }
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    decisions = rows.map { Entry($0, in: governance) }.sorted { ($1.day, $0.id) < ($0.day, $1.id) }
    var citations = Citations()
    for row in rows { citations.cite(row.version) }
    sources = citations.notes(in: snapshot)
    let name = snapshot.register.name(body)
    sentence =
      decisions.first.map { last in
        "The record holds \(Sentences.count(rows.count, "decision", "decisions")) of \(name) up to "
          + "\(snapshot.trueOn.written), the last of \(last.dayWritten)."
          + (all.count == rows.count
            ? ""
            : " \(Sentences.capital(Sentences.count(all.count - rows.count, "other was", "others were"))) taken in private.")
      } ?? "The record holds no decision of \(name) up to \(snapshot.trueOn.written)."
  }
}

extension Governance {
  /// Whether a decision was taken with the public excluded from its item.
  func wasPrivate(_ decision: Held<Decision>) -> Bool {
    decision.given.item.flatMap { nearest(Item.self, of: $0) }?.given.open == false
  }
}
