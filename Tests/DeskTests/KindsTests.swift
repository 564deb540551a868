import Chronicle
import Foundation
import Testing

@testable import Desk

@Suite("Kinds of fact")
struct KindsTests {
  @Test("Every kind of fact in the sources is known to the desk")
  func registry() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let pattern = /(?:FactKind\(|Layout\(\s*[A-Za-z]+\(\),)\s*"([a-z0-9-]+)"/
    var declared: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: pattern) { declared.insert(String(match.1)) }
    }
    #expect(declared == Set(Kinds.all.map(\.kind.name)))
    #expect(Kinds.byName.count == Kinds.all.count)
  }

  @Test("Columns that are spoken of exist, and no two kinds share a file")
  func columns() {
    for known in Kinds.all {
      for column in known.values.union(known.bodies) {
        #expect(known.kind.columns.contains(column), "\(known.kind.name) has no column \(column)")
      }
      #expect(Kinds.byFile[known.kind.file]?.count == 1)
      #expect(Kinds.isKindName(known.kind.name))
    }
  }

  @Test(
    "Only words with a version are names of kinds",
    arguments: [
      ("promise-7", true), ("health-plan-12", true), ("promise", false), ("promise-", false),
      ("../etc-1", false),
      ("Promise-1", false), ("-1", false), ("", false), ("names", false), ("a/b-1", false),
    ])
  func names(text: String, isName: Bool) {
    #expect(Kinds.isKindName(text) == isName)
  }
}
