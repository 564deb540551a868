public import Register
public import Vocabulary

/// Measures how far off dividing by weights is, on figures known both whole and in parts.
public enum BackTest {
  /// One part of a whole: its weight and its true figure.
  public struct Part: Hashable, Sendable {
    /// The whole it is part of.
    public let whole: ID<Body>
    /// Its weight, for example registered people.
    public let weight: Double
    /// Its true figure.
    public let figure: Double

    /// A part.
    public init(of whole: ID<Body>, weight: Double, figure: Double) {
      self.whole = whole
      self.weight = weight
      self.figure = figure
    }
  }

  /// Pretends that only the wholes are known, divides each by its parts' weights, and compares with the truth.
  ///
  /// The error is Σ|divided − true| ÷ Σ true over the parts of all wholes with at least two parts. Nil when there is
  /// no such whole. O(parts).
  public static func error(_ parts: [Part]) -> Mark.ErrorBand? {
    var difference = 0.0
    var truth = 0.0
    var count = 0
    for (_, parts) in Dictionary(grouping: parts, by: \.whole).sorted(by: { $0.key < $1.key })
    where parts.count > 1 {
      let weight = parts.map(\.weight).reduce(0, +)
      let figure = parts.map(\.figure).reduce(0, +)
      guard weight > 0 else { continue }
      for part in parts {
        difference += abs(figure * part.weight / weight - part.figure)
        truth += part.figure
        count += 1
      }
    }
    guard count > 0, truth > 0 else { return nil }
    return Mark.ErrorBand(typical: difference / truth, measuredOn: count)
  }
}
