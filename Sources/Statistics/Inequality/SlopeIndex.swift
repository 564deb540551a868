/// A slope index of inequality, which always says by what definition.
///
/// The two in use in England point their axes in opposite directions and weigh differently, so their values must never
/// be compared.
public struct SlopeIndex: Hashable, Sendable {
  /// The slope index: the absolute difference across the whole range of deprivation.
  public let absolute: Double
  /// The relative index, where the definition has one.
  public let relative: Double?
  /// The fitted value at the most deprived end.
  public let intercept: Double
  /// How it was defined.
  public let definition: Definition

  /// A definition of the slope index.
  public enum Definition: String, Hashable, Sendable, CaseIterable {
    /// Weighted by population share, least deprived less most deprived (OHID).
    case populationWeighted = "population-weighted"
    /// Five quintiles at fixed places, weighted by the precision of their proportions, without a sign.
    case quintileWeighted = "quintile-weighted"
  }
}
