public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// All rules, and what they say of a body.
public enum Rules {
  /// Every rule, in the order of the rulebook.
  public static let all: [Rule] = {
    let written =
      Rule.bodies + Rule.constitution + Rule.board + Rule.delegation + Rule.interests + Rule.meetings
      + Rule.duties + Rule.plans + Rule.partnership + Rule.places + Rule.selection + Rule.proposed
    let byID = Dictionary(written.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return RuleCatalogue.all.compactMap { byID[$0.id] }
  }()

  /// The rule of an identifier.
  public static func rule(_ id: RuleID) -> Rule? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// What every rule says of a body on the snapshot's day, in the order of the rulebook. O(rules × facts of the body).
  public static func verdicts(on body: ID<Body>, in snapshot: Snapshot, law: Law = .actual) -> [Verdict] {
    let governance = snapshot.governance
    return all.map { $0.verdict(on: body, in: governance, law: law) }
  }

  /// How many rules the facts decide, and how many need a person.
  public static var coverage: (rules: Int, computable: Int) {
    (all.count, all.filter(\.isComputable).count)
  }
}
