import Chronicle
import Measures
import Testing
import Vocabulary

@Suite("What is released")
struct ReleasedFiguresTests {
  private static let series = ReleaseLedger.Series(ID(slug: "admissions"), grain: "practice", label: "2026-01")
  private static let counts = ["a": 30, "b": 3, "c": 20, "d": 9, "e": 0]

  private static func cell(_ name: String, _ units: String) -> ReleaseCheck.Cell {
    ReleaseCheck.Cell(name, units: Set(units.map(String.init)))
  }

  private static func table(_ name: String, _ cells: String...) -> ReleaseCheck.Table {
    ReleaseCheck.Table(name, cells.map { cell($0, $0) })
  }

  /// Worked by hand under the rule that hides one to four: what was shown before, what is to be shown, what may be.
  static let cases: [(earlier: [ReleaseCheck.Table], new: [String], shown: [String])] = [
    // Nothing was shown before.
    ([], ["abc", "d"], ["abc", "d"]),
    // The total is 62: less 30, 20 and 9 it leaves b's three, so the smallest shown part goes too.
    ([table("the whole", "abcd")], ["a", "c", "d"], ["a", "c"]),
    // The parts were shown first: now the total would give b away.
    ([table("the parts", "a", "c", "d")], ["abcd"], []),
    // Twelve people apart is no small number, three is.
    ([table("a town", "ac")], ["abcd"], ["abcd"]),
    ([table("a town", "ac")], ["abc"], []),
    // Nobody lives in e, so it makes no difference.
    ([table("a town", "ac")], ["ace"], ["ace"]),
    // Two regions and two parts of one: c would leave b and e, who are three, of all together.
    ([table("two regions", "abd", "ce"), table("parts", "a", "d")], ["c"], []),
    ([table("parts", "a", "d")], ["abd", "ce"], ["ce"]),
  ]

  @Test("A cell that could be subtracted from what is out already is hidden", arguments: cases.indices)
  func checked(index: Int) throws {
    let (earlier, new, expected) = Self.cases[index]
    let check = try ReleaseCheck(Self.series, counts: Self.counts, earlier: earlier, under: .underFive)
    let cells = new.map { Self.cell($0, $0) }
    let result = try check.shown(cells, of: Array(cells.indices))
    #expect(result.shown.map { new[$0] } == expected)
    #expect(result.reasons.count == new.count - expected.count)
    for reason in result.reasons { #expect(reason.contains("fewer than 5")) }
  }

  @Test("A column keeps figures and marks through a block, and a mark nobody knows hides")
  func columns() throws {
    let column = ReleasedColumn([.shown(0), .rounded(10, base: 5), .suppressed(.primary), .suppressed(.secondary), nil])
    let block = Block(units: ["a", "b", "c", "d", "e"], columns: column.columns(named: "value"))
    let read = try #require(ReleasedColumn("value", of: Block(decoding: block.encoded)))
    #expect(read.marks == [.shown, .rounded, .hidden, .hidden, .missing])
    #expect(read.values.map { $0.isNaN ? -1 : $0 } == [0, 10, -1, -1, -1])
    #expect(ReleasedColumn("other", of: block) == nil)
    let strange = Block(
      units: ["a"], columns: [("value", .number([3])), ("value-released", .text(["perhaps"]))])
    #expect(ReleasedColumn("value", of: strange)?.values[0].isNaN == true)
  }

  @Test(
    "A released column that cannot have come out of the gate is told",
    arguments: [
      (Disclosed.shown(3), "is one the rule hides"), (.shown(12), "is not rounded to the nearest 5"),
      (.shown(10), nil), (.shown(0), nil), (.suppressed(.primary), nil),
    ] as [(Disclosed, String?)])
  func breach(outcome: Disclosed, reason: String?) {
    let found = ReleasedColumn([outcome]).breach(of: .hospital, units: ["B"])
    #expect(found == reason.map { "the figure of B \($0)" })
  }

  @Test("A release round-trips as a line")
  func line() throws {
    let observation = Observation(
      ID(slug: "demo.falls"), basis: .provided, grain: "icb", label: "2026-01", column: "value",
      block: Digest(of: "a block"), count: 42)
    let release = Release(observation, on: Day("2026-04-01"), under: "hes-1-7-round-5")
    let text = release.fields.joined(separator: "\t")
    var row = text
    let read = try row.withUTF8 { bytes throws(LineError) in
      var reader = FieldReader(UnsafeRawBufferPointer(bytes))
      return try Release(subject: release.subject, from: &reader)
    }
    #expect(read == release)
  }
}
