import Testing
import Vocabulary

@testable import Oversight

@Suite("Segments by judgement, 2021/22 to 2024/25")
struct JudgementTests {
  /// A board with 11 of 40 quality metrics, or more, in the bottom quartile.
  private func evidence(
    quality: Int, of total: Int = 40, finance: Int = 2, _ answers: [Evidence.Question: Bool] = [:]
  ) -> Evidence {
    Evidence(
      quartiles: (0..<total).map {
        .init(theme: "quality", metric: "Q\($0)", quartile: $0 < quality ? 4 : 2)
      } + (0..<4).map { .init(theme: "finance", metric: "F\($0)", quartile: finance) }, answers: answers)
  }

  @Test("A quarter of one theme at the bottom leaves a board in segment 2")
  func two() {
    let proposal = Proposal(evidence(quality: 11, [.onPlan: true]))
    #expect(proposal.segment == 2)
    #expect(proposal.unanswered.contains(.breach))
  }

  @Test("Finance behind plan and a theme mainly at the bottom lead to segment 3, with reasons")
  func three() {
    let proposal = Proposal(evidence(quality: 22, finance: 4, [.behindPlan: true]))
    #expect(proposal.segment == 3)
    #expect(
      proposal.reasons == [
        "finance: 4 of 4 metrics in the bottom quartile", "quality: 22 of 40 metrics in the bottom quartile",
        "a deficit in the bottom quartile, or finance behind plan",
      ])
  }

  @Test("A breach alone is not segment 4; with a big deficit it is")
  func four() {
    #expect(Proposal(evidence(quality: 0, [.breach: true])).segment == 2)
    let proposal = Proposal(evidence(quality: 0, [.breach: true, .bigDeficit: true]))
    #expect(proposal.segment == 4)
    #expect(proposal.reasons == ["a breach or suspected breach", "a big underlying deficit or gap to plan"])
  }

  @Test("Segment 1 needs every theme at the top and the answers too; a missing answer is named, never assumed")
  func one() {
    let top = Evidence(quartiles: [
      .init(theme: "quality", metric: "Q", quartile: 1), .init(theme: "people", metric: "W", quartile: 1),
      .init(theme: "people", metric: "X", quartile: nil),
    ])
    let open = Proposal(top)
    #expect(open.segment == 2 && open.unanswered.contains(.onPlan) && open.unanswered.contains(.wellRun))
    var answered = top
    answered.answers = [.wellRun: true, .onPlan: true]
    #expect(Proposal(answered).segment == 1)
  }

  private func decide(
    _ decided: Int, from current: Int?, by person: String = "Regional director", approver: String = "",
    reason: String = "", evidence: [String] = ["stocktake of June"]
  ) throws -> SegmentDecision {
    try SegmentDecision(
      body: "QNQ", framework: "2022-23", proposed: Proposal(Evidence()).segment, decided: decided,
      from: current, decidedBy: person, approver: approver, reason: reason, evidence: evidence,
      on: #require(Day("2023-07-20")))
  }

  @Test("People decide: a name, evidence, a reason to depart and national approval where it is needed")
  func decisions() throws {
    #expect(try decide(2, from: 2).proposed == 2)
    #expect(throws: OversightError.self) { try decide(2, from: 2, by: "") }
    #expect(throws: OversightError.self) { try decide(2, from: 2, evidence: []) }
    #expect(throws: OversightError.self) { try decide(3, from: 2) }
    #expect(throws: OversightError.self) { try decide(4, from: 3, reason: "leadership") }
    #expect(throws: OversightError.self) { try decide(3, from: 4, reason: "criteria met") }
    #expect(try decide(4, from: 3, approver: "Chief executive", reason: "leadership").decided == 4)
  }

  @Test("A history only grows, and for one body")
  func history() throws {
    var history = SegmentHistory()
    try history.add(decide(2, from: nil))
    try history.add(decide(3, from: 2, reason: "finance"))
    #expect(history.current == 3 && history.decisions.count == 2)
    let earlier = try SegmentDecision(
      body: "QNQ", framework: "2022-23", proposed: Proposal(Evidence()).segment, decided: 2, from: 3,
      decidedBy: "Regional director", evidence: ["x"], on: #require(Day("2023-07-19")))
    #expect(throws: OversightError.self) { try history.add(earlier) }
  }
}
