internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// Lookups of small areas, wards and districts to the bodies they lie in, Office for National Statistics.
///
/// Columns are known by their names with a year in them, in the style of the ONS (`SICBL24CDH`) or tidied
/// (`sicbl24_code_h`, `icb26_code_nhs`); `FID`, `ObjectId` and other columns are passed over. A column `…CDH` holds
/// codes of the Organisation Data Service, a column `…CD` those of the ONS. The year of an edition gives the day from
/// which it stood: 1 July in 2022 for bodies of the NHS, 1 April otherwise. A file of several editions gives a
/// correspondence for each. Rows of Wales are counted and passed over.
///
/// | lookup | pieces to bodies |
/// |---|---|
/// | `lookup.lsoa11.ccg`, `lookup.lsoa21.sub-icb-location`… | small areas to clinical commissioning groups, sub-ICB locations (`ods`) |
/// | `lookup.lsoa21.icb` | small areas to boards, where the file has no sub-ICB locations |
/// | `lookup.lsoa21.council`, `lookup.lsoa21.ward` | small areas to districts, wards (`ons`) |
/// | `lookup.lsoa11.lsoa21` | small areas of 2011 to those of 2021 (`lsoa21`), column `change` |
/// | `lookup.ward.council`, `lookup.lad.upper-tier`, `lookup.lad.region` | wards to districts, districts to counties, regions |
///
/// Block columns: text `code`, `name` where the file gives one; `row`. The wards of a table that names them and their
/// districts become bodies, so that they are found by name (see `Wards`).
public struct SmallAreaLookupReader: Reader {
  /// The reader.
  public init() {}

  /// `small-area-lookup`.
  public let format = "small-area-lookup"
  /// What it reads.
  public let summary =
    "Lookups of small areas, wards and districts to bodies, Office for National Statistics (CSV)"
  /// None: it gives correspondences and wards.
  public let measures: [MeasureDefinition] = []
  /// The Office for National Statistics publishes them.
  public let isOfficialPublication = true

  /// Columns of pieces and of what they lie in.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file) else { return .no }
    do throws(ImportError) { return try recognise(headings) } catch { return .almost(error.message) }
  }

  private func recognise(_ headings: Headings) throws(ImportError) -> Recognition {
    if SmallAreaPopulationReader.recognise(headings) == .yes || PostcodeDirectoryReader.hasPostcodes(headings)
      || DeprivationReader.hasRanks(headings)
    {
      return .no
    }
    let columns = try LookupColumns.find(in: headings)
    if !LookupPlan.make(columns).isEmpty {
      // Shares make it a summary of a lookup, in which a piece lies in several bodies.
      return headings.has("share", "proportion")
        ? .almost("it is a table of shares and not a lookup of pieces") : .yes
    }
    if headings.keys.contains(where: { $0 == "lsoacd" || $0 == "lsoacode" }) {
      return .almost("its columns do not say which year's areas they are: 'LSOA21CD', 'SICBL24CDH' and so on")
    }
    return .no
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    let columns = try LookupColumns.find(in: headings)
    let plans = LookupPlan.make(columns)
    guard !plans.isEmpty else {
      throw ImportError(
        "\(file.name) has no pair of columns that makes a lookup; the columns are \(headings.listed)")
    }
    let change = try headings.find("change_code", "CHGIND", "CHNGIND")
    var faults = Faults()
    var wales = 0
    // Where small areas were merged, the rows of a change repeat the new one.
    let mayRepeat = plans.contains(where: \.isChange)
    var builders = plans.map { plan in
      LookupBuilder(plan: plan, change: plan.isChange ? change : nil, mayRepeat: mayRepeat)
    }
    var wards = Wards(plans, columns)
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        guard !row.trimmed(plans[0].piece.at).hasPrefix("W") else {
          wales += 1
          return
        }
        var taken: [(code: String, body: String)] = []
        for plan in plans { taken.append(try plan.codes(row, headings)) }
        try wards?.take(row)
        for (position, pair) in taken.enumerated() {
          builders[position].take(pair.code, in: pair.body, row, faults: &faults)
        }
      }
    }
    try faults.settle(file)

    var reading = Reading(
      title: "Lookup of " + plans.map(\.title).unique.joined(separator: "; "),
      publisher: "Office for National Statistics", published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    if wales > 0 { reading.notes.append("\(wales) rows are of areas in Wales and were passed over") }
    for builder in builders {
      let block = builder.block()
      reading.lookups.append(
        Reading.Correspondence(
          id: builder.plan.id, piece: builder.plan.piece.word, bodyKind: builder.plan.target.concept.bodyKind,
          scheme: builder.plan.scheme, from: builder.plan.from, block: block))
      reading.notes.append(
        "\(builder.plan.id): \(builder.pieces) pieces in \(Set(block.texts["code"] ?? []).count) bodies, as they stood"
          + " from \(builder.plan.from.written)")
      if let areas = builder.plan.piece.smallAreas { reading.notes += areas.completeness(builder.pieces) }
      reading.notes += builder.repeatsNote
    }
    if let wards {
      var writer = OrganisationWriter()
      wards.write(register, &writer)
      reading.asAt = wards.asAt
      reading.statements = writer.statements
      reading.notes += writer.notes
    }
    reading.notes = reading.notes.unique
    return reading
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in order.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
