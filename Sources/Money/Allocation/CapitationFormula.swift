/// The weighted-capitation formula: from the need and costs of a unit to its target share of money.
///
/// With the weights *w* of the set, the need for hospital and community services is `H = Σ wₖ·needₖ`. Of the blocks
/// hospital (price *a*, scaled by costs *s* = market forces × ambulances) and prescribing (price *b*, not scaled), and
/// with the share *h* for health inequalities *AM* and remoteness *R*, the target is
///
/// - within the blocks: `a·s·((1−h)·H + h·AM) + b·((1−h)·RX + h·AM) + R`;
/// - beside them: `a·s·H + b·RX + h·AM + R`.
///
/// Source: NHS England, technical guides to allocations; the structure and the numbers of each year as its
/// ``FormulaParameters`` say.
public struct CapitationFormula: Hashable, Sendable {
  /// Its parameters.
  public let parameters: FormulaParameters

  private let weights: SIMD8<Double>
  private let hospitalPrice: Double
  private let prescribingPrice: Double
  private let inequalities: Double
  private let headsPerUnit: Double
  private let primaryInequalities: Double

  /// The formula of these parameters.
  ///
  /// - Throws: `MoneyError` where one is missing, or a share does not lie between 0 and 1.
  public init(_ parameters: FormulaParameters) throws(MoneyError) {
    self.parameters = parameters
    weights = [
      try parameters.value(.generalAndAcute), try parameters.value(.community), try parameters.value(.mentalHealth),
      try parameters.value(.maternity), try parameters.value(.primaryMedical), 0, 0, 0,
    ]
    hospitalPrice = try parameters.value(.hospitalPrice)
    prescribingPrice = try parameters.value(.prescribingPrice)
    inequalities = try parameters.value(.inequalities)
    headsPerUnit = try parameters.value(.headsPerUnit)
    primaryInequalities = try parameters.value(.primaryInequalities)
    for key in [FormulaParameter.Key.inequalities, .primaryInequalities] {
      let share = try parameters.value(key)
      guard (0...1).contains(share) else {
        throw MoneyError("\(key.rawValue) is \(share): a share lies between 0 and 1")
      }
    }
    for parameter in parameters.all where parameter.value < 0 {
      throw MoneyError("\(parameter.key.rawValue) is \(parameter.value): it cannot be below 0")
    }
  }

  /// The sorts of need it cannot do without.
  public var needed: [NeedComponent] {
    NeedComponent.allCases.filter {
      switch $0 {
      case .prescribing, .inequalities: true
      default: weights[$0.rawValue] > 0
      }
    }
  }

  /// The target of a unit, with every intermediate figure; NaN where a figure it needs is missing. O(1).
  public func target<Base>(of unit: CapitationUnit<Base>) -> CapitationTarget {
    let lanes = unit.need.lanes
    let hospitalNeed = (weights * lanes.replacing(with: 0, where: weights .== 0)).sum()
    let prescribing = lanes[NeedComponent.prescribing.rawValue]
    let deaths = lanes[NeedComponent.inequalities.rawValue]
    let costFactor = unit.costs.marketForces * unit.costs.emergencyAmbulance
    let hospital: Double
    let medicines: Double
    let beside: Double
    switch parameters.adjustment {
    case .withinBlocks:
      hospital = hospitalPrice * costFactor * ((1 - inequalities) * hospitalNeed + inequalities * deaths)
      medicines = prescribingPrice * ((1 - inequalities) * prescribing + inequalities * deaths)
      beside = 0
    case .beside:
      hospital = hospitalPrice * costFactor * hospitalNeed
      medicines = prescribingPrice * prescribing
      beside = inequalities * deaths
    }
    let beforeRemoteness = hospital + medicines + beside
    let target = beforeRemoteness + unit.costs.remoteness
    return CapitationTarget(
      hospitalNeed: hospitalNeed, costFactor: costFactor, hospitalBlock: hospital, prescribingBlock: medicines,
      inequalitiesBlock: beside, beforeRemoteness: beforeRemoteness, target: target,
      weightedPopulation: target * headsPerUnit, needIndex: target * headsPerUnit / unit.population)
  }

  /// The targets of all units, in their order. O(units).
  ///
  /// - Throws: `MoneyError` that names the first unit without people, or with a need that is not known.
  public func targets<Base>(of units: [CapitationUnit<Base>]) throws(MoneyError) -> [CapitationTarget] {
    var targets: [CapitationTarget] = []
    targets.reserveCapacity(units.count)
    for unit in units {
      let target = target(of: unit)
      guard target.needIndex.isFinite else { throw fault(in: unit) }
      targets.append(target)
    }
    return targets
  }

  private func fault<Base>(in unit: CapitationUnit<Base>) -> MoneyError {
    guard unit.population > 0 else {
      return MoneyError("\(unit.code) has no people counted: a target is for people, so leave it out or give them")
    }
    let missing = needed.filter { unit.need[$0] == nil }.map(\.name)
    return MoneyError(
      missing.isEmpty
        ? "\(unit.code): a cost factor is no number"
        : "\(unit.code) has no figure for \(missing.joined(separator: ", ")), which the parameters of "
          + "\(parameters.id) need")
  }

  /// The people of a unit weighted for primary medical care: 85 parts of need and 15 of avoidable deaths.
  ///
  /// Nil where either is not known. Source: NHS England board paper, 17 December 2013.
  public func primaryMedical<Base>(of unit: CapitationUnit<Base>) -> Double? {
    guard let need = unit.need[.primaryMedical], let deaths = unit.need[.inequalities] else { return nil }
    return (1 - primaryInequalities) * need + primaryInequalities * deaths
  }

  /// What remoteness adds to a unit of this many people in a place, in the unit of the formula; 0 where the place has
  /// no row in the parameters.
  public func remoteness(of population: Double, in place: String) -> Double {
    (parameters.remoteness[place] ?? 0) * population
  }
}

/// The target of a unit and the figures on the way to it, in the unit of the formula's parameters.
public struct CapitationTarget: Hashable, Sendable {
  /// People weighted for hospital and community need.
  public let hospitalNeed: Double
  /// Market forces times ambulances.
  public let costFactor: Double
  /// The block of hospital and community services.
  public let hospitalBlock: Double
  /// The block of prescribing.
  public let prescribingBlock: Double
  /// What health inequalities bring beside the blocks; 0 where they enter within them.
  public let inequalitiesBlock: Double
  /// The target before remoteness.
  public let beforeRemoteness: Double
  /// The target.
  public let target: Double
  /// The target as weighted people of England.
  public let weightedPopulation: Double
  /// Weighted people for each person counted.
  public let needIndex: Double
}
