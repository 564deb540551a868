import Measures
import Testing
import Vocabulary

private let series = ReleaseLedger.Series(ID(slug: "admissions"), grain: "lsoa21", label: "2025/26")

private func release(_ name: String, _ units: Set<String>) -> ReleaseLedger.Release {
  ReleaseLedger.Release(name, series, units: units)
}

/// Every way to add or subtract one or two earlier answers, unit by unit.
private func canBeSubtracted(
  _ new: Set<String>, from earlier: [Set<String>], _ counts: [String: Int], below threshold: Int
) -> Bool {
  func leaves(_ terms: [(Set<String>, Int)]) -> Bool {
    var left = 0
    for (unit, count) in counts where terms.reduce(0, { $0 + ($1.0.contains(unit) ? $1.1 : 0) }) != 0 { left += count }
    return left > 0 && left < threshold
  }
  if earlier.contains(new) { return false }
  for first in earlier {
    if leaves([(new, 1), (first, -1)]) { return true }
    for second in earlier where second != first {
      if leaves([(new, 1), (first, -1), (second, -1)]) || leaves([(new, 1), (first, -1), (second, 1)]) { return true }
    }
  }
  return false
}

@Suite("The ledger of releases")
struct ReleaseLedgerTests {
  private func ledger(_ counts: [String: Int], _ rule: DisclosureRule = .hospital) -> ReleaseLedger {
    var ledger = ReleaseLedger(rule)
    ledger.open(series, counts: counts)
    return ledger
  }

  @Test("A footprint that differs from a published one by a small count is refused, by its name")
  func nested() throws {
    var ledger = ledger(["a": 40, "b": 50, "c": 3, "d": 9, "e": 0])
    try ledger.record(release("Old town", ["a", "b"]))
    let refusal = try #require(try ledger.refusal(of: release("Old town and quay", ["a", "b", "c"])))
    #expect(refusal.earlier == ["Old town"])
    #expect(refusal.reason.contains("“Old town”"))
    #expect(refusal.reason.contains("fewer than 8"))
    #expect(!refusal.reason.contains(" 3 "))
    #expect(try ledger.refusal(of: release("Old town and hill", ["a", "b", "d"])) == nil)
    #expect(try ledger.refusal(of: release("Old town and park", ["a", "b", "e"])) == nil)
    #expect(try ledger.refusal(of: release("The same again", ["a", "b"])) == nil)
  }

  @Test("One answer after another goes through the gate and the ledger")
  func publish() throws {
    var ledger = ledger(["a": 40, "b": 51, "c": 3])
    #expect(try ledger.publish(release("Quay", ["c"])) == .given(.suppressed(.primary)))
    #expect(try ledger.publish(release("Old town", ["a", "b"])) == .given(.rounded(90, base: 5)))
    guard case .refused(let refusal) = try ledger.publish(release("Both", ["a", "b", "c"])) else {
      Issue.record("the quay can be worked out")
      return
    }
    #expect(refusal.earlier == ["Old town"])
  }

  @Test(
    "Two published answers are put together",
    arguments: [
      (["a", "b", "d", "c"], ["West", "East"]),  // both, and a few more
      (["a", "b", "d", "e"], nil),  // both, and many more
    ] as [([String], [String]?)])
  func union(units: [String], earlier: [String]?) throws {
    var ledger = ledger(["a": 40, "b": 50, "c": 3, "d": 90, "e": 12])
    try ledger.record(release("West", ["a", "b"]))
    try ledger.record(release("East", ["d"]))
    #expect(try ledger.refusal(of: release("New", Set(units)))?.earlier == earlier)
  }

  @Test("One published answer is taken from another")
  func difference() throws {
    var ledger = ledger(["a": 40, "b": 50, "c": 3])
    try ledger.record(release("All", ["a", "b", "c"]))
    try ledger.record(release("West", ["a"]))
    #expect(try ledger.refusal(of: release("East", ["b"]))?.earlier == ["All", "West"])
  }

  @Test("What two published answers have in common is not given away by their union")
  func common() throws {
    var ledger = ledger(["a": 40, "b": 50, "c": 3])
    try ledger.record(release("West", ["a", "c"]))
    try ledger.record(release("East", ["b", "c"]))
    #expect(try ledger.refusal(of: release("Both", ["a", "b", "c"]))?.earlier == ["West", "East"])
  }

  @Test("All shown cells of a table count as one answer")
  func table() throws {
    let counts = ["a": 40, "b": 50, "c": 60, "d": 70, "e": 3]
    var ledger = ledger(counts)
    try ledger.record(table: "Wards", ["a", "b", "c", "d"].map { release($0, [$0]) })
    #expect(try ledger.refusal(of: release("Town", Set(counts.keys)))?.earlier == ["all shown cells of Wards"])
  }

  @Test("What cannot be checked is not shown")
  func unknown() throws {
    var ledger = ledger(["a": 40])
    #expect(throws: DisclosureError.self) { try ledger.refusal(of: release("New", ["a", "z"])) }
    #expect(throws: DisclosureError.self) { try ledger.record(release("New", ["z"])) }
    let other = ReleaseLedger.Series(ID(slug: "admissions"), grain: "lsoa21", label: "2024/25")
    #expect(throws: DisclosureError.self) {
      try ledger.refusal(of: ReleaseLedger.Release("New", other, units: ["a"]))
    }
  }

  @Test("The ledger agrees with trying every sum and difference", arguments: 0..<80)
  func agrees(seed: Int) throws {
    var random = Seeded(seed)
    let names = (0..<9).map { "u\($0)" }
    var counts: [String: Int] = [:]
    for name in names { counts[name] = [0, 1, 2, 4, 9, 15, 30].randomElement(using: &random) }
    var ledger = ledger(counts)
    var earlier: [Set<String>] = []
    for step in 0..<25 {
      let units = Set(names.filter { _ in Bool.random(using: &random) })
      let isRefused = try ledger.refusal(of: release("r\(step)", units)) != nil
      #expect(isRefused == canBeSubtracted(units, from: earlier, counts, below: 8))
      guard !isRefused else { continue }
      try ledger.record(release("r\(step)", units))
      if !earlier.contains(units) { earlier.append(units) }
    }
  }

  @Test("An answer is checked against thousands of others without trying all their pairs", .timeLimit(.minutes(15)))
  func thousands() throws {
    var random = Seeded(7)
    let names = (0..<5_000).map { "E\(100_000 + $0)" }
    var counts: [String: Int] = [:]
    for name in names { counts[name] = Int.random(in: 0...400, using: &random) }
    var ledger = ledger(counts)
    for number in 0..<3_000 {
      let start = Int.random(in: 0..<4_900, using: &random)
      let length = Int.random(in: 1...100, using: &random)
      try ledger.record(release("area \(number)", Set(names[start..<(start + length)])))
    }
    let small = try #require(names.dropFirst(200).first { (1...7).contains(counts[$0] ?? 0) })
    let large = Set(names[1_000..<3_000])
    try ledger.record(release("large", large))
    #expect(try ledger.refusal(of: release("large and one", large.symmetricDifference([small])))?.earlier == ["large"])
    #expect(try ledger.refusal(of: release("another", Set(names[0..<1_500]))) == nil)
  }
}
