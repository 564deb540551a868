public import Chronicle
internal import Register
internal import Vocabulary

/// Whom does this name, code, council, postcode or term mean?
public struct FindAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// What was asked.
  public let text: String
  /// The answer in a sentence.
  public let sentence: String
  /// The meanings of the words, where they are a term; several when it is ambiguous.
  public let meanings: [TermEntry]
  /// Whether the term has several meanings, so that a reader must choose.
  public let isAmbiguous: Bool
  /// Where a postcode or the code of a small area lies.
  @OrNull public internal(set) var place: PlaceFinding?
  /// The bodies found, best first.
  public let hits: [FindHit]
  /// How many there are in all; more than `hits` when not all are listed.
  public let count: Int

  /// Looks for a text in every name and code any body ever had.
  ///
  /// Exact codes come first, then exact names, then names that begin so, then names with all the words. `blocks`
  /// reads the lookups that place postcodes and small areas. O(names that have one of the words).
  public init(_ text: String, in snapshot: Snapshot, limit: Int = 20, blocks: Blocks? = nil) {
    var asked = text.prefix(200).description
    var snapshot = snapshot
    if let at = asked.lastIndex(of: "@"), let day = Day(asked[asked.index(after: at)...]) {
      snapshot = snapshot.on(day)
      asked = String(asked[..<at])
    }
    var scheme: String?
    if let colon = asked.firstIndex(of: ":"), asked[..<colon].allSatisfy({ $0.isLetter || $0.isNumber }) {
      scheme = asked[..<colon].lowercased()
      asked = String(asked[asked.index(after: colon)...])
    }
    let query = Folding.fold(asked)
    asAt = AsAt(snapshot)
    self.text = text
    let terms = TermsAnswer.meanings(of: query, in: snapshot)
    meanings = terms
    isAmbiguous = terms.count > 1
    _place = OrNull(wrappedValue: PlaceFinding(asked, in: snapshot, blocks: blocks))
    let found = FindAnswer.find(query, scheme: scheme, in: snapshot, limit: limit)
    hits = found.hits
    count = found.count
    sentence = Sentences.found(
      asked, meanings: terms, place: _place.wrappedValue, hits: found.hits, count: found.count)
  }

  private static func find(_ query: String, scheme: String?, in snapshot: Snapshot, limit: Int) -> (
    hits: [FindHit], count: Int
  ) {
    let index = snapshot.archive.derived(FindIndex.self, FindIndex.init)
    let names = snapshot.archive.table(Name.self).versions
    let codes = snapshot.archive.table(Code.self).versions
    let isLatest = snapshot.known == .latest
    let result = index.matches(query, on: snapshot.trueOn, limit: limit) { entry in
      if let scheme, !entry.isCode || codes[Int(entry.position)].fact.scheme != scheme { return false }
      if entry.isPlain, isLatest { return true }
      return entry.isCode
        ? snapshot.holds(codes[Int(entry.position)]) : snapshot.holds(names[Int(entry.position)])
    }
    let register = snapshot.register
    let hits = result.best.compactMap { match -> FindHit? in
      let entry = index.entries[match.entry]
      let body = index.bodies[Int(entry.body)].id
      let matched =
        entry.isCode
        ? MatchedText(codes[Int(entry.position)], fit: match.fit, on: snapshot.trueOn)
        : MatchedText(names[Int(entry.position)], fit: match.fit, on: snapshot.trueOn)
      return FindHit(body, matched: matched, in: register)
    }
    return (hits, result.count)
  }
}

extension Sentences {
  static func found(_ text: String, meanings: [TermEntry], place: PlaceFinding?, hits: [FindHit], count: Int)
    -> String
  {
    var parts: [String] = []
    if meanings.count > 1 {
      parts.append("\(text) has \(number(meanings.count)) meanings: \(list(meanings.map(\.meaning))).")
    } else if let only = meanings.first {
      parts.append("\(text) means \(only.meaning).")
    }
    if let place { parts.append(place.sentence) }
    if count > 0 {
      parts.append("\(capital(self.count(count, "body", "bodies"))) answer\(count == 1 ? "s" : "") to it.")
    } else if parts.isEmpty {
      parts.append("No name or code in the record answers to “\(text)”.")
    }
    return joined(parts)
  }
}
