public import Chronicle
internal import Governance
internal import Vocabulary

/// The chair's sheet of a meeting: for each item what it needs, who leaves, whether a quorum remains.
public struct AgendaAnswer: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// The items, in the order they were drafted.
  public let items: [Item]

  /// One item.
  public struct Item: Encodable, Hashable, Sendable {
    /// Its number.
    public let number: Int
    /// What it is about.
    public let title: String
    /// The authority and the limit, in words.
    public let authority: String
    /// The quorum once those who leave have left, in words.
    public let quorum: String
    /// Who leaves, with the reason.
    public let leaving: [String]
    /// Who may not see the paper.
    public let withoutPaper: [String]
    /// What the paper must show.
    public let toShow: [String]
    /// The state of notice and papers.
    public let notice: [String]
    /// The whole check.
    public let check: DecisionAnswer
  }

  /// A sheet for drafts, in their order.
  public init(_ drafts: [DraftItem], in snapshot: Snapshot) {
    items = drafts.enumerated().map { index, draft in
      let check = DecisionAnswer(draft, in: snapshot)
      func texts(_ topics: String..., results: [String] = []) -> [String] {
        check.findings.filter { topics.contains($0.topic) && (results.isEmpty || results.contains($0.result)) }
          .map(\.text)
      }
      let named = { (tie: DecisionAnswer.MemberTies) in "\(tie.person.name): \(tie.ties.joined(separator: "; "))" }
      return Item(
        number: index + 1, title: draft.title, authority: texts("authority", "competence").joined(separator: " "),
        quorum: texts("quorum").joined(separator: " "), leaving: check.ties.map(named),
        withoutPaper: check.ties.filter(\.mustLeave).map(\.person.name),
        toShow: texts("effects", "involvement", "advice", "conditions", results: ["finding", "unknown"]),
        notice: texts("notice", "papers", "openness"), check: check)
    }
    let troubled = items.filter { $0.check.findings.contains { $0.result == "finding" } }.count
    sentence =
      "\(Sentences.capital(Sentences.count(items.count, "item", "items"))); "
      + (troubled == 0
        ? "nothing stands in the way of any." : "\(Sentences.count(troubled, "needs", "need")) attention.")
  }
}
