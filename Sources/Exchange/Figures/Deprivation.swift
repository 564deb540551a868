internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// The English Indices of Deprivation by small area, 2019 and 2025.
///
/// Rank 1 and decile 1 are the most deprived; a table that counts the other way round is found out by its ranks,
/// deciles, scores and by the most deprived neighbourhood of England, and refused. Block columns: `neighbourhoods`
/// (1 for each), `most-deprived-fifth` and `most-deprived-tenth` (1 or 0), `decile`, `rank` and `score` where the
/// file has them; `row`. The figures are dated by the day the indices were published, which the file does not say.
public struct DeprivationReader: Reader {
  /// The reader.
  public init() {}

  /// `deprivation`.
  public let format = "deprivation"
  /// What it reads.
  public let summary = "English Indices of Deprivation by small area, 2019 and 2025 (CSV or Excel workbook)"
  /// Neighbourhoods, and those among the most deprived.
  public var measures: [MeasureDefinition] { Self.counts.map(\.1) + Self.shares }
  /// The government publishes them.
  public let isOfficialPublication = true

  static let counts: [(column: String, MeasureDefinition)] = [
    (
      "neighbourhoods",
      .count(
        "deprivation.neighbourhoods", "Neighbourhoods", unit: "neighbourhoods",
        meaning: "Small areas of about 1,500 people (lower-layer super output areas).")
    ),
    (
      "most-deprived-fifth",
      .count(
        "deprivation.most-deprived-fifth", "Neighbourhoods in the most deprived fifth",
        unit: "neighbourhoods",
        meaning:
          "Small areas among the fifth of England's most deprived by the Index of Multiple Deprivation.")
    ),
    (
      "most-deprived-tenth",
      .count(
        "deprivation.most-deprived-tenth", "Neighbourhoods in the most deprived tenth",
        unit: "neighbourhoods",
        meaning:
          "Small areas among the tenth of England's most deprived by the Index of Multiple Deprivation.")
    ),
  ]

  private static let shares: [MeasureDefinition] = [
    .ratio(
      "deprivation.share-in-most-deprived-fifth", "Share of neighbourhoods in the most deprived fifth",
      of: counts[1].1, per: counts[0].1,
      meaning: "Of all small areas, those among England's most deprived fifth."),
    .ratio(
      "deprivation.share-in-most-deprived-tenth", "Share of neighbourhoods in the most deprived tenth",
      of: counts[2].1, per: counts[0].1,
      meaning: "Of all small areas, those among England's most deprived tenth."),
  ]

  private static func names(_ what: String) -> [String] {
    let note =
      switch what {
      case "Rank": " (where 1 is most deprived)"
      case "Decile": " (where 1 is most deprived 10% of LSOAs)"
      default: ""
      }
    return [
      "IMD_\(what)", "Index of Multiple Deprivation (IMD) \(what)\(note)",
      "Index of Multiple Deprivation (IMD) \(what)",
      "IMD \(what)\(note)", "Index of Multiple Deprivation \(what)",
    ]
  }

  /// Whether a table has the ranks or deciles of the index for small areas.
  static func hasRanks(_ headings: Headings) -> Bool {
    let found = (names("Rank") + names("Decile")).contains { headings.has($0) }
    return found && !SmallAreaColumn.find(in: headings).isEmpty
  }

  /// A small-area code, and a rank or decile of the Index of Multiple Deprivation.
  public func recognise(_ file: InputFile) throws -> Recognition {
    let tables = try HeadedTable.find(in: file, where: Self.hasRanks).count
    return tables == 0 ? .no : tables == 1 ? .yes : .almost("it holds \(tables) such tables; import them one by one")
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    let tables = try HeadedTable.find(in: file, where: Self.hasRanks)
    guard let table = tables.first else {
      throw ImportError("\(file.name) has no table of small areas with an 'IMD_rank' or 'IMD_decile'")
    }
    guard tables.count == 1 else {
      throw ImportError("\(file.name) holds \(tables.count) tables of ranks or deciles; import them one by one")
    }
    let headings = table.headings
    let areas = try SmallAreaColumn.one(in: headings)
    let rank = try headings.find(Self.names("Rank"))
    let decile = try headings.find(Self.names("Decile"))
    let score = try headings.find(Self.names("Score"))
    let ranking = DeprivationRanking(areas: areas.kind)

    var faults = Faults()
    var units = UnitTable(
      texts: [],
      numbers: Self.counts.map(\.column) + ["decile"] + (rank == nil ? [] : ["rank"])
        + (score == nil ? [] : ["score"]))
    var inverted = 0
    try table.rows(&faults) { (row, faults) throws(RowFault) in
      let code = row[areas.at]
      guard AreaCodes.isONS(code, "E01") else {
        throw RowFault("'\(code.prefix(40))' is not the code of a small area of England")
      }
      let rankOf = try rank.map { (at) throws(RowFault) in try row.count(at, in: headings) }
      let decileOf = try decile.map { (at) throws(RowFault) in try row.count(at, in: headings) }
      let found = try ranking.decile(rank: rankOf, decile: decileOf, inverted: &inverted)
      var numbers = [1, found <= 2 ? 1 : 0, found == 1 ? 1 : 0, found]
      if let rankOf { numbers.append(rankOf) }
      if let score { numbers.append(try row.number(score, in: headings)) }
      units.take(code, texts: [], numbers: numbers, line: row.number, faults: &faults)
    }
    if inverted * 2 > faults.rowsRead {
      throw ImportError(
        "the ranks and deciles of \(file.name) run in opposite directions: one of them counts from the least"
          + " deprived. In the published indices 1 is the most deprived in both")
    }
    try faults.settle(file)
    try ranking.checkDirection(units, file)

    let edition = ranking.edition(units)
    var reading = Reading(
      title: "English Indices of Deprivation \(edition.label)",
      publisher: "Ministry of Housing, Communities and Local Government",
      published: file.statedPublication ?? Moment(on: edition.day))
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.definitions = measures
    reading.notes = edition.notes + areas.kind.completeness(units.count) + units.repeatsNote
    if rank == nil { reading.notes.append("the file has no ranks by which its deciles could be checked") }
    if decile == nil { reading.notes.append("the file has no deciles; they were computed from its ranks") }
    reading.figures = [
      Reading.Figures(
        period: Period(from: edition.day, until: edition.day.advanced(by: 1)), label: edition.label,
        basis: .resident,
        grain: areas.kind.rawValue, block: units.block(),
        columns: Self.counts.map { ($0.1.subject, $0.column) })
    ]
    return reading
  }
}
