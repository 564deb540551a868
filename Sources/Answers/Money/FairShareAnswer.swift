public import Chronicle
internal import Measures
internal import Money
public import Register
public import Vocabulary

/// What an area's fair share of England's money for core services is, and why, down to its practices.
///
/// The share is that of the published weighted populations; it is a percentage, an index and pounds of each million.
/// Amounts appear only for a named scenario. Registered people are shared by; residents stand beside and enter nothing.
public struct FairShareAnswer: Encodable, Hashable, Sendable {
  /// The share of one area.
  public struct Share: Encodable, Hashable, Sendable {
    /// Its code or identifier.
    public let code: String
    /// Its name, or its code where it has none here.
    public let name: String
    /// People registered.
    public let people: Double
    /// The same people weighted.
    public let weighted: Double
    /// Its share of England in percent, with ten decimals that add up to the share of the area around it exactly.
    public let percentOfEngland: String
    /// Weighted people for each person, England 1.
    public let indexToEngland: Double
    /// Weighted people for each person, the area asked for 1. Never to be mixed with the other.
    public let indexToArea: Double
    /// What it has of one million pounds for England, in pence.
    public let penceOfEnglandsMillion: Int64
    /// What it has of one million pounds for the area asked for, in pence.
    public let penceOfAreasMillion: Int64
    /// The least percent of England it may be, in 95 years of 100; null where the formula is accurate enough.
    @OrNull public internal(set) var lowPercent: Double? = nil
    /// The most percent of England it may be, in 95 years of 100; null where the formula is accurate enough.
    @OrNull public internal(set) var highPercent: Double? = nil
    /// Its amount in the scenario, in pence; null without one.
    @OrNull public internal(set) var scenarioPence: Int64? = nil
  }

  /// One step from a share by heads to the share by need.
  public struct Step: Encodable, Hashable, Sendable {
    /// What the step tells the formula.
    public let told: String
    /// The area's figure.
    @OrNull public internal(set) var area: Double? = nil
    /// England's figure of the same.
    @OrNull public internal(set) var england: Double? = nil
    /// The area's share of England after it, in percent.
    public let percentOfEngland: Double
    /// What it moves of one million pounds for England, in pence.
    public let penceMoved: Int64
    /// The parameter it rests on, or null.
    @OrNull public internal(set) var parameter: TargetsAnswer.Parameter? = nil
    /// What a reader should know.
    public let note: String
  }

  /// For when it is true.
  public let asAt: AsAt
  /// The area.
  public let body: NamedBody
  /// The financial year of the weighted populations.
  public let year: String
  /// What ties people to the area in every share.
  public let basis: String
  /// `exact`, or `apportioned` where practices were divided.
  public let status: String
  /// How they were divided, or empty.
  public let statusNote: String
  /// The area's share.
  public let share: Share
  /// The same for primary medical care, or null where it is not loaded.
  @OrNull public internal(set) var primaryMedical: Share? = nil
  /// People who live there, beside: they enter no share. Null where they are not loaded.
  @OrNull public internal(set) var residents: Double? = nil
  /// Its parts by council, as the file names them, the largest first.
  public let parts: [Share]
  /// Its practices, the largest first.
  public let practices: [Share]
  /// Why the share is what it is, step by step; empty where the parameters or figures of the year are not there.
  public let waterfall: [Step]
  /// What stands beside the amounts of a scenario, or empty.
  public let label: String
  /// What a reader should know.
  public let notes: [String]
  /// What it was taken from.
  public let sources: [SourceNote]
  /// The answer in a sentence.
  public let sentence: String

  /// The fair share of an area in a year.
  ///
  /// - Parameter scenario: a name and the sum it supposes for England; nil for shares alone.
  /// - Throws: `QuestionError` where the area or the figures are not known; `MoneyError` for a scenario with a
  ///   misleading name.
  public init(
    of body: ID<Body>, year: FinancialYear, scenario: (name: String, amount: Pence)? = nil, in snapshot: Snapshot,
    blocks: @escaping Blocks
  ) throws {
    let quantum = try scenario.map { try Quantum.scenario($0.amount, named: $0.name) }
    let footprint = try NeedFootprint(.body(body), in: snapshot)
    var maker = FairShareMaker(footprint, year, snapshot, blocks)
    let core = try maker.tree("population.weighted.core")
    let register = snapshot.register
    var notes: [String] = []
    let isSmall = [.generalPractice, .primaryCareNetwork, .neighbourhood, .madeArea].contains(register.kind(body))
    let amounts = try quantum.map { try core.tree.amounts(of: $0) }
    func shares(_ depth: Int, isSmall: Bool) throws -> [Share] {
      try zip(core.tree.shares, core.tree.shares.indices).filter { share, _ in
        share.path.count == depth && share.path[0] == FairShareMaker.mine
      }
      .map { share, index in
        let code = depth == 1 ? body.text : share.path[depth - 1]
        let name = depth == 1 ? register.name(body) : maker.name(of: code)
        var entry = Share(share, code: code, name: name)
        if isSmall {
          let range = share.range(spread: try maker.spread())
          (entry.lowPercent, entry.highPercent) = (range.lowerBound * 100, range.upperBound * 100)
        }
        entry.scenarioPence = amounts?[index].count
        return entry
      }
      .sorted { ($1.weighted, $0.code) < ($0.weighted, $1.code) }
    }
    guard let mine = try shares(1, isSmall: isSmall).first else {
      throw QuestionError("\(register.name(body)) has no registered people in the figures of \(year.label)")
    }
    share = mine
    parts = try shares(2, isSmall: false)
    practices = try shares(3, isSmall: true)
    let medical = try maker.primaryMedical()
    let (steps, note) = try maker.waterfall(published: mine, of: core)
    notes += note
    notes.append(
      "the share of a practice is indicative: its range is where 95 years of 100 would lie if a person’s cost varies as "
        + "was found in 2007/08")
    waterfall = steps
    status = core.isDivided ? "apportioned" : "exact"
    statusNote = core.note
    label = quantum?.label ?? ""
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: register)
    self.year = year.key
    basis = Registered.basis.rawValue
    sources = maker.citations.notes(in: snapshot)
    self.notes = notes
    sentence =
      "\(register.name(body)) has \(Decimals.rounded(Double(mine.weighted) / core.england * 100, places: 3))% of England’s "
      + "need for core services in \(year.label), \(Pence(mine.penceOfEnglandsMillion).written) of each £1 million; for each "
      + "registered person \(Decimals.rounded(mine.indexToEngland, places: 3)) of England’s mean."
    residents = try maker.residents()
    primaryMedical = medical.flatMap { tree in
      tree[[FairShareMaker.mine]].map { Share($0, code: body.text, name: register.name(body)) }
    }
  }
}

extension FairShareAnswer.Share {
  init(_ share: ShareTree<Registered>.Share, code: String, name: String) {
    self.code = code
    self.name = name
    people = share.figures.people
    weighted = share.figures.weighted
    let digits = String(share.parts)
    let padded = String(repeating: "0", count: max(0, 11 - digits.count)) + digits
    percentOfEngland = "\(padded.dropLast(10)).\(padded.suffix(10))"
    indexToEngland = share.indexToEngland
    indexToArea = share.indexToSystem
    penceOfEnglandsMillion = share.perMillion.count
    penceOfAreasMillion = share.perSystemMillion.count
  }
}
