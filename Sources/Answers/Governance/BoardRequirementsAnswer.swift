public import Chronicle
internal import Rulebook
internal import Vocabulary

/// What must a board contain, on a day? The sources disagree, so each is given with its citation and its weight.
public struct BoardRequirementsAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// What each source in force on the day says, the strongest first.
  public let requirements: [RulesAnswer.Entry]
  /// What would change under the proposed law.
  public let proposed: [RulesAnswer.Entry]

  private static let floors: [RuleID] = [
    "ICB.BOARD.MIN.STATUTE", "ICB.BOARD.MIN.MODEL", "ICB.BOARD.MIN.DESIGN2021", "ICB.BOARD.MIN.SEED001",
  ]

  /// The requirements on the snapshot's day.
  public init(in snapshot: Snapshot) {
    let day = snapshot.trueOn
    asAt = AsAt(snapshot)
    let found = BoardRequirementsAnswer.floors.compactMap { Rules.rule($0) }.filter { rule in
      (rule.text.from.map { day >= $0 } ?? true) && (rule.text.until.map { day < $0 } ?? true)
    }
    requirements = found.map { RulesAnswer.Entry($0) }
    proposed = Rules.rule("BILL.LASEAT").map { [RulesAnswer.Entry($0)] } ?? []
    let binding = found.filter { $0.text.severity == .breach }
    sentence =
      binding.isEmpty
      ? "On \(day.written) no law says what a board must contain; "
        + "\(Sentences.count(found.count, "source says", "sources say")) what was expected."
      : "On \(day.written) the law says: \(binding[0].text.text) (\(binding[0].text.citation)). "
        + "\(Sentences.capital(Sentences.count(found.count - 1, "other source says", "other sources say"))) more."
  }
}
