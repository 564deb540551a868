internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// NHS England's practice-level weighted populations, which share money out between boards.
///
/// One row a practice: the people registered with it, and the same people weighted for each sort of need. Which
/// year a file is for is concluded by `WeightedPopulationYear`, and the reading says on what ground. Block
/// columns: text `name`, `sub-icb`, `icb`, `ccg`, `lad`, `pcn` as the file states them, empty where it is empty;
/// numbers `registered` and one for each weighting; `row`.
public struct PracticeWeightedPopulationsReader: Reader {
  /// The reader.
  public init() {}

  /// `practice-weighted-populations`.
  public let format = "practice-weighted-populations"
  /// What it reads.
  public let summary = "Registered and weighted populations of every general practice, NHS England (CSV)"
  /// Registered population and its weightings.
  public var measures: [MeasureDefinition] { Component.all.map(\.definition) }
  /// NHS England publishes them.
  public let isOfficialPublication = true

  private struct Component: Sendable {
    let column: String
    let headings: [String]
    let definition: MeasureDefinition

    static let all: [Component] = [registered] + weighted

    static let registered = Component(
      column: "registered", headings: ["Population", "pop"], definition: Catalogue.registeredPopulation)

    static let weighted = [
      weighted("general-and-acute", "general and acute hospital care", ["G&A WP"]),
      weighted("community", "community services", ["CS WP"]),
      weighted("mental-health", "mental health services", ["MH WP"]),
      weighted("maternity", "maternity services", ["Mat WP"]),
      weighted("health-inequalities", "health inequalities and avoidable deaths", ["Health Ineq WP"]),
      weighted("prescribing", "prescribing", ["Prescr WP"]),
      weighted("core", "core services, all weightings together", ["Final WP"]),
      weighted("primary-medical-care", "primary medical care", ["Primary Medical Care WP"]),
      weighted(
        "primary-medical-care-overall", "primary medical care, all weightings together", ["Final PMC WP"]),
    ]

    private static func weighted(_ name: String, _ need: String, _ headings: [String]) -> Component {
      Component(
        column: "weighted-\(name)", headings: headings,
        definition: MeasureDefinition(
          ID(slug: "population.weighted.\(name)"), "Population weighted for \(need)", unit: "weighted people",
          meaning:
            "People registered with general practices, weighted for their need of \(need) so that the weighted"
            + " people of England are as many as the registered ones."))
    }
  }

  /// Practice code, a population, and the weighting for all core services.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file) else { return .no }
    guard let key = Self.populationKey(headings), headings.has("Final WP", "G&A WP") else { return .no }
    return headings.recognise([["Practice_Code"], [key], ["Final WP"], ["G&A WP"]])
  }

  /// The population column: `Population`, or `pop` with a year.
  private static func populationKey(_ headings: Headings) -> String? {
    headings.keys.first { $0 == "population" }
      ?? headings.keys.first { $0.hasPrefix("pop") && $0.dropFirst(3).allSatisfy(\.isNumber) }
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    guard let key = Self.populationKey(headings) else {
      throw ImportError("\(file.name) has no column 'Population'; the columns are \(headings.listed)")
    }
    let practice = try headings.need("Practice_Code", "Practice Code")
    let population = try headings.need(key)
    let texts: [(name: String, at: Int?)] = [
      ("name", try headings.find("GP_Practice_Name")),
      ("sub-icb", try headings.find("LOC", "LOC22", "LOC23", "LOC24")),
      ("icb", try headings.find("ICB", "ICS22", "ICB22", "ICB23", "ICB24")),
      ("ccg", try headings.find("CCG", "CCG21")),
      ("lad", try headings.find("LAD", "LAD21", "LAD22", "LAD23")),
      ("pcn", try headings.find("PCN_Code")),
    ]
    var components: [(component: Component, at: Int)] = [(Component.registered, population)]
    for component in Component.weighted {
      if let at = try headings.find(component.headings) { components.append((component, at)) }
    }

    var faults = Faults()
    var units = UnitTable(texts: texts.map(\.name), numbers: components.map(\.component.column))
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        let code = row.trimmed(practice)
        guard AreaCodes.isPractice(code) else {
          throw RowFault(
            "'\(code.prefix(40))' is not the code of a practice: a capital letter and five digits")
        }
        var numbers: [Double] = []
        for (_, at) in components { numbers.append(try row.amount(at, in: headings)) }
        guard !numbers[0].isNaN else { throw RowFault("\(code) has no population") }
        units.take(
          code, texts: texts.map { row.trimmed($0.at) }, numbers: numbers, line: row.line, faults: &faults)
      }
    }
    try faults.settle(file)

    let year = try WeightedPopulationYear.conclude(
      heading: headings.names[population], population: units.sum("registered"),
      hasPrimaryMedicalCare: headings.has("Primary Medical Care WP"), file: file)
    var reading = Reading(
      title: "Practice-level weighted populations \(year.year.label)", publisher: "NHS England",
      published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.definitions = components.map(\.component.definition)
    reading.notes = year.notes + units.repeatsNote + notes(on: units, components.map(\.component.column))
    reading.figures = [
      Reading.Figures(
        period: year.year.period, label: year.year.label, basis: .registered, grain: "practice",
        block: units.block(),
        columns: components.map { ($0.component.definition.subject, $0.component.column) })
    ]
    return reading
  }

  private func notes(on units: UnitTable, _ columns: [String]) -> [String] {
    var notes: [String] = []
    for column in ["sub-icb", "icb", "ccg", "lad", "pcn"] where units.distinct(column) == [""] {
      notes.append("the file names no \(column) for any practice")
    }
    let people = units.sum("registered")
    for column in columns.dropFirst() {
      let sum = units.sum(column)
      if abs(sum - people) > max(1, people * 1e-6) {
        notes.append(
          "\(column) adds up to \(Decimals.grouped(sum)), the registered people to \(Decimals.grouped(people)); in a"
            + " complete file of all England they are equal")
      }
      let missing = units.missing(column)
      if missing > 0 { notes.append("\(missing) practices have no figure for \(column)") }
    }
    return notes
  }
}
