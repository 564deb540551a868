import Chronicle
import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// Every rule is tried on its own examples, and the examples are tried on the rule.
@Suite("Every rule by its own examples")
struct ExamplesTests {
  /// Rules whose answer the facts decide.
  static let computed = Rules.all.filter(\.isComputable)

  @Test("It is met where it is met, finds where there is something to find, and does not apply where it does not")
  func examples() throws {
    for rule in ExamplesTests.computed {
      for (text, wanted) in rule.examples.cases {
        let verdict = try rule.answer(to: text)
        #expect(verdict.result == wanted, "\(rule.id): \(verdict.result) instead of \(wanted): \(verdict.explanation)")
        #expect(!verdict.explanation.isEmpty, "\(rule.id)")
      }
    }
  }

  @Test("Any needed fact taken from the met example makes the answer unknown, and the answer names it")
  func unknown() throws {
    for rule in ExamplesTests.computed {
      let statements = try rule.world(rule.examples.met)
      let needed = try rule.answer(to: rule.examples.met).facts.filter(\.isNeeded)
      #expect(!needed.isEmpty, "\(rule.id) needs nothing, so it can never be unknown")
      for reading in needed {
        let verdict = try rule.answer(to: statements.lacking(reading))
        #expect(
          verdict.result == .unknown,
          "\(rule.id) without \(reading.kind) \(reading.subject) \(reading.column): \(verdict.result) \(verdict.explanation)"
        )
        #expect(
          verdict.missing.contains {
            $0.kind == reading.kind && ($0.column == reading.column || reading.column == "list")
          },
          "\(rule.id) does not name \(reading.kind) \(reading.column)")
      }
    }
  }

  @Test("An expectation turned round is noticed by the examples")
  func mutations() throws {
    for rule in ExamplesTests.computed {
      var lines: Set<Int> = []
      for (text, _) in rule.examples.cases { lines.formUnion(try rule.lines(in: text)) }
      for line in lines.sorted() {
        let isNoticed = try rule.examples.cases.contains { text, wanted in
          try rule.answer(to: text, turning: line).result != wanted
        }
        #expect(isNoticed, "\(rule.id): nobody notices line \(line) turned round")
      }
    }
  }

  @Test("A rule outside its dates, or put to a body it is not about, does not apply")
  func dates() throws {
    for rule in ExamplesTests.computed {
      if let from = rule.text.from {
        #expect(
          try rule.answer(to: rule.examples.finding, on: from.advanced(by: -1)).result == .notApplicable, "\(rule.id)")
      }
      if let until = rule.text.until {
        #expect(try rule.answer(to: rule.examples.finding, on: until).result == .notApplicable, "\(rule.id)")
      }
    }
  }
}

@Suite("The table of rules")
struct CatalogueTests {
  @Test("All 178 are read, each once, and each is written as code")
  func all() {
    #expect(RuleCatalogue.all.count == 178)
    #expect(Set(RuleCatalogue.all.map(\.id)).count == 178)
    let missing = Set(RuleCatalogue.all.map(\.id)).subtracting(Rules.all.map(\.id)).sorted()
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test("What a rule rests on and what a finding weighs go together")
  func weights() {
    for rule in RuleCatalogue.all {
      switch rule.severity {
      case .breach: #expect([.statute, .regulation].contains(rule.strength), "\(rule.id)")
      case .departure: #expect(rule.strength == .modelConstitution, "\(rule.id)")
      case .gap: #expect(rule.strength == .guidance, "\(rule.id)")
      case .local: #expect(rule.strength == .local, "\(rule.id)")
      case .info: #expect([.superseded, .reference].contains(rule.status), "\(rule.id)")
      case .future: #expect([.proposed, .planned].contains(rule.status), "\(rule.id)")
      }
    }
  }
}

extension Examples {
  /// The three examples with what is expected of them.
  var cases: [(String, Verdict.Result)] { [(met, .met), (finding, .finding), (notApplicable, .notApplicable)] }
}

extension Rule {
  /// The record of an example.
  func world(_ text: String) throws -> [Statement] { try Notation.statements(Examples.setting + "\n" + text) }

  func answer(to text: String, on day: Day? = nil, turning line: Int? = nil) throws -> Verdict {
    answer(to: try world(text), on: day, turning: line)
  }

  func answer(to statements: [Statement], on day: Day? = nil, turning line: Int? = nil) -> Verdict {
    ask(statements, on: day, turning: line).verdict
  }

  func lines(in text: String) throws -> [Int] { ask(try world(text), on: nil, turning: nil).lines }

  private func ask(_ statements: [Statement], on day: Day?, turning line: Int?) -> (verdict: Verdict, lines: [Int]) {
    let snapshot = Snapshot(
      Archive.holding(statements), trueOn: day ?? examples.day, audience: .restricted)
    return verdict(
      on: examples.body, in: snapshot.governance, law: text.status == .proposed ? .proposed : .actual, turning: line)
  }
}

extension [Statement] {
  /// The record without the fact that was read: the cell emptied or, for a claim that a list is complete, the row gone.
  func lacking(_ reading: Trace.Reading) throws -> [Statement] {
    try compactMap { statement in
      guard statement.kind == reading.kind, statement.subject == reading.subject else { return statement }
      if reading.kind == Complete.layout.name { return statement.fields.first == reading.cell ? nil : statement }
      var fields = try Line.split(statement.text)
      guard let column = Sheets.columns(of: reading.kind).firstIndex(of: reading.column) else { return statement }
      let place = FactKind.commonColumns.count + column
      guard fields[place] == reading.cell else { return statement }
      fields[place] = ""
      return try Statement(Line.join(fields))
    }
  }
}
