public import Chronicle
public import Register
public import Vocabulary

/// How oversight of one body went, by the facts of a snapshot: decided segments, support, formal action, assessments.
///
/// The facts are handed one after the other to the state machines, which take only the steps that are allowed.
public struct OversightCourse: Sendable {
  /// The decisions on its segment, the earliest first.
  public private(set) var segments = SegmentHistory()
  /// Its stays in a programme of support, the earliest first.
  public private(set) var stays: [Stay] = []
  /// The formal actions against it, the earliest first.
  public private(set) var actions: [FormalAction] = []
  /// The yearly assessments of it, the earliest first.
  public private(set) var assessments: [AnnualAssessment] = []

  /// A stay in a programme of support.
  public struct Stay: Sendable {
    /// The programme of its last step.
    public fileprivate(set) var programme: SupportOffer
    /// The stay.
    public fileprivate(set) var episode: SupportEpisode
    /// By when the next step is due; nil where no day is set.
    public fileprivate(set) var due: Moment?
    /// The steps as they stand in the record.
    public fileprivate(set) var steps: [Version<SupportStep>]

    /// Whether the programme is there on a day. One that has ended is not to be named.
    public func isNamed(on day: Day) -> Bool {
      day >= programme.period.from.earliest && day < programme.period.until.earliest
    }

    /// Whether the body has left it, or gone on to formal action.
    public var isOver: Bool { episode.state == .exited || episode.state == .escalated }
  }

  /// A fact the state machines refuse.
  public struct Fault: Error, Hashable, Sendable {
    /// The entry of the fact.
    public let entry: Int
    /// Why it is refused, and what to do.
    public let message: String
  }

  private let body: ID<Body>
  private let kind: BodyKind?

  /// The course as far as a snapshot's day. O(facts of the body).
  ///
  /// - Throws: ``Fault`` at the first fact that is a step not allowed, or lacks what it needs.
  init(of body: ID<Body>, in snapshot: Snapshot, by catalogue: FrameworkCatalogue) throws(Fault) {
    self.body = body
    kind = Self.kind(of: body, in: snapshot)
    for version in Self.soFar(DecidedSegment.self, of: body, in: snapshot) {
      try Self.placing(version) { () throws(OversightError) in try decide(version, catalogue) }
    }
    let criteria = Self.soFar(AgreedCriterion.self, of: body, in: snapshot)
    let steps = Self.soFar(SupportStep.self, of: body, in: snapshot)
    // Steps of one day follow one another as their states do.
    let order = { (state: SupportEpisode.State) in SupportEpisode.State.allCases.firstIndex(of: state) ?? 0 }
    for version in steps.sorted(by: { ($0.day, order($0.fact.state)) < ($1.day, order($1.fact.state)) }) {
      try Self.placing(version) { () throws(OversightError) in try step(version, criteria, catalogue) }
    }
    for version in Self.soFar(TakenAction.self, of: body, in: snapshot) {
      try Self.placing(version) { () throws(OversightError) in try act(version, in: snapshot) }
    }
    let parts = Self.soFar(AssessmentPart.self, of: body, in: snapshot)
    for version in parts.sorted(by: { ($0.fact.year, $0.place, $0.day) < ($1.fact.year, $1.place, $1.day) }) {
      try Self.placing(version) { () throws(OversightError) in try assess(version) }
    }
  }

  // MARK: Segments

  private mutating func decide(
    _ version: Version<DecidedSegment>, _ catalogue: FrameworkCatalogue
  ) throws(OversightError) {
    let fact = version.fact
    guard let framework = catalogue.frameworks.first(where: { $0.id == fact.framework }) else {
      let known = catalogue.frameworks.filter { $0.engine != .catalogue }.map(\.id).joined(separator: ", ")
      throw OversightError("'\(fact.framework)' is no framework: use one of \(known)")
    }
    guard framework.holds(segment: fact.segment) else {
      throw OversightError(
        "\(fact.segment) is no segment of the \(framework.name): it has \(framework.segments.isEmpty ? "none" : framework.segments)"
      )
    }
    guard framework.period.mayContain(version.day) else {
      throw OversightError(
        "the \(framework.name) is not in force on \(version.day): it holds \(framework.period.written)")
    }
    guard kind.map({ framework.judges($0) }) ?? true else {
      throw OversightError("the \(framework.name) does not judge a body of this kind, \(kind?.singular ?? "")")
    }
    try segments.add(
      SegmentDecision(
        body: body.text, framework: fact.framework, proposed: fact.proposed, decided: fact.segment,
        from: segments.current, decidedBy: fact.decidedBy, approver: fact.approver, reason: fact.reason,
        evidence: TextList.items(fact.evidence), on: version.day))
  }

