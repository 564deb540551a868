public import Chronicle
internal import Measures
internal import Recast
public import Register
public import Statistics
public import Vocabulary

/// What matters to a body, how is it going, and what is done about it? Each priority followed from its measure and its
/// present signal to the action, its owner and the day it is looked at again.
public struct PrioritiesAnswer: Encodable, Sendable {
  /// A priority with what its measure shows.
  public struct Item: Encodable, Sendable {
    /// What was said and promised.
    public let thread: PriorityThread
    /// The measure's series, judged; nil where it could not be, or for the month as a whole.
    public let series: SeriesAnswer?
    /// What the series asks of a board; nil without one.
    public let attention: Attention?
    /// Why there is no series, or empty.
    public let gap: String
  }

  /// For when it is true.
  public let asAt: AsAt
  /// The body.
  public let body: NamedBody
  /// The answer in a sentence.
  public let sentence: String
  /// The priorities: overdue reviews first, then by the day of review.
  public let items: [Item]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The priorities of a body on the day of the snapshot, and the signals of the figures there were by then.
  ///
  /// Figures are shown on the map of the day or, where the body was not there then, of the nearest day on which it was.
  /// Returns nil for a body the record does not know. Throws when figures cannot be read. O(measures × periods × units).
  public init?(
    of body: ID<Body>, by rules: ControlRules = .nhsr02, in snapshot: Snapshot, blocks: @escaping Blocks
  ) throws {
    guard snapshot.register.existence(body) != nil else { return nil }
    let threads = PriorityThread.all(of: body, in: snapshot)
    let named = NamedBody(body, in: snapshot.register)
    asAt = AsAt(snapshot)
    self.body = named
    items = try threads.map { try Item($0, body, rules, snapshot, blocks) }
    sentence = PrioritiesAnswer.sentence(named.name, items)
    var citations = Citations()
    for thread in threads { citations.cite([thread.now, thread.before, thread.last].compactMap { $0 }) }
    sources = citations.notes(in: snapshot)
  }

  private static func sentence(_ name: String, _ items: [Item]) -> String {
    guard !items.isEmpty else { return "The record has no priorities of \(name)." }
    let overdue = items.count { $0.thread.reviewState == .overdue }
    let pressing = items.count { $0.attention?.isException ?? false }
    func told(_ count: Int, _ one: String, _ many: String) -> String {
      count == 0 ? "none \(one)" : "\(Sentences.number(count)) \(count == 1 ? one : many)"
    }
    return
      "\(name): of \(Sentences.count(items.count, "priority", "priorities")), "
      + "\(told(pressing, "asks for attention by its figures", "ask for attention by their figures")) and "
      + "\(told(overdue, "is overdue for review", "are overdue for review"))."
  }
}

extension PrioritiesAnswer.Item {
  fileprivate init(
    _ thread: PriorityThread, _ body: ID<Body>, _ rules: ControlRules, _ snapshot: Snapshot, _ blocks: @escaping Blocks
  ) throws {
    var series: SeriesAnswer?
    var gap = ""
    if let measure = ID<Measure>(thread.measure) {
      do {
        guard let map = snapshot.register.map(of: body, near: snapshot.trueOn) else {
          throw QuestionError("'\(body)' is no body that figures can be shown for")
        }
        let figures = try FigureSeries(of: measure, on: map, snapshot, blocks: blocks)
        series = SeriesAnswer(body, in: figures, upTo: snapshot.trueOn, by: rules, snapshot)
        if series == nil { gap = "\(thread.body.name) has no figures of \(thread.measureName) by then" }
      } catch let error as QuestionError {
        gap = error.message
      }
    }
    self.thread = thread
    self.series = series
    attention = series.map { Attention($0) }
    self.gap = gap
  }
}

/// Which reviews are due? Every body's priorities on the day of the snapshot, without their figures.
public struct ReviewsAnswer: Encodable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The priorities: overdue reviews first, then by the day of review.
  public let threads: [PriorityThread]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The priorities of every body. O(commentaries).
  public init(in snapshot: Snapshot) {
    let bodies = Set(snapshot.history(Commentary.self).map(\.fact.subject))
    let threads = bodies.flatMap { PriorityThread.all(of: $0, in: snapshot) }.sorted { $0.isBefore($1) }
    let overdue = threads.count { $0.reviewState == .overdue }
    let speaking = Set(threads.map(\.body.id)).count
    asAt = AsAt(snapshot)
    self.threads = threads
    sentence =
      threads.isEmpty
      ? "The record has no priorities of any body."
      : "\(Sentences.capital(Sentences.count(speaking, "body", "bodies"))) "
        + "\(speaking == 1 ? "follows" : "follow") \(Sentences.count(threads.count, "priority", "priorities")): "
        + "\(Sentences.number(overdue)) \(overdue == 1 ? "is" : "are") overdue for review."
    var citations = Citations()
    for thread in threads { citations.cite([thread.last]) }
    sources = citations.notes(in: snapshot)
  }
}
