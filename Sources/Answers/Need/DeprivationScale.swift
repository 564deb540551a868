internal import Chronicle
internal import Measures
internal import Vocabulary

/// The national decile of every neighbourhood by the Index of Multiple Deprivation. Decile 1 is the most deprived.
struct DeprivationScale {
  let version: Version<Observation>
  let deciles: [String: Int]

  /// The edition asked for; else the latest published by the day, else the earliest. Nil where none is loaded.
  ///
  /// Throws `QuestionError` when the edition asked for is not loaded, or its block has no deciles.
  init?(_ survey: NeedSurvey, edition: String?, grain: String? = nil) throws {
    let measure = "deprivation.neighbourhoods"
    guard let version = survey.figures(of: measure, grain: grain, label: edition) else {
      guard let edition, survey.figures(of: measure) != nil else { return nil }
      throw QuestionError(
        "the indices of deprivation \(edition) are not loaded: `concordat measures` shows which editions are")
    }
    let block = try survey.blocks(version.fact.block)
    guard let column = block.numbers["decile"] else {
      throw QuestionError(
        "the deprivation figures of \(version.fact.label) have no deciles: import the published indices by small area")
    }
    self.version = version
    var deciles: [String: Int] = [:]
    deciles.reserveCapacity(block.count)
    for (unit, decile) in zip(block.units, column) where (1...10).contains(decile) { deciles[unit] = Int(decile) }
    self.deciles = deciles
  }

  /// The people of a file by decile, one column for each, and of small areas that the indices do not have.
  func split(_ column: [Double], _ units: [String]) -> (deciles: [[Double]], unknown: [Double]) {
    var split = [[Double]](repeating: [Double](repeating: 0, count: units.count), count: 10)
    var unknown = [Double](repeating: 0, count: units.count)
    for (row, unit) in units.enumerated() {
      if let decile = deciles[unit] { split[decile - 1][row] = column[row] } else { unknown[row] = column[row] }
    }
    return (split, unknown)
  }

  /// The national fifth of a neighbourhood, 1 the most deprived.
  func quintile(_ unit: String) -> Int? { deciles[unit].map { ($0 + 1) / 2 } }
}
