internal import Vocabulary

/// The financial year a file of weighted populations is for, and on what ground.
///
/// The headings cannot be trusted: the files of 2023/24 and 2024/25 still say `pop 2022/23`. The grounds, strongest
/// first:
///
/// 1. a publication date a person gave: the financial year that begins in the twelve months after it, because
///    weighted populations are published before the year they are for;
/// 2. the population of England the figures add up to, where it is the one published for a year;
/// 3. the year in the heading, if the columns are those of that year's file: 2022/23 had no primary medical care;
/// 4. the year in the file's name.
///
/// With none of them the file is refused, because a guess would put every figure in the wrong year.
struct WeightedPopulationYear {
  let year: FinancialYear
  let notes: [String]

  /// Registered people of England in the files NHS England published, by the year the files were for.
  private static let published: [(start: Int, people: Double)] = [
    (2022, 61_498_822), (2023, 61_903_547), (2024, 62_154_630), (2025, 63_849_324),
  ]

  static func conclude(
    heading: String, population: Double, hasPrimaryMedicalCare: Bool, file: InputFile
  ) throws(ImportError) -> WeightedPopulationYear {
    let headingYear = FinancialYear(in: heading)
    let contentYear = published.first { abs($0.people - population) < 1 }.map {
      FinancialYear(start: $0.start)
    }
    func conclusion(_ year: FinancialYear, _ ground: String) -> WeightedPopulationYear {
      var notes = ["the figures are for \(year.label): \(ground)"]
      if let headingYear, headingYear != year {
        notes.append("the heading '\(heading)' says \(headingYear.label), which disagrees with this")
      }
      if let contentYear, contentYear != year {
        notes.append(
          "the population of England in it, \(Decimals.grouped(population)), is the one published for"
            + " \(contentYear.label), which disagrees with this")
      }
      return WeightedPopulationYear(year: year, notes: notes)
    }

    if let stated = file.statedPublication, stated != .unknown {
      let next = FinancialYear(start: FinancialYear(containing: stated.earliest.advanced(by: -1)).start + 1)
      return conclusion(
        next, "the publication date that was given, \(stated.written), comes before that year")
    }
    if let contentYear {
      return conclusion(
        contentYear,
        "the people in it add up to \(Decimals.grouped(population)), the population published for that year")
    }
    if let headingYear, headingYear.start == 2022, !hasPrimaryMedicalCare {
      return conclusion(
        headingYear, "the heading '\(heading)' says so, and the columns are those of that year's file")
    }
    if let headingYear, headingYear.start > 2022 {
      return conclusion(headingYear, "the heading '\(heading)' says so")
    }
    if let named = FinancialYear(in: file.name) {
      return conclusion(named, "the file's name says so; nothing in the file confirms it")
    }
    throw ImportError(
      headingYear == nil
        ? "\(file.name) does not say which financial year it is for; give its publication date, or put the year in its"
          + " name, for example weighted-populations-2025-26.csv"
        : "\(file.name) says '\(heading)' but has the columns of a later year's file, so its year is uncertain; give its"
          + " publication date, or put the year in its name, for example weighted-populations-2024-25.csv")
  }
}
