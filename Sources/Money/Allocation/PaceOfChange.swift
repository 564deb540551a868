internal import Recast
internal import Statistics
public import Vocabulary

/// How far an allocation is from its target.
public struct DistanceFromTarget: Hashable, Sendable {
  /// Allocation less target.
  public let amount: Pence
  /// The same as a share of the target: below 0 is under target.
  public let share: Double

  /// The distance of an allocation from a target above 0.
  ///
  /// - Throws: `MoneyError` where the target is not above 0.
  public init(allocation: Pence, target: Pence) throws(MoneyError) {
    guard target > .zero else { throw MoneyError("a distance from target needs a target above £0") }
    amount = allocation - target
    share = Double(amount.count) / Double(target.count)
  }
}

/// The policy by which allocations move towards their targets, as parameters of one general solver.
public struct PaceOfChange: Hashable, Sendable {
  /// Where a policy comes from.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Published, with a source.
    case published
    /// Worked out from what was published.
    case estimated
    /// Made to show how it works.
    case illustrative
  }

  /// The adjustment to growth by opening distance from target: straight lines between points, flat beyond the ends.
  public struct Convergence: Hashable, Sendable {
    /// Distance and adjustment, by distance.
    public let points: [Point]

    /// A point of the curve.
    public struct Point: Hashable, Sendable {
      /// Distance from target, as a share of it.
      public let distance: Double
      /// What is added to growth.
      public let adjustment: Double

      /// A point.
      public init(_ distance: Double, _ adjustment: Double) {
        self.distance = distance
        self.adjustment = adjustment
      }
    }

    /// No adjustment.
    public static let none = Convergence(checked: [])

    /// A curve through these points.
    ///
    /// - Throws: `MoneyError` unless distances rise, adjustments never do, and nothing is adjusted on target.
    public init(_ points: [Point]) throws(MoneyError) {
      for (point, next) in zip(points, points.dropFirst()) {
        guard point.distance < next.distance, point.adjustment >= next.adjustment else {
          throw MoneyError("convergence must fall as the distance from target rises, from one point to the next")
        }
      }
      self.init(checked: points)
      guard abs(adjustment(at: 0)) < 1e-12 else {
        throw MoneyError("convergence must be nothing for a body on target")
      }
    }

    private init(checked points: [Point]) { self.points = points }

    /// The adjustment at a distance.
    public func adjustment(at distance: Double) -> Double {
      guard let first = points.first, let last = points.last else { return 0 }
      if distance <= first.distance { return first.adjustment }
      if distance >= last.distance { return last.adjustment }
      let upper = points.firstIndex { $0.distance >= distance } ?? points.count - 1
      let (a, b) = (points[upper - 1], points[upper])
      return a.adjustment + (b.adjustment - a.adjustment) * (distance - a.distance) / (b.distance - a.distance)
    }
  }

  /// Where the minimum growth fades.
  public struct Taper: Hashable, Sendable {
    /// Up to this distance above target the whole minimum holds.
    public let from: Double
    /// From this distance on there is none.
    public let to: Double

    /// A taper between two distances.
    public init(from: Double, to: Double) {
      self.from = from
      self.to = to
    }

    /// The part of the minimum that holds at a distance.
    func part(at distance: Double) -> Double {
      if distance <= from { return 1 }
      return distance >= to ? 0 : (to - distance) / (to - from)
    }
  }

  /// What it is called.
  public var name: String
  /// Where it comes from.
  public var status: Status
  /// Where it was read; empty for an illustrative one.
  public var source: String
  /// The adjustment to growth by distance.
  public var convergence: Convergence
  /// No body grows by less, in cash; nil for no such rule.
  public var minimumGrowth: Double?
  /// No body grows by less for each person; nil for no such rule.
  public var minimumGrowthPerHead: Double?
  /// No body grows by more, but for the floor; nil for no such rule.
  public var maximumGrowth: Double?
  /// No body closes farther below its target, as a share of it, for example −0.05; nil for no such rule.
  public var floor: Double?
  /// Where the minimum fades; nil where it holds for all.
  public var taper: Taper?

  /// A policy.
  ///
  /// - Throws: `MoneyError` for one that is published without a source, or contradicts itself.
  public init(
    _ name: String, status: Status, source: String = "", convergence: Convergence = .none,
    minimumGrowth: Double? = nil, minimumGrowthPerHead: Double? = nil, maximumGrowth: Double? = nil,
    floor: Double? = nil, taper: Taper? = nil
  ) throws(MoneyError) {
    guard status != .published || !source.isEmpty else {
      throw MoneyError("'\(name)' is said to be published: name its source, or call it estimated or illustrative")
    }
    if let minimumGrowth, let maximumGrowth, minimumGrowth > maximumGrowth {
      throw MoneyError("'\(name)': the minimum growth is above the maximum")
    }
    if let taper, taper.from >= taper.to { throw MoneyError("'\(name)': the taper ends before it begins") }
    self.name = name
    self.status = status
    self.source = source
    self.convergence = convergence
    self.minimumGrowth = minimumGrowth
    self.minimumGrowthPerHead = minimumGrowthPerHead
    self.maximumGrowth = maximumGrowth
    self.floor = floor
    self.taper = taper
  }

  /// What stands beside every figure it gives.
  public var label: String {
    switch status {
    case .published: "by the policy '\(name)' of \(source)"
    case .estimated: "by the policy '\(name)', estimated: no allocation of NHS England"
    case .illustrative: "by the policy '\(name)', illustrative: no allocation of NHS England"
    }
  }
}

