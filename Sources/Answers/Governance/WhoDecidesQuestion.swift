public import Chronicle
internal import Governance
internal import Register
internal import Vocabulary

/// Who decides, as a reader asks it: in words, with nothing looked up yet.
public struct WhoDecidesQuestion: Hashable, Sendable {
  /// What is to be decided on: an identifier, a title or a word people use.
  public var function: String
  /// Where; empty for no place in particular.
  public var place: String
  /// The sum in pounds; empty for none.
  public var value: String
  /// The kind of decision; empty for any.
  public var kind: String

  /// A question.
  public init(function: String = "", place: String = "", value: String = "", kind: String = "") {
    self.function = function
    self.place = place
    self.value = value
    self.kind = kind
  }

  /// What is wrong with a part of the question, and what to write.
  public struct Fault: Error, Hashable, Sendable {
    /// The part: `function`, `place` or `value`.
    public let field: String
    /// In a sentence.
    public let message: String
  }

  /// The answer on the snapshot's day. Throws what cannot be understood, part by part.
  public func answer(in snapshot: Snapshot) throws(Fault) -> WhoDecidesAnswer {
    let place = try meantPlace(in: snapshot)
    let sum = try meantSum()
    let found: Held<Function>
    do {
      found = try snapshot.governance.function(meantBy: function, at: place)
    } catch {
      throw Fault(field: "function", message: Sentences.capital(error.message) + ".")
    }
    return WhoDecidesAnswer(
      Power.Question(found.id, place: place, value: sum, kind: kind.isEmpty ? nil : kind), in: snapshot)
  }

  private func meantPlace(in snapshot: Snapshot) throws(Fault) -> ID<Body>? {
    guard !place.isEmpty else { return nil }
    let found = snapshot.register.meant(by: place)
    guard let first = found.first else {
      throw Fault(
        field: "place", message: "The record has no body “\(place.prefix(60))”. Choose a place from the list.")
    }
    guard found.count == 1 else {
      throw Fault(
        field: "place", message: "“\(place)” could be any of \(found.map(\.text).joined(separator: ", ")): write one.")
    }
    return first
  }

  /// `1000000`, `£1,000,000`, `1.6m`, `250k`.
  private func meantSum() throws(Fault) -> Pounds? {
    var text = value.lowercased().filter { !"£, ".contains($0) }
    guard !text.isEmpty else { return nil }
    let noughts = text.hasSuffix("m") ? 6 : text.hasSuffix("k") ? 3 : 0
    if noughts > 0 {
      text.removeLast()
      let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let rest = parts.count > 1 ? parts[1] : ""
      // A part too long for the letter stays too long, and is refused below.
      text = parts[0] + rest + String(repeating: "0", count: max(0, noughts - rest.count))
      if parts[0].isEmpty || rest.count > noughts { text = "" }
    }
    guard let sum = Pounds(cell: text) else {
      throw Fault(field: "value", message: "“\(value.prefix(30))” is no sum. Write it in pounds: 1000000, or 1.6m.")
    }
    return sum
  }
}

/// What can be asked about on a day: the functions that are held and the places powers are given for.
public struct WhoDecidesChoices: Encodable, Hashable, Sendable {
  /// The functions, by title.
  public let functions: [FunctionChoice]
  /// The places, by name.
  public let places: [NamedBody]

  /// A function to ask about.
  public struct FunctionChoice: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its title.
    public let title: String
    /// The body that holds it.
    public let holder: NamedBody
  }

  /// What can be asked about on the snapshot's day.
  public init(in snapshot: Snapshot) {
    let governance = snapshot.governance
    functions = governance.rows(Function.self).compactMap { row in
      guard let title = row.given.title, let holder = row.given.holder else { return nil }
      return FunctionChoice(id: row.id.text, title: title, holder: NamedBody(holder, in: snapshot.register))
    }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    let given = governance.rows(Authority.self).flatMap { $0.given.places ?? [] }
    let arranged = governance.rows(PlaceArrangement.self).compactMap(\.given.place)
    places = Set(given + arranged).map { NamedBody($0, in: snapshot.register) }.sorted {
      ($0.name, $0.id) < ($1.name, $1.id)
    }
  }
}
