internal import Formats

/// The layout of the NHS Postcode Directory, which has no headings: its columns are known by their places alone.
///
/// The places are those of its record specification (Office for National Statistics, *NHS Postcode Directory User
/// Guide*): 43 columns, and 49 since the areas of the Census of 2021 are in it. Because nothing in the file names a
/// column, every row is checked against what must stand where, and a file of another width is not read.
enum NHSPostcodeDirectory {
  /// The names of the columns that are used or checked, in the style of the directory with headings; the others are
  /// known by their number.
  private static let named = [
    0: "pcd2", 1: "pcds", 2: "dointr", 3: "doterm", 4: "oseast100m", 5: "osnrth100m", 8: "oslaua", 12: "ctry",
    36: "oseast1m", 37: "osnrth1m", 38: "oa11", 39: "lsoa11", 40: "msoa11", 46: "oa21", 47: "lsoa21", 48: "msoa21",
  ]

  private static let widths = [43, 49]

  /// Where output areas, lower and middle layer super output areas stand, with what their codes begin in England.
  private static let areas = [
    (38, "E00"), (39, "E01"), (40, "E02"), (46, "E00"), (47, "E01"), (48, "E02"),
  ]

  /// The headings a directory of so many columns would have; nil when none is known.
  static func headings(_ width: Int) -> Headings? {
    widths.contains(width) ? Headings((0..<width).map { named[$0] ?? "column \($0 + 1)" }) : nil
  }

  /// Whether a file is such a directory, by its first rows. Nil where its first row does not begin with a postcode.
  static func recognise(_ file: InputFile, first: [String]) throws -> Recognition? {
    guard first.count > 20, first.prefix(3).contains(where: { Postcode.written($0.trimmed) != nil }) else { return nil }
    guard headings(first.count) != nil else {
      return .almost(
        "it is a postcode directory without headings and has \(first.count) columns, where the NHS Postcode Directory"
          + " has 43 or 49; import an edition with headings instead")
    }
    var table = try FileTable.stream(file, header: .none)
    for _ in 0..<100 {
      guard let row = try table.next() else { break }
      do throws(RowFault) { try check(row) } catch {
        return .almost(
          "it is a postcode directory without headings and not the NHS Postcode Directory as it is specified: on line"
            + " \(row.line) \(error.reason); import an edition with headings instead")
      }
    }
    return .yes
  }

  /// Refuses a row in which something stands where it does not belong.
  static func check(_ row: CSVRow) throws(RowFault) {
    guard let postcode = Postcode.written(row[1]), row[0].utf8.count == 8, Postcode.written(row[0]) == postcode else {
      throw RowFault(
        "columns 1 and 2 are '\(row[0].prefix(12))' and '\(row[1].prefix(12))', where one postcode stands twice, first"
          + " in eight places")
    }
    guard row.int(2).flatMap(Month.init(stamp:)) != nil else { throw fault(row, 2, "the month a postcode begins") }
    guard row.isEmpty(3) || row.int(3).flatMap(Month.init(stamp:)) != nil else {
      throw fault(row, 3, "the month a postcode ends")
    }
    for at in [4, 5, 36, 37] where !row[at].utf8.allSatisfy({ (48...57).contains($0) }) {
      throw fault(row, at, "a grid reference")
    }
    let country = row[12]
    guard AreaCodes.isONS(country), ["92", "93", "83"].contains(country.dropFirst().prefix(2)) else {
      throw fault(row, 12, "the code of a country")
    }
    guard country.hasPrefix("E") else { return }
    guard AreaCodes.isONS(row[8], "E06", "E07", "E08", "E09") else { throw fault(row, 8, "the code of a district") }
    for (at, entity) in areas where at < row.count && !row.isEmpty(at) && !AreaCodes.isONS(row[at], entity) {
      throw fault(row, at, "the code of an area of a census (\(entity)…)")
    }
  }

  private static func fault(_ row: CSVRow, _ at: Int, _ what: String) -> RowFault {
    RowFault("column \(at + 1) is '\(row[at].prefix(20))', where \(what) stands")
  }
}
