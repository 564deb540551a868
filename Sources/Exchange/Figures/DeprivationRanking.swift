internal import Vocabulary

/// How ranks and deciles of deprivation hang together, and which edition of the indices they are of.
struct DeprivationRanking {
  let areas: SmallAreas

  /// Jaywick Sands, east of Clacton: rank 1 in 2015, 2019 and 2025.
  private static let mostDeprived = "E01021988"
  /// City of London 001A, by whose rank the editions can be told.
  private static let telling = "E01000001"

  /// The decile of a row: the one stated, which must be that of the rank, or the one of the rank.
  ///
  /// Ranks of all small areas of England are parted into ten equal groups. Where a group ends inside a rank,
  /// publishers round either way, so one rank of doubt is allowed at each border.
  func decile(rank: Double?, decile: Double?, inverted: inout Int) throws(RowFault) -> Double {
    if let decile, !(1...10).contains(decile) { throw RowFault("\(decile) is no decile from 1 to 10") }
    guard let rank else {
      guard let decile else { throw RowFault("there is neither a rank nor a decile") }
      return decile
    }
    let areas = Double(self.areas.inEngland)
    guard rank >= 1, rank <= areas else {
      throw RowFault("\(rank) is no rank from 1 to \(self.areas.inEngland)")
    }
    func group(_ rank: Double) -> Double { min(10, max(1, ((rank - 1) * 10 / areas).rounded(.down) + 1)) }
    guard let decile else { return group(rank) }
    if (-1...1).contains(where: { group(rank + Double($0)) == decile }) { return decile }
    if group(rank) + decile == 11 { inverted += 1 }
    throw RowFault(
      "rank \(Int(rank)) lies in decile \(Int(group(rank))), not in the stated \(Int(decile)); 1 is the most deprived"
    )
  }

  /// Refuses a table in which 1 is the least deprived throughout.
  func checkDirection(_ units: UnitTable, _ file: InputFile) throws(ImportError) {
    let backwards = ImportError(
      "\(file.name) counts from the least deprived; in the published indices rank 1 and decile 1 are the most deprived"
    )
    if let decile = units.number(Self.mostDeprived, "decile"), decile > 5 { throw backwards }
    if let correlation = units.trend(of: "score", against: "decile"), correlation > 0 { throw backwards }
  }

  /// The edition, told by a known rank, else by the generation of small areas.
  func edition(_ units: UnitTable) -> (label: String, day: Day, notes: [String]) {
    let year = areas == .lsoa11 ? 2019 : 2025
    let known = units.number(Self.telling, "rank")
    let isKnown = known == (areas == .lsoa11 ? 29_199 : 26_525)
    let day = areas == .lsoa11 ? Day(year: 2019, month: 9, day: 26) : Day(year: 2025, month: 10, day: 30)
    let ground =
      isKnown
      ? "its rank for \(Self.telling) is the one of that year"
      : "its small areas are those of \(areas == .lsoa11 ? "2011, which the indices of 2015 used too" : "2021")"
    return (
      String(year), day ?? .distantPast,
      [
        "taken for the indices of \(year): \(ground)",
        "dated \((day ?? .distantPast).written), the day they were published; the file does not say",
      ]
    )
  }
}

extension UnitTable {
  /// The sign of the slope of one column on another, nil when there is nothing to compare.
  func trend(of column: String, against other: String) -> Double? {
    guard let (a, b) = pair(column, other), a.count > 10 else { return nil }
    let (meanA, meanB) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
    let covariance = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    return covariance == 0 ? nil : covariance
  }
}
