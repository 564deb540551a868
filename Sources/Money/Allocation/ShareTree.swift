internal import Statistics
public import Vocabulary

/// Shares of every area from England down to its finest units; those inside an area add up to its own exactly.
///
/// A share is a whole number of million-millionths. It is divided from the top down, so that nothing is lost or made
/// by rounding on any level. The areas of a level need not be official: any path of names will do.
public struct ShareTree<Base: PopulationBase>: Sendable {
  /// One finest unit, and the areas it lies in from the widest to itself.
  public struct Leaf: Sendable {
    /// The areas, for example board, place, neighbourhood, practice.
    public let path: [String]
    /// Its people.
    public let figures: WeightedPopulation<Base>

    /// A unit.
    public init(_ path: [String], _ figures: WeightedPopulation<Base>) {
      self.path = path
      self.figures = figures
    }
  }

  /// The share of one area.
  public struct Share: Hashable, Sendable {
    /// The areas it lies in, itself last; empty for England.
    public let path: [String]
    /// Its people.
    public let figures: WeightedPopulation<Base>
    /// Its part of England's target, in million-millionths.
    public let parts: Int64
    /// Weighted people for each person, over the same of England.
    public let indexToEngland: Double
    /// Weighted people for each person, over the same of the widest area it lies in; never to be mixed with the other.
    public let indexToSystem: Double
    /// What it has of one million pounds for England, to the penny.
    public let perMillion: Pence
    /// What it has of one million pounds for the widest area it lies in, to the penny.
    public let perSystemMillion: Pence

    /// Its part of England's target, from 0 to 1.
    public var value: Double { Double(parts) / Double(ShareTree.whole) }

    /// Where its share lies in 95 years of 100 if a person's yearly cost varies by `spread` times the mean:
    /// `± 1.96 · spread / √people` of itself.
    public func range(spread: Double) -> ClosedRange<Double> {
      let half = min(1, 1.96 * spread / figures.people.squareRoot())
      return value * (1 - half)...value * (1 + half)
    }
  }

  /// All of England, in the parts a share is counted in.
  public static var whole: Int64 { 1_000_000_000_000 }

  /// The shares, each area before those inside it, areas by name.
  public let shares: [Share]
  /// The places of the shares directly inside each.
  private let inner: [[Int]]
  private let places: [[String]: Int]

  /// The shares of these units. O(units · levels · log units).
  ///
  /// - Throws: `MoneyError` where there is no unit, one is there twice, or its figures are negative or missing.
  public init(_ leaves: [Leaf]) throws(MoneyError) {
    let sorted = leaves.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    for (leaf, next) in zip(sorted, sorted.dropFirst()) where next.path.starts(with: leaf.path) {
      throw MoneyError("\(leaf.path.joined(separator: " / ")) is a unit twice, or holds another unit: give each once")
    }
    for leaf in sorted where leaf.path.isEmpty || !(leaf.figures.people >= 0) || !(leaf.figures.weighted >= 0) {
      throw MoneyError("\(leaf.path.joined(separator: " / ")) has no figures that can be shared by")
    }
    guard !sorted.isEmpty else { throw MoneyError("there are no units to share by: load weighted populations first") }
    let england = Self.sum(sorted[...])
    var shares: [Share] = []
    var inner: [[Int]] = []
    func add(
      _ path: [String], _ range: Range<Int>, _ figures: WeightedPopulation<Base>, _ system: WeightedPopulation<Base>,
      _ parts: Int64, _ pence: Pence, _ systemPence: Pence
    ) throws(MoneyError) {
      shares.append(
        Share(
          path: path, figures: figures, parts: parts, indexToEngland: figures.index / england.index,
          indexToSystem: figures.index / system.index, perMillion: pence, perSystemMillion: systemPence))
      let place = inner.count
      inner.append([])
      let inside = Self.groups(of: sorted, in: range, at: path.count)
      guard !inside.isEmpty, figures.weighted > 0 else { return }
      let sums = inside.map { Self.sum(sorted[$0]) }
      let weights = sums.map(\.weighted)
      let innerParts = try Apportionment.divide(parts, by: weights)
      let innerPence = try Apportionment.divide(pence, by: weights)
      let innerSystem = try Apportionment.divide(systemPence, by: weights)
      for (index, group) in inside.enumerated() {
        let isSystem = path.isEmpty
        inner[place].append(shares.count)
        try add(
          path + [sorted[group.lowerBound].path[path.count]], group, sums[index], isSystem ? sums[index] : system,
          innerParts[index], innerPence[index], isSystem ? Self.million : innerSystem[index])
      }
    }
    try add([], sorted.indices, england, england, Self.whole, Self.million, Self.million)
    self.shares = shares
    self.inner = inner
    places = Dictionary(uniqueKeysWithValues: shares.enumerated().map { ($1.path, $0) })
  }

  /// The share of an area; the empty path is England.
  public subscript(path: [String]) -> Share? { places[path].map { shares[$0] } }

  /// The shares directly inside an area, by name.
  public func inside(_ path: [String]) -> [Share] { places[path].map { inner[$0].map { shares[$0] } } ?? [] }

  /// What each area has of a quantum, to the penny, in the order of ``shares``: those inside an area add up to it, and
  /// England has all of it.
  public func amounts(of quantum: Quantum) throws(MoneyError) -> [Pence] {
    var amounts = [Pence](repeating: .zero, count: shares.count)
    amounts[0] = quantum.amount
    for (place, parts) in inner.enumerated() where !parts.isEmpty {
      let divided = try Apportionment.divide(amounts[place], by: parts.map { shares[$0].figures.weighted })
      for (part, amount) in zip(parts, divided) { amounts[part] = amount }
    }
    return amounts
  }

  private static var million: Pence { Pence(100_000_000) }

  /// The units that share a name on a level.
  private static func groups(of leaves: [Leaf], in range: Range<Int>, at level: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound, leaves[start].path.count > level {
      let name = leaves[start].path[level]
      let end = leaves[start..<range.upperBound].firstIndex { $0.path[level] != name } ?? range.upperBound
      groups.append(start..<end)
      start = end
    }
    return groups
  }

  private static func sum(_ leaves: ArraySlice<Leaf>) -> WeightedPopulation<Base> {
    var people = CompensatedSum()
    var weighted = CompensatedSum()
    for leaf in leaves {
      people.add(leaf.figures.people)
      weighted.add(leaf.figures.weighted)
    }
    return WeightedPopulation(people: people.value, weighted: weighted.value)
  }
}
