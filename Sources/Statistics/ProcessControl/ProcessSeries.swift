/// Measurements of one process in the order of time, and what is known of it.
public struct ProcessSeries: Hashable, Sendable {
  /// What is measured, and with it how limits are computed.
  public var kind: Kind
  /// The measurements: values, or counts where there is something they are counted out of. NaN where one is missing.
  public var values: [Double]
  /// What the counts are out of, for the kinds that have it; empty for the others.
  public var denominators: [Double]
  /// Which way is better.
  public var direction: Direction
  /// What is to be reached.
  public var target: Target
  /// What was planned for each point; empty where there is no plan. It is shown, and judges nothing but ``ControlChart/isOnTrajectory``.
  public var trajectory: [Double]
  /// Where limits start afresh.
  public var steps: [StepChange]
  /// How many points at the start of each stretch limits are computed from, missing ones counted; nil for all.
  public var baseline: Int?
  /// Positions left out of the limits and of every run, because what happened there is known.
  public var excluded: [Int]

  /// A series.
  public init(
    _ values: [Double], outOf denominators: [Double] = [], kind: Kind = .individuals,
    direction: Direction = .neutral, target: Target = .none, trajectory: [Double] = [],
    steps: [StepChange] = [], baseline: Int? = nil, excluded: [Int] = []
  ) {
    self.kind = kind
    self.values = values
    self.denominators = denominators
    self.direction = direction
    self.target = target
    self.trajectory = trajectory
    self.steps = steps
    self.baseline = baseline
    self.excluded = excluded
  }

  /// What is measured.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Individual values and their moving ranges: XmR.
    case individuals = "xmr"
    /// Individual values about their median, without limits.
    case run
    /// Shares of cases.
    case p
    /// Shares of cases that vary more than chance: Laney's p′.
    case pPrime = "pp"
    /// Events for each unit of exposure.
    case u
    /// Events for each unit of exposure that vary more than chance: Laney's u′.
    case uPrime = "up"
    /// Events in equal stretches.
    case c
    /// Time between events.
    case t
    /// Cases between events.
    case g

    /// Whether its counts are out of something.
    public var hasDenominator: Bool {
      switch self {
      case .p, .pPrime, .u, .uPrime: true
      case .individuals, .run, .c, .t, .g: false
      }
    }
  }

  /// Which way is better.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// Higher is better.
    case increase
    /// Lower is better.
    case decrease
    /// Neither: it is watched, not judged.
    case neutral

    /// 1, -1 or 0.
    var sign: Int { self == .increase ? 1 : self == .decrease ? -1 : 0 }
  }

  /// What is to be reached.
  public enum Target: Hashable, Sendable {
    /// Nothing is.
    case none
    /// The same at all times.
    case fixed(Double)
    /// Another at each point; NaN where there is none.
    case moving([Double])

    /// The target at a point; NaN where there is none.
    public subscript(position: Int) -> Double {
      switch self {
      case .none: .nan
      case .fixed(let value): value
      case .moving(let values): values.indices.contains(position) ? values[position] : .nan
      }
    }
  }

  /// A known change of the process: its limits start afresh.
  public struct StepChange: Hashable, Sendable {
    /// The position of the first point after the change.
    public var position: Int
    /// What changed, as whoever recalculates answers for it.
    public var reason: String

    /// A change.
    public init(at position: Int, because reason: String = "") {
      self.position = position
      self.reason = reason
    }
  }
}
