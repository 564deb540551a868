internal import Vocabulary

/// How honest a recast figure is.
public enum Mark: Hashable, Sendable {
  /// The sum of figures that lie wholly in the body.
  case exact
  /// In part divided by shares: what they count, how, and how far off the method was where the truth is known.
  case apportioned(Method, error: ErrorBand?)
  /// Not given, and why.
  case refused(String)
  /// Not given, because something it is added up from is hidden: so many of its units are.
  case suppressed(units: Int)

  /// The word for it.
  public var status: String {
    switch self {
    case .exact: "exact"
    case .apportioned: "apportioned"
    case .refused: "refused"
    case .suppressed: "suppressed"
    }
  }

  /// Whether there is a figure.
  public var isGiven: Bool {
    switch self {
    case .exact, .apportioned: true
    case .refused, .suppressed: false
    }
  }

  /// Whether it is hidden.
  public var isSuppressed: Bool { if case .suppressed = self { true } else { false } }

  /// How a figure was divided.
  public struct Method: Hashable, Sendable {
    /// What the shares count.
    public let weights: String
    /// Whether shares were multiplied along a chain because no finer figures exist.
    public let isChained: Bool

    /// A method.
    public init(weights: String, isChained: Bool) {
      self.weights = weights
      self.isChained = isChained
    }
  }

  /// How far off dividing by these weights was, measured where the divided figures are known.
  public struct ErrorBand: Hashable, Sendable {
    /// The sum of absolute differences over the sum of the true figures.
    public let typical: Double
    /// How many figures it was measured on.
    public let measuredOn: Int

    /// An error band.
    public init(typical: Double, measuredOn: Int) {
      self.typical = typical
      self.measuredOn = measuredOn
    }
  }
}
