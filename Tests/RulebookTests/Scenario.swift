import Chronicle
import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// A whole small record and the answers expected of it; every rule that is not named finds nothing.
struct Scenario {
  let governance: Governance
  let body: ID<Body>

  /// The record of a text in the notation of examples, beside what every example has, as it is on a day.
  init(_ text: String, on day: String, of body: String = "north") throws {
    let statements = try Notation.statements(Examples.setting + "\n" + text)
    governance =
      Snapshot(
        Archive.holding(statements), trueOn: try #require(Day(day)), audience: .restricted
      ).governance
    self.body = try #require(ID<Body>(body))
  }

  /// What a rule says of the body.
  func ask(_ id: RuleID) throws -> Verdict { try #require(Rules.rule(id)).verdict(on: body, in: governance) }

  /// The rules of these sections that find something.
  func findings(in sections: RuleSection...) -> Set<RuleID> {
    Set(
      Rules.all.filter { sections.contains($0.text.section) }.map { $0.verdict(on: body, in: governance) }
        .filter { $0.result == .finding }.map(\.rule))
  }
}
