/// The limits of ordinary variation of a series, by which a change is told from noise.
///
/// XmR limits as *Making Data Count* draws them: mean ± 2.66 times the mean moving range.
public struct ProcessLimits: Hashable, Sendable {
  /// The mean.
  public let mean: Double
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double

  /// The fewest points from which limits are drawn.
  public static let fewest = 12

  /// The limits of values in order of time; nil with fewer than ``fewest``.
  public init?(_ values: [Double]) {
    guard values.count >= ProcessLimits.fewest else { return nil }
    mean = values.reduce(0, +) / Double(values.count)
    let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
    let spread = 2.66 * ranges.reduce(0, +) / Double(ranges.count)
    lower = mean - spread
    upper = mean + spread
  }

  /// Whether a value is within ordinary variation; a value on a limit is.
  public func calledNoise(_ value: Double) -> Bool { (lower...upper).contains(value) }
}
