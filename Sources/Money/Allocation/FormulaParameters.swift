public import Vocabulary

/// The parameters of the weighted-capitation formula for the years they are used in.
public struct FormulaParameters: Hashable, Sendable {
  /// What a target is counted in.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Thousands of pounds of the round's own quantum.
    case thousandPounds = "thousand-pounds"
    /// Weighted people.
    case weightedHeads = "weighted-heads"
  }

  /// Where the adjustment for health inequalities enters.
  public enum Adjustment: String, Hashable, Sendable, CaseIterable {
    /// Inside each block, so that the costs of the place scale it (to 2021/22).
    case withinBlocks = "within-blocks"
    /// Beside the blocks, so that costs leave it alone (from 2022/23).
    case beside
  }

  /// A key such as `2018-19`.
  public let id: String
  /// The years they are used in.
  public let years: [FinancialYear]
  /// What they are of.
  public let title: String
  /// What a target is counted in.
  public let unit: Unit
  /// Where the adjustment for health inequalities enters.
  public let adjustment: Adjustment
  /// The numbers, in the order of their keys.
  public let all: [FormulaParameter]
  /// What remoteness adds in a place, in units a registered head, by the code of the place; others have none.
  public let remoteness: [String: Double]

  /// A parameter; nil where the set has none.
  public subscript(key: FormulaParameter.Key) -> FormulaParameter? { all.first { $0.key == key } }

  /// The value of a parameter.
  ///
  /// - Throws: `MoneyError` where the set has none.
  public func value(_ key: FormulaParameter.Key) throws(MoneyError) -> Double {
    guard let parameter = self[key] else {
      throw MoneyError("the parameters of \(id) have no \(key.rawValue)")
    }
    return parameter.value
  }

  /// The set with other values, which are assumed and say whose they are.
  public func setting(_ values: [FormulaParameter.Key: Double], because source: String) -> FormulaParameters {
    FormulaParameters(
      id: id, years: years, title: title, unit: unit, adjustment: adjustment,
      all: FormulaParameter.Key.allCases.compactMap { key in
        values[key].map {
          FormulaParameter(key: key, value: $0, status: .assumed, source: source, address: "", note: "")
        } ?? self[key]
      }, remoteness: remoteness)
  }
}

extension FormulaParameters {
  /// The sets that ship, the earliest first.
  public static func shipped() throws(MoneyError) -> [FormulaParameters] { try read(ShippedParameters.files) }

  /// The set of a year, named `2018-19` or `2018/19`.
  ///
  /// - Throws: `MoneyError` that names the years there are.
  public static func shipped(for year: String) throws(MoneyError) -> FormulaParameters {
    let sets = try shipped()
    guard let wanted = FinancialYear(in: year), let set = sets.first(where: { $0.years.contains(wanted) }) else {
      let known = sets.flatMap(\.years).map(\.key).joined(separator: ", ")
      throw MoneyError("there are no parameters for '\(year)': the years are \(known)")
    }
    return set
  }

  /// Reads the tables.
  ///
  /// - Throws: `MoneyError` with the file and line of the first cell that cannot be understood, of a parameter given
  ///   twice, or of a name that leads nowhere.
  public static func read(_ files: [ShippedParameters.File]) throws(MoneyError) -> [FormulaParameters] {
    var sources: [String: (title: String, address: String)] = [:]
    for row in try files.rows(of: "sources.tsv", columns: ["source", "title", "address"]) {
      sources[row["source"]] = (row["title"], row["address"])
    }
    var parameters: [String: [FormulaParameter.Key: FormulaParameter]] = [:]
    for row in try files.rows(
      of: "parameters.tsv", columns: ["set", "parameter", "value", "status", "source", "note"])
    {
      guard let source = sources[row["source"]] else { throw row.wrong("source", "is not in sources.tsv") }
      let parameter = FormulaParameter(
        key: try row.word("parameter", as: FormulaParameter.Key.self), value: try row.number("value"),
        status: try row.word("status", as: FormulaParameter.Status.self), source: source.title,
        address: source.address, note: row["note"])
      guard parameters[row["set"], default: [:]].updateValue(parameter, forKey: parameter.key) == nil else {
        throw row.wrong("parameter", "stands in the set \(row["set"]) twice")
      }
    }
    var remoteness: [String: [String: Double]] = [:]
    for row in try files.rows(of: "remoteness.tsv", columns: ["set", "place", "per_head", "status", "source"]) {
      guard sources[row["source"]] != nil else { throw row.wrong("source", "is not in sources.tsv") }
      remoteness[row["set"], default: [:]][row["place"]] = try row.number("per_head")
    }
    var sets: [FormulaParameters] = []
    for row in try files.rows(of: "sets.tsv", columns: ["set", "years", "title", "unit", "inequalities"]) {
      guard let found = parameters[row["set"]] else { throw row.wrong("set", "has no row in parameters.tsv") }
      sets.append(
        FormulaParameters(
          id: row["set"], years: row["years"].split(separator: " ").compactMap { FinancialYear(in: String($0)) },
          title: row["title"], unit: try row.word("unit", as: Unit.self),
          adjustment: try row.word("inequalities", as: Adjustment.self),
          all: FormulaParameter.Key.allCases.compactMap { found[$0] }, remoteness: remoteness[row["set"]] ?? [:]))
    }
    return sets
  }
}
