/// People counted and the same people weighted by the formula, on one basis. Both add up over areas.
public struct WeightedPopulation<Base: PopulationBase>: Hashable, Sendable {
  /// The people counted.
  public let people: Double
  /// The people weighted.
  public let weighted: Double

  /// Figures of one area.
  public init(people: Double, weighted: Double) {
    self.people = people
    self.weighted = weighted
  }

  /// Weighted people for each person counted.
  public var index: Double { weighted / people }
}
