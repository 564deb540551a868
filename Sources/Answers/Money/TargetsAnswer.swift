public import Money
internal import Vocabulary

/// The targets of practices by the formula, with every intermediate figure and the parameters they rest on.
public struct TargetsAnswer: Encodable, Hashable, Sendable {
  /// One practice or area.
  public struct Row: Encodable, Hashable, Sendable {
    /// Its code.
    public let code: String
    /// People registered.
    public let population: Double
    /// People weighted for hospital and community need.
    public let hospitalNeed: Double
    /// People weighted for prescribing.
    public let prescribingNeed: Double
    /// People weighted for avoidable deaths.
    public let inequalitiesNeed: Double
    /// The market forces factor.
    public let marketForces: Double
    /// The adjustment for emergency ambulances.
    public let emergencyAmbulance: Double
    /// Both multiplied.
    public let costFactor: Double
    /// The block of hospital and community services.
    public let hospitalBlock: Double
    /// The block of prescribing.
    public let prescribingBlock: Double
    /// What health inequalities bring beside the blocks.
    public let inequalitiesBlock: Double
    /// The target before remoteness.
    public let targetBeforeRemoteness: Double
    /// What remoteness adds.
    public let remoteness: Double
    /// The target.
    public let target: Double
    /// The target as weighted people of England.
    public let weightedPopulation: Double
    /// Weighted people for each registered one.
    public let needIndex: Double
    /// People weighted for primary medical care, or null where the file lacks the figure.
    @OrNull public internal(set) var primaryMedical: Double? = nil
    /// The part of all targets in the file, from 0 to 1.
    public let share: Double
  }

  /// One parameter.
  public struct Parameter: Encodable, Hashable, Sendable {
    /// What it is.
    public let key: String
    /// Its value.
    public let value: Double
    /// `official`, `estimated` or `assumed`.
    public let status: String
    /// Where it was read.
    public let source: String
    /// Where that can be read.
    public let address: String
    /// What a reader should know of it.
    public let note: String

    init(_ parameter: FormulaParameter) {
      key = parameter.key.rawValue
      value = parameter.value
      status = parameter.status.rawValue
      source = parameter.source
      address = parameter.address
      note = parameter.note
    }
  }

  /// The parameters' key.
  public let parameters: String
  /// What they are of.
  public let title: String
  /// What targets are counted in: `thousand-pounds` or `weighted-heads`.
  public let unit: String
  /// What ties people to a unit.
  public let basis: String
  /// Every parameter of the set.
  public let used: [Parameter]
  /// The units, in the order of the file.
  public let rows: [Row]
  /// The sum of all targets.
  public let total: Double
  /// What was taken to be so.
  public let notes: [String]
  /// The answer in a sentence.
  public let sentence: String

  /// The targets of units.
  ///
  /// - Throws: `MoneyError` that names the first unit with a figure missing.
  public init(
    of units: [CapitationUnit<Registered>], by formula: CapitationFormula, notes: [String]
  ) throws(MoneyError) {
    let targets = try formula.targets(of: units)
    let tree = try ShareTree<Registered>(
      zip(units, targets).map { .init([$0.code], .init(people: $0.population, weighted: $1.target)) })
    let total = tree[[]]?.figures.weighted ?? 0
    rows = zip(units, targets).map { unit, target in
      var row = Row(
        code: unit.code, population: unit.population, hospitalNeed: target.hospitalNeed,
        prescribingNeed: unit.need[.prescribing] ?? .nan, inequalitiesNeed: unit.need[.inequalities] ?? .nan,
        marketForces: unit.costs.marketForces, emergencyAmbulance: unit.costs.emergencyAmbulance,
        costFactor: target.costFactor, hospitalBlock: target.hospitalBlock, prescribingBlock: target.prescribingBlock,
        inequalitiesBlock: target.inequalitiesBlock, targetBeforeRemoteness: target.beforeRemoteness,
        remoteness: unit.costs.remoteness, target: target.target, weightedPopulation: target.weightedPopulation,
        needIndex: target.needIndex, share: target.target / total)
      row.primaryMedical = formula.primaryMedical(of: unit)
      return row
    }
    self.total = total
    let set = formula.parameters
    parameters = set.id
    title = set.title
    unit = set.unit.rawValue
    basis = Registered.basis.rawValue
    used = set.all.map(Parameter.init)
    let estimated = set.all.count { $0.status == .estimated }
    let assumed = set.all.count { $0.status == .assumed }
    self.notes =
      notes + [
        "of the \(set.all.count) parameters of \(set.id), \(estimated) are estimated and \(assumed) assumed: no target here "
          + "is an allocation of NHS England",
        "a target of one practice is indicative: the formula loses accuracy below a system",
      ]
    sentence =
      "\(Sentences.count(units.count, "unit", "units")) by the parameters of \(set.id): "
      + (set.unit == .thousandPounds
        ? "targets of \(Decimals.grouped(total)) thousand pounds in all."
        : "targets of \(Decimals.grouped(total)) weighted people in all.")
  }
}
