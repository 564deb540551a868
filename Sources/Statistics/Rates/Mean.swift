/// The mean of a sample, with its spread.
public struct Mean: Hashable, Sendable {
  /// The sum of the values.
  public let sum: Double
  /// How many values.
  public let count: Int
  /// The standard deviation, n − 1 in the denominator; nil for a single value.
  public let deviation: Double?

  /// The mean of these values; nil when there are none. O(n), in two passes.
  public init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    sum = values.reduce(0, +)
    count = values.count
    let mean = sum / Double(count)
    deviation =
      count > 1
      ? (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot() : nil
  }

  /// The arithmetic mean.
  public var value: Double { sum / Double(count) }

  /// Student's limits; nil for a single value, which says nothing of its spread.
  public func limits(at confidence: Confidence = .usual) -> Interval? {
    guard let deviation else { return nil }
    let t = StudentT.upperQuantile(confidence.tail, degrees: Double(count - 1))
    let reach = t * deviation / Double(count).squareRoot()
    return Interval(lower: value - reach, upper: value + reach)
  }
}
