public import Chronicle
internal import Foundation
internal import Register
public import Vocabulary

/// What do two kept texts say differently? Their sentences side by side.
public struct TextsAnswer: Encodable, Hashable, Sendable {
  /// A sentence and the line of its text.
  public struct Sentence: Encodable, Hashable, Sendable {
    /// The line, counted from one.
    public let line: Int
    /// What it says.
    public let words: String
  }

  /// Two sentences that say the same thing otherwise.
  public struct Pair: Encodable, Hashable, Sendable {
    /// The sentence of each text.
    public let first, second: Sentence
    /// The words, numbers and dates that only one of them has, in its order.
    public let onlyFirst, onlySecond: [String]
    /// The claims the record keeps of either line whose number stands in the sentence.
    public let claims: [String]
  }

  /// The two texts.
  public let first, second: SourceNote
  /// The answer in a sentence.
  public let sentence: String
  /// How many sentences both have word for word; capitals and marks apart.
  public let same: Int
  /// What both say in other words, in the order of the first.
  public let changed: [Pair]
  /// What only one of them says.
  public let onlyFirst, onlySecond: [Sentence]

  /// The share of their words that two sentences must have in common to be taken for one (ours).
  public static let likeness = 0.5

  /// Sets two kept texts against each other. O(sentences of the one × sentences of the other).
  ///
  /// Throws `QuestionError` when a text is not kept or may not be seen, and when it cannot be read.
  public init(_ first: ID<Source>, against second: ID<Source>, in snapshot: Snapshot, blocks: @escaping Blocks) throws {
    let one = try TextsAnswer.sentences(of: first, in: snapshot, blocks)
    let two = try TextsAnswer.sentences(of: second, in: snapshot, blocks)
    var matching = Matching(one, two)
    matching.match()
    let claims = snapshot.history(Claim.self).map(ClaimEntry.init)
    self.first = SourceNote(first, certainties: [], facts: one.count, in: snapshot)
    self.second = SourceNote(second, certainties: [], facts: two.count, in: snapshot)
    same = matching.pairs.count { one[$0.0].tokens == two[$0.1].tokens }
    changed = matching.pairs.filter { one[$0.0].tokens != two[$0.1].tokens }.map { a, b in
      Pair(
        one[a], two[b], claims: TextsAnswer.claims(claims, (first.text, one[a]), (second.text, two[b])))
    }
    onlyFirst = matching.leftFirst.map { one[$0] }
    onlySecond = matching.leftSecond.map { two[$0] }
    sentence =
      "Of \(one.count) sentences of the one and \(two.count) of the other, \(same) are the same, \(changed.count) say it "
      + "otherwise, and \(onlyFirst.count) and \(onlySecond.count) stand in one alone."
  }

  /// The sentences of a text: its lines, parted where a full stop, a question or an exclamation mark ends one.
  private static func sentences(of id: ID<Source>, in snapshot: Snapshot, _ blocks: Blocks) throws -> [Sentence] {
    guard let kept = snapshot.history(KeptText.self, of: id).last else {
      throw QuestionError("no text of '\(id)' is kept: `concordat import --text-of \(id)` keeps one")
    }
    let block = try blocks(kept.fact.block)
    return zip(block.units, block.texts["text"] ?? []).flatMap { unit, words in
      parts(of: words).map { Sentence(line: Int(unit) ?? 0, words: $0) }
    }
  }

  /// The sentences of a line. A mark ends one only before a space and a capital, so that `2.3` and `e.g.` stay whole.
  static func parts(of line: String) -> [String] {
    var parts: [String] = []
    var rest = line[...]
    while let end = rest.firstMatch(of: /[.?!]["”’)]* (?=["“‘(]?[A-Z])/) {
      parts.append(String(rest[..<end.range.upperBound]).trimmingCharacters(in: .whitespaces))
      rest = rest[end.range.upperBound...]
    }
    parts.append(String(rest).trimmingCharacters(in: .whitespaces))
    return parts.filter { !$0.isEmpty }
  }

  private static func claims(
    _ claims: [ClaimEntry], _ first: (text: String, sentence: Sentence), _ second: (text: String, sentence: Sentence)
  ) -> [String] {
    claims.filter { claim in
      [first, second].contains { text, sentence in
        claim.text == text && claim.line == sentence.line && sentence.tokens.contains(claim.value)
      }
    }.map(\.id)
  }
}

extension TextsAnswer.Sentence {
  /// Its words and numbers in lower case, without the marks around them.
  var tokens: [String] {
    words.lowercased().split { !($0.isLetter || $0.isNumber || ".,'’".contains($0)) }
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ".,'’")).replacing(",", with: "") }
      .filter { !$0.isEmpty }
  }
}

extension TextsAnswer.Pair {
  fileprivate init(_ first: TextsAnswer.Sentence, _ second: TextsAnswer.Sentence, claims: [String]) {
    let (one, two) = (first.tokens, second.tokens)
    self.first = first
    self.second = second
    self.claims = claims
    onlyFirst = one.filter { !two.contains($0) }
    onlySecond = two.filter { !one.contains($0) }
  }
}

/// Pairs of sentences, each used once: the likest first, then by their order.
private struct Matching {
  private let first, second: [Set<String>]
  private(set) var pairs: [(Int, Int)] = []

  init(_ first: [TextsAnswer.Sentence], _ second: [TextsAnswer.Sentence]) {
    self.first = first.map { Set($0.tokens) }
    self.second = second.map { Set($0.tokens) }
  }

  mutating func match() {
    var candidates: [(likeness: Double, a: Int, b: Int)] = []
    for (a, words) in first.enumerated() where !words.isEmpty {
      for (b, others) in second.enumerated() where !others.isEmpty {
        let common = Double(words.intersection(others).count)
        // The coefficient of L. R. Dice, Measures of the amount of ecologic association between species (1945).
        let likeness = 2 * common / Double(words.count + others.count)
        if likeness >= TextsAnswer.likeness { candidates.append((likeness, a, b)) }
      }
    }
    candidates.sort { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }
    var usedFirst: Set<Int> = []
    var usedSecond: Set<Int> = []
    for candidate in candidates where !usedFirst.contains(candidate.a) && !usedSecond.contains(candidate.b) {
      usedFirst.insert(candidate.a)
      usedSecond.insert(candidate.b)
      pairs.append((candidate.a, candidate.b))
    }
    pairs.sort { $0.0 < $1.0 }
  }

  var leftFirst: [Int] {
    let used = Set(pairs.map(\.0))
    return first.indices.filter { !used.contains($0) }
  }

  var leftSecond: [Int] {
    let used = Set(pairs.map(\.1))
    return second.indices.filter { !used.contains($0) }
  }
}
