internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// People in every small area: mid-year estimates by single year of age, and the census by broad age.
///
/// Block columns: `total`; a column for each age or age band of the file, named `0`…`90+` or `0-15`…`65+`; the six
/// bands both sorts of file can give, named `aged-0-15`…`aged-65-and-over`; `row`.
public struct SmallAreaPopulationReader: Reader {
  /// The reader.
  public init() {}

  /// `small-area-population`.
  public let format = "small-area-population"
  /// What it reads.
  public let summary = "People in every small area by age, Office for National Statistics (CSV)"
  /// The resident population, whole and in six age bands.
  public var measures: [MeasureDefinition] {
    [Catalogue.residentPopulation] + AgeBand.common.map(\.definition)
  }
  /// The Office for National Statistics publishes them.
  public let isOfficialPublication = true

  /// A small-area code and at least six age columns.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file) else { return .no }
    return Self.recognise(headings)
  }

  static func recognise(_ headings: Headings) -> Recognition {
    let ages = headings.names.compactMap(AgeBand.init(heading:))
    guard ages.count >= 5 else { return .no }
    if SmallAreaColumn.find(in: headings).isEmpty {
      return headings.keys.contains { $0.hasPrefix("lsoa") }
        ? .almost("no column says which small areas it has: 'LSOA11CD', 'LSOA21CD' or the like") : .no
    }
    return AgeBand.cover(ages) ? .yes : .almost("its age columns leave a gap or overlap")
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    let areas = try SmallAreaColumn.one(in: headings)
    let total = try headings.find("total_population", "Total", "All Ages", "All persons", "Total population")
    let ages = headings.names.indices.compactMap { at in
      AgeBand(heading: headings.names[at]).map { (band: $0, at: at) }
    }
    guard AgeBand.cover(ages.map(\.band)) else {
      throw ImportError(
        "the age columns of \(file.name) leave a gap or overlap; the columns are \(headings.listed)")
    }
    let common = AgeBand.common.filter { band in band.isSum(of: ages.map(\.band)) }

    var faults = Faults()
    var wales = 0
    var units = UnitTable(
      texts: [], numbers: ["total"] + ages.map(\.band.label) + common.map(\.column))
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        let code = row.trimmed(areas.at)
        guard AreaCodes.isSmallArea(code) else {
          throw RowFault("'\(code.prefix(40))' is not the code of a small area")
        }
        if code.hasPrefix("W") {
          wales += 1
          return
        }
        var numbers: [Double] = []
        for (_, at) in ages { numbers.append(try row.count(at, in: headings)) }
        let sum = numbers.reduce(0, +)
        guard !sum.isNaN else { throw RowFault("\(code) has no count for one of the ages") }
        if let total {
          let stated = try row.count(total, in: headings)
          guard stated == sum else {
            throw RowFault("the ages of \(code) add up to \(Int(sum)), not to the total that is stated")
          }
        }
        let bands = common.map { band in
          zip(ages, numbers).reduce(0) { $0 + (band.contains($1.0.band) ? $1.1 : 0) }
        }
        units.take(code, texts: [], numbers: [sum] + numbers + bands, line: row.line, faults: &faults)
      }
    }
    try faults.settle(file)

    let date = try PopulationDate.conclude(
      areas: areas.kind, isCensus: ages.allSatisfy { !$0.band.isSingleYear }, people: units.sum("total"),
      headings: headings, file: file)
    var reading = Reading(
      title: "People in small areas (\(areas.kind.written)) by age, \(date.label)",
      publisher: "Office for National Statistics", published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.definitions = [Catalogue.residentPopulation] + common.map(\.definition)
    reading.notes = date.notes + areas.kind.completeness(units.count) + units.repeatsNote
    if wales > 0 { reading.notes.append("\(wales) rows are of small areas in Wales and were passed over") }
    reading.figures = [
      Reading.Figures(
        period: Period(from: date.day, until: date.day.advanced(by: 1)), label: date.label, basis: .resident,
        grain: areas.kind.rawValue, state: date.isCensus ? .final : .estimate, block: units.block(),
        columns: [(Catalogue.residentPopulation.subject, "total")]
          + common.map { ($0.definition.subject, $0.column) })
    ]
    return reading
  }
}
