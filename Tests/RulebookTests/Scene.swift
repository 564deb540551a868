import Chronicle
import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// A whole small record, beside what every example has, and what the rules of some sections say of a body in it.
struct Scene {
  let verdicts: [RuleID: Verdict]

  init(
    _ text: String, on day: String, of body: String = "north", sections: Set<RuleSection>, law: Law = .actual
  ) throws {
    let statements = try Notation.statements(Examples.setting + "\n" + text)
    let snapshot = Snapshot(
      Archive.holding(statements), trueOn: try #require(Day(day)), audience: .restricted)
    let asked = try #require(ID<Body>(body))
    let rules = Rules.all.filter { sections.contains($0.text.section) }
    verdicts = Dictionary(
      uniqueKeysWithValues: rules.map { ($0.id, $0.verdict(on: asked, in: snapshot.governance, law: law)) })
  }

  /// The rules that find something, in order.
  var found: [String] { verdicts.values.filter { $0.result == .finding }.map(\.rule.text).sorted() }

  subscript(_ rule: RuleID) -> Verdict.Result? { verdicts[rule]?.result }

  func explanation(_ rule: RuleID) -> String { verdicts[rule]?.explanation ?? "" }
}
