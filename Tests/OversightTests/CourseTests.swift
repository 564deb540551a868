import Chronicle
import Register
import Testing
import Vocabulary

@testable import Oversight

@Suite("How oversight of a body went, from facts")
struct CourseTests {
  private static let board = ID<Body>(slug: "icb.west")
  private static let trust = ID<Body>(slug: "trust.rxx")
  private static let nation = ID<Body>(slug: "national.nhs-england")

  /// A fact that begins on a day.
  private func said<F: Fact>(_ fact: F, _ from: String, until: String = "") throws -> Statement {
    Statement(
      fact, try #require(Period(from: from, until: until)), source: SourceReference(ID<Source>(slug: "a-letter")))
  }

  private func course(
    of body: ID<Body>, _ statements: [Statement], on day: String = "2030-01-01"
  ) throws -> OversightCourse {
    let bodies = [
      Statement(Body(Self.board, .integratedCareBoard), .always, source: SourceReference(nil)),
      Statement(Body(Self.trust, .nhsTrust), .always, source: SourceReference(nil)),
      Statement(Body(Self.nation, .nationalBody), .always, source: SourceReference(nil)),
    ]
    let snapshot = Snapshot(.holding(bodies + statements), trueOn: try #require(Day(day)))
    return try snapshot.oversight(of: body, by: .shipped())
  }

  private func refusal(of body: ID<Body>, _ statements: [Statement]) -> String? {
    #expect(throws: OversightCourse.Fault.self) { try course(of: body, statements) }?.message
  }

  // MARK: Segments

  private func segment(_ segment: Int, _ proposed: Int?, approver: String = "", reason: String = "") -> DecidedSegment {
    DecidedSegment(
      Self.board, framework: "2022-23", segment: segment, proposed: proposed, decidedBy: "Regional director",
      approver: approver, evidence: "stocktake; finance report", reason: reason)
  }

  @Test("Decisions make a history that is told as far as the day asked for")
  func segments() throws {
    let statements = [
      try said(segment(2, 2), "2022-07-20"),
      try said(segment(4, 3, approver: "National director", reason: "leadership"), "2023-07-20"),
    ]
    #expect(try course(of: Self.board, statements).segments.current == 4)
    #expect(try course(of: Self.board, statements, on: "2023-07-19").segments.current == 2)
    #expect(try course(of: Self.board, statements, on: "2022-07-19").segments.current == nil)
    #expect(try course(of: Self.board, statements).segments.decisions[0].evidence == ["stocktake", "finance report"])
  }

  @Test("A decision that people did not take, or that the framework has no room for, is refused")
  func badSegments() throws {
    #expect(
      refusal(of: Self.board, [try said(segment(4, 3, reason: "leadership"), "2023-07-20")])?
        .contains("needs national approval") == true)
    #expect(refusal(of: Self.board, [try said(segment(3, 2), "2023-07-20")])?.contains("say why") == true)
    #expect(
      refusal(of: Self.board, [try said(segment(5, 5, approver: "N"), "2023-07-20")])?.contains("it has 1-4") == true)
    #expect(refusal(of: Self.board, [try said(segment(2, 2), "2026-07-20")])?.contains("not in force") == true)
    let scored = DecidedSegment(
      Self.board, framework: "2025-26", segment: 2, proposed: nil, decidedBy: "N", evidence: "file")
    #expect(refusal(of: Self.board, [try said(scored, "2025-09-09")])?.contains("does not judge") == true)
  }

  // MARK: Support

  private static let programme = "recovery-support-programme"

  private func step(
    _ state: SupportEpisode.State, _ text: String, basis: String = "", programme: String = programme
  ) -> SupportStep {
    SupportStep(Self.trust, programme: programme, state, by: "Regional director", basis: basis, text)
  }

  /// From entry to exit, with a criterion that is met twice.
  private func stay(values: [Double?]) throws -> [Statement] {
    let due = try #require(Day("2024-03-31"))
    let criterion = AgreedCriterion(
      Self.trust, "Four-hour standard", .atLeast, 70, due: due, owner: "Chief operating officer", values: values)
    return [
      try said(step(.entered, "leadership", basis: "segment 4"), "2022-07-01"),
      try said(step(.diagnostic, "Improvement director"), "2022-08-01"),
      try said(criterion, "2022-10-01"), try said(step(.planAgreed, ""), "2022-10-01"),
      try said(step(.delivering, ""), "2022-10-01"),
      try said(step(.readyToExit, "board plan of 2023"), "2023-11-01"),
      try said(step(.exited, "", basis: "region; board; nation"), "2023-12-01"),
    ]
  }

  @Test("A stay is rebuilt from its steps, as far as the day asked for")
  func support() throws {
    let steps = try stay(values: [61, nil, 71, 72])
    let whole = try course(of: Self.trust, steps)
    #expect(whole.stays.count == 1 && whole.stays[0].isOver && whole.stays[0].episode.segmentAfterwards == 3)
    let earlier = try course(of: Self.trust, steps, on: "2022-10-31")
    #expect(earlier.stays[0].episode.state == .delivering && earlier.stays[0].episode.criteria.count == 1)
    #expect(try course(of: Self.trust, steps, on: "2022-06-30").stays.isEmpty)
  }