  // MARK: Support

  private mutating func step(
    _ version: Version<SupportStep>, _ criteria: [Version<AgreedCriterion>], _ catalogue: FrameworkCatalogue
  ) throws(OversightError) {
    let fact = version.fact
    let programmes = catalogue.support.filter(\.isProgramme)
    guard let programme = programmes.first(where: { $0.key == fact.programme }) else {
      throw OversightError(
        "'\(fact.programme)' is no programme of support: use one of \(programmes.map(\.key).joined(separator: ", "))")
    }
    guard programme.period.mayContain(version.day) else {
      throw OversightError(
        "there is no \(programme.name) on \(version.day): it is there \(programme.period.written)")
    }
    if fact.state == .entered {
      if let open = stays.last, !open.isOver {
        throw OversightError(
          "the body is in support already, since \(open.episode.log[0].day): record its exit before another entry")
      }
      let reason = [fact.basis, fact.text].filter { !$0.isEmpty }.joined(separator: ": ")
      stays.append(
        Stay(
          programme: programme,
          episode: try SupportEpisode(body: body.text, enteredBy: fact.by, reason: reason, on: version.day),
          due: fact.due, steps: [version]))
      return
    }
    guard var stay = stays.popLast() else {
      throw OversightError("'\(fact.state.rawValue)' follows an entry, and none is recorded: add the step 'entered'")
    }
    let agreed = criteria.filter { $0.day >= stay.episode.log[0].day && $0.day <= version.day }
    try stay.episode.take(Self.step(version.fact, from: stay.episode.state, agreed), by: fact.by, on: version.day)
    stay.programme = programme
    stay.due = fact.due
    stay.steps.append(version)
    stays.append(stay)
  }

  /// The step that leads to a fact's state.
  private static func step(
    _ fact: SupportStep, from state: SupportEpisode.State, _ criteria: [Version<AgreedCriterion>]
  ) throws(OversightError) -> SupportEpisode.Step {
    switch fact.state {
    case .entered: throw OversightError("an entry opens a stay and is no step of one")
    case .diagnostic: return .beginDiagnostic(director: fact.text)
    case .planAgreed: return .agreePlan(criteria.map(\.fact.criterion))
    case .delivering: return state == .planAgreed ? .beginDelivery : .extend(reason: fact.text)
    case .readyToExit:
      let series = Dictionary(criteria.map { ($0.fact.measure, $0.fact.values) }) { $1 }
      return .declareReady(series: series, sustainabilityPlan: fact.text)
    case .exited:
      let agreed = TextList.items(fact.basis)
      guard agreed.count == 3 else {
        throw OversightError(
          "an exit is agreed by the region and the board and approved nationally: name the three in the column 'basis', "
            + "parted by semicolons")
      }
      return .exit(region: agreed[0], board: agreed[1], nation: agreed[2])
    case .escalated: return .escalate(reason: fact.text)
    }
  }

  // MARK: Formal action

  private mutating func act(_ version: Version<TakenAction>, in snapshot: Snapshot) throws(OversightError) {
    let fact = version.fact
    guard kind == nil || kind == .integratedCareBoard || kind == .nhsTrust else {
      throw OversightError(
        "formal action is taken against trusts and integrated care boards, and this is a \(kind?.singular ?? "")")
    }
    if let actor = Self.kind(of: fact.by, in: snapshot), actor != .nationalBody, actor != .governmentDepartment {
      throw OversightError(
        "formal action stays with NHS England: '\(fact.by)' is a \(actor.singular) and cannot take it")
    }
    guard fact.basis.hasPrefix(fact.action.basis) else {
      throw OversightError(
        "'\(fact.basis)' is not the law that \(fact.action.rawValue) is taken under: write \(fact.action.basis)")
    }
    guard !fact.requirement.isEmpty else {
      throw OversightError("\(fact.action.rawValue) must say what is to be done: write it in the column 'requirement'")
    }
    var action = try FormalAction(
      body: body.text, isBoard: kind == nil ? fact.action.isForBoards : kind == .integratedCareBoard,
      kind: fact.action, breach: fact.breach, actions: [.init(action: fact.requirement, due: fact.due)],
      from: version.day)
    let end = version.period.until.earliest
    let hasEnd = version.period.until != .never
    guard hasEnd != (fact.state == .inForce) else {
      throw OversightError(
        hasEnd
          ? "it ends on \(version.period.untilText), and its state is 'in force': write complied or revoked"
          : "it is \(fact.state.rawValue), and has no end: write the day in the column 'until'")
    }
    if hasEnd, fact.ending.isEmpty {
      throw OversightError("it is \(fact.state.rawValue): name the certificate or the reason in the column 'ending'")
    }
    if hasEnd, end <= snapshot.trueOn {
      try action.end(
        fact.state == .complied
          ? .complied(certificate: fact.ending, on: end) : .revoked(reason: fact.ending, on: end))
    }
    actions.append(action)
  }

