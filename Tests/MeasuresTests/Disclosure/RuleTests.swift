import Chronicle
import Measures
import Testing
import Vocabulary

@Suite("Disclosure rules")
struct DisclosureRuleTests {
  @Test(
    "Hospital counts: nought stays, 1 to 7 are hidden, others go to the nearest 5",
    arguments: [
      (0, "0"), (1, "*"), (7, "*"), (8, "10"), (12, "10"), (13, "15"), (17, "15"), (18, "20"), (1002, "1000"),
    ])
  func hospital(count: Int, text: String) throws {
    #expect(try DisclosureGate(.hospital).publish(count).text == text)
  }

  @Test("Averages on 1 to 7 people are hidden, on 8 they are shown", arguments: [(1, false), (7, false), (8, true)])
  func averages(people: Int, isShown: Bool) throws {
    let table = try DisclosureTable([.init("people", people)], quotients: [.average(4.25, over: 0)])
    let result = try DisclosureGate(.hospital).publish(table).quotients[0]
    #expect(result == (isShown ? .shown(4.25) : .suppressed(.primary)))
  }

  @Test("A rate stands on enough events and enough people")
  func rates() throws {
    let table = try DisclosureTable(
      [
        .init("events", 9), .init("more events", 10), .init("people", 400), .init("few people", 9),
        .init("no events", 0),
      ],
      quotients: [.rate(of: 0, per: 2), .rate(of: 1, per: 2), .rate(of: 1, per: 3), .rate(of: 4, per: 2)])
    #expect(
      try DisclosureGate(.rateUnderTen).publish(table).quotients == [
        .suppressed(.smallNumerator), .shown(0.025), .suppressed(.smallDenominator), .shown(0),
      ])
  }

  @Test("A share is worked out from the rounded counts")
  func shares() throws {
    let table = try DisclosureTable([.init("some", 33), .init("all", 98)], quotients: [.share(of: 0, in: 1)])
    #expect(try DisclosureGate(.hospital).publish(table).quotients == [.shown(0.35)])
  }

  @Test("A share of nearly all hides what would tell of the few who are left")
  func rest() throws {
    let table = try DisclosureTable([.init("some", 20), .init("all", 22)], quotients: [.share(of: 0, in: 1)])
    let result = try DisclosureGate(.underFive).publish(table)
    #expect(result.cells.contains { $0.reason == .secondary })
    #expect(result.quotients == [.suppressed(.secondary)])
  }

  @Test("Official aggregates pass as they are")
  func asPublished() throws {
    let table = try DisclosureTable.crossed([[1, 2], [0, 4]], rows: ["a", "b"], columns: ["x", "y"])
    let result = try DisclosureGate(.asPublished).publish(table)
    #expect(result.cells == table.cells.map { .shown($0.count) })
  }

  @Test("Every rule set has a source, and an identifier of its own")
  func sources() {
    #expect(Set(DisclosureRule.all.map(\.id)).count == DisclosureRule.all.count)
    for rule in DisclosureRule.all {
      #expect(!rule.source.isEmpty)
      #expect(DisclosureRule.named(rule.id) == rule)
      #expect(rule.citation.contains("not yet checked") == (rule.certainty == .remembered))
    }
  }

  @Test("A measure's rule set is kept as a line, and one that is not known is refused")
  func policy() throws {
    let policy = DisclosurePolicy(ID(slug: "admissions"), rule: "hes-1-7-round-5")
    #expect(try policy.known() == .hospital)
    var line = Line.join(policy.fields)
    let read = try line.withUTF8 { bytes in
      var reader = FieldReader(UnsafeRawBufferPointer(bytes))
      let read = try DisclosurePolicy(subject: policy.subject, from: &reader)
      try reader.end()
      return read
    }
    #expect(read == policy)
    #expect(throws: DisclosureError.self) { try DisclosurePolicy(ID(slug: "admissions"), rule: "none-such").known() }
  }

  @Test("A measure without a rule set, or with two, is not published")
  func policies() throws {
    let day = try #require(Day("2026-06-01"))
    func rows(_ rules: [(rule: String, until: String)]) throws -> Snapshot {
      let statements = try rules.map {
        try Statement("disclosure-1\t2026-04-01\t\($1)\tpublic\tassumed\ts\tadmissions\t\($0)")
      }
      return Snapshot(Archive.holding(statements), trueOn: day)
    }
    let measure: ID<Measure> = ID(slug: "admissions")
    #expect(throws: DisclosureError.self) { try rows([]).disclosureRule(of: measure) }
    #expect(throws: DisclosureError.self) {
      try rows([("none", ""), ("count-under-5", "")]).disclosureRule(of: measure)
    }
    #expect(try rows([("none", "2026-05-01"), ("count-under-5", "")]).disclosureRule(of: measure) == .underFive)
    #expect(throws: DisclosureError.self) { try rows([("count-under-5", "")]).disclosureRule(of: ID(slug: "deaths")) }
  }

  @Test("What has been done is said in a few sentences")
  func statement() throws {
    let table = try DisclosureTable(
      [.init("a", 3), .init("b", 60), .init("c", 70), .init("all", 133)], sums: [.init(3, of: [0, 1, 2])])
    let statement = try DisclosureGate(.hospital).publish(table).statement
    #expect(
      statement
        == "Counts from 1 to 7 are not shown, others are rounded to the nearest 5. 1 cell is hidden. Rule: Hospital"
        + " statistics below national level (hes-1-7-round-5). Source: NHS England (formerly NHS Digital), disclosure"
        + " control for Hospital Episode Statistics and the Emergency Care Data Set (as reported).")
  }
}
