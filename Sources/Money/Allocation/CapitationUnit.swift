/// What the formula knows of one practice or area.
public struct CapitationUnit<Base: PopulationBase>: Hashable, Sendable {
  /// What costs do to its target, beyond need.
  public struct Costs: Hashable, Sendable {
    /// The market forces factor of its population, 1 in the mean of England. It is not the factor on providers' prices.
    public var marketForces: Double
    /// The adjustment for the cost of emergency ambulances, about 1.
    public var emergencyAmbulance: Double
    /// What unavoidable remoteness adds, in the unit of the formula.
    public var remoteness: Double

    /// Costs; the mean of England where nothing is given.
    public init(marketForces: Double = 1, emergencyAmbulance: Double = 1, remoteness: Double = 0) {
      self.marketForces = marketForces
      self.emergencyAmbulance = emergencyAmbulance
      self.remoteness = remoteness
    }
  }

  /// Its code.
  public let code: String
  /// The people counted.
  public let population: Double
  /// The same people weighted for each sort of need.
  public var need: Need
  /// What costs do.
  public var costs: Costs

  /// A unit.
  public init(_ code: String, population: Double, need: Need, costs: Costs = Costs()) {
    self.code = code
    self.population = population
    self.need = need
    self.costs = costs
  }
}
