public import Register
public import Vocabulary

/// Where something that was counted lies on a map.
public enum Location: Hashable, Sendable {
  /// In one body, wholly.
  case whole(ID<Body>, Route)
  /// Divided among bodies; the shares sum to one.
  case parts([Part], Route)
  /// In no body of the kind asked for, as its source says or its nature is.
  case none(String)
  /// In these bodies in a measure nobody knows, and why it is not divided: what is whole of them is not known either.
  case scattered(among: [ID<Body>], String)
  /// It cannot be said where.
  case unknown(String)

  /// A share that lies in one body.
  public struct Part: Hashable, Sendable {
    /// The body.
    public let body: ID<Body>
    /// The share, above 0 and up to 1.
    public let share: Double

    /// A share in a body.
    public init(_ body: ID<Body>, _ share: Double) {
      self.body = body
      self.share = share
    }
  }

  /// How a location was found.
  public struct Route: Hashable, Sendable {
    /// What the shares count, for example `people registered 2025/26`; empty when nothing was divided.
    public var weights = ""
    /// How many times shares were multiplied; more than once is a chain.
    public var divisions = 0
    /// Whether a change that is not yet law was followed.
    public var isPlanned = false
    /// What a reader should know of the way taken, in short sentences.
    public var notes: [String] = []

    /// A way straight there.
    public static let direct = Route()

    func then(_ next: Route) -> Route {
      var joined = self
      if !next.weights.isEmpty, !joined.weights.contains(next.weights) {
        joined.weights += (joined.weights.isEmpty ? "" : ", ") + next.weights
      }
      joined.divisions += next.divisions
      joined.isPlanned = isPlanned || next.isPlanned
      joined.notes += next.notes.filter { !notes.contains($0) }
      return joined
    }
  }
}
