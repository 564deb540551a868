internal import Foundation

/// Whether a figure has been rising or falling over the last five years.
///
/// OHID, Fingertips, "Recent trends": significant at 99.8 per cent, and only when leaving out any one year keeps the
/// direction. Proportions by the chi-square test for trend (P. Armitage, Biometrics 11 (1955) 375–386), other figures by
/// a regression weighted with the inverse square of their standard errors.
public struct RecentTrend: Hashable, Sendable {
  /// What is said of it.
  public enum Marker: String, Hashable, Sendable, CaseIterable {
    /// Significantly up.
    case increasing = "Increasing"
    /// Significantly down.
    case decreasing = "Decreasing"
    /// Neither.
    case none = "No significant change"
    /// Nothing can be said.
    case unknown = "Cannot be calculated"
  }

  /// Why it is said.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Significant, whichever year is left out.
    case significant = "No outliers and significant trend"
    /// Within chance.
    case notSignificant = "No significant trend"
    /// Significant, but one year decides the direction.
    case outlier = "Outlier found"
    /// A year of the last five is missing.
    case missing = "Missing values"
    /// Fewer than five years.
    case tooFewYears = "Fewer than 5 years"
    /// The values say nothing of their spread: all or none, or limits that coincide.
    case noSpread = "No variance"
  }

  /// What is said.
  public let marker: Marker
  /// Why.
  public let reason: Reason
  /// The chi-square statistic, of one degree of freedom.
  public let chiSquare: Double?
  /// The slope a year; of the log odds for proportions.
  public let slope: Double?

  /// How many years count.
  public static let years = 5
  /// The chi-square beyond which a trend is significant: 99.8 per cent, one degree of freedom.
  public static let threshold = ChiSquare.quantile(0.002, degrees: 1, upper: true)

  private init(_ marker: Marker, _ reason: Reason, chiSquare: Double? = nil, slope: Double? = nil) {
    self.marker = marker
    self.reason = reason
    self.chiSquare = chiSquare
    self.slope = slope
  }

  /// The trend of a proportion; the years in order, nil where one is missing.
  public init(proportions: [(year: Double, count: Double, total: Double)?]) {
    let recent = proportions.suffix(Self.years)
    guard recent.count == Self.years else { self.init(.unknown, .tooFewYears); return }
    let points = recent.compactMap(\.self)
    guard points.count == recent.count else { self.init(.unknown, .missing); return }
    guard points.allSatisfy({ $0.count > 0 && $0.count < $0.total }) else { self.init(.unknown, .noSpread); return }
    let first = points[0].year
    let total = points.reduce(0) { $0 + $1.total }
    let share = points.reduce(0) { $0 + $1.count } / total
    let middle = points.reduce(0) { $0 + $1.total * ($1.year - first) } / total
    let trend = points.reduce(0) { $0 + ($1.year - first) * ($1.count - $1.total * share) }
    let spread = points.reduce(0) { $0 + $1.total * ($1.year - first - middle) * ($1.year - first - middle) }
    let line = points.map { WeightedPoint(x: $0.year - first, y: log($0.count / ($0.total - $0.count)), weight: 1) }
    self.init(line, chiSquare: trend * trend / (share * (1 - share) * spread))
  }

  /// The trend of any other figure with 95 per cent limits; the years in order, nil where one is missing.
  public init(values: [(year: Double, value: Double, limits: Interval)?]) {
    let recent = values.suffix(Self.years)
    guard recent.count == Self.years else { self.init(.unknown, .tooFewYears); return }
    let points = recent.compactMap(\.self)
    guard points.count == recent.count else { self.init(.unknown, .missing); return }
    guard points.allSatisfy({ $0.limits.upper > $0.limits.lower }) else { self.init(.unknown, .noSpread); return }
    let line = points.map { point in
      let error = (point.limits.upper - point.limits.lower) / 2 / Confidence.usual.z
      return WeightedPoint(x: point.year - points[0].year, y: point.value, weight: 1 / (error * error))
    }
    let fit = WeightedPoint.slope(of: line)
    self.init(line, chiSquare: fit.slope * fit.slope * fit.spread)
  }

  private init(_ line: [WeightedPoint], chiSquare: Double) {
    let slope = WeightedPoint.slope(of: line).slope
    guard chiSquare > Self.threshold else {
      self.init(.none, .notSignificant, chiSquare: chiSquare, slope: slope)
      return
    }
    let isSteady = line.indices.allSatisfy { left in
      var rest = line
      rest.remove(at: left)
      return WeightedPoint.slope(of: rest).slope * slope > 0
    }
    self.init(
      isSteady ? (slope > 0 ? .increasing : .decreasing) : .none, isSteady ? .significant : .outlier,
      chiSquare: chiSquare, slope: slope)
  }
}

/// A point of a weighted regression.
private struct WeightedPoint {
  let x: Double
  let y: Double
  let weight: Double

  static func slope(of points: [WeightedPoint]) -> (slope: Double, spread: Double) {
    let total = points.reduce(0) { $0 + $1.weight }
    let x = points.reduce(0) { $0 + $1.weight * $1.x } / total
    let y = points.reduce(0) { $0 + $1.weight * $1.y } / total
    let spread = points.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.x - x) }
    return (points.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.y - y) } / spread, spread)
  }
}