  // MARK: Yearly assessments

  private mutating func assess(_ version: Version<AssessmentPart>) throws(OversightError) {
    let fact = version.fact
    guard kind == nil || kind == .integratedCareBoard else {
      throw OversightError(
        "the yearly assessment is one of integrated care boards, and this is a \(kind?.singular ?? "")")
    }
    if assessments.last?.year != fact.year {
      assessments.append(AnnualAssessment(board: body.text, year: fact.year))
    }
    guard var assessment = assessments.popLast() else { return }
    switch fact.part {
    case .letter: try assessment.issue(on: version.day)
    case .views: assessment.views.append(fact.text)
    case .development: assessment.development.append(fact.text)
    default:
      guard let heading = fact.part.heading else { break }
      if assessment.findings[heading] != nil {
        throw OversightError("the assessment of \(fact.year) has a finding on \(heading.rawValue) already")
      }
      assessment.findings[heading] = try AnnualAssessment.Finding(
        narrative: Self.narrative(fact.text), evidence: TextList.items(fact.evidence))
    }
    assessments.append(assessment)
  }

  /// A text that is no grade.
  private static func narrative(_ text: String) throws(OversightError) -> String {
    let grades: Set<String> = ["outstanding", "good", "requires improvement", "inadequate", "green", "amber", "red"]
    if Double(text) != nil || grades.contains(text.lowercased()) {
      throw OversightError("'\(text)' is a grade, and the assessment has none: write what was found")
    }
    return text
  }

  // MARK: Facts

  /// The versions that have begun by the day of a snapshot, by day.
  private static func soFar<F: Fact>(
    _ type: F.Type, of body: ID<Body>, in snapshot: Snapshot
  ) -> [Version<F>] where F.Subject == Body {
    snapshot.history(type, of: body).filter { $0.day <= snapshot.trueOn }
  }

  private static func kind(of body: ID<Body>, in snapshot: Snapshot) -> BodyKind? {
    snapshot.history(Body.self, of: body).last?.fact.bodyKind
  }

  /// Says of an error which fact it is about.
  private static func placing<F: Fact>(
    _ version: Version<F>, _ take: () throws(OversightError) -> Void
  ) throws(Fault) {
    do throws(OversightError) { try take() } catch { throw Fault(entry: version.entry, message: error.message) }
  }
}

extension Version {
  /// The day a step is taken for: the first on which it may have been.
  fileprivate var day: Day { period.from.earliest }
}

extension Version<AssessmentPart> {
  /// The letter comes after all it issues.
  fileprivate var place: Int { fact.part == .letter ? 1 : 0 }
}

extension Framework {
  /// Whether it judges bodies of a kind.
  public func judges(_ kind: BodyKind) -> Bool {
    subjects.contains(kind == .nhsTrust ? "trust" : kind.rawValue)
  }

  /// Whether it has a segment: `1-4` has 1, 2, 3 and 4.
  func holds(segment: Int) -> Bool {
    let ends = segments.split(separator: "-").compactMap { Int($0) }
    guard let first = ends.first, let last = ends.last else { return false }
    return segment >= first && segment <= last
  }
}

extension Snapshot {
  /// How oversight of a body went, as far as the day.
  ///
  /// - Throws: ``OversightCourse/Fault`` at the first fact that is a step not allowed.
  public func oversight(
    of body: ID<Body>, by catalogue: FrameworkCatalogue
  ) throws(OversightCourse.Fault) -> OversightCourse {
    try OversightCourse(of: body, in: self, by: catalogue)
  }
}
