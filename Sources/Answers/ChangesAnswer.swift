public import Chronicle
public import Register
public import Vocabulary

/// What changed between two days, and how many people moved with it?
public struct ChangesAnswer: Encodable, Hashable, Sendable {
  /// For when it is true; its day is the later one.
  public let asAt: AsAt
  /// The earlier day: what stood then is what changes are counted from.
  public let from: String
  /// The later day: changes on it are counted.
  public let to: String
  /// The answer in a few sentences.
  public let sentence: String
  /// Bodies that began.
  public let created: [ChangedBody]
  /// Bodies that ended.
  public let ended: [ChangedBody]
  /// Bodies that may have begun or ended between the days: their dates are known only in part.
  public let uncertain: [ChangedBody]
  /// Bodies that went on with a larger or smaller area.
  public let altered: [AlteredBody]
  /// Bodies that went on under another name.
  public let renamed: [ReplacedText]
  /// Bodies that went on with another code.
  public let recoded: [ReplacedText]
  /// Bodies that became part of another body, or of none.
  public let moved: [MovedBody]
  /// What took whose place, with shares: what moved where and how many people.
  public let flows: [FlowEntry]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// What makes up a system: the kinds shown where a reader has not asked for others.
  public static let systemKinds: Set<BodyKind> = [
    .integratedCareBoard, .integratedCarePartnership, .integratedCareSystem, .subICBLocation,
    .clinicalCommissioningGroup, .sustainabilityAndTransformationPartnership, .accountableCareSystem,
    .nhsRegion,
    .placePartnership, .cluster,
  ]

  /// Around a change day: from the day before it to the day itself.
  public init(on day: Day, kinds: Set<BodyKind> = systemKinds, in snapshot: Snapshot) {
    self.init(from: day.advanced(by: -1), to: day, kinds: kinds, in: snapshot)
  }

  /// Between two days: what happens after `from` and not after `to`. O(bodies of the kinds).
  public init(from: Day, to: Day, kinds: Set<BodyKind> = systemKinds, in snapshot: Snapshot) {
    let start = min(from, to)
    let end = max(from, to)
    let window = Window(from: start, to: end)
    let register = snapshot.on(end).register
    let bodies = kinds.sorted { Kinds.rank($0) < Kinds.rank($1) }.flatMap { register.everyBody($0) }
    let ledger = ChangeLedger(bodies, window, register)
    asAt = AsAt(snapshot.on(end))
    self.from = start.description
    self.to = end.description
    created = ledger.created
    ended = ledger.ended
    uncertain = ledger.uncertain
    altered = ledger.altered
    renamed = ledger.renamed
    recoded = ledger.recoded
    moved = ledger.moved
    flows = ledger.flows
    sources = ledger.citations.notes(in: snapshot)
    sentence = Sentences.changes(ledger, from: start, to: end)
  }
}

/// A body that began or ended.
public struct ChangedBody: Encodable, Hashable, Sendable, Sourced {
  /// The body.
  public let body: NamedBody
  /// The day it began or the first day after it ended.
  public let date: When
  /// Whether it is only planned.
  public let planned: Bool
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String
}

/// A body that went on with a larger or smaller area.
public struct AlteredBody: Encodable, Hashable, Sendable {
  /// The body.
  public let body: NamedBody
  /// The day.
  public let date: When
  /// Whose area, or part of it, it gained.
  public let gained: [NamedBody]
  /// To whom it gave a part.
  public let gave: [NamedBody]
  /// What happened, in a sentence; what became of its codes is said.
  public let sentence: String
}

/// A name or code that took another's place.
public struct ReplacedText: Encodable, Hashable, Sendable, Sourced {
  /// The body.
  public let body: NamedBody
  /// The scheme of a code, or empty for a name.
  public let scheme: String
  /// What it was.
  public let before: String
  /// What it became.
  public let after: String
  /// The day.
  public let date: When
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String
}

/// A body that became part of another.
public struct MovedBody: Encodable, Hashable, Sendable, Sourced {
  /// The body.
  public let body: NamedBody
  /// What it was part of.
  @OrNull public internal(set) var before: NamedBody?
  /// What it became part of.
  @OrNull public internal(set) var after: NamedBody?
  /// The day.
  public let date: When
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String
}

/// A succession between two bodies, with how much went.
public struct FlowEntry: Encodable, Hashable, Sendable, Sourced {
  /// The predecessor.
  public let from: NamedBody
  /// The successor.
  public let to: NamedBody
  /// What happened.
  public let event: Succession.Event
  /// How far it has come.
  public let status: Succession.Status
  /// Whether it is only planned.
  public let planned: Bool
  /// The day.
  public let date: When
  /// How much went, once for each basis and unit counted.
  public let shares: [ShareEntry]
  /// The order or decision, or empty.
  public let instrument: String
  /// Anything a reader should know.
  public let note: String
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  /// The people that went, on the first basis on which they were counted.
  public var people: ShareEntry? { shares.first(where: \.countsPeople) }
  /// The mark to show beside it: planned weighs most.
  public var mark: CertaintyMark { CertaintyMark(certainty, status: status) }
}
