import Testing
import Vocabulary

@testable import Oversight

@Suite("Support and intervention")
struct InterventionTests {
  private let day = Day(number: 19_000)

  private var criterion: ExitCriterion {
    ExitCriterion(
      measure: "OF0013", threshold: 78, isFloor: true, due: day.advanced(by: 365), owner: "Chief operating officer")
  }

  @Test(
    "An exit criterion is met when its latest periods meet it, and a missing figure leaves it unknown",
    arguments: [
      ([70, 78, 79], ExitCriterion.Verdict.met), ([70, 77, 79], .notYetSustained(1)),
      ([79, 79, 77], .notMet(latest: 77)),
      ([79, nil, 79], .unknown), ([79, 79, nil], .unknown), ([79], .notYetSustained(1)), ([], .unknown),
    ])
  func criteria(values: [Double?], verdict: ExitCriterion.Verdict) {
    #expect(criterion.verdict(on: values) == verdict)
  }

  @Test("An episode goes from entry to exit by its steps, and leads to segment 3")
  func episode() throws {
    var episode = try SupportEpisode(body: "RXX", enteredBy: "Regional director", reason: "breach", on: day)
    try episode.take(.beginDiagnostic(director: "A director"), by: "Region", on: day)
    try episode.take(.agreePlan([criterion]), by: "Region", on: day)
    try episode.take(.beginDelivery, by: "Board", on: day)
    try episode.take(.extend(reason: "one more winter"), by: "Region", on: day)
    #expect(episode.state == .delivering && episode.segmentAfterwards == nil)
    try episode.take(
      .declareReady(series: ["OF0013": [78, 79]], sustainabilityPlan: "the plan"), by: "Board", on: day)
    try episode.take(.exit(region: "Region", board: "Board", nation: "Nation"), by: "Nation", on: day)
    #expect(episode.state == .exited && episode.segmentAfterwards == 3)
    #expect(episode.log.count == 7)
  }

  @Test("A step that is not allowed, or lacks what it needs, changes nothing")
  func refused() throws {
    var episode = try SupportEpisode(body: "RXX", enteredBy: "Regional director", reason: "breach", on: day)
    let before = episode
    let early = #expect(throws: OversightError.self) {
      try episode.take(.exit(region: "R", board: "B", nation: "N"), by: "Nation", on: day)
    }
    #expect(early?.message == "an episode that is 'entered' cannot exit")
    #expect(throws: OversightError.self) { try episode.take(.beginDiagnostic(director: ""), by: "Region", on: day) }
    #expect(throws: OversightError.self) {
      try episode.take(.beginDiagnostic(director: "D"), by: "Region", on: day.advanced(by: -1))
    }
    #expect(episode == before)
    try episode.take(.beginDiagnostic(director: "D"), by: "Region", on: day)
    #expect(throws: OversightError.self) { try episode.take(.agreePlan([]), by: "Region", on: day) }
    try episode.take(.agreePlan([criterion]), by: "Region", on: day)
    try episode.take(.beginDelivery, by: "Board", on: day)
    let unmet = #expect(throws: OversightError.self) {
      try episode.take(.declareReady(series: [:], sustainabilityPlan: "plan"), by: "Board", on: day)
    }
    #expect(unmet?.message == "the criterion on OF0013 is not met: a figure is missing")
  }

  @Test("A direction is for boards and undertakings are for trusts; both name a breach and dated actions")
  func formal() throws {
    let actions = [FormalAction.Requirement(action: "a recovery plan", due: day.advanced(by: 30))]
    #expect(throws: OversightError.self) {
      try FormalAction(body: "RXX", isBoard: false, kind: .direction, breach: "b", actions: actions, from: day)
    }
    #expect(throws: OversightError.self) {
      try FormalAction(body: "RXX", isBoard: false, kind: .undertakings, breach: "b", actions: [], from: day)
    }
    var action = try FormalAction(
      body: "QNQ", isBoard: true, kind: .direction, breach: "failing to plan", actions: actions, from: day)
    #expect(action.kind.basis == "National Health Service Act 2006, section 14Z61")
    #expect(action.overdue(on: day.advanced(by: 30)).isEmpty)
    #expect(action.overdue(on: day.advanced(by: 31)) == actions)
    try action.end(.revoked(reason: "done", on: day.advanced(by: 40)))
    #expect(action.overdue(on: day.advanced(by: 41)).isEmpty)
    #expect(throws: OversightError.self) { try action.end(.revoked(reason: "again", on: day.advanced(by: 50))) }
  }

  @Test("An annual assessment is issued whole, under its five headings, and has no grade")
  func assessment() throws {
    var assessment = AnnualAssessment(board: "QNQ", year: "2024-25")
    #expect(assessment.missing.count == 6)
    #expect(throws: OversightError.self) { try assessment.issue(on: day) }
    for heading in AnnualAssessment.Heading.allCases {
      assessment.findings[heading] = .init(narrative: "what was found", evidence: ["annual report"])
    }
    assessment.views = ["Health and wellbeing board"]
    try assessment.issue(on: day)
    #expect(assessment.issued == day)
  }
}
