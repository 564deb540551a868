public import Chronicle
internal import Governance
internal import Measures
internal import Register
internal import Rulebook
public import Vocabulary

/// The first five minutes with the demonstration system: what a newcomer asks of Northmoor, each with its answer.
public struct DemonstrationAnswer: Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The board that is asked about: Northmoor’s or, once that has ended, the one that took its place.
  public let body: NamedBody
  /// The questions, in order. One that the record cannot answer on the day is left out.
  public let steps: [Step]

  /// A question and its answer.
  public struct Step: Hashable, Sendable {
    /// What is asked.
    public let question: String
    /// The answer in a sentence or two.
    public let answer: String
    /// What shows why.
    public let why: Why
    /// The day on which it is asked; nil for the day of the page.
    public let on: Day?
  }

  /// What shows the reasons of an answer.
  public enum Why: Hashable, Sendable {
    /// Who runs a body.
    case governance(String)
    /// Who decides: the function, the place and the sum.
    case power(function: String, place: String, value: String)
    /// A decision that was taken.
    case decision(String)
    /// How a body is doing.
    case performance(String)
    /// How the map of a body differs from that of an earlier day.
    case functions(String, since: Day)
  }

  private static let board = ID<Body>(slug: "northmoor.icb")
  private static let place = "northmoor.harbour-city"
  private static let decision = ID<Decision>(slug: "northmoor.decision.same-day-care")
  private static let merger = Day(year: 2026, month: 4, day: 1)

  /// The questions on the snapshot’s day; nil where the record does not hold the system, or not on that day.
  public init?(in snapshot: Snapshot) {
    guard let own = DemonstrationAnswer.standing(in: snapshot) else { return nil }
    asAt = AsAt(snapshot)
    body = NamedBody(own, in: snapshot.register)
    let guide = Guide(body: own, snapshot: snapshot)
    steps = [
      guide.runs(), guide.decides("1000000"), guide.decides("1600000"), guide.item(), guide.worse(),
      guide.moved(), guide.meets(),
    ].compactMap { $0 }
  }

  /// The board on the day: Northmoor’s, else the one in being that took its place.
  private static func standing(in snapshot: Snapshot) -> ID<Body>? {
    let register = snapshot.register
    if register.exists(board) { return board }
    return register.successions(from: board).map(\.fact.successor).first { register.exists($0) }
  }

  /// Looks the answers up.
  private struct Guide {
    let body: ID<Body>
    let snapshot: Snapshot
    private var governance: Governance { snapshot.governance }

    init(body: ID<Body>, snapshot: Snapshot) {
      self.body = body
      self.snapshot = snapshot
    }

    func runs() -> Step? {
      let answer = BodyGovernanceAnswer(of: body, in: snapshot)
      guard !answer.groups.isEmpty else { return nil }
      return Step(question: "Who runs it?", answer: answer.sentence, why: .governance(body.text), on: nil)
    }

    func decides(_ value: String) -> Step? {
      let question = WhoDecidesQuestion(function: "elective care", place: DemonstrationAnswer.place, value: value)
      guard let answer = try? question.answer(in: snapshot), let sum = answer.value else { return nil }
      return Step(
        question: "Who decides on planned hospital care in Harbour City at \(sum.written)?", answer: answer.sentence,
        why: .power(function: answer.function.id, place: DemonstrationAnswer.place, value: value), on: nil)
    }

    /// Asked as on the last day of the old board, whose meeting it was.
    func item() -> Step? {
      let day = DemonstrationAnswer.merger?.advanced(by: -1)
      guard let day, let decided = DecisionRecordAnswer(DemonstrationAnswer.decision, in: snapshot.on(day)),
        snapshot.trueOn.description >= decided.decision.day
      else { return nil }
      guard let quorum = finding("MTG.QUORUM", on: day) else { return nil }
      return Step(
        question:
          "What went wrong on item \(decided.item?.number ?? 0) of \(decided.item?.meetingTitle ?? "the board")?",
        answer: quorum, why: .decision(decided.decision.id), on: day)
    }

    /// The report itself is too long to judge here: what is told is what it judges.
    func worse() -> Step? {
      let observed = snapshot.history(Observation.self)
      let months = observed.compactMap(\.period.month).filter { $0.startOfNextMonth <= snapshot.trueOn.advanced(by: 1) }
      guard let month = months.max() else { return nil }
      let measures = Set(observed.filter { $0.period.month == month }.map(\.fact.subject)).count
      return Step(
        question: "What is getting worse, and is it noise?",
        answer: "The report of \(Sentences.month(month)) judges \(Sentences.count(measures, "measure", "measures")) by "
          + "process control, and says of each whether it changed or only varies as it always does.",
        why: .performance(body.text), on: nil)
    }

    func moved() -> Step? {
      guard let day = DemonstrationAnswer.merger, snapshot.trueOn >= day else { return nil }
      let before = day.advanced(by: -1)
      let change = FunctionsChange(of: DemonstrationAnswer.board, from: snapshot.on(before), to: snapshot.on(day))
      return Step(
        question: "What moved on \(day.written), and what has no home?",
        answer: [change.sentence, finding("XFER.ICB.ABOLISH", on: max(day, snapshot.trueOn))].compactMap { $0 }.joined(
          separator: " "),
        why: .functions(DemonstrationAnswer.board.text, since: before), on: day)
    }

    /// What a rule finds of the old board on a day; nil where it finds nothing.
    private func finding(_ rule: RuleID, on day: Day) -> String? {
      let verdict = Rules.rule(rule)?.verdict(on: DemonstrationAnswer.board, in: snapshot.on(day).governance)
      return verdict?.result == .finding ? verdict?.explanation : nil
    }

    func meets() -> Step? {
      let groups = BodyGovernanceAnswer(of: body, in: snapshot).groups
      let open = groups.compactMap { group -> BodyGovernanceAnswer.NextMeeting? in
        guard let next = group.nextMeeting, next.open ?? group.inPublic ?? false else { return nil }
        return next
      }
      guard let next = open.min(by: { ($0.day, $0.id) < ($1.day, $1.id) }) else { return nil }
      return Step(
        question: "When is the next public meeting?",
        answer: "On \(next.dayWritten): \(next.title)\(next.venue.isEmpty ? "" : ", \(next.venue)").",
        why: .governance(body.text), on: nil)
    }
  }
}
