import Chronicle
import Foundation
import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// The areas of the boards there were, from the record that comes with the project.
@Suite("The areas of real boards")
struct RealAreasTests {
  /// The facts about bodies, ties and areas that come with the project.
  static let archive: Archive? = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Reference/record")
    var statements: [Statement] = []
    for file in ["bodies", "names", "relations", "overlaps", "placements", "roles"] {
      guard let text = try? String(contentsOf: folder.appending(path: "\(file).tsv"), encoding: .utf8) else {
        return nil
      }
      for line in text.split(separator: "\n").dropFirst() {
        guard let statement = try? Statement(String(line)) else { return nil }
        statements.append(statement)
      }
    }
    return Archive.holding(statements)
  }()

  @Test(
    "No board's area lies over another's, and none is left out (National Health Service Act 2006, section 14Z25)",
    arguments: [("2022-07-01", 42), ("2023-04-01", 42), ("2025-06-30", 42), ("2026-04-01", 36)])
  func areas(day: String, boards: Int) throws {
    let snapshot = Snapshot(try #require(RealAreasTests.archive), trueOn: try #require(Day(day)))
    #expect(snapshot.register.bodies(.integratedCareBoard).count == boards)
    for rule in ["ICB.EST.NOOVERLAP", "ICB.EST.COVERAGE"] as [RuleID] {
      let rule = try #require(Rules.rule(rule))
      for board in snapshot.register.bodies(.integratedCareBoard) {
        let verdict = rule.verdict(on: board, in: snapshot.governance)
        #expect(verdict.result == .met, "\(rule.id) \(board): \(verdict.explanation)")
      }
    }
  }
}
