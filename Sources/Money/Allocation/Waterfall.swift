internal import Statistics
public import Vocabulary

/// Why an area's share is what it is: from a share by heads alone to its target, one step of the formula after another.
///
/// Each step is the whole formula on units of which one figure more is told: what is not yet told is taken as the
/// number of people, as the mean cost of England, or as no remoteness. The changes add up to the last share.
public struct Waterfall: Hashable, Sendable {
  /// What a step tells the formula.
  public enum Told: Hashable, Sendable {
    /// How many people there are.
    case people
    /// A sort of need.
    case need(NeedComponent)
    /// The market forces factor.
    case marketForces
    /// The adjustment for ambulances.
    case emergencyAmbulance
    /// The sum for remoteness.
    case remoteness

    /// What it is, in words.
    public var name: String {
      switch self {
      case .people: "people counted"
      case .need(let component): component.name
      case .marketForces: "market forces"
      case .emergencyAmbulance: "emergency ambulances"
      case .remoteness: "unavoidable remoteness"
      }
    }
  }

  /// One step.
  public struct Step: Hashable, Sendable {
    /// What it tells.
    public let told: Told
    /// The area's figure: people, weighted people, a mean factor, or units of remoteness.
    public let area: Double
    /// England's figure of the same.
    public let england: Double
    /// The area's share of England after the step.
    public let share: Double
    /// How much of one million pounds for England the step moves to the area.
    public let perMillion: Pence
    /// The parameter it rests on; nil where it rests on none.
    public let parameter: FormulaParameter?
  }

  /// The steps, people first.
  public let steps: [Step]

  /// The area's share of England by the whole formula.
  public var share: Double { steps.last?.share ?? 0 }

  /// Explains the share of the units that an area holds. O(units · steps).
  ///
  /// - Throws: `MoneyError` where the area holds no unit, or a figure the formula needs is missing.
  public init<Base>(
    of units: [CapitationUnit<Base>], by formula: CapitationFormula, area holds: (CapitationUnit<Base>) -> Bool
  ) throws(MoneyError) {
    let isHeld = units.map(holds)
    guard isHeld.contains(true) else {
      throw MoneyError("the area holds no practice that the figures know: there is no share to explain")
    }
    _ = try formula.targets(of: units)
    let order: [Told] =
      [.people] + formula.needed.map { .need($0) } + [.marketForces, .emergencyAmbulance, .remoteness]
    var blank = units
    for index in blank.indices {
      blank[index].need = Need(unweighted: units[index].population)
      blank[index].costs = .init()
    }
    var steps: [Step] = []
    var before = Pence.zero
    for told in order {
      var mine = CompensatedSum()
      var all = CompensatedSum()
      var myFigure = CompensatedSum()
      var figure = CompensatedSum()
      for index in units.indices {
        blank[index].tell(told, from: units[index])
        let target = formula.target(of: blank[index]).target
        let told = units[index].figure(of: told)
        all.add(target)
        figure.add(told)
        if isHeld[index] {
          mine.add(target)
          myFigure.add(told)
        }
      }
      let share = mine.value / all.value
      let after = Pence(Int64((share * 100_000_000).rounded()))
      let isFactor = told == .marketForces || told == .emergencyAmbulance
      let people = steps.first
      steps.append(
        Step(
          told: told, area: isFactor ? myFigure.value / (people?.area ?? 1) : myFigure.value,
          england: isFactor ? figure.value / (people?.england ?? 1) : figure.value, share: share,
          perMillion: after - before, parameter: told.key.flatMap { formula.parameters[$0] }))
      before = after
    }
    self.steps = steps
  }
}

extension Waterfall.Told {
  /// The parameter a step rests on.
  fileprivate var key: FormulaParameter.Key? {
    switch self {
    case .people, .marketForces, .emergencyAmbulance, .remoteness: nil
    case .need(let component):
      switch component {
      case .generalAndAcute: .generalAndAcute
      case .community: .community
      case .mentalHealth: .mentalHealth
      case .maternity: .maternity
      case .primaryMedical: .primaryMedical
      case .prescribing: .prescribingPrice
      case .inequalities: .inequalities
      }
    }
  }
}

extension CapitationUnit {
  /// Takes over one figure of another unit.
  fileprivate mutating func tell(_ told: Waterfall.Told, from unit: CapitationUnit) {
    switch told {
    case .people: break
    case .need(let component): need[component] = unit.need[component]
    case .marketForces: costs.marketForces = unit.costs.marketForces
    case .emergencyAmbulance: costs.emergencyAmbulance = unit.costs.emergencyAmbulance
    case .remoteness: costs.remoteness = unit.costs.remoteness
    }
  }

  /// The figure a step tells, so that it adds up over units: factors are multiplied by people.
  fileprivate func figure(of told: Waterfall.Told) -> Double {
    switch told {
    case .people: population
    case .need(let component): need[component] ?? .nan
    case .marketForces: costs.marketForces * population
    case .emergencyAmbulance: costs.emergencyAmbulance * population
    case .remoteness: costs.remoteness
    }
  }
}
