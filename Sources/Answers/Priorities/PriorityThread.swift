internal import Chronicle
internal import Measures
internal import Register
public import Vocabulary

/// The thread from what matters to a body, through a measure, to what is done about it and when that is looked at
/// again.
///
/// It is made of what the body said of one measure month after month. A month that says nothing of the priority, or
/// promises nothing new, leaves standing what was said before.
public struct PriorityThread: Encodable, Hashable, Sendable {
  /// What was said of one month.
  public struct Said: Encodable, Hashable, Sendable, Sourced {
    /// The month as it is written in data, `2026-01`; another period with its first and last day.
    public let month: String
    /// The same as a reader would write it.
    public let monthWritten: String
    /// What was said.
    public let text: String
    /// How sure it is.
    public let certainty: Certainty
    /// Where it was taken from.
    public let source: String
  }

  /// How its review stands on the day of the answer.
  public enum Review: String, Encodable, Hashable, Sendable, CaseIterable {
    /// Its day has passed, and nothing has been promised since.
    case overdue
    /// Its day is to come.
    case due
    /// No day is set.
    case unset
  }

  /// The body and its name.
  public let body: NamedBody
  /// What matters, as it was last named; empty where it never was.
  public let priority: String
  /// The measure, or empty for the whole month.
  public let measure: String
  /// Its name; `The month as a whole` without one.
  public let measureName: String
  /// What is being done, as last promised, and the post that does it.
  public let action, owner: String
  /// The day on which it is looked at again.
  public let review: When
  /// How the review stands.
  public let reviewState: Review
  /// What is said of the newest month the body has spoken of; nil where that says nothing of this.
  public let now: Said?
  /// What was said of the month before that.
  public let before: Said?
  /// What was said last, of whatever month.
  public let last: Said
}

extension PriorityThread {
  /// The threads of a body on the day of the snapshot, the overdue first, then by the day of review.
  ///
  /// Words alone make no thread: somebody has named a priority, an action or a day of review.
  static func all(of body: ID<Body>, in snapshot: Snapshot) -> [PriorityThread] {
    let said = snapshot.history(Commentary.self, of: body).filter { $0.period.from.earliest <= snapshot.trueOn }
      .sorted { ($0.period.from.earliest, $0.entry) < ($1.period.from.earliest, $1.entry) }
    guard let newest = said.last?.period.from.earliest else { return [] }
    return Dictionary(grouping: said, by: \.fact.measure).values
      .compactMap { PriorityThread(body, $0, newest: newest, in: snapshot) }
      .sorted { $0.isBefore($1) }
  }

  /// - Parameters:
  ///   - said: what was said of one measure, oldest first.
  ///   - newest: the first day of the newest month the body has spoken of.
  private init?(_ body: ID<Body>, _ said: [Version<Commentary>], newest: Day, in snapshot: Snapshot) {
    guard let last = said.last else { return nil }
    let promise = said.last { !$0.fact.action.isEmpty || $0.fact.review != nil }?.fact
    let priority = said.last { !$0.fact.priority.isEmpty }?.fact.priority ?? ""
    guard promise != nil || !priority.isEmpty else { return nil }
    func words(on day: Day) -> Said? { said.last { $0.period.surelyContains(day) }.map(Said.init) }
    let measure = last.fact.measure
    self.body = NamedBody(body, in: snapshot.register)
    self.priority = priority
    self.measure = measure?.text ?? ""
    measureName =
      measure.map { snapshot.nearest(MeasureDefinition.self, of: $0)?.fact.name ?? $0.text } ?? "The month as a whole"
    action = promise?.action ?? ""
    owner = promise?.owner ?? ""
    review = When(promise?.review ?? .never)
    reviewState = promise?.review.map { $0.latest < snapshot.trueOn ? .overdue : .due } ?? .unset
    now = words(on: newest.startOfNextMonth.advanced(by: -1))
    before = words(on: newest.startOfMonth.advanced(by: -1))
    self.last = Said(last)
  }

  /// The overdue first, then by the day of review, then by name.
  func isBefore(_ other: PriorityThread) -> Bool {
    func place(_ thread: PriorityThread) -> Int { Review.allCases.firstIndex(of: thread.reviewState) ?? 0 }
    func key(_ thread: PriorityThread) -> (Int, Day, String, String, String) {
      (place(thread), thread.review.moment.latest, thread.priority, thread.measureName, thread.body.id)
    }
    return key(self) < key(other)
  }
}

extension PriorityThread.Said {
  fileprivate init(_ version: Version<Commentary>) {
    let month = version.period.month
    self.month = month.map { String($0.description.prefix(7)) } ?? version.period.description
    monthWritten = month.map { Sentences.month($0) } ?? version.period.written
    text = version.fact.text
    certainty = version.certainty
    source = version.source.text
  }
}