extension PaceOfChange {
  /// What the solver knows of a body.
  public struct Opening: Hashable, Sendable {
    /// Its code.
    public let code: String
    /// Its recurrent baseline.
    public let baseline: Pence
    /// Its weight in the target, on any scale.
    public let weight: Double
    /// Growth of its population, for the rule on growth per head; nil where it is not known.
    public let populationGrowth: Double?

    /// A body.
    public init(_ code: String, baseline: Pence, weight: Double, populationGrowth: Double? = nil) {
      self.code = code
      self.baseline = baseline
      self.weight = weight
      self.populationGrowth = populationGrowth
    }
  }

  /// Which rule set a body's allocation.
  public enum Binding: String, Hashable, Sendable, CaseIterable {
    /// None but the common growth and convergence.
    case none
    /// The floor under the distance from target.
    case floor
    /// The minimum growth.
    case minimum
    /// The maximum growth.
    case maximum
  }

  /// A body's allocation.
  public struct Allocation: Hashable, Sendable {
    /// Its code.
    public let code: String
    /// The distance of its baseline from its share of all baselines.
    public let opening: Double
    /// What convergence added to its growth.
    public let convergence: Double
    /// Its allocation.
    public let amount: Pence
    /// How much that is above the baseline, as a share of it.
    public let growth: Double
    /// Its target for the year.
    public let target: Pence
    /// The distance of its allocation from its target.
    public let closing: DistanceFromTarget
    /// Which rule set it.
    public let binding: Binding
  }

  /// A year solved.
  public struct Outcome: Hashable, Sendable {
    /// The growth common to all, before convergence.
    public let growth: Double
    /// The bodies, by code; their allocations add up to the quantum exactly.
    public let allocations: [Allocation]
  }

