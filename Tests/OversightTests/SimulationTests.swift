import Testing

@testable import Oversight

@Suite("What would move a body a segment")
struct SimulationTests {
  @Test("The points needed are those between the sum of the scores and the edge", .needsPublishedFiles)
  func published() throws {
    let quarter = try #require(Quarter("Q4 2025/26"))
    let simulation = try Published.scorer().simulate(Published.results.get(), code: "RDY", quarter: quarter)
    let edge = try #require(simulation.edge)
    // Between the worst published average of segment 1 and the best of segment 2 in that quarter.
    #expect(edge > 2.02 && edge < 2.11 && simulation.target == 1 && simulation.origin == .gaps)
    #expect(simulation.isWithinLikelyRange)
    let step = try #require(simulation.steps.first { $0.score.id == "OF1063" })
    let needed = try #require(step.needed)
    let average = try #require(simulation.card.average)
    #expect(close(average - (4 - needed) / 11, edge, within: 1e-9))
    let example = try #require(step.example)
    #expect(example.score <= needed)
    #expect(simulation.steps.allSatisfy { if case .notAssessable = $0.credit { true } else { false } })
  }

  @Test("No average moves a body that the override holds", .needsPublishedFiles)
  func held() throws {
    let quarter = try #require(Quarter("Q4 2025/26"))
    let simulation = try Published.scorer().simulate(Published.results.get(), code: "RWR", quarter: quarter)
    #expect(simulation.target == nil && simulation.steps.isEmpty)
    #expect(simulation.sentence.contains("by the financial override, and no average moves it"))
  }

  @Test("A body or quarter that is not in the file is refused", .needsPublishedFiles)
  func absent() throws {
    let quarter = try #require(Quarter("Q4 2025/26"))
    #expect(throws: OversightError.self) {
      try Published.scorer().simulate(Published.results.get(), code: "XXX", quarter: quarter)
    }
  }

  @Test("Movement within the limits of twelve quarters is noise and gets no credit; beyond them it does")
  func credit() throws {
    #expect(try creditOfReaching("5.1") == "noise")
    #expect(try creditOfReaching("2.0") == "credited")
  }

  /// A trust with twelve quarters of sickness absence about 5%, which needs a score another trust has at a value.
  private func creditOfReaching(_ value: String) throws -> String {
    var sheet = ResultSheet()
    func add(_ code: String, _ quarter: String, _ value: String, _ score: String, _ segment: String) {
      let type = "Ambulance trust"
      sheet.add(code, "OF0082", value, unit: "%", domain: "People and workforce", type: type, quarter: quarter)
      sheet.add(code, "OF1082", score, domain: "People and workforce", type: type, quarter: quarter)
      sheet.add(code, "OF5002", score, domain: "Summary", type: type, quarter: quarter)
      sheet.add(code, "OF5003", segment, unit: "segment", domain: "Summary", type: type, quarter: quarter)
      sheet.add(code, "OF5004", "0", unit: "flag", domain: "Summary", type: type, quarter: quarter)
    }
    for year in 2023...2025 {
      for quarter in 1...4 {
        add("RAA", "Q\(quarter) \(year)/\(year - 1999)", quarter.isMultiple(of: 2) ? "5.2" : "5.4", "3.00", "3")
      }
    }
    add("RBB", "Q4 2025/26", value, "2.00", "2")
    let quarter = try #require(Quarter("Q4 2025/26"))
    let simulation = try Published.scorer().simulate(sheet.results(), code: "RAA", quarter: quarter)
    #expect(simulation.target == 2 && simulation.edge == 2.5)
    switch try #require(simulation.steps.first).credit {
    case .noise: return "noise"
    case .credited: return "credited"
    case .notAssessable(let why): return why
    }
  }
}
