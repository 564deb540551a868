public import Chronicle
public import Governance
internal import Register
internal import Vocabulary

/// Who decides on a function, at a place, up to a sum, on a day: with the chain that says so.
public struct WhoDecidesAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The function.
  public let function: Asked
  /// The place asked about.
  @OrNull public private(set) var place: NamedBody?
  /// The sum asked about.
  @OrNull public private(set) var value: Sum?
  /// The body that holds the function in law: always a legal person where the record is right.
  @OrNull public private(set) var holder: NamedBody?
  /// Who exercises it.
  @OrNull public private(set) var decider: NamedHolder?
  /// The most the decider may decide; null where there is no limit.
  @OrNull public private(set) var limit: Sum?
  /// The body that stays accountable: delegation moves the exercise, never this.
  @OrNull public private(set) var accountable: NamedBody?
  /// The body liable in law for how it is exercised.
  @OrNull public private(set) var liable: NamedBody?
  /// The steps from the holder to the decider.
  public let chain: [Step]
  /// Who else may decide it, the narrower first.
  public let others: [Other]
  /// Who may not, and why.
  public let hindered: [Other]
  /// What is wrong with the scheme as far as the question touches it.
  public let gaps: [String]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The function as it was asked for.
  public struct Asked: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its title.
    public let title: String
    /// The enactment that gives it.
    public let enactment: String
  }

  /// A step of the chain.
  public struct Step: Encodable, Hashable, Sendable {
    /// Who gives.
    public let from: NamedHolder
    /// Who takes.
    public let to: NamedHolder
    /// By what: `scheme`, `section-65z5`…
    public let by: String
    /// The limit of the step.
    @OrNull public private(set) var limit: Sum?
    /// The conditions on it.
    public let conditions: [String]
    /// The agreement, and the clause that says so.
    public let instrument: String
    /// Since when it is in force.
    public let since: When
    /// The authority.
    public let authority: String
    /// Where it was taken from.
    public let source: String

    init?(_ step: PowerStep, in governance: Governance) {
      let given = step.authority.given
      guard let giver = given.giver, let taker = given.taker, let sort = given.sort else { return nil }
      from = NamedHolder(giver, in: governance)
      to = NamedHolder(taker, in: governance)
      by = sort.rawValue
      _limit = OrNull(wrappedValue: given.limit.map { Sum($0) })
      conditions = given.conditions ?? []
      instrument = [given.instrument, given.clause].compactMap { $0 }.joined(separator: ", ")
      since = When(step.authority.period.from)
      authority = step.authority.id.text
      source = step.authority.version.source.text
    }
  }

  /// Somebody who may decide too, or may not.
  public struct Other: Encodable, Hashable, Sendable {
    /// Who.
    public let decider: NamedHolder
    /// The most.
    @OrNull public private(set) var limit: Sum?
    /// Why not; empty where they may.
    public let reasons: [String]

    init?(_ path: PowerPath, in governance: Governance) {
      guard let decider = path.decider else { return nil }
      self.decider = NamedHolder(decider, in: governance)
      _limit = OrNull(wrappedValue: path.limit.map { Sum($0) })
      reasons = path.hindrances.map(\.words)
    }
  }

  /// The answer to a question on the snapshot's day.
  public init(_ question: Power.Question, in snapshot: Snapshot) {
    let governance = snapshot.governance
    let power = governance.power(question)
    let register = snapshot.register
    asAt = AsAt(snapshot)
    let given = power.function?.given
    function = Asked(
      id: question.function.text, title: given?.title ?? question.function.text, enactment: given?.enactment ?? "")
    _place = OrNull(wrappedValue: question.place.map { NamedBody($0, in: register) })
    _value = OrNull(wrappedValue: question.value.map { Sum($0) })
    _holder = OrNull(wrappedValue: power.holder.map { NamedBody($0, in: register) })
    let last = power.path?.steps.last?.authority.given
    _accountable = OrNull(
      wrappedValue: (last?.accountable ?? power.holder).map { NamedBody($0, in: register) })
    _liable = OrNull(wrappedValue: WhoDecidesAnswer.liable(power, in: governance).map { NamedBody($0, in: register) })
    let end = power.path?.decider
    _decider = OrNull(wrappedValue: end.map { NamedHolder($0, in: governance) })
    _limit = OrNull(wrappedValue: power.path?.limit.map { Sum($0) })
    chain = (power.path?.steps ?? []).compactMap { Step($0, in: governance) }
    var named: Set<ID<Holder>> = end.map { [$0] } ?? []
    others = power.paths.dropFirst().compactMap { path in
      guard let decider = path.decider, named.insert(decider).inserted else { return nil }
      return Other(path, in: governance)
    }
    hindered = power.hindered.compactMap { path in
      guard let decider = path.decider, named.insert(decider).inserted else { return nil }
      return Other(path, in: governance)
    }
    gaps = power.gaps
    sentence = WhoDecidesAnswer.sentence(power, question, in: governance)
    var citations = Citations()
    citations.cite(power.function?.version)
    for path in power.paths { for step in path.steps { citations.cite(step.authority.version) } }
    sources = citations.notes(in: snapshot)
  }

  /// The body liable for the exercise: what the instrument says, else the body a delegation outside passes it to
  /// (National Health Service Act 2006, section 65Z5(6)), else the holder.
  private static func liable(_ power: Power, in governance: Governance) -> ID<Body>? {
    guard let last = power.path?.steps.last else { return power.holder }
    if let liable = last.authority.given.liable { return liable }
    if let taker = last.taker, governance.sort(of: taker) == "body" { return ID(taker) }
    return power.holder
  }

  private static func sentence(_ power: Power, _ question: Power.Question, in governance: Governance) -> String {
    let day = governance.snapshot.trueOn.written
    guard let holder = power.holder else { return "On \(day) nobody is recorded as holding this function." }
    let title = (power.function?.given.title ?? question.function.text)
    let place = question.place.map { " in \(governance.register.name($0))" } ?? ""
    let value = question.value.map { " at \($0.written)" } ?? ""
    let name = governance.register.name(holder)
    guard let path = power.path, let decider = path.decider else {
      return "On \(day) \(name) itself decides on \(title)\(place)\(value): nothing recorded passes it on."
    }
    let upTo = path.limit.map { ", up to \($0.written)" } ?? ""
    let board = governance.boards(of: holder).map { ID<Holder>($0.id) }
    let tail = board.contains(decider) ? "" : " \(name) holds the function and stays accountable."
    return "On \(day) \(governance.name(decider)) decides on \(title)\(place)\(value)\(upTo).\(tail)"
  }
}
