internal import Statistics
public import Vocabulary

/// Who gains and who loses when parameters of the formula move.
public struct ScenarioComparison: Hashable, Sendable {
  /// One area under every scenario.
  public struct Row: Hashable, Sendable {
    /// The area.
    public let area: String
    /// Its share of England under each scenario, the base first.
    public let shares: [Double]
    /// What each scenario moves to it of one million pounds for England; nothing under the base.
    public let moved: [Pence]
  }

  /// The names of the scenarios, the base first.
  public let names: [String]
  /// The areas, by name. Under each scenario what is moved adds up to nothing.
  public let rows: [Row]

  /// Compares formulas on the same units. O(units · scenarios).
  ///
  /// - Throws: `MoneyError` where there is no unit or a formula lacks a figure of one.
  public init<Base>(
    of units: [CapitationUnit<Base>], base: CapitationFormula,
    with scenarios: [(name: String, formula: CapitationFormula)], by area: (CapitationUnit<Base>) -> String
  ) throws(MoneyError) {
    let areas = units.map(area)
    let known = Set(areas).sorted()
    let place = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
    let places = areas.map { place[$0] ?? 0 }
    var shares: [[Double]] = []
    var perMillion: [[Pence]] = []
    for formula in [base] + scenarios.map(\.formula) {
      let targets = try formula.targets(of: units)
      var sums = [CompensatedSum](repeating: CompensatedSum(), count: known.count)
      var all = CompensatedSum()
      for (position, target) in zip(places, targets) {
        sums[position].add(target.target)
        all.add(target.target)
      }
      shares.append(sums.map { $0.value / all.value })
      perMillion.append(try Apportionment.divide(Pence(100_000_000), by: sums.map(\.value)))
    }
    names = ["base"] + scenarios.map(\.name)
    rows = known.indices.map { index in
      Row(
        area: known[index], shares: shares.map { $0[index] },
        moved: perMillion.map { $0[index] - perMillion[0][index] })
    }
  }
}
