/// The slope index over five deprivation quintiles as an oversight engine of an integrated care board computes it.
///
/// Quintiles stand at 0.9 (most deprived), 0.7, 0.5, 0.3 and 0.1. Their proportions are regressed on that place, each
/// weighted by den / (p (1 − p)). The index is the size of the slope in percentage points. It has no interval.
public enum QuintileSlope {
  /// One quintile: 1 is the most deprived.
  public struct Quintile: Hashable, Sendable {
    /// From 1 to 5.
    public let number: Int
    /// How many have it.
    public let numerator: Double
    /// How many there are.
    public let denominator: Double

    /// A quintile.
    public init(_ number: Int, numerator: Double, denominator: Double) {
      self.number = number
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// Why there is no index.
  public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not each of the quintiles 1 to 5 exactly once.
    case notFiveQuintiles
    /// A denominator that is not above nought.
    case emptyQuintile(Int)
    /// A numerator that is negative or above its denominator.
    case impossible(Int)
    /// A proportion of exactly 0 or 1, which has no variance to weigh by.
    case noVariance(Int)

    /// What is wrong.
    public var description: String {
      switch self {
      case .notFiveQuintiles: "the quintiles 1 to 5 must each be there exactly once"
      case .emptyQuintile(let number): "quintile \(number) has a denominator of nought or less"
      case .impossible(let number): "quintile \(number) has a numerator below nought or above its denominator"
      case .noVariance(let number): "the proportion of quintile \(number) is 0 or 1, so it cannot be weighed"
      }
    }
  }

  /// The index in percentage points. - Throws: ``Refusal``.
  public static func index(of quintiles: [Quintile]) throws(Refusal) -> SlopeIndex {
    guard quintiles.map(\.number).sorted() == [1, 2, 3, 4, 5] else { throw .notFiveQuintiles }
    var sums = (w: 0.0, x: 0.0, y: 0.0)
    var points: [(w: Double, x: Double, y: Double)] = []
    for quintile in quintiles {
      guard quintile.denominator > 0 else { throw .emptyQuintile(quintile.number) }
      let p = quintile.numerator / quintile.denominator
      guard p >= 0, p <= 1 else { throw .impossible(quintile.number) }
      guard p > 0, p < 1 else { throw .noVariance(quintile.number) }
      let w = quintile.denominator / (p * (1 - p))
      let x = Double(11 - 2 * quintile.number) / 10
      points.append((w, x, p))
      sums = (sums.w + w, sums.x + w * x, sums.y + w * p)
    }
    let x = sums.x / sums.w
    let y = sums.y / sums.w
    let slope =
      points.reduce(0) { $0 + $1.w * ($1.x - x) * ($1.y - y) }
      / points.reduce(0) { $0 + $1.w * ($1.x - x) * ($1.x - x) }
    return SlopeIndex(
      absolute: abs(100 * slope), relative: nil, intercept: 100 * (y + slope * (1 - x)), definition: .quintileWeighted)
  }
}