  @Test("An exit needs its criteria met for long enough, and three who agree")
  func badExit() throws {
    #expect(refusal(of: Self.trust, try stay(values: [61, 71]))?.contains("met for 1 period only") == true)
    #expect(refusal(of: Self.trust, try stay(values: [71, nil]))?.contains("a figure is missing") == true)
    var steps = try stay(values: [71, 72])
    steps[6] = try said(step(.exited, "", basis: "region"), "2023-12-01")
    #expect(refusal(of: Self.trust, steps)?.contains("name the three") == true)
    #expect(refusal(of: Self.trust, Array(steps.dropFirst()))?.contains("follows an entry") == true)
  }

  @Test("A programme takes nobody before it begins or after it has ended")
  func ended() throws {
    let old = step(.entered, "care", basis: "inspection", programme: "special-measures")
    let before = [try said(old, "2019-05-01")]
    #expect(
      try course(of: Self.trust, before, on: "2021-06-30").stays[0].isNamed(on: #require(Day("2021-06-30"))))
    #expect(try course(of: Self.trust, before).stays[0].isNamed(on: #require(Day("2021-07-01"))) == false)
    #expect(refusal(of: Self.trust, [try said(old, "2021-08-01")])?.contains("there is no Special measures") == true)
  }

  // MARK: Formal action and assessments

  private func action(
    _ kind: FormalAction.Kind, against body: ID<Body>, by: ID<Body> = nation, basis: String? = nil,
    state: TakenAction.State = .inForce, ending: String = ""
  ) throws -> TakenAction {
    TakenAction(
      body, kind, by: by, basis: basis ?? kind.basis, breach: "governance", requirement: "a plan",
      due: try #require(Day("2024-01-01")), state: state, ending: ending)
  }

  @Test("Formal action is taken by NHS England, under its own law, against the bodies it is for")
  func actions() throws {
    let undertakings = try action(.undertakings, against: Self.trust, state: .complied, ending: "certificate")
    let statement = try said(undertakings, "2023-01-01", until: "2024-06-01")
    let over = try course(of: Self.trust, [statement]).actions
    #expect(over[0].overdue(on: try #require(Day("2024-05-01"))).isEmpty)
    let open = try course(of: Self.trust, [statement], on: "2024-05-01").actions
    #expect(open[0].end == nil)
    #expect(open[0].overdue(on: try #require(Day("2024-05-01"))).count == 1)
    #expect(
      refusal(of: Self.trust, [try said(action(.undertakings, against: Self.trust, by: Self.board), "2023-01-01")])?
        .contains("stays with NHS England") == true)
    #expect(
      refusal(of: Self.trust, [try said(action(.undertakings, against: Self.trust, basis: "a wish"), "2023-01-01")])?
        .contains("is not the law") == true)
    #expect(
      refusal(of: Self.trust, [try said(action(.direction, against: Self.trust), "2023-01-01")])?
        .contains("cannot be taken against a trust") == true)
    #expect(
      refusal(of: Self.trust, [try said(action(.undertakings, against: Self.trust, state: .revoked), "2023-01-01")])?
        .contains("has no end") == true)
  }

  @Test("An assessment is issued when nothing is missing, and has no grade")
  func assessments() throws {
    var parts = try AnnualAssessment.Heading.allCases.map { heading in
      let part = try #require(AssessmentPart.Part(rawValue: heading.rawValue))
      return try said(
        AssessmentPart(Self.board, year: "2024-25", part, "What was found.", evidence: "minutes"), "2025-07-01")
    }
    let letter = try said(AssessmentPart(Self.board, year: "2024-25", .letter, "Letter"), "2025-07-20")
    #expect(refusal(of: Self.board, parts + [letter])?.contains("views of health and wellbeing boards") == true)
    parts.append(try said(AssessmentPart(Self.board, year: "2024-25", .views, "They agree."), "2025-07-01"))
    #expect(try course(of: Self.board, parts + [letter]).assessments[0].issued == Day("2025-07-20"))
    let grade = AssessmentPart(Self.board, year: "2025-26", .leadership, "Good", evidence: "x")
    #expect(refusal(of: Self.board, [try said(grade, "2026-07-01")])?.contains("is a grade") == true)
  }

  @Test("Every kind reads back what it wrote")
  func lines() throws {
    let statements =
      try stay(values: [61, nil, 71.5]) + [
        said(segment(2, nil, reason: "a tab\tand a \\ line\nfeed"), "2022-07"),
        said(action(.direction, against: Self.board), "2023-01-01"),
        said(AssessmentPart(Self.board, year: "2024-25", .development, "more"), "2025"),
      ]
    for statement in statements { #expect(try Statement(statement.text) == statement) }
    let archive = Archive.holding(statements)
    #expect(archive.table(AgreedCriterion.self).versions[0].fact.values == [61, nil, 71.5])
    #expect(archive.table(DecidedSegment.self).versions[0].fact.reason.contains("\tand a \\ line\n"))
    #expect(archive.table(TakenAction.self).versions.count == 1)
    #expect(archive.table(AssessmentPart.self).versions.count == 1)
  }
}
