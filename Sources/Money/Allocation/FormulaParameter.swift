/// One number of the weighted-capitation formula, with how far it can be relied on and where it was read.
public struct FormulaParameter: Hashable, Sendable {
  /// How far a parameter can be relied on.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Stated by the body that decided it.
    case official
    /// Computed from published figures.
    case estimated
    /// Taken to be so.
    case assumed
  }

  /// What the number is.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    /// The weight of general and acute care in hospital and community need.
    case generalAndAcute = "weight.general-and-acute"
    /// The weight of community services.
    case community = "weight.community"
    /// The weight of mental health services.
    case mentalHealth = "weight.mental-health"
    /// The weight of maternity services.
    case maternity = "weight.maternity"
    /// The weight of primary medical care inside core services.
    case primaryMedical = "weight.primary-medical"
    /// What a head weighted for hospital and community need brings, in the unit of the set.
    case hospitalPrice = "price.hospital"
    /// What a head weighted for prescribing brings, in the unit of the set.
    case prescribingPrice = "price.prescribing"
    /// The share given by avoidable deaths instead of need.
    case inequalities = "share.inequalities"
    /// Weighted heads for one unit of target.
    case headsPerUnit = "heads-per-unit"
    /// The share of primary medical care given by avoidable deaths instead of need.
    case primaryInequalities = "primary.share.inequalities"
    /// The standard deviation of a person's yearly cost over the mean, by which the range of a small area is stated.
    case spread = "range.spread"
    /// The envelope of running costs, in pounds a head.
    case runningCost = "running-cost.per-head"
  }

  /// What it is.
  public let key: Key
  /// Its value.
  public let value: Double
  /// How far it can be relied on.
  public let status: Status
  /// Where it was read: a title.
  public let source: String
  /// Where that can be read: an https address, or empty.
  public let address: String
  /// What a reader should know of it; may be empty.
  public let note: String
}
