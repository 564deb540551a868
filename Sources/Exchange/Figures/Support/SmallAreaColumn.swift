/// The column of a table that holds the codes of small areas, and which generation of them.
struct SmallAreaColumn {
  let kind: SmallAreas
  let at: Int

  private static let names: [(SmallAreas, [String])] = [
    (
      .lsoa11,
      [
        "LSOA11CD", "lsoa11_code", "LSOA code (2011)", "LSOA 2011 code", "2011 LSOA code", "LSOA11 code",
        "lsoa11",
      ]
    ),
    (
      .lsoa21,
      [
        "LSOA21CD", "lsoa21_code", "LSOA code (2021)", "LSOA 2021 code", "2021 LSOA code", "LSOA21 code",
        "lsoa21",
      ]
    ),
  ]

  /// Every such column.
  static func find(in headings: Headings) -> [SmallAreaColumn] {
    var found: [SmallAreaColumn] = []
    for (kind, names) in names {
      let folded = Set(names.map(Headings.fold))
      for at in headings.keys.indices where folded.contains(headings.keys[at]) {
        found.append(SmallAreaColumn(kind: kind, at: at))
      }
    }
    return found
  }

  /// The one such column; none and several are refused.
  static func one(in headings: Headings) throws(ImportError) -> SmallAreaColumn {
    let found = find(in: headings)
    guard let column = found.first, found.count == 1 else {
      throw ImportError(
        found.isEmpty
          ? "no column says which small areas there are ('LSOA11CD', 'LSOA21CD' or the like); the columns are"
            + " \(headings.listed)"
          : "the columns " + found.map { "'\(headings.names[$0.at])'" }.joined(separator: " and ")
            + " are both codes of small areas; keep one of them")
    }
    return column
  }
}
