import Chronicle
import Money
import Register
import Testing
import Vocabulary

/// A fact that is true from a day.
func said<F: Fact>(_ fact: F, _ from: String = "2020-04-01", until: String = "") throws -> Statement {
  Statement(fact, try #require(Period(from: from, until: until)), source: SourceReference(ID<Source>(slug: "a-file")))
}

/// A snapshot of these facts.
func snapshot(_ statements: [Statement], on day: String) throws -> Snapshot {
  Snapshot(.holding(statements), trueOn: try #require(Day(day)))
}

@Suite("Contracts in the record")
struct ContractTests {
  private static let board = ID<Body>(slug: "icb.west")
  private static let trust = ID<Body>(slug: "trust.rxx")
  private static let company = ID<Body>(slug: "company.care")
  private static let place = ID<Body>(slug: "place.harbour")
  private static let id = ID<Contract>(slug: "contract.harbour")

  private static func contract(
    _ designation: Contract.Designation = .standard, holder: ID<Body> = trust, legalReason: String = ""
  ) -> Contract {
    Contract(
      id, name: "Harbour care", designation, holder: holder, commissioner: board, parties: [company, trust],
      scope: "community; public health funded by the council", population: "Harbour", lifetimeValue: millions(240),
      selection: "psr.2026-4", legalReason: legalReason)
  }

  private static func outcome(_ weight: Double = 1) throws -> ContractOutcome {
    ContractOutcome(
      id,
      try .init(
        "Fewer falls", metric: "falls per 1,000", baseline: 20, target: 15, due: #require(Day("2029-03-31")),
        weight: weight))
  }

  private func findings(_ statements: [Statement], on day: String = "2026-06-01") throws -> [String] {
    let bodies = [
      try said(Body(Self.board, .integratedCareBoard)), try said(Body(Self.trust, .nhsTrust)),
      try said(Body(Self.company, .independentProvider)), try said(Body(Self.place, .placePartnership)),
    ]
    let book = ContractBook(try snapshot(bodies + statements, on: day))
    #expect(book.entries.count == 1)
    return book.entries.flatMap(\.findings)
  }

  @Test("Contracts, terms and outcomes are read back as they were written")
  func kept() throws {
    #expect(try roundTrip(Self.contract(.integratedHealthOrganisation)) == Self.contract(.integratedHealthOrganisation))
    let terms = ContractTerms(
      Self.id, .blended, fixed: millions(18), planned: millions(4), variableRate: 0.2, limit: millions(20),
      atRisk: 0.025)
    #expect(try roundTrip(terms) == terms)
    #expect(try roundTrip(Self.outcome()) == Self.outcome())
  }

  @Test(
    "An outcome without metric, baseline, target or day cannot be written down",
    arguments: [
      ["Fewer falls", "", "20", "15", "2029-03-31", "1", "", ""],
      ["Fewer falls", "falls", "", "15", "2029-03-31", "1", "", ""],
      ["Fewer falls", "falls", "20", "", "2029-03-31", "1", "", ""],
      ["Fewer falls", "falls", "20", "15", "", "1", "", ""],
    ])
  func incomplete(fields: [String]) {
    #expect(throws: LineError.self) { try read(ContractOutcome.self, fields) }
  }

  @Test("A contract that pays for outcomes needs them, a term and a budget")
  func outcomes() throws {
    let terms = try said(ContractTerms(Self.id, .outcomes, atRisk: 0.02))
    let open = try findings([try said(Self.contract()), terms])
    #expect(open.contains { $0.contains("needs at least one outcome, with metric, baseline, target and day") })
    #expect(open.contains { $0.contains("has no end") })
    let whole = [try said(Self.contract(), "2026-04-01", until: "2036-04-01"), terms, try said(Self.outcome())]
    #expect(try findings(whole) == [])
    let half = [try said(Self.contract(), "2026-04-01", until: "2036-04-01"), terms, try said(Self.outcome(0.5))]
    #expect(try findings(half).contains { $0.contains("add up to 0.5") })
  }

  @Test("The way of paying has a history, and two ways at once are found")
  func history() throws {
    let contract = try said(Self.contract(), "2020-04-01", until: "2030-04-01")
    let activity = try said(ContractTerms(Self.id, .activity), "2020-04-01", until: "2022-04-01")
    let block = try said(ContractTerms(Self.id, .block, fixed: millions(20)), "2022-04-01")
    #expect(try findings([contract, activity, block]) == [])
    #expect(try findings([contract, activity, block], on: "2021-06-01") == [])
    #expect(try findings([contract, try said(ContractTerms(Self.id, .activity)), block]).count == 1)
    #expect(try findings([contract, activity]).first?.contains("does not say how it pays") == true)
  }

  @Test("A contract for a whole population is held by a public body or with a legal reason, never by a partnership")
  func holders() throws {
    func found(_ contract: Contract) throws -> [String] {
      try findings([try said(contract, "2026-04-01", until: "2036-04-01"), try said(ContractTerms(Self.id, .block))])
    }
    #expect(try found(Self.contract(.integratedHealthOrganisation)) == [])
    #expect(
      try found(Self.contract(.integratedHealthOrganisation, holder: Self.company)).first?.contains("no public body")
        == true)
    #expect(
      try found(Self.contract(.integratedHealthOrganisation, holder: Self.company, legalReason: "direct award A")) == []
    )
    #expect(try found(Self.contract(holder: Self.company)) == [])
    #expect(try found(Self.contract(holder: Self.place)).first?.contains("no legal person") == true)
    #expect(try found(Self.contract(holder: ID(slug: "nobody"))).first?.contains("no body of this day") == true)
  }
}