  /// Allocations of a year that add up to the quantum exactly and obey every rule to the penny.
  ///
  /// The growth common to all is found by bisection; the sum of what is allocated never falls as it rises. The order
  /// of the bodies makes no difference. O(bodies · 200).
  ///
  /// - Throws: `MoneyError` with the shortfall where the floors cannot be paid, and with what is left over where the
  ///   ceilings stop all of it from being allocated: nothing is scaled in silence.
  public func solve(_ bodies: [Opening], quantum: Pence) throws(MoneyError) -> Outcome {
    let bodies = bodies.sorted { $0.code < $1.code }
    for (body, next) in zip(bodies, bodies.dropFirst()) where body.code == next.code {
      throw MoneyError("\(body.code) stands there twice")
    }
    for body in bodies where body.baseline <= .zero || !(body.weight > 0) {
      throw MoneyError("\(body.code) needs a baseline and a weight above 0")
    }
    let weights = bodies.map(\.weight)
    let baselines = bodies.map(\.baseline).total
    let openings = try Apportionment.divide(baselines, by: weights)
    let targets = try Apportionment.divide(quantum, by: weights)
    let limits = try zip(bodies, zip(openings, targets)).map { body, both throws(MoneyError) in
      try Limits(of: body, opening: both.0, target: both.1, by: self)
    }
    func sum(_ amount: (Limits) -> Double) -> Double {
      var sum = CompensatedSum()
      for limit in limits { sum.add(amount(limit)) }
      return sum.value
    }
    let wanted = Double(quantum.count)
    let least = sum { $0.low }
    guard least <= wanted + 0.5 * Double(bodies.count) else {
      throw MoneyError(
        "the floors and minimum growths of '\(name)' come to \(Pence(Int64((least - wanted).rounded(.up))).written) "
          + "more than the \(quantum.written) there are")
    }
    let most = sum { $0.high }
    guard most >= wanted - 0.5 * Double(bodies.count) else {
      throw MoneyError(
        "the maximum growths of '\(name)' leave \(Pence(Int64((wanted - most).rounded(.up))).written) of the "
          + "\(quantum.written) unallocated")
    }
    // From no money at all to growth that reaches every ceiling.
    var (low, high) = (-2.0, max(1, 2 * wanted / Double(baselines.count) + 2))
    while sum({ $0.amount(at: high) }) < wanted, high < 1e9 { high *= 2 }
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if sum({ $0.amount(at: middle) }) < wanted { low = middle } else { high = middle }
    }
    let growth = (low + high) / 2
    let rounded = LargestRemainder.round(limits.map { $0.amount(at: growth) }, to: wanted)
    var allocations: [Allocation] = []
    for (index, body) in bodies.enumerated() {
      let amount = Pence(Int64(rounded[index]))
      allocations.append(
        Allocation(
          code: body.code, opening: limits[index].distance, convergence: limits[index].convergence, amount: amount,
          growth: Double((amount - body.baseline).count) / Double(body.baseline.count), target: targets[index],
          closing: try DistanceFromTarget(allocation: amount, target: targets[index]),
          binding: limits[index].binding(at: growth)))
    }
    return Outcome(growth: growth, allocations: allocations)
  }

  /// Year after year: what a body is allocated in one year is its baseline in the next.
  ///
  /// - Throws: `MoneyError` as ``solve(_:quantum:)`` does, with the number of the year.
  public func path(_ bodies: [Opening], quanta: [Pence]) throws(MoneyError) -> [Outcome] {
    var bodies = bodies.sorted { $0.code < $1.code }
    var outcomes: [Outcome] = []
    for (year, quantum) in quanta.enumerated() {
      let outcome: Outcome
      do { outcome = try solve(bodies, quantum: quantum) } catch {
        throw MoneyError("year \(year + 1): \(error.message)")
      }
      bodies = zip(bodies, outcome.allocations).map {
        Opening($0.code, baseline: $1.amount, weight: $0.weight, populationGrowth: $0.populationGrowth)
      }
      outcomes.append(outcome)
    }
    return outcomes
  }

  /// What a body may be allocated at the least and the most, in pence, and what it would be without either.
  private struct Limits {
    let baseline: Double
    let distance: Double
    let convergence: Double
    let floor: Double
    let low: Double
    let high: Double

    init(of body: Opening, opening: Pence, target: Pence, by policy: PaceOfChange) throws(MoneyError) {
      baseline = Double(body.baseline.count)
      distance = try DistanceFromTarget(allocation: body.baseline, target: opening).share
      convergence = policy.convergence.adjustment(at: distance)
      let part = policy.taper?.part(at: distance) ?? 1
      var least = 0.0
      if let minimum = policy.minimumGrowth { least = baseline * (1 + minimum * part) }
      if let perHead = policy.minimumGrowthPerHead {
        guard let growth = body.populationGrowth else {
          throw MoneyError(
            "'\(policy.name)' has a minimum for each head, and the population growth of \(body.code) is missing")
        }
        least = max(least, baseline * (1 + perHead * part) * (1 + growth))
      }
      floor = policy.floor.map { Double(target.count) * (1 + $0) } ?? 0
      low = max(least, floor)
      // The floor is stronger than the maximum.
      let most = policy.maximumGrowth.map { [baseline] growth in baseline * (1 + growth) } ?? .infinity
      high = max(most, low)
    }

    func amount(at growth: Double) -> Double { min(max(baseline * (1 + growth + convergence), low), high) }

    func binding(at growth: Double) -> Binding {
      let free = baseline * (1 + growth + convergence)
      if free < low { return floor >= low ? .floor : .minimum }
      return free > high ? (high == low && floor >= low ? .floor : .maximum) : .none
    }
  }
}
