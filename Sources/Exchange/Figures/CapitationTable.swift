internal import Formats
public import Money

/// Practices or areas as the weighted-capitation formula takes them: people, the same people weighted for each need,
/// and what costs do.
///
/// Columns are found by name, in any order: the names of NHS England's allocation tools of 2018/19 (`GP_pop`,
/// `WP_G&A`, `MFF_index`) and of 2022/23 to 2025/26 (`Population`, `G&A WP`). A figure the formula needs and the table
/// lacks refuses the whole table; results that stand in it are not read.
public struct CapitationTable: Sendable {
  /// The units, in the order of the rows.
  public let units: [CapitationUnit<Registered>]
  /// What was taken to be so because the table does not say it.
  public let notes: [String]

  /// Reads a table for a formula. O(rows).
  ///
  /// - Throws: `ImportError` with the line of the first row that cannot be used, or the column that is missing.
  public init(_ file: InputFile, for formula: CapitationFormula) throws {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    let columns = try Columns(headings, formula)
    var units: [CapitationUnit<Registered>] = []
    var seen: [String: Int] = [:]
    while let row = try table.next() {
      do throws(RowFault) {
        try row.needColumns(of: headings)
        let code = row.trimmed(columns.code)
        guard !code.isEmpty else { throw RowFault("there is no code of a practice") }
        if let before = seen.updateValue(row.line, forKey: code) {
          throw RowFault("\(code) stands in line \(before) too")
        }
        let population = try row.amount(columns.population, in: headings)
        guard population > 0 else { throw RowFault("\(code) has no people: leave it out or give them") }
        var need: [NeedComponent: Double] = [:]
        for (component, at) in columns.need {
          let figure = try row.amount(at, in: headings)
          guard !figure.isNaN || !formula.needed.contains(component) else {
            throw RowFault("\(code) has no figure in column '\(headings.names[at])'")
          }
          need[component] = figure
        }
        units.append(
          CapitationUnit(
            code, population: population, need: Need(need),
            costs: try columns.costs(row, headings, population, formula)))
      } catch {
        throw ImportError("\(file.name), line \(row.line): \(error.reason)")
      }
    }
    guard !units.isEmpty else { throw ImportError("\(file.name) has headings and no rows; get it again") }
    self.units = units
    notes = columns.notes
  }

  /// Where the figures stand.
  private struct Columns {
    let code: Int
    let population: Int
    var need: [(component: NeedComponent, at: Int)] = []
    let marketForces: Int?
    let ambulances: Int?
    let remoteness: Int?
    let place: Int?
    var notes: [String] = []

    static let names: [(component: NeedComponent, headings: [String])] = [
      (.generalAndAcute, ["WP_G&A", "G&A WP"]), (.community, ["WP_CS", "CS WP"]), (.mentalHealth, ["WP_MH", "MH WP"]),
      (.maternity, ["WP_Mat", "Mat WP"]), (.primaryMedical, ["WP_PMC", "Primary Medical Care WP"]),
      (.prescribing, ["WP_Presc", "Prescr WP"]), (.inequalities, ["WP_AM", "Health Ineq WP"]),
    ]

    init(_ headings: Headings, _ formula: CapitationFormula) throws(ImportError) {
      code = try headings.need("Practice", "Practice_Code", "Code")
      let counted = headings.keys.indices.filter { index in
        let key = headings.keys[index]
        return key == "gppop" || key == "population"
          || (key.hasPrefix("pop") && key.dropFirst(3).allSatisfy(\.isNumber))
      }
      guard counted.count == 1, let people = counted.first else {
        throw ImportError(
          counted.isEmpty
            ? "there is no column 'GP_pop' or 'Population'; the columns are \(headings.listed)"
            : "\(counted.count) columns count people: leave one of them in")
      }
      population = people
      for (component, names) in Self.names {
        if formula.needed.contains(component) {
          need.append((component, try headings.need(names)))
        } else if let at = try headings.find(names) {
          need.append((component, at))
        }
      }
      let isPriced = formula.parameters.unit == .thousandPounds
      func cost(_ names: String...) throws(ImportError) -> Int? {
        isPriced ? try headings.need(names) : try headings.find(names)
      }
      marketForces = try cost("MFF_index", "MFF", "Market forces factor")
      ambulances = try cost("EACA_index", "EACA")
      remoteness = try headings.find("Remoteness_£k", "Remoteness", "Remote_£k")
      place = try headings.find("CCG")
      if marketForces == nil {
        notes.append("market forces are taken as the mean of England: the table does not say them")
      }
      if ambulances == nil {
        notes.append("the adjustment for emergency ambulances is taken as 1: the table does not say it")
      }
      if remoteness == nil, place == nil, !formula.parameters.remoteness.isEmpty {
        throw ImportError(
          "there is no column 'CCG' to find remote places by, and none called 'Remoteness_£k': add one of them")
      }
    }

    func costs(
      _ row: CSVRow, _ headings: Headings, _ population: Double, _ formula: CapitationFormula
    ) throws(RowFault) -> CapitationUnit<Registered>.Costs {
      func factor(_ column: Int?) throws(RowFault) -> Double {
        guard let column else { return 1 }
        let factor = try row.amount(column, in: headings)
        guard factor > 0 else {
          throw RowFault("'\(row.trimmed(column))' in column '\(headings.names[column])' is no factor")
        }
        return factor
      }
      let remote: Double
      if let remoteness {
        remote = try row.amount(remoteness, in: headings)
        guard !remote.isNaN else {
          throw RowFault("there is no figure in column '\(headings.names[remoteness])': write 0")
        }
      } else {
        remote = formula.remoteness(of: population, in: row.trimmed(place))
      }
      return .init(
        marketForces: try factor(marketForces), emergencyAmbulance: try factor(ambulances), remoteness: remote)
    }
  }
}
