public import Chronicle
public import Measures
internal import Recast
public import Register
internal import Statistics
public import Vocabulary

/// Asks how the bodies of a kind differ by a rate, beyond what chance would explain.
public struct OutcomesQuestion: Sendable {
  /// The measure: a rate of two counts.
  public var measure: ID<Measure>
  /// The kind of body.
  public var kind: BodyKind
  /// The body the question is asked for, and its peers; nil for none.
  public var body: ID<Body>?
  /// The peers, as `PeersAnswer` chose them.
  public var peers: [ID<Body>]
  /// Only this period; nil for the latest.
  public var label: String?

  /// A question.
  public init(
    measure: ID<Measure>, kind: BodyKind, for body: ID<Body>? = nil, peers: [ID<Body>] = [], label: String? = nil
  ) {
    self.measure = measure
    self.kind = kind
    self.body = body
    self.peers = peers
    self.label = label
  }
}

/// Bodies by a rate within the limits of chance. There is no order of merit in it: a place in a list without its range
/// says more than the figures do.
public struct OutcomesAnswer: Encodable, Hashable, Sendable {
  /// Where a body lies: by chance alone, and with the variance between bodies allowed for.
  public struct Row: Encodable, Hashable, Sendable {
    /// The body.
    public let body: NamedBody
    /// What is counted, or null.
    @OrNull public internal(set) var numerator: Double? = nil
    /// What it is out of, or null.
    @OrNull public internal(set) var denominator: Double? = nil
    /// The one over the other, or null.
    @OrNull public internal(set) var value: Double? = nil
    /// The lower limit of its likely range at 95 per cent.
    @OrNull public internal(set) var lower: Double? = nil
    /// The upper limit.
    @OrNull public internal(set) var upper: Double? = nil
    /// Where the overall value lies against its 95 and 99.8 per cent limits, in the words of OHID; empty without a value.
    public internal(set) var significance = ""
    /// `above`, `below` or `within` the 99.8 per cent limits, widened where bodies differ by more than chance.
    public internal(set) var standing = ""
    /// `exact`, `apportioned` or `refused`.
    public let status: String
    /// Whether it was chosen as a peer.
    public let isPeer: Bool
    /// Whether the question is about it.
    public let isOwn: Bool
    /// How it was divided, or why it is not given.
    public let note: String
  }

  /// The limits of chance around the overall value at one size.
  public struct Limit: Encodable, Hashable, Sendable {
    /// What a value is out of.
    public let denominator: Double
    /// At 95 per cent.
    public let lower95: Double
    /// At 95 per cent.
    public let upper95: Double
    /// At 99.8 per cent.
    public let lower998: Double
    /// At 99.8 per cent.
    public let upper998: Double
  }

  /// For when it is true.
  public let asAt: AsAt
  /// The measure.
  public let measure: String
  /// Its name.
  public let name: String
  /// What it is out of.
  public let outOf: String
  /// The kind of body.
  public let kind: String
  /// The period.
  public let period: String
  /// The value of all bodies together.
  public let overall: Double
  /// Whether values are shares of one.
  public let isShare: Bool
  /// The bodies, by name.
  public let rows: [Row]
  /// The limits of chance, for a funnel.
  public let limits: [Limit]
  /// The mean square of the trimmed scores: above 1, bodies differ by more than chance.
  @OrNull public internal(set) var phi: Double? = nil
  /// The variance between bodies on the transformed scale; nought without over-dispersion.
  @OrNull public internal(set) var tau2: Double? = nil
  /// What that means, in words.
  public let dispersion: String
  /// The answer in a sentence.
  public let sentence: String
}

extension OutcomesQuestion {
  /// The bodies within their limits.
  ///
  /// Throws `QuestionError` when the measure is not a rate, or has no figures for such bodies. O(units).
  public func answer(_ snapshot: Snapshot, blocks: @escaping Blocks) throws -> OutcomesAnswer {
    guard let definition = snapshot.history(MeasureDefinition.self, of: measure).last?.fact else {
      throw QuestionError("no measure is called '\(measure)': `concordat measures` lists those that are loaded")
    }
    guard definition.additivity == .ratio, let above = ID<Measure>(definition.numerator),
      let below = ID<Measure>(definition.denominator)
    else {
      throw QuestionError(
        "\(definition.name) is no rate of two counts: a funnel needs what is counted and what it is out of")
    }
    let question = RecastQuestion(
      measure: measure, from: snapshot.trueOn, to: .bodies(kind, on: snapshot.trueOn), label: label)
    let workshop = Workshop(question: question, snapshot: snapshot, blocks: blocks)
    let tops = try workshop.tables(of: above, definition.name)
    let bottoms = try workshop.tables(of: below, definition.name)
    guard let top = tops.last(where: { table in bottoms.contains { $0.period == table.period } }),
      let bottom = bottoms.first(where: { $0.period == top.period })
    else {
      throw QuestionError("\(definition.name) has no period with both of its counts")
    }
    return OutcomesMaker(question: self, definition: definition, snapshot: snapshot, top: top, bottom: bottom)
      .answer()
  }
}
